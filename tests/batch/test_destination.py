"""Destinations that cannot be written, and runs that want the same one."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from speechparse.batch.request import destination_of
from speechparse.batch.sources.roots import UsageError
from speechparse.batch.sweep import sweep
from tests.batch.corpora import fill, speech, tree
from tests.batch.processes import SLOW, STUCK, eventually, with_fault, without_rights
from tests.batch.runs import convert
from tests.process import COMMAND, environment, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OUTPUTS: Final = ("out", "corpus.jsonl", "corpus.parquet")


@pytest.fixture(params=OUTPUTS)
def output(request: pytest.FixtureRequest) -> str:
    """Return each kind of destination in turn."""
    if request.param.endswith("parquet"):
        pytest.importorskip("pyarrow")
    return str(request.param)


class TestNoPlace:
    """Where nothing can be written."""

    def test_read_only(self, tmp_path: Path, output: str) -> None:
        """One line, and nothing is left behind."""
        fill(tmp_path / "in", 3)
        (tmp_path / "made").mkdir(mode=0o555)

        done = without_rights("batch", "in", f"made/{output}", cwd=tmp_path)

        assert done.returncode == 1
        assert done.stderr.startswith(f"speechparse: made/{output}: cannot be ".encode())
        assert b"Permission denied" in done.stderr
        assert done.stderr.count(b"\n") == 1
        assert list((tmp_path / "made").iterdir()) == []

    def test_a_read_only_folder_inside(self, tmp_path: Path) -> None:
        """Its files fail, with their reason; the others are written."""
        fill(tmp_path / "in", 6)
        (tmp_path / "out" / "一组").mkdir(parents=True, mode=0o755)
        (tmp_path / "out" / "一组").chmod(0o555)

        done = without_rights("batch", "in", "out", "--jobs", "2", cwd=tmp_path)

        assert done.returncode == 1
        assert b"4 converted, 0 unchanged, 2 failed" in done.stderr
        assert "out/一组/0001.txt.json cannot be written (Permission denied)" in done.stderr.decode()

    def test_a_file_without_its_folder(self, tmp_path: Path) -> None:
        """A folder above a file is not made up."""
        fill(tmp_path / "in", 1)

        done = run("batch", "in", "missing/corpus.jsonl", cwd=tmp_path)

        assert (done.returncode, b"No such file or directory" in done.stderr) == (1, True)
        assert done.stderr.endswith(b"; make its folder first\n")

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_files_that_may_not_grow(self, tmp_path: Path, output: str, jobs: str) -> None:
        """A quota ends the run with one line and no half file; with more room it goes on."""
        fill(tmp_path / "in", 40, 20_000)
        (tmp_path / "made").mkdir()

        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, 16_384))

        done = subprocess.run(
            [*COMMAND, "batch", "in", f"made/{output}", "--jobs", jobs], cwd=tmp_path, check=False, timeout=60,
            env=environment(), capture_output=True, preexec_fn=limit,
        )  # fmt: skip

        _check_ended(done, tmp_path / "made", output)
        _check_resumed(tmp_path, output)

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_full_disk(self, small_disk: Path, tmp_path: Path, output: str, jobs: str) -> None:
        """The same on a disk that is full."""
        fill(tmp_path / "in", 120, 20_000)

        done = run("batch", "in", str(small_disk / output), "--jobs", jobs, cwd=tmp_path)

        _check_ended(done, small_disk, output)
        if output == "out":
            shutil.copytree(small_disk, tmp_path / "made")
            _check_resumed(tmp_path, output)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a disk of half a megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here: it takes root, and a system that lets it")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def _check_ended(done: subprocess.CompletedProcess[bytes], made: Path, output: str) -> None:
    """Assert that a run ended with one line about the destination, and left no half file."""
    assert done.returncode == 1, done.stderr
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1
    assert any(words in lines[0] for words in ("No space left", "File too large", "is full", "disk I/O error"))
    assert not list(made.rglob("*.tmp"))
    if output != "out":
        assert not (made / output).exists()


def _check_resumed(folder: Path, output: str) -> None:
    """Assert that with more room the run goes on to what it would have made at once."""
    assert run("batch", "in", f"made/{output}", cwd=folder).returncode == 0
    (folder / "expected").mkdir()
    convert(folder / "in", folder / "expected" / output)
    assert tree(folder / "expected") == tree(folder / "made")


class TestTwoRuns:
    """One destination, two runs."""

    def test_the_second_is_refused(self, tmp_path: Path, output: str) -> None:
        """With a line that says who is there; the first is not disturbed."""
        fill(tmp_path / "in", 60)
        (tmp_path / "in" / "0000.txt").write_text(speech(0) + "卡住。\n", encoding="utf-8")
        (tmp_path / "made").mkdir()
        arguments = ("batch", "in", f"made/{output}", "--jobs", "1")
        env = environment(with_fault(tmp_path / "fault", STUCK))
        with subprocess.Popen([*COMMAND, *arguments], cwd=tmp_path, env=env, stderr=subprocess.PIPE) as first:
            eventually(lambda: list((tmp_path / "fault").glob("stuck-*")))
            second = run(*arguments, cwd=tmp_path)
            elsewhere = run("batch", "in", "made/other.jsonl", cwd=tmp_path)
            assert first.poll() is None
            (tmp_path / "fault" / "go").touch()
            _, told = first.communicate(timeout=60)

        assert second.returncode == 1
        assert f"another run is writing here (process {first.pid} on ".encode() in second.stderr
        assert second.stderr.count(b"\n") == 1
        assert elsewhere.returncode == 0
        assert (first.returncode, b"60 converted" in told) == (0, True)
        assert not list((tmp_path / "made").rglob("*.lock"))

    def test_a_lock_of_a_killed_run(self, tmp_path: Path, output: str) -> None:
        """It does not block the next."""
        fill(tmp_path / "in", 60)
        (tmp_path / "made").mkdir()
        arguments = ("batch", "in", f"made/{output}", "--jobs", "1")
        env = environment(with_fault(tmp_path / "fault", SLOW))
        with subprocess.Popen([*COMMAND, *arguments], cwd=tmp_path, env=env, stderr=subprocess.DEVNULL) as process:
            _wait_for_lock(tmp_path / "made")
            process.kill()
        assert len(list((tmp_path / "made").rglob("*.lock"))) == 1

        assert run(*arguments, cwd=tmp_path).returncode == 0
        assert not list((tmp_path / "made").rglob("*.lock"))


def _wait_for_lock(made: Path) -> None:
    eventually(lambda: any(path.stat().st_size for path in made.rglob(".speechparse*.lock")))


class TestChoice:
    """What a destination means."""

    @pytest.mark.parametrize(
        ("path", "format_name", "expected"),
        [
            ("out", None, ("json", True)),
            ("out/", None, ("json", True)),
            ("out.d", "md", ("md", True)),
            ("c.jsonl", None, ("jsonl", False)),
            ("c.PARQUET", None, ("parquet", False)),
            ("c.ndjson", None, ("jsonl", False)),
            ("c", "parquet", ("parquet", False)),
            ("c.items.jsonl", None, ("items", False)),
            ("c.chunks.jsonl", None, ("chunks", False)),
            ("c.jsonl", "items", ("items", False)),
            ("c.md", None, ("md", False)),
            ("c.csv/", "csv", ("csv", True)),
        ],
    )
    def test_endings_and_formats(
        self, tmp_path: Path, path: str, format_name: str | None, expected: tuple[str, bool]
    ) -> None:
        """The ending tells, unless a format is named."""
        destination = destination_of(f"{tmp_path}/{path}", format_name)

        assert expected == (destination.format, destination.folder)

    @pytest.mark.parametrize(
        ("path", "format_name"),
        [("c.html", None), ("c.json", None), ("c.opml", "opml"), ("there", "jsonl"), ("file", None), ("file", "md")],
    )
    def test_what_cannot_be(self, tmp_path: Path, path: str, format_name: str | None) -> None:
        """Formats with one document a file need a folder, and a folder is no file."""
        (tmp_path / "there").mkdir()
        (tmp_path / "file").touch()

        with pytest.raises(UsageError):
            destination_of(f"{tmp_path}/{path}", format_name)

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("in", "in"), "would lie among the inputs"),
            (("in", "in/0000.txt", "in"), "would lie among the inputs"),
            (("in", "other", "."), "would lie among the inputs"),
            (("in/0000.txt", "in/0003.txt"), "is a file"),
            (("rows.jsonl", "rows.jsonl"), "is an input"),
            (("in/0000.txt", "other/0000.txt", "out"), "same outputs"),
        ],
    )
    def test_confusion(self, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
        """What would replace an input, or be one in the next run, is refused before anything is written."""
        fill(tmp_path / "in", 6)
        fill(tmp_path / "other", 6)
        (tmp_path / "rows.jsonl").write_text("{}\n", encoding="utf-8")
        before = tree(tmp_path)

        done = run("batch", *arguments, cwd=tmp_path)

        assert done.returncode == 2
        assert words in done.stderr.decode()
        assert before == tree(tmp_path)

    def test_a_foreign_file_is_not_replaced(self, tmp_path: Path) -> None:
        """Somebody may have left out the output: `batch a.jsonl b.jsonl` must not cost them b.jsonl."""
        fill(tmp_path / "in", 3)
        (tmp_path / "mine.jsonl").write_text("{}\n", encoding="utf-8")

        done = run("batch", "in", "mine.jsonl", cwd=tmp_path)

        assert done.returncode == 1
        assert b"no batch has written it" in done.stderr
        assert (tmp_path / "mine.jsonl").read_text(encoding="utf-8") == "{}\n"
        assert run("batch", "in", "mine.jsonl", "--force", cwd=tmp_path).returncode == 0

    def test_sweep_spares_the_living(self, tmp_path: Path) -> None:
        """Only what dead processes have left goes, and only files of that kind."""
        with subprocess.Popen([sys.executable, "-c", ""]) as dead:
            pass
        gone = [f".speechparse-{dead.pid}-0a1b2c3d.tmp", f"d/.speechparse-{dead.pid}-0a1b2c3e.tmp"]
        kept = [f".speechparse-{os.getpid()}-0a1b2c3d.tmp", ".speechparse-x.tmp", "a.tmp"]
        (tmp_path / "d").mkdir()
        for name in (*gone, *kept):
            (tmp_path / name).touch()

        sweep(str(tmp_path), deep=False)
        assert (tmp_path / gone[1]).exists()
        sweep(str(tmp_path), deep=True)

        assert sorted(kept) == sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
