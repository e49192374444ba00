"""Lines of printed pages → paragraphs: what the page broke is joined again, what the page added is taken out."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_NUMERAL: Final = re.compile(
    r"[—–\-·•~\s]*(?:第\s*)?([0-9０-９]{1,4}|[ivxlcIVXLC]{1,6})\s*(?:[页頁]|(?:[/／]|[页頁]?\s*共)\s*[0-9０-９]{1,4}\s*[页頁]?)*[—–\-·•~\s]*"
)
"""A line that only numbers the page."""
_DIGITS: Final = re.compile("[0-9０-９]+|(?<![a-zA-Z])[ivxlcIVXLC]{1,6}(?![a-zA-Z])")
_MARK: Final = re.compile(
    r"[（(]?第?(?:[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,2})(?:[、.．)）]|[章节条款部点个]|是)(?![0-9])|[①-⑳]|[首其再最][先次后][，,]"
)
_CLOSED: Final = tuple("。！？；：!?;:”』」）)…")
_NEVER_FIRST: Final = "，。、；：！？）》」』】〉”’…,.;:!?)"
_ASCII: Final = re.compile(r"[!-~]+")
_ASIDE: Final = ("—", "（", "(", "－", "-")

_LARGE: Final = 1.2
"""Times the size of the body: a line in such letters is a heading."""
_NEAR: Final = 0.8
"""Times the size: what is closer stands in the same place."""
_HANG: Final = 4.5
"""Times the size: how far the lines of an item may hang."""
_SPACED: Final = 1.25
"""Times the usual distance of lines: what is further apart are two paragraphs."""
_COMMON: Final = 0.4
"""The share of pages on which a running head stands; on left and right pages it may differ."""
_FEW: Final = 3
_LONG: Final = 10
"""Times the size: what is shorter is no whole line."""
_INDENTED: Final = 0.1
"""The share of lines that are indented where paragraphs are."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; lengths are in points from the lower left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    page: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """How the body of a document is set."""

    left: float
    right: float
    size: float
    pitch: float
    """The usual distance of two lines."""
    indented: bool
    """Whether paragraphs begin with an indent."""


def paragraphs(pages: list[list[Line]], width: float) -> list[str]:
    """Return the paragraphs of a document whose pages are so many points wide."""
    lines = [line for page in without_furniture(pages) for line in page]
    if not lines:
        return []
    column = measure(lines, width)
    groups = [[lines[0]]]
    for line in lines[1:]:
        if goes_on(groups[-1], line, column):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(group) for group in groups]


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the pages without running heads and page numbers, which are their outermost lines."""
    kept = [list(page) for page in pages]
    for _ in range(3):
        if not any([_strip(kept, top=top) for top in (True, False)]):  # noqa: C419 - both ends, each time
            break
    return kept


def _strip(pages: list[list[Line]], *, top: bool) -> bool:
    """Take the outermost line off each page where it is furniture; tell whether there was any."""
    pick = max if top else min
    outer = {number: pick(page, key=lambda line: line.baseline) for number, page in enumerate(pages) if page}
    heads = Counter(place for line in outer.values() for place in _head(line, reach=0))
    counted = Counter(value - number for number, line in outer.items() if (value := _numeral(line)) is not None)
    size = _body_size([line for page in pages for line in page]) if outer else 0.0
    found = False
    for number, line in outer.items():
        value = _numeral(line)
        if value is not None:
            sure = not line.text.strip().isalnum() or counted[value - number] > 1 or _stands_apart(line, pages[number])
        else:
            times = sum(heads[place] for place in _head(line, reach=1))
            unlike = line.size < size - _NEAR or _stands_apart(line, pages[number])
            sure = times > 1 and times >= _COMMON * len(pages) and unlike
        if sure:
            pages[number].remove(line)
            found = True
    return found


def _head(line: Line, reach: int) -> list[tuple[str, int]]:
    """Return what tells a running head from other lines: its text without numbers, and about where it stands."""
    text = _DIGITS.sub("#", "".join(line.text.split()))
    return [(text, round(line.baseline / 3) + by) for by in range(-reach, reach + 1)]


def _numeral(line: Line) -> int | None:
    """Return the number of a line that only numbers the page; Roman numbers count as 0."""
    match = _NUMERAL.fullmatch(line.text)
    if not match:
        return None
    return int(match[1]) if match[1].isdecimal() else 0


