"""Tables of words, looked up by their first or their last character: hundreds of words cost as much as a few."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Openings:
    """Words that a text may open with."""

    __slots__ = ("_by_first",)

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words, none of them empty."""
        table: dict[str, list[str]] = defaultdict(list)
        for word in words:
            table[word[0]].append(word)
        self._by_first = {first: tuple(some) for first, some in table.items()}

    def of(self, text: str, at: int = 0) -> tuple[str, ...]:
        """Return the words that begin with the character at an offset of a text."""
        return self._by_first.get(text[at : at + 1], ())

    def open(self, text: str) -> bool:
        """Whether a text opens with one of the words."""
        return text.startswith(self._by_first.get(text[:1], ()))


class Endings:
    """Words that a text may end in."""

    __slots__ = ("_by_last",)

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words, none of them empty."""
        table: dict[str, list[str]] = defaultdict(list)
        for word in words:
            table[word[-1]].append(word)
        self._by_last = {last: tuple(some) for last, some in table.items()}

    def end(self, text: str) -> bool:
        """Whether a text ends in one of the words."""
        return text.endswith(self._by_last.get(text[-1:], ()))
