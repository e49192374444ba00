"""The ways in which a page numbers its speeches, between a menu and links that are numbered too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from speechparse import parse
from tests.invariants import check

if TYPE_CHECKING:
    from collections.abc import Sequence

SPEECHES: Final = (
    "各位领导：\n今天我讲两点。\n一、学\n学要天天学，不能三天打鱼。\n二、干\n干要处处干，不能半途而废。\n谢谢大家！",
    "同志们：\n一是看，二是问，三是记。\n看要看仔细，问要问到底，记要记清楚。\n祝大家顺利！",
    "老师们、同学们：\n首先，感谢食堂。其次，感谢门卫。\n我的发言完了，谢谢大家。",
)
MENU: Final = "首页\n讲话稿\n范文大全\n当前位置：首页 > 讲话稿\n精选讲话稿（通用3篇）\n来源：网络　时间：2021-01-02\n"
LINKS: Final = "\n相关文章：\n1. 开学讲话稿\n2. 散学讲话稿\n上一篇：没有了\n下一篇：主持词"
NUMBERED_LINKS: Final = "\n猜你喜欢\n领导讲话稿1\n领导讲话稿2\n热门推荐\n一、年会致辞\n二、年会主持词\n© 讲话网"

STYLES: Final = (
    ("篇一：春天的话", "篇二：夏天的话", "篇三：秋天的话"),
    ("开学讲话 篇1", "开学讲话 篇2", "开学讲话 篇3"),
    ("【篇一】", "【篇二】", "【篇三】"),
    ("【第1篇】", "【第2篇】", "【第3篇】"),
    ("第一篇 春天的话", "第二篇 夏天的话", "第三篇 秋天的话"),
    ("（第一篇）", "（第二篇）", "（第三篇）"),
    ("第 1 篇：春天的话", "第 2 篇：夏天的话", "第 3 篇：秋天的话"),
    ("范文1", "范文2", "范文3"),
    ("★范文一★", "★范文二★", "★范文三★"),
    ("竞聘演讲稿模板一", "竞聘演讲稿模板二", "竞聘演讲稿模板三"),
    ("在动员会上的讲话(1)", "在动员会上的讲话(2)", "在动员会上的讲话(3)"),
    ("动员讲话稿一", "动员讲话稿二", "动员讲话稿三"),
    ("动员讲话稿 1", "动员讲话稿 2", "动员讲话稿 3"),
    ("演讲稿一：我的选择", "演讲稿二：我的家乡", "演讲稿三：我的老师"),
    ("开业致辞一", "开业致辞二", "开业致辞三"),
    ("迎新讲话之一", "迎新讲话之二", "迎新讲话之三"),
    ("（一）《说春》", "（二）《说夏》", "（三）《说秋》"),
    ("1. 在春耕会上的讲话", "2. 在夏收会上的讲话", "3. 在秋种会上的讲话"),
    ("在春耕会上的讲话", "在夏收会上的讲话", "在秋种会上的讲话"),
)


def page(titles: Sequence[str], before: str, behind: str) -> str:
    """Return a page of three speeches."""
    return before + "\n".join(f"{title}\n{speech}" for title, speech in zip(titles, SPEECHES, strict=True)) + behind


@pytest.mark.parametrize(("before", "behind"), [(MENU, LINKS), ("", NUMBERED_LINKS), ("", "")])
@pytest.mark.parametrize("titles", STYLES, ids=lambda titles: titles[0])
def test_style(titles: Sequence[str], before: str, behind: str) -> None:
    """Each speech has its title, its items and its closing; menu and links are in none."""
    speeches = parse(page(titles, before, behind)).speeches

    assert [speech.title for speech in speeches] == list(titles)
    assert [len(speech.children) for speech in speeches] == [2, 3, 2]
    assert [speech.closing for speech in speeches] == ["谢谢大家！", "祝大家顺利！", "我的发言完了，谢谢大家。"]


@pytest.mark.parametrize(
    "headings",
    [
        ("一、摸清家底（一）", "二、摸清家底（二）"),
        ("（一）", "（二）"),
        ("　　　　（一）", "　　　　（二）"),
        ("一、春耕工作报告", "二、夏收工作报告"),
    ],
)
def test_headings_of_one_speech(headings: tuple[str, str]) -> None:
    """Numbered headings are no titles of speeches, whatever they end in, where nobody is addressed below them."""
    text = "在村里的讲话\n同志们：\n{}\n种要种好，收要收好。\n{}\n收要收好，种要种好。".format(*headings)

    assert [speech.title for speech in parse(text).speeches] == ["在村里的讲话"]
    assert len(parse(text).speeches[0].children) == 2


def test_a_line_numbers_one_speech() -> None:
    """A line with 【篇一】 and 稿 in it is one border: the speeches that it opens tile the text."""
    text = "甲【篇一】稿\n乙【篇二\n今"

    check(text, parse(text))
