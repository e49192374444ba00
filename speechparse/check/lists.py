"""The lists of a text, found by where they stand and what their markers share."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

from speechparse.check.places import is_quoted, line_end, place_of
from speechparse.check.series import by_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.series import Series

_REACH: Final = 3000
"""How far before a list its first member is looked for, in code points."""


class Lists:
    """All lists of one text, those that run through it joined."""

    def __init__(self, text: str, every: list[Series]) -> None:
        """Take the lists, parents before what is below them."""
        self.text = text
        self.every = every

    @cached_property
    def owners(self) -> dict[int, Series]:
        """The list of each item, by the item's start."""
        return {item.start: series for series in self.every for item in series.items}

    @cached_property
    def listed(self) -> set[int]:
        """The starts of the items that are neither alone in their lists nor of another family than the first."""
        return {
            item.start
            for series in self.every
            if len(series.items) > 1
            for item in series.items
            if item.family == series.family
        }

    def disown(self, start: int) -> None:
        """Take an item that stands for a number of another list out of the one it was a stranger in."""
        owner = self.owners.get(start)
        if owner and len(owner.items) > 1:
            owner.items = [item for item in owner.items if item.start != start or item is owner.first]

    # --- stretches of text -------------------------------------------------------------------------------------------

    def head(self, series: Series) -> int:
        """Return where what precedes a list begins: after its parent's marker, or with its speech."""
        parent = series.parent
        begin = parent.start + len(parent.marker) if parent else series.speech.start
        return max(begin, series.first.start - _REACH)

    def near_end(self, series: Series) -> int:
        """Return where what belongs to a list's last member surely ends: with its line, or before the next one."""
        if not series.is_block:
            return line_end(self.text, series.last.start)
        index = bisect_left(self._block_starts, max(series.last.end, series.last.start + 1))
        return self._block_starts[index] if index < len(self._block_starts) else series.speech.end

    def far_end(self, series: Series) -> int:
        """Return where the last place for a member of a list is: before its parent ends or another list begins."""
        if not series.is_block:
            return line_end(self.text, series.last.start)
        if series.parent is None:
            return min(self._next_list(series), series.speech.end)
        return max(min(self._next_list(series), series.parent.end), self.near_end(series))

    def _next_list(self, series: Series) -> int:
        """Return where the next list with two members or more begins under the same parent."""
        after = self._following.get(id(series))
        while after and len(after.items) == 1:
            after = self._following.get(id(after))
        return after.first.start if after else len(self.text)

    @cached_property
    def _following(self) -> dict[int, Series]:
        """The list behind each list under the same parent, by the `id` of the first."""
        return {id(series.previous): series for series in self.every if series.previous}

    @cached_property
    def _block_starts(self) -> list[int]:
        """The starts of the items in lists of headings or paragraphs, in order."""
        return sorted(item.start for series in self.every if series.is_block for item in series.items)

    # --- searches ----------------------------------------------------------------------------------------------------

    def like(self, series: Series, begin: int, end: int) -> Iterator[Series]:
        """Yield the lists of the same key as a list that begin between two offsets."""
        lists = self._by_key[series.key]
        index = bisect_left(lists, begin, key=_start_of)
        while index < len(lists) and lists[index].first.start < end:
            yield lists[index]
            index += 1

    @cached_property
    def _by_key(self) -> dict[str, list[Series]]:
        return by_key(self.every)

    def find(self, marker: str, begin: int, end: int, series: Series, *, lone: bool = False) -> int:
        """Return where a marker stands as those of a list do, but in no list of the outline; -1 where nowhere.

        With `lone`, an item that is alone in its list counts as in none.
        """
        at = self.text.find(marker, begin, end)
        while at >= 0:
            if at not in (self.listed if lone else self.owners) and self._stands(series, at, marker):
                return at
            at = self.text.find(marker, at + 1, end)
        return -1

    def _stands(self, series: Series, at: int, marker: str) -> bool:
        """Whether a marker could be a member there: 一是一，二是二 is a phrase, and what is quoted is no list."""
        if self.text[at + len(marker) : at + len(marker) + 1] == marker[0] or is_quoted(self.text, at):
            return False
        return series.holds(place_of(self.text, at))


def _start_of(series: Series) -> int:
    return series.first.start
