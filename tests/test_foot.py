"""Where a speech ends: what stands below its last sentence is of the page, unless it signs the speech."""

from __future__ import annotations

from typing import Final

import pytest

from speechparse import parse
from speechparse.endings import (
    is_caption,
    is_enclosure,
    is_end_mark,
    is_glossary,
    is_loose,
    is_minutes_field,
    is_note,
)
from speechparse.frame import is_rule

SPEECH: Final = (
    "在全县植树动员会上的讲话\n同志们：\n今天讲两点意见。\n一、抓苗木\n苗木要自己育，不能全靠买。\n"
    "二、抓管护\n栽下去只是开头，三年都要有人管。\n同志们，山绿起来要靠大家一锹一锹地挖。\n谢谢大家！"
)


def ended(text: str) -> str:
    """Return what stands in the one speech of a text."""
    (speech,) = parse(text).speeches
    return text[: speech.end].rstrip()


@pytest.mark.parametrize(
    "foot",
    [
        "（根据录音整理，未经本人审阅）",
        "(会后，全体人员上山植树。)",
        "〔本文系动员会上的讲话，有改动〕",
        "【纠错】【打印】",
        "完\n2024年3月4日（星期一）\n香港時間11時20分",
        "—— 全文完 ——",
        "图1：会场\n图2：山上",
        "图为栽树现场。（江平摄）",
        "▲ 动员会现场",
        "文：江平　图：小满",
        "本报记者 江平 通讯员 小满",
        "一审：江平 二审：小满 三审：老周",
        "臨時動議：無。\n散會：上午11時50分。",
        "报：县委、县人大。\n发：各乡镇人民政府。\n县政府办公室　2022年3月11日印发",
        "☞ 更多精彩内容请点击：演讲稿 | 总结",
        "附件：\n1.苗木分配表\n2.责任人名单\n3.进度表",
        "附录：名词解释\n1.容器苗：在容器里育的苗木。\n2.管护期：栽下去以后的三年。",
        "附件\n\n用語說明\n容器苗：在容器裏育的苗木。\n管護期：栽下去以後的三年。",
        "参考文献：\n[1]江平.怎样栽树.2019。\n[2]小满.怎样育苗.2020。",
        "主题词：林业　植树　讲话",
        "字数：1203",
        "阅读 1024  赞 12",
        "━━━━━━━━",
        "－－－－－－\n编印：植树动员办公室　共印120册",
        "※ 會後備有便當，請依單位領取；素食者請至側門。",
        "会后，与会人员到西山看了苗圃。",
        "会议于十一时三十分结束。",
        "（附記）是日到者一百七十餘人，縣長因公未到。講稿未經本人看過。",
        "编者按：这篇讲话有删节。",
        "--\n小满　办公室\n电话: 0512-6523801\n1. 本邮件含有机密信息，仅限收件人阅读；\n2. 打印前请想一想环保。",
    ],
)
def test_below_the_thanks(foot: str) -> None:
    """Notes, captions, credits, fields and enclosures below the thanks are outside."""
    assert ended(f"{SPEECH}\n\n{foot}\n") == SPEECH


@pytest.mark.parametrize(
    "foot",
    [
        "（掌声）",
        "（全场起立，长时间热烈鼓掌）",
        "江　平\n2022年3月10日",
        "县林业局\n2022年3月10日",
        "（2022年3月10日）",
        "汇报人：江平",
        "谢谢！",
    ],
)
def test_signatures_and_applause(foot: str) -> None:
    """Who signs, when, and what the audience does, belong to the speech."""
    assert ended(f"{SPEECH}\n{foot}\n责任编辑：小满\n") == f"{SPEECH}\n{foot}"


@pytest.mark.parametrize(
    "line",
    [
        "会后，各单位要把苗木清单报上来。",
        "会议结束不等于任务结束。",
        "附记在账上的，一笔一笔核对。",
        "打印前请核对两遍。",
    ],
)
def test_last_sentences_that_open_like_notes(line: str) -> None:
    """What asks the audience for something is of the speech, though it opens as a note does."""
    assert ended(f"{SPEECH}\n{line}\n") == f"{SPEECH}\n{line}"


