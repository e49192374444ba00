"""Page → speeches: where each begins and ends, and what of the page belongs to none.

A page that holds several speeches numbers them (篇1, 【篇一】, 第一篇：, 标题(二)) or sets a title before each, with a
new salutation below it. A table of contents shows the same numbers, but nothing between them.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.borders import find_borders
from speechparse.families import SPACE
from speechparse.foot import speech_end
from speechparse.frame import is_footer
from speechparse.heads import below_title, read_head, salutation
from speechparse.lines import past_blanks
from speechparse.midline import MIDLINE, sentence_end

if TYPE_CHECKING:
    from speechparse.numbered import Border

_CONTENT_LENGTH: Final = 40
_PROSE: Final = 3


class Part(NamedTuple):
    """A speech's place in the folded text."""

    begin: int
    title: tuple[int, int] | None
    """The span of its title."""
    end: int
    head: int
    """Where the text after title, source lines and salutation begins."""
    salutation: tuple[int, int] | None


def split(text: str, marked: list[int]) -> list[Part]:
    """Return the speeches of a folded text, in order; one where the page holds one, none where it holds nothing.

    Takes the text and the offsets of the candidates that open lines: such a line is no title.
    """
    if text.isspace():
        return []
    borders = find_borders(text, marked)
    if len(borders) < 2:
        return [_single(text, marked, len(text) - 1)]
    limits = [border.begin for border in borders[1:]] + [len(text) - 1]
    parts = [_part(text, marked, border, limit) for border, limit in zip(borders, limits, strict=True)]
    return [*_before(text, borders[0].begin, marked), *parts]


def _before(text: str, limit: int, marked: list[int]) -> list[Part]:
    """Return the speech before the first numbered one, where what stands there is more than a page's frame."""
    if bisect_left(marked, limit) < 2:
        return []
    prose = sum(
        len(line) >= _CONTENT_LENGTH and line.rstrip()[-1:] in "。！？；" and not is_footer(line.strip())
        for line in text[:limit].split("\n")
    )
    return [_single(text, marked, limit)] if prose >= _PROSE else []


def _part(text: str, marked: list[int], border: Border, limit: int) -> Part:
    begin, end = border.begin, border.line_end
    if border.form == MIDLINE:
        limit = sentence_end(text, end, limit)
    begin = past_blanks(text, begin, end)
    while end > begin and text[end - 1] in SPACE:
        end -= 1
    return _finish(text, marked, begin, (begin, end), limit)


def _single(text: str, marked: list[int], limit: int) -> Part:
    begin, title = read_head(text, marked, limit)
    return _finish(text, marked, begin, title, limit)


def _finish(text: str, marked: list[int], begin: int, title: tuple[int, int] | None, limit: int) -> Part:
    end = speech_end(text, marked, title[1] if title else begin, limit)
    head = below_title(text, title[1], end) if title else begin
    address = salutation(text, head, end)
    return Part(begin, title, end, address[1] if address else head, address)
