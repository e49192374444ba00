"""Where a speech's closing begins: 同志们，…谢谢大家！"""

from __future__ import annotations

import re
from typing import Final

from speechparse.cues import is_closing, is_vocative
from speechparse.families import SPACE

_LEAST: Final = 400
"""A closing may always be this long, in characters."""
_SHARE: Final = 0.2
"""Of a speech: what is longer is not a closing but a part of the last item."""
_INLINE: Final = r"(?<=[。！？!?”])(?=(?:同志们|同志們|各位[^，。！？]{1,16}|朋友们|同学们|女士们)[，,！!])"


def closing_start(text: str, last: int, end: int, whole: int) -> int:
    """Return where the closing begins after the last item's first line, or `end` where there is none.

    Takes the folded text, the last marker's offset, the end of the speech and the length of the speech.
    """
    most = max(_LEAST, int(whole * _SHARE))
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


def _inline_start(text: str, last: int, end: int, most: int) -> int:
    match = re.compile(_INLINE).search(text, max(last, end - most), end)
    return match.start() if match else end
