"""OPML, read back by expat and by the reader of the format's author."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from speechparse.render.labels import label
from speechparse.render.opml import render
from speechparse.render.visible import visible
from tests.outlines import item, ladder, outline, outlines, speech
from tests.render.samples import ATTACKS, HOSTILE, NESTED, PAGE, nested, parsed
from tests.render.trees import read, tree
from tests.render.web.packages import package

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from speechparse.model import Outline

READ = """\
const opml = require(process.argv[1]);
const of = (node) => (node.subs ?? []).map((sub) => [sub.text, sub._note ?? null, of(sub)]);
opml.parse(require("fs").readFileSync(0, "utf-8"), (error, found) => {
  if (error) throw error;
  console.log(JSON.stringify(of(found.opml.body)));
});
"""


def test_outline_elements_are_the_outline() -> None:
    """Version 2.0, a title, and the items nested under their speech."""
    parse = parsed(NESTED)

    root = read(render(parse, NESTED))

    assert (root.tag, root.attrib["version"]) == ("opml", "2.0")
    assert root.findtext("head/title") == "speech"
    body = root.find("body")
    assert body is not None
    expected = nested(parse.speeches[0].children, lambda one: label(one, NESTED))
    assert tree(body, "outline", "text") == [("在全区作风建设推进会上的讲话", expected)]


def test_notes_hold_the_text() -> None:
    """A paragraph a line; an item without text has no note."""
    notes = {one.attrib["text"]: one.get("_note") for one in read(render(parsed(NESTED), NESTED)).iter("outline")}

    assert notes["（一）主体责任要到位"] == "党组书记是第一责任人，重要工作亲自部署。"
    speech_note = (notes["在全区作风建设推进会上的讲话"] or "").split("\n")
    assert speech_note[0] == "同志们："
    assert speech_note[-1] == "同志们，作风建设永远在路上。谢谢大家！"
    assert None in notes.values()


def test_the_author_of_the_format_reads_the_same() -> None:
    """Dave Winer's own package finds the same texts, notes and nesting."""
    node = package("opml")
    parse = parsed(PAGE)
    document = render(parse, PAGE)

    done = subprocess.run(["node", "-e", READ, node], input=document, capture_output=True, check=True, timeout=60)

    def subs(element: Element) -> list[object]:
        return [[one.attrib["text"], one.get("_note"), subs(one)] for one in element.findall("outline")]

    body = read(document).find("body")
    assert body is not None
    assert json.loads(done.stdout) == subs(body)


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_nothing_in_a_text_is_markup(attack: str) -> None:
    """Titles and notes come back as they were, but for what XML cannot hold."""
    made = outline(speech(attack, item("一、", attack, text=attack)))

    elements = list(read(render(made, "")).iter("outline"))

    allowed = visible(attack).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert [one.attrib["text"] for one in elements] == [allowed, f"一、{allowed}"]
    assert elements[1].attrib["_note"].replace("\n", "") in allowed.replace("\ufffd", "") or "\ufffd" in allowed


@given(outlines())
def test_always_well_formed(made: Outline) -> None:
    """Whatever is in the fields, with as many elements as there are speeches and items."""
    elements = list(read(render(made, "")).iter("outline"))

    assert len(elements) == len(made.speeches) + len(list(made.walk()))


def test_depth_and_hostile_text() -> None:
    """The deepest outline, and the attacks by way of the parser."""
    assert len(list(read(render(ladder(32), "")).iter("outline"))) == 33
    parse = parsed(HOSTILE)
    assert len(list(read(render(parse, HOSTILE)).iter("outline"))) == 1 + len(list(parse.walk()))
