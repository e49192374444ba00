"""N002: a number is used twice in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.renumber import renumbering
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the second marker of each pair."""
    for repeat in document.survey.repeats:
        second = repeat.second
        line = repeat.first.item.line if repeat.first.item else 0
        values = {"marker": second.marker.strip(), "line": str(line)}
        yield Hit(second.start, second.end, values, renumbering(document, repeat.series))


RULE: Final = Rule(
    id="N002",
    slug="repeat",
    name=Words("repeat", "重号"),
    severity=Severity.ERROR,
    summary=Words(
        "A number comes twice in a list: 一、 二、 二、 三、. 一是…，一是… and 第三条之一 are no repeats.",
        "同一序列中序号重复：一、二、二、三、。“一是……，一是……”和“第三条之一”不算重复。",
    ),
    basis=Words("practice: each number of a list is used once", "惯例：同一序列中每个序号只用一次"),
    message=Words("repeat: {marker} is already used on line {line}", "重号：{marker}已在第 {line} 行用过"),
    passing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n三、抓收储\n",
        "她留在山里有两个缘由：一是舍不得孩子，一是答应过老校长。\n",
    ),
    failing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n二、抓收储\n颗粒要归仓。\n",
        "今年抓好几件事。一是修路，二是通水，二是建校，三是架桥。\n",
    ),
    check=check,
)
"""The rule."""
