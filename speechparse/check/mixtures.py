"""Members of a list that are numbered in another way than the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.check.holes import Kind
from speechparse.check.traces import family_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.series import Series
    from speechparse.model import Item

SETS: Final = {"di": "di", "di-unit": "di", "qi": "qi", "order": "order"}
"""The three sets of words, by family."""
_FREE: Final = frozenset(("parallel", "aspect", "di-unit"))
"""Families that go with any other: 一是…，另一是…; the words of 第二层… may be no marker at all."""
_LAST: Final = "最末"
"""What 最后 and 末了 begin with: they end a list of any kind."""
_SHOWN: Final = 3
_FEWEST: Final = 3
"""Of two members that differ, nobody can say which is the stranger."""


class Stranger(NamedTuple):
    """A member that is not numbered as the others are."""

    start: int
    marker: str
    others: str
    """Markers of the others."""
    of_sets: bool
    """Whether it and the others are words of two of the three sets."""

    @property
    def values(self) -> dict[str, str]:
        """Return what a message says of it."""
        return {"marker": self.marker.strip(), "others": self.others}


def strangers(document: Document) -> Iterator[Stranger]:
    """Yield the strangers in all lists: those that the parser put into a list, and those it left out."""
    for series in document.series:
        if len(series.items) >= _FEWEST and len({item.family for item in series.items}) > 1 and series.is_firm:
            yield from _among_items(series)
    for hole in document.survey.holes:
        if hole.kind is Kind.OTHER_FAMILY and hole.found:
            series = hole.series
            family = hole.found.item.family if hole.found.item else family_of(hole.found.marker)
            main = hole.before.family if hole.found.item and hole.before else series.family
            others = hole.before.marker.strip() if hole.found.item and hole.before else _markers(series, series.family)
            yield Stranger(hole.found.start, hole.found.marker, others, _of_sets(family, main))


def _among_items(series: Series) -> Iterator[Stranger]:
    bound = [item for item in series.items if not _goes_with_any(item, series)]
    counts = Counter(_kind(item.family) for item in bound)
    usual = max(counts, key=lambda kind: counts[kind], default="")
    for item in bound:
        if _kind(item.family) != usual:
            yield Stranger(item.start, item.marker, _markers(series, usual), _of_sets(item.family, usual))


def _goes_with_any(item: Item, series: Series) -> bool:
    return item.family in _FREE or (item is series.last and item.marker[0] in _LAST)


def _kind(family: str) -> str:
    """Return the set of a family, or the family itself."""
    return SETS.get(family, family)


def _of_sets(one: str, other: str) -> bool:
    return one in SETS and other in SETS


def _markers(series: Series, kind: str) -> str:
    """Return a few markers of a kind, as a message shows them."""
    markers = [item.marker.strip() for item in series.items if _kind(item.family) == _kind(kind)]
    return " ".join(markers[:_SHOWN])
