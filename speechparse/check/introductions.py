"""Lines that introduce a list."""

from __future__ import annotations

from typing import Final

from speechparse.check.places import line_end

_HEADING: Final = 30
_REMARK: Final = 12
_MARKS: Final = "。；！？，、;!?,"


def is_introduced(text: str, begin: int, end: int) -> bool:
    """Whether the line above an offset introduces what follows.

    It ends in a colon, is a heading without a number, or a very short sentence (再说今年。). Looks no further back than
    the line of `begin`.
    """
    above = text[line_end(text, begin) : end].rstrip()
    line = above[above.rfind("\n") + 1 :].strip()
    if not line or line[-1] in "：:":
        return bool(line)
    return len(line) <= (_REMARK if line[-1] in _MARKS else _HEADING)
