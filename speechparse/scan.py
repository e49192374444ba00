"""Folded text → candidates: what could be a marker here, and what does it say?

One pattern, made from the table of families, is run once over the text. It begins with one class of lead characters,
so that the engine skips quickly over everything else, and branches by look-behind. `re` runs it, and nearly all other
patterns: it is several times as fast at the scan as `regex`, which a process would have to load besides
(`python -m benchmarks engines`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.candidates import LINE, Candidate
from speechparse.doubts import DOUBTS
from speechparse.families import FAMILIES, LINE_FORMS, NOUN_FIRST, SPACE, Family
from speechparse.markers import Reading, read
from speechparse.surroundings import POSITIONS, QUOTES, is_leader_line, is_quoted, position_through, quotation_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@lru_cache(maxsize=8)
def pattern(families: tuple[Family, ...] = FAMILIES) -> re.Pattern[str]:
    """Return the scan's pattern: one class of lead characters, then a branch for each set of rows that share leads."""
    return re.compile(f"{_class(_leads(families))}(?:{'|'.join(map(_branch, _sharing(families)))})")


def _sharing(families: tuple[Family, ...]) -> list[list[Family]]:
    """Return the rows in sets that have no lead in common, in the order of their first rows.

    The engine tries one set at a time and leaves it at once where the lead is none of its own.
    """
    sets: list[list[Family]] = []
    for family in families:
        shared = [rows for rows in sets if not set(_leads(rows)).isdisjoint(family.lead)]
        if shared:
            shared[0] += [row for rows in shared[1:] for row in rows] + [family]
            sets = [rows for rows in sets if not any(rows is other for other in shared[1:])]
        else:
            sets.append([family])
    return [sorted(rows, key=families.index) for rows in sets]


def _branch(rows: list[Family]) -> str:
    """Return the pattern of rows that share leads, a group a row."""
    leads = _leads(rows)
    told_apart = "|".join(
        f"{_behind(lead, leads)}(?:{_either([row.tail for row in group])})"
        for lead, group in groupby(rows, key=attrgetter("lead"))
    )
    return f"(?<={_class(leads)})(?:{told_apart})"


def _behind(lead: str, leads: str) -> str:
    """Return what tells that one of some leads was read; nothing where there are no others."""
    others = set(leads).difference(lead)
    return min(f"(?<={_class(lead)})", f"(?<!{_class(others)})", key=len) if others else ""


def _either(tails: list[tuple[str, ...]]) -> str:
    """Return one pattern for several, an empty group for each; what neighbours begin or end with is written once.

    A group is empty, and the last thing that a pattern has for itself: a group around the pattern would keep the engine
    from looking at its first character before it tries the rest.
    """
    for part in (0, -1):
        groups = _alike(tails, part)
        if len(groups) < len(tails):
            return "|".join(_written_once(group, part) for group in groups)
    return "|".join("".join(tail) + "()" for tail in tails)


def _alike(tails: list[tuple[str, ...]], part: int) -> list[list[tuple[str, ...]]]:
    """Return neighbours in groups that have their first part alike, or their last one, and others beside it."""
    groups: list[list[tuple[str, ...]]] = []
    for tail in tails:
        if groups and len(tail) > 1 and len(groups[-1][0]) > 1 and tail[part] == groups[-1][0][part]:
            groups[-1].append(tail)
        else:
            groups.append([tail])
    return groups


def _written_once(tails: list[tuple[str, ...]], part: int) -> str:
    """Return one pattern for some that have their first part alike, or their last one."""
    if len(tails) == 1:
        return "".join(tails[0]) + "()"
    shared = tails[0][part]
    if part == 0:
        return f"{shared}(?:{_either([tail[1:] for tail in tails])})"
    return f"(?:{_either([tail[:-1] for tail in tails])}){shared}"


def _leads(families: Iterable[Family]) -> str:
    return "".join(family.lead for family in families)


