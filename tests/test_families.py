"""Every row of the table of families finds its own examples and leaves its near-misses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from speechparse.families import BY_NAME, FAMILIES, LINE_FORMS, families_with
from speechparse.scan import scan

if TYPE_CHECKING:
    from speechparse.candidates import Candidate
    from speechparse.families import Family

SHOWN: Final = "|"
"""Stands after the marker in an example."""
EXAMPLES: Final = [pytest.param(row, text, id=f"{row.name} {text}") for row in FAMILIES for text in row.examples]
NEAR_MISSES: Final = [pytest.param(row, text, id=f"{row.name} {text}") for row in FAMILIES for text in row.near_misses]


def scanned(text: str, families: tuple[Family, ...] = FAMILIES) -> tuple[str, list[Candidate]]:
    """Return a text as the scan takes it, and the candidates at its first character."""
    look = f"\n{text}\n"
    return look, [candidate for candidate in scan(look, families) if candidate.start == 1]


@pytest.mark.parametrize(("family", "example"), EXAMPLES)
def test_example(family: Family, example: str) -> None:
    """The text opens with one marker of the row, as long as is shown, and nothing speaks against it."""
    look, found = scanned(example.replace(SHOWN, ""))

    assert [
        (candidate.family.name, look[candidate.start : candidate.end].strip(), candidate.firm, candidate.reason)
        for candidate in found
    ] == [(family.name, example.partition(SHOWN)[0].strip(), True, "")]


@pytest.mark.parametrize(("family", "text"), NEAR_MISSES)
def test_near_miss(family: Family, text: str) -> None:
    """The text opens with no marker of the row."""
    assert family.name not in [candidate.family.name for candidate in scanned(text)[1]]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_examples_count_from_one(family: Family) -> None:
    """The first example of a row is a first point, so that the table reads as a list does."""
    (first,) = scanned(family.examples[0].replace(SHOWN, ""))[1]

    assert first.ordinal == 1


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_row_is_left_out(family: Family) -> None:
    """Without its row no example is a marker of the family."""
    rest = families_with(without=[family.name])
    names = [
        candidate.family.name
        for example in family.examples
        for candidate in scanned(example.replace(SHOWN, ""), rest)[1]
    ]

    assert family.name not in names


def test_names_are_unique() -> None:
    """A name is part of the contract and stands for one row."""
    assert len(BY_NAME) == len(FAMILIES)


def test_a_place_proves_or_fills_but_not_both() -> None:
    """No position is firm and weak in one row, and each is one of the four."""
    for family in FAMILIES:
        assert sorted(family.firm + family.weak) == sorted(set(family.firm + family.weak) & set("LSCG")), family.name


@pytest.mark.parametrize(
    ("text", "family", "marker"),
    [
        ("01\n摸清底数", "arabic", "01"),
        ("2 建好台账", "arabic", "2"),
        ("三 明确责任", "han", "三"),
        ("四\n加强领导", "han", "四"),
        ("一。摸清底数", "han", "一。"),
        ("1，进场先戴帽", "arabic", "1，"),
        ("2️⃣ 带钥匙", "arabic", "2️⃣"),
        ("【一】灯塔", "han-paren", "【一】"),
        ("【2】渔港", "arabic-paren", "【2】"),
        ("希望一：多动手", "di-unit", "希望一："),
        ("建议2：加一班车", "di-unit", "建议2："),
        ("问题三　渠没有人管", "di-unit", "问题三"),
        ("其二\n稻熟不关门", "qi", "其二"),
    ],
)
def test_numbers_alone_at_the_start_of_a_line(text: str, family: str, marker: str) -> None:
    """A bare number is a marker where it stands before a heading or alone on its line."""
    look, found = scanned(text)

    assert [(one.family.name, look[one.start : one.end]) for one in found] == [(family, marker)]


@pytest.mark.parametrize(
    "text",
    [
        "2 建好台账。明年再建新的。",
        "三个村子",
        "四季常青",
        "20 21 22 23\n",
        "1,200亩早稻",
        "8：30集合",
        "3：1，车间队胜",
        "星期一：老方",
        "附件二：路线图",
    ],
)
def test_numbers_that_only_begin_a_line(text: str) -> None:
    """A bare number before running text is none."""
    assert scanned(text)[1] == []


def test_line_forms_belong_to_rows() -> None:
    """Each form at the start of a line names a row of the table."""
    assert {name for name, _ in LINE_FORMS} <= set(BY_NAME)
