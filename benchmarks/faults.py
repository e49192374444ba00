"""Whether the check finds what is wrong, and nothing else: faults put into correct speeches, one a speech.

    python -m benchmarks faults             # recall and precision a rule, over at least fifty faults each
    python -m benchmarks faults NAME …      # some faults only, each that is not found as it should be printed

The rules run all together, style included. A finding counts where rule and place are those that the fault implies;
whatever else is found is a false alarm of its rule. Before any fault is made, the speeches themselves raise nothing.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks.compose import LADDERS, compose
from benchmarks.seeded import FAULTS
from speechparse.check import RULES, check_text
from speechparse.check.fixing import fix_text

if TYPE_CHECKING:
    from benchmarks.compose import Speech
    from benchmarks.seeded import Fault

EACH: Final = 100
"""Speeches with each fault."""
TRIES: Final = 4000
WANTED: Final = 0.97
LEAST: Final = 50
"""How many faults a rule must have been asked to find."""


class Tally(NamedTuple):
    """What was found of each rule."""

    hits: Counter[str]
    missed: Counter[str]
    false: Counter[str]

    def recall(self, rule: str) -> float:
        """Return the share of what should be found that was."""
        wanted = self.hits[rule] + self.missed[rule]
        return self.hits[rule] / wanted if wanted else 0.0

    def precision(self, rule: str) -> float:
        """Return the share of what was found that should be."""
        found = self.hits[rule] + self.false[rule]
        return self.hits[rule] / found if found else 0.0


def chance(seed: int) -> Random:
    """Return a source of chance that gives the same every time."""
    return Random(seed)  # noqa: S311 nothing is kept secret with it


def speeches(seed: int) -> Speech:
    """Return one of the speeches; the same number gives the same one."""
    return compose(chance(seed), LADDERS[seed % len(LADDERS)])


def made(name: str, number: int) -> list[tuple[Speech, Fault]]:
    """Return so many speeches with a fault, as far as there are any."""
    found: list[tuple[Speech, Fault]] = []
    for seed in range(TRIES):
        speech = speeches(seed)
        fault = FAULTS[name](speech, chance(seed))
        if fault:
            found.append((speech, fault))
        if len(found) == number:
            break
    return found


def found_in(text: str) -> Counter[tuple[str, int]]:
    """Return rule and offset of each finding in a text."""
    return Counter((finding.rule.id, finding.start) for finding in check_text(text))


def count(tally: Tally, fault: Fault) -> bool:
    """Count what is found of a fault; return whether that is exactly what it implies."""
    found = found_in(fault.text)
    tally.hits.update(rule for rule, _ in (found & fault.expected).elements())
    tally.missed.update(rule for rule, _ in (fault.expected - found).elements())
    tally.false.update(rule for rule, _ in (found - fault.expected).elements())
    return found == fault.expected


def measure(names: list[str], *, show: bool = False) -> tuple[Tally, dict[str, tuple[int, int]], tuple[int, int]]:
    """Return the tally, how many of each fault were found exactly, and how many of those with a fix were mended."""
    tally = Tally(Counter(), Counter(), Counter())
    exact: dict[str, tuple[int, int]] = {}
    mended = mendable = 0
    for name in names:
        cases = made(name, EACH)
        right = 0
        for speech, fault in cases:
            is_right = count(tally, fault)
            right += is_right
            if show and not is_right:
                _show(name, fault)
            if fault.mends:
                mendable += 1
                mended += fix_text(fault.text, RULES).text == speech.text
        exact[name] = right, len(cases)
    return tally, exact, (mended, mendable)


def _show(name: str, fault: Fault) -> None:
    found = found_in(fault.text)
    for word, places in (("missed", fault.expected - found), ("false", found - fault.expected)):
        for rule, offset in places:
            line = fault.text.count("\n", 0, offset) + 1
            print(f"{name}: {word} {rule} at line {line}: {fault.text[offset : offset + 20]!r}")


def clean(number: int) -> tuple[int, int]:
    """Return how many correct speeches were checked, and in how many something was found."""
    return number, sum(bool(check_text(speeches(seed).text)) for seed in range(number))


def main(arguments: list[str]) -> int:
    """Print the figures; return 1 where one is too low."""
    names = [name for name in FAULTS if not arguments or name in arguments]
    tally, exact, (mended, mendable) = measure(names, show=bool(arguments))
    for name, (right, cases) in exact.items():
        print(f"{name:26} {right:3} of {cases:3} found exactly")
    poor = []
    for rule in RULES:
        asked = tally.hits[rule.id] + tally.missed[rule.id]
        recall, precision = tally.recall(rule.id), tally.precision(rule.id)
        if not arguments or asked:
            print(f"{rule.id} {rule.slug:16} {asked:4} asked  recall {recall:.3f}  precision {precision:.3f}")
        if not arguments and (asked < LEAST or recall < WANTED or precision < WANTED):
            poor.append(rule.id)
    number, loud = clean(400)
    print(f"after --fix {mended} of {mendable} are the correct speech again")
    print(f"correct speeches: something is found in {loud} of {number}")
    print(f"below {WANTED} or fewer than {LEAST}: {' '.join(poor)}" if poor else f"every rule: at least {WANTED}")
    return int(bool(poor) or mended < mendable)
