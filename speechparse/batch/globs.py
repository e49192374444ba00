"""Patterns for names: `*.txt`, `2019/**`, `drafts`, as .gitignore has them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_SIGNS: Final = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_PARTS: Final = re.compile(r"\*\*/|\*\*|\*|\?|\[!?\]?[^]]*\]|.", re.DOTALL)


def matches(name: str, patterns: tuple[str, ...]) -> bool:
    """Say whether any of the patterns fits a name under the input, with a slash between its parts.

    A pattern without a slash fits the last part, wherever it lies; one with a slash fits the whole name; one at its end
    means nothing. `*` and `?` do not cross a slash, `**` does. Raises re.error for a range that runs backwards.
    """
    last = name.rpartition("/")[2]
    return any(_expression(pattern).fullmatch(name if _anchored(pattern) else last) for pattern in patterns)


def _anchored(pattern: str) -> bool:
    return "/" in pattern.rstrip("/")


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(map(_translated, _PARTS.findall(pattern.strip("/")))), re.DOTALL)


def _translated(part: str) -> str:
    if part in _SIGNS:
        return _SIGNS[part]
    if len(part) > 1:
        inner = part[1:-1].replace("\\", r"\\").replace("[", r"\[").replace("^", r"\^").replace("]", r"\]")
        return f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
    return re.escape(part)
