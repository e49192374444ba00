"""Where a speech ends: above the frame at the foot of its page, the notes in brackets, the papers that are enclosed.

A speech's last lines are read from the last one up, to the first that reads as a sentence of the speech.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from speechparse.endings import (
    is_afterword,
    is_caption,
    is_enclosure,
    is_end_mark,
    is_glossary,
    is_loose,
    is_mail_foot,
    is_minutes_field,
    is_narrated,
    is_note,
)
from speechparse.families import SPACE
from speechparse.frame import is_footer, is_link_list, is_page_number, is_rule
from speechparse.lines import is_marked, previous_text

_CONTENT_LENGTH: Final = 40
_SENTENCE_LENGTH: Final = 12
_PROSE_LENGTH: Final = 200
_LIST: Final = 2
"""So many lines with markers are a list."""
_TERM_LENGTH: Final = 24
"""The longest term that a list of terms explains, in characters."""
_HEAD_REACH: Final = 20_000
"""How far above the end a running head is looked for, in characters."""
_PAGES: Final = 2
"""So often a running head stands above."""
_THANKS: Final = ("谢", "謝", "祝", "散会", "散會")
"""What a line that takes leave holds."""
_VISITED: Final = ("阅读", "閱讀", "閲讀", "访问", "訪問", "浏览", "瀏覽", "关注", "關注", "下载", "下載", "使用")
"""What a page thanks its visitors for."""


def speech_end(text: str, marked: list[int], begin: int, limit: int) -> int:
    """Return where the speech ends that begins at an offset of the folded text, at a limit at the latest.

    Takes the offsets of the candidates that open lines, too.
    """
    foot = _Foot(text, marked, begin, limit)
    end = foot.end
    if _is_entry(text, *foot.stop):
        glossary = _glossary_start(text, begin, end)
        end = _Foot(text, marked, begin, glossary).end if glossary < end else end
    while end > begin and text[end - 1] in SPACE + "\n":
        end -= 1
    return end


def _is_prose(line: str) -> bool:
    """Whether a trimmed line reads as a sentence of a speech and not as a link."""
    if line[-1] in "。！？!?":
        return len(line) >= _SENTENCE_LENGTH or _takes_leave(line)
    return line[-1] in "”）」…" and len(line) >= _CONTENT_LENGTH


def _takes_leave(line: str) -> bool:
    return any(word in line for word in _THANKS) and not any(word in line for word in _VISITED)


def _is_mark(line: str) -> bool:
    """Whether a trimmed line ends the text or opens a note of those who printed it."""
    return is_end_mark(line) or is_rule(line) or is_afterword(line)


def _is_afterpiece(line: str) -> bool:
    """Whether a trimmed line, below words of leave, is of the minutes or the programme."""
    return is_minutes_field(line) or is_narrated(line)


class _Foot:
    """The lines between the last sentence of a speech and its limit, read upwards.

    Above lines with markers only the head of a list of links still shows a frame: numbered links stand below it. A
    frame that would leave nothing of the speech is the one at its head.
    """

    def __init__(self, text: str, marked: list[int], begin: int, limit: int) -> None:
        """Read the lines above the limit."""
        self.text = text
        self.marked = marked
        self.begin = begin
        self.end = limit
        self.stop = (begin, begin)
        """The line that reads as a sentence, an empty span where none does."""
        self._low = -1  # the end as it was below the lowest line that is more than a frame
        self._plain = 0  # how many such lines stand below, without a marker
        self._numbered = 0  # and with one
        self._heads: set[str] | None = None  # what stands on several lines of the last pages, once it was asked
        self._loose = -1  # where lines begin that are a frame if the one above them takes leave
        at = limit
        while at > begin:
            line_begin = max(text.rfind("\n", begin, at), begin)
            line = text[line_begin:at].strip()
            if line and self._stops(line, line_begin, at):
                self.stop = line_begin, at
                if self._loose >= 0 and (line[-1] in "！!" or _takes_leave(line)):
                    self.end = min(self.end, self._loose)
                return
            at = line_begin
        if self._low >= 0 and not text[begin : self.end].strip():
            self.end = self._low

    def _stops(self, line: str, begin: int, end: int) -> bool:
        """Whether a line is one of the speech; what else it is, is remembered."""
        has_marker = is_marked(self.marked, begin, end)
        listed = self._numbered >= _LIST
        if is_mail_foot(line):
            self._frame(begin)
        elif is_note(line):
            self._frame(begin, framed=not has_marker and not listed, numbered=has_marker)
        elif len(line) > _PROSE_LENGTH:
            return True
        elif is_page_number(line):
            self.end = self.end if self._plain or self._numbered else begin
        elif is_footer(line) and (not listed or is_link_list(line)):
            self._frame(begin, framed=not (is_enclosure(line) and self._plain and listed))
        elif is_caption(line) or _is_mark(line) or self._is_running_head(line, end):
            self._frame(begin, framed=not listed)
        elif is_enclosure(line):
            self._frame(begin, framed=not self._plain)
        elif is_glossary(line) and not has_marker:
            self._frame(begin)
        elif not _is_afterpiece(line) and (_is_prose(line) or (has_marker and line[-1] in "。；！？!?;")):
            return True
        else:
            self._frame(begin, framed=False, numbered=has_marker)
            loose = not has_marker and (is_loose(line) or _is_afterpiece(line))
            self._loose = begin if loose else self._loose
        return False

    def _frame(self, begin: int, *, framed: bool = True, numbered: bool = False) -> None:
        """Count a line, or end the speech above it where it is one of a frame."""
        if framed:
            self.end, self._plain, self._numbered = begin, 0, 0
            return
        self._low = self.end if self._low < 0 else self._low
        self._plain += not numbered
        self._numbered += numbered

    def _is_running_head(self, line: str, end: int) -> bool:
        """Whether a line stands at other pages of the speech as well, word for word."""
        if self._numbered or line[-1] in "。！？!?：:" or len(line) > _CONTENT_LENGTH:
            return False
        if self._heads is None:
            counted = Counter(self.text[max(self.begin, end - _HEAD_REACH) : end].split("\n"))
            self._heads = {one.strip() for one, count in counted.items() if count > _PAGES}
        return line in self._heads


def _is_entry(text: str, begin: int, end: int) -> bool:
    """Whether a line explains a term (过磅：指…) or names a source ([1]《县志》)."""
    head = text[begin : min(begin + _TERM_LENGTH, end)].lstrip()
    return "：" in head or ":" in head or "指" in head or head.startswith(("[", "［", "〔", *"①②③④⑤⑥⑦⑧⑨⑩"))


def _glossary_start(text: str, begin: int, end: int) -> int:
    """Return where the heading stands below which a paper explains its terms to its end, or that end."""
    at, stop = previous_text(text, end + 1)
    while at > begin and stop > at:
        if stop - at <= _CONTENT_LENGTH * 2 and is_glossary(text[at:stop].strip()):
            return at
        if not _is_entry(text, at, stop):
            break
        at, stop = previous_text(text, at)
    return end
