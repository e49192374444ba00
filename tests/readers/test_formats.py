"""Which reader a file gets, what the command does with it, and what is said of files that there is no reader for."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from speechparse.cli.outline import INPUT_FORMATS
from speechparse.errors import ReadError
from speechparse.readers import FORMATS
from speechparse.readers.sniff import TO_WORD, format_of
from speechparse.reading import read, read_document, read_text
from tests.process import environment, run, unmeasured
from tests.readers.made import paragraph, pdf, word, zipped

FIXTURES: Final = Path(__file__).parents[2] / "fixtures"

WORD: Final = word(paragraph("一、抓学习") + paragraph("二、抓落实"))
PAGE: Final = "<!DOCTYPE html><title>x</title><p>一、抓学习</p><p>二、抓落实</p>".encode()
NOTE: Final = "## 一、抓学习\n## 二、抓落实\n".encode()
PRINT: Final = pdf([[("一、抓学习", 80, 700, 16), ("二、抓落实", 80, 676, 16)]])
TEXT: Final = "一、抓学习\n二、抓落实\n"

OPEN: Final = zipped({"mimetype": "application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED)
OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


@pytest.mark.parametrize(
    ("data", "ending", "name"),
    [
        (TEXT.encode(), ".txt", "txt"),
        (TEXT.encode(), "", "txt"),
        (TEXT.encode(), ".log", "txt"),
        (b"", ".txt", "txt"),
        (NOTE, ".md", "md"),
        (NOTE, ".markdown", "md"),
        (NOTE, ".txt", "txt"),
        (PAGE, ".html", "html"),
        (PAGE, ".htm", "html"),
        (PAGE, "", "html"),
        (PAGE, ".txt", "html"),
        (PAGE, ".doc", "html"),
        (b"\n <HTML>", "", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "", "html"),
        (b"<!-- saved -->\n<!-- twice --><html>", "", "html"),
        ("<html>".encode("utf-16"), "", "html"),
        (b"\xef\xbb\xbf<html>", "", "html"),
        (b"HTTP/1.1 200 OK\r\n\r\n<p>", "", "html"),
        (b"<div class=x>", "", "html"),
        (b"<p>", ".doc", "html"),
        (b"<p>", ".txt", "txt"),
        (b"<p>", ".md", "md"),
        (TEXT.encode(), ".html", "html"),
        ("<一>二".encode(), "", "txt"),
        (WORD, ".docx", "docx"),
        (WORD, ".doc", "docx"),
        (WORD, ".txt", "docx"),
        (WORD, "", "docx"),
        (WORD, ".docm", "docx"),
        (zipped({"text/main.xml": "x"}), ".docx", "docx"),
        (PRINT, ".pdf", "pdf"),
        (PRINT, "", "pdf"),
        (b"\r\n" + PRINT, ".txt", "pdf"),
        (b"", ".pdf", "pdf"),
    ],
)
def test_format_of_content_and_ending(data: bytes, ending: str, name: str) -> None:
    """Content that is sure decides, then the ending, then content that looks like a page."""
    assert format_of(data, ending) == name


@pytest.mark.parametrize(
    ("data", "ending", "message"),
    [
        (OLE, ".doc", f"binary file (looks like an old Word .doc); {TO_WORD}"),
        (OLE, ".wps", f"binary file (looks like a WPS .wps); {TO_WORD}"),
        (OLE, "", "binary file (looks like an old Word .doc or other Office file); save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ".docx", "a Word or Office file locked with a password; open"),
        (zipped({"OFD.xml": "x"}), ".ofd", "binary file (looks like an OFD document); export it as PDF in an OFD"),
        (b"{\\rtf1 x}", ".rtf", "binary file (looks like an RTF document); save it as .docx"),
        (OPEN, ".odt", "binary file (looks like an OpenDocument file); save it as .docx"),
        (zipped({"xl/workbook.xml": "x"}), ".docx", "binary file (looks like an Excel .xlsx); save it"),
        (zipped({"a.txt": "x"}), ".zip", "binary file (looks like a zip archive); unpack it"),
        (b"\x89PNG\r\n\x1a\n", ".png", "binary file (looks like a PNG picture); turn the picture into text"),
        (b"", ".docx", "damaged: no Word document (.docx) in it; get a whole copy of it"),
        ("一、甲".encode(), ".docx", "damaged: no Word document (.docx) in it"),
    ],
)  # fmt: skip
def test_formats_that_are_not_read(data: bytes, ending: str, message: str) -> None:
    """What there is no reader for is named, with what to convert it to."""
    with pytest.raises(ReadError) as caught:
        format_of(data, ending)

    assert str(caught.value).startswith(message)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the same small speech in every format."""
    for name, data in (("a.docx", WORD), ("a.html", PAGE), ("a.md", NOTE), ("a.pdf", PRINT), ("a.txt", TEXT.encode())):
        (tmp_path / name).write_bytes(data)
    return tmp_path


