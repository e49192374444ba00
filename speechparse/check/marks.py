"""The marks after markers: what a standard asks for, what stands there, and the edit from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.check.anatomy import MARKS, narrow, take_apart
from speechparse.check.finding import Edit, Fix, Hit
from speechparse.check.holes import Kind
from speechparse.numerals import DIGITS

if TYPE_CHECKING:
    from speechparse.check.document import Document

WORDS: Final = frozenset(("di", "di-unit", "qi", "order"))
"""B.3.1: 第一， 其一， 首先，"""
HAN: Final = frozenset(("han", "formal", "stem", "branch", "yi-comma"))
"""B.3.2: 一、 甲、"""
LATIN: Final = frozenset(("arabic", "roman", "letter"))
"""B.3.3: 1. A. Ⅰ."""
BRACKETED: Final = frozenset(("han-paren", "arabic-paren", "stem-paren", "letter-paren", "circled", "arabic-half"))
"""B.3.4: （一） （1） ①"""
RUNNING: Final = frozenset(("shi", "yao"))
"""B.3.7: 一是 一要"""


class Place(NamedTuple):
    """A marker with the mark after it, wherever the parser counts the mark."""

    start: int
    family: str
    core: str
    """The marker without its mark, as it is written."""
    mark: str
    """The mark, or empty."""
    mark_start: int
    after: str
    """The character behind it all, or empty at the end of the text."""

    @property
    def end(self) -> int:
        """Return the offset after the mark."""
        return self.mark_start + len(self.mark)


def places(document: Document, families: frozenset[str], marks: str) -> list[Place]:
    """Return the markers of some families with one of some marks after them, in the order of the text.

    The marks are given in half width where they have one, and stand for both widths.
    """
    text = document.text
    both = frozenset(mark for mark in MARKS if narrow(mark) in marks)
    found: list[Place] = []
    for (family, marker), items in document.markers.items():
        if family in families:
            offset = len(take_apart(marker).core)
            found += [
                place_at(text, item.start, family, marker)
                for item in items
                if text[item.start + offset : item.start + offset + 1] in both
            ]
    for hole in document.survey.holes:
        if hole.kind is Kind.OTHER_MARK and hole.found and hole.series.family in families:
            stray = place_at(text, hole.found.start, hole.series.family, hole.found.marker)
            found += [stray] if stray.mark in both else []
    return sorted(found)


def place_at(text: str, start: int, family: str, marker: str) -> Place:
    """Return a marker at an offset with the mark behind it, which may or may not be part of the marker."""
    parts = take_apart(marker)
    mark_start = start + len(parts.core)
    mark = text[mark_start : mark_start + 1]
    if mark not in MARKS:
        mark = ""
    end = mark_start + len(mark)
    return Place(start, family, parts.core, mark, mark_start, text[end : end + 1])


def remark(place: Place, mark: str) -> Fix | None:
    """Return the safe edit that puts another mark after a marker; None where a number would grow out of it.

    1、2020年 must not become 1.2020年, nor 1.1、5月 become 1.15月.
    """
    joins = mark in ("", ".", "．") and place.after in DIGITS and place.after and place.core[-1:] in DIGITS
    if joins or not place.core:
        return None
    return Fix((Edit(place.mark_start, place.end, mark),), safe=True)


def hit(place: Place, mark: str) -> Hit:
    """Return the hit that asks for another mark."""
    values = {"written": place.core + place.mark, "wanted": place.core + mark}
    return Hit(place.start, place.end, values, remark(place, mark))
