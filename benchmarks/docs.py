"""Brings the READMEs up to date: the table of families, and what each console example prints.

    python -m benchmarks docs            # rewrites README.md and README.zh-CN.md
    python -m benchmarks docs --check    # says what is stale and fails

A console block shows commands (`$ speechparse …`) and what they print. A line `…` in what is printed stands for lines
left out; a refresh keeps as many lines before and after it as there were.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.corpus import ROOT
from speechparse.families import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.families import Family

READMES: Final = ("README.md", "README.zh-CN.md")
CONSOLE: Final = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND: Final = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
TABLE: Final = re.compile(r"(?<=<!-- families -->\n).*?(?=<!-- /families -->)", re.DOTALL)
HEADS: Final = {
    "README.md": ("`family`", "markers", "written by the standard", "for example", "but not"),
    "README.zh-CN.md": ("`family`", "标记", "标准写法", "例", "不是标记"),
}
LEFT_OUT: Final = "…"
SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A command of a console block and what the page says it prints."""

    command: str
    output: str

    @property
    def runnable(self) -> bool:
        """Whether what the command needs is installed: jq is a program of its own."""
        return not re.search(r"\bjq\b", self.command) or shutil.which("jq") is not None


def examples(page: str) -> Iterator[Example]:
    """Yield the examples of a page."""
    for block in CONSOLE.findall(page):
        for found in COMMAND.finditer(block):
            yield Example(found["command"], found["output"])


def environment() -> dict[str, str]:
    """Return the environment of an example: this Python's commands first, English, no colour, whole lines."""
    ours = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "FORCE_COLOR"}} | ours


def printed(command: str) -> str:
    """Return what a command prints, both streams as a terminal shows them."""
    run = subprocess.run(
        ["bash", "-c", command],  # noqa: S607 a README's commands are for a shell
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        cwd=ROOT,
        env=environment(),
    )
    return run.stdout


def abridged(output: str, shown: str) -> str:
    """Return an output with the lines left out that the page leaves out."""
    before, mark, after = (f"\n{shown}").partition(f"\n{LEFT_OUT}\n")
    if not mark:
        return output
    lines = output.splitlines(keepends=True)
    head, tail = before.count("\n"), after.count("\n")
    if len(lines) <= head + tail:
        return output
    return "".join([*lines[:head], f"{LEFT_OUT}\n", *lines[len(lines) - tail :]])


def current(example: Example) -> str:
    """Return what the page should say that an example prints."""
    return abridged(printed(example.command), example.output) if example.runnable else example.output


def cell(texts: tuple[str, ...]) -> str:
    """Return a table's cell: some short texts as code."""
    return " ".join(f"`{text.strip()}`" for text in texts[:SHOWN])


def row(family: Family) -> str:
    """Return a family's line of the table."""
    markers = tuple(example.partition("|")[0] for example in family.examples)
    cells = (f"`{family.name}`", family.chinese, family.standard, cell(markers), cell(family.near_misses))
    return f"| {' | '.join(cells)} |\n"


def table(heads: tuple[str, ...]) -> str:
    """Return the table of marker families, a line a row of the code's own table."""
    first = f"| {' | '.join(heads)} |\n| {' | '.join('---' for _ in heads)} |\n"
    return first + "".join(row(family) for family in FAMILIES)


def refreshed(name: str, page: str) -> str:
    """Return a page as it should be."""

    def example(found: re.Match[str]) -> str:
        return f"$ {found['command']}\n{current(Example(found['command'], found['output']))}"

    page = TABLE.sub(lambda _: table(HEADS[name]), page)
    return CONSOLE.sub(lambda block: COMMAND.sub(example, block[0]), page)


def main(arguments: list[str]) -> int:
    """Rewrite the pages, or with `--check` only say which are stale."""
    stale = 0
    for name in READMES:
        path = ROOT / name
        page = path.read_text(encoding="utf-8")
        fresh = refreshed(name, page)
        if fresh == page:
            print(f"{name} is up to date")
        elif "--check" in arguments:
            print(f"{name} is stale: run `python -m benchmarks docs`")
            stale = 1
        else:
            path.write_text(fresh, encoding="utf-8")
            print(f"{name} rewritten")
    return stale
