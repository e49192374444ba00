"""Processes as other users, as process trees, and with faults built in."""

from __future__ import annotations

import ctypes
import os
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.process import COMMAND, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DROP: Final = 24
"""prctl: take a capability out of what this process and its children can ever have."""

_OVERRIDE: Final = (1, 2)
"""The capabilities by which root reads and writes files whatever their permissions."""


def without_rights(
    *arguments: str | bytes, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user for whom permissions count; root does without the right to pass over them."""
    return subprocess.run(
        [*COMMAND, *arguments], cwd=cwd, env=environment(env), capture_output=True, check=False, timeout=60,
        preexec_fn=_renounce if os.geteuid() == 0 else None,
    )  # fmt: skip


def _renounce() -> None:
    library = ctypes.CDLL(None, use_errno=True)
    for capability in _OVERRIDE:
        if library.prctl(_DROP, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "root cannot give up its rights")


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


def eventually(condition: Callable[[], object], seconds: float = 30) -> None:
    """Wait until a condition holds; fail where it takes too long."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {seconds} seconds in vain")
        time.sleep(0.02)


DEADLY: Final = """
import os, signal
import speechparse.batch.work as work
_parse = work.parse
def parse(text, **options):
    if "致命" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return _parse(text, **options)
work.parse = parse
"""
"""A fault: the process that parses a text with 致命 in it is killed, as for want of memory."""

SLOW: Final = """
import time
import speechparse.batch.work as work
_parse = work.parse
def parse(text, **options):
    time.sleep(0.05)
    return _parse(text, **options)
work.parse = parse
"""
"""A fault: every text takes a twentieth of a second."""

STUCK: Final = """
import os, time
import speechparse.batch.work as work
_parse = work.parse
_folder = os.path.dirname(__file__)
def parse(text, **options):
    if "卡住" in text:
        open(os.path.join(_folder, f"stuck-{os.getpid()}"), "w", encoding="utf-8").close()
        while not os.path.exists(os.path.join(_folder, "go")):
            time.sleep(0.05)
    return _parse(text, **options)
work.parse = parse
"""
"""A fault: a text with 卡住 in it takes until there is a file `go` beside the fault; a file `stuck-…` there says which
process waits for it."""
