"""Numbers in every format of Word that Chinese documents use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechparse.numerals import parse_number
from speechparse.readers import number_formats
from speechparse.readers.number_formats import circled, format_number

TABLE = Path(__file__).parents[2] / "fixtures" / "docx" / "number-formats.txt"
"""The texts of ECMA-376, 17.18.59, at the places where a format changes its way; 十 for 一十 as Word has it."""

HEAD, *ROWS = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())


def test_there_is_a_table() -> None:
    """An empty table would pass the test below."""
    assert len(ROWS) == 24
    assert all(len(row) == len(HEAD) for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_format(row: list[str]) -> None:
    """Each format says each number as the standard has it."""
    name, *texts = row

    assert [format_number(int(value), name) for value in HEAD[1:]] == texts


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
