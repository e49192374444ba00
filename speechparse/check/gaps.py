"""Lists → what is wrong with their numbers: holes, numbers that come late, numbers that come twice.

A number is only said to be missing where nothing at all stands for it; a hole where something stands in another form
is that form's fault, and one where it is unsure what stands there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import take_apart, with_number
from speechparse.check.places import ELSEWHERE, LINE, is_inside_quotes, is_quoted, line_end, place_of, same_line
from speechparse.check.series import Member, by_key, is_heading
from speechparse.check.traces import Form, Trace, next_on_a_line, traces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.series import Series
    from speechparse.model import Item

_UNNUMBERED: Final = frozenset(("aspect", "parallel", "order"))
_INITIALS: Final = frozenset(("letter", "roman"))
"""Families that in mid-line may be the initials of a name."""
"""Families whose numbers are not written: a hole in them cannot be seen."""
_REACH: Final = 3000
"""How far before a list its first member is looked for, in code points."""
_MOST_MISSING: Final = 3
"""A list that begins higher is a piece of another text."""
_LEFT_OUT: Final = re.compile(
    r"\n[ \t\u3000]*(?:…+|\.{3,}|[（(]?(?:以下|此处|中间)?(?:从略|省略|略|删节)[）)]?)[ \t\u3000]*\r?(?=\n)"
    r"|[（(](?:以下|此处|中间)?(?:从略|省略|略|删节)[）)]"
)

_SENTENCE: Final = re.compile("[。；！？，]")

_OPENING: Final = "「『“‘ \t\u3000\r\n"


class Kind(Enum):
    """What a hole is."""

    MISSING = "missing"
    """Nothing stands for the number."""
    LATE = "late"
    """The number stands after a greater one."""
    OTHER_MARK = "other mark"
    LOOK_ALIKE = "look-alike"
    OTHER_FAMILY = "other family"


@dataclass(frozen=True, slots=True)
class Hole:
    """A number that a list has not where it should be."""

    series: Series
    ordinal: int
    before: Item | None
    """The item before it; None where the list begins too high."""
    after: Item | None
    """The item after it; None where it would be the last."""
    kind: Kind
    found: Member | None
    """What stands for it in the text."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A number that a list has twice."""

    series: Series
    first: Member
    second: Member


