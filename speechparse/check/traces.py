"""A number that is missing from a list: does it stand in the text after all, in another form?

Looked for are all forms that a writer may have slipped into: another mark (三，), another family (（三）, 第三，), a
character that only looks like the number (ニ、). What is found is compared with the form that the list would have.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.check.anatomy import narrow, take_apart, with_number
from speechparse.check.places import ELSEWHERE, LINE, is_quoted, place_of
from speechparse.families import SPACE
from speechparse.numerals import ENCLOSED, to_formal, to_han

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

LOOK_ALIKES: Final = {1: "ー—－–-ㄧ⼀丨", 2: "ニ⼆", 3: "ミ", 6: "亠⼋", 8: "ハ⼋", 10: "⼗＋+"}
"""Characters that are taken for a Chinese number, by mistake of a hand or of a reading machine."""
_ARABIC_LOOK_ALIKES: Final = "lI|丨"
"""The same for 1."""


_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_WORDS: Final = r"[^，。；：、！？,;:!?\n]"


class Form(Enum):
    """What a trace is, beside the form that the list would have."""

    SAME = "same"
    """The very form: the parser left it out for another reason."""
    OTHER_MARK = "other mark"
    """Only the mark after the number differs."""
    LOOK_ALIKE = "look-alike"
    """The number is not a number."""
    OTHER_FAMILY = "other family"
    UNSURE = "unsure"
    """It begins with the number; more cannot be said."""


class Wanted(NamedTuple):
    """The number that is looked for."""

    like: str
    """A marker of the list that lacks it."""
    ordinal: int


class Trace(NamedTuple):
    """What was found for a number."""

    start: int
    marker: str
    form: Form
    place: int
    """LINE, SENTENCE or CLAUSE."""


def traces(text: str, begin: int, end: int, wanted: Wanted, items: Container[int]) -> Iterator[Trace]:
    """Yield what stands for a number between two offsets, at the starts of lines, sentences and clauses, in order.

    What begins at an offset in `items` has a place in the outline and is left out, and so is what stands between
    quotation marks.
    """
    for match in _pattern(wanted.ordinal, _own(wanted), _look_alike(wanted)).finditer(text, begin, end):
        start = match.start()
        place = place_of(text, start)
        if start in items or place == ELSEWHERE or is_quoted(text, start):
            continue
        yield Trace(start, match.group(), _form(match, wanted), place)


def traces_at_lines(text: str, begin: int, end: int, wanted: Wanted, items: Container[int]) -> Iterator[Trace]:
    """Yield what stands for a number at the starts of lines between two offsets, as `traces` does but faster."""
    for match in _at_lines(wanted.ordinal, _own(wanted), _look_alike(wanted)).finditer(text, begin, end):
        start = match.start(match.lastgroup or 0)
        if start not in items and not is_quoted(text, start):
            yield Trace(start, match[match.lastgroup or 0], _form(match, wanted), LINE)


def _form(match: re.Match[str], number: Wanted) -> Form:
    if match.lastgroup == "alike":
        return Form.LOOK_ALIKE
    if match.lastgroup == "other":
        return Form.UNSURE
    wanted, found = take_apart(with_number(*number) or ""), take_apart(match[match.lastgroup or 0])
    if narrow(wanted.core) != narrow(found.core):
        return Form.OTHER_FAMILY
    return Form.SAME if narrow(wanted.mark) == narrow(found.mark) else Form.OTHER_MARK


@lru_cache(maxsize=256)
def _look_alike(number: Wanted) -> str:
    """Return a pattern for the marker of the list with a character in it that looks like the number."""
    wanted, ordinal = with_number(*number), number.ordinal
    parts = take_apart(wanted) if wanted else None
    if not parts or not parts.number or not parts.core.strip(parts.number) + parts.mark:
        return ""
    characters = ""
    if parts.number == to_han(ordinal):
        characters = LOOK_ALIKES.get(ordinal, "")
    elif parts.number == "1":
        characters = _ARABIC_LOOK_ALIKES
    if not characters:
        return ""
    brackets = {"（": "[（(]", "(": "[（(]"}.get(parts.lead, re.escape(parts.lead))
    unit = {"）": "[）)]", ")": "[）)]"}.get(parts.unit, re.escape(parts.unit))
    return f"{brackets}[{re.escape(characters)}]{unit}{re.escape(parts.mark)}"


@lru_cache(maxsize=256)
def _own(number: Wanted) -> str:
    """Return a pattern for the marker of the list with any mark behind it."""
    wanted = with_number(*number)
    core = take_apart(wanted).core if wanted else ""
    return rf"{re.escape(core)}(?:[、．.，,：:](?![0-9])|(?=[{SPACE}\n]))|" if core else ""


@lru_cache(maxsize=512)
def _pattern(ordinal: int, own: str, alike: str) -> re.Pattern[str]:
    return re.compile(_alternatives(ordinal, own, alike))


@lru_cache(maxsize=512)
def _at_lines(ordinal: int, own: str, alike: str) -> re.Pattern[str]:
    """Return the pattern behind a line feed: an engine finds those faster than any class of characters."""
    return re.compile(rf"\n[{SPACE}*#>]*+(?:{_alternatives(ordinal, own, alike)})")


def _alternatives(ordinal: int, own: str, alike: str) -> str:
    han, arabic = to_han(ordinal), str(ordinal)
    wide = arabic.translate(_WIDE)
    digits = rf"(?<![0-9０-９.．])(?:{arabic}|{wide})(?![0-9０-９])"
    number = rf"(?:{han}|{arabic}|{wide})"
    enclosed = "".join(char for char, value in ENCLOSED.items() if value == ordinal)
    forms = [
        rf"[（(〔][{SPACE}]?{number}[{SPACE}]?[）)〕][、．.，,]?",
        rf"第{number}(?:[，,、：:．.]|[就便]?是|要|[个個点點句类類]{_WORDS}{{0,7}}[，,：:、])",
        rf"其{han}(?:[，,、：:]|是)",
        rf"{han}[是要][，,：:]?",
        rf"{han}(?:[、．.，,：:]|(?=[{SPACE}\n]))",
        rf"{to_formal(ordinal)}[、．.：:]",
        rf"{digits}(?:[、，,)）]|[．.](?![0-9])|(?=[{SPACE}]))",
    ]
    if enclosed:
        forms.append(f"[{enclosed}][、．.]?")
    if ordinal == 1:
        forms.append("首先(?:是|[，,、：:]?)")
    if ordinal == 2:
        forms.append("其次(?:是|[，,、：:]?)")
    first = f"(?P<alike>{alike})|" if alike else ""
    return f"{first}(?P<known>{own}{'|'.join(forms)})|(?P<other>{han})"


def family_of(marker: str) -> str:
    """Return the family that a trace is written as, as far as the mixture of families asks."""
    parts = take_apart(marker)
    if parts.lead.startswith("第"):
        return "di"
    if parts.lead.startswith("其"):
        return "qi"
    return "order" if parts.unit.startswith(("首先", "其次")) else "other"
