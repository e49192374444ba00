"""N009: 首先…第二…其三: words of three sets in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.mixtures import strangers
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each word of another set than most of its list."""
    for stranger in strangers(document):
        if stranger.of_sets:
            yield Hit(stranger.start, stranger.start + len(stranger.marker), stranger.values)


RULE: Final = Rule(
    id="N009",
    slug="mixed-sets",
    name=Words("mixed sets", "序次语混用"),
    severity=Severity.WARNING,
    summary=Words(
        "第一…第二, 其一…其二 and 首先…其次 are three sets; one list keeps to one of them. A last 最后 may end "
        "any list.",
        "“第一……第二……”“其一……其二……”“首先……其次……”是三套序次语，同一序列只用一套。末项用“最后”不报。",
    ),
    basis=Words(
        "GB/T 15834-2011 B.3.1 lists the sets; practice does not mix them (杜永道)",
        "GB/T 15834—2011 B.3.1 分列各套；通常不混用（杜永道）",
    ),
    message=Words("mixed sets: {marker} stands in a list of {others}", "序次语混用：{marker}与同列的{others}不是一套"),
    passing=(
        "首先，感谢大家。其次，我来介绍水渠。最后，请大家提问。\n",
        "第一，水要够。第二，路要通。最后，账要清。\n",
    ),
    failing=("首先，水要够。其次，路要通。第三，账要清。\n", "第一，水要够。\n其次，路要通。\n第三，账要清。\n"),
    check=check,
)
"""The rule."""
