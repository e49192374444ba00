"""The formats that are written of an outline and its text: a row each, loaded when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechparse.model import Outline

    Render = Callable[[Outline, str], bytes]


class Format(NamedTuple):
    """One row: where a format's writer is, and what holds for its files."""

    module: str
    """In this package; its `render` takes an outline and the text that the outline is of."""
    ending: str
    """Of its files. Where a command is not told a format, the ending of the output tells it."""
    joins: bool = False
    """Whether the outlines of several inputs may stand one after the other in one file."""
    binary: bool = False
    """Whether a terminal cannot show it."""
    whole: bool = False
    """Whether it shows the text itself, and not only what the outline holds of it."""


FORMATS: Final = {
    "items": Format("items", ".items.jsonl", joins=True),
    "chunks": Format("chunks", ".chunks.jsonl", joins=True, whole=True),
    "md": Format("markdown", ".md", joins=True),
    "opml": Format("opml", ".opml"),
    "mm": Format("freemind", ".mm"),
    "mermaid": Format("mermaid", ".mmd"),
    "csv": Format("csv", ".csv", joins=True),
    "docx": Format("docx", ".docx", binary=True),
    "html": Format("html", ".html", whole=True),
}
"""Each format by its name, in the order of the help."""


def by_ending(path: str) -> str | None:
    """Return the name of the format whose ending a path has, or None."""
    return next((name for name, row in FORMATS.items() if path.lower().endswith(row.ending)), None)


def renderer(name: str) -> Render:
    """Return the writer of a format. Raises SpeechparseError where an extra that it needs is not installed."""
    render: Render = import_module(f"speechparse.render.{FORMATS[name].module}").render
    return render
