"""Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Final

import pytest

from tests.batch.corpora import fill, tree
from tests.batch.processes import SLOW, children, eventually, with_fault
from tests.batch.runs import convert
from tests.process import COMMAND, environment, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


TWO_CHUNKS: Final = 64
"""Files after which two processes have reported what they did."""


@pytest.fixture(autouse=True)
def _signal_is_not_ignored() -> Iterator[None]:
    """Handle SIGINT here: what runs in the background of a script ignores it, and so would its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("output", ["out", "corpus.jsonl"])
def test_it_stops_soon_and_can_go_on(tmp_path: Path, output: str, jobs: str) -> None:
    """Within two seconds, with one line and exit code 130; what was done is not done again."""
    fill(tmp_path / "in", 120)
    (tmp_path / "made").mkdir()
    arguments = ("batch", "in", f"made/{output}", "--jobs", jobs)
    env = environment(with_fault(tmp_path / "fault", SLOW))
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=tmp_path, env=env, stderr=subprocess.PIPE, process_group=0
    ) as process:
        _wait_for_work(process, tmp_path / "made", output)
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
    converted = int(done.stderr.split()[0])
    assert 0 < converted < 120
    (tmp_path / "expected").mkdir()
    convert(tmp_path / "in", tmp_path / "expected" / output)
    assert tree(tmp_path / "expected") == tree(tmp_path / "made")


def _wait_for_work(process: subprocess.Popen[bytes], made: Path, output: str) -> None:
    """Wait until something is done."""
    spool = made / f".speechparse-{output}.part"

    def some_is_done() -> bool:
        assert process.poll() is None
        return len(list(made.rglob("*.json"))) > TWO_CHUNKS or (spool.exists() and spool.stat().st_size > 0)

    eventually(some_is_done)
    time.sleep(0.5)  # until it is noted
