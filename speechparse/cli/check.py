"""`speechparse check`: proofreads the numbering of files."""

from __future__ import annotations

import sys
from typing import Any, Final

import click

from speechparse.check.language import LANGUAGES, language_of
from speechparse.check.report import FORMATS
from speechparse.cli import inputs, streams
from speechparse.cli.families import family_options
from speechparse.cli.outline import _known_encoding as known_encoding

HELP: Final = """Find what is wrong with the numbering of each FILE: gaps, repeats, counts that do not agree.

FILES are files, folders (their .txt files), or - for standard input.

\b
Examples:
  speechparse check speech.txt                 errors and warnings
  speechparse check speech.txt --level style   advice of the standards too
  speechparse check speech.txt --diff          what --fix would change
  speechparse check speech.txt --fix           put marks and brackets right
  speechparse check speeches/ --format github  annotations in a pull request
  speechparse check --explain N001             what a rule looks for, and why
"""

EXIT_CODES: Final = """\b
Exit codes:
  0    nothing found at the level; with --diff, nothing to change
  1    something found, something to change, or an input failed
  2    the command was not called as it must be
  130  interrupted
"""

_LEVELS: Final = ("error", "warning", "style")


def _rules(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Take ids and prefixes, repeated or with commas between them; refuse those that no rule has."""
    from speechparse.check.selection import Selection, UnknownRuleError  # noqa: PLC0415 -- loads every rule

    names = tuple(name for value in values for name in value.split(",") if name.strip())
    try:
        Selection(names).rules()
    except UnknownRuleError as error:
        raise click.BadParameter(str(error), ctx, param) from error
    return names


def _show_rules(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 -- click's signature
    if value:
        from speechparse.check.pages import listing  # noqa: PLC0415 -- only this option needs it

        _print(listing(_language(ctx)))
        ctx.exit()


def _show_rule(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    from speechparse.check.pages import page  # noqa: PLC0415 -- only this option needs it
    from speechparse.check.selection import UnknownRuleError, rule_named  # noqa: PLC0415 -- the same

    try:
        rule = rule_named(value)
    except UnknownRuleError as error:
        raise click.BadParameter(str(error), ctx, param) from error
    _print(page(rule, _language(ctx)))
    ctx.exit()


def _language(ctx: click.Context) -> str:
    return str(ctx.params.get("lang") or language_of())


def _print(text: str) -> None:
    streams.write_output(text.encode(sys.stdout.encoding, "replace"))


_PATH: Final = click.Path(readable=False, allow_dash=True)


@click.command("check", help=HELP, short_help="Find what is wrong with the numbering.", epilog=EXIT_CODES)
@click.argument("files", nargs=-1, type=_PATH, metavar="[FILES]...")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), is_eager=True, help="The messages' language; by default the locale's."
)
@click.option("--select", multiple=True, callback=_rules, metavar="RULES", help="Only these: ids or prefixes (N,P101).")
@click.option("--ignore", multiple=True, callback=_rules, metavar="RULES", help="Not these.")
@click.option("--level", type=click.Choice(_LEVELS), help="The least severity that is shown; by default warning.")
@click.option("--fix", is_flag=True, help="Put marks and brackets right, in place; standard input to standard output.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also number lists through, references aside.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--format", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="What to write.")
@click.option("--encoding", callback=known_encoding, metavar="NAME", help="How to read the bytes, if not by guess.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the text; auto heeds NO_COLOR and FORCE_COLOR.",
)
@family_options
@click.option(
    "--rules", is_flag=True, is_eager=True, expose_value=False, callback=_show_rules, help="List the rules and leave."
)
@click.option(
    "--explain", is_eager=True, expose_value=False, callback=_show_rule, metavar="RULE", help="Explain a rule and leave."
)
@click.pass_context
def command(ctx: click.Context, /, **_: object) -> int:
    """Check the inputs that are named, or standard input; on a terminal with nothing named, show the help."""
    options: dict[str, Any] = dict(ctx.params)
    if not options["files"]:
        if streams.is_terminal(sys.stdin):
            click.echo(ctx.get_help())
            return 0
        options["files"] = (inputs.DASH,)
    _refuse_confusion(ctx, options)
    from speechparse.cli.checking import Options, run  # noqa: PLC0415 -- help and usage errors load no rule

    return run(Options(**{**options, "lang": _language(ctx)}))


def _refuse_confusion(ctx: click.Context, options: dict[str, Any]) -> None:
    """Refuse what cannot be meant."""
    if options["files"].count(inputs.DASH) > 1:
        raise click.UsageError("standard input can only be read once; give - once", ctx)
    if options["fix"] and options["diff"]:
        raise click.UsageError("--diff changes nothing; give --fix or --diff", ctx)
    if options["unsafe_fixes"] and not (options["fix"] or options["diff"]):
        raise click.UsageError("--unsafe-fixes says which fixes --fix or --diff make; give one of them", ctx)
