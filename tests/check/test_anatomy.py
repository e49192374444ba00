"""Markers taken apart and put together with another number."""

from __future__ import annotations

import pytest

from speechparse.check.anatomy import key_of, narrow, take_apart, with_number


@pytest.mark.parametrize(
    ("marker", "parts"),
    [
        ("一、", ("", "一", "", "、")),
        ("（十二）", ("（", "十二", "）", "")),
        ("（一）、", ("（", "一", "）", "、")),
        ("第一个问题：", ("第", "一", "个问题", "：")),
        ("第一是", ("第", "一", "是", "")),
        ("其二，", ("其", "二", "", "，")),
        ("一是，", ("", "一", "是", "，")),
        ("首先，", ("", "", "首先", "，")),
        ("1.1.", ("", "1.1", "", ".")),
        ("１．", ("", "１", "", "．")),
        ("2）", ("", "2", "）", "")),
        ("①", ("", "①", "", "")),
        ("㈠、", ("", "㈠", "", "、")),
        ("A)", ("", "A", ")", "")),
        ("**", ("", "", "**", "")),
        ("，", ("", "", "，", "")),
    ],
)
def test_parts(marker: str, parts: tuple[str, ...]) -> None:
    """Lead, number, unit and mark; together they are the marker."""
    assert take_apart(marker) == parts
    assert "".join(parts) == marker
    assert take_apart(marker).core + parts[-1] == marker


@pytest.mark.parametrize(
    ("marker", "ordinal", "wanted"),
    [
        ("一、", 12, "十二、"),
        ("第三条", 101, "第一百〇一条"),
        ("（二）", 3, "（三）"),
        ("１．", 10, "１０．"),
        ("1.2", 3, "1.3"),
        ("①", 20, "⑳"),
        ("①", 21, None),
        ("㈠", 10, "㈩"),
        ("Ⅰ．", 4, "Ⅳ．"),
        ("壹、", 3, "叁、"),
        ("貳、", 3, "參、"),
        ("甲、", 10, "癸、"),
        ("甲、", 11, None),
        ("A．", 3, "C．"),
        ("b)", 1, "a)"),
        ("II.", 4, "IV."),
        ("ii.", 4, "iv."),
        ("V.", 6, None),
        ("Ａ．", 2, "Ｂ．"),
        ("一二○、", 121, None),
        ("首先，", 2, None),
        ("一、", 0, None),
    ],
)
def test_other_numbers(marker: str, ordinal: int, wanted: str | None) -> None:
    """Written as the marker's own is; None where that is not sure."""
    assert with_number(marker, ordinal) == wanted


def test_keys() -> None:
    """What markers of one list share."""
    assert key_of("han", "一、") == key_of("han", "十．")
    assert key_of("di-unit", "第一个问题：") != key_of("di-unit", "第一点，")
    assert key_of("verb", "一抓") != key_of("verb", "一看")
    assert key_of("decimal", "1.1") == key_of("decimal", "1．2") != key_of("decimal", "2.1")
    assert key_of("letter", "A.") != key_of("letter", "a.")


def test_narrow() -> None:
    """Full-width digits, marks and brackets become half-width."""
    assert narrow("（１），．：、一") == "(1),.:、一"
