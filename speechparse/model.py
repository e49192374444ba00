"""The outline: what a text is parsed into.

All offsets count code points of the decoded text as it stands in the file (a byte order mark is not part of it).
The spans tile the text: every character lies in exactly one of `Outline.outside`, a speech's head (before its first
item), an item's own part (its span less its children's) or a speech's closing (after its last item).
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION: Final = 1
"""Of the JSON: rises only when a field is removed or changes its meaning."""

MAX_DEPTH: Final = 32
"""Levels of items; what would go deeper stays on the last level."""


@dataclass(slots=True, init=False)
class Item:
    """One numbered point and all that belongs to it."""

    marker: str
    """The exact slice of the text, with its punctuation: `第一，` `一、` `（一）` `一是`."""
    family: str
    """A name from the table of families."""
    ordinal: int
    """What the marker says; for 最后 its place in the run, for 另一方面 2."""
    level: int
    """1 for the speech's own children, 2 for theirs."""
    path: str
    """The places among siblings, from the top: `3.2.1`."""
    title: str
    """The heading without its marker; line breaks inside it are joined."""
    text: str
    """The item's own body, without title and children: its pieces, trimmed, joined by a line feed."""
    announced: int | None
    """How many points the text before the children announces (讲三点意见: 3)."""
    line: int
    """The line of `start`, from 1."""
    start: int
    """The first character of the marker."""
    title_end: int
    """After the title's last character."""
    end: int
    """After the last character of the item's scope."""
    children: list[Item]

    def __init__(  # noqa: PLR0913, PLR0917 -- the fields in their order; written out, since what is generated is not compiled
        self,
        marker: str,
        family: str,
        ordinal: int,
        level: int,
        path: str,
        title: str,
        text: str,
        announced: int | None,
        line: int,
        start: int,
        title_end: int,
        end: int,
        children: list[Item] | None = None,
    ) -> None:
        """Take the fields."""
        self.marker = marker
        self.family = family
        self.ordinal = ordinal
        self.level = level
        self.path = path
        self.title = title
        self.text = text
        self.announced = announced
        self.line = line
        self.start = start
        self.title_end = title_end
        self.end = end
        self.children = [] if children is None else children

    def __reduce__(self) -> tuple[type[Item], tuple[object, ...]]:
        """Say how a copy is made: by the constructor, since a compiled class makes nothing without its arguments."""
        return Item, tuple([getattr(self, one.name) for one in fields(self)])

    def walk(self) -> Iterator[Item]:
        """Yield this item and all below it, in the order of the text."""
        stack = [self]
        while stack:
            item = stack.pop()
            yield item
            stack.extend(reversed(item.children))

    def to_dict(self) -> dict[str, Any]:
        """Return the item as the JSON has it, children included."""
        top: list[dict[str, Any]] = []
        stack = [(self, top)]
        while stack:
            item, siblings = stack.pop()
            children: list[dict[str, Any]] = []
            siblings.append(
                {
                    "marker": item.marker,
                    "family": item.family,
                    "ordinal": item.ordinal,
                    "level": item.level,
                    "path": item.path,
                    "title": item.title,
                    "text": item.text,
                    "announced": item.announced,
                    "line": item.line,
                    "start": item.start,
                    "title_end": item.title_end,
                    "end": item.end,
                    "children": children,
                }
            )
            stack.extend((child, children) for child in reversed(item.children))
        return top[0]


@dataclass(slots=True)
class Speech:
    """One speech of a page."""

    title: str | None
    """The title line, or None where the text has none."""
    start: int
    """Where the speech begins: its title, or its first character."""
    title_end: int
    """After the title's last character; `start` where there is no title."""
    end: int
    """After the speech's last character; what follows is another speech or outside."""
    salutation: str | None
    """同志们：, as it stands."""
    preamble: str | None
    """What stands between the salutation (or the title) and the first item, trimmed."""
    announced: int | None
    """How many points the head announces."""
    duplicate_of: int | None
    """The index of the first speech of this page with the same body, titles aside."""
    children: list[Item] = field(default_factory=list)
    closing: str | None = None
    """What follows the last item, trimmed: 同志们！…谢谢大家。"""

    def walk(self) -> Iterator[Item]:
        """Yield every item, in the order of the text."""
        stack = self.children[::-1]
        while stack:
            item = stack.pop()
            yield item
            if item.children:
                stack += item.children[::-1]

    def to_dict(self) -> dict[str, Any]:
        """Return the speech as the JSON has it."""
        return {
            "title": self.title,
            "start": self.start,
            "title_end": self.title_end,
            "end": self.end,
            "salutation": self.salutation,
            "preamble": self.preamble,
            "announced": self.announced,
            "duplicate_of": self.duplicate_of,
            "children": [child.to_dict() for child in self.children],
            "closing": self.closing,
        }


@dataclass(slots=True)
class Outline:
    """What one text holds: its speeches, and the page text in none of them."""

    length: int
    """Code points of the text."""
    speeches: list[Speech] = field(default_factory=list)
    outside: list[tuple[int, int]] = field(default_factory=list)
    """Spans in no speech: menus, source lines, footers."""
    source: str | None = None
    """The path that was read, or None."""
    encoding: str | None = None
    """How the bytes were read: `utf-8`, `gb18030` and so on; None for text in memory and for binary formats."""
    error: str | None = None
    """Why there is no outline, in a record of a file that failed."""

    def walk(self) -> Iterator[Item]:
        """Yield every item of every speech, in the order of the text."""
        for speech in self.speeches:
            yield from speech.walk()

    def to_dict(self) -> dict[str, Any]:
        """Return the outline as the JSON has it, keys in the documented order."""
        return {
            "version": VERSION,
            "source": self.source,
            "encoding": self.encoding,
            "length": self.length,
            "error": self.error,
            "speeches": [speech.to_dict() for speech in self.speeches],
            "outside": [list(span) for span in self.outside],
        }
