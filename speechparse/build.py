"""Tree of nodes → the public model: titles, texts, paths, all offsets back in the text as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from speechparse.candidates import LINE
from speechparse.cues import announced
from speechparse.model import Item, Outline, Speech
from speechparse.titles import body_start, is_single_sentence, line_span, next_line_span, title_span

if TYPE_CHECKING:
    from speechparse.fold import Folded
    from speechparse.nest import Forest, Node
    from speechparse.runs import Run
    from speechparse.speeches import Part


class Section(NamedTuple):
    """One speech's part of the folded text, with its runs and its tree."""

    part: Part
    runs: list[Run]
    forest: Forest
    close: int
    """Where the closing begins."""


def build_speech(text: str, folded: Folded, section: Section) -> Speech:
    """Return the speech of a section."""
    origin, look, part, forest = folded.origin, folded.text, section.part, section.forest
    children = build_items(text, folded, forest.roots)
    first = forest.nodes[0].mark.start if forest.nodes else part.end
    start, end = origin(part.begin), origin(part.end)
    tail = forest.roots[-1].end if forest.roots else part.end
    return Speech(
        title=_slice(text, folded, *part.title).strip() if part.title else None,
        start=start,
        title_end=origin(part.title[1] - 1) + 1 if part.title else start,
        end=end,
        salutation=_piece(text, folded, *part.salutation) if part.salutation else None,
        preamble=_piece(text, folded, part.head, first),
        announced=announced(look, part.begin, first, _first_run(forest.roots)) if children else None,
        duplicate_of=None,
        children=children,
        closing=_piece(text, folded, tail, part.end),
    )


def _first_run(nodes: list[Node]) -> int:
    """Return how many of the siblings belong to the first list."""
    return sum(node.run is nodes[0].run for node in nodes)


def _piece(text: str, folded: Folded, begin: int, end: int) -> str | None:
    return text[folded.origin(begin) : folded.origin(end)].strip() if folded.text[begin:end].strip() else None


def number_lines(text: str, outline: Outline) -> None:
    """Set the line of every item, in one pass."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    count = text.count
    line, at = 1, 0
    for speech in outline.speeches:
        for item in speech.walk():
            start = item.start
            item.line = line = line + count("\n", at, start)
            at = start


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
    """Return the ids of the siblings whose line is a heading of one sentence: most have their body below it."""
    single = [node for node in nodes if node.mark.position == LINE and is_single_sentence(look, node.mark.end)]
    if not single:
        return set()
    bodied = [node for node in single if _has_body_below(look, node)]
    return {id(node) for node in bodied} if len(bodied) * 2 > len(nodes) else set()


def _has_body_below(look: str, node: Node) -> bool:
    stop = look.find("\n", node.mark.end, node.end)
    limit = node.children[0].mark.start if node.children else node.end
    return 0 < stop < limit and bool(look[stop:limit].strip())


def _item(  # noqa: PLR0913 -- called for every item: a bundle would cost
    text: str, folded: Folded, node: Node, path: str, level: int, *, whole_line: bool
) -> Item:
    look, origin, mark, children = folded.text, folded.origin, node.mark, node.children
    limit = children[0].mark.start if children else node.end
    begin, stop = (line_span if whole_line else title_span)(look, mark.end, limit, opens_line=mark.position == LINE)
    if stop == begin and mark.position == LINE:
        begin, stop = next_line_span(look, mark.end, limit)
    body = body_start(look, stop, limit)
    start, end = origin(mark.start), origin(node.end)
    marker_end = origin(mark.end - 1) + 1
    return Item(
        text[start:marker_end],
        mark.family.name,
        node.ordinal,
        level,
        path,
        _slice(text, folded, begin, stop).strip(),
        _own_text(text, folded, node, body) if children else text[origin(body) : end].strip(),
        announced(look, mark.end, limit, _first_run(children)) if children else None,
        0,
        start,
        origin(stop - 1) + 1 if stop > begin else marker_end,
        end,
    )


def _own_text(text: str, folded: Folded, node: Node, body: int) -> str:
    """Return the pieces of an item's span that are in none of its children, trimmed, a line each."""
    origin = folded.origin
    pieces: list[str] = []
    at = body
    for child in node.children:
        if child.mark.start > at:
            pieces.append(text[origin(at) : origin(child.mark.start)].strip())
        at = max(at, child.end)
    pieces.append(text[origin(at) : origin(node.end)].strip())
    return "\n".join(piece for piece in pieces if piece)


def _slice(text: str, folded: Folded, begin: int, end: int) -> str:
    if not folded.joined:
        return text[begin - 1 : end - 1]
    return "".join(text[folded.origin(index)] for index in range(begin, end))
