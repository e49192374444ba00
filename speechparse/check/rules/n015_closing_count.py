"""N015: 以上四点, and no list before it has four."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from speechparse.check.announced import value_of
from speechparse.check.finding import Hit, Severity
from speechparse.check.places import ELSEWHERE, is_quoted, place_of
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document
    from speechparse.model import Speech

_CLOSING: Final = re.compile(
    r"(?:以上|上述)这?(?P<words>(?P<number>[二三四五六七八九十两兩]|[2-9])"
    r"(?:点|點|条|條|个方面|個方面|个问题|個問題|件事|项工作|項工作))"
    r"(?=意见|意見|要求|建议|建議|希望|体会|體會|工作|内容|，|,|就是|是|请|請|供)"
)


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each 以上四点 of a speech in which no list before it has so many members."""
    text = document.text
    speech: Speech | None = None
    ended: list[tuple[int, int]] = []
    lengths: set[int] = set()
    for match in _CLOSING.finditer(text):
        start = match.start()
        if place_of(text, start) == ELSEWHERE or is_quoted(text, start):
            continue
        here = document.speech_at(start)
        if here is not speech:
            speech, lengths, ended = here, set(), _ended(document, here)
        while ended and ended[-1][0] < start:
            lengths.add(ended.pop()[1])
        if lengths and value_of(match["number"]) not in lengths:
            values = {"words": match["words"], "found": " ".join(map(str, sorted(lengths)))}
            yield Hit(start, match.end(), values)


def _ended(document: Document, speech: Speech | None) -> list[tuple[int, int]]:
    """Return where the last member of each list of a speech stands and how many it has, the last list first."""
    lists = document.by_speech.get(id(speech), [])
    return sorted(((one.last.start, len(one.members)) for one in lists if len(one.members) > 1), reverse=True)


RULE: Final = Rule(
    id="N015",
    slug="closing-count",
    name=Words("closing count", "收束数目不符"),
    severity=Severity.WARNING,
    summary=Words(
        "A sentence looks back on a number of points (以上四点意见，请大家研究。), and no list of the speech "
        "before it has "
        "that many.",
        "收束的话所说的数目（以上四点意见，请大家研究。）与本篇前面任何一个序列的项数都不符。",
    ),
    basis=Words("practice: what is summed up was said", "惯例：收束的数目与前文相符"),
    message=Words(
        "looks back on {words}; the lists before it have {found}", "收束说“{words}”，前文各序列的项数是 {found}"
    ),
    passing=("一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n同志们，以上两点意见，请大家研究。\n",),
    failing=("一、抓播种\n春耕不等人。\n二、抓管护\n三分种，七分管。\n同志们，以上三点意见，请大家研究。\n",),
    check=check,
)
"""The rule."""
