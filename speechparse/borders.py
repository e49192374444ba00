"""Where the speeches of a page begin: lines that number them, or titles with a salutation of their own below."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.cues import is_addressee, is_salutation
from speechparse.families import SPACE
from speechparse.frame import is_footer, is_header, looks_like_title
from speechparse.lines import DECORATION, is_marked, is_sentence, next_line, previous_line, previous_text
from speechparse.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUM: Final = r"(?P<n>[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3})"
_ANY: Final = r"(?:[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3})"
_ANCHORS: Final = (("篇", ""), ("稿", ""), ("范", "文例"), ("範", "文例"), ("例", "文"), ("模", "板"))
_BRACKETS: Final = "）)"
_PARTS: Final = ("之一\n", "之二\n", "之三\n", "之四\n", "之五\n")
"""What every line that numbers a speech holds."""
_FIRSTS: Final = ("一\n", "1\n")
_GENRE_ENDS: Final = "话話辞辭词詞言讲講告结結得"
"""What the kinds of speeches end in: 讲话, 致辞, 发言, 总结."""
_LONGEST: Final = 120


class Border(NamedTuple):
    """The line that opens a speech. Offsets are those of the folded text."""

    begin: int
    line_end: int
    ordinal: int
    form: str


def find_borders(text: str, marked: list[int]) -> list[Border]:
    """Return the lines that open the speeches of a page; less than two where it holds one.

    Takes the folded text and the offsets of the candidates that open lines: such a line is no title.
    """
    return _numbered_borders(text, marked) or _titled_borders(text, marked)


# --- numbers ---------------------------------------------------------------------------------------------------------


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the ways in which a line numbers the speeches of a page; made only for a page that may hold several."""
    blank = f"[{SPACE}]?"
    before = rf"[{SPACE}{DECORATION}]*[^\n，。；：！？,]{{0,40}}?[{SPACE}【\[（(]*"
    number = rf"{blank}{_NUM}[】\]）)]?"
    behind = rf"(?:[：:、{SPACE}.].{{0,60}}|(?<=[】\]）)]).{{0,60}}|[{SPACE}★☆■◆▲※]*)"
    title = rf"[{SPACE}{DECORATION}]*[^\s，。；：！？,][^\n，。；：！？,]{{3,50}}"
    ordered = rf"[{SPACE}{DECORATION}【\[《（(]*第{blank}{_NUM}{blank}篇"
    genre = rf"(?:稿|[{_GENRE_ENDS}](?={_ANY}[{SPACE}]*$))"
    return (
        ("ordered", re.compile(rf"{ordered}(?:[】\]》）)]|[：:、{SPACE}]|$).{{0,60}}")),
        ("numbered", re.compile(rf"{before}篇{number}{behind}")),
        ("sample", re.compile(rf"{before}(?:[范範]文|[范範]例|例文|模板){number}{behind}")),
        ("genre", re.compile(rf"{before}{genre}{number}{behind}")),
        ("suffix", re.compile(rf"{title}[（(]{_NUM}[)）][{SPACE}]*")),
        ("suffix-zhi", re.compile(rf"{title}之{_NUM}[{SPACE}]*")),
    )


_SEVERAL: Final = rf"[篇文例板稿]{_ANY}.*[篇文例板稿]{_ANY}"
"""A line that holds two numbers is a line of contents."""


def _line(text: str, at: int) -> tuple[int, int]:
    begin = text.rfind("\n", max(0, at - _LONGEST), at) + 1
    end = text.find("\n", at, at + _LONGEST + 2)
    return begin, at + _LONGEST + 2 if end < 0 else end


def _anchors(text: str) -> list[int]:
    """Return where a line may number a speech, in order."""
    found = [
        at
        for char, following in _ANCHORS
        for at in _places(text, char)
        if not following or text[at + 1] in following
        if not _NUMERALS.isdisjoint(text[max(at - 4, 0) : at + 5])
    ]
    found += [
        at
        for bracket in _BRACKETS
        for at in _places(text, bracket)
        if text[at + 1] == "\n" and text[at - 1] in _NUMERALS
    ]
    if _PARTS[0] in text:
        found += [at for part in _PARTS for at in _places(text, part)]
    if any(text[at - 1] in _GENRE_ENDS for first in _FIRSTS for at in _places(text, first)):
        found += [match.start() for match in re.finditer(rf"[{_GENRE_ENDS}]{_ANY}[{SPACE}]*\n", text)]
    return sorted(found)