ENCODINGS: Final = {"a.docx": None, "a.html": "utf-8", "a.md": "utf-8", "a.pdf": None, "a.txt": "utf-8"}


@pytest.mark.parametrize("name", ENCODINGS)
def test_outline(folder: Path, name: str) -> None:
    """Offsets are those of the text that is read; encoding is null where bytes are no text."""
    done = run("outline", name, cwd=folder)
    document = json.loads(done.stdout)
    text = run("outline", "--text", name, cwd=folder).stdout.decode()

    assert (done.returncode, done.stderr) == (0, b"")
    assert (document["source"], document["encoding"], document["length"]) == (name, ENCODINGS[name], len(text))
    assert text == TEXT
    markers = [(item["marker"], item["start"], item["line"]) for item in document["speeches"][0]["children"]]
    assert markers == [("一、", 0, 1), ("二、", 6, 2)]


@pytest.mark.parametrize("name", ENCODINGS)
def test_standard_input(folder: Path, name: str) -> None:
    """Without a name the content decides, for all but Markdown, which looks like plain text."""
    data = (folder / name).read_bytes()
    known = run("outline", "--text", cwd=folder, stdin=data).stdout.decode()
    named = run(
        "outline", "--text", "--input-format", name.removeprefix("a."), "-", cwd=folder, stdin=data
    ).stdout.decode()

    assert known == (NOTE.decode() if name == "a.md" else TEXT)
    assert named == TEXT


def test_input_format_decides(folder: Path) -> None:
    """By hand everything is read as it is said to be."""
    as_text = run("outline", "--text", "--input-format", "txt", "a.html", cwd=folder)
    as_word = run("outline", "--input-format", "docx", "a.txt", cwd=folder)
    as_print = run("outline", "--input-format", "pdf", "a.txt", cwd=folder)
    unknown = run("outline", "--input-format", "doc", "a.txt", cwd=folder)

    assert as_text.stdout == PAGE
    assert as_word.stderr.startswith(b"speechparse: a.txt: damaged: no whole zip archive (")
    assert as_print.stderr == b"speechparse: a.txt: damaged: no whole PDF; get a whole copy of it\n"
    assert (as_word.returncode, as_print.returncode, unknown.returncode) == (1, 1, 2)
    assert b"'doc' is not one of 'txt', 'md', 'html', 'docx', 'pdf'" in unknown.stderr


def test_every_format_can_be_named() -> None:
    """The option has the readers that there are."""
    assert tuple(FORMATS) == INPUT_FORMATS


def test_text_of_several_files(folder: Path) -> None:
    """Texts follow one another; a file that fails is said."""
    done = run("outline", "--text", "a.docx", "none.html", "a.pdf", cwd=folder)

    assert done.stdout.decode() == TEXT * 2
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


@pytest.mark.parametrize("option", [("--format", "tree"), ("--depth", "1"), ("--no-text",), ("--explain",)])
def test_text_is_no_outline(folder: Path, option: tuple[str, ...]) -> None:
    """What is for outlines cannot be asked of the text."""
    done = run("outline", "--text", *option, "a.txt", cwd=folder)

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--text prints no outline" in done.stderr


def test_text_into_a_file(folder: Path) -> None:
    """The text goes where the outline would."""
    done = run("outline", "--text", "a.docx", "-o", "b.txt", cwd=folder)

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (folder / "b.txt").read_text(encoding="utf-8") == TEXT


def test_encoding_by_hand(folder: Path) -> None:
    """Formats that are text are read in the encoding that is named."""
    (folder / "b.html").write_bytes("<p>一、甲".encode("gb18030"))
    (folder / "b.md").write_bytes("# 一、甲".encode("gb18030"))
    for name in ("b.html", "b.md"):
        done = run("outline", "--text", "--encoding", "gb18030", name, cwd=folder)

        assert done.stdout.decode().rstrip("\n") == "一、甲"


