"""What refers to a number in the same text: 按照第二条, 前款第（三）项."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.numerals import DIGITS, HAN, parse_number

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from speechparse.check.finding import Renumbered

_REFERENCE: Final = re.compile(
    rf"第(?P<number>[{HAN}]{{1,5}}|[{DIGITS}]{{1,3}})(?P<unit>[条條点點项項章节節款]|部分|[个個]?(?:问题|問題|方面))"
    rf"|[（(](?P<inner>[{HAN}]{{1,3}}|[{DIGITS}]{{1,2}})[）)](?P<item>[项項])"
)
_UNITS: Final = {"article": "条條款", "chapter": "章", "section": "节節"}
"""What references to members of a family end in; those to all other members end in any other word."""


class Reference(NamedTuple):
    """Words that refer to a number."""

    start: int
    words: str
    ordinal: int
    unit: str
    """The first character of what is counted."""

    def may_mean(self, changes: Iterable[Renumbered]) -> bool:
        """Whether one of the changed numbers may be meant."""
        return any(self.ordinal in change.ordinals and self._fits(change.family) for change in changes)

    def _fits(self, family: str) -> bool:
        own = _UNITS.get(family)
        return self.unit in own if own else self.unit not in "条條款章节節"


def stale_references(text: str, changes: Iterable[Renumbered], markers: Container[int]) -> list[Reference]:
    """Return the references that changes of numbers may leave wrong, in order; what stands at a marker is none."""
    by_speech: dict[tuple[int, int], set[Renumbered]] = {}
    for change in changes:
        by_speech.setdefault((change.begin, change.end), set()).add(change)
    return [
        reference
        for (begin, end), of_speech in sorted(by_speech.items())
        for reference in _references(text, begin, end)
        if reference.start not in markers and reference.may_mean(of_speech)
    ]


def _references(text: str, begin: int, end: int) -> Iterator[Reference]:
    for match in _REFERENCE.finditer(text, begin, end):
        ordinal = parse_number(match["number"] or match["inner"]) or 0
        yield Reference(match.start(), match.group(), ordinal, (match["unit"] or match["item"])[0])
