"""Where the speeches of a page begin: lines that number them, or titles with a salutation of their own below."""

from __future__ import annotations

import re
from typing import Final

from speechparse.cues import is_addressee, is_salutation
from speechparse.families import SPACE
from speechparse.frame import is_footer, is_header, is_rule, looks_like_title
from speechparse.lines import DECORATION, is_marked, is_sentence, previous_line, previous_text
from speechparse.midline import midline_borders
from speechparse.numbered import Border, numbered_borders

_LONGEST: Final = 120


def find_borders(text: str, marked: list[int]) -> list[Border]:
    """Return the lines that open the speeches of a page; less than two where it holds one.

    Takes the folded text and the offsets of the candidates that open lines: such a line is no title.
    """
    return numbered_borders(text, marked) or _titled_borders(text, marked) or midline_borders(text)


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
    return (
        (begin, stop)
        if above.endswith(("。", "！", "？", "”", "!")) or is_footer(above.strip()) or is_rule(above.strip())
        else None
    )
