"""Where the paragraphs of a text end: at its line ends, but not at the hard line breaks inside a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from speechparse.fold import fold
from speechparse.frame import is_page_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Speech

_BREAK: Final = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


class Paragraphs:
    """The paragraphs of one text."""

    __slots__ = ("_ends", "_text")

    def __init__(self, text: str) -> None:
        """Find the ends: where the text that the parser looks at has its line feeds."""
        folded = fold(text)
        look = folded.text
        self._text = text
        self._ends: list[int] = []
        at = look.find("\n", 1)
        while at >= 0:
            self._ends.append(folded.origin(at))
            at = look.find("\n", at + 1)

    def spans(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the paragraphs between two offsets, without white space at their borders; empty ones are left out."""
        inside = self._ends[bisect_left(self._ends, begin) : bisect_left(self._ends, end)]
        for start, stop in pairwise((begin, *inside, end)):
            piece = self._text[start:stop]
            if ink := piece.strip():
                offset = start + len(piece) - len(piece.lstrip())
                yield offset, offset + len(ink)

    def of_item(self, item: Item) -> list[str]:
        """Return the paragraphs of an item's own text, each on one line."""
        return self._lines(item.text, item.title_end, item.end)

    def before(self, speech: Speech) -> list[str]:
        """Return the salutation and the paragraphs of the preamble, each on one line."""
        preamble = self._lines(speech.preamble or "", speech.title_end, speech.end)
        return [one_line(speech.salutation.strip()), *preamble] if speech.salutation else preamble

    def after(self, speech: Speech) -> list[str]:
        """Return the paragraphs of the closing, each on one line."""
        begin = speech.children[-1].end if speech.children else speech.start
        return self._lines(speech.closing or "", begin, speech.end)

    def _lines(self, body: str, begin: int, end: int) -> list[str]:
        """Return the paragraphs of a body that is taken, line by line, from between two offsets of the text.

        The text between two of its lines may be that of items, which is an end as well.
        """
        found: list[str] = []
        at = begin
        for line in filter(None, map(str.strip, body.splitlines())):
            start = self._text.find(line, at, end)
            if found and start >= 0 and self._goes_on(at, start):
                found[-1] = joined(found[-1], "" if is_page_number(line) else line)
            else:
                found.append(line)
            at = start + len(line) if start >= 0 else at
        return found

    def _goes_on(self, begin: int, end: int) -> bool:
        if self._text[begin:end].strip():
            return False
        return bisect_left(self._ends, begin) == bisect_right(self._ends, end)


def one_line(text: str) -> str:
    """Return the text of a paragraph without the hard line breaks in it, and without page numbers between two of them.

    A space takes the place of a break where a word would run into another.
    """
    if not _BREAK.search(text):
        return text
    first, *others = _BREAK.split(text)
    line = first
    for place, part in enumerate(others, 1):
        if place == len(others) or not is_page_number(part):
            line = joined(line, part)
    return line


def joined(above: str, below: str) -> str:
    """Return two lines of a paragraph as one: with a space only between words of Latin letters or digits."""
    return f"{above} {below}" if _is_word(above[-1:]) and _is_word(below[:1]) else above + below


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
