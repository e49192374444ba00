"""P106: 第一章总则 for 第一章　总则."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import MARKS
from speechparse.check.finding import Hit, Severity
from speechparse.check.rule import Rule, Words
from speechparse.families import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document

_FAMILIES: Final = frozenset(("part", "chapter", "section", "article"))
_GAP: Final = frozenset(SPACE + MARKS + "\n\r*《“（—")
"""What may follow such a marker."""


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each 第一章 or 第一条 that its heading follows without a gap."""
    text = document.text
    for (family, marker), items in document.markers.items():
        if family not in _FAMILIES or marker[-1] in MARKS:
            continue
        for item in items:
            end = item.start + len(marker)
            if end < len(text) and text[end] not in _GAP:
                yield Hit(item.start, end, {"written": marker.strip()})


RULE: Final = Rule(
    id="P106",
    slug="chapter-gap",
    name=Words("gap after 第一章", "“第一章”后的空格"),
    severity=Severity.STYLE,
    summary=Words(
        "A gap follows 第一章, 第一节 and 第一条. How wide it is, the text decides: there is no fix.",
        "“第一章”“第一节”“第一条”之后空格。空多少由文稿自定，不自动改。",
    ),
    basis=Words("GB/T 15834-2011 B.3.6", "GB/T 15834—2011 附录 B.3.6"),
    message=Words("a gap follows {written} (GB/T 15834 B.3.6)", "{written}之后宜空格（GB/T 15834 B.3.6）"),
    passing=("第一章　总则\n第一条　学校归村里办。\n第二条　村里人都可以来听课。\n",),
    failing=("第一条学校归村里办。\n第二条村里人都可以来听课。\n",),
    check=check,
)
"""The rule."""
