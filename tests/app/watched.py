"""Runs a Python module and notes every attempt of its to reach beyond this machine.

    python tests/app/watched.py NOTES MODULE [ARGUMENT]...

NOTES gets a line for each connection, datagram or name look-up that is not loopback; it is made empty first.
"""

import runpy
import sys
from pathlib import Path
from typing import Any

LOCAL = ("127.", "::1", "localhost", "::ffff:127.")


def _target(event: str, arguments: tuple[Any, ...]) -> str | None:
    """The host that an event of the interpreter is about, where it is about one."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        return str(address[0]) if isinstance(address, tuple) else None
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        host = arguments[0]
        return host.decode() if isinstance(host, bytes) else host
    if event == "urllib.Request":
        return str(arguments[0]).partition("://")[2]
    return None


def watch(notes: Path) -> None:
    """Begin to take notes; an audit hook cannot be taken away again."""
    notes.write_text("", encoding="utf-8")

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        target = _target(event, arguments)
        if target and not target.startswith(LOCAL):
            with notes.open("a", encoding="utf-8") as file:
                file.write(f"{event} {target}\n")

    sys.addaudithook(hook)


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    module = sys.argv[2]
    sys.argv = sys.argv[2:]
    sys.path[0] = str(Path.cwd())
    runpy.run_module(module, run_name="__main__", alter_sys=True)
