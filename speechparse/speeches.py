"""Page → speeches: where each begins and ends, and what of the page belongs to none.

A page that holds several speeches numbers them (篇1, 【篇一】, 第一篇：, 标题(二)) or sets a title before each, with a
new salutation below it. A table of contents shows the same numbers, but nothing between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.cues import is_salutation
from speechparse.families import SPACE
from speechparse.frame import is_footer, is_header, is_page_number, looks_like_title
from speechparse.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUM: Final = r"(?P<n>[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3})"
_ANCHORS: Final = (("篇", ""), ("范", "文例"), ("範", "文例"), ("例", "文"))
_ENDINGS: Final = ("）\n", ")\n")
_PARTS: Final = ("之一\n", "之二\n", "之三\n", "之四\n", "之五\n")
"""What every line that numbers a speech holds."""
_CONTENT_LENGTH: Final = 40
_SENTENCE_LENGTH: Final = 12
_HEAD_LINES: Final = 40
_HEAD_REACH: Final = 3000


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the ways in which a line numbers the speeches of a page; made only for a page that may hold several."""
    before, behind = (
        rf"[{SPACE}#*]*[^\n，。；：！？,]{{0,40}}?[{SPACE}【\[（(]*",
        rf"(?:[：:、{SPACE}.].{{0,60}}|(?<=[】\]）)]).{{0,60}}|[{SPACE}]*)",
    )
    return (
        ("ordered", re.compile(rf"[{SPACE}#*【\[《]*第{_NUM}篇(?:[】\]》]|[：:、{SPACE}]|$).{{0,60}}")),
        ("numbered", re.compile(rf"{before}篇{_NUM}[】\]）)]?{behind}")),
        ("sample", re.compile(rf"{before}(?:[范範]文|[范範]例|例文){_NUM}[】\]）)]?{behind}")),
        ("suffix", re.compile(rf"[{SPACE}#*]*[^\s，。；：！？,][^\n，。；：！？,]{{3,50}}[（(]{_NUM}[)）][{SPACE}]*")),
        ("suffix-zhi", re.compile(rf"[{SPACE}#*]*[^\s，。；：！？,][^\n，。；：！？,]{{3,50}}之{_NUM}[{SPACE}]*")),
    )


class Part(NamedTuple):
    """A speech's place in the folded text."""

    begin: int
    title: tuple[int, int] | None
    """The span of its title."""
    end: int
    head: int
    """Where the text after title, source lines and salutation begins."""
    salutation: tuple[int, int] | None


class _Border(NamedTuple):
    begin: int
    line_end: int
    ordinal: int
    form: str


def split(text: str, marked: list[int]) -> list[Part]:
    """Return the speeches of a folded text, in order; one where the page holds one, none where it holds nothing.

    Takes the text and the offsets of the candidates that open lines: such a line is no title.
    """
    if text.isspace():
        return []
    borders = _numbered_borders(text) or _titled_borders(text, marked)
    if len(borders) < 2:
        return [_single(text, marked, len(text) - 1)]
    limits = [border.begin for border in borders[1:]] + [len(text) - 1]
    parts = [_part(text, marked, border, limit) for border, limit in zip(borders, limits, strict=True)]
    return [*_before(text, borders[0].begin, marked), *parts]


_PROSE: Final = 3


def _before(text: str, limit: int, marked: list[int]) -> list[Part]:
    """Return the speech before the first numbered one, where what stands there is more than a page's frame."""
    if bisect_left(marked, limit) < 2:
        return []
    prose = sum(
        len(line) >= _CONTENT_LENGTH and line.rstrip()[-1:] in "。！？；" and not is_footer(line.strip())
        for line in text[:limit].split("\n")
    )
    return [_single(text, marked, limit)] if prose >= _PROSE else []


# --- borders ---------------------------------------------------------------------------------------------------------


def _line(text: str, at: int) -> tuple[int, int]:
    begin = text.rfind("\n", max(0, at - 120), at) + 1
    end = text.find("\n", at, at + _LONGEST + 2)
    return begin, at + _LONGEST + 2 if end < 0 else end


def _next_line(text: str, end: int) -> tuple[int, int] | None:
    """Return the next line that is not blank."""
    at = end + 1
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip():
            return at, stop
        at = stop + 1
    return None


