"""Where something stands in a text: at the start of a line, after the end of a sentence, between quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from speechparse.families import COMMA, OPENING, SENTENCE_END, SPACE

LINE, SENTENCE, CLAUSE, ELSEWHERE = range(4)
"""Places at which markers stand, and all others."""

_PASSED: Final = frozenset(SPACE + OPENING + "”’」』）)*#>-•·●■◆▲★\ufeff")
_LINE_ENDS: Final = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_REACH: Final = 40
_QUOTE_REACH: Final = 400
_QUOTES: Final = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"))


def place_of(text: str, offset: int) -> int:
    """Return LINE, SENTENCE, CLAUSE (after a comma) or ELSEWHERE for what begins at an offset.

    White space, bullets and brackets are looked through.
    """
    stop = max(0, offset - _REACH)
    for index in range(offset - 1, stop - 1, -1):
        char = text[index]
        if char in _LINE_ENDS:
            return LINE
        if char in SENTENCE_END:
            return SENTENCE
        if char in COMMA:
            return CLAUSE
        if char not in _PASSED:
            return ELSEWHERE
    return LINE if stop == 0 else ELSEWHERE


def line_end(text: str, offset: int) -> int:
    """Return where the line of an offset ends, before its line feed."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def same_line(text: str, one: int, other: int) -> bool:
    """Whether no line feed lies between two offsets, the smaller first."""
    return text.find("\n", one, other) < 0


def is_quoted(text: str, offset: int) -> bool:
    """Whether an offset lies between an opening quotation mark of its paragraph and its closing one."""
    low = max(text.rfind("\n", max(0, offset - _QUOTE_REACH), offset), offset - _QUOTE_REACH, 0)
    for opening, closing in _QUOTES:
        opened = text.rfind(opening, low, offset)
        if (
            opened >= 0
            and text.find(closing, opened, offset) < 0
            and text.find(closing, offset, offset + _QUOTE_REACH) >= 0
        ):
            return True
    return False


def is_inside_quotes(text: str, offset: int) -> bool:
    """Whether more quotation marks open than close in the paragraph before an offset, however far away."""
    begin = text.rfind("\n", 0, offset) + 1
    return any(text.count(opening, begin, offset) > text.count(closing, begin, offset) for opening, closing in _QUOTES)


_OPENING: Final = "「『“‘ \t\u3000\r\n"


def is_torn_off(text: str, offset: int) -> bool:
    """Whether what stands at an offset is quoted from another text, or follows dots for what was left out."""
    return text[max(0, offset - 9) : offset].rstrip(_OPENING)[-1:] == "…" or is_inside_quotes(text, offset)


class Lines:
    """Offsets to lines and columns."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        """Find the line feeds once."""
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1, the column in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
