"""What stands where a number is missing: cases that no rule's own tests reach."""

from __future__ import annotations

from speechparse import parse
from speechparse.check.document import Document
from speechparse.check.holes import Kind
from tests.check.support import all_found


def _holes(text: str) -> list[tuple[Kind, int, str]]:
    survey = Document(text, parse(text)).survey
    return [(hole.kind, hole.ordinal, hole.found.marker if hole.found else "") for hole in survey.holes]


def test_list_that_goes_on_in_another_family() -> None:
    """（三） （四） behind 一、 二、, at the same level: one finding, at the first of them."""
    text = "一、种\n春耕不等人。\n二、管\n田要管好。\n（三）收\n颗粒归仓。\n（四）藏\n仓要干燥。\n"

    assert all_found(text) == [("N007", 5)]


def test_two_numbers_stand_late() -> None:
    """一、 四、 三、 二、: both are found, and counted."""
    text = "下面讲四点。\n一、种\n春耕不等人。\n四、藏\n仓要干燥。\n三、收\n颗粒归仓。\n二、管\n田要管好。\n"

    assert all_found(text) == [("N014", 4)]


def test_form_of_a_hole() -> None:
    """Each form is told apart."""
    head, tail = "一、种\n春耕不等人。\n", "田要管好。\n三、收\n颗粒归仓。\n"

    assert _holes(f"{head}二，管\n{tail}") == [(Kind.OTHER_MARK, 2, "二，")]
    assert _holes(f"{head}（二）管\n{tail}") == [(Kind.OTHER_FAMILY, 2, "（二）")]
    assert _holes(f"{head}ニ、管\n{tail}") == [(Kind.LOOK_ALIKE, 2, "ニ、")]
    assert _holes(f"{head}{tail}") == [(Kind.MISSING, 2, "")]
    assert _holes(f"{head}二加强管理\n{tail}") == []


def test_gap_and_repeat_in_one_list() -> None:
    """A repeat takes the place of the number behind it only."""
    assert all_found("一、种\n二、管\n二、锄\n四、收\n六、藏\n七、卖\n") == [("N002", 3), ("N001", 5)]


def test_every_missing_number_of_a_hole_in_one_finding() -> None:
    """Two holes side by side are one."""
    assert all_found("一、种\n春耕不等人。\n四、收\n颗粒归仓。\n五、藏\n") == [("N001", 3)]
