"""`speechparse batch`: many files in, a folder or a corpus out."""

from __future__ import annotations

import gc
import re
import sys
from typing import TYPE_CHECKING, Any, Final

import click

from speechparse.batch.globs import matches
from speechparse.batch.progress import watcher
from speechparse.batch.request import DASK, ENGINES, FORMATS, LOCAL, Request
from speechparse.batch.run import run
from speechparse.batch.sources.roots import UsageError, shown_in
from speechparse.batch.sources.tables import TEXT, Columns
from speechparse.cli import EXIT_CODES, INTERRUPTED, streams
from speechparse.cli.families import Choice, choices, family_options
from speechparse.cli.outline import INPUT_FORMATS
from speechparse.cli.outline import _known_encoding as known_encoding
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechparse.batch.report import Report

HELP: Final = """Convert many inputs: files, folders, and tables of texts (JSON Lines, Parquet).

OUTPUT is a folder, which gets a file for each input in the same tree of folders, or one file: .jsonl (a whole document
a line), .parquet (a row an item), .items.jsonl, .chunks.jsonl, .md or .csv. A second run does only what is new or has
changed.

\b
Examples:
  speechparse batch speeches/ outlines/             a.txt becomes outlines/a.txt.json
  speechparse batch speeches/ corpus.jsonl          one file, one document a line
  speechparse batch speeches/ corpus.parquet        one row an item
  speechparse batch speeches/ pages/ --format html  a page for each speech
  speechparse batch news.jsonl corpus.parquet --text-column content --id-column url
"""

_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.IGNORECASE)
_UNITS: Final = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


class _Jobs(click.ParamType[int]):
    """A number of processes, or `auto`, which is None."""

    name = "jobs"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int | None:  # type: ignore[override]
        """Return the number."""
        if value == "auto":
            return None
        if not str(value).isdecimal() or int(value) < 1:
            self.fail(f"{value!r} is not a number of processes; write 1, 2 ... or auto", param, ctx)
        return int(value)


class _Size(click.ParamType[int]):
    """A number of bytes, as 800k, 50M or 2G."""

    name = "size"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the bytes."""
        if isinstance(value, int):
            return value
        found = _SIZE.fullmatch(value.strip())
        if not found:
            self.fail(f"{value!r} is not a size; write 800k, 50M or 2G", param, ctx)
        return int(float(found[1]) * _UNITS[found[2].lower()])


def _sound_patterns(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a pattern that cannot be used."""
    for value in values:
        try:
            matches("", (value,))
        except re.error as error:
            raise click.BadParameter(f"{value!r} is no pattern ({error})", ctx, param) from error
    return values


_PATH: Final = click.Path(readable=False)


@click.command("batch", help=HELP, short_help="Convert folders of files, or tables of texts.", epilog=EXIT_CODES)
@click.argument("inputs", nargs=-1, type=_PATH, metavar="INPUT...")
@click.argument("output", type=_PATH)
@click.option(
    "--format", type=click.Choice(FORMATS), help="What to write. Without it the output's ending tells; else json."
)
@click.option(
    "--include", multiple=True, callback=_sound_patterns, metavar="GLOB", help="Take these files from folders."
)
@click.option(
    "--exclude", multiple=True, callback=_sound_patterns, metavar="GLOB", help="Leave these files or folders out."
)
@click.option("--text-column", metavar="NAME", help=f"Where the texts are in JSON Lines or Parquet; {TEXT}.")
@click.option("--id-column", metavar="NAME", help="What each text is known by; id, or the number of its row.")
@click.option("--force", is_flag=True, help="Do all again.")
@click.option("--prune", is_flag=True, help="Remove outputs whose inputs are gone.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first input that fails.")
@click.option(
    "--max-bytes", type=_Size(), default="64M", show_default=True, metavar="SIZE", help="Read no larger file."
)
@click.option("--jobs", type=_Jobs(), metavar="N", default="auto", show_default=True, help="How many processes work.")
@click.option("--engine", type=click.Choice(ENGINES), default=LOCAL, show_default=True, help="Who does the work.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler, as tcp://host:8786; means --engine dask.")
@click.option("--depth", type=click.IntRange(min=1), metavar="N", help="Leave out the items below level N.")
@click.option("--no-text", is_flag=True, help="Titles only.")
@click.option("--encoding", callback=known_encoding, metavar="NAME", help="How to read the bytes, if not by guess.")
@click.option("--input-format", type=click.Choice(INPUT_FORMATS), help="How to read the files, if not by content.")
@click.option(
    "--max-chars", type=click.IntRange(min=1), metavar="N", help="How long a chunk may be, for --format chunks."
)
@family_options
@click.option("-v", "--verbose", is_flag=True, help="Say now and then how far it is, where stderr is no terminal.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what ends the run.")
@click.pass_context
def command(ctx: click.Context, /, **_: object) -> int:
    """Convert, and say what was done."""
    options = ctx.params
    verbose, quiet = options["verbose"], options["quiet"]
    try:
        request = _request(options)
        watch = watcher(
            shown_in(request.inputs), quiet=quiet, verbose=verbose, terminal=streams.is_terminal(sys.stderr)
        )
        report = run(request, watch)
    except UsageError as error:
        raise click.UsageError(str(error), ctx) from error
    except KeyboardInterrupt:
        streams.complain("interrupted; what is done is kept: run the same command again to go on")
        # Who pressed Ctrl-C is waiting: the interpreter would look through all that Dask has loaded before it ends.
        gc.freeze()
        return INTERRUPTED
    if not quiet:
        _summarise(report, shown_in(request.inputs))
    return report.exit_code


def _request(options: dict[str, Any]) -> Request:
    """Return the request that the options make. Raises UsageError where they contradict each other."""
    if not options["inputs"]:  # click gives the only path to OUTPUT, though the user meant an input
        only = options["output"]
        raise UsageError("there is no OUTPUT", f"say where to, as in: speechparse batch {only} outlines/")
    look = _look(options["inputs"], options["markers"], options["without"])
    tables = options["text_column"] or options["id_column"]
    columns = Columns(options["text_column"] or TEXT, options["id_column"]) if tables else None
    engine = DASK if options["scheduler"] else options["engine"]
    left = ("text_column", "id_column", "verbose", "quiet", "engine", "markers", "without")
    rest = {name: value for name, value in options.items() if name not in left}
    return Request(**rest, columns=columns, engine=engine, markers=look.markers, without=look.without)


def _look(inputs: tuple[str, ...], markers: tuple[str, ...], without: tuple[str, ...]) -> Choice:
    """Return which families to look for. Raises UsageError where the inputs' own settings differ."""
    several = set(choices(inputs, markers, without).values())
    if len(several) > 1:
        raise UsageError("the inputs have different settings (speechparse.toml)", "run batch once for each")
    return several.pop()


def _summarise(report: Report, shown: Callable[[str], str]) -> None:
    """Write the counts, and once more what failed."""
    lines = list(report.lines())
    if report.failures:
        lines += ["failed:", *(f"  {visible(f'{shown(name)}: {reason}')}" for name, reason in report.failures)]
    streams.write_error("".join(f"{line}\n" for line in lines))
