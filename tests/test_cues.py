"""Words that show where something ends or begins, and how many points are announced."""

from __future__ import annotations

import pytest

from speechparse import parse
from speechparse.cues import (
    address_length,
    announced,
    has_tail_heading,
    is_addressee,
    is_fresh,
    is_salutation,
    is_vocative,
    list_close,
)
from speechparse.leave import is_closing, parting_start


@pytest.mark.parametrize(
    "line",
    [
        "同志们：",
        "同學們：",
        "各位代表、同志们：",
        "同志们，大家好！",
        "尊敬的各位来宾，女士们、先生们：",
        "各位乡亲，早上好！",
    ],
)
def test_salutation(line: str) -> None:
    """A line that only addresses the audience."""
    assert is_salutation(line)


@pytest.mark.parametrize("line", ["", "同志们", "他说：", "要干三件事：", "一是靠同志们。二是靠老师：", "今天很好。"])
def test_no_salutation(line: str) -> None:
    """A line that says something, or addresses nobody."""
    assert not is_salutation(line)


@pytest.mark.parametrize("line", ["同志们，今年很好。", "各位代表！今年很好。", "　　各位乡亲，路修好了。", "同志们！"])
def test_vocative(line: str) -> None:
    """A paragraph that opens by addressing the audience."""
    assert is_vocative(line, 0, len(line))


@pytest.mark.parametrize("line", ["今年，同志们很忙。", "老乡问我：够吗？", "水够用了。同志们，散会。", "同志们很忙。"])
def test_no_vocative(line: str) -> None:
    """A paragraph that speaks about somebody, or to the audience only later."""
    assert not is_vocative(line, 0, len(line))


@pytest.mark.parametrize(
    "line",
    ["以上三点，请照办。", "让我们一起干。", "这三条要记牢。", "　　谢谢大家！", "最后,祝大家好。", "預祝大會成功！"],
)
def test_closing(line: str) -> None:
    """A paragraph that rounds a speech off."""
    assert is_closing(line, 0, len(line))


@pytest.mark.parametrize("line", ["", "　", "今天下雨。", "最后一公里要修好。", "这些年来", "这三年"])
def test_no_closing(line: str) -> None:
    """A paragraph that only begins like one."""
    assert not is_closing(line, 0, len(line))


@pytest.mark.parametrize(
    ("line", "fresh"),
    [
        ("最后，我再提两点希望。", True),
        ("借此机会，讲三点意见。", True),
        ("最后，祝大家好。", False),
        ("今天讲三点意见。", False),
    ],
)
def test_fresh(line: str, *, fresh: bool) -> None:
    """A last list of its own is announced by a word for the end and a number."""
    assert is_fresh(line, 0, len(line)) is fresh


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("三是快干。以上三点，请照办。", "以上三点，请照办。"),
        ("三是快干。 总之，要干。", "总之，要干。"),
        ("三是快干；這三條要記牢。", "這三條要記牢。"),
        ("三是快干。我们要干。", ""),
        ("三是以上三点都要快。", ""),
    ],
)
def test_close_of_a_list(text: str, rest: str) -> None:
    """A sentence that counts back or sums up closes a list in a paragraph."""
    assert text[list_close(text, 0, len(text)) :] == rest


def test_last_part_of_a_law() -> None:
    """附则 alone on its line, and no word that begins with it."""
    heading, sentence = "\n第五条 略。\n附　则\n第六条 略。", "\n附则从略。\n"

    assert has_tail_heading(heading, 0, len(heading))
    assert not has_tail_heading(sentence, 0, len(sentence))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("我讲三点意见。", 3),
        ("这里讲3个问题。", 3),
        ("讲１２点意见：", 12),
        ("做好以下八个方面工作：", 8),
        ("提两点要求：", 2),
        ("提兩點要求：", 2),
        ("讲五点意见。重点是两条：", 2),
    ],
)
def test_announced(text: str, number: int) -> None:
    """A number of points, in any script and width; the last one counts."""
    assert announced(text, 0, len(text)) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "讲几点意见。",
        "我讲三点意见。再说几点看法。",
        "讲一点意见。",
        "全乡有5所学校。",
        "全乡修了5条路。",
        "今年是第3次会议。",
        "增长三点五倍。",
    ],
)
def test_not_announced(text: str) -> None:
    """Content, fractions, one point and 几点 announce no number."""
    assert announced(text, 0, len(text)) is None


