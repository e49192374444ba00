"""Free truth: the same speech gives the same tree however it is dressed.

A dress changes marks, characters, white space or what stands around a speech, and never its ink: the characters that
are neither white space nor invisible. So an outline is drawn here by places in the ink, in the characters of the plain
text, and the drawing must stay the same in every dress.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from difflib import ndiff
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechparse import parse
from speechparse.decode import decode
from speechparse.wraps import line_joins
from tests.dresses import (
    CUTS,
    FOOTER,
    LAYOUTS,
    MARKS,
    PAGES,
    SAME_LAYOUT,
    SCRIPTS,
    WIDTHS,
    Cut,
    Dress,
    by_blank_lines_alone,
    by_indents_alone,
    hard,
    indented,
    kangxi,
    outfits,
    script,
    solid,
    spaced,
    sprinkled,
)
from tests.ink import INVISIBLE, ink, is_ink
from tests.spec_cases import read_cases
from tests.speech_files import SPEECHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse import Item, Speech
    from tests.spec_cases import Case

FRAME: Final = -1
"""The place of ink that is none of the plain text's: a menu, a page number."""

# --- drawing ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Worn:
    """A text in some dress."""

    text: str
    places: tuple[int, ...]
    """For each character of its ink, its place in the ink of the plain text, or FRAME."""


def worn(text: str, *, before: str = "", behind: str = "") -> Worn:
    """Return a text whose ink is that of the plain text, between two pieces of a page's frame."""
    frames = [(FRAME,) * len(ink(frame)) for frame in (before, behind)]
    return Worn(before + text + behind, (*frames[0], *range(len(ink(text))), *frames[1]))


class Pen:
    """Draws what is parsed from a text in some dress, in the characters of the plain text."""

    def __init__(self, plain: str, dressed: Worn) -> None:
        """Take the plain text and the dress that is to be drawn."""
        self._ink = ink(plain)
        self._offsets = [offset for offset, char in enumerate(dressed.text) if is_ink(char)]
        self._places = dressed.places
        assert len(self._offsets) == len(self._places), "a dress has changed the ink"

    def first(self, offset: int) -> int:
        """Return the place of the first ink at or after an offset."""
        index = bisect_left(self._offsets, offset)
        return self._places[index] if index < len(self._places) else len(self._ink)

    def last(self, offset: int) -> int:
        """Return the place after the last ink before an offset."""
        index = bisect_left(self._offsets, offset)
        return self._places[index - 1] + 1 if index else 0

    def span(self, start: int, end: int) -> str:
        """Return the ink of a span with its place, shortened."""
        begin, stop = self.first(start), self.last(end)
        piece = self._ink[begin:stop]
        return f"@{begin}-{stop} {piece if len(piece) <= 40 else f'{piece[:20]}…{piece[-19:]}'}"

    def speech(self, speech: Speech) -> str:
        """Return a line for a speech."""
        pieces = {"salutation": speech.salutation, "preamble": speech.preamble, "closing": speech.closing}
        sizes = " ".join(f"{name} {None if piece is None else len(ink(piece))}" for name, piece in pieces.items())
        title = None if speech.title is None else self.span(speech.start, speech.title_end)
        scope = self.span(speech.start, speech.end)
        return f"# {scope} | {title} | {sizes} | announced {speech.announced} | duplicate of {speech.duplicate_of}"

    def item(self, item: Item) -> str:
        """Return a line for an item."""
        heading = f"{item.path} {item.family} {item.ordinal} {self.span(item.start, item.title_end)}"
        sizes = f"{len(ink(item.marker))} + {len(ink(item.title))} + {len(ink(item.text))}"
        return f"{'  ' * item.level}{heading} | {sizes} | to {self.last(item.end)} | announced {item.announced}"

    def outline(self, text: str) -> Iterator[str]:
        """Yield the lines of what is parsed from a text."""
        for speech in parse(text).speeches:
            yield self.speech(speech)
            yield from map(self.item, speech.walk())


def drawing(plain: str, dressed: Worn) -> str:
    """Return what is parsed from a dress of a text."""
    return "\n".join(Pen(plain, dressed).outline(dressed.text))


@cache
def undressed(plain: str) -> str:
    """Return what is parsed from a plain text."""
    return drawing(plain, worn(plain))


def changes(plain: str, dressed: Worn) -> str:
    """Return the lines of the tree that a dress changes, both ways; nothing where it changes none."""
    lines = ndiff(undressed(plain).split("\n"), drawing(plain, dressed).split("\n"))
    return "\n".join(line for line in lines if line.startswith(("-", "+")))


