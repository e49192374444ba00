"""What the rules look at: a text, its outline, its lists, and what is found once for several rules."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.check.announced import announcement_before
from speechparse.check.gaps import Survey
from speechparse.check.series import all_series, through_numbered

if TYPE_CHECKING:
    from speechparse.check.announced import Announcement
    from speechparse.check.series import Series
    from speechparse.model import Item, Outline

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
