"""The command `speechparse`: which commands there are, and how every one of them ends."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Final

import click

from speechparse import __version__
from speechparse.cli import EXIT_CODES, INTERRUPTED, streams
from speechparse.errors import SpeechparseError
from speechparse.render.visible import visible

_COMMANDS: Final = {
    "outline": "speechparse.cli.outline",
    "batch": "speechparse.cli.batch",
    "check": "speechparse.cli.check",
    "view": "speechparse.cli.view",
    "schema": "speechparse.cli.schema",
}
"""Each command with the module whose `command` it is, in the order of the help."""

HELP: Final = """Turn Chinese speeches and reports into nested outlines, by rule.

\b
Examples:
  speechparse outline speech.txt                 the outline as a tree
  speechparse outline speech.txt | jq .speeches  the same as JSON
  speechparse outline page.txt -o outline.json   into a file
  speechparse view speech.txt                    beside its text, in the browser
  speechparse schema                             what the JSON promises
"""


class _App(click.Group):
    """Commands that are imported when they are called, and the ends that all of them share."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the names, as the help orders them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- the same
        """Return the command of a name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the first argument; where there is none, say what was likely meant."""
        if args[0] not in _COMMANDS and not ctx.resilient_parsing:
            raise click.UsageError(_no_such_command(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> int:
        """Run the command and return its exit code; every end that is no bug is one line on stderr, or none."""
        try:
            return int(super().invoke(ctx) or 0)
        except BrokenPipeError:
            # The reader has seen enough, which is no failure: `speechparse outline f.txt | head -1`.
            streams.abandon()
            return 0
        except SpeechparseError as error:
            streams.complain(str(error))
            return 1
        except KeyboardInterrupt:
            streams.abandon()
            streams.complain("interrupted")
            return INTERRUPTED


def _no_such_command(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake needs it

    shown = visible(name)
    if os.path.isfile(name):  # noqa: PTH113 -- pathlib would cost every start 2 ms
        return f"'{shown}' is a file, not a command; try: speechparse outline {shown}"
    likely = "".join(f" Did you mean '{match}'?" for match in get_close_matches(name, _COMMANDS, n=1))
    return f"No such command '{shown}'.{likely}"


@click.command(
    "speechparse",
    cls=_App,
    invoke_without_command=True,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXIT_CODES,
)
@click.version_option(__version__, message="speechparse %(version)s")
@click.pass_context
def app(ctx: click.Context) -> None:
    """Show the help where no command is named."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run() -> int:
    """Run the command with the arguments of the process and return its exit code."""
    try:
        return int(app.main(prog_name="speechparse", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
