"""Files made to do harm: each is refused with one line, within five seconds and 500 MB."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechparse.errors import ReadError
from speechparse.readers import extract
from speechparse.readers.archive import MAX_MEMBERS, MAX_PART, Archive
from tests.process import environment
from tests.readers.made import DOCUMENT_RELATIONS, ROOT_RELATIONS, paragraph, part, pdf, pdf_of, word, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS: Final = 5.0
MEGABYTES: Final = 500

FIXTURES: Final = Path(__file__).parents[2] / "fixtures"

MEASURED: Final = """\
import resource, subprocess, sys, time
begin = time.monotonic()
done = subprocess.run([sys.executable, "-m", "speechparse", "outline", *sys.argv[1:]], capture_output=True, timeout=60)
print(done.returncode, time.monotonic() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
sys.stdout.flush()
sys.stderr.buffer.write(done.stderr)
"""
"""Runs the command in a process of its own; prints its exit code, its seconds and the most memory it had, in MB."""


class Run(NamedTuple):
    """How a run of the command ended."""

    code: int
    seconds: float
    megabytes: float
    complaint: str


def run(path: Path, *arguments: str) -> Run:
    """Run the command on a file, and return how it ended."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path), *arguments],
        env=environment(), capture_output=True, check=True, text=True, encoding="utf-8", cwd=path.parent,
    )  # fmt: skip
    code, seconds, megabytes = done.stdout.split()
    return Run(int(code), float(seconds), float(megabytes), done.stderr)


def refused(path: Path, *arguments: str) -> str:
    """Return the line with which a file is refused, soon and without much memory."""
    ended = run(path, *arguments)

    assert ended.code == 1
    assert ended.complaint.count("\n") == 1, ended.complaint
    assert ended.complaint.startswith(f"speechparse: {path}: ")
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES
    return ended.complaint.removeprefix(f"speechparse: {path}: ").rstrip("\n")


