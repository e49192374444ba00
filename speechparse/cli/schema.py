"""`speechparse schema`: what the JSON promises, for programs."""

from __future__ import annotations

from typing import Final

import click

from speechparse.cli import streams

SCHEMAS: Final = {"outline": "outline-1.json", "findings": "findings-1.json"}
"""Each schema by its name, with its file in `speechparse/schema`."""

HELP: Final = """Print the JSON Schema (draft 2020-12) of what `outline` writes.

\b
Example:
  speechparse schema > outline-1.json
"""


@click.command("schema", help=HELP, short_help="Print the JSON Schema of the output.")
@click.argument("name", type=click.Choice(list(SCHEMAS)), default="outline", metavar="[outline|findings]")
def command(name: str) -> int:
    """Print the file of a schema as it is."""
    from importlib.resources import files  # noqa: PLC0415 -- only this command needs it

    streams.write_output(files("speechparse").joinpath("schema", SCHEMAS[name]).read_bytes())
    return 0
