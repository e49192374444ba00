"""Numbers that a list has twice."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from speechparse.check.anatomy import take_apart, with_number
from speechparse.check.introductions import is_introduced
from speechparse.check.places import ELSEWHERE, is_torn_off, place_of
from speechparse.check.series import UNWRITTEN, Member, is_heading

if TYPE_CHECKING:
    from speechparse.check.lists import Lists
    from speechparse.check.series import Series
    from speechparse.model import Item


@dataclass(frozen=True, slots=True)
class Repeat:
    """A number that a list has twice."""

    series: Series
    first: Member
    second: Member


class RepeatFinder:
    """Looks through lists and keeps what it finds."""

    def __init__(self, lists: Lists) -> None:
        """Find nothing yet."""
        self.lists = lists
        self.text = lists.text
        self.repeats: list[Repeat] = []

    def look_at(self, series: Series) -> None:
        """Find the repeats of one list."""
        if not series.is_firm:
            return
        for one, other in pairwise(series.items):
            if one.ordinal == other.ordinal > 1 and self._is_repeat(other):
                self.repeats.append(Repeat(series, _member(one), _member(other)))
                if other is series.last:
                    self._follow(series, _member(other), self.lists.near_end(series))
        if alone := self._alone_before(series):
            self.repeats.append(Repeat(series, _member(alone), _member(series.first)))
        if not (series.is_block and is_heading(series.family)) and series.family not in UNWRITTEN:
            self._buried(series)

    def _is_repeat(self, item: Item) -> bool:
        """Whether an item with the number of the one before it repeats it: 第三条之一, 註三 and quotations do not."""
        end = item.start + len(item.marker)
        if "之" in self.text[item.start : end + 1] or place_of(self.text, item.start) == ELSEWHERE:
            return False
        return not is_torn_off(self.text, item.start)

    def _alone_before(self, series: Series) -> Item | None:
        """Return the 一、 that stands alone before the 一、 of a list, with nothing new beginning between them."""
        before = series.previous
        if before is None or not (len(before.items) == 1 == before.first.ordinal == series.first.ordinal):
            return None
        if before.key != series.key or not series.is_block or not is_heading(series.family):
            return None
        return None if is_introduced(self.text, before.first.start, series.first.start) else before.first

    def _buried(self, series: Series) -> None:
        """Find a second 二是 in the text of the item 二是: the parser takes the first."""
        ends = [*(item.start for item in series.items[1:]), self.lists.near_end(series)]
        for item, end in zip(series.items, ends, strict=True):
            if item.ordinal > 1 and take_apart(item.marker).number:
                start = self.lists.find(item.marker, item.start + len(item.marker), end, series)
                if start >= 0:
                    self._take_up(series, item, start, end)

    def _take_up(self, series: Series, item: Item, start: int, end: int) -> None:
        """Note a repeat, and the members that follow it and were left out with it."""
        member = Member(start, item.marker, item.ordinal)
        self.repeats.append(Repeat(series, _member(item), member))
        series.found.append(member)
        self._follow(series, member, end)

    def _follow(self, series: Series, member: Member, end: int) -> None:
        """Take up the members behind a repeat: they count on from it, or as if it had its own number."""
        while following := self._next(series, member, 1, end) or self._next(series, member, 2, end):
            series.found.append(following)
            member = following

    def _next(self, series: Series, member: Member, step: int, end: int) -> Member | None:
        wanted = with_number(member.marker, member.ordinal + step)
        at = self.lists.find(wanted, member.end, end, series) if wanted else -1
        return Member(at, wanted, member.ordinal + step) if wanted and at >= 0 else None


def _member(item: Item) -> Member:
    return Member(item.start, item.marker, item.ordinal, item)
