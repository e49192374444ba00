"""N006: a higher level stands below a lower one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.document import LADDER
from speechparse.check.finding import Hit, Severity
from speechparse.check.ladder import steps
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the first marker of each list whose markers belong above those of its parent."""
    for parent, series in steps(document):
        if LADDER[series.family] < LADDER[parent.family]:
            first = series.first
            values = {"upper": parent.marker.strip(), "lower": first.marker.strip()}
            yield Hit(first.start, first.start + len(first.marker), values)


RULE: Final = Rule(
    id="N006",
    slug="reversed-levels",
    name=Words("reversed levels", "层次倒置"),
    severity=Severity.STYLE,
    summary=Words(
        "A list stands below markers that belong below its own: 一、 under （一）.",
        "高一级的序号用在了低一级之下：（一）之下用一、。",
    ),
    basis=Words(
        "GB/T 15834-2011 B.3.8: what has brackets stands below what has none; from any level on, downwards in turn",
        "GB/T 15834—2011 B.3.8：带括号的通常在不带括号的下一层；选定后顺次向下，不宜反过来用更高层",
    ),
    message=Words("reversed levels: {lower} stands below {upper}", "层次倒置：{lower}用在{upper}之下"),
    passing=("一、抓播种\n（一）选种\n种子要好。\n（二）下种\n二、抓管护\n",),
    failing=("（一）抓播种\n一、选种\n种子要好。\n二、下种\n下种要匀。\n（二）抓管护\n一、浇水\n二、施肥\n",),
    check=check,
)
"""The rule."""
