"""The order of levels that the standard gives to official papers: 一、 （一） 1. （1）."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from speechparse.check.document import LADDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.series import Series
    from speechparse.model import Item, Speech

STEPS: Final = ("一、", "（一）", "1.", "（1）")
"""The levels as they are written."""


def steps(document: Document) -> Iterator[tuple[Item, Series]]:
    """Yield each list of headings with the heading it stands below, where both are of the ladder."""
    claimed = document.survey.claimed
    for series in document.series:
        parent = series.parent
        if parent is None or not series.is_block or series.family not in LADDER or parent.family not in LADDER:
            continue
        if parent.start not in claimed and series.first.start not in claimed:
            yield parent, series


def levels_of(document: Document, speech: Speech) -> int:
    """Return how many levels of the ladder number headings of a speech."""
    return len({series.family for series in document.ladders.get(id(speech), ())})


def stands_between(document: Document, parent: Item, series: Series) -> bool:
    """Whether a list of a level between the two stands between a heading and a list below it."""
    between = range(LADDER[parent.family] + 1, LADDER[series.family])
    lists = document.ladders[id(series.speech)]
    low = bisect_right(lists, parent.start, key=_start_of)
    high = bisect_left(lists, series.first.start, key=_start_of)
    return any(LADDER[other.family] in between for other in lists[low:high])


def _start_of(series: Series) -> int:
    return series.first.start
