"""Text as it stands → text as it reads: what hides a marker is taken out, and every position can be traced back.

The folded text is only looked at, never shown: titles and offsets come from the text as it stands. It differs from it
where it must: a line feed is put before the first line, so that every line starts alike; CR and rare line ends become
line feeds; Kangxi radicals become the Han characters they look like; zero-width characters and bold marks go; and in a
text with hard line breaks the lines of a paragraph are joined.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache, partial
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.families import SENTENCE_END, SPACE
from speechparse.frame import is_page_number

if TYPE_CHECKING:
    from collections.abc import Callable

_ODD: Final = re.compile("[\r\x0b\x0c\x85\u2028\u2029\u00ad\u200b-\u200f\u2060\ufeff\u2e80-\u2fdf\u3127\uf900-\ufaff]")
_DELETED: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_LINE_ENDS: Final = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")
_BOLD: Final = r"\*\*+"
_ZERO_WIDTH: Final = "[\u00ad\u200b-\u200f\u2060\ufeff]+"

_MARKER_LINE: Final = (
    rf"[{SPACE}#]*(?:[一二三四五六七八九十壹貳贰叁參肆伍]{{1,3}}[、.．]|[（(][一二三四五六七八九十0-9０-９]{{1,3}}[)）]"
    r"|[0-9０-９]{1,2}(?:[、．]|\.(?![0-9]))|第[一二三四五六七八九十百]{1,4}[章节節条條，,、：:个個]|[①-⑳])"
)


def opens_with_marker(line: str) -> bool:
    """Whether a line opens with a marker that hardly ever stands at a chance line break."""
    return bool(re.match(_MARKER_LINE, line))


class Folded(NamedTuple):
    """A text to look at, and the way back to the one it was made from."""

    text: str
    joined: bool
    """Whether anything but the first line feed differs in length: then titles are put together from pieces."""
    origin: Callable[[int], int]
    """Returns the offset in the original text of a folded offset."""


def _plain(look: str) -> Folded:
    return Folded(f"\n{look}\n", joined=False, origin=partial(add, -1))


@cache
def _same_length() -> dict[int, str]:
    """Map look-alikes to the Han characters they stand for, one for one."""
    import unicodedata  # noqa: PLC0415 only texts with such characters need it

    table = dict(_LINE_ENDS)
    table[0x3127] = "一"
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    return table


def fold(text: str) -> Folded:
    """Return the text to look for markers in, for a text as it stands."""
    look = text
    cuts: list[tuple[int, int]] = []
    if _ODD.search(text):
        look = look.replace("\r\n", " \n").translate(_same_length())
        cuts += [match.span() for match in re.finditer(_ZERO_WIDTH, look)]
    if "**" in look:
        cuts += [match.span() for match in re.finditer(_BOLD, look)]
    look = _seams(look)
    cuts += _line_breaks(look)
    if not cuts:
        return _plain(look)
    return _without(look, sorted(cuts))


def _without(text: str, cuts: list[tuple[int, int]]) -> Folded:
    pieces, starts, shifts = ["\n"], [0], [-1]
    size, kept = 1, 0
    for begin, end in [*cuts, (len(text), len(text))]:
        if begin > kept or begin == len(text):
            pieces.append(text[kept:begin])
            starts.append(size)
            shifts.append(kept - size)
            size += begin - kept
        kept = max(kept, end)
    pieces.append("\n")

    def origin(offset: int) -> int:
        return max(offset + shifts[bisect_right(starts, offset) - 1], 0)

    return Folded("".join(pieces), joined=True, origin=origin)


_SEAM: Final = (re.compile(r"　(?<=[^\s]　)　+(?=\S)"), re.compile(r" (?<=[^\s] ) +(?=\S)"))


def _seams(text: str) -> str:
    """Return the text with a line feed for each run of blanks that a lost line break left in a long line.

    One such line must hold two of them, and one must follow the end of a sentence: a spaced-out name is no seam.
    """
    for seam in _SEAM:
        text = _replaced(text, _real_seams(text, [match.span() for match in seam.finditer(text)]))
    return text


def _replaced(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    pieces, at = [], 0
    for begin, _ in spans:
        pieces += [text[at:begin], "\n"]
        at = begin + 1
    return "".join([*pieces, text[at:]])


def _real_seams(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    real: list[tuple[int, int]] = []
    group: list[tuple[int, int]] = []
    for span in [*spans, (len(text), len(text))]:
        if group and (span[0] == len(text) or "\n" in text[group[-1][1] : span[0]]):
            if len(group) > 1 and any(text[begin - 1] in SENTENCE_END + "”」）" for begin, _ in group):
                real += group
            group = []
        group.append(span)
    return real


# --- hard line breaks ------------------------------------------------------------------------------------------------


_MID_SENTENCE: Final = re.compile(rf"\n(?<=[^\s。！？；：!?;:]\n)[{SPACE}]*(?=[^\s])")
"""A line break that no mark and no blank line comes before: a text that was cut at a width has many."""
_FEW: Final = 8
_NEVER_FIRST: Final = frozenset("，。、；：！？”’）》」』】,;:!?")
_TORN: Final = rf"\n[{SPACE}]*[，。、；：！？”’）》」』】,;:!?]"
"""Marks that never open a line: a line with one first goes on from the line above."""


def _columns(line: str) -> int:
    return len(line.encode("gb18030", "replace")) if not line.isascii() else len(line)


def _line_breaks(text: str) -> list[tuple[int, int]]:
    """Return the spans of the line breaks that are no ends of paragraphs, with the white space around them."""
    if sum(1 for _ in _MID_SENTENCE.finditer(text)) * _FEW < text.count("\n"):
        return []
    lines = text.split("\n")
    full = _full_lines(lines)
    if full is None and not re.search(_TORN, text):
        return []
    full = full or [False] * len(lines)
    full = [
        is_full or below.lstrip(SPACE)[:1] in _NEVER_FIRST
        for is_full, below in zip(full, [*lines[1:], ""], strict=True)
    ]
    indented = _indents_paragraphs(lines, full)
    cuts: list[tuple[int, int]] = []
    offset = 0
    waiting: int | None = None  # the end of a full line that may go on below
    for index, line in enumerate(lines):
        stripped = line.strip(SPACE)
        if waiting is not None and stripped and not is_page_number(line):
            lead = len(line) - len(line.lstrip(SPACE))
            if _goes_on(lines, index, lead, indented=indented, before=text[:waiting][-1:]):
                cuts.append((waiting, offset + lead))
            waiting = None
        if stripped and full[index]:
            waiting = offset + len(line.rstrip(SPACE))
        elif waiting is not None and not (is_page_number(line) and stripped):
            waiting = None
        offset += len(line) + 1
    return cuts


def _goes_on(lines: list[str], index: int, lead: int, *, indented: bool, before: str) -> bool:
    """Whether a line continues the full line above it."""
    if lead and (indented or lead > 1):
        return False
    return not (before in "。！？：；!?:;”" and opens_with_marker(lines[index]))


def _full_lines(lines: list[str]) -> list[bool] | None:
    """Return which lines were cut at the width of the text, or None where the text has no such width.

    A text was cut at a width when many of its lines have the same length, hardly any is longer, and most of those
    stop in mid-sentence.
    """
    sizes = [len(line.rstrip(SPACE)) for line in lines]
    middling = [size for size in sizes if 16 <= size <= 100]
    if len(middling) < 3 or len(middling) * 3 < sum(size > 0 for size in sizes):
        return None
    for measured, slack in (
        (sizes, 0),
        ([_columns(line.rstrip(SPACE)) if size <= 120 else 999 for line, size in zip(lines, sizes, strict=True)], 4),
    ):
        width = _width(measured, slack)
        if width is None:
            continue
        full = [width - slack <= size <= width + slack // 2 for size in measured]
        stops = [
            line
            for line, is_full, below in zip(lines, full, [*lines[1:], ""], strict=True)
            if is_full and below.strip(SPACE)
        ]
        open_ended = sum(line.rstrip(SPACE)[-1:] not in SENTENCE_END for line in stops)
        if (len(stops) >= 3 and open_ended * 2 > len(stops)) or (
            len(stops) == open_ended == 2 and width >= _SURE_WIDTH
        ):
            return full
    return None


_SURE_WIDTH: Final = 20


def _width(sizes: list[int], slack: int) -> int | None:
    counts = Counter(size for size in sizes if 16 <= size <= 200)
    if not counts:
        return None
    spread = {size: sum(counts[size - step] for step in range(slack + 1)) for size in counts}
    width = max(spread, key=lambda size: (spread[size], size))
    reach = sum(counts.values())
    longer = sum(number for size, number in counts.items() if size > width + slack // 2)
    return width if spread[width] >= max(2, reach * 0.3) and longer <= reach * 0.1 else None


def _indents_paragraphs(lines: list[str], full: list[bool]) -> bool:
    """Whether paragraphs open with an indent: then a full line's follower with an indent is a new one."""
    opens = [
        below
        for (above, below), is_full in zip(pairwise(lines), full, strict=False)
        if below.strip(SPACE) and not is_full and len(below) > 15
    ]
    return sum(line[:1] in SPACE for line in opens) * 2 > len(opens)
