"""The package as its users have it: built and installed in an environment of its own, compiled where it can be."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import speechparse.nest
from benchmarks.corpus import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def environment() -> Iterator[Path]:
    """Yield the folder with the programs of a new environment that has this package installed and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder, "Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "-q", ROOT], check=True)
        yield programs


def run(programs: Path, code: str) -> None:
    """Run Python code in such an environment; it may import the benchmarks, which measure what is installed there."""
    # At the end of the path: the package of this copy must not stand before the installed one.
    reach = f"import sys; sys.path.append({str(ROOT)!r}); {code}"
    subprocess.run([programs / "python", "-c", reach], check=True, cwd=programs)


def kind() -> str:
    """Return what runs in this process: compiled or interpreted modules."""
    return "interpreted" if speechparse.nest.__file__.endswith(".py") else "compiled"
