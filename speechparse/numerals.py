"""Numerals: every way a marker writes its number, to and from an integer.

The systems are the ones that speeches, 公文, laws and prose use: 一 to beyond a hundred, positional 一二○, the formal
壹 of contracts, Arabic digits of both widths, one-character enclosed numbers, Roman numbers, the heavenly stems, the
earthly branches and Latin letters.
"""

from __future__ import annotations

from typing import Final

DIGITS: Final = "0123456789０１２３４５６７８９"
HAN: Final = "一二三四五六七八九十百〇零○○两兩廿卅千"
"""Characters of a plain Chinese number. 两 only counts inside one (一百两), never opens one."""
FORMAL: Final = "壹贰貳弐叁參叄参肆伍陆陸柒捌玖拾佰"
STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"

_ONES: Final = {
    **{char: value for value, char in enumerate("〇一二三四五六七八九")},
    **{char: value for value, char in enumerate("0123456789")},
    **{char: value for value, char in enumerate("０１２３４５６７８９")},
    **dict.fromkeys("零○◯", 0),
    **{
        char: value
        for value, chars in enumerate(("壹", "贰貳弐", "叁參叄参", "肆", "伍", "陆陸", "柒", "捌", "玖"), 1)
        for char in chars
    },
    "两": 2,
    "兩": 2,
}
_TENS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SHORT_TENS: Final = {"廿": 20, "卅": 30}

# One character, one number: (the first character, its value, how many follow it in Unicode order).
_ENCLOSED_RANGES: Final = (
    ("①", 1, 20),
    ("㉑", 21, 15),
    ("㊱", 36, 15),
    ("⑴", 1, 20),
    ("⒈", 1, 20),
    ("❶", 1, 10),
    ("⓫", 11, 10),
    ("➀", 1, 10),
    ("➊", 1, 10),
    ("㈠", 1, 10),
    ("㊀", 1, 10),
    ("Ⅰ", 1, 12),
    ("ⅰ", 1, 12),
    ("⓵", 1, 10),
)
ENCLOSED: Final = {
    chr(ord(first) + step): value + step for first, value, size in _ENCLOSED_RANGES for step in range(size)
}
"""One-character numbers, with what they say."""

_ROMAN: Final = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
ROMAN: Final = "IVX"


def _positional(text: str) -> int:
    value = 0
    for char in text:
        value = value * 10 + _ONES[char]
    return value


def _additive(text: str) -> int | None:
    """十一, 二十, 一百二十一, 一百〇一, 廿三: each multiplier is smaller than the one before."""
    total = 0
    digit: int | None = None
    ceiling = 10_000
    for char in text:
        if char in _SHORT_TENS:
            if digit is not None or ceiling <= 10:
                return None
            total += _SHORT_TENS[char]
            ceiling = 10
        elif (unit := _TENS.get(char)) is not None:
            if unit >= ceiling or digit == 0:
                return None
            total += unit * (1 if digit is None else digit)
            ceiling, digit = unit, None
        else:
            value = _ONES[char]
            if digit is not None and not (digit == 0 and value):
                return None
            digit = value
    return total + (digit or 0)


def _roman(text: str) -> int | None:
    value, rest = 0, text
    for sign, worth in _ROMAN:
        while rest.startswith(sign):
            value += worth
            rest = rest[len(sign) :]
    return value if not rest and value and to_roman(value) == text else None


def to_roman(value: int) -> str:
    """Return 1 to 39 in Roman capitals."""
    text = ""
    for sign, worth in _ROMAN:
        while value >= worth:
            text += sign
            value -= worth
    return text


def parse_number(text: str) -> int | None:
    """Return what a Chinese, formal or Arabic numeral says, or None where it says nothing sound.

    >>> [parse_number(x) for x in ("十一", "一百二十一", "一二○", "壹", "廿三", "１２", "十十")]
    [11, 121, 120, 1, 23, 12, None]
    """
    if not text:
        return None
    if all(char in _ONES for char in text):
        return _positional(text)
    if all(char in _ONES or char in _TENS or char in _SHORT_TENS for char in text):
        return _additive(text)
    return None


def parse_roman(text: str) -> int | None:
    """Return what Roman capitals or small letters say, or None: `IV` is 4, `IIX` nothing."""
    return _roman(text.upper())


def to_han(value: int) -> str:
    """Return 1 to 9,999 as plain Chinese: 11 is 十一, 121 is 一百二十一, 101 is 一百〇一.

    The inverse of `parse_number` over that range.
    """
    digits = "〇一二三四五六七八九"
    text, pending = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("〇" if pending and text else "") + digits[digit] + sign
            pending = False
        elif text:
            pending = True
    return text[1:] if text.startswith("一十") else text


def to_formal(value: int) -> str:
    """Return 1 to 9,999 in formal numerals: 11 is 拾壹."""
    return to_han(value).translate(str.maketrans("〇一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟"))
