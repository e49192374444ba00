"""Web pages: the text of the article, without what frames it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.readers.charset import decode_page
from speechparse.readers.html_chrome import frame_of, survey
from speechparse.readers.html_lines import Lines, walk
from speechparse.readers.html_tree import parse_html

if TYPE_CHECKING:
    from speechparse.readers.html_tree import Node


def read_html(data: bytes, encoding: str | None) -> tuple[str, str, tuple[str, ...]]:
    """Return the text of a page, the name of its encoding, and what was amiss; raise ReadError."""
    page = decode_page(data, encoding)
    notes = (f"{page.lost} characters are no {page.encoding} and shown as \ufffd",) if page.lost else ()
    return text_of(parse_html(page.text)), page.encoding, notes


def text_of(root: Node) -> str:
    """Return the lines of a page's text, each ended by a line feed."""
    facts = survey(root)
    lines = Lines({node: known.first for node, known in facts.items() if node.tag == "li" and known.first})
    for node, text in walk(root, frame_of(root, facts)):
        lines.take(node, text)
    return lines.text()
