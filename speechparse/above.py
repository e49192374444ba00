"""What stands above the title of a speech and is none of it: numbered links, a mail that sends the speech on."""

from __future__ import annotations

import re
from typing import Final

from speechparse.cues import address_length
from speechparse.families import BLANK, SPACE
from speechparse.frame import is_footer, looks_like_title
from speechparse.lines import DECORATION, is_marked, is_sentence, next_line
from speechparse.page_words import FORWARDED

_LINKS: Final = 3
"""So many numbered lines above a title are links or a table of contents."""
_MOST_LINKS: Final = 60
_LINK_LENGTH: Final = 60
_NOTE_LINES: Final = 4
_NOTE_LENGTH: Final = 400
_BLOCK_LINES: Final = 4
"""So many lines with a speaker and a date may stand between a title and the salutation."""


def numbered_links(text: str, marked: list[int], begin: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the numbered lines, from the one at two offsets on, that only lead elsewhere, or none.

    A title stands right below them, and none of them holds a sentence.
    """
    found: list[tuple[int, int]] = []
    at: tuple[int, int] | None = (begin, end)
    while at and is_marked(marked, *at) and len(found) < _MOST_LINKS:
        line = _line(text, at)
        if len(line) > _LINK_LENGTH or is_sentence(line):
            return []
        found.append(at)
        at = next_line(text, at[1])
    if not at or len(found) < _LINKS or is_footer(below := _line(text, at)) or not looks_like_title(below):
        return []
    return found


_HEAD_REACH: Final = 1000
"""The longest words that send a mail on, with its fields, in characters."""
_FORWARDING: Final = rf"\n(?:{BLANK}|>)*[-—–_=]{{2,40}}{BLANK}*([^\n]{{4,24}}?){BLANK}*[-—–_=]{{2,40}}{BLANK}*(?=\n)"


def forwarded_from(text: str, limit: int) -> int:
    """Return where the line ends below which a mail stands that was sent on (-----原始邮件-----), or 0.

    What stands above it is shorter than what is sent on.
    """
    found, reach = 0, min(_HEAD_REACH, limit // 2)
    words = text[:reach].replace(" ", "")
    if not any(word in words for word in FORWARDED):
        return 0
    for match in re.compile(_FORWARDING).finditer(text, 0, reach):
        if match[1].replace(" ", "").startswith(FORWARDED):
            found = match.end()
    return found


def below_note(text: str, marked: list[int], begin: int, limit: int) -> tuple[int, int] | None:
    """Return the span of the title below a short note that begins at an offset, or None where there is no such title.

    A salutation of its own stands right below that title.
    """
    at = next_line(text, text.find("\n", begin))
    for _ in range(_NOTE_LINES):
        if at is None or at[1] > min(limit, begin + _NOTE_LENGTH) or is_marked(marked, begin, at[1]):
            return None
        if looks_like_title(_line(text, at)):
            return at if _addresses_below(text, at[1], limit) else None
        at = next_line(text, at[1])
    return None


def _addresses_below(text: str, end: int, limit: int) -> bool:
    """Whether the audience is addressed in one of the lines right below a title."""
    at = next_line(text, end)
    for _ in range(_BLOCK_LINES):
        if at is None or at[0] >= limit:
            return False
        line = _line(text, at)
        if address_length(line):
            return True
        if is_sentence(line):
            return False
        at = next_line(text, at[1])
    return False


def _line(text: str, span: tuple[int, int]) -> str:
    return text[slice(*span)].strip(SPACE + DECORATION)
