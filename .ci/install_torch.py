"""Put the CPU build of torch into the environment that runs this script, or stop with the command that helps.

On Linux the torch of PyPI brings some 3 GB of CUDA libraries, on macOS and Windows it is the CPU build already. So on
Linux this takes a CPU build that pip already sees (its configuration, a mirror, a folder of wheels), else asks the CPU
index of PyTorch once. A torch of the pinned version that is already installed, of whatever build, is left alone.
"""

import platform
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

CPU_INDEX = "https://download.pytorch.org/whl/cpu"
CONSTRAINTS = Path(__file__).resolve().parent.parent / "constraints.txt"
LOOKUP_SECONDS = 8
"""Longest wait for one look at an index: two looks and the environment before them stay within half a minute."""


def main() -> int:
    """0 when the pinned torch is installed or the later steps may fetch it, 1 when they would fetch CUDA."""
    pinned = pinned_version()
    if installed_version() == pinned:
        return 0
    if sys.platform != "linux":
        return pip_install(f"torch=={pinned}")
    build = f"torch=={pinned}+cpu"
    if pip_sees(pinned):
        return pip_install(build)
    print(f"pip sees no CPU build of torch {pinned}; asking {CPU_INDEX}", flush=True)
    from_cpu_index = ("--index-url", CPU_INDEX)
    if pip_sees(pinned, *from_cpu_index):
        return pip_install(build, *from_cpu_index)
    print(explain(pinned), file=sys.stderr)
    return 1


def pinned_version() -> str:
    """The version of torch in constraints.txt."""
    match = re.search(r"^torch==(\S+)$", CONSTRAINTS.read_text(encoding="utf-8"), re.MULTILINE)
    if match is None:
        sys.exit(f"{CONSTRAINTS.name} has no line torch==VERSION. Restore the file: git checkout constraints.txt")
    return match[1]


def installed_version() -> str | None:
    """The installed torch without its build (+cpu), None without torch."""
    try:
        return version("torch").partition("+")[0]
    except PackageNotFoundError:
        return None


def pip_sees(pinned: str, *source: str) -> bool:
    """Whether pip finds a CPU build for this Python and machine; nothing is downloaded but the index page."""
    patience = ("--retries=0", f"--timeout={LOOKUP_SECONDS}")
    command = ["index", "versions", "torch", "--only-binary=:all:", *patience, *source]
    try:
        answer = subprocess.run(
            pip(*command), capture_output=True, text=True, timeout=LOOKUP_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return False
    return f"{pinned}+cpu" in re.split(r"[\s,()]+", answer.stdout)


def pip_install(requirement: str, *source: str) -> int:
    """Install torch alone; what it needs comes later, from constraints.txt. Returns pip's exit status."""
    print(f"Installing {requirement}", flush=True)
    command = pip("install", "-qq", "--no-compile", "--no-deps", *source, requirement)
    return subprocess.run(command, check=False).returncode


def pip(*arguments: str) -> list[str]:
    """The command line that runs this environment's pip."""
    return [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]


def explain(pinned: str) -> str:
    """What was tried and the command that helps."""
    python = f"Python {sys.version_info.major}.{sys.version_info.minor}, {platform.system()} {platform.machine()}"
    return f"""
No CPU build of torch {pinned} ({python}) is in reach: pip sees none and {CPU_INDEX} gave none.
The build on PyPI would bring 3 GB of CUDA libraries, so nothing was installed.
Run this where that address can be reached, or put a mirror's address in its place, then the same make again:

    .venv/bin/pip install --no-deps --index-url {CPU_INDEX} torch=={pinned}+cpu
"""


if __name__ == "__main__":
    sys.exit(main())