def _anchors(text: str) -> list[int]:
    """Return where a line may number a speech, in order."""
    found = [
        at for char, following in _ANCHORS for at in _places(text, char) if not following or text[at + 1] in following
    ]
    found += [at for ending in _ENDINGS for at in _places(text, ending)]
    if _PARTS[0] in text:
        found += [at for part in _PARTS for at in _places(text, part)]
    return sorted(found)


_NUMERALS: Final = frozenset("一二三四五六七八九十0123456789０１２３４５６７８９")


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _numbered_borders(text: str) -> list[_Border]:
    found: list[_Border] = []
    anchors = [
        at
        for at in _anchors(text)
        if _NUMERALS.intersection(text[max(at - 4, 0) : at + 5]) or text[at] not in "篇范範例"
    ]
    if len(anchors) < 2:
        return []
    for anchor in anchors:
        begin, end = _line(text, anchor)
        if text[anchor - 1] == "【":
            begin = anchor - 1
        if (
            end - begin > _LONGEST
            or not begin
            or (found and found[-1].begin == begin)
            or anchor - begin > _LONGEST // 2
        ):
            continue
        for form, shape in _forms():
            if fit := shape.fullmatch(text, begin, end):
                found.append(_Border(begin, end, parse_number(fit["n"]) or 0, form))
                break
    if len(found) < 2:
        return []
    real = [
        border for border, below in zip(found, [*found[1:], None], strict=True) if not _is_entry(text, border, below)
    ]
    return max((_series(real, form) for form, _ in _forms()), key=len, default=[])


_LONGEST: Final = 120


def _is_entry(text: str, border: _Border, below: _Border | None) -> bool:
    """Whether a numbered title is a line of a table of contents: the next line is the next title."""
    if below is None:
        following = _next_line(text, border.line_end)
        return following is None or is_footer(text[slice(*following)].strip())
    following = _next_line(text, border.line_end)
    return following is not None and following[0] == below.begin and below.ordinal != border.ordinal


def _series(borders: list[_Border], form: str) -> list[_Border]:
    """Return the borders of one form that count on: 1, 2, 3, and again from 1 on the next page."""
    series: list[_Border] = []
    for border in borders:
        if border.form != form:
            continue
        if border.ordinal == 1 or (series and border.ordinal == series[-1].ordinal + 1):
            series.append(border)
    return series if any(border.ordinal == 2 for border in series) else []


_ADDRESSING: Final = rf"[：:！!](?=[{SPACE}]*\n)"


def _titled_borders(text: str, marked: list[int]) -> list[_Border]:
    """Return title lines with a salutation of their own below, where a page has several."""
    found: list[_Border] = []
    for match in re.finditer(_ADDRESSING, text):
        begin = text.rfind("\n", max(0, match.start() - _LONGEST), match.start()) + 1
        if not begin or not is_salutation(text[begin : match.end()].strip()):
            continue
        title = _title_above(text, begin, marked)
        if title is None and found and text[match.start()] in "：:":
            title = _plain_title_above(text, begin, marked)
        if title and (not found or title[0] > found[-1].begin):
            found.append(_Border(title[0], title[1], len(found) + 1, "titled"))
    return found


def _title_above(text: str, salutation: int, marked: list[int]) -> tuple[int, int] | None:
    """Return the title line above a salutation, over lines with dates and names."""
    end = salutation
    for _ in range(8):
        begin, stop = _previous_line(text, end)
        if stop <= 0:
            return None
        line = text[begin:stop]
        end = begin
        if not line.strip():
            continue
        if (
            looks_like_title(line.strip(SPACE + "#*"))
            and not is_header(line.strip())
            and not _is_marked(marked, begin, stop)
        ):
            return begin, stop
        if len(line) > 40 or line.rstrip()[-1:] in "。！？；":
            return None
    return None


def _plain_title_above(text: str, salutation: int, marked: list[int]) -> tuple[int, int] | None:
    """Return the short line right above a salutation, where a sentence or a blank page ends above it."""
    begin, stop = _previous_text(text, salutation)
    line = text[begin:stop].strip(SPACE + "#*")
    if (
        not 2 <= len(line) <= 30
        or _is_sentence(line)
        or is_header(line)
        or is_footer(line)
        or _is_marked(marked, begin, stop)
    ):
        return None
    above = text[slice(*_previous_text(text, begin))].rstrip()
    return (begin, stop) if above.endswith(("。", "！", "？", "”", "!")) or is_footer(above.strip()) else None


