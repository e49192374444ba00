"""Peak memory of the whole command on 10 MB, in a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchmarks import corpus

WANTED: Final = 200
"""The most megabytes of resident memory."""

# The process reads its own peak: what a parent is told about a child includes the parent's own pages.
CHILD: Final = """
import atexit, sys
from pathlib import Path
atexit.register(lambda: sys.stderr.write(Path("/proc/self/status").read_text(encoding="utf-8")))
from speechparse.cli import main
sys.argv[0] = "speechparse"
main()
"""


def peak(path: Path) -> float:
    """Return the peak resident memory, in MB, of the outline of a file as JSON."""
    run = subprocess.run(
        [sys.executable, "-c", CHILD, "outline", "--format", "json", str(path)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=corpus.ROOT,
    )
    found = re.search(r"^VmHWM:\s*(\d+) kB$", run.stderr, re.MULTILINE)
    if found is None:
        raise RuntimeError(f"no peak in what the process said: {run.stderr[:200]}")
    return int(found[1]) * 1024 / 1e6


def main(_arguments: list[str]) -> int:
    """Print the peak for the seed, or for the fixtures where the seed is not there."""
    if not Path("/proc/self/status").exists():
        print("not run: the peak is read from /proc, which this system does not have")
        return 0
    seed = corpus.seed()
    name = "fixtures" if seed is None else "seed"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(corpus.repeated(corpus.speeches() if seed is None else seed, 10), encoding="utf-8")
        size = page.stat().st_size / 1e6
        megabytes = peak(page)
    verdict = "ok" if megabytes <= WANTED else "ABOVE"
    print(f"outline of {size:.1f} MB ({name}): {megabytes:.0f} MB at its peak (wanted {WANTED}: {verdict})")
    return 0
