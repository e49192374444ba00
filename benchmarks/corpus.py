"""The texts that benchmarks run on: the project's own fixtures, and the labelled speeches where they lie beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.spec_cases import read_cases
from tests.speech_files import SPEECHES

ROOT: Final = Path(__file__).resolve().parent.parent
SHARED: Final = ROOT.parent / "shared"
LABELLED: Final = SHARED / "bench" / "dev"
SCORER: Final = SHARED / "bench" / "score.py"
SEED: Final = LABELLED / "seed.txt"


def speeches() -> str:
    """Return the whole speeches of the fixtures, one after the other."""
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SPEECHES.glob("*.txt")))


def dense() -> str:
    """Return the texts of all spec cases and then the speeches: every family, a marker in almost every line."""
    return "\n".join([*(case.text for case in read_cases()), speeches()])


def seed() -> str | None:
    """Return the seed page of the labelled speeches, or None where they are not beside the project."""
    return SEED.read_bytes().decode("utf-8-sig") if SEED.exists() else None


def repeated(text: str, megabytes: float) -> str:
    """Return a text repeated until it has about so many megabytes of UTF-8."""
    if not text:
        raise ValueError("nothing to repeat: the fixtures are missing")
    return text * max(1, round(megabytes * 1e6 / len(text.encode())))