def _previous_text(text: str, begin: int) -> tuple[int, int]:
    """Return the nearest line above an offset that is not blank."""
    for _ in range(6):
        begin, stop = _previous_line(text, begin)
        if stop <= 0 or text[begin:stop].strip():
            break
    return begin, max(stop, begin)


def _previous_line(text: str, begin: int) -> tuple[int, int]:
    stop = begin - 1
    return (text.rfind("\n", 0, max(stop, 0)) + 1, stop)


# --- one speech ------------------------------------------------------------------------------------------------------


def _part(text: str, marked: list[int], border: _Border, limit: int) -> Part:
    begin = border.begin
    while begin < border.line_end and text[begin] in SPACE:
        begin += 1
    title = _title_of(text, begin, border.line_end)
    return _finish(text, marked, begin, title, limit, max(title[1], border.line_end))


def _title_of(text: str, begin: int, end: int) -> tuple[int, int]:
    while end > begin and text[end - 1] in SPACE:
        end -= 1
    return begin, end


def _single(text: str, marked: list[int], limit: int) -> Part:
    title = _first_title(text, marked)
    if title is None:
        begin = _below_frame(text, limit)
        return _finish(text, marked, begin, None, limit, begin)
    return _finish(text, marked, title[0], title, limit, title[1])


def _below_frame(text: str, limit: int) -> int:
    """Return where the text of a page begins that has no title: below the lines of its frame."""
    at = _next_line(text, 0)
    while at and at[0] < limit:
        line = text[slice(*at)].strip()
        if not (is_header(line) or is_footer(line) or is_page_number(line)):
            return at[0]
        at = _next_line(text, at[1])
    return next((index for index, char in enumerate(text) if char not in SPACE + "\n"), limit)


def _first_title(text: str, marked: list[int]) -> tuple[int, int] | None:
    """Return the span of the title of a page with one speech: in its head, before anything that reads as text."""
    lines: list[tuple[int, int]] = []
    at: tuple[int, int] | None = _next_line(text, 0) if text[0] == "\n" else (0, max(text.find("\n"), 0))
    framed = False
    best: tuple[int, int] | None = None
    while at and len(lines) < _HEAD_LINES and at[0] < _HEAD_REACH:
        begin, end = at
        line = text[begin:end].strip(SPACE + "*#")
        if is_header(line) or is_footer(line) or is_page_number(line):
            framed = True
        elif is_salutation(line) or len(line) > _WIDEST or _is_marked(marked, begin, end) or _is_sentence(line):
            break
        elif line:
            lines.append(at)
            if looks_like_title(line) and best is None:
                best = at
        at = _next_line(text, end)
    if not lines or (at is None and len(lines) > 1 and best is None):
        return None
    chosen = best or (lines[0] if not framed or len(lines) == 1 else _subtitled(text, lines) or lines[0])
    subtitled = _subtitled(text, lines)
    return _widened(text, subtitled or chosen)


_WIDEST: Final = 80
_STOPS: Final = frozenset("。；！？!?;")


def _is_sentence(line: str) -> bool:
    return not _STOPS.isdisjoint(line) or line.endswith(("：", ":", "，", ","))


def _is_marked(marked: list[int], begin: int, end: int) -> bool:
    index = bisect_left(marked, begin)
    return index < len(marked) and marked[index] < end


