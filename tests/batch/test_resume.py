"""What a second run does, and what it leaves alone."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from functools import partial
from pathlib import Path

import pytest

from speechparse.batch.job import Job
from speechparse.batch.sinks.place import Place
from speechparse.errors import SpeechparseError
from tests.batch.corpora import fill, speech, tree
from tests.batch.runs import convert, counts

DESTINATIONS = ("out", "corpus.jsonl", "corpus.parquet", "corpus.csv")


@pytest.fixture(params=DESTINATIONS)
def output(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return each kind of destination in turn."""
    if request.param.endswith("parquet"):
        pytest.importorskip("pyarrow")
    (tmp_path / "made").mkdir()
    return tmp_path / "made" / str(request.param)


@pytest.fixture
def speeches(tmp_path: Path) -> Path:
    """Return a folder of speeches, old enough for their times to be relied on."""
    folder = fill(tmp_path / "speeches", 12)
    for path in folder.rglob("*.txt"):
        _age(path)
    return folder


def _age(path: Path) -> None:
    """Give a file a time that has passed."""
    past = time.time_ns() - 60_000_000_000
    os.utime(path, ns=(past, past))


def _fresh(speeches: Path, output: Path) -> dict[bytes, str]:
    """Return what a run from nothing makes."""
    other = output.parent.parent / "fresh"
    shutil.rmtree(other, ignore_errors=True)
    other.mkdir()
    convert(speeches, other / output.name)
    return tree(other)


