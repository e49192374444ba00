"""Text made safe to show: nothing in a speech or a file name may act on a terminal."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Final

_PICTURES: Final = 0x2400
"""The control pictures: U+2400 shows U+0000, U+241B shows escape."""

_REPLACED: Final = (
    range(0x80, 0xA0),  # C1: U+009B alone opens an escape sequence on some terminals
    range(0x2028, 0x202F),  # line and paragraph separators; marks that turn the direction of what follows
    range(0x2066, 0x206A),  # the same, isolating
    range(0xD800, 0xE000),  # lone surrogates: no encoding can write them
)


def visible(text: str) -> str:
    """Return the text on one line, with a visible sign for each character that would act instead of being seen."""
    return text if text.isprintable() else text.translate(_table())


@cache
def _table() -> dict[int, str]:
    """Make the table when a text first needs it: most never do."""
    pictures = {code: chr(_PICTURES + code) for code in range(0x20)} | {0x7F: "\u2421", ord("\t"): " "}
    return pictures | dict.fromkeys(chain.from_iterable(_REPLACED), "\ufffd")
