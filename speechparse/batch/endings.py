"""Endings of file names: what an output's ending means, and how outputs end."""

from __future__ import annotations

from typing import Final

from speechparse.batch.job import LINES, TABLE
from speechparse.render.registry import FORMATS, by_ending

_OWN: Final = {"json": ".json", "tree": ".tree"}
"""Of the formats that have no row of their own in the registry."""

_ONE_FILE: Final = {".jsonl": LINES, ".ndjson": LINES, ".parquet": TABLE}
"""Of a destination that is one file, beside those of formats whose documents may follow one another."""


def ending_of(format_name: str) -> str:
    """Return how the files of a format end."""
    return FORMATS[format_name].ending if format_name in FORMATS else _OWN[format_name]


def format_by_ending(path: str) -> str | None:
    """Return the format that the ending of an output means, or None where it means nothing."""
    lower = path.lower()
    own = ((ending, name) for name, ending in _OWN.items())
    return by_ending(path) or next(
        (name for ending, name in (*_ONE_FILE.items(), *own) if lower.endswith(ending)), None
    )


def is_one_file(format_name: str) -> bool:
    """Say whether all documents can be in one file of this format."""
    return format_name in {LINES, TABLE} or (format_name in FORMATS and FORMATS[format_name].joins)
