"""Lists that begin again where they should have counted on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.announced import announcement_before
from speechparse.check.gaps import is_introduced
from speechparse.check.places import same_line

if TYPE_CHECKING:
    from speechparse.check.document import Document
    from speechparse.check.series import Series

_HEADINGS: Final = frozenset(("part", "chapter", "section", "han", "han-paren", "formal"))
"""Families whose numbers do not begin again for every paragraph, as those of 1. or 第一， do."""


def total(document: Document, series: Series) -> int:
    """Return how many members a list has together with those that begin again right behind it."""
    count, one = len(series.members), series
    while (after := document.following.get(id(one))) and _begins_again(after):
        count += len(after.members)
        one = after
    return count


def restarts(document: Document) -> list[Series]:
    """Return the lists that should have counted on from the one before them."""
    whole = {
        id(series)
        for announcement, series in document.announced
        if announcement.count not in (len(series.members), 0) and announcement.count == total(document, series)
    }
    found: list[Series] = []
    for series in document.series:
        before = series.previous
        if before and _begins_again(series) and (id(before) in whole or _is_plain(document, before, series)):
            found.append(series)
            if id(before) in whole:
                whole.add(id(series))
    return found


def _begins_again(series: Series) -> bool:
    before = series.previous
    return (
        before is not None
        and series.first.ordinal == 1
        and len(before.items) > 1
        and series.key == before.key
        and series.is_block == before.is_block
    )


def _is_plain(document: Document, before: Series, series: Series) -> bool:
    """Whether nothing between two lists begins something new."""
    text, start = document.text, series.first.start
    if not series.is_block:
        return same_line(text, before.last.start, start) and text[:start].rstrip()[-1:] in ("；", ";")
    return (
        series.family in _HEADINGS
        and not is_introduced(text, before.last.start, start)
        and announcement_before(text, before.last.start, start) is None
    )