def _subtitled(text: str, lines: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the line above a subtitle that opens with a dash."""
    for above, below in pairwise(lines):
        if text[below[0] : below[1]].lstrip(SPACE + "*").startswith(("——", "--", "—")):
            return above
    return None


def _widened(text: str, title: tuple[int, int]) -> tuple[int, int]:
    """Return a title with the lines right above it that belong to it."""
    begin, end = title
    for _ in range(2):
        above, stop = _previous_line(text, begin)
        line = text[max(above, 0) : max(stop, 0)].strip(SPACE + "*#")
        if (
            stop <= 0
            or len(line) < 4
            or len(line) > 40
            or line[-1] in "。；：！？】"
            or is_header(line)
            or is_footer(line)
        ):
            break
        begin = above
    while begin < end and text[begin] in SPACE + "#*\n":
        begin += 1
    while end > begin and text[end - 1] in SPACE + "*":
        end -= 1
    return begin, end


def _finish(  # noqa: PLR0913, PLR0917 -- the parts of one
    text: str, marked: list[int], begin: int, title: tuple[int, int] | None, limit: int, head: int
) -> Part:
    end = _speech_end(text, marked, head, limit)
    salutation = _salutation(text, head, end)
    return Part(begin, title, end, salutation[1] if salutation else head, salutation)


def _salutation(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return the span of the salutation in a speech's head: the first line that addresses the audience."""
    at: tuple[int, int] | None = (begin, max(text.find("\n", begin, end), begin))
    for _ in range(30):
        if at is None or at[0] >= end:
            return None
        line = text[at[0] : at[1]].strip(SPACE)
        if is_salutation(line):
            start = text.index(line, at[0])
            return start, start + len(line)
        if len(line) > _LONG_LINE and line.endswith(("。", "：", "！")):
            return None
        at = _next_line(text, at[1])
    return None


_LONG_LINE: Final = 60


_PROSE_LENGTH: Final = 200


def _is_prose(line: str) -> bool:
    """Whether a trimmed line reads as a sentence of a speech and not as a link."""
    if line[-1] in "。！？!?":
        return len(line) >= _SENTENCE_LENGTH
    return line[-1] in "”）」…" and len(line) >= _CONTENT_LENGTH


def _speech_end(text: str, marked: list[int], begin: int, limit: int) -> int:
    """Return where a speech ends: before the frame of the page, where nothing but the frame follows."""
    end = at = limit
    inked = False  # whether anything but the frame stands below
    while at > begin:
        line_begin = max(text.rfind("\n", begin, at), begin)
        line = text[line_begin:at].strip()
        if not line:
            pass
        elif len(line) > _PROSE_LENGTH:
            break
        elif is_page_number(line):
            end = end if inked else line_begin
        elif is_footer(line):
            end, inked = line_begin, False
        elif _is_prose(line) or (line[-1] in "。；！？!?;" and _is_marked(marked, line_begin, at)):
            break
        else:
            inked = True
        at = line_begin
    while end > begin and text[end - 1] in SPACE + "\n":
        end -= 1
    return end


def side_lists(text: str, marked: list[int]) -> list[tuple[int, int, str]]:
    """Return the spans of tables of contents and blocks of notes, each with the reason it stands for.

    Takes the folded text and the offsets of the candidates that open lines.
    """
    spans: list[tuple[int, int, str]] = []
    heads = list(_SIDE.finditer(text))
    if "附" in text or "释" in text or "釋" in text:
        heads += re.finditer(_GLOSSARY, text)
    for match in heads:
        begin, end = match.end(), _block_end(text, match.end(), len(text), marked)
        if end > begin:
            spans.append((begin, end, "contents" if "目" in match.group() else "footnote"))
    return spans


_SIDE: Final = re.compile(
    rf"\n[{SPACE}#*【\[]*(?:(?:(?:本文|文章)?目[{SPACE}]*[录錄次]|附?[注註]|附註|注释|注釋|註釋|备注|備註)[{SPACE}*】\]]*+[：:]?"
    rf")[{SPACE}*】\]]*+\n"
)
_GLOSSARY: Final = rf"\n[{SPACE}]*(?:附件[：:][^\n]{{0,40}}|[^\n。，]{{0,30}}名[词詞]解[释釋])[{SPACE}*】\]]*\n"


def _block_end(text: str, begin: int, limit: int, marked: list[int]) -> int:
    """Return where a block of numbered lines ends: at a line without a marker, or where a line comes again."""
    seen: set[str] = set()
    at, end = begin, begin
    while at < limit:
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        line = text[at:stop].strip()
        if line and (not _is_marked(marked, at, stop) or line.rstrip("0123456789…. ·") in seen):
            break
        if line:
            seen.add(line.rstrip("0123456789…. ·"))
            end = stop
        at = stop + 1
    return end
