"""Several processes: the same outputs as one, and no run that ends with one of them."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING, Final

import pytest

from speechparse.batch.engine import Automatic, Serial, cores, local
from speechparse.batch.job import Job
from tests.batch.corpora import fill, speech, tree
from tests.batch.processes import DEADLY, SLOW, children, eventually, with_fault
from tests.batch.runs import convert
from tests.process import COMMAND, environment, run

if TYPE_CHECKING:
    from pathlib import Path

SEVERAL: Final = 4


@pytest.mark.parametrize("output", ["out", "corpus.jsonl", "corpus.parquet", "corpus.csv"])
def test_the_same_bytes_whatever_the_number(tmp_path: Path, output: str) -> None:
    """One process, several, and as many as are thought to pay."""
    if output.endswith("parquet"):
        pytest.importorskip("pyarrow")
    fill(tmp_path / "in", 200, 9000)
    (tmp_path / "in" / "0100.txt").write_bytes(b"PK\x03\x04")
    made = []
    for jobs in ("1", str(SEVERAL), "auto"):
        (tmp_path / jobs).mkdir()
        done = run("batch", "in", f"{jobs}/{output}", "--jobs", jobs, cwd=tmp_path)
        assert (done.returncode, done.stderr.count(b"200 converted, 0 unchanged, 1 failed")) == (1, 1)
        made.append(tree(tmp_path / jobs))

    assert made[0] == made[1] == made[2]
    assert made[0]


def test_little_is_done_here() -> None:
    """A pool is only started where one process would still be at work when it is ready."""
    job = Job("json")

    assert isinstance(local(job, 1), Serial)
    if cores() > 1:
        assert isinstance(local(job, None), Automatic)


class TestDeath:
    """Workers that die."""

    @pytest.mark.parametrize("output", ["out", "corpus.jsonl"])
    def test_a_deadly_file_costs_itself_only(self, tmp_path: Path, output: str) -> None:
        """The document whose process dies has an error; the others that were with it are done."""
        fill(tmp_path / "in", 60)
        for name in ("0007.txt", "一组/0022.txt"):
            (tmp_path / "in" / name).write_text(speech(1) + "致命\n", encoding="utf-8")
        env = with_fault(tmp_path / "fault", DEADLY)

        done = run("batch", "in", output, "--jobs", "2", cwd=tmp_path, env=env)

        assert done.returncode == 1
        told = done.stderr.decode()
        assert "59 converted, 0 unchanged, 2 failed" in told
        assert told.count("the process that worked on it died (killed by signal 9)") == 4
        assert not list(tmp_path.rglob("*.tmp"))
        # Without what killed them, they are done.
        again = run("batch", "in", output, "--jobs", "2", cwd=tmp_path)
        assert (again.returncode, b"2 converted" in again.stderr) == (0, True)

    def test_a_killed_process_costs_nothing(self, tmp_path: Path) -> None:
        """What it was doing is done by another."""
        fill(tmp_path / "in", 90)
        env = with_fault(tmp_path / "fault", SLOW)
        with subprocess.Popen(
            [*COMMAND, "batch", "in", "out", "--jobs", "2"], cwd=tmp_path, env=environment(env), stderr=subprocess.PIPE
        ) as process:
            eventually(lambda: list((tmp_path / "out").rglob("*.json")))
            os.kill(children(process.pid)[-1], signal.SIGKILL)
            _, told = process.communicate(timeout=60)

        assert process.returncode == 0, told
        assert b"90 converted, 0 unchanged, 0 failed" in told
        convert(tmp_path / "in", tmp_path / "expected")
        assert tree(tmp_path / "expected") == tree(tmp_path / "out")

    def test_processes_that_never_start(self, tmp_path: Path) -> None:
        """The run ends with one line; it does not start processes for ever."""
        fill(tmp_path / "in", 3)
        env = with_fault(
            tmp_path / "fault", "import os, sys\nif 'spawn_main' in ' '.join(sys.orig_argv): os._exit(3)\n"
        )

        done = run("batch", "in", "out", "--jobs", "2", cwd=tmp_path, env=env)

        assert done.returncode == 1
        assert done.stderr.splitlines()[-1] == (b"speechparse: processes cannot be started (exit code 3); try --jobs 1")

    def test_workers_end_with_the_run(self, tmp_path: Path) -> None:
        """Where the run is killed, its workers do not go on for long."""
        fill(tmp_path / "in", 200)
        env = with_fault(tmp_path / "fault", SLOW)
        with subprocess.Popen(
            [*COMMAND, "batch", "in", "out", "--jobs", "2"],
            cwd=tmp_path,
            env=environment(env),
            stderr=subprocess.DEVNULL,
        ) as process:
            # Two, and the one that watches over what processes share.
            eventually(lambda: len(children(process.pid)) == 3)
            workers = children(process.pid)
            process.kill()

        eventually(lambda: not any(map(_runs, workers)), 5)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
