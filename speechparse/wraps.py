"""Hard line breaks: which line ends are ends of paragraphs, and which come from the width of a page or a mail."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, compress
from typing import Final, NamedTuple

from speechparse.cues import is_salutation
from speechparse.families import BLANK, SPACE
from speechparse.frame import is_footer, is_header, is_page_number, looks_like_title
from speechparse.openings import opens_with_marker
from speechparse.widths import full_lines

_MID_SENTENCE: Final = re.compile(rf"\n(?:(?<=[^\s。！？；：!?;:]\n)|(?<=[^\s。！？；：!?;:] \n)){BLANK}*(?=\S)")
"""A line break that no mark and no blank line comes before: a text that was cut at a width has many."""
_FEW: Final = 16
_STOPS: Final = frozenset("。！？：；!?;:”")
_INSIDE: Final = frozenset("。！？；：!?;:")
_LISTED: Final = frozenset("、，,")
_TORN: Final = rf"\n{BLANK}*[，。、；：！？”’）》」』】,;:!?%％]"
"""A mark that never opens a line: a line with one first goes on from the line above."""


def line_joins(text: str) -> list[tuple[int, int]]:
    """Return the spans of the line breaks that are no ends of paragraphs, with the white space around them."""
    torn = bool(re.search(_TORN, text))
    if not torn and len(_MID_SENTENCE.findall(text)) * _FEW < text.count("\n") - text.count("\n\n"):
        return []
    lines = text.replace("\u00a0", " ").split("\n")
    full = full_lines([line.rstrip(SPACE) for line in lines])
    if full is None and not torn:
        return []
    full = full or [False] * len(lines)
    number = at = 0
    for match in re.finditer(_TORN, text) if torn else ():
        number += text.count("\n", at, match.start())
        at = match.start()
        full[number] = full[number] or bool(lines[number].strip(SPACE))
    return _joins(lines, full)


class _Layout(NamedTuple):
    """How the paragraphs of a text in hard lines are told apart."""

    indent: int
    """How many blanks open a paragraph."""
    shown: bool
    """Whether blank lines or indents open every one."""


def _layout(lines: list[str], full: list[bool]) -> _Layout:
    leads: Counter[int] = Counter()
    inked = ended = blank = 0
    for line, above, is_full in zip(lines[1:], lines, full, strict=False):
        if is_full:
            continue
        words = line.lstrip(SPACE)
        if words:
            inked += 1
            leads[len(line) - len(words)] += 1
        if above and not above.isspace():
            ended += 1
            blank += not words
    indent = max(leads, key=lambda lead: leads[lead]) if leads and leads[0] * 2 < inked else 0
    return _Layout(indent, blank * 5 > ended * 4 or leads[0] * 10 < inked)


def _joins(lines: list[str], full: list[bool]) -> list[tuple[int, int]]:
    prose = [at for at, line in enumerate(lines) if "。" in line]  # a page's frame has a layout of its own
    inside = slice(prose[0], prose[-1] + 2) if prose else slice(None)
    layout = _layout(lines[inside], full[inside])
    head = next((at for at, line in enumerate(lines) if not _INSIDE.isdisjoint(line)), len(lines))
    begins = list(accumulate(map(len, lines), initial=0))  # less a line feed for each line
    joins: list[tuple[int, int]] = []
    for at in compress(range(len(lines) - 1), full):
        below = at + 1 if lines[at + 1][:1] not in _PAGED else _behind_page_number(lines, at)
        if not below:
            continue
        above, line = lines[at], lines[below]
        lead = len(line) - len(line.lstrip(SPACE)) if line[0] in SPACE else 0
        if lead > 1 or lead == layout.indent != 0:
            continue
        parted = (at < head or line[lead] in "（(") and _ends_title(above, line, in_head=at < head)
        if not parted and _goes_on(above.strip(SPACE), line.strip(SPACE), layout, full=full[below]):
            joins.append((begins[at] + at + len(above.rstrip(SPACE)), begins[below] + below + lead))
    return joins


_PAGED: Final = frozenset(("", *SPACE, *"—–-·0123456789０１２３４５６７８９第"))
"""What a line that numbers a page may begin with, and a blank one."""
_PAGE_BREAK: Final = 8


def _behind_page_number(lines: list[str], at: int) -> int:
    """Return the line that may go on from a full one, behind a page number with blank lines around it, or 0."""
    numbered = parted = False
    for below in range(at + 1, min(at + _PAGE_BREAK, len(lines))):
        line = lines[below].strip(SPACE)
        if not line:
            parted = True
        elif is_page_number(line):
            numbered = True
        else:
            goes_on = not parted or (numbered and lines[at].rstrip(SPACE)[-1:] not in _STOPS)
            return below if goes_on else 0
    return 0


def _goes_on(above: str, line: str, layout: _Layout, *, full: bool) -> bool:
    """Whether a trimmed line without an indent continues the full one above it."""
    if above[-1] in _STOPS:
        if is_footer(line) or is_header(line):
            return False
        return layout.shown or not (opens_with_marker(line) or is_salutation(line))
    if layout.shown:
        return True
    if is_salutation(line):
        return _INSIDE.isdisjoint(above) and not _LISTED.isdisjoint(above)
    if opens_with_marker(line) and opens_with_marker(above):
        return False
    return full or line[-1] in _STOPS or not is_header(line)


_DATED: Final = "[（(][0-9０-９〇○零一二三四五六七八九]{4}年"


def _ends_title(above: str, line: str, *, in_head: bool) -> bool:
    """Whether a line ends a title that fills it by chance: below it stands a date, or what else a head holds."""
    above, line = above.strip(SPACE), line.strip(SPACE)
    if re.match(_DATED, line):
        return looks_like_title(above)
    if not in_head or looks_like_title(line):
        return False
    return looks_like_title(above) and _LISTED.isdisjoint(above) and not opens_with_marker(above)
