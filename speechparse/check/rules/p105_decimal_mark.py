"""P105: 1.1. for 1.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Severity
from speechparse.check.marks import hit, places
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.finding import Hit

_DECIMAL: Final = frozenset(("decimal",))


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each 1.1 with a mark behind it."""
    for place in places(document, _DECIMAL, "、,.：:"):
        yield hit(place, "")


RULE: Final = Rule(
    id="P105",
    slug="decimal-mark",
    name=Words("mark after 1.1", "“1.1”后的标点"),
    severity=Severity.STYLE,
    summary=Words(
        "A number that shows chapter and section takes no mark at its end: 1.1. Only headings are looked at, so that "
        "quantities (7.9公分) raise nothing.",
        "表示章节关系的序次语末尾不用点号：1.1。只看标题，不看数量（7.9公分）。",
    ),
    basis=Words("GB/T 15834-2011 B.3.5", "GB/T 15834—2011 附录 B.3.5"),
    message=Words("{written} is written {wanted} (GB/T 15834 B.3.5)", "{written}应作{wanted}（GB/T 15834 B.3.5）"),
    passing=("1.1 选种\n1.2 下种\n亩产多了7.9公斤。\n",),
    failing=("1.1. 选种\n种子要好。\n1.2. 下种\n",),
    check=check,
    fixed="1.1 选种\n种子要好。\n1.2 下种\n",
)
"""The rule."""
