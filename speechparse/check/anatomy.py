"""Marker → its parts, and the same marker with another number: （一）、 is （ 一 ） 、 and the next one is （二）、.

Only what is written is looked at; which family a marker belongs to, the parser has said.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.numerals import BRANCHES, DIGITS, ENCLOSED, FORMAL, HAN, STEMS, to_formal, to_han, to_roman

if TYPE_CHECKING:
    from collections.abc import Callable

MARKS: Final = "、，,：:．."
"""Marks that may follow a number."""
BLANKS: Final = " \t\u3000\u00a0\u2002\u2003"

_WHOLE: Final = re.compile(
    rf"(?P<lead>[（(〔第其头頭]?[{BLANKS}]?)"
    rf"(?P<number>[{DIGITS}]+(?:[.．][{DIGITS}]+)*|[{HAN}]+|[{FORMAL}]+|[{''.join(ENCLOSED)}]"
    rf"|[{STEMS}{BRANCHES}]|[A-Za-zＡ-Ｊ]+)"
    rf"(?P<unit>.*?)(?P<mark>[{MARKS}]?)[{BLANKS}]*",
    re.DOTALL,
)
_WORD: Final = re.compile(rf"(?P<word>[^{MARKS}]+)(?P<mark>[{MARKS}]?)[{BLANKS}]*", re.DOTALL)
_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_WIDTHS: Final = str.maketrans("０１２３４５６７８９，：．（）", "0123456789,:.()")


class Anatomy(NamedTuple):
    """A marker taken apart; the parts in order are the marker again, white space at its end aside."""

    lead: str
    number: str
    """The number as it is written, or empty for words such as 首先."""
    unit: str
    """What stands between number and mark: ） 是 条 个问题; for a word, the word."""
    mark: str

    @property
    def core(self) -> str:
        """The marker without the mark after it."""
        return self.lead + self.number + self.unit


@lru_cache(maxsize=4096)
def take_apart(marker: str) -> Anatomy:
    """Return the parts of a marker as it stands in a text."""
    if match := _WHOLE.fullmatch(marker):
        return Anatomy(match["lead"], match["number"], match["unit"], match["mark"])
    if match := _WORD.fullmatch(marker):
        return Anatomy("", "", match["word"], match["mark"])
    return Anatomy("", "", marker, "")


def narrow(text: str) -> str:
    """Return a text with half-width digits, marks and brackets, to compare what is only wider or narrower."""
    return text.translate(_WIDTHS)


@lru_cache(maxsize=4096)
def with_number(marker: str, ordinal: int) -> str | None:
    """Return a marker with another number, written as its own is; None where that cannot be.

    >>> [with_number(marker, 12) for marker in ("一、", "（三）", "第2，", "⑨", "首先，", "头一件，")]
    ['十二、', '（十二）', '第12，', '⑫', None, '第十二件，']
    """
    parts = take_apart(marker)
    number = _written(parts.number, ordinal) if ordinal > 0 else None
    lead = "第" if parts.lead in ("头", "頭") else parts.lead
    return None if number is None else lead + number + parts.unit + parts.mark


def _written(number: str, ordinal: int) -> str | None:
    for characters, write in _SYSTEMS:
        if number and number[-1] in characters:
            return write(number, ordinal)
    return None


def _digits(number: str, ordinal: int) -> str | None:
    stem = number.rstrip(DIGITS)
    digits = str(ordinal)
    return stem + (digits.translate(_FULL_WIDTH) if number[-1] in "０１２３４５６７８９" else digits)


def _han(number: str, ordinal: int) -> str | None:
    positional = len(number) > 1 and not set(number) & set("十百千廿卅")
    return None if positional or ordinal > 9999 else to_han(ordinal)


def _formal(number: str, ordinal: int) -> str | None:
    if ordinal > 99:
        return None
    text = to_formal(ordinal)
    return text.translate(str.maketrans("贰叁陆", "貳參陸")) if set(number) & set("貳參叄陸") else text


def _enclosed(number: str, ordinal: int) -> str | None:
    char = chr(ord(number) - ENCLOSED[number] + ordinal)
    return char if ENCLOSED.get(char) == ordinal else None


def _alphabet(letters: str) -> Callable[[str, int], str | None]:
    def write(number: str, ordinal: int) -> str | None:
        return letters[ordinal - 1] if len(number) == 1 and ordinal <= len(letters) else None

    return write


def _latin(number: str, ordinal: int) -> str | None:
    """Return a letter, or a Roman number where the other is more than one letter: only then it surely is one."""
    if len(number) > 1:
        roman = to_roman(ordinal) if ordinal < 40 else None
        return roman.lower() if roman and number.islower() else roman
    if number in "IVXivx":
        return None
    first = "A" if number.isupper() else "a"
    return chr(ord(first) + ordinal - 1) if ordinal <= 26 else None


_SYSTEMS: Final[tuple[tuple[str, Callable[[str, int], str | None]], ...]] = (
    (DIGITS, _digits),
    ("".join(ENCLOSED), _enclosed),
    (HAN, _han),
    (FORMAL, _formal),
    (STEMS, _alphabet(STEMS)),
    (BRANCHES, _alphabet(BRANCHES)),
    ("ＡＢＣＤＥＦＧＨＩＪ", _alphabet("ＡＢＣＤＥＦＧＨＩＪ")),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", _latin),
)
"""The characters that a system writes numbers with, and how it writes one."""


@lru_cache(maxsize=4096)
def key_of(family: str, marker: str) -> str:
    """Return what markers of one list share: the family, with the unit, the verb, the alphabet or the stem it has."""
    parts = take_apart(marker)
    if family in ("di-unit", "verb"):
        return f"{family} {parts.unit[:1]}"
    if family == "decimal":
        return f"{family} {narrow(parts.number).rpartition('.')[0]}"
    if family in ("letter", "letter-paren", "roman"):
        return f"{family} {'a' if parts.number.islower() or 'ⅰ' <= parts.number[:1] <= 'ⅻ' else 'A'}"
    return family
