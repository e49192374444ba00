"""Numbers in every format of Word that Chinese documents use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechparse.numerals import parse_number
from speechparse.readers import number_formats
from speechparse.readers.number_formats import circled, format_number

VALUES = (1, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 999, 1000, 1001, 10000, 10005, 100000)

TABLE = {
    "chineseCounting": "一 九 十 十一 十九 二十 二十一 九十九 一○○ 一○一 一一○ 九九九 一○○○ 一○○一 一○○○○ 一○○○五 一○○○○○",
    "taiwaneseCounting": "一 九 十 十一 十九 二十 二十一 九十九 一○○ 一○一 一一○ 九九九 一○○○ 一○○一 一○○○○ 一○○○五 一○○○○○",
    "chineseCountingThousand": "一 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 九百九十九 一千 一千零一 一万 一万零五 一十万",
    "taiwaneseCountingThousand": "一 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 九百九十九 一千 一千零一 一萬 一萬零五 一十萬",
    "chineseLegalSimplified": "壹 玖 壹拾 壹拾壹 壹拾玖 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 玖佰玖拾玖 壹仟 壹仟零壹 壹萬 壹萬零伍 壹拾萬",
    "ideographLegalTraditional": "壹 玖 壹拾 壹拾壹 壹拾玖 貳拾 貳拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 玖佰玖拾玖 壹仟 壹仟零壹 壹萬 壹萬零伍 壹拾萬",
    "japaneseCounting": "一 九 十 十一 十九 二十 二十一 九十九 百 百一 百十 九百九十九 千 千一 一万 一万五 十万",
    "ideographDigital": "一 九 一〇 一一 一九 二〇 二一 九九 一〇〇 一〇一 一一〇 九九九 一〇〇〇 一〇〇一 一〇〇〇〇 一〇〇〇五 一〇〇〇〇〇",
    "taiwaneseDigital": "一 九 一○ 一一 一九 二○ 二一 九九 一○○ 一○一 一一○ 九九九 一○○○ 一○○一 一○○○○ 一○○○五 一○○○○○",
    "decimalFullWidth": "１ ９ １０ １１ １９ ２０ ２１ ９９ １００ １０１ １１０ ９９９ １０００ １００１ １００００ １０００５ １０００００",
    "ideographTraditional": "甲 壬 癸 11 19 20 21 99 100 101 110 999 1000 1001 10000 10005 100000",
    "ideographZodiac": "子 申 酉 戌 19 20 21 99 100 101 110 999 1000 1001 10000 10005 100000",
    "decimalEnclosedCircle": "① ⑨ ⑩ ⑪ ⑲ ⑳ 21 99 100 101 110 999 1000 1001 10000 10005 100000",
    "decimalEnclosedParen": "⑴ ⑼ ⑽ ⑾ ⒆ ⒇ 21 99 100 101 110 999 1000 1001 10000 10005 100000",
    "decimalEnclosedFullstop": "⒈ ⒐ ⒑ ⒒ ⒚ ⒛ 21 99 100 101 110 999 1000 1001 10000 10005 100000",
    "ideographEnclosedCircle": "㈠ ㈨ ㈩ 11 19 20 21 99 100 101 110 999 1000 1001 10000 10005 100000",
    "decimal": "1 9 10 11 19 20 21 99 100 101 110 999 1000 1001 10000 10005 100000",
    "decimalZero": "01 09 10 11 19 20 21 99 100 101 110 999 1000 1001 10000 10005 100000",
    "upperRoman": "I IX X XI XIX XX XXI XCIX C CI CX CMXCIX M MI 10000 10005 100000",
    "lowerRoman": "i ix x xi xix xx xxi xcix c ci cx cmxcix m mi 10000 10005 100000",
    "upperLetter": "A I J K S T U UUUU VVVV WWWW FFFFF 999 1000 1001 10000 10005 100000",
    "lowerLetter": "a i j k s t u uuuu vvvv wwww fffff 999 1000 1001 10000 10005 100000",
    "hex": "1 9 A B 13 14 15 63 64 65 6E 3E7 3E8 3E9 2710 2715 186A0",
    "ordinal": "1st 9th 10th 11th 19th 20th 21st 99th 100th 101st 110th 999th 1000th 1001st 10000th 10005th 100000th",
}  # fmt: skip
"""The texts of ECMA-376, 17.18.59, at the places where a format changes its way; 十 for 一十 as Word has it."""


@pytest.mark.parametrize("name", TABLE)
def test_format(name: str) -> None:
    """Each format says each number as the standard has it."""
    assert [format_number(value, name) for value in VALUES] == TABLE[name].split()


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("chineseCounting", 0, "○"),
        ("chineseCountingThousand", 0, "零"),
        ("japaneseCounting", 0, "〇"),
        ("ideographTraditional", 0, "0"),
        ("upperRoman", 0, "0"),
        ("upperLetter", 0, "0"),
        ("ideographZodiacTraditional", 0, "0"),
        ("ideographZodiacTraditional", 1, "甲子"),
        ("ideographZodiacTraditional", 60, "癸亥"),
        ("ideographZodiacTraditional", 61, "甲子"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseCountingThousand", 10101, "一万零一百零一"),
        ("chineseCountingThousand", 100010, "一十万零一十"),
        ("chineseCountingThousand", 909090, "九十万零九千零九十"),
        ("chineseCountingThousand", 1_000_000, "1000000"),
        ("chineseLegalSimplified", 100100, "壹拾萬零壹佰"),
        ("japaneseCounting", 1100, "千百"),
        ("japaneseCounting", 11100, "一万一千百"),
        ("japaneseCounting", 111111, "十一万一千百十一"),
        ("upperLetter", 26, "Z"),
        ("upperLetter", 27, "AA"),
        ("upperLetter", 28, "BB"),
        ("upperLetter", 780, "Z" * 30),
        ("upperLetter", 781, "781"),
        ("upperRoman", 3999, "MMMCMXCIX"),
        ("upperRoman", 4000, "4000"),
        ("numberInDash", 7, "- 7 -"),
        ("none", 7, ""),
        ("russianUpper", 30, "АА"),
        ("aiueoFullWidth", 47, "ア"),
        ("iroha", 2, "ﾛ"),
        ("ganada", 15, "가가"),
        ("chicago", 5, "**"),
        ("koreanDigital2", 10, "一零"),
        ("koreanCounting", 11, "십일"),
        ("ordinal", 12, "12th"),
        ("ordinal", 23, "23rd"),
        ("thaiLetters", 3, "3"),
        ("chineseCounting", -1, "-1"),
    ],
)
def test_edges(name: str, value: int, text: str) -> None:
    """Zero, rows of zeros, the last number before a format gives up, and formats of other scripts."""
    assert format_number(value, name) == text


def test_circled_numbers_go_to_fifty() -> None:
    """A field may ask for any number in a circle; Unicode has them up to fifty."""
    assert [circled(value) for value in (1, 20, 21, 35, 36, 50, 51)] == ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "51"]


@given(st.integers(1, 9_999), st.sampled_from(["chineseCountingThousand", "taiwaneseCountingThousand"]))
def test_counting_is_read_back(value: int, name: str) -> None:
    """What a list shows is what the parser reads."""
    assert parse_number(format_number(value, name)) == value


@given(st.integers(0, 10**9), st.sampled_from(sorted(number_formats._FORMATS)))  # noqa: SLF001 - all there are
def test_any_number_has_a_short_text(value: int, name: str) -> None:
    """No format fails, and none makes a document grow without end."""
    assert len(format_number(value, name)) <= 60
