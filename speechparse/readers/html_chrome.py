"""What of a web page is not its text: menus, advertisements, lists of other pages, footers.

Parts are taken out one by one, and never one that numbers its points: a page may hold several speeches, and what is
left over of its frame does less harm than a point that is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from speechparse.readers.html_lines import BLOCKS, plain_line, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechparse.readers.html_tree import Node

_WORDS: Final = frozenset(
    "nav navbar navi navigation menu submenu menubar topbar toolbar breadcrumb breadcrumbs crumb crumbs sidebar aside "
    "side footer foot copyright login search share sharing social bdshare related relate relation recommend hot rank "
    "ranking comment comments pinglun ad ads adv advert advertisement adsbygoogle guanggao gg banner sponsor promo "
    "popup modal cookie qrcode pager pagination pages prev next prevnext print tools links friendlink friendlinks "
    "header topnav mainnav tags taglist widget daohang caidan weizhi location position".split()
)
"""Words in `class` and `id` that name parts of a page's frame, pinyin among them."""
_TAGS: Final = frozenset(("nav", "aside", "footer", "header", "menu", "dialog", "search"))
_ROLES: Final = frozenset("navigation banner contentinfo complementary search dialog menu menubar".split())
_NAME: Final = re.compile(r"[A-Z]?[a-z]+[0-9]*|[A-Z]+(?![a-z])")
_WHOLE_NAME: Final = re.compile(r"[a-zA-Z0-9]+")
"""A name, and the words of one that is written likeThis."""
_SENTENCE: Final = re.compile("[，、。；！？,;!?]")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_MARK: Final = re.compile(
    r"\s*[（(〔【\[]?第?"
    r"(?:[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾]{1,5}|[0-9０-９]{1,3}|[甲乙丙丁戊己庚辛壬癸])"
    r"(?:[、.．：:，）)〕】\]](?![0-9])|[章节条编]|是|要)|\s*[①-⑳㈠-㈩⑴-⒇]|\s*(?:首先|其[一二三次]|再次|最后)"
)
"""A line that could number a point; too many rather than too few."""

_LINKED: Final = 0.5
"""The share of a part's characters in links from which on it only leads elsewhere."""
_SHORT: Final = 200
"""Characters of a part without links that may belong to the frame by its name alone."""
_MOST: Final = 0.5
"""The share of the page's text that no part of its frame has, whatever its name."""


@dataclass(slots=True)
class Facts:
    """What is known of an element and all that is in it."""

    chars: int = 0
    linked: int = 0
    links: int = 0
    marks: int = 0
    """Lines that number a point outside of links."""
    linked_marks: int = 0
    """The same in links, and items of ordered lists."""
    sentences: int = 0
    """Commas and full stops outside of links: prose has them, menus have none."""
    titled: bool = False
    """Whether the page's title is in it."""
    first: str = ""
    """Its first line."""

    def add(self, other: Facts) -> None:
        """Count what is inside."""
        self.chars += other.chars
        self.linked += other.linked
        self.links += other.links
        self.marks += other.marks
        self.linked_marks += other.linked_marks
        self.sentences += other.sentences
        self.titled |= other.titled
        self.first = self.first or other.first


def survey(root: Node) -> dict[Node, Facts]:
    """Return what is known of each block of a page."""
    surveyor = _Surveyor()
    for node, text in walk(root, lambda _: False):
        surveyor.take(node, text)
    return surveyor.facts


def frame_of(root: Node, facts: dict[Node, Facts]) -> Callable[[Node], bool]:
    """Return what tells whether an element is part of the page's frame."""
    page = facts.get(root, Facts())

    def is_frame(node: Node) -> bool:
        known = facts.get(node)
        if known is None or not known.chars:
            return False
        if _is_hidden(node):
            return not known.marks
        if node.tag not in BLOCKS or known.chars - known.linked > _MOST * (page.chars - page.linked):
            return False
        share = known.linked / known.chars
        if _is_named(node) and (known.links or known.chars < _SHORT):
            return (not known.marks and not known.titled) or share >= _LINKED
        numbered = known.marks or known.linked_marks
        return share >= _LINKED and known.links > 1 and not (numbered or known.sentences or known.titled)

    return is_frame


def _is_hidden(node: Node) -> bool:
    return "hidden" in node.attributes or bool(_HIDDEN.search(node.attributes.get("style") or ""))


def _is_named(node: Node) -> bool:
    """Whether an element says of itself that it belongs to the frame."""
    if node.tag in _TAGS or node.attributes.get("role") in _ROLES:
        return True
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    words = (*_NAME.findall(names), *_WHOLE_NAME.findall(names))
    return any(word.lower() in _WORDS for word in words)


class _Surveyor:
    """Walks through a page once, and counts on the way out of each element."""

    __slots__ = ("_in_link", "_linked", "_open", "_pieces", "_sentences", "facts")

    def __init__(self) -> None:
        self.facts: dict[Node, Facts] = {}
        self._open: list[Node] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._sentences = 0
        self._in_link = 0

    def take(self, node: Node, text: str | None) -> None:
        if text is not None:
            self._text(text)
        elif self._open and self._open[-1] is node:
            self._end(node)
        else:
            self._start(node)

    def _text(self, text: str) -> None:
        self._pieces.append(text)
        if self._in_link:
            self._linked += len("".join(text.split()))
            self.facts[self._open[-1]].linked_marks += _MARK.match(text) is not None
        else:
            self._sentences += len(_SENTENCE.findall(text))

    def _start(self, node: Node) -> None:
        if node.tag in BLOCKS or node.tag == "br":
            self._flush()
        self._open.append(node)
        self.facts[node] = Facts(titled=node.tag == "h1")
        if node.tag == "a" and "href" in node.attributes:
            self._in_link += 1
            self.facts[node].links = 1

    def _end(self, node: Node) -> None:
        if node.tag in BLOCKS or node.tag == "br":
            self._flush()
        if node.tag == "a" and "href" in node.attributes:
            self._in_link -= 1
        known = self.facts[node]
        self._open.pop()
        if self._open:
            parent = self._open[-1]
            known.linked_marks += node.tag == "li" and parent.tag == "ol"
            self.facts[parent].add(known)

    def _flush(self) -> None:
        """Count the line that ends here for the innermost element that is open."""
        line = plain_line(self._pieces)
        linked, self._linked = self._linked, 0
        sentences, self._sentences = self._sentences, 0
        self._pieces.clear()
        if not line or not self._open:
            return
        chars = len("".join(line.split()))
        marked = _MARK.match(line) is not None
        inside_link = linked >= chars * _LINKED
        self.facts[self._open[-1]].add(
            Facts(
                chars=chars,
                linked=min(linked, chars),
                marks=marked and not inside_link,
                linked_marks=marked and inside_link,
                sentences=sentences,
                first=line.lstrip("\u3000 "),
            )
        )
