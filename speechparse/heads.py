"""The head of a speech: the page's frame above it, its title block, its salutation."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from speechparse.above import below_note, forwarded_from, numbered_links
from speechparse.asides import headlines
from speechparse.cues import address_length, is_addressee
from speechparse.families import SPACE
from speechparse.frame import (
    is_date_line,
    is_footer,
    is_header,
    is_menu_word,
    is_page_number,
    is_rule,
    looks_like_title,
)
from speechparse.lines import DECORATION, is_marked, is_sentence, next_line, previous_line

_HEAD_LINES: Final = 60
_HEAD_REACH: Final = 3000
_WIDEST: Final = 80
_LONG_LINE: Final = 60
_MENU_WORD: Final = 6
"""The longest entry of a menu, in characters."""
_MENU: Final = 4
"""So many short lines in a row are a menu, whatever they say."""
_CLOSED: Final = "】]）)"
_STRIPPED: Final = SPACE + DECORATION


class Head(NamedTuple):
    """Where a speech begins, and the span of its title."""

    begin: int
    title: tuple[int, int] | None


class _Entry(NamedTuple):
    begin: int
    end: int
    line: str
    framed: bool
    """Whether the line belongs to the frame of the page."""


def read_head(text: str, marked: list[int], limit: int) -> Head:
    """Return where the speech of a page with one speech begins: its title, or the first line below the frame.

    Takes the folded text, the offsets of the candidates that open lines, and where the speech ends at the latest.
    """
    entries, body = _head_entries(text, marked, limit)
    if body is not None and (below := below_note(text, marked, body, limit)):
        return Head(below[0], below)
    menu = _menu(entries, body)
    if above := headlines(text):
        menu.update(offset + 1 for offset in range(above[0], above[1] - 1) if text[offset] == "\n")
    lines = [entry for entry in entries if not entry.framed and entry.begin not in menu]
    looking = [entry for entry in lines if looks_like_title(entry.line)]
    if lines and not (body is None and len(lines) > 1 and not looking):
        chosen = _subtitled(lines) or (_below_numbers(entries, looking) or looking or lines)[0]
        framed = {entry.begin for entry in entries if entry.framed}
        begin, end = _widened(text, (chosen.begin, chosen.end), menu | framed)
        return Head(begin, (begin, end))
    if lines:
        return Head(lines[0].begin, None)
    if body is None or body >= limit:
        body = next((index for index, char in enumerate(text) if char not in SPACE + "\n"), limit)
    return Head(body, None)


def _below_numbers(entries: list[_Entry], titles: list[_Entry]) -> list[_Entry]:
    """Return those titles that stand below the number of a page: what stands above names the document."""
    numbers = [entry.begin for entry in entries if is_page_number(entry.line)]
    return [title for title in titles if numbers and title.begin > numbers[-1]]


def _head_entries(text: str, marked: list[int], limit: int) -> tuple[list[_Entry], int | None]:
    """Return the lines above the first that reads as text, and where that one begins; None where none does."""
    entries: list[_Entry] = []
    above = headlines(text)
    start = max(above[1] - 1 if above else 0, forwarded_from(text, limit))
    at = next_line(text, start) if text[start] == "\n" else (0, max(text.find("\n"), 0))
    while at and len(entries) < _HEAD_LINES and at[0] < _HEAD_REACH:
        begin, end = at
        line = text[begin:end].strip(_STRIPPED)
        framed = is_header(line) or is_footer(line) or is_page_number(line) or is_rule(line)
        if not framed and (address_length(line) or len(line) > _WIDEST or is_sentence(line)):
            return entries, begin
        if not framed and is_marked(marked, begin, end):
            links = numbered_links(text, marked, begin, end)
            if not links:
                return entries, begin
            entries += [_Entry(*span, "", framed=True) for span in links]
            at = next_line(text, links[-1][1])
            continue
        if line:
            entries.append(_Entry(begin, end, line, framed))
        at = next_line(text, end)
    return entries, at[0] if at else None


def _menu(entries: list[_Entry], body: int | None) -> set[int]:
    """Return where the lines of menus begin: many short ones in a row, or words that menus are made of.

    The last line above the text is none where it reads as a title.
    """
    menu: set[int] = set()
    row: list[_Entry] = []
    for entry in [*entries, None]:
        if entry and (entry.framed or len(entry.line) <= _MENU_WORD):
            row.append(entry)
            continue
        short = [one for one in row if not one.framed]
        known = sum(is_menu_word(one.line) for one in short)
        if len(short) >= _MENU or known * 2 > len(short):
            menu.update(one.begin for one in short)
        else:
            menu.update(one.begin for one in short if len(one.line.strip(_CLOSED)) == 1 or is_menu_word(one.line))
        row = []
    last = entries[-1] if entries else None
    if last and body is not None and looks_like_title(last.line) and not is_menu_word(last.line):
        menu.discard(last.begin)
    menu.update(entry.begin for entry in entries if _is_bar(entry.line))
    return menu


def _is_bar(line: str) -> bool:
    """Whether a line is a menu of words side by side: 要闻 政策 服务 互动."""
    words = line.replace("|", " ").replace("｜", " ").replace("·", " ").split()
    return len(words) >= _MENU and all(1 < len(word) <= _MENU_WORD for word in words)


def _subtitled(lines: list[_Entry]) -> _Entry | None:
    """Return the line above a subtitle that opens with a dash."""
    return next((above for above, below in pairwise(lines) if _is_subtitle(below.line)), None)


def _is_subtitle(line: str) -> bool:
    return line.startswith(("——", "--", "—")) and not is_page_number(line)


def _widened(text: str, title: tuple[int, int], others: set[int]) -> tuple[int, int]:
    """Return a title with the lines right above it that belong to it; takes where the lines of the page begin."""
    begin, end = title
    for _ in range(2):
        above, stop = previous_line(text, begin)
        line = text[max(above, 0) : max(stop, 0)].strip(_STRIPPED)
        if stop <= 0 or not 4 <= len(line) <= 40 or line[-1] in "。；：！？】":
            break
        if above in others or is_header(line) or is_footer(line):
            break
        begin = above
    while begin < end and text[begin] in _STRIPPED + "\n":
        begin += 1
    while end > begin and text[end - 1] in _STRIPPED:
        end -= 1
    return begin, end


# --- below the title -------------------------------------------------------------------------------------------------


def below_title(text: str, begin: int, end: int) -> int:
    """Return where the text begins below a title: behind its subtitle, and the lines with its date and its speaker."""
    line_end = text.find("\n", begin, end)
    stop, at = begin, next_line(text, line_end) if line_end >= 0 else None
    while at and at[1] <= end:
        line = text[slice(*at)].strip(_STRIPPED)
        dated = is_date_line(line) if line[:1] in "（(" else is_header(line)
        if not (dated or _is_subtitle(line) or _is_name(line)):
            break
        stop, at = at[1], next_line(text, at[1])
    return stop


_NAME: Final = range(2, 5)


def _is_name(line: str) -> bool:
    """Whether a line is a name with blanks inside, as it stands below a title: 江　平."""
    parts = line.split()
    return len(parts) > 1 and len("".join(parts)) in _NAME and all(part.isalpha() for part in parts)


def salutation(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return the span of the salutation in a speech's head: the first line that addresses somebody.

    It may open the first paragraph: 同志们：今天讲三点. In an official letter it names those the letter goes to.
    """
    stop = text.find("\n", begin, end)
    at: tuple[int, int] | None = (begin, stop if stop >= 0 else end)
    opening = True  # nothing but the title block was read
    for _ in range(30):
        if at is None or at[0] >= end:
            return None
        line = text[at[0] : at[1]].strip(_STRIPPED)
        length = address_length(line)
        if length == len(line) or opening:
            length = length or (len(line) if is_addressee(line) else 0)
            if length:
                start = text.index(line, at[0])
                return start, start + length
        if len(line) > _LONG_LINE and line.endswith(("。", "：", "！")):
            return None
        opening = opening and not is_sentence(line)
        at = next_line(text, at[1])
    return None
