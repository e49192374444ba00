"""Styles of a Word document, as far as they number paragraphs or tell what a paragraph is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from speechparse.readers.numbering import level_index, number_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_CONTENTS: Final = re.compile(r"(?:toc|contents) (?:[1-9]|heading)", re.IGNORECASE)
"""Names of the styles that a table of contents is written in, whatever the language of Word."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph or a style says that it is in a list; None where it does not say."""

    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """One style."""

    name: str
    based_on: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    """The style of paragraphs that name none."""

    def chain(self, style_id: str | None) -> Iterator[tuple[str, Style]]:
        """Yield a style and those it is based on; the default style where none is named."""
        seen: set[str] = set()
        current = style_id if style_id in self.styles else self.default
        while current is not None and current in self.styles and current not in seen:
            seen.add(current)
            yield current, self.styles[current]
            current = self.styles[current].based_on

    def list_of(self, style_id: str) -> str | None:
        """Return the list that a numbering style refers to."""
        return self.styles[style_id].place.list_id if style_id in self.styles else None

    def is_contents(self, style_id: str | None) -> bool:
        """Whether a paragraph in this style is a line of a table of contents."""
        return any(_CONTENTS.fullmatch(style.name) for _, style in self.chain(style_id))


def read_styles(root: Element) -> Styles:
    """Return the styles of `styles.xml`."""
    styles: dict[str, Style] = {}
    default = None
    for element in root.iterfind("style"):
        style_id = element.get("styleId") or ""
        styles[style_id] = Style(
            name=value_of(element.find("name")) or "",
            based_on=value_of(element.find("basedOn")),
            place=read_place(element.find("pPr/numPr")),
        )
        if element.get("type") == "paragraph" and element.get("default") in {"1", "true", "on"}:
            default = style_id
    return Styles(styles, default)


def read_place(element: Element | None) -> Place:
    """Return what a `w:numPr` says."""
    if element is None:
        return Place()
    level = number_of(element.find("ilvl"))
    list_id = value_of(element.find("numId"))
    return Place(list_id and list_id.strip(), None if level is None else level_index(level))
