"""Lines that belong to a page and not to the speech, and lines that look like a title."""

from __future__ import annotations

import pytest

from speechparse.frame import (
    is_date_line,
    is_footer,
    is_header,
    is_link_list,
    is_menu_word,
    is_page_number,
    looks_like_title,
)


@pytest.mark.parametrize("line", ["— 2 —", "-3-", "2 / 6", "第2页", "第 3 頁", "第 3 页 共 9 页", "　· 4 ·"])
def test_page_number(line: str) -> None:
    """A line that only numbers a page."""
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["", "2021", "2", "水库 2", "第二页", "第2页写的是水", "2 / 6 的水", "— — —"])
def test_no_page_number(line: str) -> None:
    """A line that says more, or only a number."""
    assert not is_page_number(line)


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：小满",
        "【相关推荐】",
        "你可能喜欢的相关文章：",
        "上一篇：水利会议",
        "· 返回列表",
        "以上就是小编整理的全部内容",
        "本站网址 www.example.com",
        "© 松涛网",
    ],
)
def test_footer(line: str) -> None:
    """A line at the foot of a page."""
    assert is_footer(line)


@pytest.mark.parametrize("line", ["", "大家要多种树。", "我们要学习这些好做法", "以上三点，请照办。", "谢谢大家！"])
def test_no_footer(line: str) -> None:
    """A line of the speech."""
    assert not is_footer(line)


def test_a_long_paragraph_is_no_footer() -> None:
    """An address in a paragraph makes no footer of it."""
    assert is_footer(f"{'水' * 20}见 http://example.com")
    assert not is_footer(f"{'水' * 200}见 http://example.com")


@pytest.mark.parametrize(
    "line",
    [
        "来源：松涛网",
        "2021年3月4日",
        "（2021年3月4日）",
        "二〇二一年三月四日",
        "首页 > 讲话 > 正文",
        "乡情 / 讲话 / 正文",
        "【字体：大 中 小】",
        "第3期",
    ],
)
def test_header(line: str) -> None:
    """A line about the page or the date."""
    assert is_header(line)


@pytest.mark.parametrize(
    "line", ["", "今年的水够用。", "二〇二一年三月四日，水库开工，大家都来了，非常热闹", "村 / 镇"]
)
def test_no_header(line: str) -> None:
    """A line of the speech, though it begins with a date."""
    assert not is_header(line)


@pytest.mark.parametrize(
    "line",
    ["在全乡水利会议上的讲话", "在开工仪式上的致辞", "乡里的工作报告（摘要）", "村规民约管理办法", "在大會上的講話"],
)
def test_title(line: str) -> None:
    """A line that ends as titles do, a note in brackets aside."""
    assert looks_like_title(line)


@pytest.mark.parametrize("line", ["", "讲话", "他发表了讲话。", "什么是好讲话？讲话", "大家多种树", f"{'水' * 70}讲话"])
def test_no_title(line: str) -> None:
    """A sentence, one word, or a line too long."""
    assert not looks_like_title(line)


@pytest.mark.parametrize(
    "line", ["打印", "打印本页", "打印：", "来源 松涛网", "编辑：小满", "时间：8:00", "评论（3）", "相关推荐阅读"]
)
def test_field(line: str) -> None:
    """A word of the frame with a border behind it: a colon, a blank, a bracket, the end of the line."""
    assert is_footer(line) or is_header(line)


@pytest.mark.parametrize(
    "line",
    [
        "打印机要少用",
        "时间过得真快",
        "时间，就是成本",
        "来源于财政的钱",
        "资金来源：财政拨款",
        "编辑部先做起",
        "评论员说得对",
        "上一年的账",
        "下一步的路",
        "分享一个数",
        "更新观念",
        "关注我们身边的人",
        "联系我们的实际",
        "打击侵权",
        "举报人要保护",
    ],
)
def test_words_of_a_speech_that_begin_as_fields_do(line: str) -> None:
    """What goes on as a word is no field."""
    assert not is_footer(line)
    assert not is_header(line)


@pytest.mark.parametrize(
    "line", ["发件人：小曹", "收件人: 全体", "主题：讲话", "> Subject: 讲话", "抄送：刘主任", "附件：1个"]
)
def test_header_of_a_mail(line: str) -> None:
    """The fields of a mail, quoted or not."""
    assert is_header(line)


@pytest.mark.parametrize("line", ["相关文章", "猜你喜欢：", "【推荐阅读】", "您可能喜欢的相关文章："])
def test_link_list(line: str) -> None:
    """The head of a list of other pages."""
    assert is_link_list(line)


@pytest.mark.parametrize("line", ["", "责任编辑：小满", "来源：松涛网", "我们写了很多相关文章。"])
def test_no_link_list(line: str) -> None:
    """Other lines of a frame, and a sentence."""
    assert not is_link_list(line)


def test_menu_words_and_dates_in_brackets() -> None:
    """An entry of a menu, with its arrow; a date with a name, and not a note on who passed a law."""
    assert is_menu_word("首页 >")
    assert not is_menu_word("春耕")
    assert is_date_line("（2021年3月4日 江平）")
    assert not is_date_line("（2021年3月4日全体会议第一次表决通过）")
