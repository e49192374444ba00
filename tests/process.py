"""Runs the real command in a process of its own, as a shell would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import speechparse

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMAND: Final = (sys.executable, "-m", "speechparse")

_PACKAGE: Final = str(Path(speechparse.__file__).parent.parent)

_LEFT_OUT: Final = frozenset(
    ("COLUMNS", "COLORTERM", "FORCE_COLOR", "NO_COLOR", "TERM", "PYTHONIOENCODING", "PYTHONUNBUFFERED", "PYTHONUTF8")
)
"""What would change the output, and may be set where the tests run."""


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which the package is found and nothing but `changes` changes the output."""
    inherited = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    return inherited | {"PYTHONPATH": _PACKAGE} | dict(changes or {})


def unmeasured() -> dict[str, str]:
    """Return the environment without what measures coverage, for who drops root or looks at what is loaded."""
    return {name: value for name, value in environment().items() if not name.startswith("COV")}


def run(
    *arguments: str | bytes, cwd: Path, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end, with pipes for its streams."""
    return subprocess.run(
        [*COMMAND, *arguments], cwd=cwd, input=stdin, env=environment(env), capture_output=True, check=False, timeout=60
    )


def run_shell(script: str, *, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which $SPEECHPARSE is the command."""
    command = {"SPEECHPARSE": " ".join(COMMAND)}
    return subprocess.run(
        ["sh", "-c", script], cwd=cwd, env=environment(command | dict(env or {})), capture_output=True, check=False,
        stdin=subprocess.DEVNULL, timeout=60,
    )  # fmt: skip
