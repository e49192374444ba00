"""What stands around a candidate: its position, quotation marks, the dots of a table of contents."""

from __future__ import annotations

import re
from typing import Final

from speechparse.candidates import CLAUSE, GLUED, LINE, SENTENCE
from speechparse.families import CLOSING, COMMA, OPENING, SENTENCE_END, SPACE
from speechparse.numerals import DIGITS

POSITIONS: Final = {
    "\n": LINE,
    **dict.fromkeys(SENTENCE_END, SENTENCE),
    **dict.fromkeys(COMMA, CLAUSE),
    "—": CLAUSE,
}
"""What stands right before a marker → its position; behind anything else, `position_through` tells."""
_PASSED: Final = frozenset(SPACE + OPENING + CLOSING + "*#>-•·●■◆▲★")
_INDENT: Final = 6
_REACH: Final = 60
"""How far a look at what stands before or behind a candidate goes, so that every look costs the same."""
_QUOTE_REACH: Final = 500
QUOTES: Final = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"))
"""Opening and closing marks."""
_LINE_REACH: Final = 200
_LEADER_END: Final = frozenset(DIGITS + SPACE + "…·.．—_-)）")
_LEADER: Final = (
    rf"(?:…{{2,}}|\.{{4,}}|·{{3,}}|．{{3,}}|—{{4,}}|_{{4,}}|-{{4,}})[{SPACE}]*[（(]?[0-9０-９]{{0,4}}[)）]?[{SPACE}]*"
)


def position_through(text: str, start: int) -> int:
    """Return the position of what begins at an offset behind marks, bullets and blanks, which are looked through.

    One of LINE, SENTENCE, CLAUSE and GLUED. Two blanks in mid-line stand for a lost line break.
    """
    if text[start - 1] not in _PASSED:
        return GLUED
    if text[start - _INDENT if start > _INDENT else 0 : start].rstrip(SPACE)[-1:] == "\n":
        return LINE
    index, blanks, widest, closed = start - 1, 0, 0, False
    stop = max(0, start - _REACH)
    while index > stop and (char := text[index]) in _PASSED:
        if char in SPACE:
            blanks += 1
            widest = max(widest, blanks)
        else:
            blanks = 0
            if char in "）)":
                index = max(text.rfind("（", stop, index), text.rfind("(", stop, index), stop)
            closed = closed or char in CLOSING
        index -= 1
    found = POSITIONS.get(text[index], GLUED)
    if found == LINE or widest > 1:
        return LINE
    if found == GLUED and (widest or closed):
        return CLAUSE
    return found


def is_quoted(text: str, start: int, quotes: list[tuple[str, str]]) -> bool:
    """Whether the nearest quotation marks around an offset are an opening and a closing one of one paragraph."""
    reach = start - _QUOTE_REACH if start > _QUOTE_REACH else 0
    low = text.rfind("\n", reach, start)
    if low < 0:
        low = reach
    for opening, closing in quotes:
        opened = text.rfind(opening, low, start)
        if opened < 0 or text.find(closing, opened, start) >= 0:
            continue
        high = text.find("\n", start, start + _QUOTE_REACH)
        high = start + _QUOTE_REACH if high < 0 else high
        closed = text.find(closing, start, high)
        if closed >= 0 and not 0 <= text.find(opening, start, closed) < closed:
            return True
    return False


_OPENS_LINE: Final = rf"\n[{SPACE}]*[“「]"


def quotation_end(text: str, start: int) -> int:
    """Return where a quotation that opens before a line's marker closes, or 0 where it is not closed near by.

    Each paragraph of a long quotation opens with a mark of its own; only the last one closes.
    """
    opening = text[start - 1]
    closing = "”" if opening == "“" else "」"
    limit = start + _QUOTE_REACH * 4
    at, depth = start, 1
    while depth:
        closes = text.find(closing, at, limit)
        if closes < 0:
            return 0
        depth += text.count(opening, at, closes) - len(re.findall(_OPENS_LINE, text[at:closes])) - 1
        at = closes + 1
    return at


def is_leader_line(text: str, start: int) -> bool:
    """Whether the line of `start` ends in dots and a page number, as in a table of contents."""
    stop = text.find("\n", start, start + _LINE_REACH)
    if stop < 0 or text[stop - 1] not in _LEADER_END:
        return False
    return any(match.end() == stop for match in re.compile(_LEADER).finditer(text, max(start, stop - 80), stop))
