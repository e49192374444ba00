"""Numbers as markers write them, to and from integers."""

from __future__ import annotations

import pytest

from speechparse.numerals import ENCLOSED, parse_number, parse_roman, to_formal, to_han, to_roman

UP_TO_9999 = range(1, 10_000)


def test_every_plain_number_is_read_back() -> None:
    """What is written as 一百二十一 says 121, for each number that can be written."""
    assert [number for number in UP_TO_9999 if parse_number(to_han(number)) != number] == []


def test_every_formal_number_is_read_back() -> None:
    """What is written as 壹佰贰拾壹 says 121, for each number that can be written."""
    assert [number for number in UP_TO_9999 if parse_number(to_formal(number)) != number] == []


def test_no_two_numbers_are_written_alike() -> None:
    """The round trip hides no number behind another."""
    assert len({to_han(number) for number in UP_TO_9999}) == len(UP_TO_9999)


@pytest.mark.parametrize(
    ("number", "han", "formal"),
    [
        (1, "一", "壹"),
        (10, "十", "拾"),
        (11, "十一", "拾壹"),
        (20, "二十", "贰拾"),
        (99, "九十九", "玖拾玖"),
        (101, "一百〇一", "壹佰零壹"),
        (110, "一百一十", "壹佰壹拾"),
        (121, "一百二十一", "壹佰贰拾壹"),
        (1005, "一千〇五", "壹仟零伍"),
    ],
)
def test_numbers_are_written_as_writers_do(number: int, han: str, formal: str) -> None:
    """No 一 opens 十一, and one zero stands for any hole."""
    assert (to_han(number), to_formal(number)) == (han, formal)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一二○", 120),
        ("一〇五", 105),
        ("一零五", 105),
        ("二〇二一", 2021),
        ("12", 12),
        ("１２３", 123),
        ("007", 7),
        ("一百零五", 105),
        ("一百一", 101),
        ("两百", 200),
        ("兩百", 200),
        ("廿三", 23),
        ("卅一", 31),
        ("廿", 20),
        ("一百廿三", 123),
        ("貳拾參", 23),
        ("陸", 6),
        ("叁", 3),
        ("参", 3),
    ],
)
def test_other_ways_to_write_a_number(text: str, number: int) -> None:
    """Positions, both widths of digits, 廿 and 卅, and the formal characters of both scripts."""
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "十十", "百百", "一二十", "十百", "一〇百", "零十", "十廿", "廿廿", "二廿", "甲", "万", "一 二", "一、", "²"],
)
def test_nonsense_says_nothing(text: str) -> None:
    """What is no sound number is None, and raises nothing."""
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("sign", "number"),
    [
        ("①", 1),
        ("⑳", 20),
        ("㉑", 21),
        ("㉟", 35),
        ("㊱", 36),
        ("㊿", 50),
        ("⑴", 1),
        ("⒇", 20),
        ("⒈", 1),
        ("⒛", 20),
        ("❶", 1),
        ("❿", 10),
        ("㈠", 1),
        ("㈩", 10),
        ("㊀", 1),
        ("㊉", 10),
        ("Ⅳ", 4),
        ("Ⅻ", 12),
        ("ⅸ", 9),
    ],
)
def test_one_character_numbers(sign: str, number: int) -> None:
    """The first and the last of each row of enclosed numbers say what they show."""
    assert ENCLOSED[sign] == number


def test_every_roman_number_is_read_back() -> None:
    """Capitals and small letters alike, up to 39."""
    numbers = list(range(1, 40))
    assert [parse_roman(to_roman(number)) for number in numbers] == numbers
    assert [parse_roman(to_roman(number).lower()) for number in numbers] == numbers


@pytest.mark.parametrize("text", ["", "IIX", "IIII", "VX", "IC", "A", "1", "VV"])
def test_no_roman_number(text: str) -> None:
    """Signs in an order that nobody writes say nothing."""
    assert parse_roman(text) is None
