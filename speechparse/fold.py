"""Text as it stands → text as it reads: what hides a marker is taken out, and every position can be traced back.

The folded text is only looked at, never shown: titles and offsets come from the text as it stands. It differs from it
where it must: a line feed is put before the first line, so that every line starts alike; CR and rare line ends become
line feeds, and rare blanks blanks; Kangxi radicals become the Han characters they look like; zero-width characters and
bold marks go; and in a text with hard line breaks the lines of a paragraph are joined.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import partial, reduce
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.families import SENTENCE_END
from speechparse.wraps import line_joins

if TYPE_CHECKING:
    from collections.abc import Callable

_ODD: Final = re.compile(
    "[\r\x0b\x0c\x1c-\x1f\x85\u00ad\u1680\u2000\u2001\u2004-\u2008\u200a-\u200f\u2028\u2029\u202f\u205f\u2060"
    "\u2e80-\u2fdf\u3127\uf900-\ufaff\ufeff醜]"
)
_DELETED: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_PLAIN: Final = {
    **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\x1c\x1d\x1e\x1f\u1680\u2000\u2001\u2004\u2005\u2006\u2007\u2008\u200a\u202f\u205f", " "),
    "ㄧ": "一",
    "醜": "丑",
}
"""What some odd characters stand for; converters write the second branch like the word for ugly."""
_BOLD: Final = r"\*\*+"
_ZERO_WIDTH: Final = "[\u00ad\u200b-\u200f\u2060\ufeff]+"


class Folded(NamedTuple):
    """A text to look at, and the way back to the one it was made from."""

    text: str
    shown: str
    """The characters as they stand, one for each of `text`: a slice of it is what a reader sees, on one line."""
    joined: bool
    """Whether anything but the first line feed differs in length."""
    origin: Callable[[int], int]
    """Returns the offset in the original text of a folded offset."""


def _without_odd(text: str) -> str:
    """Return a text of the same length in which odd characters are replaced by what they stand for."""
    for char in set(_ODD.findall(text)):  # none stands for another
        text = text.replace(char, _plain(char))
    return text


def _plain(char: str) -> str:
    """Return the Han character that an odd one looks like, or what else it stands for; itself where that is nothing."""
    import unicodedata  # noqa: PLC0415 only texts with such characters need it

    plain = unicodedata.normalize("NFKC", char)
    return _PLAIN.get(char, plain if len(plain) == 1 else char)


def fold(text: str) -> Folded:
    """Return the text to look for markers in, for a text as it stands."""
    look = shown = text
    cuts: list[_Cut] = []

    def cut(spans: list[tuple[int, int]]) -> tuple[str, str]:
        if not spans:
            return look, shown
        cuts.append(_Cut.without(len(look), spans))
        return cuts[-1].kept(look), cuts[-1].kept(shown)

    if _ODD.search(text):
        look = _without_odd(look.replace("\r\n", " \n"))
        look, shown = cut([match.span() for match in re.finditer(_ZERO_WIDTH, look)])
    if "*" in look and "**" in look:  # a single character is found ten times as fast
        look, shown = cut([match.span() for match in re.finditer(_BOLD, look)])
    look = _seams(look)
    look, shown = cut(line_joins(look))
    folded = f"\n{look}\n"
    as_shown = folded if shown is look else f"\n{shown}\n"
    if not cuts:
        return Folded(folded, as_shown, joined=False, origin=partial(add, -1))
    return Folded(folded, as_shown, joined=True, origin=reduce(_Cut.behind, cuts).origin)


class _Cut:
    """What is left of a text without some spans, and the way back.

    `starts` says where each kept piece begins in the shorter text, ascending, the text's end at last; `shifts` what to
    add to an offset in that piece; `pieces` are the pieces in the longer text.
    """

    __slots__ = ("pieces", "shifts", "starts")

    def __init__(self, starts: list[int], shifts: list[int], pieces: list[slice]) -> None:
        self.starts = starts
        self.shifts = shifts
        self.pieces = pieces

    @classmethod
    def without(cls, length: int, spans: list[tuple[int, int]]) -> _Cut:
        """Return what is left of a text of some length without spans of it, which are in order."""
        cut = cls([0], [0], [])
        size = kept = 0
        for begin, end in [*spans, (length, length)]:
            if begin > kept:
                cut.pieces.append(slice(kept, begin))
                cut.starts.append(size)
                cut.shifts.append(kept - size)
                size += begin - kept
            kept = max(kept, end)
        cut.starts.append(size)
        cut.shifts.append(length - size)
        return cut

    def kept(self, text: str) -> str:
        """Return what is left of a text."""
        return "".join([text[piece] for piece in self.pieces])

    def behind(self, other: _Cut) -> _Cut:
        """Return both cuts as one, for another cut that was made in what this one left."""
        starts = sorted({*other.starts, *map(other.shorter, self.starts)})
        return _Cut(starts, [self.longer(other.longer(start)) - start for start in starts], [])

    def longer(self, offset: int) -> int:
        """Return the offset in the longer text of one in the shorter."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def shorter(self, offset: int) -> int:
        """Return the first offset in the shorter text that does not stand before one in the longer."""
        return bisect_left(range(self.starts[-1]), offset, key=self.longer)

    def origin(self, offset: int) -> int:
        """Return the offset in the longer text of one in the folded text, which begins with a line feed."""
        return self.longer(max(offset - 1, 0))


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
