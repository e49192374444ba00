"""How fast `parse` is, against decoding the same bytes and against the rival, all in one run.

Measured as it is installed, compiled where there is a C compiler, and as it is in a working copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks import corpus, installed, rival
from benchmarks.timing import least
from speechparse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES: Final = 5
WANTED: Final = {"seed": 40.0, "speeches": 12.0}
"""The least megabytes a second that a text must reach; the cases are no text, but as many markers and traps as fit."""
DECODING: Final = 25.0
"""The most that the seed may take, in times of decoding it."""


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of what is parsed.

    10 MB of running speeches, 5 MB of the fixtures' speeches (every family, an item in 74 characters), and 5 MB of the
    spec cases (an item in 29 characters, and as many traps).
    """
    if (seed := corpus.seed()) is not None:
        yield "seed", corpus.repeated(seed, 10)
    else:
        print("seed       not run: the labelled speeches are not beside the project")
    yield "speeches", corpus.repeated(corpus.speeches(), 5)
    yield "cases", corpus.repeated(corpus.dense(), 5)


def measure(name: str, text: str) -> str:
    """Return one line of figures."""
    data = text.encode()
    size = len(data) / 1e6
    best = least(
        {
            "decode": data.decode,
            "parse": lambda: parse(text),
            "rival": lambda: rival.outline(text),
        },
        TIMES,
    )
    rate, times = size / best["parse"], best["parse"] / best["decode"]
    least_rate = WANTED.get(name)
    verdict = f" (wanted {least_rate:.0f}: {'ok' if rate >= least_rate else 'BELOW'})" if least_rate else ""
    share = f" (wanted {DECODING:.0f}: {'ok' if times <= DECODING else 'ABOVE'})" if name == "seed" else ""
    return (
        f"{name:9} {size:4.1f} MB  parse {rate:5.1f} MB/s{verdict}  "
        f"= decoding / {times:.1f}{share}  rival {size / best['rival']:5.1f} MB/s  "
        f"= rival x {best['rival'] / best['parse']:.2f}"
    )


def report() -> None:
    """Print the figures of each text for what runs in this process."""
    print(f"{installed.kind()}:")
    for name, text in texts():
        print(measure(name, text), flush=True)


def main(_arguments: list[str]) -> int:
    """Print the figures of the package as it is installed, then those of this copy."""
    with installed.environment() as programs:
        installed.run(programs, "from benchmarks.speed import report; report()")
    report()
    return 0
