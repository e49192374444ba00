"""What the check costs on top of the parse it rests on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from benchmarks import corpus
from benchmarks.timing import least
from speechparse import parse
from speechparse.check import RULES, check_outline
from speechparse.check.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES: Final = 5
WANTED: Final = 1.5
"""At most this many times the parse, for all rules, the parse not counted."""


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of what is checked: 3 MB of running speeches, 2 MB dense in markers, many of them wrong."""
    if (seed := corpus.seed()) is not None:
        yield "seed", corpus.repeated(seed, 3)
    yield "speeches", corpus.repeated(corpus.speeches(), 3)
    yield "dense", corpus.repeated(corpus.dense(), 2)


def measure(name: str, text: str) -> float:
    """Print one line of figures; return how many times the parse the check with all rules takes."""
    outline = parse(text)
    usual = [rule for rule in RULES if rule.severity is not Severity.STYLE]
    best = least(
        {
            "parse": partial(parse, text),
            "usual": partial(check_outline, text, outline, usual),
            "all": partial(check_outline, text, outline, RULES),
        },
        TIMES,
    )
    found = len(check_outline(text, outline, RULES))
    ratio = best["all"] / best["parse"]
    print(
        f"{name:10} parse {best['parse']:.3f} s  check {best['usual'] / best['parse']:.2f} x that, "
        f"with style {ratio:.2f} x (wanted {WANTED}: {'ok' if ratio <= WANTED else 'ABOVE'})  {found} findings",
        flush=True,
    )
    return ratio


def main(_arguments: list[str]) -> int:
    """Print the figures of each text; return 1 where one is too high."""
    return int(max(measure(name, text) for name, text in texts()) > WANTED)
