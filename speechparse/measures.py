"""How long lines are: in characters, or in columns, of which a Han character takes two.

All lines are measured at once: GBK has two bytes for what is two columns wide, and no byte of it is a line feed.
"""

from __future__ import annotations

import codecs
from typing import Final, NamedTuple


class Measure(NamedTuple):
    """A way to measure lines."""

    step: int
    """How long a Han character is."""
    wider: str
    """The half-width marks that count like full-width ones."""

    def sizes(self, lines: list[str]) -> list[int]:
        """Return how long each of some lines is."""
        if self.step == 1:
            return list(map(len, lines))
        text = "\n".join(lines)
        for mark in self.wider:
            text = text.replace(mark, "，")
        return list(map(len, text.encode("gbk", _OTHERS).split(b"\n"))) if lines else []

    def size(self, line: str) -> int:
        """Return how long a line is."""
        return len(line) if self.step == 1 else self.sizes([line])[0]


_OTHERS: Final = "speechparse-columns"


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """Return something as wide for characters that GBK does not have, and where they end."""
    from unicodedata import east_asian_width  # noqa: PLC0415 -- hardly any line holds such characters

    if not isinstance(error, UnicodeEncodeError):
        raise error
    chars = error.object[error.start : error.end]
    return "".join("??" if east_asian_width(char) in "WFA" else "?" for char in chars), error.end


codecs.register_error(_OTHERS, _stand_in)

MEASURES: Final = (Measure(1, ""), Measure(2, ""), Measure(2, ",:;()!?"))
"""In characters; in columns; in the columns that lines took before somebody made their marks half-width."""
