"""Endings of file names: which inputs are read, and how outputs end."""

from __future__ import annotations

from typing import Final

from speechparse.cli.formats import WRITERS

READ: Final = frozenset((".txt",))
"""Of the files that are taken from a folder."""


def ending_of(format_name: str) -> str:
    """Return how the files of a format end."""
    return f".{format_name}"


def formats() -> list[str]:
    """Return the formats that a folder's files can have."""
    return list(WRITERS)
