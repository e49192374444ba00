"""What a command reads: the files it was given, or standard input."""

from __future__ import annotations

from typing import Final, NamedTuple

from speechparse.cli import streams
from speechparse.decode import decode
from speechparse.reading import read_text

DASH: Final = "-"
"""The name that stands for standard input."""


class Source(NamedTuple):
    """One input, decoded."""

    name: str
    """How people see it named: its path, or that it is standard input."""
    path: str | None
    """Its path, or None for standard input."""
    text: str
    encoding: str
    """How its bytes were read."""


def read(name: str, encoding: str | None) -> Source:
    """Read and decode one input; `encoding` None leaves it to the bytes. Raises ReadError."""
    if name == DASH:
        text, used = decode(streams.read_input(), encoding, streams.STDIN)
        return Source(streams.STDIN, None, text, used)
    text, used = read_text(name, encoding)
    return Source(name, name, text, used)
