"""Free truth: the same speech gives the same tree however it is dressed.

A dress changes marks, characters, white space or what stands around a speech, and never its ink: the characters that
are neither white space nor invisible. So an outline is drawn here by places in the ink, in the characters of the plain
text, and the drawing must stay the same in every dress.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from speechparse import parse
from speechparse.decode import decode
from tests.speech_files import SPEECHES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import SearchStrategy

    from speechparse import Item, Speech

INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
FRAME: Final = -1
"""The place of ink that is none of the plain text's: a menu, a page number."""

# --- drawing ---------------------------------------------------------------------------------------------------------


def is_ink(char: str) -> bool:
    """Return whether a character shows on paper."""
    return not char.isspace() and char not in INVISIBLE


def ink(text: str) -> str:
    """Return the characters of a text that show on paper."""
    return "".join(filter(is_ink, text))


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


def must_not_change(plain: str, dressed: Worn) -> None:
    """Check that a dress gives the tree of the plain text."""
    assert drawing(plain, dressed) == drawing(plain, worn(plain))


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

# --- dresses ---------------------------------------------------------------------------------------------------------

FULL_MARKS: Final = "，：；（）！？"
HALF_MARKS: Final = ",:;()!?"
MARKS: Final = {
    "half": str.maketrans(FULL_MARKS, HALF_MARKS),
    "full": str.maketrans(HALF_MARKS, FULL_MARKS),
}
SCRIPTS: Final = ("s2t", "s2tw", "s2hk", "t2s", "tw2s", "hk2s")
KANGXI: Final = {
    ord(unicodedata.normalize("NFKC", chr(code))): chr(code) for code in (*range(0x2F00, 0x2FD6), 0x2E9F, 0x2EF3)
}
WIDTHS: Final = range(20, 61)
NEVER_FIRST: Final = "，。、；：！？”’）》」』】,.;:!?)]"


@cache
def converter(name: str) -> OpenCC:
    """Return a converter of Chinese scripts."""
    return OpenCC(name)


def script(text: str, name: str) -> str:
    """Return a text in other characters, as many as before."""
    return str(converter(name).convert(text))


def kangxi(text: str) -> str:
    """Return a text with the radicals that a PDF gives for the characters which look like them."""
    return text.translate(KANGXI)


def sprinkled(text: str, sign: str, step: int) -> str:
    """Return a text with an invisible character before each step-th one."""
    return "".join(sign + char if offset % step == 0 and char != "\n" else char for offset, char in enumerate(text))


def indented(text: str, indent: str) -> str:
    """Return a text with one indent before every paragraph."""
    return "\n".join(indent + line.strip() if line.strip() else "" for line in text.split("\n"))


def spaced(text: str, blanks: int) -> str:
    """Return a text with further blank lines behind every line."""
    return text.replace("\n", "\n" * (1 + blanks))


def solid(text: str) -> str:
    """Return a text without its blank lines."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def hard(text: str, width: int) -> str:
    """Return a text with its lines broken at a width, wherever that is."""
    pieces = (line[at : at + width] for line in text.split("\n") for at in range(0, len(line) or 1, width))
    return "\n".join(pieces)


def kind(text: str, width: int) -> str:
    """Return a text with its lines broken at a width, but never before a mark that opens no line."""
    return "\n".join(piece for line in text.split("\n") for piece in _kind_lines(line, width))


def _kind_lines(line: str, width: int) -> Iterator[str]:
    at = 0
    while len(line) - at > width:
        stop = at + width
        while line[stop] in NEVER_FIRST:
            stop -= 1
        yield line[at:stop]
        at = stop
    yield line[at:]


def columned(text: str, columns: int) -> str:
    """Return a text with its lines broken at a width in columns, of which a Han character takes two."""
    return "\n".join(piece for line in text.split("\n") for piece in _columned_lines(line, columns))


def _columned_lines(line: str, columns: int) -> Iterator[str]:
    begin = taken = 0
    for at, char in enumerate(line):
        size = 2 if unicodedata.east_asian_width(char) in "WFA" else 1
        if taken + size > columns:
            yield line[begin:at]
            begin, taken = at, 0
        taken += size
    yield line[begin:]


MENU: Final = """首页 | 公文范文 | 领导讲话 | 心得体会 | 会员登录
当前位置：松涛文稿网 > 领导讲话 > 会议讲话 > 正文
来源：松涛文稿网　作者：佚名　发布时间：2021-03-04 08:30　浏览：86次
【字号：大 中 小】　打印　收藏

"""
FOOTER: Final = """

