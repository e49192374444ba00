"""What a line opens with: a marker, and not a chance line break before a number."""

from __future__ import annotations

import re
from typing import Final

from speechparse.families import SPACE

_MARKER: Final = (
    rf"[{SPACE}#]*(?:[一二三四五六七八九十壹貳贰叁參叄参肆伍]{{1,3}}[、.．]|[（(][一二三四五六七八九十0-9０-９]{{1,3}}[)）]"
    r"|[0-9０-９]{1,2}(?:[、．]|\.(?![0-9]))|第[一二三四五六七八九十百]{1,4}[章节節条條，,、：:个個]|[①-⑳])"
)


def opens_with_marker(line: str) -> bool:
    """Whether a line opens with a marker that hardly ever stands at a chance line break."""
    return bool(re.match(_MARKER, line))
