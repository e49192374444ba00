"""The formats of `outline`: how each makes bytes of an outline, for where they go."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from speechparse.cli import streams
from speechparse.render import json
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from speechparse.model import Outline

    Writer = Callable[[Outline], bytes]


class Target(NamedTuple):
    """Where outlines go, as far as a format asks."""

    stream: TextIO | None
    """Standard output, or None for a file."""
    color: str
    """auto, always or never."""
    several: bool
    """Whether more than one outline goes there."""


def _json(target: Target) -> Writer:
    """One outline is laid out for people; of several each is a line, so that tools can read them one by one."""
    return json.render_line if target.several else json.render


def _tree(target: Target) -> Writer:
    """As the console would have it; a file gets UTF-8 without colour, unless colour is asked for."""
    # rich takes a quarter of the start-up: only here is it worth its time.
    from speechparse.render import tree  # noqa: PLC0415

    stream = target.stream or StringIO()
    color = "never" if target.stream is None and target.color == "auto" else target.color
    console = tree.console_for(stream, color)
    encoding = stream.encoding or "utf-8"

    def write(outline: Outline) -> bytes:
        heading = f"==> {visible(outline.source or streams.STDIN)} <==\n" if target.several else ""
        # What the console cannot show becomes a question mark: a readable tree, and no error.
        return (heading + tree.draw(outline, console)).encode(encoding, "replace")

    return write


WRITERS: Final[Mapping[str, Callable[[Target], Writer]]] = {"tree": _tree, "json": _json}
"""Each format by its name, in the order of the help."""
