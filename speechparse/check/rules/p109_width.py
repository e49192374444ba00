"""P109: half-width brackets, and two widths in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Edit, Fix, Hit, Severity
from speechparse.check.rule import Rule, Words
from speechparse.numerals import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.series import Member, Series

_PAIRS: Final = (("0123456789", "０１２３４５６７８９"), (",.:()", "，．：（）"))
"""Digits and marks: a list may well write 1．, but not 1. beside it."""
_BRACKETS: Final = str.maketrans("()", "（）")
_BRACKETED: Final = frozenset(("han-paren", "arabic-paren", "stem-paren", "letter-paren"))


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each marker with a half-width bracket, and at each that is not as wide as most of its list."""
    for series in document.series:
        if series.family in _BRACKETED:
            yield from _brackets(series)
        elif _is_mixed(series):
            yield from _odd_widths(series)


def _brackets(series: Series) -> Iterator[Hit]:
    for member in series.own_members:
        wanted = member.marker.translate(_BRACKETS)
        if wanted != member.marker:
            yield _hit(member, wanted)


def _is_mixed(series: Series) -> bool:
    """Whether any pair of widths occurs in a list at all: in most none does."""
    characters = set("".join([member.marker for member in series.own_members]))
    return any(not characters.isdisjoint(narrow) and not characters.isdisjoint(wide) for narrow, wide in _PAIRS)


def _odd_widths(series: Series) -> Iterator[Hit]:
    """Yield the members whose digits, or whose marks, are not as wide as most of their list."""
    members = series.own_members
    wanted = {member.start: member.marker for member in members}
    for narrow, wide in _PAIRS:
        narrows = [member for member in members if any(char in narrow for char in member.marker)]
        wides = [member for member in members if any(char in wide for char in member.marker)]
        if narrows and wides:
            few = len(narrows) <= len(wides)
            table = str.maketrans(narrow, wide) if few else str.maketrans(wide, narrow)
            for member in narrows if few else wides:
                wanted[member.start] = wanted[member.start].translate(table)
    for member in members:
        if wanted[member.start] != member.marker:
            yield _hit(member, wanted[member.start])


def _hit(member: Member, wanted: str) -> Hit:
    """Return the hit; brackets and marks are fixed, digits are not."""
    written = member.marker
    edits = tuple(
        Edit(member.start + index, member.start + index + 1, new)
        for index, (old, new) in enumerate(zip(written, wanted, strict=True))
        if old != new and old not in DIGITS
    )
    fix = Fix(edits, safe=True) if edits else None
    return Hit(member.start, member.end, {"written": written.strip(), "wanted": wanted.strip()}, fix)


RULE: Final = Rule(
    id="P109",
    slug="width",
    name=Words("half-width", "全角半角"),
    severity=Severity.STYLE,
    summary=Words(
        "Brackets around a number are full-width, and the markers of one list are all as wide as each other: "
        "（一） and "
        "not (一), not １． beside 2.. Digits are left for a person to change.",
        "序号的括号用全角，同一序列的序号全角半角一致：（一）而非(一)，不把１．与 2. 并用。数字不自动改。",
    ),
    basis=Words("practice: Chinese text uses full-width marks", "惯例：中文用全角标点"),
    message=Words("width: {written} is written {wanted}", "全角半角：{written}应作{wanted}"),
    passing=("（一）选种\n种子要好。\n（二）下种\n",),
    failing=("(一)选种\n种子要好。\n(二)下种\n", "第一，水要够。\n第二,路要通。\n第三，账要清。\n"),
    check=check,
    fixed="（一）选种\n种子要好。\n（二）下种\n",
)
"""The rule."""
