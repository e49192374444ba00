"""A number of whichever system: the pattern that finds it, and what it says.

The systems are 一 十一 二○ 壹 1 １ ① Ⅳ IV B 甲 子. Letters count where they are no part of a word; a lone I, V or X is
Roman.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from speechparse.numerals import BRANCHES, DIGITS, ENCLOSED, FORMAL, HAN, ROMAN, STEMS, parse_number, parse_roman

if TYPE_CHECKING:
    from collections.abc import Iterable

NUMERALS: Final = HAN + FORMAL + DIGITS
"""What numbers of several characters are written with, Latin letters aside."""
FULL_WIDTH: Final = 0xFEE0
"""From a printing ASCII character to its full-width form."""

_LATIN: Final = "A-Za-zＡ-Ｚａ-ｚ"
_SYSTEMS: Final = (
    (NUMERALS, f"[{NUMERALS}]{{0,6}}"),
    ("".join(ENCLOSED) + STEMS + BRANCHES, ""),
)
"""The characters that a number begins with, and a pattern for the rest of it."""
_LETTERS: Final = (
    (ROMAN, f"[{ROMAN}]{{0,4}}(?![{_LATIN}])"),
    (ROMAN.lower(), f"[{ROMAN.lower()}]{{0,4}}(?![{_LATIN}])"),
    ("".join(chr(first + step) for first in map(ord, "AaＡａ") for step in range(26)), f"(?![{_LATIN}])"),
)


def _either(systems: Iterable[tuple[str, str]], head: str = "[{}]") -> str:
    return "|".join(head.format(first) + rest for first, rest in systems)


NUMBER: Final = f"(?:{_either(_SYSTEMS)}|(?<![{_LATIN}])(?:{_either(_LETTERS)}))"
"""A pattern for a number."""
HEADS: Final = "".join(head for head, _ in _SYSTEMS + _LETTERS)
"""The characters one of which every number begins with."""
REST: Final = f"(?<![{NUMERALS}{_LATIN}].)(?:{_either(_SYSTEMS + _LETTERS, '(?<=[{}])')})"
"""A pattern for what follows the first character of a number, which does not go on from another one."""


def number_of(written: str) -> tuple[str, int]:
    """Return the system of what `NUMBER` has found, and what it says, 0 for nothing.

    Numbers of two systems cannot be members of one list. Chinese, formal, Arabic and enclosed ones count as one.
    """
    if written in ENCLOSED:
        return ("roman" if "Ⅰ" <= written <= "ⅿ" else "", ENCLOSED[written])
    for alphabet in (STEMS, BRANCHES):
        if written in alphabet:
            return (alphabet[0], alphabet.index(written) + 1)
    if not re.match(f"[{_LATIN}]", written):
        return ("", parse_number(written) or 0)
    letters = written if written.isascii() else chr(ord(written) - FULL_WIDTH)
    if not letters.upper().strip(ROMAN):
        return ("roman", parse_roman(letters) or 0)
    first = "A" if letters.isupper() else "a"
    return (first, ord(letters) - ord(first) + 1)
