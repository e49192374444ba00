"""Tables as inputs: JSON Lines and Parquet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from speechparse.batch.sources.tables import Columns, count_rows, rows_of
from speechparse.errors import ReadError
from tests.batch.corpora import fill, speech, tree
from tests.batch.runs import Listener, convert, counts
from tests.process import environment, run

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS: Final = 150
CONTENT: Final = Columns("content", "url")


def _records(rows: int = ROWS) -> list[dict[str, Any]]:
    return [{"url": f"page-{number}", "content": speech(number, 600), "n": number} for number in range(rows)]


def _write(path: Path, records: Sequence[dict[str, Any]], *, group: int | None = None) -> Path:
    """Write a table in the format of the path's ending; past enough for its time to be relied on."""
    if path.suffix == ".parquet":
        pa = pytest.importorskip("pyarrow")
        from pyarrow import parquet  # noqa: PLC0415 -- an extra

        parquet.write_table(pa.Table.from_pylist(list(records)), path, row_group_size=group)
    else:
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        path.write_text("".join(lines), encoding="utf-8")
    os.utime(path, ns=(10**18 + 1, 10**18 + 1))
    return path


@pytest.fixture(params=["pages.jsonl", "pages.parquet"])
def pages(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a table of pages, in each format in turn."""
    return _write(tmp_path / str(request.param), _records())


@pytest.fixture(params=["out", "made.jsonl", "made.parquet"])
def output(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return each kind of destination in turn."""
    if request.param.endswith("parquet"):
        pytest.importorskip("pyarrow")
    return tmp_path / "made" / str(request.param)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()


class TestRuns:
    """From a table to any destination."""

    def test_resume(self, pages: Path, output: Path) -> None:
        """A table that was read to its end is not read again; of one that has changed only changed rows are done."""
        assert counts(convert(pages, output, columns=CONTENT)) == (ROWS, 0, 0)
        before = tree(output.parent)
        assert counts(convert(pages, output, columns=CONTENT)) == (0, ROWS, 0)

        records = _records()
        records[7]["content"] = speech(9999, 600)
        records[8]["n"] = -1
        _write(pages, [*records, {"url": "new", "content": speech(8888, 600), "n": 0}])
        os.utime(pages, ns=(10**18 + 5, 10**18 + 5))

        assert counts(convert(pages, output, columns=CONTENT)) == (2, ROWS - 1, 0)
        assert before != tree(output.parent)
        assert counts(convert(pages, output, columns=CONTENT)) == (0, ROWS + 1, 0)

    def test_an_unchanged_table_is_not_read(self, pages: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Size and time are enough."""
        convert(pages, output, columns=CONTENT)
        monkeypatch.setattr("speechparse.batch.plan.rows_of", lambda *_: pytest.fail("it was read"))

        assert counts(convert(pages, output, columns=CONTENT)) == (0, ROWS, 0)

    def test_prune(self, pages: Path, output: Path) -> None:
        """Rows that a shorter table has no more go."""
        convert(pages, output, columns=CONTENT)
        _write(pages, _records(100))
        os.utime(pages, ns=(10**18 + 5, 10**18 + 5))

        assert convert(pages, output, columns=CONTENT).totals.speeches == ROWS
        os.utime(pages, ns=(10**18 + 9, 10**18 + 9))
        report = convert(pages, output, columns=CONTENT, prune=True)

        assert (counts(report), report.pruned, report.totals.speeches) == ((0, 100, 0), 50, 100)

    def test_several_processes(self, pages: Path, output: Path, tmp_path: Path) -> None:
        """The rows go to the workers; the outputs are the same."""
        convert(pages, output, columns=CONTENT)

        (tmp_path / "again").mkdir()
        columns = ("--text-column", "content", "--id-column", "url")
        done = run("batch", pages.name, f"again/{output.name}", *columns, "--jobs", "3", cwd=tmp_path)

        assert done.returncode == 0, done.stderr
        assert tree(output.parent) == tree(tmp_path / "again")

    def test_names(self, pages: Path, tmp_path: Path) -> None:
        """Documents are known by their ids; files by number and id, in a folder named like the table."""
        convert(pages, tmp_path / "made" / "out", columns=CONTENT)
        convert(pages, tmp_path / "made" / "all.jsonl", columns=Columns("content"))

        first = tmp_path / "made" / "out" / pages.name / "00000001-page-0.json"
        assert json.loads(first.read_bytes())["source"] == "page-0"
        lines = (tmp_path / "made" / "all.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["source"] for line in lines][:2] == [f"{pages.name}:1", f"{pages.name}:2"]

    def test_tables_in_folders(self, pages: Path, tmp_path: Path) -> None:
        """They are taken where a column is named; otherwise they may be outputs of an earlier run."""
        folder = tmp_path / "in"
        fill(folder, 3)
        pages.rename(folder / pages.name)

        assert counts(convert(folder, tmp_path / "made" / "one.jsonl")) == (3, 0, 0)
        assert counts(convert(folder, tmp_path / "made" / "two.jsonl", columns=CONTENT)) == (3 + ROWS, 0, 0)

    def test_progress_knows_the_rows(self, pages: Path, tmp_path: Path) -> None:
        """A table counts as its rows."""
        assert count_rows(str(pages)) == ROWS
        assert count_rows(str(tmp_path / "missing.jsonl")) == 1
        assert Listener().total == 0


class TestBadRows:
    """Rows that are no documents."""

    def test_lines(self, tmp_path: Path) -> None:
        """Each has its reason, and the lines around it are done."""
        lines = [
            json.dumps({"text": speech(1), "id": "good"}),
            "no json",
            '["a", "list"]',
            json.dumps({"body": "一、甲"}),
            json.dumps({"text": 7}),
            json.dumps({"text": None}),
            "",
            json.dumps({"text": "一" * 5000}),
            json.dumps({"text": "二" * 900_000}),
            "[" * 100_000,
            json.dumps({"text": speech(2), "id": "\ud800"}),
        ]
        (tmp_path / "pages.jsonl").write_text("\n".join(lines), encoding="utf-8")

        report = convert(tmp_path / "pages.jsonl", tmp_path / "made" / "out", max_bytes=12_000)

        assert counts(report) == (2, 0, 8)
        reasons = dict(report.failures)
        words = {
            2: "no JSON", 3: "no JSON object", 4: "no field 'text' (there are: body)", 5: "no text but int",
            6: "no text (null)", 8: "15,000 bytes", 9: "--max-bytes 12,000", 10: "no JSON",
        }  # fmt: skip
        assert set(reasons) == {f"pages.jsonl:{number}" for number in words}
        assert all(word in reasons[f"pages.jsonl:{number}"] for number, word in words.items()), reasons
        again = convert(tmp_path / "pages.jsonl", tmp_path / "made" / "out", max_bytes=12_000)
        assert counts(again) == (0, 2, 8)

    def test_the_wrong_column(self, pages: Path, output: Path) -> None:
        """One line for a Parquet file, one for each row of JSON Lines."""
        report = convert(pages, output, columns=Columns("body"))

        assert report.converted == 0
        assert report.failed == (1 if pages.suffix == ".parquet" else ROWS)
        assert all("--text-column" in reason for _, reason in report.failures)
        assert counts(convert(pages, output, columns=CONTENT)) == (ROWS, 0, 0)

    @pytest.mark.parametrize("damage", [b"", b"PAR1 and no more", None])
    def test_a_damaged_parquet_file(self, tmp_path: Path, output: Path, damage: bytes | None) -> None:
        """It is an error of the file; what was done of it before stays."""
        path = _write(tmp_path / "pages.parquet", _records())
        (tmp_path / "other.jsonl").write_text(json.dumps({"content": speech(3)}), encoding="utf-8")
        convert((path, tmp_path / "other.jsonl"), output, columns=Columns("content"))
        content = path.read_bytes()
        path.write_bytes(content[:-100] if damage is None else damage)

        report = convert((path, tmp_path / "other.jsonl"), output, columns=Columns("content"), prune=True)

        assert (report.converted, report.failures[0][0], report.pruned) == (0, "pages.parquet", 0)
        assert "no Parquet file" in report.failures[0][1]
        path.write_bytes(content)
        assert counts(convert((path, tmp_path / "other.jsonl"), output, columns=Columns("content")))[1] == ROWS + 1

    def test_a_folder_that_is_missing(self, tmp_path: Path) -> None:
        """A table that goes while it is read is an error of its own."""
        with pytest.raises(ReadError, match="cannot be read"):
            list(rows_of(str(tmp_path / "gone.jsonl"), Columns(), None))


MEMORY = """
import atexit, re, sys
from pathlib import Path
def peak():
    print(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))[1], file=sys.stderr)
from speechparse.cli import main
if __name__ == "__main__":
    atexit.register(peak)
    main()
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    """One row group holds all rows, a hundred megabytes of text: they are never in memory together."""
    pytest.importorskip("pyarrow")
    peaks = []
    for rows in (100, 10_000):
        body = "今天天气很好，大家都到得很齐。" * 200
        _write(tmp_path / f"{rows}.parquet", [{"id": number, "text": f"{number}{body}"} for number in range(rows)])
        (tmp_path / "peak.py").write_text(MEMORY, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "peak.py", "batch", f"{rows}.parquet", f"made/{rows}.parquet", "-q", "--jobs", "1"],
            cwd=tmp_path, env=environment(), capture_output=True, check=True, timeout=120,
        )  # fmt: skip
        peaks.append(int(done.stderr) / 1000)

    assert peaks[1] < 250
    assert peaks[1] - peaks[0] < 80
