"""P107: 一是，for 一是."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Severity
from speechparse.check.marks import RUNNING, hit, places
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.finding import Hit


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each 一是 or 一要 with a mark behind it."""
    for place in places(document, RUNNING, ",：:"):
        yield hit(place, "")


RULE: Final = Rule(
    id="P107",
    slug="running-mark",
    name=Words("mark after 一是", "“一是”后的标点"),
    severity=Severity.STYLE,
    summary=Words(
        "一是 and 一要 run on into their sentence and take no mark.",
        "“一是”“一要”叙述性较强，后不用标点。",
    ),
    basis=Words("GB/T 15834-2011 B.3.7", "GB/T 15834—2011 附录 B.3.7"),
    message=Words("{written} is written {wanted} (GB/T 15834 B.3.7)", "{written}应作{wanted}（GB/T 15834 B.3.7）"),
    passing=("今年抓两件事：一是修路；二是通水。\n",),
    failing=("今年抓两件事：一是，修路；二是，通水。\n",),
    check=check,
    fixed="今年抓两件事：一是修路；二是通水。\n",
)
"""The rule."""
