"""Lines of a folded text: the one above, the one below, and whether a marker opens one."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from speechparse.families import SPACE

DECORATION: Final = "#*>"
"""What may stand before the text of a line, beside white space: Markdown's marks, a mail's quotation."""


def next_line(text: str, end: int) -> tuple[int, int] | None:
    """Return the span of the next line that is not blank, for the end of a line; None behind the last."""
    at = end + 1
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip():
            return at, stop
        at = stop + 1
    return None


def previous_line(text: str, begin: int) -> tuple[int, int]:
    """Return the span of the line above the one at an offset; its end is not above 0 where there is none."""
    stop = begin - 1
    return (text.rfind("\n", 0, max(stop, 0)) + 1, stop)


def previous_text(text: str, begin: int) -> tuple[int, int]:
    """Return the span of the nearest line above an offset that is not blank."""
    for _ in range(6):
        begin, stop = previous_line(text, begin)
        if stop <= 0 or text[begin:stop].strip():
            break
    return begin, max(stop, begin)


def past_blanks(text: str, at: int, end: int) -> int:
    """Return the first offset from one on, or the end, at which no blank stands; a line feed is none."""
    while at < end and text[at] in SPACE:
        at += 1
    return at


def is_marked(marked: list[int], begin: int, end: int) -> bool:
    """Whether one of the offsets at which markers open lines lies in a line."""
    index = bisect_left(marked, begin)
    return index < len(marked) and marked[index] < end


_STOPS: Final = frozenset("。；！？!?;")


def is_sentence(line: str) -> bool:
    """Whether a trimmed line holds the end of a sentence, or leads on to the next line: no title does."""
    return not _STOPS.isdisjoint(line) or line.endswith(("：", ":", "，", ","))
