"""What each pattern costs with `re` and with `regex`: same pattern, same text, both engines in turn.

Four costs: loading the engine in a new process, compiling a pattern, running the scan's pattern over a text, and
running every other pattern that the parser's modules hold over the same text.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import statistics
import subprocess
import sys
import time
from functools import partial
from typing import Final, TypeAlias

import regex

import speechparse
from benchmarks import corpus
from benchmarks.timing import least
from speechparse.scan import pattern

Engine: TypeAlias = re.Pattern[str] | regex.Pattern[str]

TIMES: Final = 3
STARTS: Final = 11
SIZE: Final = 2


def loading(module: str) -> float:
    """Return the milliseconds that the import of a module adds to a process that has `re` already."""

    def start(code: str) -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - begin

    pairs = [(start(f"import re, {module}"), start("import re")) for _ in range(STARTS)]
    return max(0.0, statistics.median(both - alone for both, alone in pairs) * 1e3)


def patterns() -> dict[str, str]:
    """Return the text patterns that the parser's modules hold compiled, by module and name."""
    found: dict[str, str] = {}
    for info in pkgutil.iter_modules(speechparse.__path__, "speechparse."):
        if not info.ispkg and not info.name.endswith("__main__"):
            held = vars(importlib.import_module(info.name)).items()
            found |= {f"{info.name}.{name}": it.pattern for name, it in held if _is_text_pattern(it)}
    return {name: source for name, source in found.items() if _compiles(source)}


def _is_text_pattern(value: object) -> bool:
    return isinstance(value, re.Pattern) and isinstance(value.pattern, str)


def _compiles(source: str) -> bool:
    try:
        regex.compile(source)
    except regex.error:
        return False
    return True


def compiling(source: str) -> dict[str, float]:
    """Return the milliseconds that each engine takes for a pattern that it has not seen."""

    def fresh(engine: object) -> None:
        engine.purge()  # type: ignore[attr-defined]
        engine.compile(source)  # type: ignore[attr-defined]

    return {
        name: s * 1e3 for name, s in least({"re": partial(fresh, re), "regex": partial(fresh, regex)}, TIMES).items()
    }


def count(scanner: Engine, text: str) -> int:
    """Return how many matches a compiled pattern has in a text."""
    return sum(1 for _ in scanner.finditer(text))


def running(source: str, text: str) -> dict[str, float]:
    """Return the megabytes a second at which each engine runs a pattern over a text."""
    scanners: dict[str, Engine] = {"re": re.compile(source), "regex": regex.compile(source)}
    best = least({name: partial(count, scanner, text) for name, scanner in scanners.items()}, TIMES)
    return {name: len(text.encode()) / 1e6 / seconds for name, seconds in best.items()}


def main(_arguments: list[str]) -> int:
    """Print the costs of both engines; return 1 where they do not find the same."""
    text = corpus.repeated(corpus.seed() or corpus.speeches(), SIZE)
    scan = pattern().pattern
    print(f"loading                re {loading('re'):7.1f} ms    regex {loading('regex'):7.1f} ms")
    compiled = compiling(scan)
    print(f"compiling the scan     re {compiled['re']:7.1f} ms    regex {compiled['regex']:7.1f} ms")
    speed = running(scan, text)
    print(f"running the scan       re {speed['re']:7.1f} MB/s  regex {speed['regex']:7.1f} MB/s")
    others = patterns()
    costs = [compiling(source) for source in others.values()]
    totals = {engine: sum(cost[engine] for cost in costs) for engine in ("re", "regex")}
    print(f"compiling {len(others)} others    re {totals['re']:7.1f} ms    regex {totals['regex']:7.1f} ms")
    rates = {name: running(source, text) for name, source in others.items()}
    faster = sum(rate["re"] >= rate["regex"] for rate in rates.values())
    middle = {engine: statistics.median(rate[engine] for rate in rates.values()) for engine in ("re", "regex")}
    print(f"running them, median   re {middle['re']:7.1f} MB/s  regex {middle['regex']:7.1f} MB/s")
    print(f"re is the faster one on {faster} of {len(others)}")
    same = count(re.compile(scan), text) == count(regex.compile(scan), text)
    return int(not same)
