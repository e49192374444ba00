"""`speechparse batch`: speed, memory, resuming, Dask, and how well several processes share the work.

    python -m benchmarks batch            # some minutes: 10,000 files of 8 kB, 10,000 of 40 kB, 100,000 rows
    python -m benchmarks batch --small    # a tenth of it

The speeches are generated: the lines of the fixtures, from another place on in every file. All figures are seconds on
the wall, so the machine should have nothing else to do.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL: Final = 10
"""What a small run does a part of."""

LITTLE: Final = 8_000
MUCH: Final = 40_000
"""Bytes of a file."""

AT_MOST: Final = 0.1
"""The most that a run over unchanged files may take, of what the first run took."""

MEGABYTES: Final = 250
"""The most resident memory of a process."""

GAIN: Final = 0.85
"""The least of the gain of two plain processes that two of ours must reach."""

TIMES: Final = 3
"""How often the processes take turns, for the gain."""

# What a programmer would write to convert files in a loop.
PLAIN: Final = """
import sys
from pathlib import Path
from speechparse import parse
from speechparse.render.json import render
for path in Path(sys.argv[1]).read_text(encoding="utf-8").split():
    outline = parse(Path(path).read_text(encoding="utf-8"))
    outline.source, outline.encoding = path, "utf-8"
    Path(sys.argv[2], Path(path).name + ".json").write_bytes(render(outline))
"""


def command() -> list[str]:
    """Return the installed command of this environment, or what it would run."""
    script = Path(sys.executable).with_name("speechparse")
    return [str(script)] if script.exists() else [sys.executable, "-m", "speechparse"]


@dataclass(frozen=True, slots=True)
class Ran:
    """A process that has ended."""

    seconds: float
    megabytes: float
    """The most resident memory of it or of one of those that it started."""


def generate(folder: Path, files: int, size: int) -> float:
    """Write files of about so many bytes into a folder of folders; return how many megabytes they are."""
    lines = corpus.speeches().splitlines()
    written = 0
    for number in range(files):
        place = folder / f"{number // 500:03d}"
        place.mkdir(parents=True, exist_ok=True)
        text = speech(lines, number, size)
        written += (place / f"{number:06d}.txt").write_text(text, encoding="utf-8")
    return sum(path.stat().st_size for path in folder.rglob("*.txt")) / 1e6


def speech(lines: list[str], number: int, size: int) -> str:
    """Return a text of about so many bytes: the lines from another place on for every number."""
    taken = [f"关于第{number}号事项的讲话"]
    length = 0
    for line in itertools.islice(itertools.cycle(lines), number * 7 % len(lines), None):
        taken.append(line)
        length += len(line.encode()) + 1
        if length >= size:
            return "\n".join(taken)
    raise ValueError("no lines")


def ran(arguments: list[str]) -> Ran:
    """Run a process to its end, watching its memory and that of its children."""
    begin = time.perf_counter()
    most = 0
    with subprocess.Popen(arguments, cwd=corpus.ROOT, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, *map(_peak, [process.pid, *_children(process.pid)]))
            time.sleep(0.05)
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with {process.returncode}")
    return Ran(time.perf_counter() - begin, most / 1e3)


def together(several: list[list[str]]) -> float:
    """Run processes side by side and return the seconds until the last has ended."""
    begin = time.perf_counter()
    processes = [subprocess.Popen(arguments, cwd=corpus.ROOT) for arguments in several]
    if any(process.wait() for process in processes):
        raise RuntimeError("a plain process failed")
    return time.perf_counter() - begin


def _children(process: int) -> Iterator[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    try:
        children = path.read_text(encoding="utf-8").split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from _children(child)


def _peak(process: int) -> int:
    """Return the most kilobytes that a process has held; 0 where it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def batch(*arguments: object) -> list[str]:
    """Return the command with its arguments."""
    return [*command(), "batch", "-q", *map(str, arguments)]


def verdict(figure: float, wanted: float, *, least: bool = False) -> str:
    """Say whether a figure is what it should be."""
    good = figure >= wanted if least else figure <= wanted
    return f"wanted {wanted:g}: {'ok' if good else 'BELOW' if least else 'ABOVE'}"


def speed(folder: Path, files: int) -> None:
    """Print how fast one and two processes are, what they need, and how long a second run takes."""
    size = generate(folder / "in", files, LITTLE)
    print(f"{files:,} files of {LITTLE // 1000} kB, {size:.0f} MB, into a folder")
    for jobs in (1, 2):
        first = ran(batch(folder / "in", folder / f"out-{jobs}", "--jobs", jobs))
        print(
            f"  {jobs} process{'es' if jobs > 1 else ''}: {first.seconds:.1f} s, {files / first.seconds:,.0f} files/s, "
            f"{size / first.seconds:.1f} MB/s, {first.megabytes:.0f} MB of memory"
        )
    again = min(ran(batch(folder / "in", folder / "out-2")).seconds for _ in range(TIMES))
    part = again / first.seconds
    print(f"  again, nothing changed: {again:.2f} s, {part:.3f} of the first run ({verdict(part, AT_MOST)})")


