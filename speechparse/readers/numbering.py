"""Word's automatic numbers: which list a paragraph is in, and the text of its number (ECMA-376 part 1, 17.9).

`numbering.xml` has list definitions (`w:abstractNum`) with up to nine levels, and instances of them (`w:num`) that may
override levels. All instances of one definition count on together: one that begins anew says so by `startOverride`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from speechparse.readers.number_formats import format_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

LEVELS: Final = 9
_PLACEHOLDER: Final = re.compile("%([1-9])")
_OFF: Final = frozenset(("0", "false", "off"))
_NUMBER: Final = re.compile(r"\s*(-?[0-9]{1,9})\s*")
_FALLBACK: Final = "mc-AlternateContent/mc-Fallback/numFmt"
_PADDED: Final = re.compile(r"\s*(0*1)\s*,")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 0
    format: str = "decimal"
    pad: int = 0
    """Digits that a decimal number is filled up to with zeros, by a custom format: 001."""
    text: str = ""
    """`w:lvlText`: %1 stands for the number of the first level."""
    gap: str = " "
    """What stands between the number and the text: a tab counts as a space."""
    restart: int | None = None
    """`w:lvlRestart`: 0 never restarts, 2 restarts after the second level or one above it; None after any above."""
    legal: bool = False
    """All numbers of this level's text are decimal."""
    style: str | None = None
    """The paragraph style that this level belongs to."""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Definition:
    """A list definition; where `link` names a numbering style, that style's list has the levels."""

    levels: dict[int, Level]
    link: str | None


@dataclass(frozen=True, slots=True)
class Instance:
    """A list that paragraphs refer to."""

    definition: str
    levels: dict[int, Level]
    """What it says otherwise than its definition."""
    starts: dict[int, int]
    """Where its levels begin anew."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists of a document, by the ids that the file uses."""

    definitions: dict[str, Definition] = field(default_factory=dict)
    instances: dict[str, Instance] = field(default_factory=dict)

    def levels(self, instance: Instance, linked: Callable[[str], str | None]) -> dict[int, Level]:
        """Return the levels of an instance; `linked` gives the instance that a numbering style refers to."""
        definition = self.definitions.get(instance.definition)
        if definition is None:
            return dict(instance.levels)
        levels = definition.levels
        if definition.link is not None and not levels:
            other = self.instances.get(linked(definition.link) or "")
            origin = self.definitions.get(other.definition) if other else None
            levels = {**origin.levels, **other.levels} if origin and other else {}
        return {**levels, **instance.levels}


def read_numbering(root: Element) -> Numbering:
    """Return the lists of `numbering.xml`."""
    return Numbering(
        definitions={_id(element, "abstractNumId"): _definition(element) for element in root.iterfind("abstractNum")},
        instances={_id(element, "numId"): _instance(element) for element in root.iterfind("num")},
    )


def value_of(element: Element | None) -> str | None:
    """Return what `w:val` of an element says, or None where there is no element or no value."""
    return None if element is None else element.get("val")


def number_of(element: Element | None) -> int | None:
    """Return the number that `w:val` says, or None where it says none."""
    found = _NUMBER.fullmatch(value_of(element) or "")
    return int(found[1]) if found else None


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and element.get("val", "1") not in _OFF


def _id(element: Element, name: str) -> str:
    return (element.get(name) or "").strip()


def _definition(element: Element) -> Definition:
    levels = {_index(level): _level(level) for level in element.iterfind("lvl")}
    return Definition(levels, value_of(element.find("numStyleLink")))


def _instance(element: Element) -> Instance:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterfind("lvlOverride"):
        level = override.find("lvl")
        start = number_of(override.find("startOverride"))
        if level is not None:
            levels[_index(override)] = _level(level)
        if start is not None:
            starts[_index(override)] = start
    return Instance((value_of(element.find("abstractNumId")) or "").strip(), levels, starts)


def _index(element: Element) -> int:
    text = (element.get("ilvl") or "0").strip()
    return level_index(int(text) if text.isascii() and text.isdigit() else 0)


