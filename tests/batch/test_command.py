"""The command itself: what it says, to whom, and what it takes."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from speechparse.batch.progress import Log, watcher
from speechparse.batch.report import Report
from speechparse.batch.state import Totals
from tests.batch.corpora import fill
from tests.batch.processes import SLOW, with_fault
from tests.process import COMMAND, environment, run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SUMMARY = """\
speechparse: in/bad.txt: binary file (looks like a zip archive); unpack it first
6 converted, 0 unchanged, 1 failed
120 items in 6 speeches, 0 duplicates
failed:
  in/bad.txt: binary file (looks like a zip archive); unpack it first
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with `in` in it: six speeches and a bad file."""
    fill(tmp_path / "in", 6)
    (tmp_path / "in" / "bad.txt").write_bytes(b"PK\x03\x04")
    return tmp_path


class TestMessages:
    """What is said on standard error; standard output is never written to."""

    def test_summary(self, folder: Path) -> None:
        """Each failure when it happens, and once more after the counts."""
        done = run("batch", "in", "out", cwd=folder)

        assert (done.returncode, done.stdout, done.stderr.decode()) == (1, b"", SUMMARY)

    def test_quiet(self, folder: Path) -> None:
        """Nothing at all; the exit code tells."""
        done = run("batch", "in", "out", "-q", cwd=folder)

        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")

    def test_quiet_says_what_ends_the_run(self, folder: Path) -> None:
        """Where nothing could be done, somebody must hear why."""
        done = run("batch", "missing", "out", "-q", cwd=folder)

        assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
        assert b"missing: no such file" in done.stderr

    def test_no_bar_without_a_terminal(self, folder: Path) -> None:
        """Not even a control character."""
        done = run("batch", "in", "out", "--verbose", cwd=folder, env={"FORCE_COLOR": "1"})

        assert done.stderr.decode() == SUMMARY

    def test_a_bar_on_a_terminal(self, folder: Path) -> None:
        """With what is done, what failed, how fast it is; at the end it gives way to the summary."""
        env = with_fault(folder / "fault", SLOW)

        shown = _on_a_terminal(
            folder, "batch", "in", "out", "--jobs", "1", env=env | {"TERM": "xterm", "COLUMNS": "100"}
        )

        assert re.search(r"0/7", shown)
        assert "\x1b[" in shown
        plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown).replace("\r\n", "\n")
        assert plain.count("in/bad.txt: binary file") == 2
        assert plain.rstrip().endswith(SUMMARY.split("\n", 1)[1].rstrip())

    def test_file_names_do_nothing_to_the_terminal(self, folder: Path) -> None:
        """Nor are they markup."""
        (folder / "in" / "\x1b[31m[red]x[b].txt").write_bytes(b"PK\x03\x04")

        shown = _on_a_terminal(folder, "batch", "in", "out", env={"TERM": "xterm", "COLUMNS": "200"})

        assert "␛[31m[red]x[b].txt: binary" in shown
        assert "\x1b[31m[red]" not in shown

    def test_a_line_now_and_then(self, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """Of what is done and how long the rest will take."""
        now = iter([0.0, 2.0, 10.0, 11.0, 20.0])
        monkeypatch.setattr("speechparse.batch.progress.time.monotonic", lambda: next(now))
        log = watcher(str, quiet=False, verbose=True, terminal=False)
        assert isinstance(log, Log)

        log.begin(lambda: 100)
        for done in (10, 25, 26):
            log.advance(Report(converted=done - 1, failed=1))
        log.assembling()

        assert capfd.readouterr().err.splitlines() == [
            "speechparse: 25 of 100 done, 1 failed, 2/s, 0:30 left",
            "speechparse: putting the output together",
        ]

    def test_all_that_a_summary_may_say(self) -> None:
        """Counts of one are said as one."""
        report = Report(converted=1200, pruned=3, left_out=2, stopped=True, totals=Totals(5, 1, 1))

        assert list(report.lines()) == [
            "1,200 converted, 0 unchanged, 0 failed, 3 removed",
            "5 items in 1 speech, 1 duplicate",
            "2 symbolic links left out: leading out of the input, or from a linked folder to another",
            "stopped at the first failure; what is done is kept: run the same command again to go on",
        ]

    def test_notes(self, folder: Path) -> None:
        """What is amiss with a document that can be read all the same is said, and is no failure."""
        fault = (
            "import speechparse.batch.work as work\n_text_of = work.text_of\n"
            "def text_of(*given):\n    return _text_of(*given)._replace(notes=('a page has no text',))\n"
            "work.text_of = text_of\n"
        )
        (folder / "in" / "bad.txt").unlink()

        done = run("batch", "in", "out", cwd=folder, env=with_fault(folder / "fault", fault))

        assert done.returncode == 0
        assert done.stderr.count(b": a page has no text\n") == 6


def _on_a_terminal(folder: Path, *arguments: str, env: Mapping[str, str]) -> str:
    """Run the command with a terminal for its standard error, and return what the terminal was sent."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, env=environment(env), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=theirs,
    ):  # fmt: skip
        os.close(theirs)
        shown = b""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if not select.select([ours], [], [], 1)[0]:
                continue
            try:
                piece = os.read(ours, 65536)
            except OSError:  # what a terminal gives when nobody is there any more
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    return shown.decode()