def memory(folder: Path, files: int, rows: int) -> None:
    """Print the memory of runs over few and many files, and over a table whose one row group holds all rows."""
    for name, some in (("corpus.jsonl", files // 10), ("corpus.jsonl", files), ("corpus.parquet", files)):
        if name.endswith("parquet") and find_spec("pyarrow") is None:
            continue
        if not (folder / f"{some}").exists():
            generate(folder / f"{some}", some, LITTLE)
        (folder / f"made-{some}").mkdir(exist_ok=True)
        most = ran(batch(folder / f"{some}", folder / f"made-{some}" / name, "--jobs", 2)).megabytes
        print(f"{some:,} files into {name}: {most:.0f} MB a process ({verdict(most, MEGABYTES)})")
    if find_spec("pyarrow") is None:
        print("rows of Parquet: not run, pyarrow is not installed")
        return
    for some in (rows // 10, rows):
        _write_table(folder / f"{some}.parquet", some)
        most = ran(batch(folder / f"{some}.parquet", folder / f"made-{some}.parquet", "--jobs", 2)).megabytes
        print(f"{some:,} rows of one row group into Parquet: {most:.0f} MB a process ({verdict(most, MEGABYTES)})")


def _write_table(path: Path, rows: int) -> None:
    import pyarrow as pa  # noqa: PLC0415 -- an extra
    from pyarrow import parquet  # noqa: PLC0415

    lines = corpus.speeches().splitlines()
    texts = pa.array((speech(lines, number, LITTLE) for number in range(rows)), pa.large_string(), size=rows)
    table = pa.table({"id": pa.array(range(rows)), "text": texts})
    parquet.write_table(table, path, row_group_size=rows, compression="zstd")


def dask(folder: Path, files: int) -> None:
    """Print how long Dask and the local pool take, both with two processes and from nothing."""
    if find_spec("distributed") is None:
        print("Dask: not run, it is not installed")
        return
    generate(folder / "in", files, LITTLE)
    pool = ran(batch(folder / "in", folder / "pool.jsonl", "--jobs", 2)).seconds
    cluster = ran(batch(folder / "in", folder / "dask.jsonl", "--jobs", 2, "--engine", "dask")).seconds
    same = (folder / "pool.jsonl").read_bytes() == (folder / "dask.jsonl").read_bytes()
    told = "the same bytes" if same else "DIFFERENT BYTES"
    print(f"{files:,} files into JSON Lines: local pool {pool:.1f} s, Dask {cluster:.1f} s, {told}")


def gain(folder: Path, files: int) -> None:
    """Print how much faster two processes are than one: plain ones that do half each, and ours."""
    size = generate(folder / "in", files, MUCH)
    paths = sorted(map(str, (folder / "in").rglob("*.txt")))
    lists = {"all": paths, "one": paths[::2], "other": paths[1::2]}
    for name, some in lists.items():
        (folder / name).write_text("\n".join(some), encoding="utf-8")
    best: dict[str, float] = {}
    for turn in range(TIMES):
        made = folder / f"made-{turn}"
        (made / "plain").mkdir(parents=True)
        plain = [[sys.executable, "-c", PLAIN, str(folder / name), str(made / "plain")] for name in lists]
        seconds = {
            "plain 1": together(plain[:1]),
            "plain 2": together(plain[1:]),
            "batch 1": ran(batch(folder / "in", made / "1", "--jobs", 1)).seconds,
            "batch 2": ran(batch(folder / "in", made / "2", "--jobs", 2)).seconds,
        }
        best = {name: min(taken, best.get(name, taken)) for name, taken in seconds.items()}
    plain_gain, our_gain = (best[f"{name} 1"] / best[f"{name} 2"] for name in ("plain", "batch"))
    print(f"{files:,} files of {MUCH // 1000} kB, {size:.0f} MB, least of {TIMES}:")
    print("  " + ", ".join(f"{name}: {taken:.1f} s" for name, taken in best.items()))
    part = our_gain / plain_gain
    print(f"  gain {our_gain:.2f}, plain {plain_gain:.2f}: {part:.2f} of it ({verdict(part, GAIN, least=True)})")


def main(arguments: list[str]) -> int:
    """Print all figures, of a tenth of the files with `--small`."""
    part = SMALL if "--small" in arguments else 1
    files, rows = 10_000 // part, 100_000 // part
    for measure, counts in ((speed, (files,)), (memory, (files, rows)), (dask, (files,)), (gain, (files,))):
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), *counts)
    return 0
