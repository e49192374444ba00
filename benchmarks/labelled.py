"""The labelled speeches that may lie beside the project, scored by the program that lies with them."""

from __future__ import annotations

import hashlib
import json
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

from benchmarks import corpus

if TYPE_CHECKING:
    from pathlib import Path

Figures = dict[str, dict[str, Any]]
"""By variant of the documents, then by name."""

SPEECHPARSE: Final = (sys.executable, "-m", "speechparse")
RIVAL: Final = (sys.executable, "-m", "benchmarks.rival")
ABSENT: Final = "not run: the labelled speeches (../shared/bench) are not beside the project"


def present() -> bool:
    """Return whether there is anything to score."""
    return corpus.SCORER.exists() and corpus.LABELLED.is_dir()


def score(command: tuple[str, ...]) -> Figures:
    """Return the figures of a command."""
    run = subprocess.run(
        [sys.executable, str(corpus.SCORER), "--json", "--cmd", shlex.join(command)],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=corpus.ROOT,
    )
    figures: Figures = json.loads(run.stdout)
    return figures


def digest(folder: Path) -> str:
    """Return the SHA-256 of a folder's files, names and bytes."""
    result = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        result.update(f"{path.name} {len(data)}\n".encode())
        result.update(data)
    return result.hexdigest()
