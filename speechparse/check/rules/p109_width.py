"""P109: half-width brackets, and two widths in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import narrow, take_apart
from speechparse.check.finding import Edit, Fix, Hit, Severity
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.series import Member, Series

_BRACKETS: Final = str.maketrans("()", "（）")
_BRACKETED: Final = frozenset(("han-paren", "arabic-paren", "stem-paren", "letter-paren"))


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each marker with a half-width bracket, and at each that is not as wide as most of its list."""
    for series in document.series:
        if series.family in _BRACKETED:
            yield from _brackets(series)
        elif not all(item.marker.isascii() for item in series.items):
            yield from _odd_widths(series)


def _brackets(series: Series) -> Iterator[Hit]:
    for member in series.members:
        wanted = member.marker.translate(_BRACKETS)
        if wanted != member.marker:
            yield _hit(member, wanted)


def _odd_widths(series: Series) -> Iterator[Hit]:
    """Yield the members that would be like the others if they were as wide."""
    members = series.members
    narrows = [member for member in members if _is_narrow(member.marker)]
    wides = [member for member in members if _is_wide(member.marker)]
    if not narrows or not wides:
        return
    odd, usual = (narrows, wides) if len(narrows) <= len(wides) else (wides, narrows)
    mark = take_apart(usual[0].marker).mark
    for member in odd:
        parts = take_apart(member.marker)
        wanted = parts.core + (mark if narrow(mark) == narrow(parts.mark) else parts.mark)
        yield _hit(member, wanted)


def _is_narrow(marker: str) -> bool:
    return any(char.isascii() and not char.isalpha() and not char.isspace() for char in marker)


def _is_wide(marker: str) -> bool:
    return any(narrow(char) != char for char in marker)


def _hit(member: Member, wanted: str) -> Hit:
    """Return the hit; only brackets and marks are fixed, digits are not."""
    written = member.marker
    edits = tuple(
        Edit(member.start + index, member.start + index + 1, new)
        for index, (old, new) in enumerate(zip(written, wanted, strict=False))
        if old != new
    )
    fix = Fix(edits, safe=True) if edits else None
    return Hit(member.start, member.end, {"written": written.strip(), "wanted": wanted.strip()}, fix)


RULE: Final = Rule(
    id="P109",
    slug="width",
    name=Words("half-width", "全角半角"),
    severity=Severity.STYLE,
    summary=Words(
        "Brackets around a number are full-width, and the markers of one list are all as wide as each other: （一） and "
        "not (一), not １． beside 2.. Digits are left for a person to change.",
        "序号的括号用全角，同一序列的序号全角半角一致：（一）而非(一)，不把１．与 2. 并用。数字不自动改。",
    ),
    basis=Words("practice: Chinese text uses full-width marks", "惯例：中文用全角标点"),
    message=Words("{written}: not as wide as it should be ({wanted})", "{written}：全角半角不当（{wanted}）"),
    passing=("（一）选种\n种子要好。\n（二）下种\n",),
    failing=("(一)选种\n种子要好。\n(二)下种\n", "第一，水要够。\n第二,路要通。\n第三，账要清。\n"),
    check=check,
    fixed="（一）选种\n种子要好。\n（二）下种\n",
)
"""The rule."""
