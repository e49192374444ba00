"""Tree of nodes → the public model: titles, texts, paths, all offsets back in the text as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from speechparse.candidates import LINE
from speechparse.cues import announced
from speechparse.model import Item, Outline, Speech
from speechparse.titles import body_start, is_single_sentence, line_span, next_line_span, title_span

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechparse.fold import Folded
    from speechparse.nest import Forest, Node
    from speechparse.run import Run
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
        title=folded.shown[slice(*part.title)].strip() if part.title else None,
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
    first = nodes[0].run
    return len([node for node in nodes if node.run is first])


def _piece(text: str, folded: Folded, begin: int, end: int) -> str | None:
    if not folded.text[begin:end].strip():
        return None
    return text[folded.origin(begin) : folded.origin(end - 1) + 1].strip()


def number_lines(text: str, outline: Outline) -> None:
    """Set the line of every item, in one pass, where the lines of the text are not those of the folded text."""
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
            path = f"{prefix}{number}"
            item = _item(text, folded, node, path, level, line_span if whole and id(node) in whole else title_span)
            siblings.append(item)
            if node.children:
                stack.append((node.children, item.children, f"{path}.", level + 1))
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


def _item(  # noqa: PLR0913, PLR0917 -- called for every item: a bundle would cost
    text: str, folded: Folded, node: Node, path: str, level: int, find_title: Callable[..., tuple[int, int]]
) -> Item:
    look, shown, mark, children = folded.text, folded.shown, node.mark, node.children
    opens_line = mark.position == LINE
    limit = children[0].mark.start if children else node.end
    begin, stop = find_title(look, mark.end, limit, opens_line=opens_line)
    if stop == begin and opens_line:
        begin, stop = next_line_span(look, mark.end, limit)
    title_end = stop if stop > begin else mark.end
    item = Item(
        shown[mark.start : mark.end],
        mark.family.name,
        node.ordinal,
        level,
        path,
        shown[begin:stop].strip(),
        "",
        announced(look, mark.end, limit, _first_run(children)) if children else None,
        mark.line,
        mark.start - 1,
        title_end - 1,
        node.end - 1,
    )
    body = body_start(look, stop, limit)
    if folded.joined:
        _trace(item, text, folded, node, title_end)
        item.text = _joined_text(text, folded, node, body)
    elif children:
        item.text = _own_text(shown, node, body)
    elif body < node.end:
        item.text = shown[body : node.end].strip()
    return item


def _trace(item: Item, text: str, folded: Folded, node: Node, title_end: int) -> None:
    """Give an item of a text with joined lines the offsets and the marker of the text as it stands."""
    origin = folded.origin
    item.start, item.end = origin(node.mark.start), origin(node.end)
    item.title_end = origin(title_end - 1) + 1
    item.marker = text[item.start : origin(node.mark.end - 1) + 1]


def _own_spans(node: Node, body: int) -> list[tuple[int, int]]:
    """Return the spans of an item's body that are in none of its children."""
    spans: list[tuple[int, int]] = []
    at = body
    for child in node.children:
        start = child.mark.start
        if start > at:
            spans.append((at, start))
        at = max(at, child.end)
    if node.end > at:
        spans.append((at, node.end))
    return spans


def _own_text(shown: str, node: Node, body: int) -> str:
    """Return the pieces of an item's span that are in none of its children, trimmed, a line each."""
    pieces = [shown[begin:end].strip() for begin, end in _own_spans(node, body)]
    return "\n".join([piece for piece in pieces if piece])


def _joined_text(text: str, folded: Folded, node: Node, body: int) -> str:
    """Return the same of a text with joined lines: its line breaks are those of the text as it stands."""
    origin = folded.origin
    pieces = [text[origin(begin) : origin(end)].strip() for begin, end in _own_spans(node, body)]
    return "\n".join([piece for piece in pieces if piece])