def level_index(number: int) -> int:
    """Return the level that a number names, from 0; what is out of range is the nearest one."""
    return max(0, min(number, LEVELS - 1))


def _level(element: Element) -> Level:
    number_format, pad = _format(element)
    text = value_of(element.find("lvlText")) or ""
    return Level(
        start=number_of(element.find("start")) or 0,
        format=number_format,
        pad=pad,
        text=_words_of_bullet(text) if number_format == "bullet" else text,
        gap="" if value_of(element.find("suff")) == "nothing" else " ",
        restart=number_of(element.find("lvlRestart")),
        legal=is_on(element.find("isLgl")),
        style=value_of(element.find("pStyle")),
        shown=not is_on(element.find("rPr/vanish")),
    )


def _format(element: Element) -> tuple[str, int]:
    """Return the number format, and how many digits a custom one such as `001, 002, ...` has."""
    for path in ("mc-AlternateContent/mc-Choice/numFmt", "numFmt"):
        found = element.find(path)
        if found is not None and found.get("val") == "custom":
            padded = _PADDED.match(found.get("format") or "")
            return "decimal", len(padded[1]) if padded else 0
    return value_of(element.find("numFmt")) or value_of(element.find(_FALLBACK)) or "decimal", 0


def _words_of_bullet(text: str) -> str:
    """Return the text of a bullet that is a word; a sign is no number and left out."""
    return text if any(char.isalnum() for char in text) else ""


class Counter:
    """Counts the paragraphs of one story: the body, or a text box."""

    __slots__ = ("_begun", "_levels", "_linked", "_numbering", "_values")

    def __init__(self, numbering: Numbering, linked: Callable[[str], str | None]) -> None:
        """Begin to count; `linked` gives the id of the list that a numbering style refers to."""
        self._numbering = numbering
        self._linked = linked
        self._values: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._levels: dict[str, dict[int, Level]] = {}

    def levels(self, list_id: str) -> dict[int, Level]:
        """Return the levels of a list, none where there is no such list."""
        if list_id not in self._levels:
            instance = self._numbering.instances.get(list_id)
            self._levels[list_id] = self._numbering.levels(instance, self._linked) if instance else {}
        return self._levels[list_id]

    def number(self, list_id: str, index: int) -> str:
        """Count the next paragraph of a list's level, and return its number with the gap behind it."""
        instance = self._numbering.instances.get(list_id)
        levels = self.levels(list_id)
        level = next((levels[above] for above in range(index, -1, -1) if above in levels), None)
        if instance is None or level is None:
            return ""
        values = self._values.setdefault(instance.definition, {})
        self._count(list_id, index, instance.starts, levels, values)
        text = _PLACEHOLDER.sub(lambda match: _shown(int(match[1]) - 1, level, levels, values), level.text)
        return text + level.gap if text and level.shown else ""

    def _count(
        self, list_id: str, index: int, starts: dict[int, int], levels: dict[int, Level], values: dict[int, int]
    ) -> None:
        """Raise a level's number, begin those above that were left out, and end those below."""
        if index in starts and (list_id, index) not in self._begun:
            values.pop(index, None)
        self._begun.add((list_id, index))
        for above in range(index + 1):
            begin = starts.get(above, levels.get(above, Level()).start)
            if above not in values:
                values[above] = begin
            elif above == index:
                values[above] += 1
        for below in [deeper for deeper in values if deeper > index and _restarts(levels.get(deeper), deeper, index)]:
            del values[below]


def _restarts(level: Level | None, own: int, used: int) -> bool:
    """Whether a level begins anew after another one above it was used."""
    restart = level.restart if level else None
    if restart is None or restart > own:
        return True
    return used < restart


def _shown(index: int, level: Level, levels: dict[int, Level], values: dict[int, int]) -> str:
    """Return the number of one level as another level's text shows it."""
    other = levels.get(index, level)
    value = values.get(index, other.start)
    shown = replace(other, format="decimal", pad=0) if level.legal else other
    return str(value).zfill(shown.pad) if shown.pad else format_number(value, shown.format)
