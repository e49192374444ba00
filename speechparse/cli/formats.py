"""The formats of `outline`: how each makes bytes of an outline, for where they go."""

from __future__ import annotations

from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from speechparse.cli import streams
from speechparse.render import json, registry
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from speechparse.model import Outline

    Writer = Callable[[Outline, str], bytes]


class Target(NamedTuple):
    """Where outlines go, as far as a format asks."""

    stream: TextIO | None
    """Standard output, or None for a file."""
    color: str
    """auto, always or never."""
    several: bool
    """Whether more than one outline goes there."""
    max_chars: int | None = None
    """How long a chunk may be; None leaves it to the format."""


def _json(target: Target) -> Writer:
    """One outline is laid out for people; of several each is a line, so that tools can read them one by one."""
    render = json.render_line if target.several else json.render
    return lambda outline, _: render(outline)


def _tree(target: Target) -> Writer:
    """As the console would have it; a file gets UTF-8 without colour, unless colour is asked for."""
    # rich takes a quarter of the start-up: only here is it worth its time.
    from speechparse.render import tree  # noqa: PLC0415

    stream = target.stream or StringIO()
    color = "never" if target.stream is None and target.color == "auto" else target.color
    console = tree.console_for(stream, color)
    encoding = stream.encoding or "utf-8"

    def write(outline: Outline, _: str) -> bytes:
        heading = f"==> {visible(outline.source or streams.STDIN)} <==\n" if target.several else ""
        # What the console cannot show becomes a question mark: a readable tree, and no error.
        return (heading + tree.draw(outline, console)).encode(encoding, "replace")

    return write


def _chunks(target: Target) -> Writer:
    from speechparse.render import chunks  # noqa: PLC0415 -- loaded when it is chosen, as all formats are

    return partial(chunks.render, max_chars=target.max_chars or chunks.MAX_CHARS)


def _csv(_: Target) -> Writer:
    """One header, and below it the rows of all outlines."""
    from speechparse.render import csv  # noqa: PLC0415 -- the same

    renders = iter((csv.render,))

    def write(outline: Outline, text: str) -> bytes:
        return next(renders, csv.rows)(outline, text)

    return write


def _other(name: str, _: Target) -> Writer:
    return registry.renderer(name)


WRITERS: Final[Mapping[str, Callable[[Target], Writer]]] = {
    "tree": _tree,
    "json": _json,
    **{name: partial(_other, name) for name in registry.FORMATS},
    "chunks": _chunks,
    "csv": _csv,
}
"""Each format by its name, in the order of the help."""


def chosen(name: str | None, output: str | None, stream: TextIO | None) -> str:
    """Return the format that is meant: the one named, or that of the output's ending.

    Where neither says, a person who looks at a terminal gets a tree, everything else JSON.
    """
    by_output = registry.by_ending(output) if output else None
    return name or by_output or ("tree" if streams.is_terminal(stream) else "json")
