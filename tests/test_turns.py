"""Who speaks at a place of an interview, a debate or a thread of posts."""

from __future__ import annotations

import pytest

from speechparse import parse
from speechparse.turns import Turns


def speakers(text: str, *words: str) -> list[str]:
    """Return who speaks at each of some words."""
    look = f"\n{text}\n"
    turns = Turns(look, 0, len(look))
    return [turns.speaker(look.index(word)) for word in words]


def test_labels_that_come_again() -> None:
    """Each turn lasts until the next label."""
    text = "记者：今年的水够用吗？\n陈站长：够用。\n冬天修了渠。\n记者：明年呢？\n陈站长：也够。"

    assert speakers(text, "今年", "够用。", "修了渠", "明年", "也够") == ["记者", "陈站长", "陈站长", "记者", "陈站长"]


def test_numbers_of_posts() -> None:
    """What stands before the first post is of one speaker too."""
    assert speakers("说说修路\n1楼\n该修。\n2楼\n不该修。", "说说", "该修", "不该修") == ["0", "1楼", "2楼"]


@pytest.mark.parametrize(
    "text",
    [
        "要求：快。\n办法：干。\n完了",
        "记者：今年好吗？\n记者：明年好吗？\n完了",
        "时间：周一\n地点：村里\n时间：周二\n地点：镇上\n完了",
        "一、问：快。\n二、答：干。\n完了",
        "没有人说话。\n完了",
        "目标：修好路。\n措施：天天修。\n目标：修好桥。\n措施：夜夜修。\n完了",
        "责任人：江海\n电话：6101\n责任人：石山\n电话：6102\n完了",
        "各位代表：\n同志们：\n各位代表：\n同志们：\n完了",
    ],
    ids=["once", "one speaker", "about the meeting", "markers", "none", "goals", "fields", "audience"],
)
def test_no_turns(text: str) -> None:
    """Labels that come once, of one speaker, or about the meeting make no turns."""
    assert speakers(text, "完了") == [""]


def test_only_inside_the_span() -> None:
    """Labels outside the speech make no turns in it."""
    look = "\n说水。\n问：够吗？\n答：够。\n今天开会。\n"

    assert Turns(look, look.index("今天") - 1, len(look)).speaker(len(look) - 1) == ""


def test_a_list_of_the_next_speaker_is_not_below_the_item() -> None:
    """What one speaker counts has its own place, and is no part of what the speaker before counted."""
    text = "说说修路。\n{}\n一、修渠\n快修。\n二、修库\n慢修。\n{}\n一是修桥。二是铺路。\n{}\n好。\n"

    assert [item.path for item in parse(text.format("1楼", "2楼", "3楼")).walk()] == ["1", "2", "3", "4"]
    text = text.replace("{}", "{}说。")
    assert [item.path for item in parse(text.format("前天", "昨天", "今天")).walk()] == ["1", "2", "2.1", "2.2"]


@pytest.mark.parametrize("label", ["江平", "小江", "江主任", "水务站站长江平", "江平（水务站）", "主讲人", "Q"])
def test_a_speaker_who_speaks_once(label: str) -> None:
    """A name, an office, both together, or a word for who asks."""
    assert speakers(f"何苗：水够吗？\n{label}：够用。\n", "够用") == [label.partition("（")[0]]


def test_a_turn_is_over_when_the_same_speaker_speaks_again() -> None:
    """Labels come again; turns do not."""
    look = "\n说水。\n问：够吗？\n答：够用。\n问：明年呢？\n答：也够。\n"
    turns = Turns(look, 0, len(look))

    assert turns.is_over(look.index("够用"), look.index("也够"))
    assert not turns.is_over(look.index("答"), look.index("够用"))
    assert not turns.is_over(look.index("说水"), look.index("够用"))


def test_another_speaker_does_not_count_on() -> None:
    """A 第三 of the next speaker is no item of the list before; the same speaker counts on through an answer."""
    text = "何苗：第一，修渠。\n第二，修库。\n江平：好。\n{}：第三，修桥。\n江平：好。\n"

    assert [item.title for item in parse(text.format("石磊")).walk()] == ["修渠", "修库"]
    assert [item.title for item in parse(text.format("何苗")).walk()] == ["修渠", "修库", "修桥"]
