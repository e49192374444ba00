"""Folded text → candidates: what could be a marker here, and what does it say?

One pattern, made from the table of families, is run once over the text. It begins with one class of lead characters,
so that the engine skips quickly over everything else, and branches by look-behind. `re` does this scan because it is
four times as fast at it as `regex` (`python -m benchmarks engines`); everything else uses `regex`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.families import (
    CLOSING,
    COMMA,
    FAMILIES,
    LINE_FORMS,
    OPENING,
    SENTENCE_END,
    SPACE,
    Family,
)
from speechparse.numerals import BRANCHES, DIGITS, ENCLOSED, STEMS, parse_number, parse_roman

if TYPE_CHECKING:
    from collections.abc import Callable

LINE, SENTENCE, CLAUSE, GLUED = range(4)
"""Positions of a candidate: what stands before it."""

_POSITIONS: Final = {
    "\n": LINE,
    **dict.fromkeys(SENTENCE_END, SENTENCE),
    **dict.fromkeys(COMMA, CLAUSE),
    "—": CLAUSE,
}
_PASSED: Final = frozenset(SPACE + OPENING + CLOSING + "*#>-•·●■◆▲★")
_REACH: Final = 60
"""How far a look at what stands before or behind a candidate goes, so that every look costs the same."""
_QUOTE_REACH: Final = 500
_QUOTES: Final = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"))

_HAN_NUMBER: Final = re.compile(
    r"[一二三四五六七八九十百〇零○两兩廿卅千]+|[壹贰貳弐叁參叄参肆伍陆陸柒捌玖拾佰]+|[0-9０-９]+"
)
_DECIMAL: Final = r"[0-9０-９]+(?:[.．][0-9０-９]+)+"
_AFTER_NUMBER: Final = r"[，,、：:．.]?(?:就|便)?(?:是|$)|[，,、：:．.]$"
_LINE_REACH: Final = 200
_LEADER_END: Final = frozenset(DIGITS + SPACE + "…·.．—_-)）")
_LEADER: Final = (
    rf"(?:…{{2,}}|\.{{4,}}|·{{3,}}|．{{3,}}|—{{4,}}|_{{4,}}|-{{4,}})[{SPACE}]*[（(]?[0-9０-９]{{0,4}}[)）]?[{SPACE}]*"
)


class Reading(NamedTuple):
    """What a marker says, whatever stands around it."""

    key: str
    """Markers with one key can number one list: the family, with the unit or the verb where it has one."""
    ordinal: int
    """0 where the word only says 'next': 再次, 最后."""


class Candidate:
    """One place that could be a marker.

    Offsets are those of the folded text. `quoted` tells that it stands between an opening and a closing quotation mark
    of one paragraph; `reason` says why it may not support a run, or is empty; `firm`, whether it may.
    """

    __slots__ = ("end", "family", "firm", "key", "line", "ordinal", "position", "quoted", "reason", "start")

    def __init__(  # noqa: PLR0913, PLR0917 -- made for every marker: keywords would cost
        self, start: int, end: int, family: Family, reading: Reading, position: int, line: int
    ) -> None:
        """Take the place and what is written there; it is firm and unquoted until told otherwise."""
        self.start = start
        self.end = end
        self.family = family
        self.key, self.ordinal = reading
        self.position = position
        self.line = line
        self.quoted = False
        self.firm = True
        self.reason = ""

    def dismiss(self, reason: str) -> None:
        """Say why it may not support a run."""
        self.reason = reason
        self.firm = False


@lru_cache(maxsize=8)
def pattern(families: tuple[Family, ...] = FAMILIES) -> re.Pattern[str]:
    """Return the scan's pattern: one class of lead characters, then a group a family, in the order of the rows."""
    leads = _class("".join(family.lead for family in families))
    branches: list[str] = []
    for index, family in enumerate(families):
        branch = f"({family.tail})"
        if index and families[index - 1].lead == family.lead:
            branches[-1] = f"{branches[-1][:-1]}|{branch})"
        else:
            branches.append(f"(?<={_class(family.lead)})(?:{branch})")
    return re.compile(f"{leads}(?:{'|'.join(branches)})")


def _class(chars: str) -> str:
    """Return a character class, neighbours drawn together: a class of ranges compiles far faster."""
    spans: list[list[int]] = []
    for code in sorted(set(map(ord, chars))):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return (
        "["
        + "".join(re.escape(chr(low)) + ("-" + re.escape(chr(high)) if high > low else "") for low, high in spans)
        + "]"
    )


@lru_cache(maxsize=1)
def _line_pattern() -> re.Pattern[str]:
    return re.compile(rf"\n[{SPACE}#*]*(?:" + "|".join(f"({form})" for _, form in LINE_FORMS) + ")")


