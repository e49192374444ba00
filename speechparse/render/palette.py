"""Which colour a family has: the same in every document."""

from __future__ import annotations

from typing import Final
from zlib import crc32

_USUAL: Final = {
    "chapter": "bright_red",
    "article": "bright_magenta",
    "han": "cyan",
    "han-paren": "green",
    "arabic": "yellow",
    "arabic-paren": "bright_green",
    "circled": "bright_cyan",
    "di-unit": "bright_blue",
    "di": "magenta",
    "order": "red",
    "shi": "blue",
    "yao": "bright_yellow",
}
"""Families that often meet in one speech, each with a colour of its own.

They are the terminal's colours, so that they suit its background; neither black nor white is among them.
"""

_COLOURS: Final = tuple(_USUAL.values())


def colour(family: str) -> str:
    """Return the colour of a family; one that is not usual, or made by a user, has the colour that its name gives."""
    return _USUAL.get(family) or _COLOURS[crc32(family.encode("utf-8", "surrogatepass")) % len(_COLOURS)]
