"""Users' own markers: a pattern such as `第%步` becomes a family, a row like those of the table.

`%` stands for a number of whichever system. All else in a pattern is text that every marker has. Of punctuation and
Latin letters both widths fit, a blank stands for blanks of any kind, one may stand on either side of the number, and a
marker may carry a mark: 第三步， or 第三步：.

What the text itself does not show is taken as for （一）: an own family stands below 一、 and above 1.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.any_number import FULL_WIDTH, HEADS, NUMBER, NUMERALS, REST, number_of
from speechparse.errors import PatternError
from speechparse.families import BY_NAME, FAMILIES, SPACE, Family
from speechparse.fold import fold
from speechparse.markers import Reading
from speechparse.numerals import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIX: Final = "custom:"
"""What the name of a family begins with that was given none."""

_RANK: Final = BY_NAME["han-paren"].rank
_SIGN: Final = "%"

_BLANK: Final = f"[{SPACE}]?"
_MARK: Final = rf"(?:[，,、：:．]|\.(?![{DIGITS}]))?"
_NO_FIGURE: Final = rf"(?![.．]?[{DIGITS}]|[%％])"
"""What a number that ends a marker is not: part of 1.5 or 5%."""


class _Spec(NamedTuple):
    """What a user wrote, taken apart; the texts as they stand in a folded text."""

    name: str
    before: str
    after: str


@lru_cache(maxsize=8)
def choose(markers: tuple[str, ...], without: tuple[str, ...]) -> tuple[Family, ...]:
    """Return what `families_with` does; the same arguments give the same tuple. Raises PatternError."""
    rows = (*dict.fromkeys(map(family_of, markers)), *FAMILIES)
    for name in without:
        if all(row.name != name for row in rows):
            raise PatternError(f"there is no family {name!r}", _nearest(name, rows), None, name)
    return tuple(row for row in rows if row.name not in without)


def _nearest(name: str, rows: Iterable[Family]) -> str:
    """Return what to try: the family whose name or usual form is most like what was given."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake needs it

    known = {form: row.name for row in rows for form in (row.name, *row.chinese.split("、"), row.chinese)}
    if close := get_close_matches(name, known, n=1):
        return f"did you mean {known[close[0]]!r}?"
    return f"the families are {', '.join(dict.fromkeys(known.values()))}"


def family_of(spec: str) -> Family:
    """Return the family of a pattern, as `第%步` or with a name as `steps=第%步`; raises PatternError."""
    name, before, after = _take_apart(spec)
    lead = _widths(before[0]) if before else HEADS
    start = _literal(before[1:]) + _BLANK + NUMBER if before else REST
    pattern = f"{before}{_SIGN}{after}"
    return Family(
        name=name,
        chinese=pattern,
        lead=lead,
        tail=(start + _ending(after),),
        rank=_RANK,
        firm="LSC",
        weak="G",
        heading=True,
        group=f"{PREFIX}{name}",
        standard="",
        examples=(f"{before}一{after}|",),
        near_misses=(),
        pattern=pattern,
    )


def _ending(after: str) -> str:
    return (_BLANK + _literal(after) if after else _NO_FIGURE) + _MARK


def _literal(text: str) -> str:
    return "".join(f"[{SPACE}]+" if char == " " else f"[{re.escape(_widths(char))}]" for char in text)


def _widths(char: str) -> str:
    """Return a character in the widths that it has."""
    if "!" <= char <= "~":
        return char + chr(ord(char) + FULL_WIDTH)
    return char + chr(ord(char) - FULL_WIDTH) if "！" <= char <= "～" else char


# --- what a user wrote -----------------------------------------------------------------------------------------------

_NAMED: Final = r"([\w-]+)=(?s:.*)"


def given_name(spec: str) -> str:
    """Return the name that a pattern was given, or nothing: `steps` of `steps=第%步`."""
    named = re.fullmatch(_NAMED, spec)
    return named[1] if named else ""


def _take_apart(spec: str) -> _Spec:
    """Take a pattern apart as the text will be looked at: without zero-width characters and bold marks."""
    name = given_name(spec)
    begin = len(name) + 1 if name else 0
    if name in BY_NAME:
        raise _refusal(spec, 0, "has the name of a family of the table", f"try my-{name}={spec[begin:]}")
    for at, char in enumerate(spec):
        if char in "\r\n\v\f\x85\u2028\u2029":
            raise _refusal(spec, at, "has a line break", "write what stands on one line")
    at = _sign(spec, begin)
    before, after = (_folded(part) for part in (spec[begin:at], spec[at + 1 :]))
    if not before + after:
        raise _refusal(spec, at, "has nothing but the number", "add the text of every marker, as in 第%步 or %号")
    return _Spec(name or f"{PREFIX}{before}{_SIGN}{after}", before, after)


def _sign(spec: str, begin: int) -> int:
    """Return where the one % stands, of either width; raises PatternError."""
    places = [at for at in range(begin, len(spec)) if spec[at] in _widths(_SIGN)]
    if len(places) > 1:
        raise _refusal(spec, places[1], "has a second %", "write one, where the number stands")
    if places:
        return places[0]
    number = re.compile(f"[{NUMERALS}]+").search(spec, begin)
    start, end = number.span() if number else (len(spec), len(spec))
    wanted = f"{spec[begin:start]}%{spec[end:]}" if spec[begin:start] + spec[end:] else "第%步"
    raise _refusal(spec, start, "has no % for the number", f"try {wanted}")


def _refusal(spec: str, at: int, what: str, hint: str) -> PatternError:
    return PatternError(f"{spec!r} {what} (at character {at + 1})", hint, None, spec, at)


def _folded(part: str) -> str:
    return " ".join(fold(part).text.split())


# --- what a marker says ----------------------------------------------------------------------------------------------


def reading(family: Family, marker: str) -> Reading | None:
    """Return what a marker of an own family says, or None where its number is unsound."""
    match = _whole(family.pattern).fullmatch(marker)
    system, ordinal = number_of(match[1]) if match else ("", 0)
    return Reading(f"{family.name} {system}".rstrip(), ordinal) if ordinal else None


@lru_cache(maxsize=64)
def _whole(pattern: str) -> re.Pattern[str]:
    before, _, after = pattern.partition(_SIGN)
    return re.compile(f"{_literal(before)}{_BLANK if before else ''}({NUMBER}){_ending(after)}")
