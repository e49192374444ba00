"""P108: a mark at the end of a heading."""

from __future__ import annotations

from speechparse.check.rules.p108_heading_end import RULE
from tests.check.support import Found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_headings_that_end_in_a_mark() -> None:
    """The finding is at the mark."""
    text = "一、种好。\n春耕不等人，一天也拖不起。\n二、收好；\n颗粒归仓，一粒也不能丢。\n"

    assert found(RULE, text) == [Found(1, "。"), Found(3, "；")]
    assert messages(RULE, text)[0] == "the heading 种好 ends in 。 (GB/T 15834 B.4)"
    assert messages(RULE, text, "zh")[0] == "标题“种好”末尾有。（GB/T 15834 B.4）"


def test_sentences_are_no_headings() -> None:
    """Where nothing follows below, or only behind the last, the line is a paragraph."""
    assert found(RULE, "（一）种好；\n（二）管好；\n（三）收好。\n办法由村里定。\n") == []
    assert found(RULE, "（一）种好。种子要好。\n（二）收好。收要快。\n") == []


def test_articles_are_no_headings() -> None:
    """第一条 numbers a paragraph."""
    assert found(RULE, "第一条　学校归村里办。\n经费由村里出。\n第二条　人人可来听课。\n不收学费。\n") == []


def test_list_in_which_few_have_a_body() -> None:
    """Where as many members end on their line, they are sentences, and what follows one speaks of them all."""
    text = "1.看得远。\n2.走得稳。\n3.坐得住。\n三条都有的可以当队长。\n4.说得清。\n话要说到人心里去。\n"

    assert found(RULE, text) == []
    assert found(RULE, text.replace("2.走得稳。\n", "2.走得稳。\n走一步看一步，不要跑。\n")) == [
        Found(2, "。"),
        Found(4, "。"),
        Found(6, "。"),
    ]


def test_questions_are_no_headings() -> None:
    """A blank to be filled in makes the line a sentence; its choices are no body."""
    text = "1.下种以前应当（　　）。\nA．看芽率\nB．看天气\n2.收粮以前应当（　　）。\nA．晒场\nB．修仓\n"

    assert found(RULE, text) == []
    assert found(RULE, text.replace("（　　）", "先看")) == [Found(1, "。"), Found(4, "。")]
