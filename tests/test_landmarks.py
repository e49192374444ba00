"""What stands between two markers: addresses, looks back, unnumbered headings."""

from __future__ import annotations

import pytest

from speechparse.finds import Addresses, Backward, Finds, Vocatives
from speechparse.landmarks import Landmarks
from speechparse.subheadings import Subheadings

PAGE = (
    "\n一、修渠\n渠要修好。\n各位代表！渠修好了。\n尊敬的王总，请看。\n路也通了。\n这三点要记牢。\n同时，还存在不少问题。\n"
    "二、修路\n"
)
OWN = PAGE.index("修渠")
NEXT = PAGE.index("二、")


def landmarks(text: str) -> Landmarks:
    """Return the landmarks of a text whose lines open with no other markers than 一、 and 二、."""
    return Landmarks(text, frozenset(text.index(sign) for sign in ("一、", "二、")))


def test_address_in_a_line() -> None:
    """Where line breaks were lost, the audience may be addressed after the end of a sentence."""
    lost, kept = "\n路修好了。各位代表！水也通了。\n", "\n各位代表！路修好了。\n"

    assert Addresses(lost).stand_between(1, len(lost))
    assert not Addresses(lost).stand_between(lost.index("位"), len(lost))
    assert not Addresses(lost).stand_between(1, lost.index("！"))
    assert not Addresses(kept).stand_between(1, len(kept))


def test_paragraphs_that_address() -> None:
    """The paragraphs are found that open with people, or with a word of honour."""
    finds = Vocatives(PAGE)
    finds.read(1, len(PAGE))

    assert [PAGE[place:][:2] for place in finds.places] == ["各位", "尊敬"]


def test_paragraphs_that_look_back() -> None:
    """The paragraphs are found that count what was said, or turn to what is still amiss."""
    finds = Backward(PAGE)
    finds.read(1, len(PAGE))

    assert [PAGE[place:][:2] for place in finds.places] == ["这三", "同时"]


@pytest.mark.parametrize("kind", [Vocatives, Backward, Addresses])
def test_a_text_read_in_pieces(kind: type[Finds]) -> None:
    """What is found does not depend on how the text was read: from the middle, line by line, from its start again."""
    whole, pieces = kind(PAGE), kind(PAGE)
    lines = [at + 1 for at, char in enumerate(PAGE) if char == "\n"]
    whole.read(1, lines[-1])
    for begin in (lines[4], lines[2], 1):
        for line in lines[5:]:
            pieces.read(begin, line)

    assert pieces.places == whole.places


def test_what_stands_in_an_item() -> None:
    """Between two markers, but for the item's own text, the audience was addressed and the list was looked back on."""
    found = landmarks(PAGE)

    assert found.is_addressed(OWN, NEXT)
    assert found.is_concluded(OWN, NEXT)
    assert not found.is_addressed(PAGE.index("路也"), NEXT)
    assert not found.is_concluded(OWN, PAGE.index("路也"))


def test_what_is_the_items_own() -> None:
    """The paragraph below a heading is the item's own, whoever is addressed there; below a sentence it is not."""
    heading, sentence = "\n一、修渠\n各位代表！渠好了。\n二、修路\n", "\n一、渠修好了。\n各位代表！渠好了。\n二、修路\n"

    assert not landmarks(heading).is_addressed(heading.index("修渠"), heading.index("二、"))
    assert landmarks(sentence).is_addressed(sentence.index("渠"), sentence.index("二、"))


@pytest.mark.parametrize(
    ("between", "headed"),
    [
        ("渠修好了。\n下一步的打算\n先修路。\n", True),
        ("渠修好了。\n　\n　下一步的打算　\n\n先修路。\n", True),
        ("渠修好了。\n下一步的打算\n", True),
        ("渠修好了。\n下一步的打算\n先修路\n", False),
        ("渠修好了\n下一步的打算\n先修路。\n", False),
        ("渠修好了。\n下一步，打算\n先修路。\n", False),
        ("渠修好了。\n— 2 —\n先修路。\n", False),
        ("", False),
    ],
)
def test_unnumbered_heading(between: str, *, headed: bool) -> None:
    """A short line below a closed one is a heading, where prose follows it or nothing was read below it."""
    text = f"\n一、修渠。\n{between}二、修路\n"

    assert landmarks(text).is_headed(text.index("修渠"), text.index("二、")) is headed


def test_a_marked_line_is_no_unnumbered_heading() -> None:
    """A line that opens with a marker is an item, with a heading of its own."""
    text = "\n修渠。\n三 修路\n先修路。\n"

    assert Subheadings(text, frozenset()).stand_between(1, len(text) - 1)
    assert not Subheadings(text, frozenset([text.index("三")])).stand_between(1, len(text) - 1)
