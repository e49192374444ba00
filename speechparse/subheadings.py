"""Unnumbered headings between the items of a list: short lines without any mark of a sentence, below a closed one."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Final

from speechparse.families import SPACE
from speechparse.finds import Finds
from speechparse.frame import is_header, is_page_number
from speechparse.lines import past_blanks

_LENGTH: Final = 24
_CLOSED: Final = frozenset("。！？”；!?")
_NEVER_FIRST: Final = frozenset("（(【[—-●■◆▲★▌▍▎◎○•·✅☆")
_BETWEEN: Final = frozenset(SPACE + "\n")


@cache
def _bare_line() -> re.Pattern[str]:
    return re.compile(r"\n([^。；！？：，、,;:!?…\n]+)(?=\n)")


class Subheadings(Finds):
    """The unnumbered headings of a text. One is sure where prose follows: a line that is closed, or long."""

    __slots__ = ("_above", "_below", "_markers", "_sure", "_sure_above")

    def __init__(self, text: str, markers: frozenset[int]) -> None:
        """Take the folded text, and where its markers begin: a line that opens with one is no such heading."""
        super().__init__(text)
        self._markers = markers
        self._above: list[int] = []  # where the last character above each stands that is no blank
        self._below: list[int] = []  # where the line below each ends
        self._sure: list[int] = []
        self._sure_above: list[int] = []

    def clear(self) -> None:
        """Forget what was found."""
        for places in (self.places, self._above, self._below, self._sure, self._sure_above):
            places.clear()

    def look(self, begin: int, end: int) -> None:
        """Take those that begin between two offsets, at the second of which a line ends."""
        text = self.text
        for match in _bare_line().finditer(text, begin - 1, end):
            line = match[1].strip(SPACE)
            if not 1 < len(line) <= _LENGTH or line[0] in _NEVER_FIRST:
                continue
            above = _last_above(text, match.start())
            if text[above] not in _CLOSED or past_blanks(text, match.start(1), end) in self._markers:
                continue
            if not is_page_number(line) and not is_header(line):
                self._take(match.start(1), above, match.end())

    def _take(self, begin: int, above: int, end: int) -> None:
        below, sure = _line_below(self.text, end)
        self.places.append(begin)
        self._above.append(above)
        self._below.append(below)
        if sure:
            self._sure.append(begin)
            self._sure_above.append(above)

    def stand_between(self, begin: int, end: int) -> bool:
        """Whether one stands behind an offset and above the line of another: a sure one, or one right above it."""
        line = self.text.rfind("\n", begin, end) + 1
        if not line:
            return False
        self.read(begin, line)
        index = bisect_left(self._sure_above, begin)
        if index < len(self._sure) and self._sure[index] < line:
            return True
        index = bisect_left(self.places, line) - 1
        return index >= 0 and self._above[index] >= begin and self._below[index] >= end


def _last_above(text: str, at: int) -> int:
    """Return where the last character stands above a line feed, or in the first line, that is no blank."""
    at -= 1
    while at > 0 and text[at] in _BETWEEN:
        at -= 1
    return at


def _line_below(text: str, end: int) -> tuple[int, bool]:
    """Return the end of the next line with text below one that ends at an offset, and whether it reads as prose."""
    while end < len(text) - 1:
        begin, end = end + 1, text.find("\n", end + 1)
        line = text[begin:end].strip(SPACE)
        if line:
            return end, line[-1] in _CLOSED or len(line) > _LENGTH
    return len(text), False
