"""What the documentation says is so: its commands run, its names exist, its links lead somewhere."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from rag.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")
TIMEOUT_SECONDS = 300

_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_PROGRAM = ".venv/bin/rag "


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks in a language, in order."""
    return [body for name, body in _FENCED.findall(text) if name == language]


COMMANDS = [line for block in blocks(README, "sh") for line in block.splitlines() if line.startswith(_PROGRAM)]
PROGRAMS = blocks(README, "python")


def run(command: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """A command in a folder with letters in seeds/, over an index of that folder's own."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "TMPDIR")}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(ROOT), "RAG_INDEX_DIR": str(folder / "index")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT_SECONDS,
        check=False,
    )


def run_line(line: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """A line of the README, without its comment."""
    return run(["-m", "rag.cli", *shlex.split(line, comments=True)[1:]], folder)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the repository's letters and the index that the README's first command makes of them."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    made = run_line(COMMANDS[0], folder)
    assert made.returncode == 0, made.stderr
    return folder


def test_commands_of_the_readme_begin_with_making_the_index() -> None:
    assert COMMANDS[0].startswith(".venv/bin/rag index seeds/")
    assert len(COMMANDS) > 1


@pytest.mark.parametrize("line", COMMANDS)
def test_command_of_the_readme_runs(fresh: Path, line: str) -> None:
    ran = run_line(line, fresh)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip()
    assert "Traceback" not in ran.stderr


def test_readme_shows_a_program() -> None:
    assert PROGRAMS


@pytest.mark.parametrize("program", PROGRAMS)
def test_program_of_the_readme_runs(fresh: Path, program: str) -> None:
    ran = run(["-c", program], fresh)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip()


def made(text: str) -> set[str]:
    """The targets of make that a page's code names."""
    code = [
        *_SPAN.findall(_FENCED.sub("", text)),
        *(line for _, body in _FENCED.findall(text) for line in body.split("\n")),
    ]
    words = [shlex.split(line, comments=True)[1:] for line in code if line.startswith("make ")]
    return {word for line in words for word in line if "=" not in word}


def test_every_target_of_make_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][\w-]*):(?!=)", makefile, re.MULTILINE))
    named = {page.name: made(page.read_text(encoding="utf-8")) - targets for page in PAGES}
    assert {"app", "test"} <= made(README)
    assert {page: lacking for page, lacking in named.items() if lacking} == {}


def test_readme_names_every_setting_and_no_other() -> None:
    assert set(re.findall(r"\bRAG_[A-Z_]*[A-Z]\b", README)) == {f"RAG_{name.upper()}" for name in Settings.model_fields}


@pytest.fixture(scope="module")
def tracked() -> frozenset[str]:
    """Every file that git keeps, and the folders that hold them; paths from the repository's root."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is no clone: which files are tracked cannot be told")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [name for name in listed.split("\0") if name]
    return frozenset(files) | {str(folder) for name in files for folder in Path(name).parents}


def relative_links(page: Path) -> list[str]:
    """The links of a page that lead to files, as written, without the place in the file."""
    found = _LINK.findall(_FENCED.sub("", page.read_text(encoding="utf-8")))
    return [link.split("#")[0] for link in found if not re.match(r"[a-z]+:|#", link)]


def test_every_link_leads_to_a_tracked_file(tracked: frozenset[str]) -> None:
    pages = [ROOT / name for name in sorted(tracked) if name.endswith(".md")]
    links = [(page, link) for page in pages for link in relative_links(page)]
    targets = {
        (str(page.relative_to(ROOT)), link): os.path.relpath((page.parent / link).resolve(), ROOT)
        for page, link in links
    }
    assert ("README.md", "docs/architecture.md") in targets
    assert {place: target for place, target in targets.items() if target not in tracked} == {}


def test_every_required_package_has_its_tested_version() -> None:
    extras = PYPROJECT["project"]["optional-dependencies"].values()
    wanted = [re.split(r"[\[<>=~]", one)[0] for one in [*PYPROJECT["project"]["dependencies"], *chain(*extras)]]
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in CONSTRAINTS.splitlines()}
    assert [one for one in wanted if one != PYPROJECT["project"]["name"] and one not in pinned] == []


_RUFF = PYPROJECT["tool"]["ruff"]["lint"]
BANNED = {name: ban["msg"] for name, ban in _RUFF["flake8-tidy-imports"]["banned-api"].items()}
DOORS = [(library, door) for library, message in BANNED.items() for door in re.findall(r"[\w./]+\.py\b", message)]


def test_every_banned_library_has_a_door_or_is_not_used_at_all() -> None:
    assert BANNED.keys() - dict(DOORS).keys() == {"langchain_classic", "langchain_community"}


@pytest.mark.parametrize(("library", "door"), DOORS)
def test_door_of_a_library_is_a_file_that_may_pass(library: str, door: str) -> None:
    assert (ROOT / door).is_file(), library
    assert "TID251" in _RUFF["per-file-ignores"].get(door, [])


def test_architecture_names_the_doors_that_ruff_holds() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named: list[tuple[str, str]] = []
    libraries: list[str] = []
    for span in _SPAN.findall(page.split("## Doors\n")[1].split("banned-api")[0]):
        if span.endswith(".py"):
            door = span if (ROOT / span).exists() else f"rag/{span}"
            named += [(library, door) for library in libraries]
            libraries = []
        else:
            libraries.append(span)
    assert named
    assert [one for one in named if one not in DOORS] == []