def _number_reading(key: str, marker: str) -> Reading | None:
    match = _HAN_NUMBER.search(marker)
    value = parse_number(match.group()) if match else None
    return Reading(key, value) if value else None


def _unit_reading(family: Family, marker: str) -> Reading | None:
    match = _HAN_NUMBER.search(marker)
    value = parse_number(match.group()) if match else None
    if not match or not value:
        return None
    unit = re.compile(_AFTER_NUMBER).sub("", marker[match.end() :])
    return Reading(f"{family.name} {unit[:1]}", value)


def _verb_reading(family: Family, marker: str) -> Reading | None:
    return _number_reading(f"{family.name} {marker[1]}", marker)


_ORDER: Final = {"首": 1, "其": 2, "再": 0, "最": 0, "末": 0}


def _order_reading(family: Family, marker: str) -> Reading:
    return Reading(family.name, _ORDER[marker[0]])


def _aspect_reading(family: Family, marker: str) -> Reading:
    return Reading(family.name, 2 if marker[0] == "另" else 1)


def _parallel_reading(family: Family, marker: str) -> Reading:
    return Reading(family.name, 1 if marker[0] == "一" else 0)


def _enclosed_reading(family: Family, marker: str) -> Reading | None:
    value = ENCLOSED.get(marker[0])
    if "ⅰ" <= marker[0] <= "ⅻ":
        return Reading(f"{family.name} ⅰ", value or 0)
    return Reading(family.name, value) if value else _number_reading(family.name, marker)


def _stem_reading(family: Family, marker: str) -> Reading | None:
    alphabet = BRANCHES if family.name == "branch" else STEMS
    found = next((alphabet.index(char) + 1 for char in marker if char in alphabet), 0)
    return Reading(family.name, found) if found else None


def _letter_reading(family: Family, marker: str) -> Reading | None:
    letters = "".join(char for char in marker if char.isalpha())
    capital = "A" if letters < "a" else "a"
    if letters in ("I", "V", "X"):
        return Reading(f"roman {marker[-1]}", parse_roman(letters) or 0)
    if len(letters) == 1 and letters.isascii():
        return Reading(f"{family.name} {capital}{marker[-1]}", ord(letters) - ord(capital) + 1)
    if len(letters) == 1:
        return Reading(f"{family.name} Ａ{marker[-1]}", ord(letters) - ord("Ａ") + 1)
    value = parse_roman(letters)
    return Reading(f"roman {marker[-1]}", value) if value else None


def _decimal_reading(family: Family, marker: str) -> Reading | None:
    match = re.compile(_DECIMAL).search(marker)
    if not match:
        return None
    parts = re.split(r"[.．]", match.group())
    value = parse_number(parts[-1])
    return (
        Reading(f"{family.name} {'.'.join(str(parse_number(part)) for part in parts[:-1])}", value) if value else None
    )


_READERS: Final[dict[str, Callable[[Family, str], Reading | None]]] = {
    "di-unit": _unit_reading,
    "verb": _verb_reading,
    "order": _order_reading,
    "aspect": _aspect_reading,
    "parallel": _parallel_reading,
    "han-paren": _enclosed_reading,
    "arabic-paren": _enclosed_reading,
    "circled": _enclosed_reading,
    "arabic": _enclosed_reading,
    "roman": _enclosed_reading,
    "stem": _stem_reading,
    "stem-paren": _stem_reading,
    "branch": _stem_reading,
    "letter": _letter_reading,
    "letter-paren": _letter_reading,
    "decimal": _decimal_reading,
}


def read(family: Family, marker: str) -> Reading | None:
    """Return what a marker of a family says, or None where its number is unsound."""
    if family.pattern:
        from speechparse.custom import reading  # noqa: PLC0415 -- only where users have markers of their own

        return reading(family, marker)
    reader = _READERS.get(family.name)
    return reader(family, marker) if reader else _number_reading(family.name, marker)


def _position_through(text: str, start: int) -> int:
    """Return the position of what begins at `start` behind marks, bullets and blanks.

    Two blanks in mid-line stand for a lost line break.
    """
    index, blanks, widest, closed = start - 1, 0, 0, False
    stop = max(0, start - _REACH)
    while index > stop and (char := text[index]) in _PASSED:
        if char in SPACE:
            blanks += 1
            widest = max(widest, blanks)
        else:
            blanks = 0
            if char in "）)":
                index = max(text.rfind("（", stop, index), text.rfind("(", stop, index), stop)
            closed = closed or char in CLOSING
        index -= 1
    found = _POSITIONS.get(text[index], GLUED)
    if found == LINE or widest > 1:
        return LINE
    if found == GLUED and (widest or closed):
        return CLAUSE
    return found


