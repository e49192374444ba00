"""`speechparse outline`: files in, outlines out."""

from __future__ import annotations

import os
import sys
from typing import Final

import click

from speechparse.cli import EXIT_CODES, inputs, streams
from speechparse.cli.convert import Options, convert, format_of
from speechparse.cli.families import family_options
from speechparse.cli.formats import WRITERS
from speechparse.render.registry import FORMATS
from speechparse.render.visible import visible

HELP: Final = """Print the outline of each FILE, or of standard input (-, or a pipe and no FILE).

\b
Examples:
  speechparse outline speech.txt                 a tree, or JSON in a pipe
  speechparse outline speech.txt --depth 2       its two upper levels
  speechparse outline speech.txt -o speech.json  into a file
  speechparse outline speech.txt -o speech.html  as a page; also .md, .opml, .mm, .mmd, .csv, .docx
  speechparse outline *.txt > all.jsonl          one line of JSON a file
  pbpaste | speechparse outline --format tree    of what is in the clipboard
  speechparse outline old.txt --encoding big5    if the encoding was not guessed right
  speechparse outline report.docx                also .html, .md, .pdf; --text prints what is read of them
"""


INPUT_FORMATS: Final = ("txt", "md", "html", "docx", "pdf")
"""The keys of `readers.FORMATS`, which a plain text need not load."""


def _known_encoding(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse, before anything is read, an encoding that Python does not have."""
    try:
        " ".encode(value or "utf-8")
    except (LookupError, ValueError) as error:
        hint = "try gb18030, big5hkscs, utf-8 or utf-16"
        raise click.BadParameter(f"{value!r} is not a text encoding; {hint}", ctx, param) from error
    return value


# A path is taken as it is: what is wrong with it is said of each file, and the other files are still read.
_PATH = click.Path(readable=False, allow_dash=True)


@click.command("outline", help=HELP, short_help="Print the outline of each file.", epilog=EXIT_CODES)
@click.argument("files", nargs=-1, type=_PATH, metavar="[FILES]...")
@click.option(
    "--format",
    type=click.Choice(list(WRITERS)),
    help="What to write. Without it the output's ending tells (.md, .html ...); else a tree on a terminal, or JSON.",
)
@click.option("-o", "--output", type=_PATH, metavar="FILE", help="Write to FILE, whole or not at all.")
@click.option("--depth", type=click.IntRange(min=1), metavar="N", help="Leave out the items below level N.")
@click.option(
    "--no-text", is_flag=True, help="Titles only: text, preamble and closing become empty strings in the JSON."
)
@click.option("--encoding", callback=_known_encoding, metavar="NAME", help="How to read the bytes, if not by guess.")
@click.option("--input-format", type=click.Choice(INPUT_FORMATS), help="How to read the file, if not by its content.")
@click.option("--text", is_flag=True, help="Print the text that is read, which offsets refer to, and no outline.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the tree; auto heeds NO_COLOR and FORCE_COLOR.",
)
@family_options
@click.option("--explain", is_flag=True, help="Say on stderr what each run rests on and why other candidates fell.")
@click.option(
    "--max-chars", type=click.IntRange(min=1), metavar="N", help="How long a chunk may be, for --format chunks; 800."
)
@click.pass_context
def command(ctx: click.Context, /, **_: object) -> int:
    """Read the inputs that are named, or standard input; on a terminal with nothing named, show the help."""
    options = Options(**ctx.params)
    if not options.files:
        if streams.is_terminal(sys.stdin):
            click.echo(ctx.get_help())
            return 0
        options = options._replace(files=(inputs.DASH,))
    _refuse_confusion(ctx, options)
    _refuse_mismatch(ctx, options)
    return convert(options)


def _refuse_confusion(ctx: click.Context, options: Options) -> None:
    """Refuse what cannot be meant: standard input twice, or an output that is one of the inputs."""
    if options.files.count(inputs.DASH) > 1:
        raise click.UsageError("standard input can only be read once; give - once", ctx)
    for name in options.files:
        if options.output and name != inputs.DASH and _same_file(name, options.output):
            raise click.UsageError(
                f"'{visible(name)}' is an input, and the output would replace it; choose another FILE", ctx
            )


def _refuse_mismatch(ctx: click.Context, options: Options) -> None:
    """Refuse what the format cannot do: several documents in one file, bytes on a terminal, a text without text."""
    if options.text and (options.format or options.explain or options.depth or options.no_text):
        raise click.UsageError("--text prints no outline; leave out what is for outlines", ctx)
    name = format_of(options)
    row = None if options.text else FORMATS.get(name)
    if options.max_chars and name != "chunks":
        raise click.UsageError(f"--max-chars is for --format chunks, not {name}", ctx)
    if row is None:
        return
    if len(options.files) > 1 and not row.joins:
        raise click.UsageError(f"{name} holds one document a file; give one file, or use speechparse batch", ctx)
    if row.binary and options.output in {None, inputs.DASH} and streams.is_terminal(sys.stdout):
        raise click.UsageError(f"{name} is no text for a terminal; name a file with -o", ctx)
    if row.whole and options.no_text:
        raise click.UsageError(f"{name} shows the text itself; leave --no-text out", ctx)


def _same_file(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 -- pathlib would cost every start 2 ms
    except OSError:
        return False