_NUMERALS: Final = frozenset("一二三四五六七八九十百0123456789０１２３４５６７８９")


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _numbered_borders(text: str, marked: list[int]) -> list[Border]:
    found: list[Border] = []
    anchors = _anchors(text)
    if len(anchors) < 2:
        return []
    for anchor in anchors:
        begin, end = _line(text, anchor)
        if text[anchor - 1] == "【":
            begin = anchor - 1
        if end - begin > _LONGEST or not begin or anchor - begin > _LONGEST // 2:
            continue
        if not (found and found[-1].begin == begin) and (border := _border(text, begin, end, marked)):
            found.append(border)
    if len(found) < 2:
        return []
    real = [
        border for border, below in zip(found, [*found[1:], None], strict=True) if not _is_entry(text, border, below)
    ]
    return max((_series(real, form) for form, _ in _forms()), key=len, default=[])


def _border(text: str, begin: int, end: int, marked: list[int]) -> Border | None:
    for form, shape in _forms():
        if fit := shape.fullmatch(text, begin, end):
            several = re.compile(_SEVERAL).search(text, begin, end)
            item = form in _AT_THE_END and is_marked(marked, begin, end)
            return None if several or item else Border(begin, end, parse_number(fit["n"]) or 0, form)
    return None


_AT_THE_END: Final = ("suffix", "suffix-zhi")
"""Forms whose number stands at the end of a title: a heading with a marker may end in one too."""


def _is_entry(text: str, border: Border, below: Border | None) -> bool:
    """Whether a numbered title is a line of a table of contents: the next line is the next title."""
    following = next_line(text, border.line_end)
    if below is None:
        return following is None or is_footer(text[slice(*following)].strip())
    return following is not None and following[0] == below.begin and below.ordinal != border.ordinal


def _series(borders: list[Border], form: str) -> list[Border]:
    """Return the borders of one form that count on: 1, 2, 3, and again from 1 on the next page."""
    series: list[Border] = []
    for border in borders:
        if border.form != form:
            continue
        if border.ordinal == 1 or (series and border.ordinal == series[-1].ordinal + 1):
            series.append(border)
    return series if any(border.ordinal == 2 for border in series) else []


# --- titles ----------------------------------------------------------------------------------------------------------

_ADDRESSING: Final = rf"[：:！!](?:(?=[{SPACE}]*\n)|(?<=[们們][：:]))"
_LISTED: Final = "listed"
_TITLED: Final = "titled"


def _titled_borders(text: str, marked: list[int]) -> list[Border]:
    """Return title lines with a salutation of their own below, where a page has several."""
    found: list[Border] = []
    for match in re.finditer(_ADDRESSING, text):
        begin = text.rfind("\n", max(0, match.start() - _LONGEST), match.start()) + 1
        if not begin or not _is_address(text[begin : match.end()].strip(SPACE + DECORATION)):
            continue
        title, form = _listed_title_above(text, begin, marked), _LISTED
        if title is None:
            title, form = _title_above(text, begin, marked), _TITLED
        if title is None and found and text[match.start()] in "：:":
            title = _plain_title_above(text, begin, marked)
        if title and (not found or title[0] > found[-1].begin):
            found.append(Border(title[0], title[1], len(found) + 1, form))
    listed = [border for border in found if border.form == _LISTED]
    return found if len(listed) == len(found) else [border for border in found if border.form == _TITLED]


def _is_address(line: str) -> bool:
    return is_salutation(line) or is_addressee(line)


def _listed_title_above(text: str, salutation: int, marked: list[int]) -> tuple[int, int] | None:
    """Return the numbered line right above a salutation that holds a title: （一）《开场》."""
    begin, stop = previous_text(text, salutation)
    line = text[begin:stop].strip()
    if begin and is_marked(marked, begin, stop) and (looks_like_title(line) or ("《" in line and line[-1] == "》")):
        return begin, stop
    return None


def _title_above(text: str, salutation: int, marked: list[int]) -> tuple[int, int] | None:
    """Return the title line above a salutation, over lines with dates and names."""
    end = salutation
    for _ in range(8):
        begin, stop = previous_line(text, end)
        if stop <= 0:
            return None
        line = text[begin:stop]
        end = begin
        if not line.strip():
            continue
        if (
            looks_like_title(line.strip(SPACE + DECORATION))
            and not is_header(line.strip())
            and not is_marked(marked, begin, stop)
        ):
            return begin, stop
        if len(line) > 40 or line.rstrip()[-1:] in "。！？；":
            return None
    return None


def _plain_title_above(text: str, salutation: int, marked: list[int]) -> tuple[int, int] | None:
    """Return the short line right above a salutation, where a sentence or a blank page ends above it."""
    begin, stop = previous_text(text, salutation)
    line = text[begin:stop].strip(SPACE + DECORATION)
    if (
        not 2 <= len(line) <= 30
        or is_sentence(line)
        or is_header(line)
        or is_footer(line)
        or is_marked(marked, begin, stop)
    ):
        return None
    above = text[slice(*previous_text(text, begin))].rstrip()
    return (begin, stop) if above.endswith(("。", "！", "？", "”", "!")) or is_footer(above.strip()) else None
