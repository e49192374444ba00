"""Lines that number the speeches of a page: 篇1, 【篇一】, 第一篇：, 范文1, 讲话稿一, 标题(二)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.families import SPACE
from speechparse.frame import is_footer
from speechparse.lines import DECORATION, is_marked, next_line
from speechparse.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUM: Final = r"(?P<n>[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3})"
_ANY: Final = r"(?:[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3})"
_ANCHORS: Final = (("篇", ""), ("稿", ""), ("范", "文例"), ("範", "文例"), ("例", "文"), ("模", "板"))
_BRACKETS: Final = "）)"
_PARTS: Final = ("之一", "之二", "之三", "之四", "之五")
"""What every line that numbers a speech holds."""
_FIRSTS: Final = ("一", "1")
_FOLDED: Final = " \n"
"""What the folded text has for a line break of two characters."""
_GENRE_ENDS: Final = "话話辞辭词詞言讲講告结結得"
"""What the kinds of speeches end in: 讲话, 致辞, 发言, 总结."""
_LONGEST: Final = 120


class Border(NamedTuple):
    """The line that opens a speech. Offsets are those of the folded text."""

    begin: int
    line_end: int
    ordinal: int
    form: str


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the ways in which a line numbers the speeches of a page; made only for a page that may hold several."""
    blank = f"[{SPACE}]?"
    before = rf"[{SPACE}{DECORATION}]*[^\n，。；：！？,]{{0,40}}?[{SPACE}【\[（(]*"
    number = rf"{blank}{_NUM}[】\]）)]?"
    behind = rf"(?:[：:、{SPACE}.《].{{0,60}}|(?<=[】\]）)]).{{0,60}}|[{SPACE}★☆■◆▲※]*)"
    title = rf"[{SPACE}{DECORATION}]*[^\s，。；：！？,][^\n，。；：！？,]{{3,50}}"
    ordered = rf"[{SPACE}{DECORATION}【\[《（(]*第{blank}{_NUM}{blank}篇"
    genre = rf"(?:稿|[{_GENRE_ENDS}](?={_ANY}[{SPACE}]*$))"
    return (
        ("ordered", re.compile(rf"{ordered}(?:[】\]》）)]|[：:、{SPACE}]|$).{{0,60}}")),
        ("numbered", re.compile(rf"{before}篇{number}{behind}")),
        ("sample", re.compile(rf"{before}(?:[范範]文|[范範]例|例文|模板){number}{behind}")),
        ("genre", re.compile(rf"{before}{genre}{number}{behind}")),
        ("ordered-suffix", re.compile(rf"{title}[（(]第{blank}{_NUM}{blank}篇[)）][{SPACE}]*")),
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
    ends = ("\n", _FOLDED) if _FOLDED in text else ("\n",)
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
        if text[at - 1] in _NUMERALS and text.startswith(ends, at + 1)
    ]
    if any(_PARTS[0] + end in text for end in ends):
        found += [at for part in _PARTS for end in ends for at in _places(text, part + end)]
    firsts = (at for first in _FIRSTS for end in ends for at in _places(text, first + end))
    if any(text[at - 1] in _GENRE_ENDS for at in firsts):
        found += [match.start() for match in re.finditer(rf"[{_GENRE_ENDS}]{_ANY}[{SPACE}]*\n", text)]
    return sorted(found)


_NUMERALS: Final = frozenset("一二三四五六七八九十百0123456789０１２３４５６７８９")


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def numbered_borders(text: str, marked: list[int]) -> list[Border]:
    """Return the lines that number the speeches of a page, none where no two of them count on.

    Takes the folded text and the offsets of the candidates that open lines.
    """
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
    series = max((_series(real, form) for form, _ in _forms()), key=len, default=[])
    return series + _other_forms(real, series)


def _border(text: str, begin: int, end: int, marked: list[int]) -> Border | None:
    for form, shape in _forms():
        if fit := shape.fullmatch(text, begin, end):
            several = re.compile(_SEVERAL).search(text, begin, end)
            item = form in _AT_THE_END and is_marked(marked, begin, end)
            return None if several or item else Border(begin, end, parse_number(fit["n"]) or 0, form)
    return None


_AT_THE_END: Final = ("suffix", "ordered-suffix")
"""The forms whose number stands at the end of a title: a heading with a marker may end in one too."""


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


_NAMED: Final = frozenset(("ordered", "numbered", "sample", "ordered-suffix"))
"""The forms that call what they number a piece or a sample: a heading hardly ever does."""


def _other_forms(borders: list[Border], series: list[Border]) -> list[Border]:
    """Return the borders below a series that count on in another form: 范文一, 范文二, …（第3篇）."""
    more: list[Border] = []
    last = series[-1] if series and series[0].form in _NAMED else None
    for border in borders if last else ():
        if last and border.form in _NAMED and border.begin > last.begin and border.ordinal == last.ordinal + 1:
            more.append(border)
            last = border
    return more
