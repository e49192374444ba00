"""`python -m benchmarks` runs every measurement, `python -m benchmarks NAME` one of them.

Names: accuracy, announcements, encodings, speed, startup, memory, linear, engines, gate, checking, faults; docs brings
the READMEs up to date, rules docs/rules.md; html compares what reads web pages; ablation prints what each kind of
evidence buys; batch measures `speechparse batch`, which takes longer than all the others and needs some gigabytes for
its files.
"""

from __future__ import annotations

import importlib
import sys
from typing import Final

MEASUREMENTS: Final = (
    "accuracy",
    "announcements",
    "encodings",
    "speed",
    "startup",
    "memory",
    "linear",
    "engines",
    "gate",
    "checking",
    "faults",
)
OTHERS: Final = ("ablation", "batch", "docs", "html", "rules")


def run(name: str, arguments: list[str]) -> int:
    """Run one benchmark and return its exit code."""
    print(f"== {name}", flush=True)
    code = importlib.import_module(f"benchmarks.{name}").main(arguments)
    print(flush=True)
    return int(code)


def main() -> int:
    """Run what the command line names, or every measurement; return the worst exit code."""
    match sys.argv[1:]:
        case []:
            return max(run(name, []) for name in MEASUREMENTS)
        case [name, *arguments] if name in MEASUREMENTS + OTHERS:
            return run(name, arguments)
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main())
