"""Reads the speeches of fixtures/speeches and fixtures/short: a text and the tree drawn by hand beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

SPEECHES: Final = Path(__file__).resolve().parent.parent / "fixtures" / "speeches"
"""The folder of the whole speeches."""

SHORT: Final = SPEECHES.parent / "short"
"""The folder of the short ones."""

GAP: Final = "…"
NOTHING: Final = "-"
OUTSIDE: Final = "outside: "
HEAD: Final = re.compile(r"(salutation|preamble|announced|closing|duplicate_of): (.+)")
ITEM: Final = re.compile(
    r"(?P<indent> *)(?P<marker>\S+) (?P<title>.*?)"
    r" \| text (?P<text>.+?) \| end (?P<end>.+?)( \| announced (?P<count>\d+))?"
)


class SpeechFileError(Exception):
    """A tree that does not have the form of fixtures/README.md."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of text known by its first and last characters, or (where `last` is empty) whole."""

    first: str
    last: str = ""

    def __str__(self) -> str:
        """Return the quote as the tree writes it."""
        return f"{self.first}{GAP}{self.last}" if self.last else self.first

    def fits(self, text: str) -> bool:
        """Tell whether `text` is what is quoted, white space aside."""
        text, first, last = squeeze(text), squeeze(self.first), squeeze(self.last)
        if not last:
            return text == first
        return len(text) >= len(first) + len(last) and text.startswith(first) and text.endswith(last)


@dataclass(frozen=True, slots=True)
class ExpectedItem:
    """An item as drawn; a level is two spaces of indent, from 1."""

    level: int
    marker: str
    title: str
    text: Quote | None
    end: str
    announced: int | None

    @property
    def drawn(self) -> str:
        """Return the item's line of the tree: indent, marker, title."""
        return f"{'  ' * (self.level - 1)}{self.marker} {self.title}".rstrip()


@dataclass(frozen=True, slots=True)
class ExpectedSpeech:
    """A speech as drawn, its items in the order of the text."""

    title: str | None
    salutation: str | None
    preamble: Quote | None
    announced: int | None
    closing: Quote | None
    duplicate_of: int | None
    items: tuple[ExpectedItem, ...]


@dataclass(frozen=True, slots=True)
class ExpectedPage:
    """A text with its speeches and the page text in none of them."""

    text: str
    """The text as it stands in the file."""
    speeches: tuple[ExpectedSpeech, ...]
    outside: tuple[Quote, ...]


def tree_files() -> list[Path]:
    """Return the drawn trees of both folders, in the order of their names."""
    return [*sorted(SPEECHES.glob("*.tree")), *sorted(SHORT.glob("*.tree"))]


def read_page(tree: Path) -> ExpectedPage:
    """Return what is drawn in `tree` for the text beside it. Raises SpeechFileError where a line has no known form."""
    text = tree.with_suffix(".txt").read_bytes().decode("utf-8")
    return parse_tree(tree.read_text(encoding="utf-8"), text)


def parse_tree(tree: str, text: str) -> ExpectedPage:
    """Return what is drawn in `tree` for `text`. Raises SpeechFileError where a line has no known form."""
    lines = [line for line in tree.split("\n") if line]
    drawn = [line for line in lines if not line.startswith(OUTSIDE)]
    starts = [number for number, line in enumerate(drawn) if line.startswith("#")]
    if starts[:1] != [0]:
        raise SpeechFileError("a tree opens with `# title`")
    ends = [*starts[1:], len(drawn)]
    return ExpectedPage(
        text=text,
        speeches=tuple(_speech(drawn[start:end]) for start, end in zip(starts, ends, strict=True)),
        outside=tuple(_whole(line.removeprefix(OUTSIDE)) for line in lines if line.startswith(OUTSIDE)),
    )


def squeeze(text: str) -> str:
    """Return the text without white space: quotes do not say where lines break."""
    return "".join(text.split())


def _speech(lines: list[str]) -> ExpectedSpeech:
    head = {match[1]: match[2] for line in lines[1:] if (match := HEAD.fullmatch(line))}
    missing = {"salutation", "preamble", "announced", "closing"} - head.keys()
    if missing:
        raise SpeechFileError(f"{lines[0]}: no {', '.join(sorted(missing))}")
    salutation = head["salutation"]
    return ExpectedSpeech(
        title=lines[0].removeprefix("#").strip() or None,
        salutation=None if salutation == NOTHING else salutation,
        preamble=_quote(head["preamble"]),
        announced=_number(head["announced"]),
        closing=_quote(head["closing"]),
        duplicate_of=_number(head.get("duplicate_of", NOTHING)),
        items=_items(line for line in lines[1:] if not HEAD.fullmatch(line)),
    )


def _items(lines: Iterable[str]) -> tuple[ExpectedItem, ...]:
    items: list[ExpectedItem] = []
    for line in lines:
        item = _item(line)
        if item.level > (items[-1].level if items else 0) + 1:
            raise SpeechFileError(f"indented too far: {line}")
        items.append(item)
    return tuple(items)


def _item(line: str) -> ExpectedItem:
    match = ITEM.fullmatch(line)
    if match is None or len(match["indent"]) % 2:
        raise SpeechFileError(f"not an item: {line}")
    return ExpectedItem(
        level=len(match["indent"]) // 2 + 1,
        marker=match["marker"],
        title=match["title"],
        text=_quote(match["text"]),
        end=match["end"],
        announced=_number(match["count"] or NOTHING),
    )


def _quote(written: str) -> Quote | None:
    return None if written == NOTHING else _whole(written)


def _whole(written: str) -> Quote:
    first, _, last = written.partition(GAP)
    return Quote(first, last)


def _number(written: str) -> int | None:
    return None if written == NOTHING else int(written)
