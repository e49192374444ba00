"""Markdown: the text as a page shows it, a line for each line of the file.

Lines stay lines, so that an outline's line numbers are those of the file (only `<br>` adds one). Chinese Markdown is
often not what CommonMark says: `##一、` without a space, bold next to Chinese punctuation, single line breaks that are
meant. It is read as it is meant.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from speechparse.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING: Final = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$|(?=[^\x00-\x7f]))")
_RULE: Final = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*|-{1,2}[ \t]*)$")
"""A line across the page, or the underline of a heading."""
_QUOTE: Final = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+(?:\[![\w-]{1,20}\][+-]?[ \t]*)?")
_BULLET: Final = re.compile(r"(?:[ \t]*[-*+•][ \t]+)+(?:\[[ xX]\][ \t]+)?")
_NUMBERED: Final = re.compile(r"([ \t]*)([0-9]{1,9})([.)])(?:[ \t]+|$)")
_TABLE_RULE: Final = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION: Final = re.compile(
    r" {0,3}\[(?:\^[^\]\n]+\]:|[^\]\n]+\]:[ \t]*(?:<[^>]*>|[!-~]+)(?:[ \t]+[\"'(].*)?[ \t]*$)"
)
"""Where a link leads, or what a footnote says."""
_YAML: Final = re.compile(r"[\w-]+[ \t]*:|[ \t]+\S|[ \t]*-[ \t]|[ \t]*#|[ \t]*$")
_YAML_LINES: Final = 200

_LONGEST: Final = 50_000
"""Lines that are longer are left as they are: nobody writes them, and a search in them costs the square of it."""
_MARKED: Final = re.compile(r"[\\`<\[*_~=&]")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDE: Final = 0xF0000
"""Added to an escaped character, so that it means nothing until it is shown."""
_SHOWN: Final = {_HIDE + code: chr(code) for code in range(0x21, 0x7F)}

_TARGET: Final = r"(?:\([^()\n]{0,999}(?:\([^()\n]{0,99}\))?[^()\n]{0,99}\)|\[[^\]\n]{0,99}\])"
"""Where a link leads: lengths are limited, since a mark that is never closed must not cost a search to the end."""

_INLINE: Final[tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    ("`", re.compile(r"(?<!`)(`{1,8})(?!`)(.{1,400}?)(?<!`)\1(?!`)"), lambda match: _hidden(match[2].strip())),
    ("-->", re.compile(r"<!--.*?-->"), ""),
    ("<", re.compile(r"<br[ \t]*/?>[ \t]*(?=\S)", re.IGNORECASE), "\n"),
    ("<", re.compile(r"<((?:https?|mailto):[^\s<>]*)>"), r"\1"),
    ("<", re.compile(r"</?[a-zA-Z][^<>\n]*>"), ""),
    ("![", re.compile(rf"!\[[^\]\n]{{0,400}}\]{_TARGET}"), ""),
    ("[^", re.compile(r"\[\^[^\]\n]{1,99}\]"), ""),
    ("]]", re.compile(r"\[\[(?:[^\]|\n]{0,400}\|)?([^\]\n]{1,400})\]\]"), r"\1"),
    ("](", re.compile(rf"\[([^\]\n]{{0,400}})\]{_TARGET}"), r"\1"),
    ("][", re.compile(rf"\[([^\]\n]{{0,400}})\]{_TARGET}"), r"\1"),
    *(
        (mark, re.compile(rf"{re.escape(mark)}(?=\S)(.{{1,400}}?)(?<=\S){re.escape(mark)}"), r"\1")
        for mark in ("**", "__", "~~", "==")
    ),
    ("*", re.compile(r"(?<![*\w])\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*(?!\*)"), r"\1"),
    ("_", re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,400}?)(?<=[^\s_])_(?![\w_])"), r"\1"),
)
"""What a mark in running text begins with, the mark, and what is left of it, in this order."""


def read_markdown(data: bytes, encoding: str | None) -> tuple[str, str]:
    """Return the text of a Markdown file and the name of its encoding; raise ReadError as `decode` does."""
    text, name = decode(data, encoding)
    return plain_text(text), name


def plain_text(markdown: str) -> str:
    """Return Markdown without its marks."""
    lines = re.split("\r\n|\r|\n", markdown)
    reader = _Reader(tables=_table_lines(lines))
    begin = _front_matter(lines)
    shown = [""] * begin + [reader.line(number, line) for number, line in enumerate(lines[begin:], begin)]
    return "\n".join(shown)


def _front_matter(lines: list[str]) -> int:
    """Return how many lines at the start are metadata."""
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:_YAML_LINES], 1):
        if line.rstrip() in {"---", "..."}:
            return number + 1
        if not _YAML.match(line):
            return 0
    return 0


def _table_lines(lines: list[str]) -> dict[int, bool]:
    """Return the lines of tables: whether each is a row or only the rule below the head."""
    rows: dict[int, bool] = {}
    for number, line in enumerate(lines):
        if number and "|" in lines[number - 1] and "-" in line and _TABLE_RULE.match(line) and "|" in line:
            rows |= {number - 1: True, number: False}
        elif number - 1 in rows and "|" in line and line.strip():
            rows[number] = True
    return rows


@dataclass(slots=True)
class _List:
    """A numbered list that goes on."""

    first: int
    count: int
    lazy: bool
    """Whether all numbers so far are the same, so that the page counts."""


@dataclass(slots=True)
class _Reader:
    """Goes from line to line."""

    tables: dict[int, bool]
    fence: str = ""
    """What ends the block of code that the lines are in."""
    comment: bool = False
    blank: bool = True
    lists: dict[int, _List] = field(default_factory=dict)
    """By how far they are indented."""

    def line(self, number: int, line: str) -> str:
        """Return what is seen of one line."""
        if self._in_code(line):
            return ""
        if self.fence:
            return line
        if number in self.tables:
            return _row(line) if self.tables[number] else ""
        text = self._comment(line)
        if _RULE.match(text) or _DEFINITION.match(text):
            self.blank = True
            return ""
        text = self._block(text)
        self.blank = not text.strip()
        return _inline(text)

    def _in_code(self, line: str) -> bool:
        """Take the line that begins or ends a block of code."""
        match = _FENCE.match(line)
        if self.fence:
            ends = match is not None and match[1].startswith(self.fence) and not line[match.end() :].strip()
            self.fence = "" if ends else self.fence
            return ends
        if match is not None and "`" not in line[match.end() :]:
            self.fence = match[1]
            return True
        return False

    def _comment(self, line: str) -> str:
        """Leave out what is in a comment that goes over several lines."""
        if self.comment:
            _, end, line = line.partition("-->")
            self.comment = not end
        start = line.rfind("<!--")
        if start >= 0 and "-->" not in line[start:]:
            self.comment = True
            return line[:start]
        return line

    def _block(self, line: str) -> str:
        """Leave out what says which kind of block a line is."""
        for marks in (_QUOTE, _BULLET):
            if match := marks.match(line):
                line = line[match.end() :]
        if match := _HEADING.match(line):
            self.lists.clear()
            return _without_closing(line[match.end() :])
        if match := _NUMBERED.match(line):
            return self._number(match) + line[match.end() :]
        if self.blank and line.strip() and not line.startswith((" ", "\t")):
            self.lists.clear()
        return line.lstrip(" \t")

    def _number(self, match: re.Match[str]) -> str:
        """Return the number of an item: where all are the same, as in 1. 1. 1., it is the page that counts."""
        indent, number = len(match[1].expandtabs(4)), int(match[2])
        for deeper in [depth for depth in self.lists if depth > indent]:
            del self.lists[deeper]
        known = self.lists.setdefault(indent, _List(number, 0, lazy=True))
        known.lazy &= number == known.first
        shown = known.first + known.count if known.lazy else number
        known.count += 1
        return f"{shown}{match[3]} "


def _without_closing(heading: str) -> str:
    """Leave out the number signs at the end of a heading."""
    text = heading.rstrip(" \t")
    inner = text.rstrip("#")
    return inner if inner != text and inner.endswith((" ", "\t")) else text


def _row(line: str) -> str:
    """Return the cells of a table's row with tabs between them."""
    cells = line.strip().removeprefix("|").removesuffix("|").replace("\\|", chr(_HIDE + ord("|"))).split("|")
    return "\t".join(_inline(cell.strip()).replace("\n", " ").translate(_SHOWN) for cell in cells).rstrip("\t")


def _hidden(text: str) -> str:
    """Return a text whose signs mean nothing."""
    return "".join(chr(_HIDE + ord(char)) if "!" <= char <= "~" else char for char in text)


def _inline(text: str) -> str:
    """Leave out the marks in running text."""
    if len(text) > _LONGEST or not _MARKED.search(text):
        return text.rstrip(" \t")
    text = _ESCAPE.sub(lambda match: chr(_HIDE + ord(match[1])), text).rstrip("\\")
    for begin, pattern, shown in _INLINE:
        if begin in text:
            text = pattern.sub(shown, text)
    # Bold that CommonMark would not take for bold, since Chinese punctuation stands inside it.
    text = text.replace("**", "")
    return html.unescape(text).translate(_SHOWN).replace("\xa0", " ").rstrip(" \t")