class TestOptions:
    """What may be asked for."""

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("in",), "there is no OUTPUT; say where to, as in: speechparse batch in outlines/"),
            (("in", "out", "--jobs", "0"), "'0' is not a number of processes"),
            (("in", "out", "--jobs", "many"), "is not a number of processes"),
            (("in", "out", "--max-bytes", "much"), "is not a size"),
            (("in", "out", "--format", "odd"), "is not one of"),
            (("in", "out", "--include", "[b-a]"), "is no pattern"),
            (("in", "out", "--encoding", "odd"), "is not a text encoding"),
            (("in", "out", "--max-chars", "9"), "--max-chars is for --format chunks"),
            (("in", "out", "--format", "html", "--no-text"), "leave --no-text out"),
            (("in", "out.html"), "html holds one document a file"),
        ],
    )
    def test_what_cannot_be_meant(self, folder: Path, arguments: tuple[str, ...], words: str) -> None:
        """It is refused before anything is written."""
        done = run("batch", *arguments, cwd=folder)

        assert done.returncode == 2
        assert words in done.stderr.decode()
        assert not (folder / "out").exists()

    @pytest.mark.parametrize(("size", "failed"), [("1k", 7), ("2.5K", 1), ("1MiB", 1), ("1000", 7)])
    def test_sizes(self, folder: Path, size: str, failed: int) -> None:
        """In bytes, or with a unit."""
        (folder / "in" / "bad.txt").write_bytes(b"PK\x03\x04" + bytes(1200))

        done = run("batch", "in", "out", "--max-bytes", size, cwd=folder)

        assert f"{failed} failed" in done.stderr.decode()

    def test_options_of_outline(self, folder: Path) -> None:
        """They mean the same here."""
        (folder / "in" / "bad.txt").unlink()

        options = ["--no-text", *"--depth 1 --encoding utf-8 --without han-paren --input-format txt".split()]
        run("batch", "in", "all.jsonl", *options, cwd=folder)

        for line in (folder / "all.jsonl").read_bytes().splitlines():
            document = json.loads(line)
            expected = json.loads(run("outline", f"in/{document['source']}", *options, cwd=folder).stdout)
            assert expected | {"source": document["source"]} == document

    def test_markers_of_a_project(self, folder: Path) -> None:
        """The settings of the input's folder are heeded, and what was made without them is made again."""
        (folder / "in" / "bad.txt").write_text("第一步：挖坑\n第二步：栽树\n第三步：浇水\n", encoding="utf-8")
        assert b"7 converted" in run("batch", "in", "all.jsonl", cwd=folder).stderr
        (folder / "in" / "speechparse.toml").write_text('markers = ["steps=第%步"]\n', encoding="utf-8")

        done = run("batch", "in", "all.jsonl", cwd=folder)

        assert b"7 converted" in done.stderr
        assert b'"family":"steps"' in (folder / "all.jsonl").read_bytes()
        other = fill(folder / "other", 1)
        assert run("batch", "in", str(other), "out", cwd=folder).returncode == 2

    def test_formats_in_one_file(self, folder: Path) -> None:
        """Those whose documents may follow one another; a header stands once."""
        for name in ("all.csv", "all.md", "all.items.jsonl", "all.chunks.jsonl"):
            assert run("batch", "in", name, "-q", cwd=folder).returncode == 1
        assert (folder / "all.csv").read_bytes().count(b"heading_path") == 1
        assert len((folder / "all.items.jsonl").read_bytes().splitlines()) == 120
        shorter = run("batch", "in", "all.chunks.jsonl", "--max-chars", "100", cwd=folder)
        assert b"6 converted" in shorter.stderr
        chunks = [json.loads(line) for line in (folder / "all.chunks.jsonl").read_bytes().splitlines()]
        assert len({chunk["source"] for chunk in chunks}) == 6

    @pytest.mark.parametrize(
        ("module", "arguments", "words"),
        [
            ("pyarrow", ("in", "all.parquet"), b"Parquet needs pyarrow; pip install 'speechparse[parquet]'"),
            ("pyarrow", ("pages.parquet", "out"), b"Parquet needs pyarrow; pip install 'speechparse[parquet]'"),
            ("distributed", ("in", "out", "--engine", "dask"), b"needs distributed; pip install 'speechparse[dask]'"),
        ],
    )
    def test_without_the_extra(self, folder: Path, module: str, arguments: tuple[str, ...], words: bytes) -> None:
        """One line that says what to install."""
        (folder / "pages.parquet").write_bytes(b"PAR1")
        env = with_fault(folder / "fault", f"import sys\nsys.modules[{module!r}] = None\n")

        done = run("batch", *arguments, cwd=folder, env=env)

        assert done.returncode == 1
        assert words in done.stderr
        assert b"Traceback" not in done.stderr

    def test_the_library_says_it_too(self) -> None:
        """Where it is imported without the extra."""
        code = "import sys; sys.modules['pyarrow'] = None; import speechparse.arrow"

        done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, check=False)

        assert b"ImportError: speechparse.arrow needs pyarrow: pip install 'speechparse[parquet]'" in done.stderr

    def test_start_up_is_light(self, folder: Path) -> None:
        """What only some runs need is not loaded by the others."""
        code = (
            "import sys\nfrom speechparse.cli import main\nsys.argv = ['speechparse', 'batch', 'in', 'out', '-q']\n"
            "try:\n    main()\nfinally:\n    print(*sys.modules, file=sys.stderr)\n"
        )

        done = subprocess.run(
            [sys.executable, "-c", code], cwd=folder, env=environment(), capture_output=True, check=False
        )

        loaded = set(done.stderr.decode().split())
        assert "speechparse.batch.run" in loaded
        assert not loaded & {"rich", "pyarrow", "distributed", "multiprocessing", "numpy", "asyncio"}
