"""What is wrong with the numbers of the lists of one text: found once, for all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.check.holes import HoleFinder
from speechparse.check.lists import Lists
from speechparse.check.repeats import RepeatFinder

if TYPE_CHECKING:
    from speechparse.check.holes import Hole
    from speechparse.check.series import Series


class Survey:
    """The holes and repeats of all lists."""

    def __init__(self, text: str, every: list[Series]) -> None:
        """Look at each list; takes the lists with those that run through the text joined."""
        lists = Lists(text, every)
        holes, repeats = HoleFinder(lists), RepeatFinder(lists)
        for series in every:
            holes.look_at(series)
            repeats.look_at(series)
        self.holes = holes.holes
        self.repeats = repeats.repeats
        self.claimed = holes.claimed
        """Starts of items that stand for a number of another list than the one the parser put them in."""
        self._by_series: dict[int, list[Hole]] = {}
        for hole in self.holes:
            self._by_series.setdefault(id(hole.series), []).append(hole)

    def holes_of(self, series: Series) -> list[Hole]:
        """Return the holes of a list."""
        return self._by_series.get(id(series), [])
