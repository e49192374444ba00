"""N007: one list is numbered in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.mixtures import strangers
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each member that is not numbered as the others are, where the sets of N009 do not explain it."""
    for stranger in strangers(document):
        if not stranger.of_sets:
            yield Hit(stranger.start, stranger.start + len(stranger.marker), stranger.values)


RULE: Final = Rule(
    id="N007",
    slug="mixed-families",
    name=Words("mixed families", "序号混用"),
    severity=Severity.WARNING,
    summary=Words(
        "A member of a list is numbered in another way than the others: 一、 （二） 三、, or 一是 二要 三是. A "
        "last 最后 may "
        "end any list.",
        "同一序列中某项的序号写法与其余不同：一、（二）三、，或一是、二要、三是。末项用“最后”不报。",
    ),
    basis=Words(
        "GB/T 9704-2012 7.3.3 and practice: one level, one kind of number",
        "GB/T 9704—2012 7.3.3 及惯例：同一层次用同一种序号",
    ),
    message=Words(
        "mixed families: {marker} stands in a list of {others}",
        "序号混用：{marker}与同列的{others}写法不同",
    ),
    passing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三、抓收储\n",
        "今年抓三件事。一是修路，二是通水，最后是建校。\n",
    ),
    failing=(
        "一、抓播种\n春耕不等人。\n（二）抓管护\n三分种，七分管。\n三、抓收储\n颗粒要归仓。\n",
        "今年抓三件事。一是修路，二是通水，三要建校。\n",
    ),
    check=check,
)
"""The rule."""
