"""Text made fit for XML: escaped, and without the characters that XML cannot hold."""

from __future__ import annotations

from typing import Final

from speechparse.render.visible import visible

HEADER: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_NONCHARACTERS: Final = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def holdable(text: str) -> str:
    """Return one line of text without what XML cannot hold even if it is escaped."""
    return visible(text).translate(_NONCHARACTERS)


def escaped(text: str) -> str:
    """Return one line of text for an element or for an attribute in double quotes."""
    return holdable(text).translate(_ESCAPES)


def escaped_lines(lines: list[str]) -> str:
    """Return lines for an attribute, the line feeds between them written so that no reader takes them for spaces."""
    return "&#10;".join(map(escaped, lines))