class Survey:
    """The holes and repeats of all lists of one document."""

    def __init__(self, text: str, every: list[Series]) -> None:
        """Look at each list; takes the lists with the through-numbered ones joined."""
        self.text = text
        self.holes: list[Hole] = []
        self.repeats: list[Repeat] = []
        self.claimed: set[int] = set()
        """Starts of items that stand for a number of another list than the one the parser put them in."""
        self._every = every
        self._seen: dict[str, set[int]] = {}
        for series in every:
            if series.is_firm:
                self._look_at(series)
            self._seen.setdefault(series.key, set()).add(series.last.ordinal)

    def _look_at(self, series: Series) -> None:
        first, family = series.first.ordinal, series.family
        if family not in _UNNUMBERED and (series.is_block or family not in _INITIALS):
            if first > 1:
                self._before_first(series)
            if series.last.ordinal - first != len(series.items) - 1:
                self._between(series)
            if len(series.items) > 1:
                self._after_last(series)
        self._repeats(series)

    def holes_of(self, series: Series) -> list[Hole]:
        """Return the holes of a list."""
        return self._holes_by_series.get(id(series), [])

    @cached_property
    def _holes_by_series(self) -> dict[int, list[Hole]]:
        found: dict[int, list[Hole]] = {}
        for hole in self.holes:
            found.setdefault(id(hole.series), []).append(hole)
        return found

    # --- holes -------------------------------------------------------------------------------------------------------

    def _between(self, series: Series) -> None:
        spare = 0  # numbers that a repeat just before took the place of: 一 二 二 四 lacks none, its third is misnumbered
        for one, other in pairwise(series.items):
            if one.ordinal == other.ordinal:
                spare += 1
                continue
            if series.is_block or same_line(self.text, one.start, other.start):
                for ordinal in range(one.ordinal + 1 + spare, other.ordinal):
                    self._hole(series, ordinal, one, other)
            spare = 0

    def _before_first(self, series: Series) -> None:
        first = series.first
        if first.ordinal > _MOST_MISSING + 1 or len(series.items) < 2 or self._counts_on(series):
            return
        if self._continues_other(series):
            return
        for ordinal in range(1, first.ordinal):
            if not self._stands_apart(series, ordinal):
                self._hole(series, ordinal, None, first)

    def _counts_on(self, series: Series) -> bool:
        """Whether the numbers go on from an earlier list of the same form: 条 through 章, 五十九、 after 肆、."""
        return series.first.ordinal - 1 in self._seen.get(series.key, ())

    def _continues_other(self, series: Series) -> bool:
        """Whether the list goes on from one of another family, at the same level: then that is the fault."""
        first, before = series.first, series.previous.last if series.previous else series.parent
        if before is None or before.ordinal != first.ordinal - 1 or before.family == first.family:
            return False
        if series.holds(place_of(self.text, before.start)) is False or not (series.previous or self._is_last(before)):
            return False
        self.holes.append(Hole(series, first.ordinal, before, None, Kind.OTHER_FAMILY, Member(first.start, first.marker, first.ordinal, first)))
        self.claimed.add(before.start)
        return True

    def _stands_apart(self, series: Series, ordinal: int) -> bool:
        """Whether the number stands before the list in one that something else in the text has cut from it."""
        for other in self._between_starts(series.key, self._stretch(series), series.first.start):
            numbers = {item.ordinal for item in other.items if series.holds(place_of(self.text, item.start))}
            if ordinal in numbers and series.first.ordinal not in numbers:
                return True
        return False

    def _is_last(self, item: Item) -> bool:
        """Whether an item is the last of its list, or alone in it."""
        return self._taken[item.start].last is item

    def _after_last(self, series: Series) -> None:
        """Look for a further member that only its form kept out of the list."""
        if not series.is_block:
            return
        last = series.last
        ordinal = last.ordinal + 1
        begin, end = last.start + len(last.marker), self._near_end(series)
        for trace in next_on_a_line(self.text, begin, end, series.first.marker, ordinal, self._listed):
            if trace.start not in self.claimed and (kind := _KINDS.get(trace.form)) and (kind is not Kind.OTHER_FAMILY or ordinal > 2):
                self._add(Hole(series, ordinal, last, None, kind, Member(trace.start, trace.marker, ordinal)))
                return

    def _hole(self, series: Series, ordinal: int, before: Item | None, after: Item) -> None:
        """Decide what a hole is, and note it unless that is unsure."""
        begin = before.start + len(before.marker) if before else self._stretch(series)
        unsure = self._is_torn(begin, after)
        for trace in self._traces(series, ordinal, begin, after.start):
            kind = _KINDS.get(trace.form)
            if kind and self._is_level(series, trace.start, trace.place, after):
                self._add(Hole(series, ordinal, before, after, kind, Member(trace.start, trace.marker, ordinal)))
                return
            unsure = unsure or self._is_unsure(series, trace)
        if unsure:
            return
        if late := self._late(series, ordinal, after):
            self._add(Hole(series, ordinal, before, after, Kind.LATE, late))
        elif not self._is_glued(series, ordinal, begin, after):
            self.holes.append(Hole(series, ordinal, before, after, Kind.MISSING, None))

    def _stretch(self, series: Series) -> int:
        """Return where what precedes a list begins: after its parent's marker, or with its speech."""
        parent = series.parent
        begin = parent.start + len(parent.marker) if parent else series.speech.start
        return max(begin, series.first.start - _REACH)

    def _is_torn(self, begin: int, after: Item) -> bool:
        """Whether the text leaves something out before an item, or quotes it from another text."""
        text = self.text
        return (
            bool(_LEFT_OUT.search(text, begin, after.start))
            or text[max(begin, after.start - 9) : after.start].rstrip(_OPENING)[-1:] == "…"
            or is_inside_quotes(text, after.start)
        )

    def _is_glued(self, series: Series, ordinal: int, begin: int, after: Item) -> bool:
        """Whether the number stands where no marker would: glued to a word."""
        marker = with_number(series.first.marker, ordinal)
        return bool(marker) and self.text.find(marker, begin, after.start) >= 0

    def _is_unsure(self, series: Series, trace: Trace) -> bool:
        """Whether what was found may stand for the number: the very marker, a heading without its mark, 二看 of 一抓."""
        if trace.form is Form.UNSURE and series.is_block:
            return trace.place == LINE and not _SENTENCE.search(self.text, trace.start, line_end(self.text, trace.start))
        return trace.form is Form.SAME or series.holds(trace.place)

    def _is_level(self, series: Series, start: int, place: int, after: Item) -> bool:
        """Whether what was found stands as the members of the list do."""
        return series.holds(place) and (series.is_block or same_line(self.text, start, after.start))

    def _late(self, series: Series, ordinal: int, after: Item) -> Member | None:
        """Return the member that comes after a greater number."""
        wanted = with_number(after.marker, ordinal)
        if not wanted:
            return None
        start = self._find(wanted, after.start + len(after.marker), self._far_end(series), series, lone=True)
        return Member(start, wanted, ordinal) if start >= 0 else None

    def _traces(self, series: Series, ordinal: int, begin: int, end: int) -> Iterator[Trace]:
        found = traces(self.text, begin, end, series.first.marker, ordinal, self._listed)
        return (trace for trace in found if trace.start not in self.claimed)

    def _near_end(self, series: Series) -> int:
        """Return where what belongs to a list's last member surely ends: with its line, or before the next one."""
        if not series.is_block:
            return line_end(self.text, series.last.start)
        index = bisect_left(self._starts, max(series.last.end, series.last.start + 1))
        return self._starts[index] if index < len(self._starts) else series.speech.end

    def _far_end(self, series: Series) -> int:
        """Return where the last place for a member of a list is: before its parent ends or another list begins."""
        if not series.is_block:
            return line_end(self.text, series.last.start)
        if series.parent is None:
            return min(self._next_list(series), series.speech.end)
        return max(min(self._next_list(series), series.parent.end), self._near_end(series))

    def _next_list(self, series: Series) -> int:
        """Return where the next list with two members or more begins under the same parent."""
        after = self._following.get(id(series))
        while after and len(after.items) == 1:
            after = self._following.get(id(after))
        return after.first.start if after else len(self.text)

    def _add(self, hole: Hole) -> None:
        self.holes.append(hole)
        if hole.found:
            hole.found.strange = hole.kind is Kind.OTHER_FAMILY
            hole.series.found.append(hole.found)
            self.claimed.add(hole.found.start)
            self._disown(hole.found.start)

    def _disown(self, start: int) -> None:
        """Take an item that stands for a number of another list out of the one it was a stranger in."""
        owner = self._taken.get(start)
        if owner and len(owner.items) > 1:
            owner.items = [item for item in owner.items if item.start != start or item is owner.first]

    @cached_property
    def _taken(self) -> dict[int, Series]:
        """The list of each item, by the item's start."""
        return {item.start: series for series in self._every for item in series.items}

    @cached_property
    def _following(self) -> dict[int, Series]:
        """The list behind each list under the same parent, by the `id` of the first."""
        return {id(series.previous): series for series in self._every if series.previous}

    def _between_starts(self, key: str, begin: int, end: int) -> Iterator[Series]:
        """Yield the lists of a key that begin between two offsets."""
        lists = self._by_key.get(key, [])
        for series in lists[bisect_left(lists, begin, key=_start_of) :]:
            if series.first.start >= end:
                return
            yield series

    @cached_property
    def _by_key(self) -> dict[str, list[Series]]:
        """The lists of each key, in the order of the text."""
        return by_key(self._every)

    @cached_property
    def _starts(self) -> list[int]:
        """The starts of the items in lists of headings or paragraphs, in order."""
        return sorted(item.start for series in self._every if series.is_block for item in series.items)

    @cached_property
    def _listed(self) -> set[int]:
        """The starts of the items that are neither alone in their lists nor of another family than the first."""
        return {
            item.start
            for series in self._every
            if len(series.items) > 1
            for item in series.items
            if item.family == series.family
        }

    # --- repeats -----------------------------------------------------------------------------------------------------

    def _repeats(self, series: Series) -> None:
        for one, other in pairwise(series.items):
            if one.ordinal == other.ordinal > 1 and self._is_repeat(other):
                self.repeats.append(Repeat(series, _member(one), _member(other)))
                if other is series.last:
                    self._follow(series, _member(other), self._near_end(series))
        if self._is_first_again(series):
            before = series.previous
            self.repeats.append(Repeat(series, _member(before.first), _member(series.first)))  # type: ignore[union-attr]
        if not (series.is_block and is_heading(series.family)) and series.family not in _UNNUMBERED:
            self._buried(series)

    def _is_repeat(self, item: Item) -> bool:
        """Whether an item with the number of the one before it repeats it: 第三条之一 and 註三 do not."""
        end = item.start + len(item.marker)
        return "之" not in self.text[item.start : end + 1] and place_of(self.text, item.start) != ELSEWHERE

    def _is_first_again(self, series: Series) -> bool:
        """Whether 一、 stands alone before the 一、 of this list, and no heading without a number between them."""
        before = series.previous
        return (
            before is not None
            and len(before.items) == 1 == before.first.ordinal == series.first.ordinal
            and before.key == series.key
            and series.is_block
            and is_heading(series.family)
            and not is_introduced(self.text, before.first.start, series.first.start)
        )

    def _buried(self, series: Series) -> None:
        """Find a second 二是 in the text of the item 二是: the parser takes the first."""
        ends = [*(item.start for item in series.items[1:]), self._near_end(series)]
        for item, end in zip(series.items, ends, strict=True):
            if item.ordinal < 2 or not take_apart(item.marker).number:
                continue
            start = self._find(item.marker, item.start + len(item.marker), end, series)
            if start >= 0:
                self._take_up(series, item, start, end)

    def _take_up(self, series: Series, item: Item, start: int, end: int) -> None:
        """Note a repeat, and the members that follow it and were left out with it."""
        member = Member(start, item.marker, item.ordinal)
        self.repeats.append(Repeat(series, _member(item), member))
        series.found.append(member)
        self._follow(series, member, end)

    def _follow(self, series: Series, member: Member, end: int) -> None:
        """Take up the members behind a repeat: they count on from it, or as if it had its own number."""
        while following := self._next(series, member, 1, end) or self._next(series, member, 2, end):
            series.found.append(following)
            member = following

    def _next(self, series: Series, member: Member, step: int, end: int) -> Member | None:
        wanted = with_number(member.marker, member.ordinal + step)
        at = self._find(wanted, member.end, end, series) if wanted else -1
        return Member(at, wanted or "", member.ordinal + step) if at >= 0 else None

    def _find(self, marker: str, begin: int, end: int, series: Series, *, lone: bool = False) -> int:
        """Return where a marker stands as those of a list do, but in no list of the outline; -1 where nowhere.

        With `lone`, an item that is alone in its list counts as in none.
        """
        at = self.text.find(marker, begin, end)
        while at >= 0:
            if at not in (self._listed if lone else self._taken) and self._stands(series, at, marker):
                return at
            at = self.text.find(marker, at + 1, end)
        return -1

    def _stands(self, series: Series, at: int, marker: str) -> bool:
        """Whether a marker at an offset could be a member: 一是一，二是二 is a phrase, and what is quoted is no list."""
        if self.text[at + len(marker) : at + len(marker) + 1] == marker[0] or is_quoted(self.text, at):
            return False
        return series.holds(place_of(self.text, at))


_KINDS: Final = {
    Form.OTHER_MARK: Kind.OTHER_MARK,
    Form.LOOK_ALIKE: Kind.LOOK_ALIKE,
    Form.OTHER_FAMILY: Kind.OTHER_FAMILY,
}


def _start_of(series: Series) -> int:
    return series.first.start


def _member(item: Item) -> Member:
    return Member(item.start, item.marker, item.ordinal, item)


_SHORT: Final = 30
_REMARK: Final = 12


def is_introduced(text: str, begin: int, end: int) -> bool:
    """Whether the line above an offset introduces what follows.

    It ends in a colon, is a heading without a number, or a very short sentence (再说今年。). Looks no further back than
    the line of `begin`.
    """
    above = text[line_end(text, begin) : end].rstrip()
    line = above[above.rfind("\n") + 1 :].strip()
    if not line or line[-1] in "：:":
        return bool(line)
    return len(line) <= (_REMARK if line[-1] in "。；！？，、;!?," else _SHORT)
