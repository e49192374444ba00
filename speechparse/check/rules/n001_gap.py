"""N001: a number is missing inside a list."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import with_number
from speechparse.check.finding import Hit, Severity
from speechparse.check.holes import Kind
from speechparse.check.renumber import renumbering
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the marker behind each hole in which nothing stands for the missing numbers."""
    holes = [hole for hole in document.survey.holes if hole.kind is Kind.MISSING and hole.before]
    for (_, start), group in groupby(holes, key=lambda hole: (id(hole.series), hole.after.start if hole.after else 0)):
        missing = list(group)
        before, after = missing[0].before, missing[0].after
        if before is None or after is None:
            continue
        numbers = (with_number(after.marker, hole.ordinal) or str(hole.ordinal) for hole in missing)
        values = {"before": before.marker.strip(), "after": after.marker.strip(), "missing": " ".join(numbers)}
        yield Hit(start, start + len(after.marker), values, renumbering(document, missing[0].series))


RULE: Final = Rule(
    id="N001",
    slug="gap",
    name=Words("gap", "缺号"),
    severity=Severity.ERROR,
    summary=Words(
        "A number is left out inside a list: 一、 二、 四、. Nothing in between stands for it in another form, "
        "and no line "
        "says that something was left out. Numbers that run through chapters, as 第一条 does, are followed "
        "through them.",
        "同一序列中间缺了序号：一、二、四、。两者之间没有以其他写法出现的该序号，也没有注明略去。"
        "条文的序号跨章连续计算。",
    ),
    basis=Words(
        "practice: the numbers of one list follow each other; GB/T 9704-2012 7.3.3 gives their order",
        "惯例：同一序列的序号依次相连；次序见 GB/T 9704—2012 7.3.3",
    ),
    message=Words(
        "gap: {before} is followed by {after} ({missing} is missing)",
        "缺号：{before}之后是{after}（缺{missing}）",
    ),
    passing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n三、抓收储\n颗粒要归仓。\n",
        "一、抓播种\n（略）\n三、抓收储\n颗粒要归仓。\n四、抓加工\n",
    ),
    failing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n四、抓收储\n颗粒要归仓。\n",
        "今年抓好几件事。一是修路，二是通水，四是建校。\n",
    ),
    check=check,
)
"""The rule."""
