"""How right speechparse is, and the rival beside it: on the drawn trees of fixtures/ and on the labelled speeches.

An item is found when its marker starts where it is drawn, and placed when its parent is right too. A case is right when
all of its items are placed and nothing else is found; it is right as drawn when the titles and the number of speeches
are right too. `--failed` names the cases that speechparse does not get right.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks import labelled, rival
from benchmarks.drawn import spec_cases, whole_speeches
from speechparse import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from benchmarks.drawn import Drawing
    from benchmarks.rival import Row
    from speechparse import Item, Outline


@dataclass(slots=True)
class Tally:
    """What one parser got right on some cases."""

    found: int = 0
    placed: int = 0
    drawn: int = 0
    predicted: int = 0
    cases: int = 0
    drawn_right: int = 0
    failed: list[str] = field(default_factory=list)

    def add(self, case: Drawing, rows: list[Row], speeches: int) -> None:
        """Count one case."""
        wanted = {start: parent for start, parent, _ in case.rows}
        got = {start: parent for start, parent, _ in rows}
        both = wanted.keys() & got.keys()
        placed = sum(wanted[start] == got[start] for start in both)
        self.found += len(both)
        self.placed += placed
        self.drawn += len(wanted)
        self.predicted += len(got)
        self.cases += 1
        if not placed == len(wanted) == len(got):
            self.failed.append(case.name)
        self.drawn_right += rows == case.rows and max(1, speeches) == case.speeches

    @property
    def shares(self) -> tuple[float, float]:
        """F1 and edge F1."""
        both = (self.drawn + self.predicted) / 2 or 1
        return self.found / both, self.placed / both

    def line(self, name: str) -> str:
        """Return the figures as a line."""
        right = self.cases - len(self.failed)
        return (
            f"{name:12} F1 {self.shares[0]:.3f}  edge F1 {self.shares[1]:.3f}  "
            f"right {right}/{self.cases}  as drawn {self.drawn_right}/{self.cases}"
        )


def theirs(text: str) -> tuple[list[Row], int]:
    """Return what the rival finds: for it, every text is one speech."""
    return rival.outline(text), 1


def ours(text: str) -> tuple[list[Row], int]:
    """Return what speechparse finds in the rival's shape, and the number of speeches."""
    outline = parse(text)
    return outline_rows(outline), len(outline.speeches)


def outline_rows(outline: Outline) -> list[Row]:
    """Return an outline of speechparse's in the rival's shape."""
    rows: list[Row] = []
    stack: list[tuple[Item, int | None]] = []
    for speech in outline.speeches:
        stack.extend((item, None) for item in reversed(speech.children))
        while stack:
            item, parent = stack.pop()
            rows.append((item.start, parent, item.title))
            stack.extend((child, item.start) for child in reversed(item.children))
    return rows


def tally(cases: Iterable[Drawing], outline: Callable[[str], tuple[list[Row], int]]) -> Tally:
    """Return what a parser gets right on some cases."""
    result = Tally()
    for case in cases:
        result.add(case, *outline(case.text))
    return result


def print_labelled(name: str, command: tuple[str, ...]) -> None:
    """Print a command's figures on the labelled speeches, a line a variant."""
    for variant, row in labelled.score(command).items():
        print(
            f"{name:12} {variant:10} F1 {row['F1']:.3f}  edge F1 {row['edgeF1']:.3f}  "
            f"exact {row['exact']}/{row['documents']}  pages {row['split']}/{row['pages']}  "
            f"titles {row['titles']:.3f}  ends {row['ends']}/{row['bordered']}  "
            f"closings {row['closings']}/{row['bordered']}  crashed {row['failures']}",
            flush=True,
        )


def main(arguments: list[str]) -> int:
    """Print the figures of both parsers on everything there is."""
    for name, cases in (("spec cases", list(spec_cases())), ("speeches", list(whole_speeches()))):
        print(name)
        mine = tally(cases, ours)
        print(mine.line("  ours"))
        print(tally(cases, theirs).line("  the rival"), flush=True)
        if "--failed" in arguments:
            print("".join(f"    {case}\n" for case in mine.failed), end="")
    print("labelled speeches")
    if not labelled.present():
        print(f"  {labelled.ABSENT}")
        return 0
    print_labelled("  ours", labelled.SPEECHPARSE)
    print_labelled("  the rival", labelled.RIVAL)
    return 0
