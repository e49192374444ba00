"""Processes as other users, as process trees, and with faults built in."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.process import COMMAND, environment

if TYPE_CHECKING:
    from collections.abc import Mapping

NOBODY: Final = 65534
"""The user who may do nothing, on most systems."""


def as_nobody(
    *arguments: str | bytes, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user without rights, where this is root; as ourselves otherwise."""
    if os.geteuid():
        user = None
    else:
        user = NOBODY
        _skip_unless_reachable(Path(sys.executable), cwd)
    # Nothing may be written beside the package: it belongs to somebody else.
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "HOME": str(cwd)} | dict(env or {})
    return subprocess.run(
        [*COMMAND, *arguments], cwd=cwd, env=environment(quiet), capture_output=True, check=False, timeout=60,
        user=user, group=user, extra_groups=None if user is None else (),
    )  # fmt: skip


def open_up(folder: Path, highest: Path) -> None:
    """Let everybody into a folder, through the folders above it up to the highest of the test's own."""
    while True:
        folder.chmod(folder.stat().st_mode | stat.S_IRWXO)
        if folder == highest or folder == folder.parent:
            return
        folder = folder.parent


def _skip_unless_reachable(*paths: Path) -> None:
    for path in paths:
        for above in path.parents:
            if not above.stat().st_mode & stat.S_IXOTH:
                pytest.skip(f"other users may not enter {above}")


def children(process: int) -> list[int]:
    """Return the processes that a process has started and that still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


def with_fault(folder: Path, code: str) -> dict[str, str]:
    """Return an environment in which every process of the command runs some code first, as if it were its own."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    inherited = environment()["PYTHONPATH"]
    return {"PYTHONPATH": f"{folder}{os.pathsep}{inherited}"}


DEADLY: Final = '''
import os, signal
import speechparse.batch.work as work
_parse = work.parse
def parse(text, **options):
    if "致命" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return _parse(text, **options)
work.parse = parse
'''
"""A fault: the process that parses a text with 致命 in it is killed, as for want of memory."""

SLOW: Final = '''
import time
import speechparse.batch.work as work
_parse = work.parse
def parse(text, **options):
    time.sleep(0.05)
    return _parse(text, **options)
work.parse = parse
'''
"""A fault: every text takes a twentieth of a second."""
