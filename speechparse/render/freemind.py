"""The outline as a FreeMind map (.mm): titles as nodes, bodies as notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.render.labels import document_name, label, speech_name
from speechparse.render.paragraphs import Paragraphs
from speechparse.render.xml import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline, Speech


def render(outline: Outline, text: str) -> bytes:
    """Return the map: its root is the speech, or, where there are several or none, the document."""
    paragraphs = Paragraphs(text)
    # FreeMind's own files have no XML declaration, and its older versions trip over one.
    pieces = ['<map version="1.0.1">\n']
    if len(outline.speeches) == 1:
        pieces += _speech(outline.speeches[0], outline, text, paragraphs)
    else:
        pieces.append(f"<node {_text(document_name(outline))}>\n")
        for speech in outline.speeches:
            pieces += _speech(speech, outline, text, paragraphs)
        pieces.append("</node>\n")
    pieces.append("</map>\n")
    # References to characters are read in any encoding, and FreeMind reads the encoding of the machine.
    return "".join(pieces).encode("ascii", "xmlcharrefreplace")


def _speech(speech: Speech, outline: Outline, text: str, paragraphs: Paragraphs) -> Iterator[str]:
    yield f"<node {_text(speech_name(speech, outline))}>\n"
    yield _note(paragraphs.before(speech) + paragraphs.after(speech))
    yield from _items(speech.children, text, paragraphs)
    yield "</node>\n"


def _items(items: list[Item], text: str, paragraphs: Paragraphs) -> Iterator[str]:
    arrays = [iter(items)]
    while arrays:
        item = next(arrays[-1], None)
        if item is None:
            arrays.pop()
            if arrays:
                yield "</node>\n"
            continue
        note = _note(paragraphs.of_item(item))
        if note or item.children:
            yield f"<node {_text(label(item, text))}>\n{note}"
            arrays.append(iter(item.children))
        else:
            yield f"<node {_text(label(item, text))}/>\n"


def _text(title: str) -> str:
    return f'TEXT="{escaped(title)}"'


def _note(paragraphs: list[str]) -> str:
    if not paragraphs:
        return ""
    body = "".join(f"<p>{escaped(paragraph)}</p>" for paragraph in paragraphs)
    return f'<richcontent TYPE="NOTE"><html><head/><body>{body}</body></html></richcontent>\n'
