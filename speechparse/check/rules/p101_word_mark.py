"""P101: 第一、 for 第一，."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Severity
from speechparse.check.marks import WORDS, hit, places
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.finding import Hit
    from speechparse.check.marks import Place

_COUNTED: Final = "di-unit"
"""第一个问题：怎么看 is a heading: its colon stays."""


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each marker of the three sets with another mark than a comma."""
    for place in places(document, WORDS, "、：:."):
        if not _is_right(place):
            yield hit(place, document.comma)


def _is_right(place: Place) -> bool:
    colon = place.mark in "：:"
    return (colon and place.family == _COUNTED) or place.core.endswith(("是", "要"))


RULE: Final = Rule(
    id="P101",
    slug="word-mark",
    name=Words("mark after 第一", "“第一”后的标点"),
    severity=Severity.STYLE,
    summary=Words(
        "第一 其一 首先 and their kind are followed by a comma. 第一是, and 第一个问题： as a heading, are left alone.",
        "“第一”“其一”“首先”之类后用逗号。“第一是”不加标点，“第一个问题：”作标题时冒号不报。",
    ),
    basis=Words("GB/T 15834-2011 B.3.1", "GB/T 15834—2011 附录 B.3.1"),
    message=Words("{written} is written {wanted} (GB/T 15834 B.3.1)", "{written}应作{wanted}（GB/T 15834 B.3.1）"),
    passing=("第一，水要够。第二，路要通。\n", "第一个问题：水从哪里来\n第二个问题：路往哪里修\n"),
    failing=("第一、水要够。\n第二、路要通。\n", "首先：水要够。其次：路要通。\n"),
    check=check,
    fixed="第一，水要够。\n第二，路要通。\n",
)
"""The rule."""
