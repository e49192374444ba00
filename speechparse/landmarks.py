"""Landmarks between two markers: has the audience been addressed there, has the speaker looked back?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.cues import is_vocative, looks_back
from speechparse.families import SPACE
from speechparse.finds import Addresses, Backward, Vocatives
from speechparse.subheadings import Subheadings

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechparse.finds import Finds

_PROSE_END: Final = ("。", "！", "；")


class Landmarks:
    """What stands between the markers of a speech. Offsets are those of the folded text."""

    __slots__ = ("_addresses", "_backward", "_subheadings", "_text", "_vocatives")

    def __init__(self, text: str, markers: frozenset[int]) -> None:
        """Take the text, and where the markers of the speech begin."""
        self._text = text
        self._vocatives = Vocatives(text)
        self._backward = Backward(text)
        self._addresses = Addresses(text)
        self._subheadings = Subheadings(text, markers)

    def is_headed(self, begin: int, end: int) -> bool:
        """Whether an unnumbered heading stands between the end of a marker and an offset, or right above this."""
        return self._subheadings.stand_between(begin, end)

    def is_addressed(self, begin: int, end: int) -> bool:
        """Whether a paragraph between them opens by addressing the audience."""
        return self._opens_below(begin, end, self._vocatives, is_vocative)

    def is_concluded(self, begin: int, end: int) -> bool:
        """Whether a paragraph between them looks back on the whole list, or turns to what is still amiss."""
        return self._opens_below(begin, end, self._backward, looks_back)

    def _opens_below(self, begin: int, end: int, finds: Finds, opens: Callable[[str, int, int], bool]) -> bool:
        """Whether a paragraph of a kind, the last one cut at `end`, stands below the item's own text."""
        line = self._text.rfind("\n", begin, end) + 1
        if not line:
            return False
        place = finds.last_between(begin, line)
        if place >= 0 and place > _own_end(self._text, begin):
            return True
        return opens(self._text, line, end) and line > _own_end(self._text, begin)

    def is_addressed_inline(self, begin: int, end: int) -> bool:
        """Whether the audience is addressed in mid-line between two offsets."""
        return self._addresses.stand_between(begin, end)


def _own_end(text: str, begin: int) -> int:
    """Return where the text ends that is an item's own, whose marker ends at an offset: its line, or the one below."""
    stop = text.find("\n", begin)
    own = text[begin:stop].rstrip(SPACE).endswith(_PROSE_END)
    while not own and stop >= 0:
        line, stop = stop + 1, text.find("\n", stop + 1)
        own = bool(text[line:stop].strip(SPACE))
    return stop