def written(folder: Path, name: str, data: bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(data)
    return path


def bomb(size: int, piece: bytes, name: str = "word/document.xml") -> bytes:
    """Return a zip archive with a member that unpacks to so many bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr("_rels/.rels", ROOT_RELATIONS)
        with file.open(name, "w", force_zip64=True) as member:
            block = piece * (1_000_000 // len(piece))
            for _ in range(size // len(block)):
                member.write(block)
    return archive.getvalue()


def test_zip_bomb(tmp_path: Path) -> None:
    """A part that unpacks to far more than a book has is not unpacked."""
    data = bomb(200_000_000, b"<w:p/>")

    assert len(data) < 3_000_000
    assert refused(written(tmp_path, "a.docx", data)).startswith(
        "too big: word/document.xml has 190 MB unpacked, at most 64"
    )


def test_zip_bomb_in_a_part_that_is_not_read(tmp_path: Path) -> None:
    """An archive of gigabytes is refused whatever it is filled with."""
    data = zipped({"word/document.xml": part("document", ""), "word/media/a.bin": b"x", "word/media/b.bin": b"x"})

    assert refused(written(tmp_path, "a.docx", _sized(data, 0xF0000000))).startswith("unsafe: a zip bomb of 7,680 MB")


def _sized(data: bytes, size: int) -> bytes:
    """Return an archive whose directory says that its members, but for the first, unpack to so many bytes."""
    changed = bytearray(data)
    at = data.index(b"PK\x01\x02") + 1
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        changed[at + 24 : at + 28] = struct.pack("<I", size)
        at += 1
    return bytes(changed)


def test_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    """No byte more is unpacked than the directory says."""
    data = bytearray(zipped({"word/document.xml": b"<w:p/>" * 10_000_000}))
    start = data.index(b"PK\x01\x02")
    data[start + 24 : start + 28] = struct.pack("<I", 100)

    complaint = refused(written(tmp_path, "a.docx", bytes(data)))

    assert complaint.startswith("damaged: word/document.xml cannot be unpacked (Bad CRC-32")


def test_too_many_members() -> None:
    """No document has so many parts."""
    with pytest.raises(ReadError, match="unsafe: 10,001 files in one archive"):
        Archive(zipped({f"{number}": b"" for number in range(MAX_MEMBERS + 1)}))


@pytest.mark.parametrize(
    "name", ["../evil.xml", "word/../../evil", "/etc/passwd", "C:/evil", "..\\evil", "\\\\host\\evil"]
)
def test_paths_out_of_the_archive(tmp_path: Path, name: str) -> None:
    """A name that leads out of the archive is no part of a document."""
    data = word(paragraph("一、甲"), parts={name: b"x"})

    assert refused(written(tmp_path, "a.docx", data)).startswith(
        "unsafe: it holds a path that leads out of the archive"
    )
    assert not (tmp_path.parent / "evil.xml").exists()


@pytest.mark.parametrize(
    "target", ["../../../../../../etc/hostname", "file:///etc/hostname", "http://127.0.0.1:9/x", "/"]
)
@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
def test_relationships_that_lead_out(target: str, mode: str) -> None:
    """What a document refers to outside of itself is not looked for."""
    relations = DOCUMENT_RELATIONS.replace('Target="numbering.xml"', f'Target="{target}"{mode}')
    data = word(paragraph("一、甲"), parts={"word/_rels/document.xml.rels": relations})

    assert extract(data, ".docx").text == "一、甲\n"


LAUGHS: Final = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
BOMB: Final = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "哈">{LAUGHS}]>'
OUTSIDE: Final = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a9 SYSTEM "file:///etc/hostname">]>'
ELSEWHERE: Final = '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/evil.dtd">'


@pytest.mark.parametrize("prologue", [BOMB, OUTSIDE, ELSEWHERE], ids=["bomb", "outside", "elsewhere"])
@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/_rels/document.xml.rels"]
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities(prologue: str, name: str, codec: str) -> None:
    """An entity is not expanded, whatever it stands for and wherever it is declared."""
    use = "" if prologue is ELSEWHERE else "&a9;"
    content = prologue.replace("?>", f' encoding="{codec}"?>') + part("document", f"<w:body>{paragraph(use)}</w:body>")
    data = word(paragraph("一、甲"), parts={name: content.encode(codec)})

    with pytest.raises(ReadError) as caught:
        extract(data, ".docx")

    assert str(caught.value).startswith("unsafe: its XML declares a document type, which no Office file may; ")


def test_entity_bomb_costs_nothing(tmp_path: Path) -> None:
    """A billion characters are refused as fast as one."""
    main = BOMB + part("document", f"<w:body>{paragraph('&a9;')}</w:body>")

    assert refused(written(tmp_path, "a.docx", word("", parts={"word/document.xml": main}))).startswith("unsafe: ")


ROW: Final = "<w:tr><w:tc><w:p><w:r><w:t>一、甲</w:t></w:r></w:p></w:tc></w:tr>"


def test_huge_table_in_word(tmp_path: Path) -> None:
    """A table of 200 MB is refused, and so is one that just fits but has more tags than a book."""
    head = f'<w:document xmlns:w="{"x"}"><w:body><w:tbl>'
    fits = head + "<w:tr/>" * (MAX_PART // 8)

    assert refused(written(tmp_path, "a.docx", bomb(200_000_000, ROW.encode()))).startswith(
        "too big: word/document.xml"
    )
    assert refused(written(tmp_path, "b.docx", word("", parts={"word/document.xml": fits}))).startswith(
        "too big: 8,388,6"
    )


@pytest.mark.parametrize(
    ("name", "row"),
    [("a.html", b"<tr><td>\xe4\xb8\x80\xe3\x80\x81</td></tr>\n"), ("a.md", b"|\xe4\xb8\x80|\xe3\x80\x81|\n")],
)
def test_huge_table_as_text(tmp_path: Path, name: str, row: bytes) -> None:
    """A page or a note of 200 MB is not even read."""
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"<table>" if name.endswith("html") else b"|a|b|\n|-|-|\n")
        for _ in range(200):
            file.write(row * (1_000_000 // len(row)))

    assert refused(path).startswith("too big: 1")


def test_huge_table_that_is_just_read(tmp_path: Path) -> None:
    """As many tags as are read at all fit into the memory too."""
    page = "<table>" + "<tr><td>" * 149_000

    ended = run(written(tmp_path, "a.html", page.encode()), "--text")

    assert (ended.code, ended.complaint) == (0, "")
    assert ended.megabytes < MEGABYTES


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.9, 0.99, 0.999])
def test_truncated_zip(tmp_path: Path, share: float) -> None:
    """An archive cut short is no archive: its directory is at its end."""
    data = (FIXTURES / "docx" / "word-ladder.docx").read_bytes()
    cut = data[: int(len(data) * share)]

    assert refused(written(tmp_path, "a.docx", cut)).startswith("damaged: no ")


def test_locked_archive() -> None:
    """A zip archive may have a password."""
    data = bytearray(word(paragraph("甲")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + at] |= 1

    with pytest.raises(ReadError, match="locked with a password; save it without one"):
        extract(bytes(data), ".docx")


@pytest.mark.parametrize(
    ("main", "complaint"),
    [
        ("<w:x" + f' xmlns:w="{"u"}">' + "<w:x>" * 300, "its elements are nested more than 256 deep"),
        (part("document", "<w:p>" + "<w:r/>" * 300_000 + "</w:p>"), "one piece of it has more than 300,000 elements"),
        (part("document", "<w:p>"), "damaged: its XML cannot be read (mismatched tag"),
        ("", "damaged: its XML cannot be read (no element found"),
        ("\0", "damaged: its XML cannot be read ("),
        ('<?xml version="1.0" encoding="no-such"?><a/>', "damaged: its XML cannot be read ("),
        ("一、甲", "damaged: its XML cannot be read ("),
    ],
    ids=["deep", "wide", "mismatched", "empty", "nul", "encoding", "text"],
)
def test_parts_that_are_no_xml(main: str, complaint: str) -> None:
    """A part that is damaged or asks for too much is said."""
    with pytest.raises(ReadError) as caught:
        extract(word("", parts={"word/document.xml": main}), ".docx")

    assert complaint in str(caught.value)


def test_archive_without_a_document() -> None:
    """A zip archive that only says it is a document has no text."""
    with pytest.raises(ReadError, match="no Word document: the archive has no text in it"):
        extract(zipped({"a.txt": "一、甲"}), ".docx")


NESTED: Final = {
    "div": "<div>" * 200_000,
    "closed": "<div>" * 100_000 + "</div>" * 100_000,
    "list": "<ul><li>" * 100_000,
    "letters": "".join(f"<b c={n}>" for n in range(9_000)) + "<p>一、" * 9_000,
    "links": "<a>" * 300_000,
    "font": "".join(f"<font size={n}>" for n in range(9_000)) + "<p>一、</p>" * 9_000,
    "tables": "<table><tr><td>" * 60_000,
    "comments": "<!--" * 1_000_000,
    "tags": "<" * 2_000_000,
    "paragraphs": "<p>" * 2_000_000,
    "attributes": "<p " + "a" * 5_000_000,
    "entities": "&" * 3_000_000,
}


@pytest.mark.parametrize("name", NESTED)
def test_pages_without_end(tmp_path: Path, name: str) -> None:
    """A page that would keep a browser busy for minutes is read or refused soon."""
    ended = run(written(tmp_path, "a.html", NESTED[name].encode()), "--text")

    assert ended.code in {0, 1}
    assert ended.complaint.count("\n") == ended.code
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


def flate(content: bytes, entries: bytes = b"") -> bytes:
    """Return a packed stream of a PDF."""
    packed = zlib.compress(content, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (entries, len(packed), packed)


def one_page(content: bytes, *more: bytes) -> bytes:
    """Return a PDF with one page whose content is the fourth object."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, *more])


def forms(depth: int) -> list[bytes]:
    """Return forms of which each draws the next ten times."""
    return [
        flate(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X %d 0 R>>>>" % (6 + at))
        for at in range(depth)
    ]


BOMBS: Final[dict[str, Callable[[], bytes]]] = {
    "stack": lambda: one_page(flate(b"q\n" * 20_000_000)),
    "shapes": lambda: one_page(flate(b"0 0 1 1 re f\n" * 5_000_000)),
    "forms": lambda: one_page(flate(b"/X Do"), *forms(12), flate(b"0 0 1 1 re f", b"/Subtype/Form/BBox[0 0 1 1]")),
    "pages": lambda: pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 2000000000>>"]),
}


@pytest.mark.skipif(sys.platform == "win32", reason="only other systems can limit a process")
@pytest.mark.parametrize("name", BOMBS)
def test_pdf_bombs(tmp_path: Path, name: str) -> None:
    """A few kilobytes that would fill the memory end the process that reads them, not this one."""
    data = BOMBS[name]()

    assert len(data) < 200_000
    refused(written(tmp_path, "a.pdf", data))


@pytest.mark.parametrize("name", ["docx/word-ladder.docx", "docx/office-outline.docx"])
@given(at=st.integers(0, 200_000), byte=st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_damaged_word_files(name: str, at: int, byte: int) -> None:
    """A byte that is wrong, anywhere, is never more than a ReadError."""
    data = bytearray((FIXTURES / name).read_bytes())
    data[at % len(data)] = byte

    try:
        assert extract(bytes(data), ".docx").encoding is None
    except ReadError as error:
        assert error.what  # noqa: PT017 - either may be


@given(st.text(alphabet="<>/!-=\"' abdehiloptruv&;#x0一、\n", max_size=200))
@settings(deadline=None)
def test_any_markup_is_read(markup: str) -> None:
    """No page raises."""
    assert isinstance(extract(markup.encode(), ".html").text, str)


FIELD: Final = '<w:fldChar w:fldCharType="{}"/>'
LEAVES: Final = (
    "一、",
    "<w:t>甲</w:t>",
    "<w:tab/>",
    FIELD.format("begin"),
    FIELD.format("separate"),
    FIELD.format("end"),
)
TAGS: Final = "p r tbl tr tc pPr numPr ins del sdt sdtContent txbxContent body trPr".split()


def inside(elements: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return elements around others."""
    content = st.lists(elements, max_size=3).map("".join)
    return st.tuples(st.sampled_from(TAGS), content).map(lambda pair: f"<w:{pair[0]}>{pair[1]}</w:{pair[0]}>")


XML: Final = st.recursive(st.sampled_from(LEAVES), inside, max_leaves=20)


@given(XML)
@settings(deadline=None)
def test_any_elements_are_read(body: str) -> None:
    """Elements of a document may lie in each other in any way."""
    assert isinstance(extract(word(body), ".docx").text, str)


def test_sound_files_are_read(tmp_path: Path) -> None:
    """What is refused above is refused for what it is: files of the same kinds are read."""
    for name, data in (
        ("a.docx", word(paragraph("一、甲") + paragraph("二、乙"))),
        ("a.html", "<p>一、甲<p>二、乙".encode()),
        ("a.md", "**一、甲**\n**二、乙**\n".encode()),
        ("a.pdf", pdf([[("一、甲", 80, 700, 16), ("二、乙", 80, 676, 16)]])),
    ):
        ended = run(written(tmp_path, name, data), "--text")

        assert (ended.code, ended.complaint) == (0, "")
        assert ended.megabytes < 200