def _stands_apart(line: Line, page: list[Line]) -> bool:
    """Whether a line is further from all others than they are from each other."""
    rest = sorted({round(other.baseline) for other in page if other is not line})
    if not rest:
        return False
    distance = min(abs(line.baseline - baseline) for baseline in rest)
    usual = statistics.median([b - a for a, b in pairwise(rest)]) if len(rest) > 1 else line.size * 1.5
    return distance > _SPACED * usual


def measure(lines: list[Line], width: float) -> Column:
    """Return how a document is set, from what most of its lines do."""
    body = _body_size(lines)
    own = [line for line in lines if abs(line.size - body) < _NEAR]
    left = _usual_left(own, body)
    right = _usual_right(own, body) or max(width - left, *(line.right for line in own), left)
    gaps = [a.baseline - b.baseline for a, b in pairwise(own) if a.page == b.page]
    gaps = [gap for gap in gaps if 0 < gap < body * 4]
    indented = sum(1.4 * body < line.left - left < 2.6 * body for line in own)
    return Column(left, right, body, _usual(gaps) if gaps else body * 1.5, indented >= _INDENTED * len(own))


def _body_size(lines: list[Line]) -> float:
    """Return the size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _usual_left(lines: list[Line], size: float) -> float:
    """Return how far left lines begin: the outermost place where several do."""
    places = Counter(round(line.left * 2 / size) for line in lines)
    several = max(2, len(lines) * 0.05) if len(lines) > _FEW else 1
    return min(place for place, times in places.items() if times >= min(several, max(places.values()))) * size / 2


def _usual_right(lines: list[Line], size: float) -> float | None:
    """Return where whole lines end, or None where there are too few to tell."""
    places = Counter(round(line.right / (size / 2)) for line in lines if line.right - line.left > _LONG * size)
    if not places:
        return None
    place, times = places.most_common(1)[0]
    return place * size / 2 if times >= max(_FEW, _INDENTED * len(lines)) else None


def _usual(lengths: list[float]) -> float:
    """Return the length that most are near to."""
    return Counter(round(length, 0) for length in lengths).most_common(1)[0][0]


def goes_on(group: list[Line], line: Line, column: Column) -> bool:
    """Whether a line goes on with the paragraph whose lines so far are given."""
    first, last = group[0], group[-1]
    if abs(line.size - last.size) > _NEAR or (line.page == last.page and not _follows(last, line, column)):
        return False
    if last.size >= column.size * _LARGE:
        return _goes_on_title(last, line, column)
    if _room_left(last, line, column):
        return False
    if line.left <= column.left + _NEAR * line.size:
        return _goes_on_flush(first, last, line, column)
    if len(group) > 1:
        return abs(line.left - last.left) < _NEAR * line.size and last.left > first.left
    hangs = _NEAR * line.size < line.left - first.left <= _HANG * line.size
    return hangs and _MARK.match(first.text.lstrip()) is not None


def _follows(last: Line, line: Line, column: Column) -> bool:
    """Whether a line stands below another of its page, no further down than usual."""
    down = last.baseline - line.baseline
    usual = column.pitch * max(1.0, line.size / column.size)
    return 0 < down <= usual * _SPACED


def _goes_on_title(last: Line, line: Line, column: Column) -> bool:
    """Whether two lines in large letters are one heading: both stand in the middle of the column."""
    middle = (column.left + column.right) / 2
    centred = all(abs((one.left + one.right) / 2 - middle) < one.size for one in (last, line))
    return centred and last.page == line.page and not line.text.lstrip().startswith(_ASIDE)


def _room_left(last: Line, line: Line, column: Column) -> bool:
    """Whether the next line's beginning would have found room at the end of the last: then a paragraph ended there."""
    text = line.text.lstrip()
    word = _ASCII.match(text)
    needed = len(word[0]) * 0.6 if word else 1.0
    if not word and text[1:2] in _NEVER_FIRST:
        needed += 1
    return column.right - last.right > (needed + 0.5) * line.size


def _goes_on_flush(first: Line, last: Line, line: Line, column: Column) -> bool:
    """Whether a line at the left edge goes on; without indents, a number after the end of a sentence begins anew."""
    if first.left > line.left + _NEAR * line.size:
        return True
    begins = _MARK.match(line.text.lstrip()) is not None and last.text.rstrip().endswith(_CLOSED)
    return not begins if not column.indented else first.left <= line.left + _NEAR * line.size and not begins


def _joined(lines: list[Line]) -> str:
    """Return the text of a paragraph: a space stands only between words of letters."""
    text = lines[0].text.strip()
    for line in lines[1:]:
        more = line.text.strip()
        words = text[-1:].isascii() and more[:1].isascii() and text[-1:].isalnum() and more[:1].isalnum()
        text += f" {more}" if words else more
    return text
