"""The outline as a mermaid mind map: titles only, since its nodes have no notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from speechparse.render.labels import document_name, label, speech_name
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline

_ACTIVE: Final = re.compile(r"[!-+\-/:-@\[-`{-~]")
"""Every ASCII mark but comma and full stop: quotes, brackets, `%%`, `style:`, Markdown and entities act in mermaid."""


def render(outline: Outline, text: str) -> bytes:
    """Return the map: its root is the speech, or, where there are several or none, the document."""
    return "".join(["mindmap\n", *_nodes(outline, text)]).encode()


def _nodes(outline: Outline, text: str) -> Iterator[str]:
    below = len(outline.speeches) != 1
    if below:
        yield _node("root", document_name(outline), 1)
    for number, speech in enumerate(outline.speeches, 1):
        yield _node(f"s{number}" if below else "root", speech_name(speech, outline), 1 + below)
        yield from _items(speech.children, text, f"s{number}n", 2 + below)


def _items(items: list[Item], text: str, prefix: str, depth: int) -> Iterator[str]:
    stack = [(item, depth) for item in reversed(items)]
    while stack:
        item, at = stack.pop()
        yield _node(f"{prefix}{item.path.replace('.', '-')}", label(item, text), at)
        stack += [(child, at + 1) for child in reversed(item.children)]


def _node(name: str, title: str, depth: int) -> str:
    return f'{"  " * depth}{name}["{_escaped(title)}"]\n'


def _escaped(title: str) -> str:
    return _ACTIVE.sub(lambda match: f"#{ord(match[0])};", visible(title))
