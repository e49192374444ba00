"""The right side of the page: the whole speech, its markers coloured, its headings as headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.cues import announced
from speechparse.render.html.markup import escape, hue
from speechparse.render.html.notes import count_note, gap_notes
from speechparse.render.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Speech
    from speechparse.render.paragraphs import Paragraphs

BLOCK: Final = 1500
"""Characters of text after which a block is closed: a browser lays out only the blocks that are on the screen."""

_DEEPEST_HEADING: Final = 6
_BYLINE: Final = 60
"""Characters that a line between title and address has at most: who speaks, where and when."""
_STOPS: Final = "。，；：！？…,;:!?\n"


class _Mark(NamedTuple):
    """Markup around a stretch of the text; an empty stretch is a point."""

    start: int
    end: int
    opening: str
    closing: str
    owner: str = ""
    """Whose text begins here: the row of an item, or the speech."""
    heading: tuple[int, int] | None = None
    """Where the title ends, and the level, at the marker of an item."""


def body(speech: Speech, index: int, first: int, text: str, paragraphs: Paragraphs) -> Iterator[str]:
    """Yield the text of a speech without its title; items are numbered from `first` on."""
    marks = _marks(speech, index, first, text)
    address = _address(speech, text)
    owner = f"s{index}"
    at = size = 0
    yield f'<div class="k" data-o="{owner}">'
    for begin, end in paragraphs.spans(speech.title_end, speech.end):
        if size > BLOCK:
            yield f'</div><div class="k" data-o="{owner}">'
            size = 0
        inside = []
        while at < len(marks) and marks[at].start < end:
            inside.append(marks[at])
            owner = marks[at].owner or owner
            at += marks[at].end <= end
            if inside[-1].end > end:
                break
        opening, closing = _tags(speech, text, begin, end, inside, address)
        yield f"{opening}{_paragraph(text, begin, end, inside)}{closing}"
        size += end - begin
    yield "</div>"


# --- what is marked --------------------------------------------------------------------------------------------------


def _marks(speech: Speech, index: int, first: int, text: str) -> list[_Mark]:
    """Return what stands in a speech's text, in order, nothing inside another."""
    numbers = {id(item): number for number, item in enumerate(speech.walk(), first)}
    marks = [mark for item in speech.walk() for mark in _item_marks(item, numbers[id(item)])]
    marks += _gap_marks(speech)
    marks += _count_marks(speech, speech.title_end, speech.children, text)
    for item in speech.walk():
        marks += _count_marks(item, item.title_end, item.children, text)
    seen: set[int] = set()
    for part in parts(speech):
        if id(part.owner) in seen and not text[part.start : part.end].isspace():
            owner = f"o{numbers[id(part.owner)]}" if part.owner else f"s{index}"
            marks.append(_Mark(part.start, part.start, f'<i class="r" data-o="{owner}"></i>', "", owner))
        seen.add(id(part.owner))
    return sorted(marks, key=lambda mark: mark[:2])


def _item_marks(item: Item, number: int) -> Iterator[_Mark]:
    end = min(item.start + len(item.marker), item.title_end)
    opening = f'<b id="t{number}" class="m {hue(item)}">'
    yield _Mark(item.start, end, opening, "</b>", f"o{number}", (item.title_end, item.level))
    if item.title_end > end:
        yield _Mark(end, item.title_end, '<span class="t">', "</span>")


def _gap_marks(speech: Speech) -> Iterator[_Mark]:
    lists = [speech.children, *(item.children for item in speech.walk() if item.children)]
    for siblings in lists:
        for start, note in gap_notes(siblings).items():
            yield _Mark(start, start, note.markup(), "")


def _count_marks(whole: Item | Speech, begin: int, children: list[Item], text: str) -> Iterator[_Mark]:
    """Yield what marks the words that announce a number of points, and says whether it is so."""
    note = count_note(whole)
    if note is None or not children:
        return
    start, end = _announcement(text, begin, children[0].start, whole.announced)
    if start < end:
        yield _Mark(start, end, f'<span class="say {note.kind}">', "</span>")
    # After the mark that ends the words: else a line could begin with it.
    yield _Mark(end, min(end + 1, children[0].start), "", note.markup())


def _announcement(text: str, begin: int, end: int, number: int | None) -> tuple[int, int]:
    """Return the words with the number: what is left when as much before them is taken away as can be.

    Where it is not to be found there (it is in the title, or cut by a line break), the point before the first child.
    """
    if announced(text, begin, end) != number:
        return end, end
    low, high = begin, end
    while high - low > 1:
        middle = (low + high) // 2
        if announced(text, middle, end) == number:
            low = middle
        else:
            high = middle
    return low, min((at for stop in _STOPS if (at := text.find(stop, low, end)) >= 0), default=end)


# --- paragraphs ------------------------------------------------------------------------------------------------------


def _paragraph(text: str, begin: int, end: int, marks: list[_Mark]) -> str:
    pieces: list[str] = []
    at = begin
    for mark in marks:
        start, stop = max(mark.start, at), min(mark.end, end)
        # An item that begins where another does has no words left, but its row still leads here.
        if mark.start < mark.end and start >= stop and not mark.owner:
            continue
        pieces.append(escape(text[at:start]))
        # A stretch that goes on from the paragraph above keeps its look, but its name stands only once.
        opening = mark.opening if mark.start >= begin else mark.opening.replace(" id=", " data-id=")
        pieces.append(f"{opening}{escape(text[start:stop])}{mark.closing}")
        at = max(at, stop)
    pieces.append(escape(text[at:end]))
    return "".join(pieces)


def _tags(  # noqa: PLR0913, PLR0917 -- what is known of one paragraph
    speech: Speech, text: str, begin: int, end: int, marks: list[_Mark], address: int
) -> tuple[str, str]:
    """Return what stands around a paragraph: a heading where an item's title fills it."""
    opening = next((mark for mark in marks if mark.heading and mark.start == begin), None)
    if opening and opening.heading:
        title_end, level = opening.heading
        if not any(map(str.isalnum, text[title_end:end])):
            name = f"h{min(level + 1, _DEEPEST_HEADING)}"
            return f'<{name} class="l{min(level, 4)}">', f"</{name}>"
    return f"<p{_look(speech, text[begin:end], begin, address)}>", "</p>"


def _look(speech: Speech, paragraph: str, begin: int, address: int) -> str:
    """Return the class of a paragraph that is set like no other: the address, and what stands above it."""
    if begin == address:
        return ' class="to"'
    is_line = "\n" not in paragraph and len(paragraph) <= _BYLINE
    if is_line and begin < address:
        return ' class="by"'
    bracketed = is_line and paragraph[0] in "（(" and paragraph[-1] in "）)"
    return ' class="by"' if bracketed and begin < _first(speech) else ""


def _address(speech: Speech, text: str) -> int:
    """Return where the audience is addressed, or -1."""
    return text.find(speech.salutation, speech.title_end, _first(speech)) if speech.salutation else -1


def _first(speech: Speech) -> int:
    return speech.children[0].start if speech.children else speech.end
