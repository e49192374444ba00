"""Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Final

import pytest

from tests.batch.corpora import fill, tree
from tests.batch.processes import STUCK, children, eventually, with_fault
from tests.batch.runs import convert
from tests.process import COMMAND, environment, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


FILES: Final = 120
DONE: Final = 64
"""Files of the two chunks that are done before every process is stuck in one of its own."""


@pytest.fixture(autouse=True)
def _signal_is_not_ignored() -> Iterator[None]:
    """Handle SIGINT here: what runs in the background of a script ignores it, and so would its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    "options", [("--jobs", "1"), ("--jobs", "2"), ("--jobs", "2", "--engine", "dask")], ids=" ".join
)
@pytest.mark.parametrize("output", ["out", "corpus.jsonl"])
def test_it_stops_soon_and_can_go_on(tmp_path: Path, output: str, options: tuple[str, ...]) -> None:
    """Within two seconds, with one line and exit code 130; what was done is not done again."""
    if "dask" in options:
        pytest.importorskip("distributed")
    inputs = fill(tmp_path / "in", FILES)
    for path in (inputs / "二组").rglob("*.txt"):  # the last third
        path.write_text(path.read_text(encoding="utf-8") + "卡住。\n", encoding="utf-8")
    (tmp_path / "made").mkdir()
    env = environment(with_fault(tmp_path / "fault", STUCK))
    arguments = ("batch", "in", f"made/{output}")
    with subprocess.Popen(
        [*COMMAND, *arguments, *options], cwd=tmp_path, env=env, stderr=subprocess.PIPE, process_group=0
    ) as process:
        _wait_until_stuck(process, tmp_path, int(options[1]))
        if "dask" in options:
            _wait_for_answers(tmp_path / "made", output)
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        _, told = process.communicate(timeout=20)
        took = time.monotonic() - began

    assert process.returncode == 130
    assert told == b"speechparse: interrupted; what is done is kept: run the same command again to go on\n"
    assert took < 2
    assert children(process.pid) == []
    assert not list(tmp_path.rglob("*.tmp"))
    assert not list(tmp_path.rglob("*.lock"))
    if output != "out":
        assert not (tmp_path / "made" / output).exists()
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.splitlines()[0] == b"%d converted, %d unchanged, 0 failed" % (FILES - DONE, DONE)
    (tmp_path / "expected").mkdir()
    convert(tmp_path / "in", tmp_path / "expected" / output)
    assert tree(tmp_path / "expected") == tree(tmp_path / "made")


def _wait_until_stuck(process: subprocess.Popen[bytes], folder: Path, jobs: int) -> None:
    """Wait until every process is stuck. Here each gets a chunk when what it did before is taken in."""

    def all_are_stuck() -> bool:
        assert process.poll() is None
        return len(list((folder / "fault").glob("stuck-*"))) == jobs

    eventually(all_are_stuck)


def _wait_for_answers(made: Path, output: str) -> None:
    """Wait until what was done is taken in: Dask gives a worker its next chunk before that."""
    spool = made / f".speechparse-{output}.part"

    def all_are_there() -> bool:
        return len(list(made.rglob("*.json"))) == DONE or (spool.exists() and spool.read_bytes().count(b"\n") == DONE)

    eventually(all_are_there)
    time.sleep(0.5)  # until it is noted
