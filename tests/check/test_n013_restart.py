"""N013: a list begins again although nothing else has begun."""

from __future__ import annotations

from speechparse.check.rules.n013_restart import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_restart_among_headings() -> None:
    """The finding is at the second 一、."""
    text = "一、种\n春耕不等人。\n二、管\n三分种，七分管，一样都不能少。\n一、收\n颗粒归仓。\n二、藏\n"

    assert found(RULE, text) == [Found(5, "一、")]
    assert messages(RULE, text) == ["restart: 一、 follows 二、"]
    assert messages(RULE, text, "zh") == ["重起：二、之后又是一、"]


def test_count_says_that_it_is_one_list() -> None:
    """Of 四件事 the third is 一是 again; words begin again for every paragraph else."""
    assert found(RULE, "下面讲四点。\n第一，水要够。\n第二，路要通。\n第一，账要清。\n第二，人要勤。\n") == [
        Found(4, "第一，")
    ]


def test_semicolon_says_that_it_is_one_list() -> None:
    """…；一是… goes on with the sentence."""
    assert found(RULE, "今年一是修路；二是通水；一是建校；二是架桥。\n") == [Found(1, "一是")]


def test_new_lists_begin_with_one() -> None:
    """Behind a heading without a number, a colon, a short remark or an announcement."""
    for line in ("秋冬的事", "下半年要抓：", "再说明年。", "秋冬两季，要着力抓好以下两个方面的重点工作。"):
        assert (
            found(RULE, f"一、种\n春耕不等人。\n二、管\n三分种，七分管，一样不少。\n{line}\n一、收\n二、藏\n") == []
        ), line


def test_lists_of_paragraphs_begin_anew() -> None:
    """第一… in the next paragraph is another list."""
    assert found(RULE, "第一，水要够。第二，路要通。\n第一，账要清。第二，人要勤。\n") == []
