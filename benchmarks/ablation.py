"""What each kind of evidence buys: it is switched off from outside, and everything is measured again.

    python -m benchmarks ablation            # all
    python -m benchmarks ablation WORD...    # those with one of the words in their names

A figure is what changes when the evidence goes: below zero, it was worth having. F1 and edge F1 are those of the drawn
cases (fixtures/spec, speeches and short) and of the labelled speeches, clean, wrapped and glued. `titles` and
`borders` (pages, ends, closings) count labelled ones over the three; `cases` counts spec cases that are not drawn as
they should be, `pieces` the heads, texts, ends and counts of the speeches of fixtures/. The last row goes without
all at once that buy nothing each: where it costs something, they stand in for one another. Evidence that is never asked
for fails the run: such a switch proves nothing.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

from benchmarks import labelled
from benchmarks.figures import SHARES, figures
from benchmarks.switches import SWITCHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Figures
    from benchmarks.switches import Switch

# --- switching off ---------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Asked:
    """How often each changed place was asked."""

    counts: dict[str, int]

    def counted(self, place: str, stand_in: Any) -> Any:  # noqa: ANN401 a function, a table of them or a table of words
        """Return a stand-in that counts: a function its calls, a table once for being there."""
        self.counts.setdefault(place, 0)
        if isinstance(stand_in, dict):
            return {name: self.counted(place, one) for name, one in stand_in.items()}
        if not callable(stand_in):
            self.counts[place] += 1
            return stand_in

        @wraps(stand_in)
        def asked(*arguments: object, **named: object) -> object:
            self.counts[place] += 1
            return stand_in(*arguments, **named)

        return asked


def stand_ins(switch: Switch) -> dict[str, Any]:
    """Return what a switch puts at each of its places. Raises AttributeError where the package has no such place."""
    return {place: change(patch(f"speechparse.{place}").get_original()[0]) for place, change in switch.items()}


@contextmanager
def switched_off(switch: Switch) -> Iterator[Asked]:
    """Switch some evidence off for a while; yields who was asked meanwhile."""
    asked = Asked({})
    with ExitStack() as stack:
        stack.callback(forget)
        for place, stand_in in stand_ins(switch).items():
            stack.enter_context(patch(f"speechparse.{place}", asked.counted(place, stand_in)))
        forget()
        yield asked


def measure(switch: Switch) -> tuple[Figures, list[str]]:
    """Return the figures with some evidence switched off, and the places that nobody asked."""
    with switched_off(switch) as asked:
        return figures(), [place for place, count in asked.counts.items() if not count]


def forget() -> None:
    """Clear what the package remembers from one text to the next: it was made from what is switched."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "speechparse":
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


# --- the table -------------------------------------------------------------------------------------------------------

HEADINGS: Final = (*SHARES, "titles", "borders", "cases", "pieces")


def changes(whole: Figures, less: Figures) -> list[float]:
    """Return what changed, a number a heading; figures that are not there are no change."""
    shares = [now - before for now, before in zip(less.shares, whole.shares, strict=True)]
    missing = [0.0] * (len(SHARES) - len(shares))
    titles, borders, pieces = less.titles - whole.titles, less.borders - whole.borders, less.pieces - whole.pieces
    return [*shares, *missing, titles, borders, len(less.right) - len(whole.right), pieces]


def line(name: str, columns: list[str]) -> str:
    """Return a row of the table."""
    width = 40 - sum(ord(char) > 0x2E7F for char in name)  # such a character takes two columns
    return f"{name:{width}}" + "".join(f"{column:>13}" for column in columns)


def cells(row: list[float]) -> list[str]:
    """Return the changes as they are printed: a dot for none."""
    return [("." if abs(one) < 1e-9 else f"{one:+.4f}" if isinstance(one, float) else f"{one:+d}") for one in row]


def buys(row: list[float]) -> bool:
    """Whether evidence is worth something on any figure."""
    return any(change < -1e-9 for change in row)


def main(arguments: list[str]) -> int:
    """Print the table; return 1 where a switch was never asked."""
    for switch in SWITCHES.values():
        stand_ins(switch)  # a place that is gone stops the run at once
    whole, _ = measure({})
    print(f"with everything: {len(whole.right)} spec cases, {whole.pieces} pieces", end="")
    print("".join(f"  {name} {share:.4f}" for name, share in zip(SHARES, whole.shares, strict=False)))
    if not labelled.present():
        print(labelled.ABSENT)
    print(line("switched off", list(HEADINGS)))
    idle: list[str] = []
    unasked: list[str] = []
    for name, switch in SWITCHES.items():
        if arguments and not any(word in name for word in arguments):
            continue
        less, never = measure(switch)
        row = changes(whole, less)
        unasked += [f"{name}: {place}" for place in never]
        idle += [] if buys(row) else [name]
        print(line(name, cells(row)), flush=True)
    if idle:
        together = {place: change for name in idle for place, change in SWITCHES[name].items()}
        print(line("all that buy nothing, at once", cells(changes(whole, measure(together)[0]))))
    print(f"buys nothing on any: {'; '.join(idle) or 'none'}")
    print(f"never asked: {'; '.join(unasked) or 'none'}")
    return int(bool(unasked))
