"""N008: more than four numbered levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.rule import Rule, Words
from speechparse.check.series import is_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.series import Series

MOST: Final = 4
"""The levels that the standards number."""


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the first marker of each list on the fifth level of headings."""
    for series in document.series:
        if series.first.level > MOST and _counts(series) and _depth(series) == MOST + 1:
            first = series.first
            yield Hit(first.start, first.start + len(first.marker), {"marker": first.marker.strip()})


def _depth(series: Series | None) -> int:
    """Return how many levels of headings a list and those above it make."""
    depth = 0
    while series:
        depth += _counts(series)
        series = series.above
    return depth


def _counts(series: Series) -> bool:
    return series.is_block and is_heading(series.family)


RULE: Final = Rule(
    id="N008",
    slug="too-deep",
    name=Words("too deep", "层次过多"),
    severity=Severity.STYLE,
    summary=Words(
        "Headings are numbered on five levels or more. Lists inside a sentence (一是…二是…) and parts, chapters and "
        "articles count as far as they number headings.",
        "标题的编号超过四级。句中的分项（一是……二是……）不计。",
    ),
    basis=Words(
        "GB/T 9704-2012 7.3.3 numbers four levels; CY/T 35-2001 advises no more",
        "GB/T 9704—2012 7.3.3 列出四级；CY/T 35—2001 亦以四级为宜",
    ),
    message=Words("too deep: {marker} is the fifth numbered level", "层次过多：{marker}已是第五级序号"),
    passing=("一、抓播种\n（一）选种\n1.看芽率\n（1）浸种\n（2）催芽\n2.看粒重\n（二）下种\n二、抓管护\n",),
    failing=(
        (
            "第一部分　种\n一、抓播种\n（一）选种\n1.看芽率\n（1）浸种\n水要温。\n（2）催芽\n2.看粒重\n（二）下种\n"
            "二、抓管护\n第二部分　收\n"
        ),
    ),
    check=check,
)
"""The rule."""
