"""HTML → a small tree: elements with their names, attributes and children, and strings.

selectolax parses as browsers do, and as fast. Browsers also do what costs the square of the page's size where elements
are never closed, so a page that would ask for that is refused before it is parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from speechparse.errors import ReadError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_TAGS: Final = 300_000
MAX_WORK: Final = 50_000_000
"""Open elements, summed over all tags: what the parser's searches through them cost at most."""

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNCOUNTED: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr "  # never closed
    "p li td th tr tbody thead tfoot option dt dd rt rp html body head colgroup optgroup".split()  # closed by the next
)


@dataclass(slots=True, eq=False)
class Node:
    """An element."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)


def parse_html(markup: str) -> Node:
    """Return the root of a page; raise ReadError where the page is made to choke whoever reads it."""
    _refuse_abyss(markup)
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - an extra

    top = LexborHTMLParser(markup).root
    return _copy(top) if top is not None else Node("html")


def _refuse_abyss(markup: str) -> None:
    """Raise where elements are left open so often that a parser would search through them for minutes."""
    tags = markup.count("<")
    if tags > MAX_TAGS:
        raise ReadError(f"too big: {tags:,} tags, at most {MAX_TAGS:,} are read", "split the page")
    depth = work = 0
    for match in _TAG.finditer(markup):
        if match[2].lower() not in _UNCOUNTED:
            depth = max(0, depth - 1) if match[1] else depth + 1
        work += depth
        if work > MAX_WORK:
            raise ReadError("its elements are nested without end", "open it in a browser and save its text")


def _copy(top: LexborNode) -> Node:
    """Copy the parser's tree, without comments; the parser's own nodes cost a call for whatever is asked of them."""
    root = Node("html")
    stack = [(top, root)]
    while stack:
        source, target = stack.pop()
        child = source.child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                target.children.append(child.text_content or "")
            elif tag[:1].isalpha():  # others are comments and document types, by names that change
                node = Node(tag, child.attributes)
                target.children.append(node)
                stack.append((child, node))
            child = child.next
    return root
