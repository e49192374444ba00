"""Tree of nodes → the public model: titles, texts, paths, all offsets back in the text as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.cues import announced
from speechparse.model import Item, Outline, Speech
from speechparse.scan import LINE
from speechparse.titles import body_start, is_single_sentence, line_span, title_span

if TYPE_CHECKING:
    from speechparse.fold import Folded
    from speechparse.nest import Forest, Node
    from speechparse.speeches import Part


def build_speech(text: str, folded: Folded, part: Part, forest: Forest, close: int) -> Speech:
    """Return the speech of a part, from its forest and the folded offset of its closing."""
    origin, look = folded.origin, folded.text
    children = build_items(text, folded, forest.roots)
    first = forest.nodes[0].mark.start if forest.nodes else part.end
    start, end = origin(part.begin), origin(part.end)
    title_end = origin(part.title[1] - 1) + 1 if part.title else start
    tail = max(forest.roots[-1].end, 0) if forest.roots else part.end
    return Speech(
        title=_slice(text, folded, *part.title).strip() if part.title else None,
        start=start,
        title_end=title_end,
        end=end,
        salutation=_piece(text, folded, *part.salutation) if part.salutation else None,
        preamble=_piece(text, folded, part.head, first),
        announced=announced(look, part.begin, first) if children else None,
        duplicate_of=None,
        children=children,
        closing=_piece(text, folded, tail, part.end),
    )


def _piece(text: str, folded: Folded, begin: int, end: int) -> str | None:
    return text[folded.origin(begin) : folded.origin(end)].strip() or None


def number_lines(text: str, outline: Outline) -> None:
    """Set the line of every item, in one pass."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    line, at = 1, 0
    for item in outline.walk():
        line += text.count("\n", at, item.start)
        at = item.start
        item.line = line


def build_items(text: str, folded: Folded, roots: list[Node]) -> list[Item]:
    """Return the items of a forest."""
    top: list[Item] = []
    stack = [(roots, top, "", 1)]
    while stack:
        nodes, siblings, prefix, level = stack.pop()
        whole = _whole_lines(folded.text, nodes)
        for number, node in enumerate(nodes, 1):
            item = _item(text, folded, node, f"{prefix}{number}", level, whole_line=id(node) in whole)
            siblings.append(item)
            if node.children:
                stack.append((node.children, item.children, f"{item.path}.", level + 1))
    return top


def _whole_lines(look: str, nodes: list[Node]) -> set[int]:
    """Return the ids of the siblings whose line is one sentence and a heading: most of them have their body below it."""
    single = [node for node in nodes if node.mark.position == LINE and is_single_sentence(look, node.mark.end)]
    if not single:
        return set()
    bodied = [node for node in single if _has_body_below(look, node)]
    return {id(node) for node in bodied} if len(bodied) * 2 > len(nodes) else set()


def _has_body_below(look: str, node: Node) -> bool:
    stop = look.find("\n", node.mark.end, node.end)
    limit = node.children[0].mark.start if node.children else node.end
    return 0 < stop < limit and bool(look[stop:limit].strip())


def _item(text: str, folded: Folded, node: Node, path: str, level: int, *, whole_line: bool) -> Item:
    look = folded.text
    mark = node.mark
    limit = node.children[0].mark.start if node.children else node.end
    begin, stop = (line_span if whole_line else title_span)(look, mark.end, limit, opens_line=mark.position == LINE)
    body = body_start(look, stop, limit)
    origin = folded.origin
    start, end = origin(mark.start), origin(node.end)
    return Item(
        marker=text[start : origin(mark.end - 1) + 1],
        family=mark.family.name,
        ordinal=node.ordinal,
        level=level,
        path=path,
        title=_slice(text, folded, begin, stop),
        text=_own_text(text, folded, node, body),
        announced=announced(look, mark.end, limit) if node.children else None,
        line=0,
        start=start,
        title_end=origin(stop - 1) + 1 if stop > begin else origin(mark.end - 1) + 1,
        end=end,
    )


def _own_text(text: str, folded: Folded, node: Node, body: int) -> str:
    """Return the pieces of an item's span that are in none of its children, trimmed, a line each."""
    pieces: list[str] = []
    at = body
    for child in node.children:
        if child.mark.start > at:
            pieces.append(text[folded.origin(at) : folded.origin(child.mark.start)].strip())
        at = max(at, child.end)
    pieces.append(text[folded.origin(at) : folded.origin(node.end)].strip())
    return "\n".join(piece for piece in pieces if piece)


def _slice(text: str, folded: Folded, begin: int, end: int) -> str:
    if not folded.joined:
        return text[begin - 1 : end - 1]
    return "".join(text[folded.origin(index)] for index in range(begin, end))
