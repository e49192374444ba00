"""Inputs to outlines to one output: what `outline` does once it knows what is wanted."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from speechparse.cli import inputs, streams, trim
from speechparse.cli.families import choices
from speechparse.cli.formats import WRITERS, Target, chosen
from speechparse.errors import SpeechparseError
from speechparse.outline import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.cli.formats import Writer
    from speechparse.families import Family
    from speechparse.model import Outline


class Options(NamedTuple):
    """What the command line says."""

    files: tuple[str, ...]
    format: str | None
    output: str | None
    depth: int | None
    no_text: bool
    encoding: str | None
    color: str
    explain: bool
    markers: tuple[str, ...]
    without: tuple[str, ...]
    max_chars: int | None
    input_format: str | None
    text: bool


def convert(options: Options) -> int:
    """Convert every input, in the order given, and return the exit code.

    An input that fails is a line on standard error, and the others go on. Where all fail, a file that the output would
    replace stays as it is. Raises SpeechparseError where the output cannot be written, click.ClickException where what
    to look for is not told right.
    """
    conversion = _Conversion(options, _writer(options))
    pieces = conversion.pieces()
    first = next(pieces, None)
    if first is not None:
        _deliver(chain((first,), pieces), _file(options))
    return 1 if conversion.failed else 0


class _Conversion:
    """The inputs on their way through, and whether one of them failed."""

    __slots__ = ("choices", "failed", "options", "write")

    def __init__(self, options: Options, write: Writer) -> None:
        self.options = options
        self.choices = choices(options.files, options.markers, options.without)
        self.write = write
        self.failed = False

    def pieces(self) -> Iterator[bytes]:
        """Yield what each input becomes; say what is wrong with those that become nothing."""
        for name in self.options.files:
            try:
                source = inputs.read(name, self.options.encoding, self.options.input_format)
                families = self.choices[name].families()
                outline = None if self.options.text else _outline(source, families, self.options)
            except SpeechparseError as error:
                streams.complain(str(error))
                self.failed = True
            else:
                yield self.write(outline, source.text) if outline else source.text.encode("utf-8", "replace")


def _outline(source: inputs.Source, families: tuple[Family, ...], options: Options) -> Outline:
    outline = _explained(source, families) if options.explain else parse(source.text, families=families)
    outline.source = source.path
    outline.encoding = source.encoding
    if options.depth is not None:
        trim.cut_below(outline, options.depth)
    if options.no_text:
        trim.leave_out_text(outline)
    return outline


def _explained(source: inputs.Source, families: tuple[Family, ...]) -> Outline:
    """Parse with the grounds of the outline on standard error."""
    # Grounds are gathered on demand: the usual path does not load what gathers them.
    from speechparse.explain import explain  # noqa: PLC0415
    from speechparse.render.explain import render  # noqa: PLC0415

    explanation = explain(source.text, families=families)
    streams.write_error(render(explanation, source.name))
    return explanation.outline


def _writer(options: Options) -> Writer:
    stream = None if _file(options) else sys.stdout
    target = Target(stream, options.color, len(options.files) > 1, options.max_chars)
    return WRITERS[format_of(options)](target)


def format_of(options: Options) -> str:
    """Return the name of the format that the options mean."""
    output = _file(options)
    return chosen(options.format, output, None if output else sys.stdout)


def _file(options: Options) -> str | None:
    """Return the path of the output, or None where it is standard output."""
    return None if options.output == inputs.DASH else options.output


def _deliver(pieces: Iterator[bytes], path: str | None) -> None:
    if path is None:
        for piece in pieces:
            streams.write_output(piece)
        return
    from speechparse.atomic import replacing  # noqa: PLC0415 -- most runs write to standard output

    with replacing(path) as write:
        for piece in pieces:
            write(piece)
