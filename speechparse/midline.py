"""Speeches numbered in mid-line, on a page whose line breaks are all lost: …谢谢大家！第二篇：…讲话同志们：…"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import Final

from speechparse.families import SPACE
from speechparse.frame import is_footer
from speechparse.numbered import Border
from speechparse.numerals import parse_number

MIDLINE: Final = "midline"
"""The form of the borders that stand in mid-line."""

_NUM: Final = "([一二三四五六七八九十]{1,3}|[0-9]{1,2})"
_FORMS: Final = (
    (("篇：", "篇:"), rf"(?<!\n)第{_NUM}篇[：:]"),
    (("篇",), rf"(?<!\n)篇{_NUM}[：:]"),
    (("范文", "範文"), rf"(?<!\n)[范範]文{_NUM}[：:]"),
    (("【",), rf"(?<!\n)【(?:篇{_NUM}|第{_NUM}篇)】"),
)
"""The ways in which speeches are numbered, each with words that a text has that is numbered so."""
_SIGNS: Final = ("篇", "范文", "範文")
_STRETCH: Final = 150
"""The shortest speech, in characters: what is shorter is an entry of a table of contents."""
_REACH: Final = 100
"""The longest title, in characters."""
_ADDRESS: Final = (
    "(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的|各位|诸位|諸位|同志[们們]|老[师師][们們]|同[学學][们們]|朋友[们們]|女士[们們]|大家)"
    r"[^。；？！!?\n：:]{0,50}[：:！!]"
)
_PREFIX: Final = 24
"""The longest words that stand before every number, in characters."""
_TAIL: Final = 200
"""The longest words of the page below the last sentence of a speech, in characters."""
_STOPS: Final = "[。！？!?][”’」』）)]*"


def midline_borders(text: str) -> list[Border]:
    """Return the places in mid-line that number the speeches of a page, none where no two of them count on.

    Takes the folded text. Each has a salutation of its own right behind it, but for a few, and a long
    stretch below it: a table of contents has neither.
    """
    if not any(text.count(sign) > 1 for sign in _SIGNS):
        return []
    for words, form in _FORMS:
        if sum(map(text.count, words)) < 2:
            continue
        found = _counting(list(re.finditer(form, text)), len(text))
        addressed = [re.compile(_ADDRESS).search(text, one.end(), one.end() + _REACH) for one in found]
        if len(found) > 1 and sum(address is None for address in addressed) < len(found) / 2:
            shift = _prefix(text, [one.start() for one in found])
            return [
                Border(one.start() - shift, address.start() if address else one.end(), ordinal, MIDLINE)
                for ordinal, (one, address) in enumerate(zip(found, addressed, strict=True), start=1)
            ]
    return []


def _counting(places: list[re.Match[str]], end: int) -> list[re.Match[str]]:
    """Return the places that count on from one and have a long stretch below them."""
    limits = [*[place.start() for place in places], end][1:]
    counted: list[re.Match[str]] = []
    for place, limit in zip(places, limits, strict=True):
        number = next(group for group in place.groups() if group)
        if limit - place.end() >= _STRETCH and parse_number(number) == len(counted) + 1:
            counted.append(place)
    return counted


def _prefix(text: str, begins: list[int]) -> int:
    """Return how many characters stand before every number alike: 院长讲话稿 篇1：, 院长讲话稿 篇2：."""
    before = (reversed(text[max(begin - _PREFIX, 0) : begin]) for begin in begins)
    alike = "".join(chars[0] for chars in takewhile(_is_alike, zip(*before, strict=False))).rstrip(SPACE)
    return len(alike) if len(alike) > 1 else 0


def _is_alike(chars: tuple[str, ...]) -> bool:
    return len(set(chars)) == 1 and chars[0] not in "。！？!?；;：:）)】\n"


def sentence_end(text: str, begin: int, end: int) -> int:
    """Return where the last sentence of a speech ends, where what stands below it is of the page."""
    while end > begin and text[end - 1] in SPACE + "\n":
        end -= 1
    stops = [stop.end() for stop in re.compile(_STOPS).finditer(text, max(begin, end - _FOOT), end)]
    for stop, below in pairwise([*stops, end]):
        if _is_foot(text[stop : min(stop + _GLANCE, below)].strip()):
            return stop
    tail = text[stops[-1] : end] if stops else ""
    if not tail or len(tail) > _TAIL or any(word in tail for word in _LEAVE):
        return end
    return stops[-1]


def _is_foot(line: str) -> bool:
    """Whether words below a sentence open the foot of a page: 相关文章：… 【讲话稿（精选3篇）】相关文章：…"""
    return is_footer(line) or (line[:1] == "【" and is_footer(line.partition("】")[2]))


_FOOT: Final = 500
"""The longest foot of a page, in characters."""
_GLANCE: Final = 32
_LEAVE: Final = ("谢", "謝", "祝", "掌声", "掌聲", "完", "\n")
