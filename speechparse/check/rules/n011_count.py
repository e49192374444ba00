"""N011: fewer or more points than were announced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.restarts import total
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.series import Series

_SHOWN: Final = 6


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each announcement that no list right behind it agrees with."""
    for announcement, series in document.announced:
        if announcement.number == len(series.members) or announcement.number == total(document, series):
            continue
        values = {
            "announced": announcement.words,
            "found": str(len(series.members)),
            "markers": _markers(series),
        }
        yield Hit(announcement.start, announcement.end, values)


def _markers(series: Series) -> str:
    labels = [member.label for member in series.members]
    if len(labels) > _SHOWN:
        labels[_SHOWN - 1 : -1] = ["…"]
    return " ".join(labels)


RULE: Final = Rule(
    id="N011",
    slug="count",
    name=Words("count", "数目不符"),
    severity=Severity.WARNING,
    summary=Words(
        "The sentence right before a list announces another number of points than the list has: 讲四点意见 and three "
        "follow. Only counts that can be nothing else are announcements: of points, questions, matters and the like, "
        "right before the list.",
        "分项前的一句预告了数目，与实际项数不符：讲四点意见，只有三点。"
        "只认紧接在序列之前、不会另作他解的数目（点、个问题、件事等）。",
    ),
    basis=Words("practice: what is announced follows", "惯例：预告几点，就有几点"),
    message=Words(
        "announced {announced}, found {found} ({markers})",
        "预告“{announced}”，实有 {found} 项（{markers}）",
    ),
    passing=("下面我讲两点意见。\n一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n",),
    failing=(
        "下面我讲三点意见。\n一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n",
        "今年要办好四件事：一是修路，二是通水，三是建校。\n",
    ),
    check=check,
)
"""The rule."""