def _is_quoted(text: str, start: int, quotes: list[tuple[str, str]]) -> bool:
    """Whether the nearest quotation marks around an offset are an opening and a closing one of one paragraph."""
    reach = max(0, start - _QUOTE_REACH)
    low = max(text.rfind("\n", reach, start), reach)
    for opening, closing in quotes:
        opened = text.rfind(opening, low, start)
        if opened < 0 or text.find(closing, opened, start) >= 0:
            continue
        high = text.find("\n", start, start + _QUOTE_REACH)
        high = start + _QUOTE_REACH if high < 0 else high
        closed = text.find(closing, start, high)
        if closed >= 0 and not 0 <= text.find(opening, start, closed) < closed:
            return True
    return False


def _quotation_end(text: str, start: int) -> int:
    """Return where a quotation that opens before a line's marker closes, or 0 where it is not closed near by.

    Each paragraph of a long quotation opens with a mark of its own; only the last one closes.
    """
    opening = text[start - 1]
    closing = "”" if opening == "“" else "」"
    limit = start + _QUOTE_REACH * 4
    at, depth = start, 1
    while depth:
        closes = text.find(closing, at, limit)
        if closes < 0:
            return 0
        depth += text.count(opening, at, closes) - text.count("\n" + opening, at, closes) - 1
        at = closes + 1
    return at


def _is_leader_line(text: str, start: int) -> bool:
    """Whether the line of `start` ends in dots and a page number, as in a table of contents."""
    stop = text.find("\n", start, start + _LINE_REACH)
    if stop < 0 or text[stop - 1] not in _LEADER_END:
        return False
    return any(match.end() == stop for match in re.compile(_LEADER).finditer(text, max(start, stop - 80), stop))


def _is_coordination(text: str, end: int, ordinal: int) -> bool:
    """Whether the number after a 、 is the next one, as in 一、二等奖 and 三、四线城市."""
    match = _HAN_NUMBER.match(text, end)
    return match is not None and text[end - 1] == "、" and parse_number(match.group()) == ordinal + 1


_FAREWELL: Final = (
    rf"[{SPACE}]*(?:我?(?:再次)?(?:衷心|诚挚|誠摯)?(?:祝|感谢|感謝|谢谢|謝謝|预祝|預祝)"
    r"|让我们|讓我們|散会|散會|我宣布|请允许|請允許)"
)
_SHOWN: Final = frozenset("图圖表注註式见見例第如")
_REFERRING: Final = frozenset("第见見照按据據至到和与與或及依反本法》在从從由对對")
_REFERRED: Final = r"[项項款目]|至第?[（(第]|[、和及或与與]第?[（(][一二三四五六七八九十0-9]{1,3}[)）]"


def _doubt_number(text: str, candidate: Candidate) -> str:
    if _is_coordination(text, candidate.end, candidate.ordinal):
        return "coordination"
    before = candidate.start - 1
    return "number" if text[before] in ":：" and text[before - 1] in DIGITS else ""


def _doubt_bracket(text: str, candidate: Candidate) -> str:
    if candidate.position <= SENTENCE:
        return ""
    referring = text[candidate.start - 1] in _REFERRING or re.compile(_REFERRED).match(text, candidate.end)
    return "reference" if referring else ""


def _doubt_circled(text: str, candidate: Candidate) -> str:
    before = text[candidate.start - 1]
    return "footnote" if before in CLOSING else "reference" if before in _SHOWN else ""


def _doubt_stem(text: str, candidate: Candidate) -> str:
    return "coordination" if text[candidate.end] in STEMS + BRANCHES else ""


def _doubt_di(text: str, candidate: Candidate) -> str:
    if text[candidate.end - 1] == "、" and text[candidate.end] == "第":
        return "coordination"
    return _doubt_glued(text, candidate)


def _doubt_article(text: str, candidate: Candidate) -> str:
    referring = candidate.position == GLUED and text[candidate.start - 1] in _REFERRING
    return "reference" if referring else _doubt_di(text, candidate)


def _doubt_glued(text: str, candidate: Candidate) -> str:
    return "word" if candidate.position == GLUED and text[candidate.start - 1] in _WORD_BEFORE else ""


def _doubt_shi(text: str, candidate: Candidate) -> str:
    return "word" if text[candidate.end] == text[candidate.start] else _doubt_glued(text, candidate)


def _doubt_order(text: str, candidate: Candidate) -> str:
    start, end = candidate.start, candidate.end
    if text[start] in "最末" and text[start - 1] not in "；;" and re.compile(_FAREWELL).match(text, end):
        return "farewell"
    if text[start] == "首" and text[end - 1] == "先" and text.startswith(_COURTESY, end):
        return "courtesy"
    return "word" if candidate.position == CLAUSE and text[end - 1] not in "，,、：:是" else ""


