"""The order of levels that the standard gives to official papers: 一、 （一） 1. （1）."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.series import Series
    from speechparse.model import Item, Speech

LADDER: Final = {"han": 1, "han-paren": 2, "arabic": 3, "arabic-paren": 4}
"""Each family with its level; families that are not here stand where a text puts them."""
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


def ladder_of(document: Document, speech: Speech) -> set[str]:
    """Return the families of the ladder that number headings of a speech."""
    return {
        series.family
        for series in document.series
        if series.speech is speech and series.is_block and series.family in LADDER
    }
