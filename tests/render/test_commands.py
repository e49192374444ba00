"""The formats on the command line, and `view`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from speechparse.render.registry import FORMATS, by_ending, renderer
from tests.process import environment, run
from tests.render.samples import NESTED, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

BEGINNINGS: Final[Mapping[str, bytes]] = {
    "items": b'{"source":"speech.txt",',
    "chunks": b'{"source":"speech.txt",',
    "md": "# 在全区作风建设推进会上的讲话\n".encode(),
    "opml": b'<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">',
    "mm": b'<map version="1.0.1">',
    "mermaid": b"mindmap\n",
    "csv": b"\xef\xbb\xbfsource,",
    "docx": b"PK\x03\x04",
    "html": b"<!DOCTYPE html>\n",
}

BROWSER: Final = """\
import sys, webbrowser
webbrowser.open = lambda address: print(address, file=sys.stderr) or {found}
from speechparse.cli import main
main()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two speeches in it."""
    for name in ("speech.txt", "other.txt"):
        (tmp_path / name).write_text(NESTED, encoding="utf-8")
    return tmp_path


def test_every_format_has_a_beginning_here() -> None:
    """The tests below go through all of them."""
    assert set(BEGINNINGS) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_by_name_and_by_ending(folder: Path, name: str) -> None:
    """Both give the same bytes, and the same as the library."""
    by_name = run("outline", "speech.txt", "--format", name, cwd=folder)
    written = run("outline", "speech.txt", "-o", f"out{FORMATS[name].ending.upper()}", cwd=folder)

    assert (by_name.returncode, by_name.stderr, written.returncode, written.stderr) == (0, b"", 0, b"")
    assert by_name.stdout.startswith(BEGINNINGS[name])
    assert (folder / f"out{FORMATS[name].ending.upper()}").read_bytes() == by_name.stdout
    assert renderer(name)(parsed(NESTED), NESTED) == by_name.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_that_is_named_wins(folder: Path, name: str) -> None:
    """Over the ending of the output; other endings are JSON as before."""
    run("outline", "speech.txt", "--format", name, "-o", "out.json", cwd=folder)
    run("outline", "speech.txt", "-o", "out.txt", cwd=folder)

    assert (folder / "out.json").read_bytes().startswith(BEGINNINGS[name])
    assert json.loads((folder / "out.txt").read_bytes())["source"] == "speech.txt"


def test_endings_are_told_apart() -> None:
    """None is the end of another one."""
    for name, row in FORMATS.items():
        assert by_ending(f"a{row.ending}") == name
    assert by_ending("a.jsonl") is None


@pytest.mark.parametrize("name", [name for name, row in FORMATS.items() if row.joins])
def test_several_inputs_follow_each_other(folder: Path, name: str) -> None:
    """What each gives alone, one after the other; the table has one header."""
    both = run("outline", "speech.txt", "other.txt", "--format", name, cwd=folder).stdout
    first, second = (run("outline", one, "--format", name, cwd=folder).stdout for one in ("speech.txt", "other.txt"))

    if name == "csv":
        second = second.split(b"\r\n", 1)[1]
    assert both == first + second


@pytest.mark.parametrize("name", [name for name, row in FORMATS.items() if not row.joins])
def test_several_inputs_in_a_format_for_one(folder: Path, name: str) -> None:
    """It is refused before anything is read."""
    done = run("outline", "speech.txt", "missing.txt", "--format", name, cwd=folder)

    assert (done.returncode, done.stdout) == (2, b"")
    assert f"{name} holds one document a file" in done.stderr.decode()


@pytest.mark.parametrize("name", ["chunks", "html"])
def test_a_text_without_text(folder: Path, name: str) -> None:
    """It is refused: nothing would be left."""
    done = run("outline", "speech.txt", "--no-text", "--format", name, cwd=folder)

    assert done.returncode == 2
    assert b"leave --no-text out" in done.stderr


@pytest.mark.parametrize("name", [name for name, row in FORMATS.items() if not row.whole])
def test_titles_only(folder: Path, name: str) -> None:
    """The other formats are smaller then, or have no text anyway."""
    whole, titles = (
        run("outline", "speech.txt", "--format", name, *more, cwd=folder).stdout for more in ((), ("--no-text",))
    )

    assert titles.startswith(BEGINNINGS[name])
    assert len(titles) < len(whole) or name == "mermaid"


def test_longest_chunk(folder: Path) -> None:
    """--max-chars is for chunks, and 800 where it is not given."""
    done = run("outline", "speech.txt", "--format", "chunks", "--max-chars", "60", cwd=folder)
    lengths = [len(json.loads(line)["text"]) for line in done.stdout.splitlines()]

    assert len(lengths) > 3
    assert max(lengths) <= 60
    assert run("outline", "speech.txt", "--format", "chunks", cwd=folder).stdout.count(b"\n") == 1
    assert run("outline", "speech.txt", "--format", "md", "--max-chars", "60", cwd=folder).returncode == 2
    assert run("outline", "speech.txt", "--format", "chunks", "--max-chars", "0", cwd=folder).returncode == 2


def test_bytes_do_not_go_to_a_terminal(folder: Path) -> None:
    """A Word document there would only be noise."""
    code = "import sys; sys.stdout.isatty = lambda: True; from speechparse.cli import main; main()"

    done = subprocess.run(
        [sys.executable, "-c", code, "outline", "speech.txt", "--format", "docx"],
        cwd=folder, env=environment(), capture_output=True, check=False, timeout=60,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"name a file with -o" in done.stderr


class TestView:
    """`speechparse view`."""

    def test_it_writes_a_page_and_opens_it(self, folder: Path) -> None:
        """In a folder of its own that only the user can look into; the path goes to standard output."""
        done = self._view(folder, "speech.txt", found=True, env={"TMPDIR": str(folder)})

        path = Path(os.fsdecode(done.stdout).rstrip("\n"))
        assert done.returncode == 0
        assert done.stderr.decode().strip() == path.as_uri()
        assert path.name == "speech.html"
        assert path.parent.parent == folder
        assert path.parent.stat().st_mode & 0o077 == 0
        assert path.read_bytes() == run("outline", "speech.txt", "--format", "html", cwd=folder).stdout

    def test_where_it_is_told(self, folder: Path) -> None:
        """And without opening it."""
        done = run("view", "speech.txt", "-o", "page.html", "--no-open", cwd=folder)

        assert (done.returncode, done.stderr) == (0, b"")
        assert os.fsdecode(done.stdout) == f"{folder / 'page.html'}\n"
        assert (folder / "page.html").read_bytes().startswith(b"<!DOCTYPE html>")

    def test_standard_input(self, folder: Path) -> None:
        """Also in an encoding of its own."""
        done = run(
            "view",
            "-",
            "--no-open",
            "-o",
            "page.html",
            "--encoding",
            "gb18030",
            cwd=folder,
            stdin=NESTED.encode("gb18030"),
        )

        assert done.returncode == 0
        assert "把思想摆正" in (folder / "page.html").read_text(encoding="utf-8")

    def test_input_format(self, folder: Path) -> None:
        """Named by hand, as for outline: a text with the ending of another format."""
        (folder / "speech.bin").write_bytes("## 一、种\n\n&amp;\n\n## 二、收\n".encode())
        for name, shown in (("md", "&amp;"), ("txt", "&amp;amp;")):
            options = ("speech.bin", "--no-open", "-o", "page.html", "--input-format", name)
            assert run("view", *options, cwd=folder).returncode == 0
            page = (folder / "page.html").read_text(encoding="utf-8")
            assert (shown in page, "&amp;amp;" in page) == (True, name == "txt")

    @pytest.mark.parametrize("options", [("--input-format", "odt"), ("--encoding", "gbb")])
    def test_usage(self, folder: Path, options: tuple[str, str]) -> None:
        """What cannot be meant is refused before anything is read, as by outline."""
        done = run("view", "missing.txt", *options, cwd=folder)

        assert (done.returncode, done.stdout) == (2, b"")
        assert options[1] in done.stderr.decode()

    def test_without_a_browser(self, folder: Path) -> None:
        """The page is there, and a line says where."""
        done = self._view(folder, "speech.txt", found=False, env={"TMPDIR": str(folder)})

        assert done.returncode == 1
        assert Path(os.fsdecode(done.stdout).rstrip("\n")).exists()
        assert b"no browser could be opened; open the page by hand" in done.stderr

    def test_what_cannot_be_read(self, folder: Path) -> None:
        """One line, and no page."""
        done = run("view", "missing.txt", "--no-open", "-o", "page.html", cwd=folder)

        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.startswith(b"speechparse: missing.txt: ")
        assert not (folder / "page.html").exists()

    @staticmethod
    def _view(folder: Path, name: str, *, found: bool, env: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-c", BROWSER.format(found=found), "view", name],
            cwd=folder, env=environment(env), capture_output=True, check=False, timeout=60,
        )  # fmt: skip
