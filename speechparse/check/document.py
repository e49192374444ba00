"""What the rules look at: a text, its outline, its lists, and what is found once for several rules."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.check.announced import announcement_before
from speechparse.check.series import all_series, by_key, through_numbered
from speechparse.check.survey import Survey

if TYPE_CHECKING:
    from speechparse.check.announced import Announcement
    from speechparse.check.finding import Fix
    from speechparse.check.series import Series
    from speechparse.model import Item, Outline, Speech

LADDER: Final = {"han": 1, "han-paren": 2, "arabic": 3, "arabic-paren": 4}
"""The families of the levels that the standard gives to official papers: 一、 （一） 1. （1）."""
THROUGH: Final = "article"
"""The family that is numbered through a whole text."""


class Announced(NamedTuple):
    """An announcement and the list that follows it."""

    announcement: Announcement
    series: Series


class Document:
    """One text with its outline, as the rules see it."""

    def __init__(self, text: str, outline: Outline) -> None:
        """Take a text and what `parse` made of it."""
        self.text = text
        self.outline = outline
        self.renumberings: dict[int, Fix | None] = {}
        """What would number each list through, by the list's `id`, as far as anybody asked."""

    @property
    def series(self) -> list[Series]:
        """The lists, each under its parent, with what was found beside their items."""
        return self._surveyed[0]

    @property
    def survey(self) -> Survey:
        """What is wrong with the numbers of the lists, those that run through a text joined."""
        return self._surveyed[1]

    @cached_property
    def _surveyed(self) -> tuple[list[Series], Survey]:
        series = all_series(self.text, self.outline)
        return series, Survey(self.text, through_numbered(self.text, series, THROUGH))

    @cached_property
    def markers(self) -> dict[tuple[str, str], list[Item]]:
        """The items by family and marker: what is wrong with a marker is wrong wherever it stands."""
        found: dict[tuple[str, str], list[Item]] = {}
        for item in self.outline.walk():
            found.setdefault((item.family, item.marker), []).append(item)
        return found

    @cached_property
    def announced(self) -> list[Announced]:
        """The lists that the text right before them announces with a count."""
        found: list[Announced] = []
        for series in self.series:
            before = series.previous.last if series.previous else series.parent
            begin = before.start + len(before.marker) if before else series.speech.start
            if announcement := announcement_before(self.text, begin, series.first.start):
                found.append(Announced(announcement, series))
        return found

    @cached_property
    def comma(self) -> str:
        """The comma of the text: half-width where it has more of those."""
        return "，" if self.text.count("，") >= self.text.count(",") else ","

    @cached_property
    def ladders(self) -> dict[int, list[Series]]:
        """The lists of headings that the standard's ladder numbers, in order, by the `id` of their speech."""
        found: dict[int, list[Series]] = {}
        for series in sorted(self.series, key=lambda series: series.first.start):
            if series.is_block and series.family in LADDER:
                found.setdefault(id(series.speech), []).append(series)
        return found

    def speech_at(self, offset: int) -> Speech | None:
        """Return the speech that holds an offset, or None."""
        index = bisect_right(self._speech_starts, offset) - 1
        speech = self.outline.speeches[index] if index >= 0 else None
        return speech if speech and offset < speech.end else None

    @cached_property
    def _speech_starts(self) -> list[int]:
        return [speech.start for speech in self.outline.speeches]

    @cached_property
    def by_speech(self) -> dict[int, list[Series]]:
        """The lists of each speech, by its `id`."""
        found: dict[int, list[Series]] = {}
        for series in self.series:
            found.setdefault(id(series.speech), []).append(series)
        return found

    @cached_property
    def by_key(self) -> dict[str, list[Series]]:
        """The lists of each key, in the order of the text."""
        return by_key(self.series)
