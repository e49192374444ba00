"""The outline as data: the order of its items and of its keys."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle

from speechparse import parse
from speechparse.model import VERSION, Item, Outline, Speech
from tests.outlines import item, ladder, outline, speech

ITEM_KEYS = "marker family ordinal level path title text announced line start title_end end children"
SPEECH_KEYS = "title start title_end end salutation preamble announced duplicate_of children closing"
OUTLINE_KEYS = "version source encoding length error speeches outside"


def two_speeches() -> Outline:
    """Return an outline whose titles say the order of the text."""
    first = speech(
        "甲", item("一、", "1", item("（一）", "2", item("1.", "3")), item("（二）", "4")), item("二、", "5")
    )
    return outline(first, speech("乙", item("一、", "6"), item("二、", "7")))


def test_an_outline_walks_in_the_order_of_the_text() -> None:
    """Each item comes before its children, and these before its next sibling."""
    assert [one.title for one in two_speeches().walk()] == list("1234567")


def test_a_speech_walks_its_own_items() -> None:
    """Nothing of the other speech."""
    assert [[one.title for one in speech.walk()] for speech in two_speeches().speeches] == [list("12345"), list("67")]


def test_an_item_walks_itself_first() -> None:
    """Then what is below it, and nothing beside it."""
    assert [one.title for one in two_speeches().speeches[0].children[0].walk()] == list("1234")


def test_walking_changes_nothing() -> None:
    """A second walk is as the first."""
    one = two_speeches()
    before = one.to_dict()
    list(one.walk())

    assert one.to_dict() == before


def test_keys_stand_in_the_documented_order() -> None:
    """Of an outline, a speech and an item."""
    found = two_speeches().to_dict()
    first = found["speeches"][0]

    assert " ".join(found) == OUTLINE_KEYS
    assert " ".join(first) == SPEECH_KEYS
    assert " ".join(first["children"][0]["children"][0]) == ITEM_KEYS


def test_every_field_is_written() -> None:
    """Each under its own name, with its own value."""
    one = Item("第一，", "di", 1, 2, "3.1", "学", "习", 4, 5, 6, 7, 8)
    whole = Speech("甲", 0, 1, 9, "同志们：", "开头", 2, 0, [], "谢谢")

    assert one.to_dict() == {name: getattr(one, name) for name in ITEM_KEYS.split()}
    assert whole.to_dict() == {name: getattr(whole, name) for name in SPEECH_KEYS.split()}


def test_an_outline_of_nothing() -> None:
    """The version is there, and spans are lists, as JSON has them."""
    assert Outline(3, outside=[(0, 3)]).to_dict() == {
        "version": VERSION,
        "source": None,
        "encoding": None,
        "length": 3,
        "error": None,
        "speeches": [],
        "outside": [[0, 3]],
    }


def test_children_keep_their_order() -> None:
    """Siblings are written as they stand, on every level."""
    first = two_speeches().to_dict()["speeches"][0]

    assert [one["title"] for one in first["children"]] == ["1", "5"]
    assert [one["title"] for one in first["children"][0]["children"]] == ["2", "4"]


def test_depth_knows_no_limit() -> None:
    """An outline deeper than the interpreter recurses is walked and written."""
    deep = ladder(3000)
    assert sum(1 for _ in deep.walk()) == 3000

    level, children = 0, deep.to_dict()["speeches"][0]["children"]
    while children:
        level, children = level + 1, children[0]["children"]
    assert level == 3000


def test_items_are_plain_data() -> None:
    """They are copied, pickled and compared like any dataclass, compiled or not."""
    one = next(parse("一、抓学习\n（一）读原文\n二、抓落实\n").walk())

    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == copy.copy(one) == one  # noqa: S301 -- made here
    assert dataclasses.replace(one, title="学") != one
    assert [field.name for field in dataclasses.fields(one)] == ITEM_KEYS.split()


def test_parse_shows_how_it_is_called() -> None:
    """Who asks for help in a shell sees the parameters, compiled or not."""
    assert list(inspect.signature(parse).parameters) == ["text", "families"]
