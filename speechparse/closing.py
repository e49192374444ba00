"""Where a speech's closing begins: 同志们，…谢谢大家！"""

from __future__ import annotations

import re
from typing import Final

from speechparse.cues import is_closing, is_vocative, parting_start
from speechparse.families import SPACE
from speechparse.frame import is_date
from speechparse.lines import previous_text

_LEAST: Final = 400
"""A closing may always be this long, in characters."""
_SHARE: Final = 0.2
"""Of a speech: what is longer is not a closing but a part of the last item."""
_PARTING_LENGTH: Final = 150
"""The longest leave that begins inside a paragraph, in characters."""
_SIGNED: Final = 24
"""The longest line of a signature, in characters."""
_INLINE: Final = (
    r"(?<=[。！？!?”])(?=(?:同志[们們]|各位[^，。！？]{1,16}|朋友[们們]|同[学學][们們]|女士[们們])[，,！!])"
)


def closing_start(text: str, last: int, end: int, whole: int) -> int:
    """Return where the closing begins after the last item's first line, or `end` where there is none.

    Takes the folded text, the last marker's offset, the end of the speech and the length of the speech.
    """
    most = max(_LEAST, int(whole * _SHARE))
    start = _paragraph_start(text, last, end, most)
    if start == end:
        start = _signature_start(text, last, end)
    return _parting_above(text, last + 1, start)


def _paragraph_start(text: str, last: int, end: int, most: int) -> int:
    at = text.find("\n", last, end)
    if at < 0:
        return _inline_start(text, last, end, most)
    while 0 <= at < end:
        line = at + 1
        if end - line <= most and (is_vocative(text, line, end) or is_closing(text, line, end)):
            while line < end and text[line] in SPACE:
                line += 1
            return line
        at = text.find("\n", line, end)
    return end


def _signature_start(text: str, last: int, end: int) -> int:
    """Return where the office and the date stand that sign a paper, on two lines at its end, or the end."""
    begin, stop = previous_text(text, end + 1)
    line = text[begin:stop].strip()
    if begin <= last or not (len(line) < _SIGNED and is_date(line)):
        return end
    above, stop = previous_text(text, begin)
    line = text[above:stop].strip()
    if text.find("\n", last, end) < above and len(line) <= _SIGNED and line.endswith(_OFFICES):
        return text.index(line, above)
    return end


_OFFICES: Final = (*"府厅廳局办辦室处處科会會委组組部院校所站社团團馆館司厂廠", "中心", "大队", "大隊", "街道")


def _inline_start(text: str, last: int, end: int, most: int) -> int:
    match = re.compile(_INLINE).search(text, max(last, end - most), end)
    return match.start() if match else end


def _parting_above(text: str, begin: int, end: int) -> int:
    """Return where the last paragraph above an offset takes leave in mid-line, or that offset."""
    stop = end
    for _ in range(3):
        while stop > begin and text[stop - 1] in SPACE + "\n":
            stop -= 1
        line = max(text.rfind("\n", begin, stop) + 1, begin)
        if stop - line > _SIGNED or text[stop - 1] in "。！!":
            start = parting_start(text, max(line, end - _PARTING_LENGTH), stop)
            return start if start < stop else end
        stop = line
    return end