def _class(chars: Iterable[str]) -> str:
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
    return re.compile(rf"\n[{SPACE}#*]*+()(?:{_either([form for _, form in LINE_FORMS])})")


class _Row(NamedTuple):
    """A row of the table as the scan uses it."""

    family: Family
    firm: tuple[bool, ...]
    """For each position, whether it supports a run."""
    seen: tuple[bool, ...]
    """For each position, whether a marker may stand there at all."""
    readings: dict[str, Reading | None]
    """What its markers say, once that was read."""
    doubt: Callable[[str, Candidate], str] | None


@lru_cache(maxsize=8)
def _rows(families: tuple[Family, ...]) -> tuple[_Row, ...]:
    """Return a row for each group of the pattern, from 1."""
    return tuple(
        _Row(
            family,
            tuple(sign in family.firm for sign in "LSCG"),
            tuple(sign in family.firm + family.weak for sign in "LSCG"),
            {},
            DOUBTS.get(family.name),
        )
        for family in (families[0], *(row for rows in _sharing(families) for row in rows))
    )


def scan(text: str, families: tuple[Family, ...] = FAMILIES) -> list[Candidate]:  # noqa: C901 -- calls would cost
    """Return every candidate of a folded text, in the order of the text."""
    if not families:
        return []
    found: list[Candidate] = []
    rows = _rows(families)
    line = last = quoted_until = 0
    quotes = [pair for pair in QUOTES if pair[0] in text]
    after = POSITIONS.get
    for match in pattern(families).finditer(text):
        family, firm, seen, readings, doubt = rows[match.lastindex]  # type: ignore[index]
        marker = match[0]
        try:
            reading = readings[marker]
        except KeyError:
            reading = readings[marker] = read(family, marker)
        if reading is None:
            continue
        start, end = match.span()
        position = after(text[start - 1], -1)
        if position < 0:
            position = position_through(text, start)
        if not seen[position]:
            continue
        line += text.count("\n", last, start)
        last = start
        candidate = Candidate(start, end, family, reading, position, line, firm[position])
        if position:  # not LINE
            candidate.quoted = is_quoted(text, start, quotes)
        else:
            if text[start - 1] in "“「":
                quoted_until = quotation_end(text, start)
            candidate.quoted = start < quoted_until
            if is_leader_line(text, end):
                candidate.dismiss("contents")
        if doubt and (reason := doubt(text, candidate)):
            candidate.dismiss(candidate.reason or reason)
        found.append(candidate)
    _bound(rows)
    return _with_line_forms(text, found, families)


_MEMORY: Final = 10_000


def _bound(rows: tuple[_Row, ...]) -> None:
    """Forget what markers say where there are too many: a process may read millions of texts."""
    for row in rows:
        if len(row.readings) > _MEMORY:
            row.readings.clear()


def _with_line_forms(text: str, found: list[Candidate], families: tuple[Family, ...]) -> list[Candidate]:
    taken = {candidate.start for candidate in found}
    extra: list[Candidate] = []
    by_name = {family.name: NOUN_FIRST if family.name == NOUN_FIRST.name else family for family in families}
    line = last = 0
    for match in _line_pattern().finditer(text):
        family = by_name.get(LINE_FORMS[match.lastindex - 2][0])  # type: ignore[operator]
        start, end = match.end(1), match.end()
        reading = read(family, text[start:end]) if family else None
        if family and reading and start not in taken:
            bare = Reading(f"{reading.key} bare", reading.ordinal)
            line += text.count("\n", last, start)
            last = start
            extra.append(Candidate(start, end, family, bare, LINE, line, firm=True))
    if not extra:
        return found
    inside = {offset for candidate in extra for offset in range(candidate.start + 1, candidate.end)}
    outside = [candidate for candidate in found if candidate.start not in inside]
    return sorted(outside + extra, key=lambda candidate: candidate.start)
