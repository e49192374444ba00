"""Where the packages of npm are that the tests read with."""

from __future__ import annotations

from pathlib import Path
from shutil import which
from typing import Final

import pytest

MODULES: Final = Path(__file__).parent / "node_modules"


def package(name: str) -> str:
    """Return the path of a package or of a file in it; skip the test where it is not installed."""
    path = MODULES / name
    if which("node") is None or not path.exists():
        pytest.skip(f"{name} is not installed: run .ci/browser.sh")
    return str(path)
