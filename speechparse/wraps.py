"""Hard line breaks: which line ends are ends of paragraphs, and which come from the width of a page or a mail."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final, NamedTuple

from speechparse.cues import is_salutation
from speechparse.families import CLOSING, OPENING, SENTENCE_END, SPACE
from speechparse.frame import is_header, is_page_number

_MID_SENTENCE: Final = re.compile(rf"\n(?:(?<=[^\s。！？；：!?;:]\n)|(?<=[^\s。！？；：!?;:] \n))[{SPACE}]*(?=[^\s])")
"""A line break that no mark and no blank line comes before: a text that was cut at a width has many."""
_FEW: Final = 8
_SURE_WIDTH: Final = 20
_NEVER_FIRST: Final = frozenset("，。、；：！？”’）》」』】,;:!?%％")
"""Marks that never open a line: a line with one first goes on from the line above."""
_TORN: Final = rf"\n[{SPACE}]*[，。、；：！？”’）》」』】,;:!?%％]"
_MARKER_LINE: Final = (
    rf"[{SPACE}#]*(?:[一二三四五六七八九十壹貳贰叁參肆伍]{{1,3}}[、.．]|[（(][一二三四五六七八九十0-9０-９]{{1,3}}[)）]"
    r"|[0-9０-９]{1,2}(?:[、．]|\.(?![0-9]))|第[一二三四五六七八九十百]{1,4}[章节節条條，,、：:个個]|[①-⑳])"
)


def opens_with_marker(line: str) -> bool:
    """Whether a line opens with a marker that hardly ever stands at a chance line break."""
    return bool(re.match(_MARKER_LINE, line))


def line_joins(text: str) -> list[tuple[int, int]]:
    """Return the spans of the line breaks that are no ends of paragraphs, with the white space around them."""
    if sum(1 for _ in _MID_SENTENCE.finditer(text)) * _FEW < text.count("\n") and not re.search(_TORN, text):
        return []
    lines = text.split("\n")
    full = _full_lines(lines)
    if full is None and not re.search(_TORN, text):
        return []
    full = [
        is_full or below.lstrip(SPACE)[:1] in _NEVER_FIRST
        for is_full, below in zip(full or [False] * len(lines), [*lines[1:], ""], strict=True)
    ]
    return _joins(lines, full)


def _joins(lines: list[str], full: list[bool]) -> list[tuple[int, int]]:
    indented = _indents_paragraphs(lines, full)
    shown = indented or _parts_paragraphs(lines, full)
    joins: list[tuple[int, int]] = []
    offset = 0
    open_line: int | None = None  # where a full line ends that may go on below
    before = ""
    for line, is_full in zip(lines, full, strict=True):
        stripped = line.strip(SPACE)
        if open_line is not None and stripped and is_page_number(line):
            offset += len(line) + 1
            continue
        if open_line is not None and stripped:
            lead = len(line) - len(line.lstrip(SPACE))
            if _goes_on(line, lead, indented=indented, before="" if shown else before):
                joins.append((open_line, offset + lead))
        open_line = offset + len(line.rstrip(SPACE)) if stripped and is_full else None
        before = stripped[-1:]
        offset += len(line) + 1
    return joins


def _goes_on(line: str, lead: int, *, indented: bool, before: str) -> bool:
    """Whether a line continues the full line above it."""
    if lead and (indented or lead > 1):
        return False
    if before and before in "。！？：；!?:;”" and opens_with_marker(line):
        return False
    stripped = line.strip(SPACE)
    return not is_salutation(stripped) and not (len(stripped) < _SURE_WIDTH and is_header(stripped))


class _Ruler(NamedTuple):
    """A way to measure lines, and how much a line that was cut may fall short of the width or hang over it."""

    unit: int
    short: int
    over: int


_RULERS: Final = (_Ruler(1, 2, 1), _Ruler(2, 5, 2))
"""In characters, in columns."""


def _full_lines(lines: list[str]) -> list[bool] | None:
    """Return which lines were cut at the width of the text, or None where the text has no such width.

    A text was cut at a width when many of its lines have the same length, hardly any is longer, and most of those
    stop in mid-sentence.
    """
    bare = [line.rstrip(SPACE) for line in lines]
    middling = sum(16 <= len(line) <= 100 for line in bare)
    if middling < 3 or middling * 3 < sum(map(bool, bare)):
        return None
    for ruler in _RULERS:
        sizes = [len(line) if ruler.unit == 1 or len(line) > 120 else _columns(line) for line in bare]
        width = _width(sizes, ruler)
        if width is None:
            continue
        full = [
            _is_full(size, width, ruler, line, below.lstrip(SPACE))
            for size, line, below in zip(sizes, bare, [*bare[1:], ""], strict=True)
        ]
        if _is_cut(bare, full, width // ruler.unit):
            return full
    return None


def _columns(line: str) -> int:
    return len(line) if line.isascii() else len(line.encode("gb18030", "replace"))


def _width(sizes: list[int], ruler: _Ruler) -> int | None:
    counts = Counter(size for size in sizes if 16 <= size <= 200)
    if not counts:
        return None
    near = {size: sum(counts[size - step] for step in range(ruler.unit)) for size in counts}
    width = max(near, key=lambda size: (near[size], size))
    about = sum(counts[width - step] for step in range(-ruler.over, ruler.short + 1))
    reach = sum(counts.values())
    longer = sum(number for size, number in counts.items() if size > width + ruler.over)
    return width if about >= max(2, reach * 0.3) and longer <= reach * 0.1 else None


def _is_full(size: int, width: int, ruler: _Ruler, line: str, below: str) -> bool:
    """Whether a line was cut at the width: it fills it, hangs over with a mark, or what follows would not fit or stand.

    Typesetters keep 。 off the start of a line and “ off its end, and do not break a word or a number.
    """
    if width - ruler.unit < size <= width:
        return True
    if width < size <= width + ruler.over:
        return line[-1:] in _NEVER_FIRST or line[:1] in SPACE  # a hanging mark, or an indent
    if not below or not width - ruler.short <= size < width:
        return False
    word = len(re.match(r"[A-Za-z0-9.%]*", below).group())  # type: ignore[union-attr]
    return below[0] in OPENING or below[1:2] in _NEVER_FIRST or size + word > width or line[-1:] in CLOSING


def _is_cut(lines: list[str], full: list[bool], width: int) -> bool:
    """Whether the full lines stop in mid-sentence, as only lines do that were cut."""
    stops = [line for line, is_full, below in zip(lines, full, [*lines[1:], ""], strict=True) if is_full and below]
    open_ended = sum(line[-1:] not in SENTENCE_END for line in stops)
    return (len(stops) > 2 and open_ended * 2 > len(stops)) or (len(stops) == open_ended == 2 and width >= _SURE_WIDTH)


def _indents_paragraphs(lines: list[str], full: list[bool]) -> bool:
    """Whether paragraphs open with an indent: then a full line's follower with an indent is a new one."""
    opens = [
        below
        for (_, below), is_full in zip(pairwise(lines), full, strict=False)
        if below.strip(SPACE) and not is_full and len(below) > 15
    ]
    return sum(line[:1] in SPACE for line in opens) * 2 > len(opens)


def _parts_paragraphs(lines: list[str], full: list[bool]) -> bool:
    """Whether blank lines part the paragraphs: then a full line's follower is none, whatever it opens with."""
    ends = [
        below
        for (above, below), is_full in zip(pairwise(lines), full, strict=False)
        if above.strip(SPACE) and not is_full
    ]
    return sum(not line.strip(SPACE) for line in ends) * 5 > len(ends) * 4
