"""`speechparse view`: the outline beside the speech, in the browser."""

from __future__ import annotations

import os
from typing import Final

import click

from speechparse.cli import EXIT_CODES, inputs, streams
from speechparse.cli.families import choices, family_options
from speechparse.cli.outline import INPUT_FORMATS
from speechparse.cli.outline import _known_encoding as known_encoding
from speechparse.errors import SpeechparseError
from speechparse.outline import parse

HELP: Final = """Show the outline of FILE (- for standard input) beside its text, in the browser.

One page that needs no network; it stays where it is written, so that it can be kept or sent.

\b
Examples:
  speechparse view speech.txt                in a temporary folder
  speechparse view speech.txt -o speech.html where you want it
  speechparse view speech.txt --no-open      written, its path printed, and nothing opened
"""

_STEM: Final = 60
"""Characters that the page's name takes from the file's."""


@click.command("view", help=HELP, short_help="Show the outline beside the speech, in the browser.", epilog=EXIT_CODES)
@click.argument("file", type=click.Path(readable=False, allow_dash=True))
@click.option("-o", "--output", type=click.Path(readable=False), metavar="PAGE", help="Write to PAGE, and keep it.")
@click.option("--no-open", is_flag=True, help="Write the page, but do not open it.")
@family_options
@click.option("--encoding", callback=known_encoding, metavar="NAME", help="How to read the bytes, if not by guess.")
@click.option("--input-format", type=click.Choice(INPUT_FORMATS), help="How to read the file, if not by its content.")
def command(  # noqa: PLR0913 -- one parameter an option
    file: str,
    output: str | None,
    encoding: str | None,
    *,
    input_format: str | None,
    markers: tuple[str, ...],
    without: tuple[str, ...],
    no_open: bool,
) -> int:
    """Write the page, print its path, and open it."""
    families = choices([file], markers, without)[file].families()
    source = inputs.read(file, encoding, input_format)
    outline = parse(source.text, families=families)
    outline.source, outline.encoding = source.path, source.encoding
    # Only what this command needs, and other commands do not pay for.
    from speechparse.atomic import replacing  # noqa: PLC0415
    from speechparse.render.html import render  # noqa: PLC0415

    path = os.path.abspath(output or _temporary(source.path))  # noqa: PTH100 -- links stay links
    with replacing(path) as write:
        write(render(outline, source.text))
    streams.write_output(os.fsencode(path) + b"\n")
    if not no_open and not _open(path):
        raise SpeechparseError("no browser could be opened", "open the page by hand", path)
    return 0


def _temporary(source: str | None) -> str:
    """Return a path in a new folder that only the user can look into."""
    from tempfile import mkdtemp  # noqa: PLC0415 -- the same

    stem = os.path.splitext(os.path.basename(source or "speech"))[0][:_STEM]  # noqa: PTH119, PTH122 -- any name will do
    return os.path.join(mkdtemp(prefix="speechparse-"), f"{stem or 'speech'}.html")  # noqa: PTH118


def _open(path: str) -> bool:
    import webbrowser  # noqa: PLC0415 -- the same
    from pathlib import Path  # noqa: PLC0415

    return webbrowser.open(Path(path).as_uri())
