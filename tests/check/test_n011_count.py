"""N011: fewer or more points than were announced."""

from __future__ import annotations

from speechparse.check.rules.n011_count import RULE
from tests.check.support import Found, all_found, assert_examples_hold, found, messages


def test_examples_hold() -> None:
    """What the rule's documentation shows is true."""
    assert_examples_hold(RULE)


def test_too_few() -> None:
    """The finding is at the count and names what was found."""
    text = "同志们：\n下面我讲三点意见。\n第一，水要够。\n第二，路要通。\n"

    assert found(RULE, text) == [Found(2, "三点")]
    assert messages(RULE, text) == ["announced 三点, found 2 (第一 第二)"]
    assert messages(RULE, text, "zh") == ["预告“三点”，实有 2 项（第一 第二）"]


def test_too_many() -> None:
    """Long lists are shown by their first members and their last."""
    points = "".join(f"{number}是修路。" for number in "一二三四五六七八")

    assert messages(RULE, f"今年办好六件事。{points}\n") == [
        "announced 六件事, found 8 (一是 二是 三是 四是 五是 … 八是)"
    ]


def test_every_way_to_announce() -> None:
    """Counts of points, matters and questions, in Chinese and Arabic, simplified and traditional."""
    for words in (
        "讲三点意见。",
        "要抓好3件事：",
        "有三个方面的问题。",
        "提三点希望，与大家共勉：",
        "謹提出三點報告。",
        "必须抓住三个环节。",
    ):
        assert found(RULE, f"下面，{words}一是修路。二是通水。\n") != [], words


def test_counts_that_announce_nothing() -> None:
    """Of things, of time, in slogans, with words in between, of another list, or not certain."""
    for words in (
        "走访了三个村。",
        "已经三个月了。",
        "打好“三大硬仗”。",
        "要完善一批制度、理顺两大关系、注重三个结合。",
        "去年办成三件事，大家都看见了。今年怎么办？靠大家。",
        "讲几点意见。",
        "其中第三个问题：",
        "共有一百三十三项工作：",
    ):
        assert found(RULE, f"同志们，{words}一是修路。二是通水。\n") == [], words


def test_restart_is_counted_with_the_rest() -> None:
    """四件事 that are numbered 一 二 一 二 are four."""
    assert all_found("今年办四件事：一是修路；二是通水；一是建校；二是架桥。\n") == [("N013", 1)]


def test_points_in_other_forms_count() -> None:
    """A member with a wrong mark or of another family is one all the same."""
    assert found(RULE, "下面讲三点。\n一、种\n春耕不等人。\n二，管\n田要管好。\n三、收\n") == []
    assert found(RULE, "下面讲三点。\n一、种\n春耕不等人。\n（二）管\n田要管好。\n三、收\n") == []
