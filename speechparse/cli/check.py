"""`speechparse check`: proofreads the numbering of files."""

from __future__ import annotations

import sys
from typing import Any, Final

import click

from speechparse.check.language import LANGUAGES, language_of
from speechparse.check.report import FORMATS
from speechparse.cli import inputs, streams
from speechparse.cli.families import family_options
from speechparse.cli.outline import INPUT_FORMATS
from speechparse.cli.outline import _known_encoding as known_encoding

HELP: Final = """Find what is wrong with the numbering of each FILE: gaps, repeats, counts that do not agree.

FILES are files, folders, or - for standard input. Only plain text is fixed.

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


def _rule(ctx: click.Context, param: click.Parameter, value: str | None) -> object:
    """Take the id or the short name of a rule; refuse what no rule is called."""
    if value is None:
        return None
    from speechparse.check.selection import UnknownRuleError, rule_named  # noqa: PLC0415 -- loads every rule

    try:
        return rule_named(value)
    except UnknownRuleError as error:
        raise click.BadParameter(str(error), ctx, param) from error


def _show(text: str) -> int:
    streams.write_output(text.encode(sys.stdout.encoding, "replace"))
    return 0


_PATH: Final = click.Path(readable=False, allow_dash=True)


@click.command("check", help=HELP, short_help="Find what is wrong with the numbering.", epilog=EXIT_CODES)
@click.argument("files", nargs=-1, type=_PATH, metavar="[FILES]...")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The messages' language; by default the locale's.")
@click.option("--select", multiple=True, callback=_rules, metavar="RULES", help="Only these: ids or prefixes (N,P101).")
@click.option("--ignore", multiple=True, callback=_rules, metavar="RULES", help="Not these.")
@click.option("--level", type=click.Choice(_LEVELS), help="The least severity that is shown; by default warning.")
@click.option(
    "--fix",
    is_flag=True,
    help="Put marks and brackets right in the files, style too unless --level is given; - goes to stdout.",
)
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also number lists through, references aside.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--format", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="What to write.")
@click.option("--input-format", type=click.Choice(INPUT_FORMATS), help="How to read the files, if not by content.")
@click.option("--encoding", callback=known_encoding, metavar="NAME", help="How to read the bytes, if not by guess.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the text; auto heeds NO_COLOR and FORCE_COLOR.",
)
@family_options
@click.option("--rules", is_flag=True, help="List the rules, and check nothing.")
@click.option("--explain", callback=_rule, metavar="RULE", help="Explain a rule, and check nothing.")
@click.pass_context
def command(ctx: click.Context, /, **_: object) -> int:
    """Check the inputs that are named, or standard input; on a terminal with nothing named, show the help."""
    options: dict[str, Any] = dict(ctx.params)
    options["lang"] = options["lang"] or language_of()
    if options["rules"] or options["explain"]:
        from speechparse.check.pages import listing, page  # noqa: PLC0415 -- only these options need it

        return _show(page(options["explain"], options["lang"]) if options["explain"] else listing(options["lang"]))
    if not options["files"]:
        if streams.is_terminal(sys.stdin):
            click.echo(ctx.get_help())
            return 0
        options["files"] = (inputs.DASH,)
    _refuse_confusion(ctx, options)
    from speechparse.cli.checking import Options, run  # noqa: PLC0415 -- help and usage errors load no rule

    return run(Options(**{name: options[name] for name in Options._fields}))


def _refuse_confusion(ctx: click.Context, options: dict[str, Any]) -> None:
    """Refuse what cannot be meant."""
    if options["files"].count(inputs.DASH) > 1:
        raise click.UsageError("standard input can only be read once; give - once", ctx)
    if options["fix"] and options["diff"]:
        raise click.UsageError("--diff changes nothing; give --fix or --diff", ctx)
    if options["unsafe_fixes"] and not (options["fix"] or options["diff"]):
        raise click.UsageError("--unsafe-fixes says which fixes --fix or --diff make; give one of them", ctx)
