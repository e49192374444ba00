"""P102: 一，for 一、."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Severity
from speechparse.check.marks import HAN, hit, places
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.finding import Hit


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each bare Chinese number, stem or branch with another mark than 、."""
    for place in places(document, HAN, ",.：:"):
        yield hit(place, "、")


RULE: Final = Rule(
    id="P102",
    slug="han-mark",
    name=Words("mark after 一", "“一”后的标点"),
    severity=Severity.STYLE,
    summary=Words(
        "Chinese numbers and stems without brackets are followed by 、: 一、 甲、. A number that stands alone "
        "in its line "
        "or before a space is left alone.",
        "不带括号的汉字数字和天干地支后用顿号：一、甲、。独占一行或后跟空格的数字不报。",
    ),
    basis=Words("GB/T 15834-2011 B.3.2", "GB/T 15834—2011 附录 B.3.2"),
    message=Words("{written} is written {wanted} (GB/T 15834 B.3.2)", "{written}应作{wanted}（GB/T 15834 B.3.2）"),
    passing=("一、抓播种\n春耕不等人。\n二、抓管护\n",),
    failing=("一．抓播种\n春耕不等人。\n二．抓管护\n", "甲：抓播种\n乙：抓管护\n"),
    check=check,
    fixed="一、抓播种\n春耕不等人。\n二、抓管护\n",
)
"""The rule."""
