"""Lines that number the speeches of a page: 篇1, 【篇一】, 第一篇：, 范文1, 讲话稿一, 标题(二)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from speechparse.families import BLANK, SPACE
from speechparse.frame import is_footer
from speechparse.lines import DECORATION, is_marked, next_line
from speechparse.numerals import parse_number

_NUM: Final = r"(?P<n>[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3})"
_ANY: Final = r"(?:[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3})"
_ANCHORS: Final = (("篇", ""), ("稿", ""), ("范", "文例"), ("範", "文例"), ("例", "文"), ("模", "板"))
"""What most lines that number a speech hold."""
_BRACKETS: Final = frozenset("）)")
_FIRSTS: Final = frozenset(("一", "1", "１"))
_KINDS: Final = "话話辞辭词詞言讲講告结結得"
_GENRE_ENDS: Final = frozenset(_KINDS)
"""What the kinds of speeches end in: 讲话, 致辞, 发言, 总结."""
_LONGEST: Final = 120


class Border(NamedTuple):
    """The line that opens a speech. Offsets are those of the folded text."""

    begin: int
    line_end: int
    ordinal: int
    form: str


@cache
def _forms() -> tuple[tuple[str, frozenset[str], str], ...]:
    """Return the ways in which a line numbers the speeches of a page, each with what stands right before the number.

    A pattern is made only for a line with such a sign.
    """
    blank = f"{BLANK}?"
    indent = f"(?:{BLANK}|[{DECORATION}])*"
    before = rf"{indent}[^\n，。；：！？,]{{0,40}}?(?:{BLANK}|【|\[|（|\()*"
    number = rf"{blank}{_NUM}(?:】|\]|）|\)|)"
    behind = rf"(?:(?:：|:|、|\.|《|{BLANK}).{{0,60}}|(?<=[】\]）)]).{{0,60}}|(?:{BLANK}|★|☆|■|◆|▲|※)*)"
    title = rf"{indent}(?!\s)[^\n，。；：！？,]{{4,51}}"
    ordered = rf"(?:{BLANK}|[{DECORATION}]|【|\[|《|（|\()*第{blank}{_NUM}{blank}篇"
    genre = rf"(?:稿|[{_KINDS}](?={_ANY}{BLANK}*$))"
    return (
        ("ordered", frozenset("第"), rf"{ordered}(?:】|\]|》|）|\)|：|:|、|{BLANK}|$).{{0,60}}"),
        ("numbered", frozenset("篇"), rf"{before}篇{number}{behind}"),
        ("sample", frozenset("文例板"), rf"{before}(?:[范範]文|[范範]例|例文|模板){number}{behind}"),
        ("genre", _GENRE_ENDS | {"稿"}, rf"{before}{genre}{number}{behind}"),
        ("ordered-suffix", frozenset("第"), rf"{title}[（(]第{blank}{_NUM}{blank}篇[)）]{BLANK}*"),
        ("suffix", frozenset("（("), rf"{title}[（(]{_NUM}[)）]{BLANK}*"),
        ("suffix-zhi", frozenset("之"), rf"{title}之{_NUM}{BLANK}*"),
    )


_SEVERAL: Final = f"[篇文例板稿]{_ANY}"
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
    return sorted(found + _numbered_ends(text))


def _numbered_ends(text: str) -> list[int]:
    """Return where the numbers stand that end a line: in brackets, behind 之, or behind a kind of speech."""
    tails = [match.start() for match in re.finditer(_TAILS, text)]
    if len(tails) < 2:
        return []
    found: list[int] = []
    kinds: list[int] = []
    first = False
    for end in tails:
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].rstrip(SPACE)
        title = line.rstrip(_DIGITS)
        if line[-1:] in _BRACKETS and line[-2:-1] in _NUMERALS:
            found.append(begin + len(line) - 1)
        elif title[-1:] == "之":
            found.append(begin + len(title) - 1)
        elif title[-1:] in _GENRE_ENDS and title != line:
            kinds.append(begin + len(title) - 1)
            first = first or line[len(title) :] in _FIRSTS
    return found + kinds if first else found


_DIGITS: Final = "一二三四五六七八九十百0123456789０１２３４５６７８９"
_NUMERALS: Final = frozenset(_DIGITS)
_TAILS: Final = rf"\n(?<=[)） {_DIGITS}]\n)"
"""The end of a line that may end in a number; a blank is what the folded text has for one half of a line break."""


def _places(text: str, char: str) -> list[int]:
    places: list[int] = []
    at = text.find(char)
    while at >= 0:
        places.append(at)
        at = text.find(char, at + 1)
    return places


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
        if not (found and begin <= found[-1].begin) and (border := _border(text, begin, end, marked)):
            found.append(border)
    if len(found) < 2:
        return []
    real = [
        border for border, below in zip(found, [*found[1:], None], strict=True) if not _is_entry(text, border, below)
    ]
    series = max((_series(real, form) for form, _, _ in _forms()), key=len, default=[])
    return series + _other_forms(real, series)


def _border(text: str, begin: int, end: int, marked: list[int]) -> Border | None:
    line = text[begin:end]
    before = {line[:at].rstrip(SPACE)[-1:] for at, sign in enumerate(line) if sign in _NUMERALS}
    for form, signs, shape in _forms():
        if not signs.isdisjoint(before) and (fit := re.compile(shape).fullmatch(text, begin, end)):
            several = len(re.findall(_SEVERAL, line)) > 1
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
