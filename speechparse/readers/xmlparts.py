"""Parts of an Office file as XML, read so that a hostile file can do nothing but be refused.

An Office part has no document type (ECMA-376 part 2, 8.1.4): where there is one, it is an entity bomb or wants a file
of this machine, and the part is refused before it is expanded. Names are shortened: those of WordprocessingML lose
their namespace, transitional or strict, others get a prefix.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol
from xml.etree.ElementTree import TreeBuilder
from xml.parsers import expat

from speechparse.errors import ReadError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_TAGS: Final = 3_000_000
"""Angle brackets in one part; a book of a million characters has about two million."""
MAX_DEPTH: Final = 256
"""Elements inside each other."""
MAX_INSIDE: Final = 300_000
"""Elements that are held at once: those of one paragraph, or of a part that is read whole."""

SAVE_AGAIN: Final = "open it in Word or WPS and save it again as .docx"

_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc-",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m-",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m-",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel-",
}
_SEPARATOR: Final = "\n"
"""Between a namespace and a name: neither holds it."""


class Sink(Protocol):
    """What takes the elements of a part as they come."""

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element that is in no paragraph."""

    def close(self, tag: str) -> None:
        """Take its end."""

    def paragraph(self, element: Element) -> None:
        """Take a whole paragraph."""


def parse_part(data: bytes) -> Element:
    """Return the root element of a part; raise ReadError where it is no sound XML or asks for too much."""
    root = _Root()
    _feed(data, _Handlers(root, unit=None))
    return root.elements[0]


def stream_part(data: bytes, sink: Sink) -> None:
    """Hand a part over paragraph by paragraph, so that its size costs no memory; raise as `parse_part` does."""
    _feed(data, _Handlers(sink, unit="p"))


def replay(element: Element, sink: Sink) -> None:
    """Hand over what is inside an element just as `stream_part` would."""
    for child in element:
        if child.tag == "p":
            sink.paragraph(child)
        else:
            sink.open(child.tag, child.attrib)
            replay(child, sink)
            sink.close(child.tag)


class _Root:
    """Keeps the one element that a whole part is."""

    __slots__ = ("elements",)

    def __init__(self) -> None:
        self.elements: list[Element] = []

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Never called: the root is the unit."""

    def close(self, tag: str) -> None:
        """Never called either."""

    def paragraph(self, element: Element) -> None:
        """Keep it."""
        self.elements.append(element)


class _Handlers:
    """What expat calls: builds a tree of each unit, and passes on what lies around them."""

    __slots__ = ("_builder", "_depth", "_inside", "_outer", "_sink", "_unit")

    def __init__(self, sink: Sink, unit: str | None) -> None:
        self._sink = sink
        self._unit = unit
        self._builder: TreeBuilder | None = None
        self._depth = 0
        self._outer = 0
        self._inside = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ReadError(f"its elements are nested more than {MAX_DEPTH} deep", SAVE_AGAIN)
        tag = _short(name)
        named = {_short(key): value for key, value in attributes.items()} if attributes else {}
        if self._builder is None:
            if self._unit not in {tag, None}:
                self._sink.open(tag, named)
                return
            self._builder, self._outer, self._inside = TreeBuilder(), self._depth, 0
        self._inside += 1
        if self._inside > MAX_INSIDE:
            raise ReadError(f"one piece of it has more than {MAX_INSIDE:,} elements", SAVE_AGAIN)
        self._builder.start(tag, named)

    def end(self, name: str) -> None:
        tag = _short(name)
        if self._builder is None:
            self._sink.close(tag)
        else:
            self._builder.end(tag)
            if self._depth == self._outer:
                element = self._builder.close()
                self._builder = None
                self._sink.paragraph(element)
        self._depth -= 1

    def data(self, text: str) -> None:
        if self._builder is not None:
            self._builder.data(text)


def _feed(data: bytes, handlers: _Handlers) -> None:
    """Run expat over a part; whatever it does not like becomes a ReadError."""
    tags = data.count(b"<")
    if tags > MAX_TAGS:
        raise ReadError(f"too big: {tags:,} tags in one part, at most {MAX_TAGS:,} are read", "split the document")
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.CharacterDataHandler = handlers.data
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise ReadError(f"damaged: its XML cannot be read ({error})", SAVE_AGAIN) from None


def _refuse_doctype(*_: object) -> None:
    raise ReadError("unsafe: its XML declares a document type, which no Office file may", SAVE_AGAIN)


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    """Return a name without its namespace, or with the prefix that stands for it."""
    namespace, _, local = name.rpartition(_SEPARATOR)
    return (_PREFIXES.get(namespace, "?-") if namespace else "") + local
