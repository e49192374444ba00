"""P108: a heading that ends in a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.places import LINE, line_end, place_of
from speechparse.check.rule import Rule, Words
from speechparse.check.series import is_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.model import Item

_ENDS: Final = frozenset("。；，;,")
_NO_HEADINGS: Final = frozenset(("article", "circled"))
"""Families that number paragraphs."""


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the mark that ends a heading line."""
    for (family, _), items in document.markers.items():
        if is_heading(family) and family not in _NO_HEADINGS:
            for item in items:
                at = _mark(document.text, item)
                if at >= 0:
                    yield Hit(at, at + 1, {"mark": document.text[at], "title": item.title})


def _mark(text: str, item: Item) -> int:
    """Return the offset of the one mark behind a title that fills its line and has its body below; -1 for none."""
    end = line_end(text, item.title_end)
    rest = text[item.title_end : end].strip()
    if len(rest) != 1 or rest not in _ENDS or end >= item.end or not text[end : item.end].strip():
        return -1
    return text.index(rest, item.title_end) if place_of(text, item.start) == LINE else -1


RULE: Final = Rule(
    id="P108",
    slug="heading-end",
    name=Words("mark at the end of a heading", "标题末尾的标点"),
    severity=Severity.STYLE,
    summary=Words(
        "A heading that has its body in the lines below ends in 。 ； or ，. Work reports often do so on purpose.",
        "正文另起一行的标题末尾用了句号、分号或逗号。政府工作报告常有意这样写。",
    ),
    basis=Words("GB/T 15834-2011 B.4", "GB/T 15834—2011 B.4"),
    message=Words("the heading {title} ends in {mark} (GB/T 15834 B.4)", "标题“{title}”末尾有{mark}（GB/T 15834 B.4）"),
    passing=("一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n", "（一）选好种。种子要好。\n（二）下好种。下种要匀。\n"),
    failing=("一、抓播种，不误农时。\n春耕不等人，一天也拖不起。\n二、抓管护，不留死角。\n三分种，七分管，一亩也不能漏。\n",),
    check=check,
)
"""The rule."""
