"""Lists that begin again where they should have counted on."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from speechparse.check.announced import announcement_before
from speechparse.check.introductions import is_introduced
from speechparse.check.places import same_line

if TYPE_CHECKING:
    from speechparse.check.document import Document
    from speechparse.check.series import Series

_HEADINGS: Final = frozenset(("part", "chapter", "section", "han", "han-paren", "formal"))
"""Families whose numbers do not begin again for every paragraph, as those of 1. or 第一， do."""


def total(document: Document, series: Series) -> int:
    """Return how many members a list has together with those behind it that begin again in its own form."""
    return len(series.members) + sum(len(one.members) for one in _successors(document, series))


def restarts(document: Document) -> list[tuple[Series, Series]]:
    """Return the lists that should have counted on, each after the one that it should have gone on from."""
    found: dict[int, tuple[Series, Series]] = {}
    for announcement, series in document.announced:
        if announcement.number > len(series.members) and announcement.number == total(document, series):
            chain = [series, *_successors(document, series)]
            found |= {after.first.start: (before, after) for before, after in pairwise(chain)}
    for series in document.series:
        before = series.previous
        if before and _begins_again(before, series) and _is_plain(document, before, series):
            found.setdefault(series.first.start, (before, series))
    return [found[start] for start in sorted(found)]


def _successors(document: Document, series: Series) -> list[Series]:
    """Return the lists of the same form that begin again behind a list, before its speech or its parent goes on.

    Where the parser has put them under the last member's own points, they are there too.
    """
    end = series.parent.end if series.parent else series.speech.end
    lists = document.by_key[series.key]
    chain: list[Series] = []
    before = series
    for one in islice(lists, bisect_right(lists, series.last.start, key=lambda one: one.first.start), None):
        if one.first.start >= end or not _begins_again(before, one):
            break
        chain.append(one)
        before = one
    return chain


def _begins_again(before: Series, series: Series) -> bool:
    return (
        series.first.ordinal == 1
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
