"""Markers: what one says by itself, whatever stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.families import VERBS
from speechparse.numerals import BRANCHES, ENCLOSED, ROMAN, STEMS, parse_number, parse_roman

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechparse.families import Family

NUMBER: Final = re.compile(
    r"[一二三四五六七八九十百〇零○两兩廿卅千]{1,9}|[壹贰貳弐叁參叄参肆伍陆陸柒捌玖拾佰]{1,9}|[0-9０-９]{1,9}"
)
"""A number in a marker or behind one."""
_DECIMAL: Final = r"[0-9０-９]+(?:[.．][0-9０-９]+)+"
_AFTER_NUMBER: Final = r"[，,、：:．.]?(?:就|便)?(?:是|$)|[，,、：:．.]$"
_NO_UNIT: Final = frozenset("，,、：:．.就便是")
"""What such words begin with."""


class Reading(NamedTuple):
    """What a marker says, whatever stands around it."""

    key: str
    """Markers with one key can number one list: the family, with the unit or the verb where it has one."""
    ordinal: int
    """0 where the word only says 'next': 再次, 最后."""


def _number_reading(key: str, marker: str) -> Reading | None:
    match = NUMBER.search(marker)
    value = parse_number(match.group()) if match else None
    return Reading(key, value) if value else None


def _unit_reading(family: Family, marker: str) -> Reading | None:
    match = NUMBER.search(marker)
    value = parse_number(match.group()) if match else None
    if not match or not value:
        return None
    if match.start() > 1:  # 希望一： 做法之一，
        if marker[: match.start()].endswith(_NO_POINTS):
            return None
        return Reading(f"{family.name} {marker[: match.start()]}", value)
    unit = marker[match.end() :]
    if unit[:1] in _NO_UNIT:
        unit = re.compile(_AFTER_NUMBER).sub("", unit)
    return Reading(f"{family.name} {unit[:1]}", value)


_NO_POINTS: Final = ("周", "期", "拜", "月", "初", "图", "圖", "表", "附件")
"""What a number behind is a day, a picture or an attachment: 星期一：, 附件二：."""


def _tailed_reading(family: Family, marker: str) -> Reading | None:
    """Return what a number says that a verb or a measure word follows: 第一靠, 一条，"""
    tail = marker.rstrip("，,")[-1]
    return _number_reading(f"{family.name} {tail}" if tail in _TAILS else family.name, marker)


def _arabic_reading(family: Family, marker: str) -> Reading | None:
    return _number_reading(f"{family.name} 是", marker) if marker[-1] == "是" else _enclosed_reading(family, marker)


def _half_reading(family: Family, marker: str) -> Reading | None:
    return _number_reading(f"{family.name} half" if marker[-1] in ")）" else family.name, marker)


def _verb_reading(family: Family, marker: str) -> Reading | None:
    return _number_reading(f"{family.name} {marker[1]}", marker)


_ORDER: Final = {"首": 1, "其": 2}
_ADDED: Final = ("还", "還", "此", "另", "再一")
_TAILS: Final = frozenset(VERBS + "条條点點项項")


def _order_reading(family: Family, marker: str) -> Reading:
    return Reading(f"{family.name} more" if marker.startswith(_ADDED) else family.name, _ORDER.get(marker[0], 0))


def _aspect_reading(family: Family, marker: str) -> Reading:
    return Reading(family.name, 2 if marker[0] == "另" else 1)


def _parallel_reading(family: Family, marker: str) -> Reading:
    named = marker[marker.index("一") + 2 : -1] if "一" in marker else ""
    if named:  # 一种情况是…另一种情况是
        return Reading(f"{family.name} {named}", 1 if marker[0] == "一" else 2)
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


def _paren_letter_reading(family: Family, marker: str) -> Reading | None:
    inside = marker[1:-1]
    if inside in ENCLOSED or set(inside.upper()) <= set(ROMAN):  # (i) is no ninth letter
        value = ENCLOSED.get(inside) or parse_roman(inside)
        return Reading(f"{family.name} {'i' if inside.islower() else 'I'}", value) if value else None
    return _letter_reading(family, marker)


_READERS: Final[dict[str, Callable[[Family, str], Reading | None]]] = {
    "han": _half_reading,
    "di": _tailed_reading,
    "yi-comma": _tailed_reading,
    "di-unit": _unit_reading,
    "verb": _verb_reading,
    "order": _order_reading,
    "aspect": _aspect_reading,
    "parallel": _parallel_reading,
    "han-paren": _enclosed_reading,
    "arabic-paren": _enclosed_reading,
    "circled": _enclosed_reading,
    "arabic": _arabic_reading,
    "roman": _enclosed_reading,
    "stem": _stem_reading,
    "stem-paren": _stem_reading,
    "branch": _stem_reading,
    "letter": _letter_reading,
    "letter-paren": _paren_letter_reading,
    "decimal": _decimal_reading,
}


def read(family: Family, marker: str) -> Reading | None:
    """Return what a marker of a family says, or None where its number is unsound."""
    if family.pattern:
        from speechparse.custom import reading  # noqa: PLC0415 -- only where users have markers of their own

        return reading(family, marker)
    reader = _READERS.get(family.name)
    return reader(family, marker) if reader else _number_reading(family.name, marker)
