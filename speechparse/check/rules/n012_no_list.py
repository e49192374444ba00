"""N012: points are announced and none follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final

from speechparse.check.announced import PROMISE, value_of
from speechparse.check.finding import Hit, Severity
from speechparse.check.places import is_quoted, line_end
from speechparse.check.rule import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.document import Document

_SENTENCE_ENDS: Final = re.compile("[。！？；!?;]")
_WRITTEN_LINES: Final = re.compile(r"\n[^\S\n]*+[^\s][^\n]*")


def check(document: Document) -> Iterator[Hit]:
    """Yield a hit at each promise of points in whose scope no list begins and no paragraphs could be the points."""
    text = document.text
    starts: list[int] | None = None
    for match in PROMISE.finditer(text):
        count = value_of(match["number"])
        if count < 2 or is_quoted(text, match.start()):
            continue
        if starts is None:
            starts = sorted(item.start for item in document.outline.walk())
        speech = document.speech_at(match.start())
        end = speech.end if speech else 0
        index = bisect_left(starts, match.end())
        listed = index < len(starts) and starts[index] < end
        if end > match.end() and not listed and not _has_room(text, match.end() + 1, end, count):
            yield Hit(match.start(), match.end(), {"announced": match.group()})


def _has_room(text: str, begin: int, end: int, count: int) -> bool:
    """Whether enough follows to be the points without numbers: paragraphs below, or sentences behind."""
    stop = line_end(text, begin)
    if text[begin:stop].strip():
        return len(list(islice(_SENTENCE_ENDS.finditer(text, begin, stop), count))) == count
    return len(list(islice(_WRITTEN_LINES.finditer(text, stop, end), count))) == count


RULE: Final = Rule(
    id="N012",
    slug="no-list",
    name=Words("no list", "预告落空"),
    severity=Severity.WARNING,
    summary=Words(
        "A speaker promises points (下面，我讲三点意见。), and neither a numbered list nor as many paragraphs "
        "or sentences "
        "follow before the speech ends.",
        "预告了几点（下面，我讲三点意见。），直到全篇结束既没有编号的分项，也没有足够的段落或句子。",
    ),
    basis=Words("practice: what is announced follows", "惯例：预告几点，就有几点"),
    message=Words("announced “{announced}”, and no list follows", "预告“{announced}”，其后没有分项"),
    passing=(
        "下面，我讲三点意见。\n一、抓播种\n二、抓管护\n三、抓收储\n",
        "下面，我讲三点意见。\n种子要选好。\n田要管好。\n粮要收好。\n",
    ),
    failing=("同志们：\n春耕开始了。下面，我讲三点意见。\n散会以后请大家到田里看一看。\n",),
    check=check,
)
"""The rule."""
