"""P111: a mark that contradicts those of its own siblings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import MARKS, narrow
from speechparse.check.finding import Hit, Severity
from speechparse.check.marks import BRACKETED, HAN, LATIN, RUNNING, WORDS, Place, place_at, remark
from speechparse.check.places import ELSEWHERE, place_of
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.check.series import Series

_FEWEST: Final = 3
"""Of two members that differ, nobody can say which is wrong."""
_KINDS: Final = 2
_MARKS: Final = frozenset(MARKS)
_SHOWN: Final = 3
_STANDARD: Final = (
    *((family, ",") for family in WORDS),
    *((family, "、") for family in HAN),
    *((family, ".") for family in LATIN),
    *((family, "") for family in BRACKETED | RUNNING | {"decimal"}),
)
_RIGHT: Final = dict(_STANDARD)
"""The mark that the standard asks for, in half width."""


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each member whose mark is another than that of at least two thirds of its list."""
    for series in document.series:
        if len(series.items) + len(series.found) < _FEWEST or series.family not in _RIGHT:
            continue
        if not _is_uniform(document.text, series) and series.is_firm:
            yield from _odd_marks(document, series)


def _is_uniform(text: str, series: Series) -> bool:
    """Whether it is plain at a glance that all marks are the same: most lists are looked at no further."""
    last = series.first.marker[-1]
    return not series.found and all(
        item.marker[-1] == last
        and text[item.start + len(item.marker) : item.start + len(item.marker) + 1] not in _MARKS
        for item in series.items
    )


def _odd_marks(document: Document, series: Series) -> Iterator[Hit]:
    places = _places(document, series)
    counts = Counter(narrow(place.mark) for place in places)
    if len(counts) < _KINDS:
        return
    usual, number = counts.most_common(1)[0]
    if (len(places) - number) * 2 > number:
        return
    others = [place for place in places if narrow(place.mark) == usual]
    written = Counter(place.mark for place in others).most_common(1)[0][0]
    shown = " ".join(place.core + place.mark for place in others[:_SHOWN])
    for place in places:
        if narrow(place.mark) != usual:
            fix = None if narrow(place.mark) == _RIGHT[series.family] else remark(place, written)
            yield Hit(place.start, place.end, {"written": place.core + place.mark, "others": shown}, fix)


def _places(document: Document, series: Series) -> list[Place]:
    """Return the members with comparable marks; one of another family is another rule's matter."""
    family, text = series.family, document.text
    places = [
        place_at(text, member.start, family, member.marker)
        for member in series.own_members
        if (member.item is None or member.item.family == family) and place_of(text, member.start) != ELSEWHERE
    ]
    return [place for place in places if place.mark] if family in WORDS else places


RULE: Final = Rule(
    id="P111",
    slug="sibling-mark",
    name=Words("mark against its siblings", "标点与同列不一"),
    severity=Severity.WARNING,
    summary=Words(
        "The mark behind one marker is not that of the others in its list: 一、 二、 三， 四、. At least two "
        "thirds of the list "
        "must agree. Half-width and full-width marks are the same here (P109 tells them apart), and 第一是 has "
        "no mark to "
        "compare.",
        "同一序列中某个序号后的标点与其余不同：一、二、三，四、。至少三分之二一致才报。全角半角在此视为相同（见 "
        "P109），“第一是”无标点可比。",
    ),
    basis=Words("practice: the markers of one list are written alike", "惯例：同一序列的序号写法一致"),
    message=Words("{written} is not written as {others} are", "{written}与同列的{others}标点不一"),
    passing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n三、抓收储\n",
        "第一，水要够。第二，路要通。第三是账要清。\n",
    ),
    failing=(
        "一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n三．抓收储\n",
        "第一，水要够。\n第二：路要通。\n第三，账要清。\n",
        "一、抓播种\n春耕不等人。\n二，抓管护\n三分种，七分管。\n三、抓收储\n",
    ),
    check=check,
    fixed="一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n三、抓收储\n",
)
"""The rule."""