def must_not_change(plain: str, dresses: dict[object, Worn]) -> None:
    """Check that every one of some dresses gives the tree of the plain text."""
    changed = {name: changes(plain, dressed) for name, dressed in dresses.items()}
    assert {name: lines for name, lines in changed.items() if lines} == {}


# --- the speeches ----------------------------------------------------------------------------------------------------

WRAPPED: Final = "wrapped-company-talk"
"""The one speech that was written in hard lines: its plain text has a line a paragraph."""
FRAMED: Final = ("halfwidth-duty-report", "scraped-page")
"""The speeches that were written with a page around them."""
IDEOGRAPHIC: Final = "\u3000"


def written(name: str) -> str:
    """Return a speech as it stands in its file."""
    return (SPEECHES / f"{name}.txt").read_bytes().decode("utf-8")


def paragraphs(text: str) -> str:
    """Return a text of hard lines with a line a paragraph: a line without an indent goes on, page numbers go."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip().startswith("—"):
            continue
        if line and lines and lines[-1].startswith(IDEOGRAPHIC) and not line.startswith(IDEOGRAPHIC):
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


@cache
def plain(name: str) -> str:
    """Return the plain text of a speech."""
    return paragraphs(written(name)) if name == WRAPPED else written(name)


NAMES: Final = sorted(path.stem for path in SPEECHES.glob("*.txt"))
each_speech = pytest.mark.parametrize("name", NAMES)

# --- tests -----------------------------------------------------------------------------------------------------------


@each_speech
def test_a_plain_speech_has_items(name: str) -> None:
    """A tree of nothing would stay the same in any dress."""
    assert drawing(plain(name), worn(plain(name))).count("\n") > 6


@each_speech
@pytest.mark.parametrize("width", MARKS)
def test_width_of_marks(name: str, width: str) -> None:
    """Half-width marks, as scraped pages have them, say what full-width ones say."""
    must_not_change(plain(name), {width: worn(plain(name).translate(MARKS[width]))})


@each_speech
@pytest.mark.parametrize("target", SCRIPTS)
def test_script(name: str, target: str) -> None:
    """Simplified and traditional characters, of Taiwan and of Hong Kong, are one text."""
    must_not_change(plain(name), {target: worn(script(plain(name), target))})


@each_speech
@pytest.mark.parametrize("breaks", ["\r\n", "\r", "\u2028"], ids=ascii)
def test_line_ends(name: str, breaks: str) -> None:
    """The line ends of any system are line ends."""
    must_not_change(plain(name), {breaks: worn(plain(name).replace("\n", breaks))})


@each_speech
def test_blank_lines(name: str) -> None:
    """Further blank lines between paragraphs say nothing, nor does it say anything that there are none."""
    must_not_change(plain(name), {"none": worn(solid(plain(name)))})
    must_not_change(plain(name), {blanks: worn(spaced(plain(name), blanks)) for blanks in (1, 2, 4)})


@each_speech
@pytest.mark.parametrize("indent", ["", "\u3000\u3000", "\u00a0" * 4, "    ", "\t", "\u3000", " "], ids=ascii)
def test_indents(name: str, indent: str) -> None:
    """Paragraphs are paragraphs, whatever white space opens them."""
    must_not_change(plain(name), {indent: worn(indented(plain(name), indent))})


@each_speech
@pytest.mark.parametrize("indent", ["\u3000\u3000", "\u00a0" * 4, "    "], ids=ascii)
def test_indents_without_blank_lines(name: str, indent: str) -> None:
    """An indent alone opens a paragraph."""
    must_not_change(plain(name), {indent: worn(solid(indented(plain(name), indent)))})


@each_speech
@pytest.mark.parametrize("cut", CUTS)
def test_wrapped(name: str, cut: Cut) -> None:
    """A text in hard lines reads like its paragraphs, which blank lines or indents tell apart as the text has them."""
    must_not_change(plain(name), {width: worn(cut(plain(name), width)) for width in WIDTHS})


@each_speech
@pytest.mark.parametrize("cut", CUTS)
def test_wrapped_with_indents_alone(name: str, cut: Cut) -> None:
    """A text in hard lines without blank lines: every paragraph opens with an indent."""
    text = by_indents_alone(plain(name))
    must_not_change(plain(name), {width: worn(cut(text, width)) for width in WIDTHS})


@each_speech
@pytest.mark.parametrize("cut", CUTS)
def test_wrapped_with_blank_lines_alone(name: str, cut: Cut) -> None:
    """A text in hard lines without indents: a blank line stands between any two paragraphs."""
    text = by_blank_lines_alone(plain(name))
    must_not_change(plain(name), {width: worn(cut(text, width)) for width in WIDTHS})


@each_speech
def test_wrapped_with_carriage_returns(name: str) -> None:
    """A text in hard lines from another system."""
    must_not_change(plain(name), {width: worn(hard(plain(name), width).replace("\n", "\r\n")) for width in WIDTHS})


def test_the_wrapped_speech_is_its_paragraphs() -> None:
    """The speech that was written in hard lines, with page numbers among them, reads like its paragraphs."""
    text = written(WRAPPED)
    number = iter(range(len(ink(plain(WRAPPED)))))
    places = [
        FRAME if line.strip().startswith("—") else next(number)
        for line in text.split("\n")
        for char in line
        if is_ink(char)
    ]
    lines = drawing(plain(WRAPPED), Worn(text, tuple(places))).split("\n")
    wanted = drawing(plain(WRAPPED), worn(plain(WRAPPED))).split("\n")
    assert [line.split(" | ")[0] for line in lines] == [line.split(" | ")[0] for line in wanted]


@each_speech
def test_kangxi_radicals(name: str) -> None:
    """A radical of a PDF is the character that it looks like."""
    dressed = kangxi(plain(name))
    assert dressed != plain(name)
    must_not_change(plain(name), {"radicals": worn(dressed)})


@each_speech
@pytest.mark.parametrize("sign", INVISIBLE, ids=ascii)
def test_invisible_characters(name: str, sign: str) -> None:
    """What cannot be seen, inside markers too, changes nothing."""
    must_not_change(plain(name), {step: worn(sprinkled(plain(name), sign, step)) for step in (1, 2, 3, 7)})


@each_speech
@pytest.mark.parametrize("page", PAGES)
def test_with_a_page_around_it(name: str, page: str) -> None:
    """Menus, source lines and footers around a speech change nothing in it."""
    before, behind = PAGES[page]
    must_not_change(plain(name), {page: worn(plain(name), before=before, behind=behind)})


@pytest.mark.parametrize("name", FRAMED)
def test_without_the_page_around_it(name: str) -> None:
    """Nor does it change anything that they are taken away."""
    text, kept, places = plain(name), [], []
    outside = {offset for start, end in parse(text).outside for offset in range(start, end) if is_ink(text[offset])}
    assert outside
    place = 0
    for offset, char in enumerate(text):
        if offset not in outside:
            kept.append(char)
            places += [place] * is_ink(char)
        place += is_ink(char)
    must_not_change(text, {"alone": Worn("".join(kept), tuple(places))})


@each_speech
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_encodings(name: str, encoding: str) -> None:
    """A speech in any encoding is the text that was encoded."""
    text, _ = decode(plain(name).encode(encoding))
    assert parse(text) == parse(plain(name))


@each_speech
def test_big5(name: str) -> None:
    """A speech in traditional characters, in the encoding of Hong Kong, is the text that was encoded."""
    wanted = script(plain(name), "s2t").encode("big5hkscs", "ignore").decode("big5hkscs")
    text, encoding = decode(wanted.encode("big5hkscs"))
    assert encoding == "big5hkscs"
    assert parse(text) == parse(wanted)


each_case = pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)


@each_case
def test_spec_cases(case: Case) -> None:
    """The spec cases show what whole speeches do not: each stays the same in every dress that keeps its layout."""
    must_not_change(case.text, {name: worn(dress(case.text)) for name, dress in SAME_LAYOUT.items()})


@each_case
def test_spec_cases_in_other_layouts(case: Case) -> None:
    """Nor do blank lines and indents say anything, where the lines of a case are its paragraphs."""
    if not line_joins(case.text):
        must_not_change(case.text, {name: worn(layout(case.text)) for name, layout in LAYOUTS.items()})


@each_case
def test_spec_cases_above_a_footer(case: Case) -> None:
    """Nor does the foot of a page change any of them."""
    must_not_change(case.text, {"footer": worn(case.text, behind=FOOTER)})


@each_speech
@given(dress=outfits(), page=st.sampled_from([("", ""), *PAGES.values()]))
def test_dresses_over_dresses(name: str, dress: Dress, page: tuple[str, str]) -> None:
    """Dresses of all kinds, one over the other, with a page around them or without, change nothing either."""
    before, behind = page
    must_not_change(plain(name), {"dresses": worn(dress(plain(name)), before=before, behind=behind)})
