"""Word documents: the text that a reader sees, with automatic numbers written out.

Left out is what is not the speech: notes, comments, headers and footers, hidden and deleted text, a generated table of
contents. Tracked changes count as accepted. A paragraph is a line; the cells of a table's row stand in one line with
tabs between them, or below each other where one of them has several lines.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from speechparse.errors import ReadError
from speechparse.readers.archive import WHOLE_COPY, Archive
from speechparse.readers.docx_text import Fields, is_removed, text_of
from speechparse.readers.numbering import Counter, Numbering, read_numbering, value_of
from speechparse.readers.styles import Place, Styles, read_place, read_styles
from speechparse.readers.tables import row_lines
from speechparse.readers.xmlparts import SAVE_AGAIN, parse_part, replay, stream_part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_SKIPPED: Final = frozenset(("mc-Fallback", "del", "moveFrom"))
"""What lies around paragraphs and is not shown: the other half of an alternative, what was deleted."""


def read_docx(data: bytes) -> str:
    """Return the text of a .docx file; raise ReadError where it is damaged, locked or made to do harm."""
    package = _Package(Archive(data))
    styles = package.part("styles")
    numbering = package.part("numbering")
    body = _Body(
        Styles() if styles is None else read_styles(styles),
        Numbering() if numbering is None else read_numbering(numbering),
    )
    stream_part(package.main(), body)
    return body.text()


class _Package:
    """The parts of a document, found by the relationships between them."""

    __slots__ = ("_archive", "_main")

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._main = self._target("", "officeDocument") or "word/document.xml"

    def main(self) -> bytes:
        """Return the document itself."""
        data = self._archive.read(self._main)
        if data is None:
            raise ReadError("no Word document: the archive has no text in it", WHOLE_COPY)
        return data

    def part(self, kind: str) -> Element | None:
        """Return a part that the document refers to, or None."""
        name = self._target(self._main, kind)
        data = self._archive.read(name) if name else None
        return None if data is None else parse_part(data)

    def _target(self, source: str, kind: str) -> str | None:
        """Return the name of the part of a kind that another part refers to; what lies outside is never followed."""
        folder, name = posixpath.split(source)
        data = self._archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        if data is None:
            return None
        for relation in parse_part(data):
            if (relation.get("Type") or "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
        return None


class _Body:
    """Takes the document piece by piece and keeps its lines."""

    __slots__ = ("_carried", "_counter", "_fields", "_lines", "_numbering", "_removed", "_rows", "_skip", "_styles")

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._counter = Counter(numbering, styles.list_of)
        self._fields = Fields()
        self._lines: list[list[str]] = [[]]
        self._rows: list[list[list[str]]] = []
        self._removed: list[bool] = []
        self._skip = 0
        self._carried = ""

    def text(self) -> str:
        """Return the lines so far."""
        self._drop_carried()
        return "".join(f"{line}\n" for line in self._lines[0])

    def open(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - as every sink
        """Take the start of what is no paragraph: a table and its parts, above all."""
        if self._skip or tag in _SKIPPED:
            self._skip += 1
            if self._skip == 1 and tag == "del" and self._removed:
                self._removed[-1] = True
        elif tag == "tr":
            self._rows.append([])
            self._removed.append(False)
        elif tag == "tc":
            self._lines.append([])
        elif tag == "altChunk":
            raise ReadError("its text is a file of another format inside it", SAVE_AGAIN)

    def close(self, tag: str) -> None:
        """Take its end."""
        if self._skip:
            self._skip -= 1
        elif tag == "tc":
            self._drop_carried()
            cell = self._lines.pop()
            if self._rows:
                self._rows[-1].append(cell)
        elif tag == "tr":
            cells = self._rows.pop()
            if not self._removed.pop():
                self._lines[-1].extend(row_lines(cells))

    def paragraph(self, element: Element) -> None:
        """Take a paragraph: count it, and keep its text and that of the boxes anchored in it."""
        if self._skip or (self._removed and self._removed[-1]):
            return
        properties = element.find("pPr")
        boxes: list[Element] = []
        text = self._carried + text_of(element, self._fields, boxes)
        self._carried = ""
        if is_removed(properties):
            self._carried = text
        elif not self._is_left_out(properties, text):
            self._lines[-1].extend((self._number(properties) + text).split("\n"))
        for box in boxes:
            self._lines[-1].extend(self._story(box))

    def _is_left_out(self, properties: Element | None, text: str) -> bool:
        """Whether nobody reads it as part of the text: a line of the contents, or a paragraph hidden altogether."""
        if properties is None:
            return False
        hidden = not text and properties.find("rPr/vanish") is not None
        return hidden or self._styles.is_contents(value_of(properties.find("pStyle")))

    def _story(self, box: Element) -> Iterator[str]:
        """Return the lines of a text box, whose lists count for themselves."""
        story = _Body(self._styles, self._numbering)
        replay(box, story)
        return iter(story.text().split("\n")[:-1])

    def _number(self, properties: Element | None) -> str:
        """Return the automatic number of a paragraph, or nothing."""
        style = None if properties is None else value_of(properties.find("pStyle"))
        own = read_place(None if properties is None else properties.find("numPr"))
        place = self._place(own, style)
        if place.list_id in {None, "0"}:
            return ""
        return self._counter.number(place.list_id or "", place.level or 0)

    def _place(self, own: Place, style_id: str | None) -> Place:
        """Return the list and level of a paragraph from what it says itself and what its styles say."""
        if own.list_id is not None:
            return Place(own.list_id, own.level or 0)
        for name, style in self._styles.chain(style_id):
            if style.place.list_id is not None:
                level = own.level if own.level is not None else self._level_of(style_id or name, name, style.place)
                return Place(style.place.list_id, level)
        return Place()

    def _level_of(self, used: str, defined: str, place: Place) -> int:
        """Return the level of a style in its list: the one that names the style counts more than the style itself."""
        levels = self._counter.levels(place.list_id or "")
        for name in (used, defined):
            for index, level in sorted(levels.items()):
                if level.style == name:
                    return index
        return place.level or 0

    def _drop_carried(self) -> None:
        """Keep the text of a paragraph whose mark was deleted although none follows that could take it."""
        if self._carried:
            self._lines[-1].extend(self._carried.split("\n"))
            self._carried = ""