@pytest.mark.parametrize("line", ["━━━━━━", "------", "＊　＊　＊　＊", "======", "—— —— ——"])
def test_drawn_lines(line: str) -> None:
    """Nothing but signs that draw."""
    assert is_rule(line)


@pytest.mark.parametrize("line", ["", "---", "——江平", "……而已", "★一★"])
def test_no_drawn_lines(line: str) -> None:
    """A short break and a line with a word are none."""
    assert not is_rule(line)


def test_a_list_of_enclosures_above_a_signature() -> None:
    """The paper goes on below it, and so it is of the paper."""
    paper = f"{SPEECH}\n附件：\n1.苗木分配表\n2.责任人名单\n3.进度表\n县林业局\n2022年3月10日"

    assert ended(f"{paper}\n") == paper


def test_fields_of_minutes_below_a_plain_sentence() -> None:
    """Where nobody takes leave, the text is the minutes themselves."""
    minutes = (
        "库房会议纪要\n一、换锁\n三把锁都要换，钥匙交给班长。\n二、盘点\n月底盘点一次，账物要对得上。\n散会：十一时。"
    )

    assert ended(f"{minutes}\n") == minutes


def test_the_running_head_of_the_last_page() -> None:
    """A line that stands on the pages above as well is of the page."""
    pages = SPEECH.replace("一、", "水务简报第八号\n一、").replace("二、", "水务简报第八号\n二、")

    assert ended(f"{pages}\n水务简报第八号\n- 3 -\n") == pages


def test_a_note_in_brackets_above_an_outline_of_headings() -> None:
    """Headings without a sentence are no frame below a note."""
    text = "消防演练提纲\n（讲话要点，供参考）\n一、认得灭火器\n二、走得通楼梯\n三、叫得应邻居"

    assert ended(text) == text


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("（讲话有删节）", True),
        ("（一）学习（二）", False),
        ("（笑声）", False),
        ("（略）", False),
        ("（10:42）", False),
        ("[1]《县志》", False),
    ],
)
def test_notes(line: str, asked: bool) -> None:  # noqa: FBT001 -- a row of a table
    """A whole line in brackets that says something of the speech."""
    assert is_note(line) is asked


@pytest.mark.parametrize("line", ["图1：会场", "图一 会场", "图为会场。", "圖2：會場", "图片：小满"])
def test_captions(line: str) -> None:
    """What a picture shows."""
    assert is_caption(line)


@pytest.mark.parametrize("line", ["图书馆要常开。", "图一时之快，害长远之事。", "会场", "图"])
def test_no_captions(line: str) -> None:
    """图 is a word of the speech, too."""
    assert not is_caption(line)


@pytest.mark.parametrize("line", ["附件", "附件1", "附件：名单", "附：名单", "附录"])
def test_enclosures(line: str) -> None:
    """What heads the enclosed papers."""
    assert is_enclosure(line)


@pytest.mark.parametrize("line", ["附则", "附件不全的退回", "附近的村都来了", "附"])
def test_no_enclosures(line: str) -> None:
    """附则 is the last part of a law."""
    assert not is_enclosure(line)


def test_marks_of_the_end() -> None:
    """完 stands alone on its line."""
    assert is_end_mark("（完）")
    assert is_end_mark("— END —")
    assert not is_end_mark("我的话完了")


def test_headings_of_terms() -> None:
    """A heading that ends in what it is, and no sentence about it."""
    assert is_glossary("《报告》名词解释")
    assert is_glossary("参考文献：")
    assert not is_glossary("下面我作个名词解释。")


def test_fields_of_minutes() -> None:
    """散会 with a colon is a field; with a full stop it sends all home."""
    assert is_minutes_field("散会时间：11时")
    assert not is_minutes_field("散会！")


@pytest.mark.parametrize(
    ("line", "loose"),
    [
        ("供稿单位：县林业局", True),
        ("赞 (3) 收藏 (5)", True),
        ("述职人：江平", False),
        ("单位：县林业局", False),
        ("2022年3月于松岭", False),
        ("江平", False),
        ("为了更绿的山，", False),
    ],
)
def test_lines_below_words_of_leave(line: str, loose: bool) -> None:  # noqa: FBT001 -- a row of a table
    """A credit or a count is a frame's; a name, a date or a verse is not."""
    assert is_loose(line) is loose
