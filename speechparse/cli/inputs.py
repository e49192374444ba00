"""What a command reads: the files it was given, or standard input."""

from __future__ import annotations

from typing import Final, NamedTuple

from speechparse.cli import streams
from speechparse.reading import read_original as read_file
from speechparse.reading import text_of

DASH: Final = "-"
"""The name that stands for standard input."""


class Source(NamedTuple):
    """One input, decoded."""

    name: str
    """How people see it named: its path, or that it is standard input."""
    path: str | None
    """Its path, or None for standard input."""
    text: str
    encoding: str | None
    """How its bytes were read; None where they are no text."""


def read(name: str, encoding: str | None, input_format: str | None = None) -> Source:
    """Read one input; `encoding` and `input_format` None leave it to the bytes. Raises ReadError.

    What is amiss with a document that can be read all the same is a line on standard error.
    """
    return read_original(name, encoding, input_format)[0]


def read_original(name: str, encoding: str | None, input_format: str | None = None) -> tuple[Source, bytes]:
    """Read one input as `read` does, and return its bytes too. Raises ReadError."""
    if name == DASH:
        data = streams.read_input()
        document = text_of(data, streams.STDIN, encoding, input_format)
        shown, path = streams.STDIN, None
    else:
        document, data = read_file(name, encoding, input_format)
        shown, path = name, name
    for note in document.notes:
        streams.complain(f"{shown}: {note}")
    return Source(shown, path, document.text, document.encoding), data
