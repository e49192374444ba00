"""Runs that are killed at random moments, and started again."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import pytest

from tests.batch.corpora import fill, speech, tree
from tests.process import COMMAND, environment, run

if TYPE_CHECKING:
    from pathlib import Path

FILES: Final = 120
KILLS: Final = {
    ("out", "1"): 26,
    ("out", "2"): 24,
    ("corpus.jsonl", "1"): 20,
    ("corpus.jsonl", "2"): 16,
    ("corpus.parquet", "1"): 8,  # fewer: every process loads pyarrow
    ("corpus.parquet", "2"): 6,
}
"""How many runs are killed, for each destination and number of processes: a hundred in all."""


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two versions of a corpus in it: `old`, and `new` with some files changed, gone and added."""
    folder = tmp_path_factory.mktemp("inputs")
    fill(folder / "old", FILES)
    shutil.copytree(folder / "old", folder / "new")
    for number in range(0, FILES, 3):
        (folder / "new" / f"{number:04d}.txt").write_text(speech(number + 1000), encoding="utf-8")
    for number in range(1, FILES, 9):
        (folder / "new" / "一组" / f"{number:04d}.txt").unlink()
    (folder / "new" / "bad.txt").write_bytes(b"PK\x03\x04" + bytes(60))
    (folder / "new" / "added.txt").write_text(speech(5000), encoding="utf-8")
    return folder


def _arguments(name: str, jobs: str) -> tuple[str, ...]:
    return ("batch", "speeches", f"made/{name}", "--jobs", jobs, "--prune", "-q")


def _finish(folder: Path, name: str, jobs: str) -> dict[bytes, str]:
    """Let a run end, and return what it has made."""
    done = run(*_arguments(name, jobs), cwd=folder)
    assert (done.returncode, done.stderr) in {(0, b""), (1, b"")}
    return tree(folder / "made")


def _kill_after(folder: Path, name: str, jobs: str, seconds: float) -> bool:
    """Start a run and kill it; say whether it was still running."""
    command = [*COMMAND, *_arguments(name, jobs)]
    with subprocess.Popen(command, cwd=folder, env=environment(), stderr=subprocess.DEVNULL) as process:
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
            return False
        process.send_signal(signal.SIGKILL)
    return True


def _prepare(folder: Path, inputs: Path, before: Path | None) -> None:
    """Make a folder in which the new version is to be converted, from nothing or from what was made of the old one."""
    (folder / "speeches").symlink_to(inputs / "new")
    if before is None:
        (folder / "made").mkdir()
    else:
        shutil.copytree(before / "made", folder / "made")


def _check_whole(made: Path, name: str, allowed: list[bytes]) -> None:
    """Assert that there is no half file: every document can be read, a destination file is the old or the new one."""
    if name == "out":
        for path in made.rglob("*.json"):
            assert json.loads(path.read_bytes())["version"] == 1
    elif (made / name).exists():
        assert (made / name).read_bytes() in allowed


@pytest.mark.parametrize(("name", "jobs"), KILLS)
def test_killed_and_resumed(name: str, jobs: str, inputs: Path, tmp_path: Path) -> None:
    """Whatever the moment, nothing is half written, and after another run all is as if nothing had happened."""
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    before, after = tmp_path / "before", tmp_path / "after"
    for folder in (before, after):
        folder.mkdir()
    (before / "speeches").symlink_to(inputs / "old")
    (before / "made").mkdir()
    _finish(before, name, jobs)
    _prepare(after, inputs, None)
    began = time.monotonic()
    expected = _finish(after, name, jobs)
    took = time.monotonic() - began
    whole = [(folder / "made" / name).read_bytes() for folder in (before, after) if name != "out"]

    seed = random.randrange(1 << 32)  # noqa: S311 -- moments, not secrets
    print(f"{name}, {jobs} processes: seed {seed}")  # noqa: T201 -- shown where it fails, or with -s
    moments = random.Random(seed)  # noqa: S311
    kills = trials = 0
    while kills < KILLS[name, jobs]:
        folder = tmp_path / f"trial-{trials}"
        folder.mkdir()
        _prepare(folder, inputs, before if trials % 2 else None)
        for _ in range(moments.randint(1, 3)):
            # Now and then twice or thrice in a row: what a killed run has left must be good for the next.
            kills += _kill_after(folder, name, jobs, moments.uniform(0, took))
            _check_whole(folder / "made", name, whole)
        assert expected == _finish(folder, name, jobs), f"seed {seed}, trial {trials}"
        trials += 1
        assert trials < 100, "the runs end before they are killed"
