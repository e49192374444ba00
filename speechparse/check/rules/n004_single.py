"""N004: a list has one member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.rule import Rule, Words
from speechparse.check.series import is_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.series import Series


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each heading 一、 that has no 二、."""
    explained = document.survey.claimed | {repeat.first.start for repeat in document.survey.repeats}
    for series in document.series:
        first = series.first
        if _is_single(series) and first.start not in explained:
            yield Hit(first.start, first.start + len(first.marker), {"marker": first.marker.strip()})


def _is_single(series: Series) -> bool:
    return (
        len(series.items) == 1 == series.first.ordinal
        and not series.found
        and series.is_block
        and is_heading(series.family)
    )


RULE: Final = Rule(
    id="N004",
    slug="single",
    name=Words("single", "单项"),
    severity=Severity.STYLE,
    summary=Words(
        "A heading is numbered 一、 and no 二、 follows: what has one part needs no numbers.",
        "只有一、而没有二、：只有一项时不必编号。",
    ),
    basis=Words("practice: a list has two members or more", "惯例：分项至少有两项"),
    message=Words("single: {marker} has no second", "单项：{marker}之后没有第二项"),
    passing=("一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n",),
    failing=("乡亲们，开春了。\n一、抓播种\n春耕不等人，误了农时误一年。\n",),
    check=check,
)
"""The rule."""
