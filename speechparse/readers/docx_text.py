"""One paragraph of a Word document → its text: runs, fields, tracked changes, symbols."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from speechparse.readers.number_formats import circled
from speechparse.readers.numbering import is_on

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LEFT_OUT: Final = frozenset(("pPr", "rPr", "del", "moveFrom", "delText", "mc-Fallback", "rt", "rubyPr", "sdtPr"))
"""Properties, what was deleted, the second half of an alternative, the reading beside a character."""

_TEXTS: Final = frozenset(("t", "m-t"))
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

_WINGDINGS: Final = dict(zip(range(0x80, 0x96), "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", strict=True))
"""The circled numbers of the font Wingdings, from 0 to 10, white and black."""

_CIRCLE: Final = re.compile(r"\s*eq\s+\\o\s*(?:\\ac?\s*)?\(\s*[○〇◯⚪]\s*[,，;；]\s*([0-9]{1,3})\s*\)", re.IGNORECASE)
"""The field that Word makes of a number with a circle around it: eq \\o\\ac(○,21)."""


class Fields:
    """The fields that are open where the text has come to: what they are asked to do is no text, what they show is."""

    __slots__ = ("_codes", "_shown")

    def __init__(self) -> None:
        """Begin where no field is open."""
        self._codes: list[str] = []
        self._shown: list[bool] = []

    def are_shown(self) -> bool:
        """Whether text that stands here is seen."""
        return all(self._shown)

    def instruct(self, text: str) -> None:
        """Take a piece of the innermost field's instruction."""
        if self._codes:
            self._codes[-1] += text

    def mark(self, kind: str | None) -> str:
        """Take one of the three marks of a field; return what the field shows by itself at its end."""
        if kind == "begin":
            self._codes.append("")
            self._shown.append(False)
        elif kind == "separate" and self._shown:
            self._shown[-1] = True
        elif kind == "end" and self._shown:
            shown, code = self._shown.pop(), self._codes.pop()
            circle = _CIRCLE.match(code)
            return circled(int(circle[1])) if circle and not shown and self.are_shown() else ""
        return ""

    def end_paragraph(self) -> None:
        """Give up fields that show nothing yet: an instruction does not go on in the next paragraph."""
        while self._shown and not self._shown[-1]:
            self._shown.pop()
            self._codes.pop()


def text_of(paragraph: Element, fields: Fields, boxes: list[Element]) -> str:
    """Return the visible text of a paragraph, with line feeds where lines are broken by hand.

    `fields` goes on from paragraph to paragraph; text boxes that are met are added to `boxes`.
    """
    pieces: list[str] = []
    _gather(paragraph, fields, boxes, pieces)
    fields.end_paragraph()
    return "".join(pieces)


def is_removed(properties: Element | None) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on in it."""
    return properties is not None and any(
        properties.find(f"rPr/{change}") is not None for change in ("del", "moveFrom")
    )


def _gather(element: Element, fields: Fields, boxes: list[Element], pieces: list[str]) -> None:
    """Add the text of what is inside an element; its depth was limited when the file was read."""
    for child in element:
        match child.tag:
            case "fldChar":
                pieces.append(fields.mark(child.get("fldCharType")))
            case "instrText":
                fields.instruct(child.text or "")
            case "txbxContent":
                boxes.append(child)
            case "r" if is_on(child.find("rPr/vanish")):
                pass
            case tag if tag not in _LEFT_OUT:
                pieces.append(_sign(child) if fields.are_shown() else "")
                _gather(child, fields, boxes, pieces)


def _sign(element: Element) -> str:
    """Return what an element without others in it shows."""
    if element.tag in _TEXTS:
        return (element.text or "").replace("\n", " ")
    return _SIGNS.get(element.tag) or _symbol(element)


def _symbol(element: Element) -> str:
    """Return the circled number that a symbol of Wingdings shows; other symbols number nothing."""
    if element.tag != "sym" or not (element.get("font") or "").startswith("Wingdings"):
        return ""
    try:
        return _WINGDINGS.get(int(element.get("char") or "", 16) & 0xFF, "")
    except ValueError:
        return ""
