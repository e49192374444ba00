"""N010: 1.1 of science and 一、 of official papers in one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Hit, Severity
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.model import Item

_SCIENCE: Final = "decimal"
_OFFICIAL: Final = ("han", "han-paren")


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at the first 1.1 of each speech that also has headings 一、 or （一）."""
    first: dict[int, dict[str, Item]] = {}
    for series in document.series:
        if series.is_block and series.family in (_SCIENCE, *_OFFICIAL):
            known = first.setdefault(id(series.speech), {})
            other = known.setdefault(series.family, series.first)
            if series.first.start < other.start:
                known[series.family] = series.first
    for known in first.values():
        official = next((known[family] for family in _OFFICIAL if family in known), None)
        item = known.get(_SCIENCE)
        if official and item:
            values = {"science": item.marker.strip(), "official": official.marker.strip()}
            yield Hit(item.start, item.start + len(item.marker), values)


RULE: Final = Rule(
    id="N010",
    slug="mixed-systems",
    name=Words("mixed systems", "体系混用"),
    severity=Severity.STYLE,
    summary=Words(
        "A text numbers headings both 1.1 as papers of science do and 一、 or （一） as official papers do.",
        "同一篇中既用科技文献的 1.1，又用公文的一、或（一）编标题。",
    ),
    basis=Words(
        "CY/T 35-2001 for 1.1, GB/T 9704-2012 7.3.3 for 一、; practice chooses one",
        "1.1 见 CY/T 35—2001，一、见 GB/T 9704—2012 7.3.3；通常只用一种",
    ),
    message=Words("mixed systems: {science} stands beside {official}", "体系混用：{science}与{official}并用"),
    passing=("1 播种\n1.1 选种\n1.2 下种\n2 管护\n",),
    failing=("一、抓播种\n1.1 选种\n种子要好。\n1.2 下种\n二、抓管护\n2.1 浇水\n2.2 施肥\n",),
    check=check,
)
"""The rule."""
