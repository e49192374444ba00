"""What few paragraphs of a text hold: addresses to the audience, looks back at what was said.

A kind is looked for in the text between two markers by what only it has; where that stands, the paragraph is asked.
A text is read not much further than somebody asks, and nothing of it twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Final

from speechparse.cues import BACK, FAULTY, HONOURS, PEOPLE, is_vocative, looks_back
from speechparse.families import BLANK


class Finds:
    """What was found of one kind, in a stretch of a text that grows with what is asked."""

    __slots__ = ("_begin", "_end", "places", "text")

    def __init__(self, text: str) -> None:
        """Take the folded text."""
        self.text = text
        self.places: list[int] = []
        """Where each begins."""
        self._begin = len(text)
        self._end = 0

    def read(self, begin: int, end: int) -> None:
        """Look for what begins between two offsets, the first of them above 0, where that was not done before.

        What is read beyond them is as long as what was read before: many short stretches would cost more.
        """
        if begin < self._begin:
            self._begin = self._end = begin
            self.clear()
        if end > self._end:
            stop = max(end, self.text.find("\n", end + self._end - self._begin) + 1)
            self.look(self._end, stop)
            self._end = stop

    def clear(self) -> None:
        """Forget what was found."""
        self.places.clear()

    def look(self, begin: int, end: int) -> None:
        """Take what begins between two offsets."""
        raise NotImplementedError

    def last_between(self, begin: int, end: int) -> int:
        """Return where the last one begins that does so behind an offset and before another, or -1."""
        self.read(begin, end)
        index = bisect_left(self.places, end) - 1
        return self.places[index] if index >= 0 and self.places[index] > begin else -1


_PEOPLE: Final = "".join(sorted({word[-1] for word in PEOPLE}))
_HONOUR: Final = "".join(sorted({word[0] for word in HONOURS}))
_LOOK_BACK: Final = "".join(sorted({word[0] for word in BACK}))


@cache
def _addressing() -> re.Pattern[str]:
    return re.compile(rf"\n[^，,！!：:\n]{{2,39}}(?:[，,](?<=[们們].)|[！!：:](?<=[们們{_PEOPLE}].))")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf"\n{BLANK}*([{_HONOUR}{_LOOK_BACK}])")


def _opening_with(text: str, begin: int, end: int, signs: str) -> set[int]:
    return {match.start() + 1 for match in _signed().finditer(text, begin, end) if match[1] in signs}


class Vocatives(Finds):
    """The paragraphs that open by addressing the audience: 同志们，…"""

    __slots__ = ()

    def look(self, begin: int, end: int) -> None:
        """Take those that begin between two offsets, at the second of which one ends."""
        text = self.text
        likely = {match.start() + 1 for match in _addressing().finditer(text, begin - 1, end)}
        likely |= _opening_with(text, begin - 1, end, _HONOUR)
        self.places += [line for line in sorted(likely) if is_vocative(text, line, end)]


class Backward(Finds):
    """The paragraphs that look back on a list, or turn to what is still amiss: 上面四件事…, 还存在不少问题."""

    __slots__ = ()

    def look(self, begin: int, end: int) -> None:
        """Take those that begin between two offsets, at the second of which one ends."""
        text = self.text
        likely = _opening_with(text, begin - 1, end, _LOOK_BACK)
        for word in FAULTY:
            likely |= _holding(text, begin - 1, end, word)
        self.places += [line for line in sorted(likely) if looks_back(text, line, end)]


def _holding(text: str, begin: int, end: int, word: str) -> set[int]:
    """Return where the paragraphs with a word begin."""
    lines: set[int] = set()
    at = text.find(word, begin, end)
    while at >= 0:
        if line := text.rfind("\n", begin, at) + 1:
            lines.add(line)
        begin, at = at, text.find(word, at + 1, end)
    return lines


# --- addresses in mid-line -------------------------------------------------------------------------------------------


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(
        "[。！？!?”](?=((?:各位|同志[们們]|朋友[们們]|女士[们們]|同[学學][们們])[^，。！？,：:]{0,16}?[！!]))"
    )


_ADDRESS_LENGTH: Final = 24


class Addresses(Finds):
    """The addresses to the audience in mid-line, where line breaks were lost: …。同志们！…"""

    __slots__ = ("ends",)

    def __init__(self, text: str) -> None:
        """Take the folded text."""
        super().__init__(text)
        self.ends: list[int] = []

    def clear(self) -> None:
        """Forget what was found."""
        self.places.clear()
        self.ends.clear()

    def look(self, begin: int, end: int) -> None:
        """Take those that begin between two offsets."""
        text, stop = self.text, end + _ADDRESS_LENGTH
        if text.find("！", begin, stop) < 0 and text.find("!", begin, stop) < 0:
            return
        for match in _inline().finditer(text, begin - 1, stop):
            if match.start(1) < end:
                self.places.append(match.start(1))
                self.ends.append(match.end(1))

    def stand_between(self, begin: int, end: int) -> bool:
        """Whether one begins at an offset or behind it, and ends before another."""
        self.read(begin, end)
        index = bisect_left(self.places, begin)
        return index < len(self.ends) and self.ends[index] <= end
