"""Who speaks: the turns of an interview, a debate or a thread of posts.

A turn begins with a line that opens with the speaker and a colon (记者：, 陈部长：), or with the number of a post
(4楼). A label makes turns where it comes again, or where it is one of the words for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import Final

from speechparse.families import SPACE

_LABEL: Final = re.compile(
    rf"\n[{SPACE}*]*(?:([^\s，。；：！？、“”:：（(《》第一二三四五六七八九十0-9][^\s，。；：！？、“”:：（(《》]{{0,7}})"
    r"(?:[（(][^\n）)]{1,12}[)）])?[：:]|([0-9]{1,4}[楼樓#]))"
)
_KNOWN: Final = frozenset(("问", "答", "問", "记者", "記者", "主持人", "主席"))
_HEADS: Final = frozenset(
    ("来源", "來源", "时间", "時間", "地点", "地點", "作者", "出席", "日期", "主持", "记录", "记录人")
)


class Turns:
    """The turns of a text between two offsets, found when they are first asked for."""

    def __init__(self, text: str, begin: int, end: int) -> None:
        """Take the folded text and a speech's place in it."""
        self._text = text
        self._span = begin, end
        self._starts: list[int] | None = None
        self._labels: list[str] = []
        self._first = ""

    def speaker(self, offset: int) -> str:
        """Return who speaks at an offset, or nothing where no turn has begun."""
        if self._starts is None:
            self._find()
        index = bisect_right(self._starts or [], offset) - 1
        return self._labels[index] if index >= 0 else self._first

    def _find(self) -> None:
        matches = [(match.start(), _label(match)) for match in _LABEL.finditer(self._text, *self._span)]
        counts = Counter(label for _, label in matches)
        real = {label for label, count in counts.items() if (count > 1 or label in _KNOWN) and label not in _HEADS}
        turns = [(start, label) for start, label in matches if label in real or label[0].isdigit()]
        if len({label for _, label in turns}) < 2:
            turns = []
        self._starts = [start for start, _ in turns]
        self._labels = [label for _, label in turns]
        self._first = "0" if any(label[0].isdigit() for label in self._labels) else ""


def _label(match: re.Match[str]) -> str:
    return match.group(1) or match.group(2)
