"""Ink: the characters of a text that show on paper. What moves or hides no ink changes no outline."""

from __future__ import annotations

from typing import Final

INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters that take no place on paper."""


def is_ink(char: str) -> bool:
    """Return whether a character shows on paper."""
    return not char.isspace() and char not in INVISIBLE


def ink(text: str) -> str:
    """Return the characters of a text that show on paper."""
    return "".join(filter(is_ink, text))
