"""The number formats of Word: what `w:numFmt` makes of a number, as ECMA-376 part 1, 17.18.59 defines it.

Where neither Word nor LibreOffice does as the standard says, what they show counts, since it is what people see: the
tenth item of chineseCountingThousand is 十 and not 一十, and kana begin again after the last. Word alone differs in the
zero of that format, 〇 for 零 ([MS-OI29500] on 17.18.59). Formats of other scripts (Hebrew, Arabic, Hindi, Thai, words
of English) are shown as decimal numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from speechparse.numerals import BRANCHES, STEMS

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_REPEATS: Final = 30
"""After ZZZ… of this length come decimal numbers: a document must not ask for a million letters."""

_MOST_ROMAN: Final = 3999
_MOST_PLACED: Final = 999_999

_ROMAN: Final = tuple(
    zip(
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        strict=True,
    )
)

_HAN_DIGITS: Final = "一二三四五六七八九"
_LATIN: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_RUSSIAN: Final = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"
_HALF_AIUEO: Final = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_HALF_IROHA: Final = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
_AIUEO: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA: Final = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_GANADA: Final = "가나다라마바사아자차카타파하"
_CHOSUNG: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"


@dataclass(frozen=True, slots=True)
class _Places:
    """A system that names the places of a number: 一百二十三."""

    digits: str
    units: str
    """Ten, hundred, thousand, ten thousand."""
    zero: str
    """Stands for a row of zeros inside a number; empty where nothing does."""
    bare_ten: bool = True
    """10 to 19 begin with the unit: 十一, not 一十一."""
    bare_units: bool = False
    """So do all tens and hundreds, and the thousands of a number below ten thousand, as in Japanese."""


_CHINESE: Final = _Places(_HAN_DIGITS, "十百千万", "零")
_TAIWANESE: Final = _Places(_HAN_DIGITS, "十百千萬", "零")
_LEGAL_SIMPLIFIED: Final = _Places("壹贰叁肆伍陆柒捌玖", "拾佰仟萬", "零", bare_ten=False)
_LEGAL_TRADITIONAL: Final = _Places("壹貳參肆伍陸柒捌玖", "拾佰仟萬", "零", bare_ten=False)
_JAPANESE: Final = _Places(_HAN_DIGITS, "十百千万", "", bare_units=True)
_LEGAL_JAPANESE: Final = _Places("壱弐参四伍六七八九", "拾百阡萬", "", bare_ten=False)
_KOREAN: Final = _Places("일이삼사오육칠팔구", "십백천만", "", bare_units=True)


def format_number(value: int, name: str) -> str:
    """Return a number as the format of this name shows it; formats that are not known show it as decimal.

    >>> [format_number(11, name) for name in ("chineseCounting", "ideographTraditional", "upperLetter", "decimalZero")]
    ['十一', '11', 'K', '11']
    """
    make = _FORMATS.get(name, str)
    return make(value) if value >= 0 else str(value)


def circled(value: int) -> str:
    """Return ① to ㊿, and a decimal number where Unicode has no circled one."""
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= value <= high:
            return chr(ord(first) + value - low)
    return str(value)


def _placed(system: _Places, value: int) -> str:
    """Name the places."""
    if not 0 < value <= _MOST_PLACED:
        return "〇" if value == 0 and not system.zero else system.zero if value == 0 else str(value)
    text, skipped = "", False
    for place, digit in reversed(list(enumerate(map(int, reversed(str(value)))))):
        if digit:
            text += system.zero if skipped else ""
            text += _digit(system, digit, place, value) + (system.units[place % 4 - 1] if place % 4 else "")
        skipped = not digit
        if place == 4:
            text += system.units[3]
    return text


def _digit(system: _Places, digit: int, place: int, value: int) -> str:
    """Return the digit before a unit, or nothing where the unit says it."""
    if digit == 1:
        if system.bare_units and (place % 4 in {1, 2} or (place == 3 and value < 10_000)):
            return ""
        if system.bare_ten and place == 1 and value < 20:
            return ""
    return system.digits[digit - 1]


def _positional(digits: str, value: int) -> str:
    """Write each decimal digit as another character: 二〇."""
    return str(value).translate({ord("0") + place: digit for place, digit in enumerate(digits)})


def _counting(zero: str, value: int) -> str:
    """Name the tens up to 99, and write digit by digit from 100 on: 九十九, 一○○."""
    return _placed(_CHINESE, value) if 0 < value < 100 else _positional(zero + _HAN_DIGITS, value)


def _listed(signs: str, value: int) -> str:
    """Take the sign at this place, and decimal numbers after the last."""
    return signs[value - 1] if 0 < value <= len(signs) else str(value)


def _ranged(first: str, size: int, value: int) -> str:
    """Take the character so many after the first."""
    return chr(ord(first) + value - 1) if 0 < value <= size else str(value)


def _cycled(signs: str | tuple[str, ...], value: int) -> str:
    """Begin again after the last sign."""
    return signs[(value - 1) % len(signs)] if value else "0"


def _repeated(signs: str, value: int) -> str:
    """Double the signs after the last, then treble them: Z, AA, BB."""
    times, place = divmod(value - 1, len(signs))
    return signs[place] * (times + 1) if value and times < _MOST_REPEATS else str(value)


def _roman(value: int) -> str:
    if not 0 < value <= _MOST_ROMAN:
        return str(value)
    text, rest = "", value
    for sign, worth in _ROMAN:
        times, rest = divmod(rest, worth)
        text += sign * times
    return text


def _ordinal(value: int) -> str:
    ending = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


_FULL_WIDTH: Final = partial(_positional, "０１２３４５６７８９")
_CIRCLED: Final = partial(_ranged, "①", 20)
_HAN_POSITIONAL: Final = partial(_positional, f"〇{_HAN_DIGITS}")

_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": partial(_ranged, "⒈", 20),
    "decimalEnclosedParen": partial(_ranged, "⑴", 20),
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "ordinal": _ordinal,
    "none": lambda _: "",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": partial(_repeated, _LATIN),
    "lowerLetter": partial(_repeated, _LATIN.lower()),
    "russianUpper": partial(_repeated, _RUSSIAN),
    "russianLower": partial(_repeated, _RUSSIAN.lower()),
    "chicago": partial(_repeated, "*†‡§"),
    "chineseCounting": partial(_counting, "○"),
    "chineseCountingThousand": partial(_placed, _CHINESE),
    "chineseLegalSimplified": partial(_placed, _LEGAL_SIMPLIFIED),
    "taiwaneseCounting": partial(_counting, "○"),
    "taiwaneseCountingThousand": partial(_placed, _TAIWANESE),
    "taiwaneseDigital": partial(_positional, f"○{_HAN_DIGITS}"),
    "ideographDigital": _HAN_POSITIONAL,
    "ideographEnclosedCircle": partial(_ranged, "㈠", 10),
    "ideographLegalTraditional": partial(_placed, _LEGAL_TRADITIONAL),
    "ideographTraditional": partial(_listed, STEMS),
    "ideographZodiac": partial(_listed, BRANCHES),
    "ideographZodiacTraditional": partial(_cycled, tuple(STEMS[n % 10] + BRANCHES[n % 12] for n in range(60))),
    "japaneseCounting": partial(_placed, _JAPANESE),
    "japaneseLegal": partial(_placed, _LEGAL_JAPANESE),
    "japaneseDigitalTenThousand": _HAN_POSITIONAL,
    "aiueo": partial(_cycled, _HALF_AIUEO),
    "aiueoFullWidth": partial(_cycled, _AIUEO),
    "iroha": partial(_cycled, _HALF_IROHA),
    "irohaFullWidth": partial(_cycled, _IROHA),
    "koreanDigital": partial(_positional, "영일이삼사오육칠팔구"),
    "koreanDigital2": partial(_positional, f"零{_HAN_DIGITS}"),
    "koreanCounting": partial(_placed, _KOREAN),
    "ganada": partial(_repeated, _GANADA),
    "chosung": partial(_repeated, _CHOSUNG),
}
"""What makes the text of a number, by the value of `w:numFmt`."""
