"""N014: a smaller number stands behind a greater one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.holes import Kind
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each marker that stands before a smaller one of its list."""
    late = [hole for hole in document.survey.holes if hole.kind is Kind.LATE and hole.found and hole.after]
    for start, group in groupby(late, key=lambda hole: hole.after.start if hole.after else 0):
        holes = list(group)
        marker = holes[0].after.marker if holes[0].after else ""
        later = " ".join(hole.found.marker.strip() for hole in holes if hole.found)
        yield Hit(start, start + len(marker), {"marker": marker.strip(), "later": later})


RULE: Final = Rule(
    id="N014",
    slug="order",
    name=Words("order", "次序"),
    severity=Severity.ERROR,
    summary=Words(
        "Two members of a list have changed places, or only their numbers have: 一、 三、 二、 四、.",
        "同一序列中序号次序颠倒：一、三、二、四、。",
    ),
    basis=Words("practice: the numbers of one list follow each other", "惯例：同一序列的序号依次相连"),
    message=Words("order: {marker} stands before {later}", "次序：{marker}在{later}之前"),
    passing=("一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n三、抓收储\n",),
    failing=(
        "一、抓播种\n春耕不等人。\n三、抓管护\n三分种，七分管。\n二、抓收储\n颗粒要归仓。\n四、抓农闲\n",
        "今年抓好几件事。一是修路，三是通水，二是建校，四是架桥。\n",
    ),
    check=check,
)
"""The rule."""
