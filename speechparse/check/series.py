"""Siblings → lists: which items under one parent count on from one another.

The parser has said which items are siblings; two lists may follow each other under one parent, and a list may have a
hole, a number twice or a member of another family. The grouping is made so that a fault stays inside one list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import key_of, take_apart
from speechparse.check.places import CLAUSE, ELSEWHERE, LINE, SENTENCE, place_of
from speechparse.families import BY_NAME
from speechparse.numerals import DIGITS, HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline, Speech

_KEYED: Final = frozenset(("di-unit", "verb", "decimal", "letter", "letter-paren", "roman"))
"""Families whose markers only count on from each other where more than the family is the same."""
_TWINS: Final = frozenset(("shi", "parallel"))
"""Families in which a speaker may say one twice: 一是…，一是…."""
UNWRITTEN: Final = frozenset(("aspect", "parallel", "order"))
"""Families whose numbers are not written: a hole in them cannot be seen."""
_LONGEST_UNIT: Final = 4
_REFERRING: Final = frozenset("规規定款目所号號")
"""What the words behind 第五条 hold where they refer to a law."""
_PROVISIONS: Final = frozenset("条條项項款")
_NUMBERS: Final = frozenset(DIGITS + HAN)
_LONGEST_STEP: Final = 3
"""By how much a number may jump inside one list: what jumps further is another list."""


@dataclass(slots=True)
class Member:
    """One place of a list: an item, or a marker that the parser left out because something is wrong with it."""

    start: int
    marker: str
    ordinal: int
    item: Item | None = None
    strange: bool = False
    """Whether it is written as another family is."""

    @property
    def end(self) -> int:
        """Return the offset after the marker."""
        return self.start + len(self.marker)

    @property
    def label(self) -> str:
        """Return the marker as a message shows it: without the mark after it, unless it is nothing without."""
        parts = take_apart(self.marker)
        return parts.core if parts.core != parts.number else parts.core + parts.mark


@dataclass(slots=True)
class Series:
    """A list: items of one parent that count on from one another."""

    speech: Speech
    parent: Item | None
    items: list[Item]
    place: int
    """Where its first item stands: LINE, SENTENCE, CLAUSE or ELSEWHERE."""
    previous: Series | None
    """The list before it under the same parent."""
    above: Series | None
    """The list that its parent belongs to."""
    found: list[Member] = field(default_factory=list)
    """Markers that belong to it although the parser has not taken them."""

    @property
    def first(self) -> Item:
        """Return the first item."""
        return self.items[0]

    @property
    def last(self) -> Item:
        """Return the last item."""
        return self.items[-1]

    @property
    def family(self) -> str:
        """Return the family of its first item."""
        return self.items[0].family

    @property
    def key(self) -> str:
        """Return what its markers share."""
        return key_of(self.items[0].family, self.items[0].marker)

    @property
    def is_block(self) -> bool:
        """Whether it is a list of headings or paragraphs: its first marker opens a line."""
        return self.place == LINE

    @property
    def members(self) -> list[Member]:
        """Return its items and what was found beside them, in the order of the text."""
        items = [Member(item.start, item.marker, item.ordinal, item) for item in self.items]
        return sorted(items + self.found, key=lambda member: member.start) if self.found else items

    @property
    def own_members(self) -> list[Member]:
        """Return the members that are written as the list's family is."""
        return [member for member in self.members if not member.strange]

    def holds(self, place: int) -> bool:
        """Whether its members stand at such a place: after a comma only words do, since 三、四线 is no heading."""
        if self.is_block:
            return place == LINE
        return place == SENTENCE or (place == CLAUSE and not is_heading(self.family))

    @property
    def is_firm(self) -> bool:
        """Whether it is surely a list, so that what is wrong with it is a fault.

        第五条第一项规定： and 第3、4年 are written like markers of a list and refer to something else.
        """
        if self.place == ELSEWHERE or not all(_is_plain(item) for item in self.items):
            return False
        return self.is_block or take_apart(self.first.marker).unit[:1] not in _PROVISIONS or self.family != "di-unit"


def is_spoken(family: str) -> bool:
    """Whether speakers mix a family with others in one list: 首先…第二…最后."""
    row = BY_NAME.get(family)
    return row is not None and row.group == "spoken"


def is_heading(family: str) -> bool:
    """Whether a family numbers headings."""
    row = BY_NAME.get(family)
    return row is None or row.heading


def _is_plain(item: Item) -> bool:
    if item.family != "di-unit":
        return item.family != "di" or item.marker[-1] != "、" or item.title[:1] not in _NUMBERS
    unit = take_apart(item.marker).unit
    return len(unit) <= _LONGEST_UNIT and not set(unit) & _REFERRING


def all_series(text: str, outline: Outline) -> list[Series]:
    """Return the lists of an outline, in the order of their first items within each parent, parents first."""
    return [series for speech in outline.speeches for series in _series_of(text, speech)]


def _series_of(text: str, speech: Speech) -> Iterator[Series]:
    stack: list[tuple[Item | None, Series | None, list[Item]]] = [(None, None, speech.children)]
    while stack:
        parent, above, children = stack.pop()
        previous: Series | None = None
        below: list[tuple[Item | None, Series | None, list[Item]]] = []
        for items in _split(text, children):
            previous = Series(speech, parent, items, place_of(text, items[0].start), previous, above)
            yield previous
            below += [(item, previous, item.children) for item in items if item.children]
        stack += reversed(below)


def by_key(every: list[Series]) -> dict[str, list[Series]]:
    """Return the lists of each key, in the order of the text."""
    found: dict[str, list[Series]] = {}
    for series in sorted(every, key=lambda series: series.first.start):
        found.setdefault(series.key, []).append(series)
    return found


def _split(text: str, children: list[Item]) -> list[list[Item]]:
    lists: list[list[Item]] = []
    last: Item | None = None
    for item in children:
        if last is not None and _continues(text, last, item):
            lists[-1].append(item)
        else:
            lists.append([item])
        last = item
    return lists


def _continues(text: str, last: Item, item: Item) -> bool:
    step = item.ordinal - last.ordinal
    if item.family != last.family:
        return step == 1 and is_spoken(item.family) and is_spoken(last.family)
    if item.family in _KEYED and key_of(item.family, item.marker) != key_of(last.family, last.marker):
        return False
    if step == 1:
        return True
    if not (0 < step <= _LONGEST_STEP or (step == 0 and (item.ordinal > 1 or item.family in _TWINS))):
        return False
    return item.line == last.line or place_of(text, last.start) == place_of(text, item.start) == LINE


def through_numbered(text: str, series: list[Series], family: str) -> list[Series]:
    """Return one list for all that a family numbers in a speech, whatever headings stand between: 第一条 to 第九十条.

    Takes the lists of one document; those of other families come back as they are.
    """
    joined: list[Series] = []
    for one in sorted(series, key=lambda one: one.first.start):
        before = joined[-1] if joined else None
        if one.family != family:
            continue
        if before and before.speech is one.speech and _continues(text, before.last, one.first):
            before.items = before.items + one.items
        else:
            joined.append(Series(one.speech, one.parent, one.items, one.place, None, one.above))
    return [one for one in series if one.family != family] + joined
