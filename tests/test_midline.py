"""Speeches numbered in mid-line, on a page whose line breaks are all lost."""

from __future__ import annotations

from typing import Final

import pytest

from speechparse import parse
from speechparse.midline import midline_borders

BODY: Final = "河要天天有人看，" * 24 + "看见了就要说。"
LEAVE: Final = "谢谢大家！"


def page(*heads: str, address: str = "同志们：", foot: str = "") -> str:
    """Return a page of one line with a speech below each head."""
    return "讲话稿大全" + "".join(f"{head}{address}{BODY}{LEAVE}" for head in heads) + foot


@pytest.mark.parametrize(
    "heads",
    [
        ("第一篇：护河", "第二篇：护堤", "第三篇：护林"),
        ("篇1：护河", "篇2：护堤"),
        ("范文一：护河", "范文二：护堤"),
        ("【篇一】护河", "【篇二】护堤"),
        ("【第1篇】护河", "【第2篇】护堤"),
    ],
)
def test_numbers_in_mid_line(heads: tuple[str, ...]) -> None:
    """Each speech begins with its number and ends with its thanks."""
    text = page(*heads)
    speeches = parse(text).speeches

    assert [speech.title for speech in speeches] == list(heads)
    assert all(text[: speech.end].endswith(LEAVE) for speech in speeches)


def test_words_before_every_number() -> None:
    """What stands before every number alike is of the title."""
    speeches = parse(page("护河讲话稿 篇1：开头", "护河讲话稿 篇2：收尾")).speeches

    assert [speech.title for speech in speeches] == ["护河讲话稿 篇1：开头", "护河讲话稿 篇2：收尾"]


@pytest.mark.parametrize(
    "foot", ["上一页 1 2 下一页", "【讲话稿（精选2篇）】相关文章：1.护林讲话稿。2.护路讲话稿。", "编号0512"]
)
def test_the_foot_of_the_page(foot: str) -> None:
    """What stands below the last sentence is of the page."""
    text = page("篇1：护河", "篇2：护堤", foot=foot)
    last = parse(text).speeches[-1]

    assert text[last.end :] == foot


def test_thanks_without_a_full_stop() -> None:
    """Words of leave are of the speech, with or without a mark behind them."""
    text = page("篇1：护河", "篇2：护堤", foot="再次谢谢大家")

    assert parse(text).speeches[-1].end == len(text)


@pytest.mark.parametrize(
    "text",
    [
        page("第一篇：护河", "第二篇：护堤", address=""),
        page("第一篇：护河", "第三篇：护堤"),
        page("第一篇：护河"),
        "目录第一篇：护河同志们：第二篇：护堤同志们：" + BODY,
        page("护河", "护堤"),
    ],
)
def test_no_speeches_of_their_own(text: str) -> None:
    """Without a salutation, without counting on, or with nothing between them, numbers part no speeches."""
    assert midline_borders(f"\n{text}\n") == []
