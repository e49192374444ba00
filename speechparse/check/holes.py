"""Numbers that a list has not where it should, and what stands for them.

A number is only said to be missing where nothing at all stands for it; a hole where something stands in another form
is that form's fault, and one where it is unsure what stands there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import with_number
from speechparse.check.places import LINE, is_torn_off, line_end, place_of, same_line
from speechparse.check.series import UNWRITTEN, Member
from speechparse.check.traces import Form, Wanted, traces, traces_at_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.lists import Lists
    from speechparse.check.series import Series
    from speechparse.check.traces import Trace
    from speechparse.model import Item

_INITIALS: Final = frozenset(("letter", "roman"))
"""Families that in mid-line may be the initials of a name."""
_MOST_MISSING: Final = 3
"""A list that begins higher is a piece of another text."""
_LEAST: Final = 2
_LEFT_OUT: Final = re.compile(
    r"\n[ \t\u3000]*(?:…+|\.{3,}|[（(]?(?:以下|此处|中间)?(?:从略|省略|略|删节)[）)]?)[ \t\u3000]*\r?(?=\n)"
    r"|[（(](?:以下|此处|中间)?(?:从略|省略|略|删节)[）)]"
)
"""What says that something was left out."""
_SENTENCE: Final = re.compile("[。；！？，]")


class Kind(Enum):
    """What a hole is."""

    MISSING = "missing"
    """Nothing stands for the number."""
    LATE = "late"
    """The number stands after a greater one."""
    OTHER_MARK = "other mark"
    LOOK_ALIKE = "look-alike"
    OTHER_FAMILY = "other family"


_KINDS: Final = {
    Form.OTHER_MARK: Kind.OTHER_MARK,
    Form.LOOK_ALIKE: Kind.LOOK_ALIKE,
    Form.OTHER_FAMILY: Kind.OTHER_FAMILY,
}


@dataclass(frozen=True, slots=True)
class Hole:
    """A number that a list has not where it should be."""

    series: Series
    ordinal: int
    before: Item | None
    """The item before it; None where the list begins too high."""
    after: Item | None
    """The item after it; None where it would be the last."""
    kind: Kind
    found: Member | None
    """What stands for it in the text."""


class HoleFinder:
    """Looks through lists, parents before what is below them, and keeps what it finds."""

    def __init__(self, lists: Lists) -> None:
        """Find nothing yet."""
        self.lists = lists
        self.text = lists.text
        self.holes: list[Hole] = []
        self.claimed: set[int] = set()
        """Where what stands for a number begins: it belongs to no other list."""
        self._ends: dict[str, set[int]] = {}

    def look_at(self, series: Series) -> None:
        """Find the holes of one list."""
        if series.is_firm and series.family not in UNWRITTEN and (series.is_block or series.family not in _INITIALS):
            if series.first.ordinal > 1:
                self._before_first(series)
            self._between(series)
            if series.is_block and len(series.items) >= _LEAST:
                self._behind_last(series)
        self._ends.setdefault(series.key, set()).add(series.last.ordinal)

    def _between(self, series: Series) -> None:
        spare = 0  # numbers that a repeat just before took the place of: of 一 二 二 四 none is missing
        for one, other in pairwise(series.items):
            if other.ordinal == one.ordinal + 1:
                spare = 0
            elif other.ordinal == one.ordinal:
                spare += 1
            else:
                if series.is_block or same_line(self.text, one.start, other.start):
                    for ordinal in range(one.ordinal + 1 + spare, other.ordinal):
                        self._hole(series, ordinal, one, other)
                spare = 0

    def _behind_last(self, series: Series) -> None:
        """Look for a further member that only its form kept out of the list."""
        last = series.last
        ordinal = last.ordinal + 1
        begin, end = last.start + len(last.marker), self.lists.near_end(series)
        wanted = Wanted(series.first.marker, ordinal)
        for trace in traces_at_lines(self.text, begin, end, wanted, self.lists.listed):
            kind = _KINDS.get(trace.form)
            if trace.start in self.claimed or kind is None:
                continue
            if kind is Kind.OTHER_FAMILY and (ordinal <= _LEAST or self._has_own_list(trace, begin, ordinal)):
                continue
            self._add(Hole(series, ordinal, last, None, kind, _found(trace, ordinal)))
            return

    def _has_own_list(self, trace: Trace, begin: int, ordinal: int) -> bool:
        """Whether smaller numbers in the form of what was found stand before it: then it is theirs."""
        smaller = (with_number(trace.marker, number) for number in {1, ordinal - 1})
        return any(marker and self.text.find(marker, begin, trace.start) >= 0 for marker in smaller)

    # --- before the first --------------------------------------------------------------------------------------------

    def _before_first(self, series: Series) -> None:
        first = series.first
        if first.ordinal > _MOST_MISSING + 1 or len(series.items) < _LEAST:
            return
        # 条 go on through 章, and 五十九、 after 肆、: then the numbers are those of one list.
        if first.ordinal - 1 in self._ends.get(series.key, ()) or self._continues_other(series):
            return
        if self._continues_above(series):
            return
        for ordinal in range(1, first.ordinal):
            if not self._stands_apart(series, ordinal):
                self._hole(series, ordinal, None, first)

    def _continues_other(self, series: Series) -> bool:
        """Whether the list goes on from one of another family, at the same level: then that is the fault."""
        first, before = series.first, series.previous.last if series.previous else series.parent
        if before is None or before.ordinal != first.ordinal - 1 or before.family == first.family:
            return False
        if not series.holds(place_of(self.text, before.start)) or self.lists.owners[before.start].last is not before:
            return False
        found = Member(first.start, first.marker, first.ordinal, first)
        self.holes.append(Hole(series, first.ordinal, before, None, Kind.OTHER_FAMILY, found))
        self.claimed.add(before.start)
        return True

    def _continues_above(self, series: Series) -> bool:
        """Whether the list goes on from one that it stands below: then the parser has put it too deep."""
        above = series.above
        while above and not (above.key == series.key and above.last.ordinal == series.first.ordinal - 1):
            above = above.above
        return above is not None

    def _stands_apart(self, series: Series, ordinal: int) -> bool:
        """Whether the number stands before the list in one that something else in the text has cut from it."""
        begin = series.parent.start if series.parent else series.speech.start
        for other in self.lists.like(series, begin, series.first.start):
            numbers = {item.ordinal for item in other.items if series.holds(place_of(self.text, item.start))}
            if ordinal in numbers and series.first.ordinal not in numbers:
                return True
        return False

    # --- one hole ----------------------------------------------------------------------------------------------------

    def _hole(self, series: Series, ordinal: int, before: Item | None, after: Item) -> None:
        """Decide what a hole is, and note it unless that is unsure."""
        begin = before.start + len(before.marker) if before else self.lists.head(series)
        unsure = self._is_torn(begin, after)
        for trace in self._traces(series, ordinal, begin, after.start):
            kind = _KINDS.get(trace.form)
            if kind and self._is_level(series, trace, after):
                self._add(Hole(series, ordinal, before, after, kind, _found(trace, ordinal)))
                return
            unsure = unsure or self._is_unsure(series, trace)
        if unsure:
            return
        if late := self._late(series, ordinal, after):
            self._add(Hole(series, ordinal, before, after, Kind.LATE, late))
        elif not self._is_glued(series, ordinal, begin, after):
            self.holes.append(Hole(series, ordinal, before, after, Kind.MISSING, None))

    def _traces(self, series: Series, ordinal: int, begin: int, end: int) -> Iterator[Trace]:
        found = traces(self.text, begin, end, Wanted(series.first.marker, ordinal), self.lists.listed)
        return (trace for trace in found if trace.start not in self.claimed)

    def _is_level(self, series: Series, trace: Trace, after: Item) -> bool:
        """Whether what was found stands as the members of the list do."""
        return series.holds(trace.place) and (series.is_block or same_line(self.text, trace.start, after.start))

    def _is_torn(self, begin: int, after: Item) -> bool:
        """Whether the text leaves something out before an item, or quotes it from another text."""
        return bool(_LEFT_OUT.search(self.text, begin, after.start)) or is_torn_off(self.text, after.start)

    def _is_unsure(self, series: Series, trace: Trace) -> bool:
        """Whether it may stand for the number: the very marker, a heading without its mark, 二看 after 一抓."""
        if trace.form is Form.UNSURE and series.is_block:
            stop = line_end(self.text, trace.start)
            return trace.place == LINE and not _SENTENCE.search(self.text, trace.start, stop)
        return trace.form is Form.SAME or series.holds(trace.place)

    def _is_glued(self, series: Series, ordinal: int, begin: int, after: Item) -> bool:
        """Whether the number stands where no marker would: glued to a word."""
        marker = with_number(series.first.marker, ordinal)
        return marker is not None and self.text.find(marker, begin, after.start) >= 0

    def _late(self, series: Series, ordinal: int, after: Item) -> Member | None:
        """Return the member that comes after a greater number."""
        wanted = with_number(after.marker, ordinal)
        if wanted is None:
            return None
        begin, end = after.start + len(after.marker), self.lists.far_end(series)
        start = self.lists.find(wanted, begin, end, series, lone=True)
        return Member(start, wanted, ordinal) if start >= 0 else None

    def _add(self, hole: Hole) -> None:
        """Note a hole for which something stands, which then belongs to its list."""
        self.holes.append(hole)
        if hole.found:
            hole.found.strange = hole.kind is Kind.OTHER_FAMILY
            hole.series.found.append(hole.found)
            self.claimed.add(hole.found.start)
            self.lists.disown(hole.found.start)


def _found(trace: Trace, ordinal: int) -> Member:
    return Member(trace.start, trace.marker, ordinal)
