"""P108: a heading that ends in a mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.places import line_end
from speechparse.check.rule import Rule, Words
from speechparse.check.series import is_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.model import Item

_ENDS: Final = frozenset("。；，;,")
_NO_HEADINGS: Final = frozenset(("article", "circled"))
"""Families that number paragraphs."""
_BLANK: Final = re.compile(r"[（(]\s*[）)]|_{2,}")
"""What a question leaves open: its choices stand below it, and it is a sentence."""


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the mark that ends a heading line."""
    text = document.text
    for series in document.series:
        if not series.is_block or not is_heading(series.family) or series.family in _NO_HEADINGS:
            continue
        bodied = [item for item in series.items if _has_body(text, item)]
        if len(bodied) * 2 > len(series.items):
            for item in bodied:
                at = _mark(text, item)
                if at >= 0:
                    yield Hit(at, at + 1, {"mark": text[at], "title": item.title})


def _has_body(text: str, item: Item) -> bool:
    """Whether an item goes on below its line."""
    end = line_end(text, item.title_end)
    return end < item.end and bool(text[end : item.end].strip())


def _mark(text: str, item: Item) -> int:
    """Return the offset of the one mark behind a title that fills its line; -1 for none, and for a question."""
    if _BLANK.search(item.title):
        return -1
    rest = text[item.title_end : line_end(text, item.title_end)].strip()
    return text.index(rest, item.title_end) if rest in _ENDS else -1


RULE: Final = Rule(
    id="P108",
    slug="heading-end",
    name=Words("mark at the end of a heading", "标题末尾的标点"),
    severity=Severity.STYLE,
    summary=Words(
        "A heading that has its body in the lines below ends in 。 ； or ，. More than half of its list must have "
        "a body below. A question with a blank is a sentence. Work reports often do so on purpose.",
        "正文另起一行的标题末尾用了句号、分号或逗号（同列过半另起正文才报）。留有空格的试题是句子，不报。"
        "政府工作报告常有意这样写。",
    ),
    basis=Words("GB/T 15834-2011 B.4", "GB/T 15834—2011 附录 B.4"),
    message=Words("the heading {title} ends in {mark} (GB/T 15834 B.4)", "标题“{title}”末尾有{mark}（GB/T 15834 B.4）"),
    passing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n",
        "（一）选好种。种子要好。\n（二）下好种。下种要匀。\n",
        "1.看得远。\n2.走得稳。\n3.坐得住。\n三条都有的可以当队长。\n4.说得清。\n话要说到人心里去。\n",
        "1.下种以前应当（　　）。\nA．看芽率\nB．看天气\n2.收粮以前应当（　　）。\nA．晒场\nB．修仓\n",
    ),
    failing=(
        "一、抓播种，不误农时。\n春耕不等人，一天也拖不起。\n二、抓管护，不留死角。\n三分种，七分管，一亩也不能漏。\n",
    ),
    check=check,
)
"""The rule."""
