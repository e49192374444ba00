"""Dask: a real scheduler and real workers, started as people start them."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.batch.corpora import fill, speech, tree
from tests.batch.processes import DEADLY, SLOW, eventually, with_fault
from tests.batch.runs import convert
from tests.process import COMMAND, environment, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

pytest.importorskip("distributed")
DASK = str(Path(sys.executable).with_name("dask"))


class Cluster:
    """A scheduler and some workers, each a process."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        """Start a scheduler."""
        self._folder = folder
        self._stack = stack
        address = folder / "scheduler.json"
        self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(address)
        )
        eventually(lambda: address.exists() and address.read_text(encoding="utf-8").endswith("}"))
        self.address = json.loads(address.read_text(encoding="utf-8"))["address"]

    def worker(self, env: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start a worker with one thread, and nobody who would start it again."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self._folder))
        return self._start("worker", self.address, *options, env=env)

    def _start(self, *arguments: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [DASK, *arguments],
            cwd=self._folder,
            env=environment(env),
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Return a scheduler that has no workers yet."""
    (tmp_path / "cluster").mkdir()
    with ExitStack() as stack:
        yield Cluster(tmp_path / "cluster", stack)


def test_a_worker_killed_half_way(tmp_path: Path, cluster: Cluster) -> None:
    """The result equals the local one byte for byte, and so row for row."""
    pytest.importorskip("pyarrow")
    fill(tmp_path / "in", 200)
    (tmp_path / "in" / "bad.txt").write_bytes(b"PK\x03\x04")
    env = with_fault(tmp_path / "fault", SLOW)
    workers = [cluster.worker(env) for _ in range(2)]
    (tmp_path / "made").mkdir()
    command = [*COMMAND, "batch", "in", "made/corpus.parquet", "--scheduler", cluster.address]
    with subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE) as process:
        spool = tmp_path / "made" / ".speechparse-corpus.parquet.part"
        eventually(lambda: spool.exists() and spool.stat().st_size)
        workers[0].send_signal(signal.SIGKILL)
        _, told = process.communicate(timeout=60)

    assert process.returncode == 1
    assert b"200 converted, 0 unchanged, 1 failed" in told
    (tmp_path / "local").mkdir()
    convert(tmp_path / "in", tmp_path / "local" / "corpus.parquet")
    assert tree(tmp_path / "local") == tree(tmp_path / "made")


def test_a_folder_and_a_deadly_file(tmp_path: Path, cluster: Cluster) -> None:
    """Workers need not see the files; a document that kills them has an error, as in the local pool."""
    fill(tmp_path / "in", 40)
    (tmp_path / "in" / "deadly.txt").write_text(speech(1) + "致命\n", encoding="utf-8")
    env = with_fault(tmp_path / "fault", DEADLY)
    worker = cluster.worker(env)
    command = [*COMMAND, "batch", "in", "out", "--engine", "dask", "--scheduler", cluster.address]
    with subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE) as process:
        while process.poll() is None:
            if worker.poll() is not None:
                worker = cluster.worker(env)
            time.sleep(0.1)
        _, told = process.communicate(timeout=60)

    assert process.returncode == 1
    assert b"40 converted, 0 unchanged, 1 failed" in told
    assert b"in/deadly.txt: the workers of the cluster died of it" in told
    (tmp_path / "in" / "deadly.txt").unlink()
    convert(tmp_path / "in", tmp_path / "local")
    assert tree(tmp_path / "local") == tree(tmp_path / "out")


def test_a_cluster_of_its_own(tmp_path: Path) -> None:
    """Without an address the processes of this machine are used; the outputs are the same."""
    fill(tmp_path / "in", 70)
    (tmp_path / "in" / "bad.txt").write_bytes(b"PK\x03\x04")
    (tmp_path / "made").mkdir()

    done = run("batch", "in", "made/corpus.jsonl", "--engine", "dask", "--jobs", "2", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[1] == "70 converted, 0 unchanged, 1 failed"
    (tmp_path / "local").mkdir()
    convert(tmp_path / "in", tmp_path / "local" / "corpus.jsonl")
    assert tree(tmp_path / "local") == tree(tmp_path / "made")
    again = run("batch", "in", "made/corpus.jsonl", "--engine", "dask", "--jobs", "1", cwd=tmp_path)
    assert b"0 converted, 70 unchanged, 1 failed" in again.stderr


def test_beside_another_cluster(tmp_path: Path) -> None:
    """Nothing is said of the port that another cluster on the machine has."""
    fill(tmp_path / "in", 3)
    with socket.socket() as other:
        with suppress(OSError):  # where it is taken already, so much the better
            other.bind(("127.0.0.1", 8787))
            other.listen()

        done = run("batch", "in", "out", "--engine", "dask", "--jobs", "1", cwd=tmp_path)

    assert (done.returncode, done.stderr.decode().splitlines()[0]) == (0, "3 converted, 0 unchanged, 0 failed")


def test_no_cluster_at_the_address(tmp_path: Path) -> None:
    """One line, with what starts one."""
    fill(tmp_path / "in", 1)

    done = run("batch", "in", "out", "--scheduler", "tcp://127.0.0.1:1", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.startswith(b"speechparse: no Dask cluster at tcp://127.0.0.1:1")
    assert b"dask scheduler" in done.stderr
    assert done.stderr.count(b"\n") == 1