def test_content_that_the_list_bears_out() -> None:
    """Five roads announce five points where five points came, and nothing else."""
    text = "全乡修了5条路。"

    assert announced(text, 0, len(text), 5) == 5
    assert announced(text, 0, len(text), 4) is None


def test_announced_far_away() -> None:
    """An announcement long before the list is of another one."""
    near, far = f"我讲三点意见。{'水' * 50}：", f"我讲三点意见。{'水' * 70}："

    assert announced(near, 0, len(near)) == 3
    assert announced(far, 0, len(far)) is None


def test_announced_a_sentence_before() -> None:
    """One sentence may stand between an announcement and its list, two may not."""
    one, two = "我讲三点意见：水不多。", "我讲三点意见：水不多。路不好。"

    assert announced(one, 0, len(one)) == 3
    assert announced(two, 0, len(two)) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("我讲三点意见。一是抓学习。二是抓作风。三是抓纪律。", 3),
        ("我讲三点意见。\n一、抓学习\n读书。\n二、抓作风\n实干。\n三、抓纪律\n守纪。\n", 3),
        ("我讲三点意见。一是抓学习。二是抓作风。", 3),
        ("全乡有5所学校。一是老师好。二是学生好。", None),
        ("我们走访了5所学校，各有长处。一是老师好。二是学生好。", None),
        ("工作不少。一是抓学习。二是抓作风。", None),
    ],
)
def test_announced_by_the_head(text: str, number: int | None) -> None:
    """A speech says how many points its head announces, also where fewer came."""
    assert [speech.announced for speech in parse(text).speeches] == [number]


def test_announced_by_an_item() -> None:
    """An item says how many points its own text announces, and its sibling nothing."""
    text = "一、抓学习\n要做好两件事。一是读书。二是读报。\n二、抓作风\n实干。\n"

    assert [item.announced for item in parse(text).speeches[0].children] == [2, None]


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("同志们：", "同志们："),
        ("同志们：今天讲两点。", "同志们："),
        ("各位代表！现在报告工作。", "各位代表！"),
        ("同志们，今天讲两点：", ""),
        ("记者：今天讲什么？", ""),
        ("", ""),
    ],
)
def test_address_length(line: str, address: str) -> None:
    """How much of a line addresses the audience."""
    assert line[: address_length(line)] == address


@pytest.mark.parametrize("line", ["各乡镇人民政府，县直各单位：", "各支部：", "各车主、各商户：", "县直各部門："])
def test_addressee(line: str) -> None:
    """The offices and people that an official letter goes to."""
    assert is_addressee(line)


@pytest.mark.parametrize("line", ["", "各项工作如下：", "各单位", "全县单位：", "各单位要做到：", "各支部。各单位："])
def test_no_addressee(line: str) -> None:
    """A line that says something, or names no office."""
    assert not is_addressee(line)


@pytest.mark.parametrize(
    ("text", "leave"),
    [
        ("修渠。最后，祝大家好！", "最后，祝大家好！"),
        ("修渠。谢谢大家！再见。", "谢谢大家！再见。"),
        ("修渠！祝各位顺利！", "祝各位顺利！"),
        ("修渠。我的话完了。", "我的话完了。"),
        ("修渠。最后修桥。", ""),
        ("我要谢谢大家的帮忙。", ""),
    ],
)
def test_parting_start(text: str, leave: str) -> None:
    """A sentence that takes leave, and none that speaks of thanks."""
    assert text[parting_start(text, 0, len(text)) :] == leave