上一篇：在全市水利工作会议上的讲话
下一篇：在全市林业工作会议上的讲话
相关文章：
· 村级林长制工作总结
· 森林防火责任书（三篇）
· 在全市林业工作会议上的讲话
版权所有 © 2010-2021 松涛文稿网　未经许可不得转载　投稿邮箱：songtao@example.com
"""
BARE_FOOTER: Final = "\n责任编辑：小满\n打印本页\n关闭窗口\n"
PAGES: Final = {"both": (MENU, FOOTER), "menu": (MENU, ""), "footer": ("", FOOTER), "bare footer": ("", BARE_FOOTER)}

# --- tests -----------------------------------------------------------------------------------------------------------


@each_speech
def test_a_plain_speech_has_items(name: str) -> None:
    """A tree of nothing would stay the same in any dress."""
    assert drawing(plain(name), worn(plain(name))).count("\n") > 6


@each_speech
@pytest.mark.parametrize("width", MARKS)
def test_width_of_marks(name: str, width: str) -> None:
    """Half-width marks, as scraped pages have them, say what full-width ones say."""
    must_not_change(plain(name), worn(plain(name).translate(MARKS[width])))


@each_speech
@pytest.mark.parametrize("target", SCRIPTS)
def test_script(name: str, target: str) -> None:
    """Simplified and traditional characters, of Taiwan and of Hong Kong, are one text."""
    must_not_change(plain(name), worn(script(plain(name), target)))


@each_speech
@pytest.mark.parametrize("breaks", ["\r\n", "\r", "\u2028"])
def test_line_ends(name: str, breaks: str) -> None:
    """The line ends of any system are line ends."""
    must_not_change(plain(name), worn(plain(name).replace("\n", breaks)))


@each_speech
@pytest.mark.parametrize("blanks", [1, 2, 4])
def test_blank_lines(name: str, blanks: int) -> None:
    """Further blank lines between paragraphs say nothing."""
    must_not_change(plain(name), worn(spaced(plain(name), blanks)))


@each_speech
def test_no_blank_lines(name: str) -> None:
    """Nor does it say anything that there are none."""
    must_not_change(plain(name), worn(solid(plain(name))))


@each_speech
@pytest.mark.parametrize("indent", ["", "\u3000\u3000", "\u00a0\u00a0\u00a0\u00a0", "    ", "\t", "\u3000", " "], ids=ascii)
def test_indents(name: str, indent: str) -> None:
    """Paragraphs are paragraphs, whatever white space opens them."""
    must_not_change(plain(name), worn(indented(plain(name), indent)))


@each_speech
@pytest.mark.parametrize("indent", ["\u3000\u3000", "\u00a0\u00a0\u00a0\u00a0", "    "], ids=ascii)
def test_indents_without_blank_lines(name: str, indent: str) -> None:
    """An indent alone opens a paragraph."""
    must_not_change(plain(name), worn(solid(indented(plain(name), indent))))


@each_speech
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("cut", [hard, kind, columned])
def test_wrapped(name: str, width: int, cut: Callable[[str, int], str]) -> None:
    """A text in hard lines reads like its paragraphs, which blank lines or indents tell apart as the text has them."""
    must_not_change(plain(name), worn(cut(plain(name), width * (2 if cut is columned else 1))))


@each_speech
@pytest.mark.parametrize("width", WIDTHS)
def test_wrapped_with_indents_alone(name: str, width: int) -> None:
    """A text in hard lines without blank lines: every paragraph opens with an indent."""
    must_not_change(plain(name), worn(hard(solid(indented(plain(name), "\u3000\u3000")), width)))


@each_speech
@pytest.mark.parametrize("width", WIDTHS)
def test_wrapped_with_blank_lines_alone(name: str, width: int) -> None:
    """A text in hard lines without indents: a blank line stands between any two paragraphs."""
    must_not_change(plain(name), worn(hard(spaced(solid(indented(plain(name), "")), 1), width)))


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
    must_not_change(plain(name), worn(dressed))


@each_speech
@pytest.mark.parametrize("step", [1, 2, 3, 7])
@pytest.mark.parametrize("sign", INVISIBLE, ids=ascii)
def test_invisible_characters(name: str, sign: str, step: int) -> None:
    """What cannot be seen, inside markers too, changes nothing."""
    must_not_change(plain(name), worn(sprinkled(plain(name), sign, step)))


@each_speech
@pytest.mark.parametrize("page", PAGES)
def test_with_a_page_around_it(name: str, page: str) -> None:
    """Menus, source lines and footers around a speech change nothing in it."""
    before, behind = PAGES[page]
    must_not_change(plain(name), worn(plain(name), before=before, behind=behind))


@pytest.mark.parametrize("name", FRAMED)
def test_without_the_page_around_it(name: str) -> None:
    """Nor does it change anything that they are taken away."""
    text, kept = plain(name), []
    number, places = 0, []
    outside = {offset for start, end in parse(text).outside for offset in range(start, end)}
    assert outside
    for offset, char in enumerate(text):
        if offset not in outside:
            kept.append(char)
            if is_ink(char):
                places.append(number)
        number += is_ink(char)
    must_not_change(text, Worn("".join(kept), tuple(places)))


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


def chances(text: str) -> SearchStrategy[str]:
    """Return dresses of all kinds, one over the other."""
    characters = st.sampled_from([None, *SCRIPTS]).map(lambda name: script(text, name) if name else text)
    marks = st.sampled_from([None, *MARKS]).map(lambda name: MARKS[name] if name else {})
    radicals = st.booleans().map(lambda chosen: kangxi if chosen else str)
    indents = st.sampled_from(["", "\u3000\u3000", "\u00a0\u00a0\u00a0\u00a0"]).map(
        lambda indent: lambda one: indented(one, indent)
    )
    layouts = st.one_of(st.just(str), indents, st.just(lambda one: spaced(one, 1)))
    cuts = st.one_of(
        st.just(str),
        st.builds(lambda cut, width: lambda one: cut(one, width), st.sampled_from([hard, kind]), st.sampled_from(WIDTHS)),
    )
    signs = st.builds(
        lambda sign, step: lambda one: sprinkled(one, sign, step), st.sampled_from(INVISIBLE), st.integers(1, 40)
    )
    veils = st.one_of(st.just(str), signs)
    breaks = st.sampled_from(["\n", "\r\n", "\r"])
    return st.builds(
        lambda one, table, turn, lay, cut, veil, end: veil(cut(lay(turn(one.translate(table))))).replace("\n", end),
        characters,
        marks,
        radicals,
        layouts,
        cuts,
        veils,
        breaks,
    )


@each_speech
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_dresses_over_dresses(name: str, data: st.DataObject) -> None:
    """Dresses of all kinds, one over the other, change nothing either."""
    must_not_change(plain(name), worn(data.draw(chances(plain(name)))))
