"""N003: a list does not begin with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import with_number
from speechparse.check.finding import Hit, Severity
from speechparse.check.holes import Kind
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document

_EXCERPTED: Final = "article"
"""Laws are quoted from any article on."""


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the first marker of each list whose beginning is nowhere to be found."""
    for hole in document.survey.holes:
        first = hole.after
        if hole.kind is not Kind.MISSING or hole.before or first is None or hole.ordinal != first.ordinal - 1:
            continue
        if hole.series.family == _EXCERPTED and hole.series.parent is None:
            continue
        values = {"marker": first.marker.strip(), "wanted": with_number(first.marker, 1) or "1"}
        yield Hit(first.start, first.start + len(first.marker), values)


RULE: Final = Rule(
    id="N003",
    slug="start",
    name=Words("start", "起号"),
    severity=Severity.WARNING,
    summary=Words(
        "A list begins with a number greater than one, and goes on from no list before it. Lists that begin "
        "beyond four, "
        "and articles that stand under no chapter, are taken for excerpts.",
        "序列不从一起，也不是接续前文的序列。从五以后起的序列和不在章下的条文视为摘录，不报。",
    ),
    basis=Words("practice: a list begins with one", "惯例：序列从一起"),
    message=Words("start: the list begins with {marker} ({wanted} is missing)", "起号：序列从{marker}起（缺{wanted}）"),
    passing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n",
        (
            "第一章　总则\n第一条　学校归村里办。\n第二条　村里人都可以来听课。\n第二章　教师\n第三条　教师由村里请。"
            "\n第四条　教师按月领薪。\n"
        ),
    ),
    failing=(
        "各位乡亲，话不多说。\n二、抓管护\n三分种，七分管。\n三、抓收储\n颗粒要归仓。\n",
        "第一章　总则\n第二条　村里人都可以来听课。\n第三条　教师由村里请。\n第二章　教师\n第四条　教师按月领薪。\n",
    ),
    check=check,
)
"""The rule."""
