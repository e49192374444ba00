"""A folder with every kind of bad file in it, and names that are hard to say."""

from __future__ import annotations

import json
import os
import shutil
import socket
from typing import TYPE_CHECKING, Final

import pytest

from tests.batch.corpora import fill, speech
from tests.batch.processes import without_rights
from tests.process import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES: Final = 300
LIMIT: Final = 20_000

BAD: Final = {
    "zip.txt": (b"PK\x03\x04" + bytes(60), "zip archive"),
    "nul.txt": ("一、甲".encode() + b"\0\0\x01\x02" + bytes(200), "binary"),
    "cut.txt": ("一、抓学习，抓落实".encode()[:-1], ""),
    "large.txt": (("一、甲\n" * LIMIT).encode(), "--max-bytes 20,000"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
    "word.docx": (b"PK\x03\x04 cut off", "damaged"),
    "old.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "binary"),
}
"""Bad files by their names: their content, and a word of what is said of them."""

ODD: Final = (
    b"with some spaces.txt",
    b"with\na new line.txt",
    "with \U0001f600.txt".encode(),
    b"x" * 246 + b".txt",
    b"not utf-8 \xff\xfe.txt",
    "\u202ereversed.txt".encode(),
    b"-q.txt",
    "引号\"'和反斜\\.txt".encode(),
)
"""Names that a file may have."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder with 300 good files and every kind of bad one among them."""
    base = tmp_path_factory.mktemp("bad")
    speeches = fill(base / "speeches", FILES)
    for name, (content, _) in BAD.items():
        (speeches / "一组" / name).write_bytes(content)
    os.mkfifo(speeches / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()  # noqa: PTH109 -- the path of a socket must be short
        os.chdir(speeches)
        try:
            server.bind("socket.txt")
        finally:
            os.chdir(here)
    (speeches / "broken.txt").symlink_to("nowhere")
    (speeches / "circle.txt").symlink_to("circle.txt")
    (speeches / "loop").symlink_to(".")
    (speeches / "folder.txt").mkdir()
    (speeches / "unreadable.txt").write_text("一、甲\n", encoding="utf-8")
    (speeches / "unreadable.txt").chmod(0)
    (speeches / "closed").mkdir()
    (speeches / "closed" / "inside.txt").write_text("一、甲\n", encoding="utf-8")
    (speeches / "closed").chmod(0)
    there = os.open(speeches, os.O_RDONLY)
    for _ in range(30):
        os.mkdir("深" * 60, dir_fd=there)
        inner = os.open("深" * 60, os.O_RDONLY, dir_fd=there)
        os.close(there)
        there = inner
    os.close(there)
    yield base
    (speeches / "closed").chmod(0o755)


SYSTEM: Final = {
    "pipe.txt": "not a file",
    "socket.txt": "not a file",
    "broken.txt": "no such file",
    "circle.txt": "circle",
    "loop": "leads back",
    "unreadable.txt": "permission denied",
    "closed": "permission denied",
}
"""What the system has against some files, by their names."""


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("output", ["out", "corpus.jsonl", "corpus.parquet"])
def test_every_kind_of_bad_file(folder: Path, output: str, jobs: str) -> None:
    """Each is a line with its reason, and no other file suffers from it."""
    if output.endswith("parquet"):
        pytest.importorskip("pyarrow")
    made = folder / f"made-{output}-{jobs}"
    made.mkdir()

    done = without_rights(
        "batch", "speeches", f"{made.name}/{output}", "--max-bytes", str(LIMIT), "--jobs", jobs, cwd=folder
    )

    assert done.returncode == 1
    lines = done.stderr.decode().splitlines()
    summary = lines.index("failed:")
    said = dict(line.removeprefix("  speeches/").split(": ", 1) for line in lines[summary + 1 :])
    expected = {f"一组/{name}": words for name, (_, words) in BAD.items()} | SYSTEM
    deep = [name for name in said if name.startswith("深")]
    assert len(deep) == 1
    assert "too long" in said.pop(deep[0])
    assert set(expected) == set(said)
    assert all(words in said[name] for name, words in expected.items()), said
    at_once = dict(line.removeprefix("speechparse: speeches/").split(": ", 1) for line in lines[: summary - 2])
    assert at_once.keys() == {*said, *deep}
    assert lines[summary - 2] == f"{FILES} converted, 0 unchanged, {len(said) + 1} failed"
    _check_records(made / output, said.keys() | set(deep))


def _check_records(output: Path, failed: set[str]) -> None:
    """Assert that each document has an output, or in a common file a record with an error."""
    if output.is_dir():
        assert len(list(output.rglob("*.json"))) == FILES
        return
    if output.suffix == ".jsonl":
        documents = [json.loads(line) for line in output.read_bytes().splitlines()]
        assert len(documents) == FILES + len(failed)
        assert failed == {document["source"] for document in documents if document["error"]}
        assert all(not document["speeches"] for document in documents if document["error"])
        return
    from pyarrow import parquet  # noqa: PLC0415 -- an extra

    rows = parquet.read_table(output).to_pylist()
    assert len({row["doc_id"] for row in rows}) == FILES + len(failed)
    assert failed == {row["doc_id"] for row in rows if row["error"]}
    assert all(row["speech"] is None and row["text"] is None for row in rows if row["error"])


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_odd_names(tmp_path: Path, jobs: str) -> None:
    """Every name that a file can have keeps its bytes, and is shown on one line."""
    (tmp_path / "in").mkdir()
    for number, name in enumerate(ODD):
        with open(os.path.join(os.fsencode(tmp_path / "in"), name), "wb") as file:  # noqa: PTH118, PTH123 -- bytes
            file.write(speech(number).encode())
        with open(os.path.join(os.fsencode(tmp_path / "in"), b"bad " + name[:200] + b".txt"), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"PK\x03\x04")

    done = run("batch", "in", "out", "--jobs", jobs, cwd=tmp_path)
    again = run("batch", "in", "out", cwd=tmp_path)
    lines = run("batch", "in", "all.jsonl", "--jobs", jobs, cwd=tmp_path)

    made = set(os.listdir(os.fsencode(tmp_path / "out"))) - {b".speechparse.state"}  # noqa: PTH208 -- bytes
    assert made == {name + b".json" for name in ODD}
    assert done.returncode == again.returncode == lines.returncode == 1
    assert done.stderr.count(b"\n") == 2 * len(ODD) + 3
    assert b"\n8 converted, 0 unchanged, 8 failed\n" in done.stderr
    assert b"\n0 converted, 8 unchanged, 8 failed\n" in again.stderr
    assert b"\xff" not in done.stderr
    sources = [json.loads(line)["source"] for line in (tmp_path / "all.jsonl").read_bytes().split(b"\n")[:-1]]
    assert len(sources) == 2 * len(ODD)
    assert "with\na new line.txt" in sources
    assert "not utf-8 \ufffd\ufffd.txt" in sources


def test_names_that_leave_no_room(tmp_path: Path) -> None:
    """Where the ending does not fit any more the name is cut; two such names do not meet."""
    (tmp_path / "in").mkdir()
    for end in "ab":
        (tmp_path / "in" / ("x" * 250 + end + ".txt")).write_text(speech(1), encoding="utf-8")

    done = run("batch", "in", "out", cwd=tmp_path)

    assert done.returncode == 0
    assert len(list((tmp_path / "out").glob("*.json"))) == 2
    assert b"0 converted, 2 unchanged" in run("batch", "in", "out", cwd=tmp_path).stderr


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    """One file whose place is taken by a folder fails; the others do not."""
    fill(tmp_path / "in", 6)
    (tmp_path / "out" / "0000.txt.json").mkdir(parents=True)

    done = run("batch", "in", "out", cwd=tmp_path)

    assert done.returncode == 1
    assert "in/0000.txt: out/0000.txt.json cannot be written (it is a folder)" in done.stderr.decode()
    assert b"5 converted, 0 unchanged, 1 failed" in done.stderr
    shutil.rmtree(tmp_path / "out" / "0000.txt.json")
    assert b"1 converted, 5 unchanged, 0 failed" in run("batch", "in", "out", cwd=tmp_path).stderr


def test_nothing_to_do(tmp_path: Path) -> None:
    """It is no error, and said."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.odd").write_text("一、甲\n", encoding="utf-8")

    for output in ("out", "all.jsonl"):
        done = run("batch", "in", output, cwd=tmp_path)
        assert done.returncode == 0
        assert b"no file was found that ends in" in done.stderr
    assert (tmp_path / "all.jsonl").read_bytes() == b""
