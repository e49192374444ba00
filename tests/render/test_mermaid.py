"""Mind maps, read and drawn by mermaid itself in Chromium."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from speechparse.render.labels import label
from speechparse.render.mermaid import render
from speechparse.render.visible import visible
from tests.outlines import item, ladder, outline, speech
from tests.render.samples import ATTACKS, NESTED, PAGE, Nested, nested, parsed
from tests.render.web.packages import package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

READ = """\
async (map) => {
  await mermaid.parse(map);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(map);
  const of = (node) => [node.descr, node.children.map(of)];
  return of(diagram.db.getMindmap());
}
"""

DRAW = """\
async (map) => {
  document.body.innerHTML = (await mermaid.render("map", map)).svg;
  return [...document.querySelectorAll(".mindmap-node, .node")].map((node) => node.textContent);
}
"""


@pytest.fixture(scope="module")
def mermaid(browser: Browser) -> Iterator[Callable[[str, str], Any]]:
    """Return a function that runs a script on a map, in a page with mermaid."""
    script = package("mermaid/dist/mermaid.min.js")
    page = browser.new_page()
    page.add_script_tag(path=script)
    page.evaluate("mermaid.initialize({startOnLoad: false})")
    yield page.evaluate
    page.close()


def _read(found: list[Any]) -> Nested:
    """Return what mermaid read; characters that were written by their numbers stand there in its own way."""
    name, below = found
    return [
        (
            re.sub("ﬂ°°([0-9]+)¶ß", lambda match: chr(int(match[1])), name),
            [one for child in below for one in _read(child)],
        )
    ]


def test_nodes_are_the_outline(mermaid: Callable[[str, str], Any]) -> None:
    """The speech is the root."""
    parse = parsed(NESTED)

    found = _read(mermaid(READ, render(parse, NESTED).decode()))

    expected = nested(parse.speeches[0].children, lambda one: label(one, NESTED))
    assert found == [("在全区作风建设推进会上的讲话", expected)]


def test_several_speeches_hang_on_the_document(mermaid: Callable[[str, str], Any]) -> None:
    """A map has one root."""
    [(name, speeches)] = _read(mermaid(READ, render(parsed(PAGE), PAGE).decode()))

    assert name == "speech"
    assert [title[:3] for title, _ in speeches] == ["篇1：", "篇2：", "篇3："]


def test_nothing_in_a_title_is_syntax(mermaid: Callable[[str, str], Any]) -> None:
    """The attacks are drawn as the words that they are."""
    made = outline(speech("攻击", *(item("一、", attack) for attack in ATTACKS)))

    [(_, below)] = _read(mermaid(READ, render(made, "").decode()))
    drawn = mermaid(DRAW, render(made, "").decode())

    expected = [visible(f"一、{attack}").strip() for attack in ATTACKS]
    assert [name for name, _ in below] == expected
    assert sorted("".join(name.split()) for name in drawn) == sorted(
        "".join(name.split()) for name in ["攻击", *expected]
    )
    assert mermaid("() => window.struck", "") is None


def test_the_deepest_outline(mermaid: Callable[[str, str], Any]) -> None:
    """All levels are read."""
    at = _read(mermaid(READ, render(ladder(32), "").decode()))
    depth = 0
    while at:
        [(_, at)] = at
        depth += 1

    assert depth == 33
