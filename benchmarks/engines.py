"""What the scan costs with `re` and with `regex`: one pattern, one text, both engines in turn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import regex

from benchmarks import corpus
from benchmarks.timing import least
from speechparse.scan import pattern

if TYPE_CHECKING:
    import re

TIMES: Final = 3
SIZE: Final = 2


def count(scanner: re.Pattern[str] | regex.Pattern[str], text: str) -> int:
    """Return how many candidates a compiled pattern finds."""
    return sum(1 for _ in scanner.finditer(text))


def main(_arguments: list[str]) -> int:
    """Print the speed of both engines; return 1 where they do not find the same."""
    text = corpus.repeated(corpus.seed() or corpus.speeches(), SIZE)
    scanners: dict[str, re.Pattern[str] | regex.Pattern[str]] = {
        "re": pattern(),
        "regex": regex.compile(pattern().pattern),
    }
    best = least({name: partial(count, scanner, text) for name, scanner in scanners.items()}, TIMES)
    found = {name: count(scanner, text) for name, scanner in scanners.items()}
    size = len(text.encode()) / 1e6
    for name, seconds in best.items():
        print(f"{name:6} {size / seconds:6.1f} MB/s  {found[name]} candidates")
    print(f"re is {best['regex'] / best['re']:.1f} times as fast")
    return int(len(set(found.values())) > 1)
