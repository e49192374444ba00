"""A tree of HTML → lines as a browser shows them: white space, line breaks, tables, numbers of lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from speechparse.readers.html_lists import item_numbers, numbers_itself
from speechparse.readers.tables import row_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechparse.readers.html_tree import Node

BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noscript ol optgroup "
    "option p plaintext pre search section summary table tbody tfoot thead tr ul xmp td th".split()
)
"""Elements that begin and end lines."""

UNSEEN: Final = frozenset(
    "script style template head iframe object embed svg math canvas audio video map select datalist button textarea "
    "input noscript noembed noframes rt rp applet".split()
)
"""Elements that hold no text of the page."""

_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d\u2026\u2014①-⑳"
_SEAM: Final = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
"""A line break of the source between wide characters: CSS Text 3, 4.1.3 has it vanish."""
_ZERO_WIDTH: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def walk(root: Node, skipped: Callable[[Node], bool]) -> Iterator[tuple[Node, str | None]]:
    """Yield a page in its order: an element with None at its start and at its end, or with each text inside it."""
    opened: list[tuple[Node, Iterator[Node | str]]] = [(root, iter(root.children))]
    yield root, None
    while opened:
        node, rest = opened[-1]
        child = next(rest, None)
        if child is None:
            opened.pop()
            yield node, None
        elif isinstance(child, str):
            yield node, child
        elif child.tag not in UNSEEN and not skipped(child):
            opened.append((child, iter(child.children)))
            yield child, None


def plain_line(pieces: list[str]) -> str:
    """Return the text between two line breaks with white space as a browser has it."""
    text = "".join(pieces)
    if "\n" in text:
        text = _SEAM.sub("", text)
    text = _SPACES.sub(" ", text).strip(" ").replace("\xa0", " ")
    return _ZERO_WIDTH.sub("", text).rstrip()


class Lines:
    """Collects the lines of a page while it is walked through."""

    __slots__ = ("_first", "_numbers", "_open", "_pending", "_pieces", "_pre", "_rows", "_stack")

    def __init__(self, first_lines: dict[Node, str]) -> None:
        """Begin; `first_lines` gives the first line of each item of a list."""
        self._first = first_lines
        self._stack: list[list[str]] = [[]]
        self._rows: list[list[list[str]]] = []
        self._open: set[Node] = set()
        self._pieces: list[str] = []
        self._pending: list[str] = []
        self._numbers: dict[Node, str] = {}
        self._pre = 0

    def take(self, node: Node, text: str | None) -> None:
        """Take one step of `walk`."""
        if text is not None:
            self._text(text)
        elif node.tag == "br":
            if node not in self._open:
                self._open.add(node)
                self._flush()
        elif node.tag in BLOCKS:
            self._flush()
            if node in self._open:
                self._end(node)
            else:
                self._open.add(node)
                self._start(node)

    def text(self) -> str:
        """Return what was collected."""
        self._flush()
        return "".join(f"{line}\n" for line in self._stack[0])

    def _text(self, text: str) -> None:
        if not self._pre:
            self._pieces.append(text)
            return
        *lines, rest = text.split("\n")
        for line in lines:
            self._pieces.append(line)
            self._flush()
        self._pieces.append(rest)

    def _start(self, node: Node) -> None:
        match node.tag:
            case "ol":
                numbers = item_numbers(node)
                if not numbers_itself(self._first[item] for item in numbers if item in self._first):
                    self._numbers.update(numbers)
            case "li" if node in self._numbers and node in self._first:
                self._pending.append(self._numbers[node])
            case "tr":
                self._rows.append([])
            case "td" | "th":
                self._stack.append([])
            case "pre" | "listing" | "xmp" | "plaintext":
                self._pre += 1

    def _end(self, node: Node) -> None:
        match node.tag:
            case "tr":
                self._stack[-1].extend(row_lines(self._rows.pop()))
            case "td" | "th":
                cell = self._stack.pop()
                if self._rows:
                    self._rows[-1].append(cell)
                else:
                    self._stack[-1].extend(cell)
            case "pre" | "listing" | "xmp" | "plaintext":
                self._pre -= 1

    def _flush(self) -> None:
        """End the line."""
        line = plain_line(self._pieces)
        self._pieces.clear()
        if line.strip():
            numbers = "".join(self._pending)
            self._pending.clear()
            self._stack[-1].append(numbers + (line.lstrip("\u3000 ") if numbers else line))
