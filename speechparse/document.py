"""A document: text, wherever it came from."""

from __future__ import annotations

from typing import NamedTuple


class Document(NamedTuple):
    """The text of a file."""

    text: str
    """What offsets count: the decoded text of plain text, the extracted text of everything else."""
    encoding: str | None
    """How its bytes were read; None for formats that are no text."""
    notes: tuple[str, ...] = ()
    """What is amiss and did not keep it from being read, a line each."""