_COURTESY: Final = ("请", "請", "感谢", "感謝", "欢迎", "歡迎", "祝贺", "祝賀", "我代表", "向")


_WORD_BEFORE: Final = frozenset("第统統唯之其每某同专專单單万萬不")
_DOUBTS: Final[dict[str, Callable[[str, Candidate], str]]] = {
    "han": _doubt_number,
    "arabic": _doubt_number,
    "han-paren": _doubt_bracket,
    "arabic-paren": _doubt_bracket,
    "circled": _doubt_circled,
    "stem": _doubt_stem,
    "branch": _doubt_stem,
    "article": _doubt_article,
    "di": _doubt_di,
    "di-unit": _doubt_di,
    "shi": _doubt_shi,
    "yao": _doubt_glued,
    "order": _doubt_order,
}
"""Family → what asks whether a candidate of it is a word, a reference or a figure."""


class _Row(NamedTuple):
    """A row of the table as the scan uses it."""

    family: Family
    firm: tuple[bool, ...]
    """For each position, whether it supports a run."""
    seen: tuple[bool, ...]
    """For each position, whether a marker may stand there at all."""
    readings: dict[str, Reading | None]
    """What its markers say, once that was read."""


@lru_cache(maxsize=8)
def _rows(families: tuple[Family, ...]) -> tuple[_Row, ...]:
    """Return a row for each group of the pattern."""
    return tuple(
        _Row(
            family,
            tuple(sign in family.firm for sign in "LSCG"),
            tuple(sign in family.firm + family.weak for sign in "LSCG"),
            {},
        )
        for family in families
    )


def scan(  # noqa: C901 -- one loop: a call a marker would cost
    text: str, families: tuple[Family, ...] = FAMILIES
) -> list[Candidate]:
    """Return every candidate of a folded text, in the order of the text."""
    if not families:
        return []
    found: list[Candidate] = []
    rows = _rows(families)
    line = last = quoted_until = 0
    quotes = [pair for pair in _QUOTES if pair[0] in text]
    for match in pattern(families).finditer(text):
        family, firm, seen, readings = rows[match.lastindex - 1]  # type: ignore[operator]
        marker = match.group()
        if marker in readings:
            reading = readings[marker]
        else:
            reading = readings[marker] = read(family, marker)
        if reading is None:
            continue
        start, end = match.span()
        before = text[start - 1]
        position = _POSITIONS.get(before, GLUED)
        if before in _PASSED:
            indented = text[start - _INDENT if start > _INDENT else 0 : start].rstrip(SPACE)[-1:] == "\n"
            position = LINE if indented else _position_through(text, start)
        if not seen[position]:
            continue
        line += text.count("\n", last, start)
        last = start
        candidate = Candidate(start, end, family, reading, position, line)
        candidate.firm = firm[position]
        if position != LINE:
            candidate.quoted = _is_quoted(text, start, quotes)
        else:
            if before in "“「":
                quoted_until = _quotation_end(text, start)
            candidate.quoted = start < quoted_until
            if _is_leader_line(text, end):
                candidate.dismiss("contents")
        if (doubt := _DOUBTS.get(family.name)) and (reason := doubt(text, candidate)):
            candidate.dismiss(candidate.reason or reason)
        found.append(candidate)
    _bound(rows)
    return _with_line_forms(text, found, families)


_INDENT: Final = 6
_MEMORY: Final = 10_000


def _bound(rows: tuple[_Row, ...]) -> None:
    """Forget what markers say where there are too many: a process may read millions of texts."""
    for row in rows:
        if len(row.readings) > _MEMORY:
            row.readings.clear()


def _with_line_forms(text: str, found: list[Candidate], families: tuple[Family, ...]) -> list[Candidate]:
    taken = {candidate.start for candidate in found}
    extra: list[Candidate] = []
    by_name = {family.name: family for family in families}
    line = last = 0
    for match in _line_pattern().finditer(text):
        family = by_name.get(LINE_FORMS[match.lastindex - 1][0])  # type: ignore[operator]
        start = match.start(match.lastindex)  # type: ignore[arg-type]
        reading = read(family, match.group(match.lastindex)) if family else None  # type: ignore[arg-type]
        if family and reading and start not in taken:
            bare = Reading(f"{reading.key} bare", reading.ordinal)
            line += text.count("\n", last, start)
            last = start
            extra.append(Candidate(start, match.end(match.lastindex), family, bare, LINE, line))  # type: ignore[arg-type]
    return sorted(found + extra, key=lambda candidate: candidate.start) if extra else found
