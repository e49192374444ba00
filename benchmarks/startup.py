"""What a user waits for: `speechparse outline` of a 40 kB speech as JSON, the whole process.

The measure is Python with the imports that the command cannot do without, `python -c "import click, regex"`. The runs
take turns, so that a busy moment hits both; the figure is the ratio of the medians. The command is the installed one.
"""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks import corpus, installed

TIMES: Final = 21
SIZE: Final = 40_000
"""Of the speech, in bytes."""
WANTED: Final = 1.7
"""The most that the command may take, in times of the imports alone."""


def elapsed(arguments: list[str]) -> float:
    """Return the seconds on the wall of one process."""
    begin = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=corpus.ROOT)
    return time.perf_counter() - begin


def main(_arguments: list[str]) -> int:
    """Print both medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder, installed.environment() as programs:
        speech = Path(folder) / "speech.txt"
        speech.write_bytes(corpus.speeches().encode()[:SIZE].decode(errors="ignore").encode())
        outline = [str(programs / "speechparse"), "outline", "--format", "json", str(speech)]
        imports = [str(programs / "python"), "-c", "import click, regex"]
        elapsed(outline)
        runs = [(elapsed(outline), elapsed(imports)) for _ in range(TIMES)]
        size = speech.stat().st_size / 1e3
    ours, floor = (statistics.median(column) for column in zip(*runs, strict=True))
    verdict = "ok" if ours / floor <= WANTED else "ABOVE"
    print(
        f"outline of {size:.0f} kB {ours * 1e3:.0f} ms  imports alone {floor * 1e3:.0f} ms  "
        f"ratio {ours / floor:.2f} (wanted {WANTED}: {verdict})"
    )
    return 0
