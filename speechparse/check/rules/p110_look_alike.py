"""P110: a character that only looks like a number."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import take_apart, with_number
from speechparse.check.finding import Edit, Fix, Hit, Severity
from speechparse.check.holes import Kind
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.holes import Hole

_BOPOMOFO_I: Final = "\u3127"
_RADICALS: Final = ("\u2e80", "\u2fdf")


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each marker with such a character, whether the parser saw through it or not."""
    for (_, marker), items in document.markers.items():
        wanted = "".join(_plain(char) for char in marker)
        if wanted != marker:
            for item in items:
                yield _hit(item.start, marker, wanted)
    for hole in document.survey.holes:
        if hole.kind is Kind.LOOK_ALIKE and hole.found and (wanted := _wanted(hole)):
            yield _hit(hole.found.start, hole.found.marker, wanted)


def _plain(char: str) -> str:
    if char == _BOPOMOFO_I:
        return "一"
    return unicodedata.normalize("NFKC", char) if _RADICALS[0] <= char <= _RADICALS[1] else char


def _wanted(hole: Hole) -> str:
    """Return the found marker with the number that its list lacks; empty where its shape is another."""
    marker = with_number(hole.series.first.marker, hole.ordinal)
    if not marker or not hole.found:
        return ""
    parts, written = take_apart(marker), hole.found.marker
    end = len(written) - len(parts.unit + parts.mark)
    return written[: len(parts.lead)] + parts.number + written[end:]


def _hit(start: int, written: str, wanted: str) -> Hit:
    fix = None
    if len(written) == len(wanted):
        edits = (
            Edit(start + index, start + index + 1, new)
            for index, (old, new) in enumerate(zip(written, wanted, strict=True))
            if old != new
        )
        fix = Fix(tuple(edits), safe=True)
    odd = next(old for old, new in zip(written, wanted, strict=False) if old != new)
    values = {"written": written.strip(), "wanted": wanted.strip(), "code": f"U+{ord(odd):04X}"}
    return Hit(start, start + len(written), values, fix)


RULE: Final = Rule(
    id="P110",
    slug="look-alike",
    name=Words("look-alike", "形近字"),
    severity=Severity.WARNING,
    summary=Words(
        "A marker holds a character that only looks like a number: ㄧ (bopomofo), ⼀ (a radical), ー or a dash "
        "for 一, ニ for "
        "二. Searching and sorting do not find it. What the parser cannot read as a number is only looked for "
        "where its "
        "list lacks the very number.",
        "序号里的字只是形似数字：ㄧ（注音）、⼀（部首）、ー或短横之于一，ニ之于二。检索和排序都找不到它。"
        "解析器认不出的，只在序列恰缺该号处查找。",
    ),
    basis=Words("Unicode: another character", "Unicode：不是同一个字"),
    message=Words(
        "{written} holds {code}, which only looks like the number in {wanted}",
        "{written}中的 {code} 只是形似，应作{wanted}",
    ),
    passing=("一、抓播种\n春耕不等人。\n二、抓管护\n",),
    failing=(
        "⼀、抓播种\n春耕不等人。\n⼆、抓管护\n",
        "(-)选种\n种子要好。\n(二)下种\n下种要匀。\n(三)浇水\n",
    ),
    check=check,
    fixed="一、抓播种\n春耕不等人。\n二、抓管护\n",
)
"""The rule."""
