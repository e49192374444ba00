"""N005: a level of the usual order of markers is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.document import LADDER
from speechparse.check.finding import Hit, Severity
from speechparse.check.ladder import STEPS, levels_of, stands_between, steps
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the first marker of each list that stands more than one level below its parent."""
    for parent, series in steps(document):
        upper, lower = LADDER[parent.family], LADDER[series.family]
        if lower - upper < _TWO or levels_of(document, series.speech) <= _TWO:
            continue
        if not stands_between(document, parent, series):
            first = series.first
            values = {
                "upper": parent.marker.strip(),
                "lower": first.marker.strip(),
                "skipped": " ".join(STEPS[upper : lower - 1]),
            }
            yield Hit(first.start, first.start + len(first.marker), values)


_TWO: Final = 2
"""Units that number only two levels write 一、 and 1. as well as 一、 and （一）."""

RULE: Final = Rule(
    id="N005",
    slug="skipped-level",
    name=Words("skipped level", "跳级"),
    severity=Severity.STYLE,
    summary=Words(
        "Below a heading stands a list that belongs two levels lower: 一、 and then 1., in a text of three "
        "levels or more. "
        "A text of two levels may choose either for the second.",
        "标题之下直接用了更低一级的序号：一、之下用 1.，而全文不止两级。全文只有两级时，第二级用（一）或 1. 均可。",
    ),
    basis=Words(
        "GB/T 9704-2012 7.3.3: the levels may be numbered 一、 （一） 1. （1） in turn",
        "GB/T 9704—2012 7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注",
    ),
    message=Words(
        "skipped level: {upper} is followed by {lower} ({skipped} stands between)",
        "跳级：{upper}之下直接用{lower}（中间应为{skipped}）",
    ),
    passing=(
        "一、抓播种\n（一）选种\n1.看芽率\n2.看粒重\n（二）下种\n二、抓管护\n",
        "一、抓播种\n1.看芽率\n2.看粒重\n二、抓管护\n",
    ),
    failing=("一、抓播种\n（一）选种\n种子要好。\n（二）下种\n二、抓管护\n1.浇水\n水要浇透。\n2.施肥\n三、抓收储\n",),
    check=check,
)
"""The rule."""
