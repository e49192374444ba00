"""P104: （一）、 for （一）."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Severity
from speechparse.check.marks import BRACKETED, hit, places
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.finding import Hit


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each number in brackets or in a circle with a mark behind it."""
    for place in places(document, BRACKETED, "、,.：:"):
        yield hit(place, "")


RULE: Final = Rule(
    id="P104",
    slug="bracket-mark",
    name=Words("mark after （一）", "“（一）”后的标点"),
    severity=Severity.STYLE,
    summary=Words(
        "A number in brackets or in a circle takes no mark: （一） （1） 1） ①.",
        "加括号或带圈的序次语后不用点号：（一）（1）1）①。",
    ),
    basis=Words("GB/T 15834-2011 B.3.4", "GB/T 15834—2011 附录 B.3.4"),
    message=Words("{written} is written {wanted} (GB/T 15834 B.3.4)", "{written}应作{wanted}（GB/T 15834 B.3.4）"),
    passing=("（一）选种\n种子要好。\n（二）下种\n",),
    failing=(
        "（一）、选种\n种子要好。\n（二）、下种\n",
        "（1）.选种\n（2）.下种\n",
        "先抓两件事：①、选种；②、下种。\n",
    ),
    check=check,
    fixed="（一）选种\n种子要好。\n（二）下种\n",
)
"""The rule."""
