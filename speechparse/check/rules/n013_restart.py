"""N013: a list begins again although nothing else has begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.restarts import restarts
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the first marker of each list that should have counted on."""
    for before, series in restarts(document):
        first = series.first
        values = {"before": before.members[-1].marker.strip(), "marker": first.marker.strip()}
        yield Hit(first.start, first.start + len(first.marker), values)


RULE: Final = Rule(
    id="N013",
    slug="restart",
    name=Words("restart", "重起"),
    severity=Severity.WARNING,
    summary=Words(
        "The numbers begin again in the middle of a list: 一、 二、 一、 二、, and no heading without a number, "
        "no line that "
        "ends in a colon and no announcement stands between; or a count announced before the first list is that "
        "of both.",
        "序号中途又从头起：一、二、一、二、，其间没有无序号的标题、以冒号结尾的引语或新的预告；"
        "或者前面预告的数目恰是两段之和。",
    ),
    basis=Words("practice: the numbers of one list follow each other", "惯例：同一序列的序号依次相连"),
    message=Words("restart: {marker} follows {before}", "重起：{before}之后又是{marker}"),
    passing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n秋冬的事\n一、抓收储\n二、抓农闲\n",
        "上半年抓播种：一是选种，二是下种。下半年抓收储：一是晒场，二是入仓。\n",
    ),
    failing=(
        (
            "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管，一样都不能少。\n一、抓收储\n颗粒要归仓。\n"
            "二、抓农闲\n农闲人不闲。\n"
        ),
        "今年要办好四件事：一是修路；二是通水；一是建校；二是架桥。\n",
    ),
    check=check,
)
"""The rule."""
