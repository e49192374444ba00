"""What a speech's head and its end hold: title, salutation, preamble, closing, and what of the page is outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from speechparse import parse
from tests.ink import ink

if TYPE_CHECKING:
    from speechparse import Speech

ITEMS: Final = "一、修渠\n渠要修到地头。\n二、打井\n井要打到水层。"


def only(text: str) -> Speech:
    """Return the one speech of a text."""
    (speech,) = parse(text).speeches
    return speech


def outside(text: str) -> list[str]:
    """Return the ink of what belongs to no speech."""
    return [ink(text[begin:end]) for begin, end in parse(text).outside]


# --- titles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "block",
    [
        "——在全县抗旱动员会上的讲话",
        "——在全县抗旱动员会上的讲话\n（2021年7月3日）",
        "（2021年7月3日　江平）",
        "2021年7月3日\n江　平",
        "来源：水利小报　时间：2021-07-03",
    ],
)
def test_a_title_block_is_no_preamble(block: str) -> None:
    """Subtitle, date, speaker and source line below a title are neither title nor preamble."""
    speech = only(f"把水管到田头\n{block}\n旱情急，讲两点。\n{ITEMS}")

    assert (speech.title, speech.preamble) == ("把水管到田头", "旱情急，讲两点。")


def test_a_note_on_who_passed_a_law_is_preamble() -> None:
    """A note in brackets that says more than a date stands in the text."""
    note = "（2022年6月8日县人民政府第14次常务会议通过）"

    assert only(f"乡村用水管理办法\n{note}\n第一条　节约用水。\n第二条　先远后近。").preamble == note


def test_the_title_below_the_number_of_a_page() -> None:
    """What stands above the number names the document, and is outside."""
    text = f"抗旱会议讲话稿\n第 1 页 共 2 页\n在抗旱会议上的讲话\n同志们：\n{ITEMS}"

    assert only(text).title == "在抗旱会议上的讲话"
    assert outside(text) == ["抗旱会议讲话稿第1页共2页"]


@pytest.mark.parametrize(
    "menu",
    [
        "首页\n新闻\n政策",
        "校史\n校歌\n校训\n校徽",
        "要闻 政策 服务 互动",
        "【字号：\n大\n中\n小】",
        "发件人：小曹\n收件人：各科室\n主题：讲话\n发送时间：9:12",
        "> From: a@example.org\n> Subject: 讲话\n>",
        "首页 > 讲话 > 正文",
    ],
)
def test_a_frame_above_an_untitled_speech(menu: str) -> None:
    """Menus, buttons and the headers of a mail are outside, and none of their lines is a title."""
    text = f"{menu}\n乡亲们：\n{ITEMS}"

    assert (only(text).title, only(text).salutation) == (None, "乡亲们：")
    assert outside(text) == [ink(menu)]


def test_three_short_lines_are_no_menu() -> None:
    """A short title, a name and an office are none."""
    assert only(f"把水管好\n江平\n县水务局\n同志们：\n{ITEMS}").title == "把水管好"


# --- salutations -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "salutation", "preamble"),
    [
        ("同志们：\n今天讲两点。", "同志们：", "今天讲两点。"),
        ("同志们：今天讲两点。", "同志们：", "今天讲两点。"),
        ("各位代表！现在报告工作。", "各位代表！", "现在报告工作。"),
        ("尊敬的各位来宾：大家好！今天讲两点。", "尊敬的各位来宾：", "大家好！今天讲两点。"),
        ("> 同志们：\n今天讲两点。", "同志们：", "今天讲两点。"),
        ("各乡镇人民政府，县直各单位：\n现通知如下：", "各乡镇人民政府，县直各单位：", "现通知如下："),
        ("各楼长、各单元组长：\n现通知如下：", "各楼长、各单元组长：", "现通知如下："),
        ("同志们，今天的会很短。", None, "同志们，今天的会很短。"),
        ("各项工作如下：", None, "各项工作如下："),
        ("记者：今天讲什么？", None, "记者：今天讲什么？"),
        ("同志们：\u200b", "同志们：", None),
        ("同志们：\u200b\n\u200b", "同志们：", None),
    ],
)
def test_salutation(head: str, salutation: str | None, preamble: str | None) -> None:
    """Who is addressed, on a line of their own or before the text; in an official letter, the offices it goes to."""
    speech = only(f"在水利会上的讲话\n{head}\n{ITEMS}")

    assert (speech.salutation, speech.preamble) == (salutation, preamble)


def test_a_speech_in_one_line() -> None:
    """Salutation, list and farewell need no line breaks."""
    speech = only("老师们：今天三句话。首先，谢谢食堂。其次，谢谢宿管。最后，祝同学们一路平安，前程似锦！")

    assert (speech.salutation, speech.preamble) == ("老师们：", "今天三句话。")
    assert [item.title for item in speech.children] == ["谢谢食堂", "谢谢宿管"]
    assert speech.closing == "最后，祝同学们一路平安，前程似锦！"


# --- closings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "closing",
    [
        "最后，祝大家身体健康，阖家幸福！",
        "最后祝大家，天天向上。",
        "最后，衷心地祝愿各位吃好喝好！",
        "最后，我代表村委会给大家拜年！",
        "谢谢大家，再见！",
        "我的话讲完了，谢谢大家。",
        "今天就讲到这里。",
        "各位乡亲，水就是命。让我们一起干！\n谢谢！",
        "青山县水务局\n2021年10月9日",
        "青山县水务局办公室\n二○二一年十月九日",
    ],
)
def test_closing(closing: str) -> None:
    """A farewell, with a comma or without, and a signature are no part of the last item."""
    speech = only(f"乡亲们：\n{ITEMS}\n{closing}")

    assert (speech.children[-1].text, speech.closing) == ("井要打到水层。", closing)


@pytest.mark.parametrize("closing", ["最后，祝大家工作顺利，万事如意。谢谢大家！", "谢谢大家！", "我的发言完了。"])
def test_closing_in_mid_line(closing: str) -> None:
    """A farewell may stand in the paragraph of the last item."""
    speech = only(f"乡亲们：\n今天讲两点：一是修渠，二是打井。{closing}")

    assert ([item.title for item in speech.children], speech.closing) == (["修渠", "打井"], closing)


@pytest.mark.parametrize("ending", ["谢谢大家的话，要放在心里。再干一年。", "路线\n2021年10月9日", "江边\n北岸"])
def test_no_closing(ending: str) -> None:
    """Thanks that are talked about, a date below no office, and short lines belong to the last item."""
    assert only(f"乡亲们：\n一、修渠\n渠要修到地头。\n二、打井\n井边说：{ending}").closing is None


# --- ends ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "foot",
    [
        "责任编辑：小满",
        "打印 关闭",
        "上一条：无\n下一条：放假通知",
        "相关报道\n1. 修渠纪实\n2. 打井纪实",
        "猜你喜欢\n一、修渠讲话\n二、打井讲话\n© 讲话网",
        "--\n小赵\n行政部\n6101",
        "发自我的手机",
    ],
)
@pytest.mark.parametrize("items", [ITEMS, "一、修渠到地头\n二、打井到水层"], ids=["sentences", "headings"])
def test_a_frame_below_the_items(items: str, foot: str) -> None:
    """Buttons, links with numbers and a mail's signature are outside; the items stay, with full stops or without."""
    text = f"在水利会上的讲话\n来源：水利小报\n{items}\n{foot}"

    assert [item.marker for item in only(text).children] == ["一、", "二、"]
    assert outside(text) == [ink(foot)]


def test_words_that_begin_as_fields_do_end_no_speech() -> None:
    """打印机 and 转载 are words of the speech, as its last lines too."""
    text = f"在节约会上的讲话\n{ITEMS}\n打印机少用彩墨\n时间就是成本\n编辑部先做起"

    assert outside(text) == []
    assert only(text).children[-1].text.endswith("编辑部先做起")
