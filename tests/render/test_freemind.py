"""FreeMind maps, read back by expat and by a converter for such maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from speechparse.render.freemind import render
from speechparse.render.labels import label
from speechparse.render.visible import visible
from tests.outlines import item, ladder, outline, outlines, speech
from tests.render.samples import ATTACKS, NESTED, PAGE, nested, parsed
from tests.render.trees import read, tree

if TYPE_CHECKING:
    from speechparse.model import Outline


def test_one_speech_is_the_root() -> None:
    """Its items are the branches."""
    parse = parsed(NESTED)

    root = read(render(parse, NESTED))

    assert (root.tag, root.attrib["version"]) == ("map", "1.0.1")
    expected = nested(parse.speeches[0].children, lambda one: label(one, NESTED))
    assert tree(root, "node", "TEXT") == [("在全区作风建设推进会上的讲话", expected)]


def test_several_speeches_hang_on_the_document() -> None:
    """A map has one root."""
    [(name, speeches)] = tree(read(render(parsed(PAGE, "pages/all.txt"), PAGE)), "node", "TEXT")

    assert name == "all"
    assert [title[:3] for title, _ in speeches] == ["篇1：", "篇2：", "篇3："]


def test_notes_hold_the_text() -> None:
    """As FreeMind keeps notes: paragraphs of HTML."""
    root = read(render(parsed(NESTED), NESTED))

    note = root.find(".//node[@TEXT='（一）主体责任要到位']/richcontent[@TYPE='NOTE']/html/body")

    assert note is not None
    assert [one.text for one in note.findall("p")] == ["党组书记是第一责任人，重要工作亲自部署。"]


def test_a_converter_reads_the_same() -> None:
    """Its PlantUML has a line a node, with a star a level."""
    converter = pytest.importorskip("mindmapconverter", reason="mindmapconverter is not installed")
    parse = parsed(NESTED)

    found = converter.MindMapConverter().freemind_to_plantuml(render(parse, NESTED).decode("ascii"))

    expected = [f"{'*' * (one.level + 1)} {label(one, NESTED)}" for one in parse.walk()]
    assert found.splitlines() == ["@startmindmap", "* 在全区作风建设推进会上的讲话", *expected, "@endmindmap"]


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_nothing_in_a_text_is_markup(attack: str) -> None:
    """Titles come back as they were, but for what XML cannot hold."""
    made = outline(speech(attack, item("一、", attack, text=attack)))

    nodes = list(read(render(made, "")).iter("node"))

    allowed = visible(attack).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert [one.attrib["TEXT"] for one in nodes] == [allowed, f"一、{allowed}"]


@given(outlines())
def test_always_well_formed(made: Outline) -> None:
    """Whatever is in the fields: ASCII, with one root."""
    document = render(made, "")

    assert document.isascii()
    assert len(read(document).findall("node")) == 1


def test_the_deepest_outline() -> None:
    """No recursion is used up by its levels."""
    assert len(list(read(render(ladder(32), "")).iter("node"))) == 33
