"""Where a title ends.

A marker's heading line is its title. Where the marker opens a running paragraph, the title is its run-in heading: the
first sentence, or, where that is longer than a heading would be, its first clause.
"""

from __future__ import annotations

import re
from typing import Final

from speechparse.clauses import leads_up
from speechparse.families import SPACE
from speechparse.lines import past_blanks
from speechparse.numerals import DIGITS

HEADING: Final = 20
"""The longest run-in heading, in characters; a longer sentence gives its first clause."""
HEADING_LINE: Final = 60
"""The longest line of one sentence that may be a heading though it ends in a full stop."""
_SENTENCE: Final = re.compile(r"[。；！？!?;：:]")
_STOP: Final = re.compile(r"[。！？；!?;]")
_CLAUSE: Final = re.compile(r"[，,]")
_TRAILING: Final = frozenset(SPACE + "。；：！？，、!?;:,.\n…#*")
_LEADING: Final = frozenset(SPACE + "*#")
_NO_HEADING_END: Final = frozenset("。；：！？，!?;:,、")
_DIGITS: Final = frozenset(DIGITS)
_QUOTED_END: Final = ("？”", "！”", "。”", "?”", "!”")


def title_span(text: str, begin: int, limit: int, *, opens_line: bool) -> tuple[int, int]:
    """Return where the title after a marker begins and ends.

    Takes the folded text, the end of the marker, where the next marker (or the item) begins, and whether the marker
    opens a line.
    """
    while begin < limit and text[begin] in _LEADING:
        begin += 1
    line_end = text.find("\n", begin, limit)
    if line_end < 0:
        line_end = limit
    if opens_line and _is_heading_line(text, begin, line_end):
        return begin, _trimmed(text, begin, line_end)
    end = _sentence_end(text, begin, line_end)
    if opens_line and (blank := _set_off_end(text, begin, end)):
        return begin, _trimmed(text, begin, blank)
    if end - begin > HEADING and (comma := _clause_end(text, begin + 2, end)):
        glued = _glued_end(text, begin, comma)
        end = glued if glued < comma else _point_end(text, begin, comma, end)
    elif text.startswith(_QUOTED_END, end, line_end):
        end += 2
    return begin, _trimmed(text, begin, end)


def _set_off_end(text: str, begin: int, end: int) -> int:
    """Return where a run-in heading ends that a wide blank sets off from its text, or 0."""
    blank = text.find("\u3000", begin + 2, begin + HEADING)
    if blank < 0 or end - blank < _LEAST_TEXT or not _IN_HEADING.isdisjoint(text[begin:blank]):
        return 0
    return blank


_LEAST_TEXT: Final = 6
_IN_HEADING: Final = frozenset("。；！？，、!?;,:：")


def _sentence_end(text: str, begin: int, end: int) -> int:
    """Return where the first sentence ends; the colon of a time or a score ends none."""
    match = _SENTENCE.search(text, begin, end)
    while match:
        at = match.start()
        if text[at] not in "：:" or text[at - 1] not in _DIGITS or text[at + 1] not in _DIGITS:
            return at
        match = _SENTENCE.search(text, at + 1, end)
    return end


def _clause_end(text: str, begin: int, end: int) -> int:
    """Return where the first clause ends, or 0; the comma inside a figure ends none."""
    match = _CLAUSE.search(text, begin, end)
    while match:
        at = match.start()
        if text[at] == "，" or text[at - 1] not in _DIGITS or text[at + 1] not in _DIGITS:
            return at
        match = _CLAUSE.search(text, at + 1, end)
    return 0


_LONGEST: Final = 40
"""How long a title may become by the clauses that lead up to its point, in characters."""


_FOUNDING: Final = "定本"
"""为了…，制定本办法."""


def _point_end(text: str, begin: int, comma: int, end: int) -> int:
    """Return where the first clause ends that is a point: what leads up to it belongs to the title."""
    at, stop = begin, comma
    if _FOUNDING in text[comma:end]:
        return comma  # a law's purpose is the point of its first article
    while leads_up(text[at:stop].strip()):
        if stop == end:
            return stop
        at, stop = stop + 1, _clause_end(text, stop + 1, end) or end
        if stop - begin > _LONGEST:
            return comma
    return stop


_OPENERS: Final = tuple(
    """
    近年来 近些年来 近几年来 几年来 多年来 一年来 五年来 今年以来 去年以来 今年 去年 当前 目前 眼下 现阶段 过去一年
    同志们 大家知道 众所周知 長期以來 长期以来 近年來 當前 一直以来 近些年來 近幾年來 幾年來 多年來 一年來 五年來
    今年以來 去年以來 現階段 過去一年 同志們 衆所周知 眾所周知 一直以來
    """.split()
)
"""Words that only open a sentence: before a comma they show that a heading lost its line break."""
_LEAST: Final = 4


def _glued_end(text: str, begin: int, end: int) -> int:
    clause = text[begin:end]
    if not clause.endswith(_OPENERS):
        return end
    opener = next(word for word in _OPENERS if clause.endswith(word))
    return end - len(opener) if len(clause) - len(opener) >= _LEAST else end


def _is_heading_line(text: str, begin: int, end: int) -> bool:
    while end > begin and text[end - 1] in SPACE:
        end -= 1
    return text[end - 1] not in _NO_HEADING_END and not _STOP.search(text, begin, end)


def line_span(text: str, begin: int, limit: int, *, opens_line: bool) -> tuple[int, int]:  # noqa: ARG001 as title_span
    """Return where the heading that fills the rest of a line begins and ends."""
    begin = past_blanks(text, begin, limit)
    end = text.find("\n", begin, limit)
    return begin, _trimmed(text, begin, limit if end < 0 else end)


_NEXT_LINE: Final = 30


def next_line_span(text: str, begin: int, limit: int) -> tuple[int, int]:
    """Return the span of the heading on the line below a number that stands alone, or an empty one."""
    at = begin
    while at < limit and (text[at] in SPACE or text[at] == "\n"):
        at += 1
    end = text.find("\n", at, limit)
    if end < 0 or end - at > _NEXT_LINE or not _is_heading_line(text, at, end):
        return begin, begin
    return at, _trimmed(text, at, end)


def is_single_sentence(text: str, begin: int) -> bool:
    """Whether the rest of the line is one sentence of a heading's length that ends in a full stop."""
    end = text.find("\n", begin, begin + HEADING_LINE + 4)
    if end < 0:
        return False
    end = _rstrip(text, begin, end)
    return text[end - 1] == "。" and not _STOP.search(text, begin, end - 1)


def _rstrip(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1] in SPACE:
        end -= 1
    return end


def _trimmed(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1] in _TRAILING:
        end -= 1
    return end


def body_start(text: str, title_end: int, limit: int) -> int:
    """Return where the body begins: after the marks that close the title."""
    while title_end < limit and text[title_end] in _TRAILING:
        title_end += 1
    return title_end