def test_notes(folder: Path) -> None:
    """What is amiss with a file that is read all the same is said, and is no failure."""
    (folder / "b.html").write_bytes(PAGE + "<p>同志们，今天讲三点意见，要抓落实".encode("gb18030") + PAGE)
    (folder / "b.pdf").write_bytes(pdf([[("一、甲", 80, 700, 16)], []], picture=True))
    printed = run("outline", "--text", "b.pdf", cwd=folder)

    assert (printed.returncode, printed.stdout.decode()) == (0, "一、甲\n")
    assert printed.stderr.startswith(b"speechparse: b.pdf: page 2 of 2: a picture without text; run OCR first")
    with pytest.warns(UserWarning, match=r"b\.pdf: page 2 of 2: a picture without text"):
        assert read(folder / "b.pdf").length == 4


def test_in_a_program(folder: Path) -> None:
    """`read` and `read_text` read what the command reads."""
    outline = read(folder / "a.docx")

    assert (outline.encoding, [item.title for item in outline.walk()]) == (None, ["抓学习", "抓落实"])
    assert read_text(folder / "a.pdf") == (TEXT, None)
    assert read_document(folder / "a.html", input_format="txt").text == PAGE.decode()
    assert read(folder / "a.html", input_format="txt").length == len(PAGE.decode())


MISSING: Final = """\
import sys
sys.modules[sys.argv[1]] = None
from speechparse.cli import main
sys.argv = ["speechparse", "outline", *sys.argv[2:]]
main()
"""
"""Runs the command where a package is not installed."""


@pytest.mark.parametrize(
    ("package", "name", "extra"), [("selectolax", "a.html", "html"), ("pypdfium2", "a.pdf", "pdf")]
)
def test_missing_extra(folder: Path, package: str, name: str, extra: str) -> None:
    """Without an extra there is one line that says what to install; other formats are read."""
    command = [sys.executable, "-c", MISSING, package, name, "a.docx", "a.txt", "a.md"]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=False)

    assert done.returncode == 1
    assert (
        done.stderr.decode() == f"speechparse: {name}: reading it needs {package}; pip install 'speechparse[{extra}]'\n"
    )
    assert done.stdout.count(b"\n") == 3


@pytest.mark.parametrize("package", ["docx", "lxml"])
def test_word_files_need_no_extra(folder: Path, package: str) -> None:
    """Word files are read with nothing but Python."""
    command = [sys.executable, "-c", MISSING, package, "--text", "a.docx"]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=True)

    assert done.stdout.decode() == TEXT


LOADED: Final = """\
import sys
from speechparse.cli import main
sys.argv = ["speechparse", *sys.argv[1:]]
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("name", "loaded", "not_loaded"),
    [
        ("a.txt", "speechparse.reading", "speechparse.readers zipfile selectolax xml html pypdfium2"),
        ("a.md", "speechparse.readers.markdown", "zipfile selectolax xml pypdfium2 speechparse.readers.docx"),
        ("a.docx", "speechparse.readers.docx zipfile", "selectolax pypdfium2 docx lxml speechparse.readers.html"),
        ("a.html", "speechparse.readers.html selectolax", "zipfile pypdfium2 xml speechparse.readers.docx"),
        ("a.pdf", "speechparse.readers.pdf", "zipfile selectolax xml pypdfium2 speechparse.readers.docx"),
    ],
)
def test_each_format_loads_its_own_reader(folder: Path, name: str, loaded: str, not_loaded: str) -> None:
    """Plain text costs no more than before there were readers."""
    done = subprocess.run(
        # -S: what is installed beside the package may load more by its own .pth files; the path is handed on instead.
        [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}\n{LOADED}", "outline", name],
        cwd=folder, env=unmeasured(), capture_output=True, check=True, text=True, encoding="utf-8",
    )  # fmt: skip
    modules = set(done.stderr.split())

    assert set(loaded.split()) <= modules
    assert not modules & set(not_loaded.split())


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.glob("*/*.docx")) + sorted(FIXTURES.glob("*/*.pdf")), ids=lambda path: path.name
)
def test_copies_without_an_ending(tmp_path: Path, path: Path) -> None:
    """The content alone is enough."""
    copy = shutil.copyfile(path, tmp_path / "copy")

    assert read_text(copy) == read_text(path)
