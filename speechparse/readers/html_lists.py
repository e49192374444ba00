"""Ordered lists of HTML: the numbers that a browser shows before their items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from speechparse.readers.number_formats import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechparse.readers.html_tree import Node

_TYPES: Final = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}

_STYLES: Final = {
    "decimal": ("decimal", ". "),
    "decimal-leading-zero": ("decimalZero", ". "),
    "lower-alpha": ("lowerLetter", ". "),
    "lower-latin": ("lowerLetter", ". "),
    "upper-alpha": ("upperLetter", ". "),
    "upper-latin": ("upperLetter", ". "),
    "lower-roman": ("lowerRoman", ". "),
    "upper-roman": ("upperRoman", ". "),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("taiwaneseCountingThousand", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "japanese-informal": ("japaneseCounting", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
"""The number format and what stands behind the number, by the name in CSS Counter Styles 3."""

_BULLETS: Final = frozenset(("none", "disc", "circle", "square"))
_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*([+-]?[0-9]{1,9})")

_OWN: Final = re.compile(
    r"[（(〔【\[]?第?(?:[一二三四五六七八九十百零〇]{1,5}|[0-9０-９]{1,3}|[甲乙丙丁戊己庚辛壬癸])"
    r"(?:[、.．：:）)〕】\]]|[章节条款部点个]|是)|[①-⑳㈠-㈩⑴-⒇⒈-⒛]|首先|其[一二三次]|再次|最后"
)


def item_numbers(ordered: Node) -> dict[Node, str]:
    """Return the text before each item of an `ol`, with what separates it from the item.

    It counts as HTML says: `start`, `reversed`, and `value` of an item. A list without signs has no numbers.
    """
    items = [child for child in ordered.children if not isinstance(child, str) and child.tag == "li"]
    style = _style(ordered) or _TYPES.get(ordered.attributes.get("type") or "1", "decimal")
    step = -1 if "reversed" in ordered.attributes else 1
    start = _integer(ordered.attributes.get("start"))
    value = start if start is not None else len(items) if step < 0 else 1
    numbers: dict[Node, str] = {}
    for item in items:
        own = _integer(item.attributes.get("value"))
        value = value if own is None else own
        numbers[item] = _sign(_style(item) or _TYPES.get(item.attributes.get("type") or "", style), value)
        value += step
    return numbers


def numbers_itself(first_lines: Iterable[str]) -> bool:
    """Whether every item of a list begins with a number of its own: then its style sheet hides the browser's."""
    lines = list(first_lines)
    return bool(lines) and all(_OWN.match(line) for line in lines)


def _style(node: Node) -> str | None:
    """Return the list style that an element's own style names."""
    found = _STYLE.search(node.attributes.get("style") or "")
    words = found[1].lower().split() if found else ()
    return next((word for word in words if word in _STYLES or word in _BULLETS), None)


def _sign(style: str, value: int) -> str:
    number_format, behind = _STYLES.get(style, ("none", ""))
    return format_number(value, number_format) + behind if number_format != "none" else ""


def _integer(text: str | None) -> int | None:
    found = _NUMBER.match(text or "")
    return int(found[1]) if found else None