class TestUnchanged:
    """What is done is not done again."""

    def test_nothing_is_done_again(self, speeches: Path, output: Path) -> None:
        """Not even written: the times of the outputs stay."""
        assert counts(convert(speeches, output)) == (12, 0, 0)
        before = _times(output)

        report = convert(speeches, output)

        assert counts(report) == (0, 12, 0)
        assert before == _times(output)
        assert (report.totals.items, report.totals.speeches) == (12 * 20, 12)

    def test_the_same_content_with_another_time(self, speeches: Path, output: Path) -> None:
        """It is read, and found to be the same; the next run does not even read it."""
        convert(speeches, output)
        for path in speeches.rglob("*.txt"):
            os.utime(path, ns=(1_000_000_001, 1_000_000_001))

        assert counts(convert(speeches, output)) == (0, 12, 0)
        assert _stamps(output) == {1_000_000_001}

    def test_a_time_that_is_too_fresh_is_not_relied_on(self, speeches: Path, output: Path) -> None:
        """A change right after reading may leave size and time as they were: then the content decides."""
        path = speeches / "0000.txt"
        now = time.time_ns()
        os.utime(path, ns=(now, now))
        convert(speeches, output)
        changed = path.read_text(encoding="utf-8").replace("讲话", "发言")
        path.write_text(changed, encoding="utf-8")
        os.utime(path, ns=(now, now))

        assert counts(convert(speeches, output)) == (1, 11, 0)
        assert _fresh(speeches, output) == tree(output.parent)

    def test_another_place(self, speeches: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Names do not depend on how the folder is named, nor on where the command is called."""
        convert(speeches, output)
        monkeypatch.chdir(speeches)

        assert counts(convert(Path(), output)) == (0, 12, 0)

    def test_outputs_move(self, speeches: Path, output: Path) -> None:
        """The state goes with them."""
        convert(speeches, output)
        moved = output.parent.rename(output.parent.with_name("moved"))

        assert counts(convert(speeches, moved / output.name)) == (0, 12, 0)


class TestChanged:
    """What is not as it was is done again, and the result is that of a run from nothing."""

    def test_changes(self, speeches: Path, output: Path) -> None:
        """Changed, added, and turned bad or good again."""
        (speeches / "0003.txt").write_bytes(b"PK\x03\x04" + bytes(60))
        assert counts(convert(speeches, output)) == (11, 0, 1)
        (speeches / "0000.txt").write_text(speech(700), encoding="utf-8")
        (speeches / "added.txt").write_text(speech(800), encoding="utf-8")
        (speeches / "0003.txt").write_text(speech(900), encoding="utf-8")
        (speeches / "0006.txt").write_bytes(b"PK\x03\x04" + bytes(60))

        assert counts(convert(speeches, output)) == (3, 9, 1)
        assert _fresh(speeches, output) == tree(output.parent)

    def test_other_options(self, speeches: Path, output: Path) -> None:
        """An output that was made otherwise is made again."""
        convert(speeches, output)
        before = tree(output.parent)

        assert counts(convert(speeches, output, depth=1)) == (12, 0, 0)
        assert counts(convert(speeches, output, depth=1)) == (0, 12, 0)
        assert before != tree(output.parent)
        convert(speeches, output)
        assert before == tree(output.parent)

    def test_another_version(self, speeches: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What another version made is made again."""
        convert(speeches, output)
        monkeypatch.setattr("speechparse.batch.work.__version__", "99")
        monkeypatch.setattr("speechparse.batch.setup.Job", partial(Job, version="99"))

        assert counts(convert(speeches, output)) == (12, 0, 0)

    def test_limits_do_not_change_outputs(self, speeches: Path, output: Path) -> None:
        """Another limit for the size is no reason to do what is done."""
        convert(speeches, output)

        assert counts(convert(speeches, output, max_bytes=1_000_000)) == (0, 12, 0)

    def test_force(self, speeches: Path, output: Path) -> None:
        """All is done again, to the same outputs."""
        convert(speeches, output)
        before = tree(output.parent)

        assert counts(convert(speeches, output, force=True)) == (12, 0, 0)
        assert before == tree(output.parent)

    def test_outputs_that_were_deleted(self, speeches: Path, output: Path) -> None:
        """They are made again."""
        convert(speeches, output)
        expected = tree(output.parent)
        if output.is_dir():
            (output / "0000.txt.json").unlink()
            (output / "0003.txt.json").write_bytes(b"")
        else:
            output.unlink()

        assert counts(convert(speeches, output)) == ((2, 10, 0) if output.is_dir() else (12, 0, 0))
        assert expected == tree(output.parent)

    def test_a_state_that_was_deleted(self, speeches: Path, output: Path) -> None:
        """All is done again; but a file that nobody knows is not replaced."""
        convert(speeches, output)
        expected = tree(output.parent)
        next(output.parent.rglob(".speechparse.state")).unlink()

        if not output.is_dir():
            with pytest.raises(SpeechparseError, match="no batch has written it"):
                convert(speeches, output)
            assert expected == tree(output.parent)
        assert counts(convert(speeches, output, force=True)) == (12, 0, 0)
        assert expected == tree(output.parent)

    @pytest.mark.parametrize("damage", [b"no database at all", b""])
    def test_a_damaged_state(self, speeches: Path, output: Path, damage: bytes) -> None:
        """It is as good as none."""
        convert(speeches, output)
        expected = tree(output.parent)
        next(output.parent.rglob(".speechparse.state")).write_bytes(damage)

        assert counts(convert(speeches, output, force=True)) == (12, 0, 0)
        assert expected == tree(output.parent)

    def test_a_destination_that_was_changed(self, speeches: Path, output: Path) -> None:
        """A common file that is not as it was left is made anew, as a whole."""
        convert(speeches, output)
        if output.is_dir():
            return
        expected = tree(output.parent)
        with output.open("ab") as file:
            file.write(b"more")

        assert counts(convert(speeches, output)) == (12, 0, 0)
        assert expected == tree(output.parent)


class TestGone:
    """Inputs that are no more."""

    def test_outputs_stay_without_prune(self, speeches: Path, output: Path) -> None:
        """Whatever else is new."""
        convert(speeches, output)
        before = tree(output.parent)
        shutil.rmtree(speeches / "一组")

        report = convert(speeches, output)

        assert (counts(report), report.pruned) == ((0, 8, 0), 0)
        assert before == tree(output.parent)
        (speeches / "added.txt").write_text(speech(800), encoding="utf-8")
        assert convert(speeches, output).totals.speeches == 13

    def test_prune(self, speeches: Path, output: Path) -> None:
        """Outputs go with their inputs, and folders with the last of their files."""
        convert(speeches, output)
        shutil.rmtree(speeches / "二组")
        (speeches / "0000.txt").unlink()

        report = convert(speeches, output, prune=True)

        assert (counts(report), report.pruned) == ((0, 7, 0), 5)
        assert _fresh(speeches, output) == tree(output.parent)
        if output.is_dir():
            assert not (output / "二组").exists()

    def test_prune_spares_what_was_not_asked_about(self, speeches: Path, output: Path) -> None:
        """What is only left out of this run, and what belongs to another input, is not gone."""
        convert(speeches, output)
        before = tree(output.parent)

        assert convert(speeches, output, prune=True, include=("0000.txt",)).pruned == 0
        assert before == tree(output.parent)

    def test_prune_spares_what_cannot_be_seen(
        self, speeches: Path, output: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Of a folder that cannot be listed nothing is known to be gone."""
        convert(speeches, output)
        listdir = os.listdir

        def refused(path: str) -> list[str]:
            if str(path).endswith("二组"):
                raise PermissionError(13, "Permission denied")
            return listdir(path)

        monkeypatch.setattr(os, "listdir", refused)

        report = convert(speeches, output, prune=True)

        assert (counts(report), report.pruned) == ((0, 8, 1), 0)
        assert report.totals.speeches == 12

    def test_errors_go_with_their_inputs(self, speeches: Path, output: Path) -> None:
        """A file that failed and is gone is no failure any more, with and without prune."""
        (speeches / "bad.txt").write_bytes(b"PK\x03\x04" + bytes(60))
        assert counts(convert(speeches, output)) == (12, 0, 1)
        (speeches / "bad.txt").unlink()

        report = convert(speeches, output)

        assert (counts(report), report.failures) == ((0, 12, 0), [])
        assert _fresh(speeches, output) == tree(output.parent)


class TestFailures:
    """Bad files in a second run."""

    def test_they_are_tried_again(self, speeches: Path, output: Path) -> None:
        """And fail again; nothing else is touched."""
        (speeches / "bad.txt").write_bytes(b"PK\x03\x04" + bytes(60))
        convert(speeches, output)
        before = _times(output)

        report = convert(speeches, output)

        assert counts(report) == (0, 12, 1)
        assert report.exit_code == 1
        assert [name for name, _ in report.failures] == ["bad.txt"]
        assert before == _times(output)

    def test_a_file_that_turns_bad_loses_its_output(self, tmp_path: Path, speeches: Path) -> None:
        """An output of an earlier content would be taken for that of the present one."""
        convert(speeches, tmp_path / "out")
        (speeches / "0000.txt").write_bytes(b"PK\x03\x04" + bytes(60))

        convert(speeches, tmp_path / "out")

        assert not (tmp_path / "out" / "0000.txt.json").exists()

    def test_fail_fast(self, speeches: Path, output: Path) -> None:
        """The run stops at the first failure; the next one goes on from there."""
        (speeches / "0004.txt").write_bytes(b"PK\x03\x04" + bytes(60))
        (speeches / "0008.txt").write_bytes(b"PK\x03\x04" + bytes(60))

        report = convert(speeches, output, fail_fast=True)

        assert (report.failed, report.stopped, report.exit_code) == (1, True, 1)
        assert report.converted < 12
        again = convert(speeches, output)
        assert again.unchanged >= report.converted
        assert (again.failed, again.met) == (2, 14)
        assert _fresh(speeches, output) == tree(output.parent)


class TestFolders:
    """What only a folder has."""

    def test_names_keep_the_whole_input_name(self, tmp_path: Path) -> None:
        """a.txt and a.html never meet."""
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "a.txt").write_text("一、甲\n二、乙\n", encoding="utf-8")
        (tmp_path / "in" / "a.md").write_text("# 一、丙\n\n# 二、丁\n", encoding="utf-8")

        assert counts(convert(tmp_path / "in", tmp_path / "out")) == (2, 0, 0)

        texts = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").glob("*.json")}
        assert sorted(texts) == ["a.md.json", "a.txt.json"]
        assert "丙" in texts["a.md.json"]

    def test_formats_share_a_folder(self, speeches: Path, tmp_path: Path) -> None:
        """Each has a state of its own."""
        for format_name, ending in (("json", ".json"), ("md", ".md"), ("csv", ".csv"), ("html", ".html")):
            assert counts(convert(speeches, tmp_path / "out", format=format_name)) == (12, 0, 0)
            assert len(list((tmp_path / "out").rglob(f"*.txt{ending}"))) == 12
        assert counts(convert(speeches, tmp_path / "out", format="md")) == (0, 12, 0)
        headers = {path.read_bytes()[:10] for path in (tmp_path / "out").rglob("*.csv")}
        assert len(headers) == 1

    def test_an_output_folder_in_the_input(self, speeches: Path) -> None:
        """It is left out, in every run."""
        for _ in range(2):
            convert(speeches, speeches / "out", format="md")
        assert len(list((speeches / "out").rglob("*.md"))) == 12

    def test_json_is_what_outline_writes(self, speeches: Path, tmp_path: Path) -> None:
        """The same document, known by its place in the folder."""
        convert(speeches, tmp_path / "out")

        document = json.loads((tmp_path / "out" / "一组" / "0001.txt.json").read_bytes())

        assert document["source"] == "一组/0001.txt"
        assert (document["version"], document["encoding"], document["error"]) == (1, "utf-8", None)
        assert [child["marker"] for child in document["speeches"][0]["children"]] == [
            "一、",
            "二、",
            "三、",
            "四、",
            "五、",
        ]

    def test_place_makes_folders_anew(self, tmp_path: Path) -> None:
        """A folder that was removed between two files is made again."""
        place = Place(str(tmp_path), ".json")
        place.put("d/a", b"1")
        place.remove("d/a")
        assert not (tmp_path / "d").exists()
        place.put("d/a", b"2")

        assert (tmp_path / "d" / "a.json").read_bytes() == b"2"


class TestDuplicates:
    """The same speech in more than one file."""

    def test_they_are_counted(self, speeches: Path, output: Path) -> None:
        """Whatever their titles, in every run; a page that repeats a speech itself does not count."""
        text = (speeches / "0000.txt").read_text(encoding="utf-8")
        (speeches / "again.txt").write_text(text, encoding="utf-8")
        (speeches / "retitled.txt").write_text(text.replace("在第0次", "在又一次"), encoding="utf-8")

        assert convert(speeches, output).totals.duplicates == 2
        assert convert(speeches, output).totals.duplicates == 2
        (speeches / "again.txt").unlink()
        assert convert(speeches, output, prune=True).totals.duplicates == 1


def _times(output: Path) -> dict[Path, int]:
    """Return when each file that was made was written; the state is left out."""
    files = (path for path in output.parent.rglob("*") if path.is_file() and path.name != ".speechparse.state")
    times = {path: path.stat().st_mtime_ns for path in files}
    assert times
    return times


def _stamps(output: Path) -> set[int]:
    """Return the times of all inputs, as the state has them."""
    database = sqlite3.connect(next(output.parent.rglob(".speechparse.state")))
    try:
        return {time for (time,) in database.execute("SELECT time FROM document")}
    finally:
        database.close()
