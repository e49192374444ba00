"""How fast `parse` is, against decoding the same bytes and against the rival, all in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks import corpus, rival
from benchmarks.timing import least
from speechparse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES: Final = 5
WANTED: Final = {"seed": 40.0, "speeches": 12.0, "dense": 12.0}
"""The least megabytes a second that a text must reach; the seed also at most 25 times the time of decoding it."""


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of what is parsed: 10 MB of running speeches, 5 MB dense in markers, 5 MB of nothing but."""
    if (seed := corpus.seed()) is not None:
        yield "seed", corpus.repeated(seed, 10)
    else:
        print("seed       not run: the labelled speeches are not beside the project")
    yield "speeches", corpus.repeated(corpus.speeches(), 5)
    yield "dense", corpus.repeated(corpus.dense(), 5)


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
    rate = size / best["parse"]
    verdict = "ok" if rate >= WANTED[name] else "BELOW"
    return (
        f"{name:10} {size:5.1f} MB  parse {rate:6.1f} MB/s (wanted {WANTED[name]:.0f}: {verdict})  "
        f"= decoding / {best['parse'] / best['decode']:.1f}  rival {size / best['rival']:6.1f} MB/s  "
        f"= rival x {best['rival'] / best['parse']:.2f}"
    )


def main(_arguments: list[str]) -> int:
    """Print the figures of each text."""
    for name, text in texts():
        print(measure(name, text), flush=True)
    return 0
