"""N001: a number is missing inside a list."""

from __future__ import annotations

from speechparse.check.rules.n001_gap import RULE
from tests.check.support import Found, assert_examples_hold, found, messages, only


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_gap_among_headings() -> None:
    """The finding is at the marker behind the hole and names what is missing."""
    text = "一、种\n春耕不等人。\n二、管\n三分种，七分管。\n五、收\n颗粒归仓。\n"

    assert found(RULE, text) == [Found(5, "五、")]
    assert messages(RULE, text) == ["gap: 二、 is followed by 五、 (三、 四、 is missing)"]
    assert messages(RULE, text, "zh") == ["缺号：二、之后是五、（缺三、 四、）"]


def test_articles_run_through_chapters() -> None:
    """第三条 is missing though a heading stands in the hole."""
    text = "第一章　总则\n第一条　校归村办。\n第二条　人人可来。\n第二章　教师\n第四条　教师由村里请。\n第五条　略。\n"

    assert found(RULE, text) == [Found(5, "第四条")]


def test_number_in_another_form_is_not_missing() -> None:
    """Whatever stands for the number is another rule's matter."""
    for stray in ("（二）管", "二，管", "2、管", "第二，管", "其二，管", "ニ、管", "贰、管", "二 管"):
        assert found(RULE, f"一、种\n春耕不等人。\n{stray}\n田要管好。\n三、收\n颗粒归仓。\n") == []


def test_number_that_a_word_begins_with_is_missing() -> None:
    """三分种 is a sentence and no heading."""
    assert found(RULE, "一、种\n二、管\n三分种，七分管。\n四、收\n") == [Found(4, "四、")]


def test_omission_that_the_text_owns_up_to() -> None:
    """A line of dots, 略, or an ellipsis before the number says that something was left out."""
    for sign in ("……", "（略）", "（以下略）", "..."):
        assert found(RULE, f"一、种\n{sign}\n三、收\n颗粒归仓。\n四、藏\n") == []


def test_quotation_may_leave_out_what_it_likes() -> None:
    """Numbers inside quotation marks are somebody else's."""
    assert found(RULE, "规定说：“一是要早；三是要快。”大家记住。\n") == []


def test_provisions_of_a_law_are_no_list() -> None:
    """第一项… 第三项… inside a sentence are references."""
    assert found(RULE, "办法第二条第一项：学费减半；第三项：书费全免。\n") == []


def test_list_that_jumps_far_is_two_lists() -> None:
    """Behind 二、 comes 九、: that is a piece of another text."""
    assert found(RULE, "一、种\n二、管\n九、收\n十、藏\n") == []


def test_renumbering_is_offered_and_not_safe() -> None:
    """The numbers behind the hole count on from it."""
    finding = only(RULE, "一、种\n二、管\n四、收\n五、藏\n")

    assert finding.fix
    assert not finding.fix.safe
    assert [edit.text for edit in finding.fix.edits] == ["三", "四"]
