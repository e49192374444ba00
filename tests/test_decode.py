"""Bytes become text, by the ladder or by hand, or an error that says what to try."""

from __future__ import annotations

import codecs
import io
import zipfile
from encodings.aliases import aliases
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import encodings as benchmark
from speechparse.common_characters import SIMPLIFIED, TRADITIONAL
from speechparse.decode import decode
from speechparse.errors import ReadError
from speechparse.guess import SAMPLE, guess

SIMPLE: Final = "同志们：今天开这个会，主要讲三点意见。一、要抓学习；二、要抓落实。"
TRADITIONAL_TEXT: Final = "各位同學：今天開這個會，主要講三點意見。一、要抓學習；二、要抓落實。"
CANTONESE: Final = "佢哋喺度傾緊偈，大家都話呢份報告寫得幾好，冇乜嘢要改。"

EACH: Final = [
    ("utf-8", SIMPLE),
    ("gb18030", SIMPLE),
    ("gb18030", TRADITIONAL_TEXT),
    ("big5hkscs", TRADITIONAL_TEXT),
    ("big5hkscs", CANTONESE),
    ("utf-16-le", SIMPLE),
    ("utf-16-be", SIMPLE),
]

BIG5: Final = [char for char in SIMPLIFIED + TRADITIONAL if char.encode("big5hkscs", "ignore")]

CODECS: Final = sorted(set(aliases.values()))
"""Every codec that Python brings along and has an alias for, those for text and the others."""


def refused(data: bytes, encoding: str | None = None) -> str:
    """Return the message of the error that the bytes must raise."""
    with pytest.raises(ReadError) as caught:
        decode(data, encoding)
    return str(caught.value)


def zipped(member: str, content: str = "") -> bytes:
    """Return a zip archive with one member."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(member, content)
    return archive.getvalue()


def common_text(characters: str | list[str]) -> st.SearchStrategy[str]:
    """Return texts of at least 20 different characters."""
    return st.lists(st.sampled_from(characters), min_size=20, max_size=200, unique=True).map("".join)


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
        (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
    ],
)
@pytest.mark.parametrize("text", ["", "ab", SIMPLE, "\ufeff一\ufeff"])
def test_byte_order_mark_decides_and_is_no_text(mark: bytes, codec: str, name: str, text: str) -> None:
    """What follows the mark is the text, with any further U+FEFF in it."""
    assert decode(mark + text.encode(codec)) == (text, name)


@pytest.mark.parametrize(("encoding", "text"), EACH)
def test_each_encoding_is_told_from_the_others(encoding: str, text: str) -> None:
    """A short paragraph is enough."""
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(("encoding", "text"), EACH)
@pytest.mark.parametrize("page", ["{}", "Home | News | 2024-05-06\r\n{}\rPage 1 of 3\n", "1.{}" * 3])
def test_ascii_around_changes_nothing(encoding: str, text: str, page: str) -> None:
    """Menus, dates and numbers do not mislead, and every kind of line end stays as it is."""
    page_text = page.replace("{}", text)

    assert decode(page_text.encode(encoding)) == (page_text, encoding)


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["一、", "第一，", "一是", "一、三"])
def test_a_few_characters_are_enough(encoding: str, text: str) -> None:
    """The shortest files are read too where nothing speaks for another encoding."""
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("data", [b"", b"1. study\r\n2. work\r", b"\t~\x7f\x0c"])
def test_ascii_is_utf_8(data: bytes) -> None:
    """Where all encodings agree the answer is UTF-8."""
    assert decode(data) == (data.decode("ascii"), "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_ascii_in_utf_16(encoding: str) -> None:
    """Bytes that would be UTF-8 full of NULs are UTF-16."""
    assert decode("1. study hard\n".encode(encoding)) == ("1. study hard\n", encoding)


def test_big5_is_not_read_as_gb18030() -> None:
    """The trap: these bytes are valid GB18030 as well, of rare and private characters."""
    data = TRADITIONAL_TEXT.encode("big5hkscs")
    wrong = data.decode("gb18030")

    assert wrong != TRADITIONAL_TEXT
    assert decode(data) == (TRADITIONAL_TEXT, "big5hkscs")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le"])
def test_sample_begins_where_ascii_ends(encoding: str) -> None:
    """Chinese far behind the first bytes is found, whatever the number of bytes before it."""
    for more in range(4):
        text = "menu " * SAMPLE + "-" * more + SIMPLE

        assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(("encoding", "text"), EACH[1:])
def test_sample_that_cuts_a_character(encoding: str, text: str) -> None:
    """A text longer than the sample is read whole, wherever the sample ends."""
    for more in range(4):
        long_text = "-" * more + text * (2 * SAMPLE // len(text))

        assert decode(long_text.encode(encoding)) == (long_text, encoding)


def test_bad_byte_far_behind_the_sample() -> None:
    """The guess looks at the start only; decoding is strict to the end."""
    data = SIMPLE.encode("gb18030") * 2000

    assert f"looks like gb18030, but byte 0xff at offset {len(data)} does not fit" in refused(data + b"\xff" + data)


@pytest.mark.parametrize("bad", [b"\xb2", b"\xff\xfe", b"\xe4\xb8", b"\xed\xa0\x80"])
def test_damaged_utf_8_is_no_gb18030(bad: bytes) -> None:
    """A few bad bytes in UTF-8 are an error that says where, not a text of other characters."""
    begin = SIMPLE.encode()

    message = refused(begin + bad + begin)

    assert f"looks like utf-8, but byte 0x{bad[:1].hex()} at offset {len(begin)} does not fit" in message
    assert message.endswith("; mend it there, or name its encoding with --encoding")


@pytest.mark.parametrize(("encoding", "text"), EACH)
def test_file_cut_inside_a_character(encoding: str, text: str) -> None:
    """A text without its last byte is told from one with bytes that are wrong."""
    data = text.encode(encoding)[:-1]
    offset = len(text[:-1].encode(encoding))

    assert f"looks like {encoding}, but it ends inside the character at offset {offset};" in refused(data)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (codecs.BOM_UTF8 + b"ab\xff", "looks like utf-8, but byte 0xff at offset 5 does not fit"),
        (codecs.BOM_UTF8 + b"ab\xe4", "looks like utf-8, but it ends inside the character at offset 5"),
        (codecs.BOM_UTF16_LE + b"a\0b", "looks like utf-16-le, but it ends inside the character at offset 4"),
        (codecs.BOM_UTF16_BE + b"\xdc\0", "looks like utf-16-be, but byte 0xdc at offset 2 does not fit"),
        (codecs.BOM_UTF32_LE + b"\0\0\0\1", "looks like utf-32-le, but byte 0x00 at offset 4 does not fit"),
    ],
)
def test_bad_bytes_behind_a_mark(data: bytes, complaint: str) -> None:
    """The mark decides even where the rest does not fit; offsets are those of the file."""
    assert complaint in refused(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped("word/document.xml"), "looks like a Word .docx); save it as plain text (.txt) first"),
        (zipped("xl/workbook.xml"), "looks like an Excel .xlsx); save it"),
        (zipped("ppt/presentation.xml"), "looks like a PowerPoint .pptx); save it"),
        (zipped("OFD.xml"), "looks like an OFD document); save it"),
        (zipped("mimetype", "application/epub+zip"), "looks like an EPUB book); save it"),
        (zipped("mimetype", "application/vnd.oasis.opendocument.text"), "looks like an OpenDocument file); save it"),
        (zipped("speech.txt"), "looks like a zip archive); unpack it first"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "looks like an old Word .doc or other Office file); save it"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "looks like a PDF); save it"),
        (b"{\\rtf1\\ansi 1. study}", "looks like an RTF document); save it"),
        (b"\x1f\x8b\x08\x00", "looks like a gzip archive); unpack it"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "looks like a 7z archive); unpack it"),
        (b"Rar!\x1a\x07\x01\x00", "looks like a RAR archive); unpack it"),
        (b"\xfd7zXZ\0", "looks like an xz archive); unpack it"),
        (b"\x28\xb5\x2f\xfd\x04", "looks like a Zstandard archive); unpack it"),
        (b"\x89PNG\r\n\x1a\n\0\0", "looks like a PNG picture); turn the picture into text (OCR) first"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "looks like a JPEG picture); turn"),
        (b"GIF89a\x01\x00", "looks like a GIF picture); turn"),
        (b"SQLite format 3\0", "looks like an SQLite database); turn it into plain text first"),
        (b"\x7fELF\x02\x01", "looks like a program); turn"),
    ],
)
@pytest.mark.parametrize("encoding", [None, "latin-1"])
def test_known_formats_are_named(data: bytes, kind: str, encoding: str | None) -> None:
    """What is no text is refused by name, whether or not an encoding is given."""
    assert f"binary file ({kind}" in refused(data, encoding)


@pytest.mark.parametrize(
    "data",
    [
        b"\0",
        b"PAR1\x15\x04\x15\0\0" * 9,
        bytes(range(256)) * 4,
        SIMPLE.encode("utf-32-le"),
        (SIMPLE + "\0").encode(),
        (SIMPLE + "\0").encode("gb18030"),
        (SIMPLE + "\0").encode("utf-16-le"),
        (SIMPLE + "\0").encode("utf-16"),
    ],
)
def test_nul_is_binary(data: bytes) -> None:
    """No text holds a NUL, in whatever encoding."""
    message = refused(data)

    assert message.startswith("binary file")
    assert message.endswith("turn it into plain text first; if it is text, name its encoding with --encoding")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Les écoles françaises étaient très élevées, où le maître préférait", "latin-1"),
        ("Сегодня мы собрались, чтобы обсудить важные вопросы", "cp1251"),
        ("本日はお忙しい中、お集まりいただき、ありがとうございます", "shift-jis"),
        ("존경하는 여러분, 오늘 우리는 새로운 출발을 합니다", "euc-kr"),
        ("\x80\x81\xff", "latin-1"),
    ],
)
def test_what_is_not_chinese_is_not_guessed(text: str, encoding: str) -> None:
    """Rather an error than a text of other characters; by hand it can be read."""
    data = text.encode(encoding)

    assert refused(data) == ("no encoding makes Chinese text of it; if it is text, name its encoding with --encoding")
    assert guess(data) is None
    assert decode(data, encoding)[0] == text


@pytest.mark.parametrize(
    ("by_hand", "name"),
    [
        ("UTF8", "utf-8"),
        ("GBK", "gbk"),
        ("gb2312", "gb2312"),
        ("big5", "big5"),
        ("utf-16", "utf-16"),
        ("U32", "utf-32"),
    ],
)
def test_encoding_by_hand(by_hand: str, name: str) -> None:
    """Any of Python's names for an encoding will do; its own name is reported."""
    assert decode("一、大同\r\n".encode(by_hand), by_hand) == ("一、大同\r\n", name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
def test_mark_is_no_text_by_hand_either(encoding: str) -> None:
    """A byte order mark goes, whether or not the codec named knows of it."""
    data = ("\ufeff" if encoding not in {"utf-8-sig", "utf-16"} else "").encode(encoding) + "一、\ufeff".encode(
        encoding
    )

    assert decode(data, encoding)[0].rstrip("\ufeff") == "一、"


def test_hand_overrules_content() -> None:
    """The caller is believed even where the bytes look like another encoding, or hold a NUL."""
    assert decode(SIMPLE.encode(), "latin-1") == (SIMPLE.encode().decode("latin-1"), "iso8859-1")
    assert decode(b"a\0b", "utf-8") == ("a\0b", "utf-8")


@pytest.mark.parametrize("unknown", ["gb-18030-2022", "", "rot13", "base64", "中文", "a\0b", "\udcff", "undefined"])
def test_unknown_encoding(unknown: str) -> None:
    """What is no text codec of Python is refused with names that are."""
    assert refused(b"1. study", unknown) == (
        f"unknown text encoding {unknown!r}; name one that Python knows, such as utf-8, gb18030, big5hkscs or utf-16"
    )


@pytest.mark.parametrize(
    ("data", "encoding", "complaint"),
    [
        (b"ab\xffcd", "utf-8", "not utf-8: byte 0xff at offset 2 does not fit"),
        (b"ab\xe4\xb8", "utf-8", "not utf-8: it ends inside the character at offset 2"),
        (b"ab\x81", "cp1252", "not cp1252: byte 0x81 at offset 2 does not fit"),
        (b"ab\xb0", "gbk", "not gbk: it ends inside the character at offset 2"),
        (b"\xff\xfea\0\0\xd8b\0", "utf-16", "not utf-16: byte 0x00 at offset 4 does not fit"),
        (b"ab\x80", "ascii", "not ascii: byte 0x80 at offset 2 does not fit"),
    ],
)
def test_encoding_by_hand_that_does_not_fit(data: bytes, encoding: str, complaint: str) -> None:
    """The message says where."""
    assert refused(data, encoding) == f"{complaint}; name another encoding, or leave --encoding out to have it guessed"


def test_codec_without_an_incremental_decoder() -> None:
    """A codec registered by somebody else need not tell a cut from a bad byte."""

    def find(name: str) -> codecs.CodecInfo | None:
        return codecs.CodecInfo(codecs.ascii_encode, codecs.ascii_decode, name=name) if name == "plain" else None

    codecs.register(find)
    try:
        assert refused(b"ab\xff", "plain").startswith("not plain: byte 0xff at offset 2 does not fit;")
    finally:
        codecs.unregister(find)


def test_error_is_about_the_path() -> None:
    """The path comes first in the line, and errors without one begin with what is wrong."""
    with pytest.raises(ReadError) as caught:
        decode(b"\0", None, "a/b.txt")

    assert (caught.value.path, caught.value.what) == ("a/b.txt", "binary file")
    assert str(caught.value).startswith("a/b.txt: binary file; ")


def test_accuracy_of_the_guess(capsys: pytest.CaptureFixture[str]) -> None:
    """The benchmark has samples enough, and nearly all are read right."""
    code = benchmark.main([])

    assert code == 0
    assert "right: " in capsys.readouterr().out
    assert len(list(benchmark.samples())) >= 400
    assert all(len(sample.text) >= benchmark.SHORTEST for sample in benchmark.samples())


def test_benchmark_counts_misses(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A guess that is always GB18030 is far below what is wanted, and each miss is listed."""
    monkeypatch.setattr("speechparse.guess.guess", lambda _data: "gb18030")

    assert benchmark.main([]) == 1

    printed = capsys.readouterr().out
    assert "missed: big5hkscs sentence: " in printed
    assert "(wanted 99%: BELOW)" in printed


def test_tables_share_no_character() -> None:
    """Each character stands once in the table."""
    assert len(set(SIMPLIFIED + TRADITIONAL)) == len(SIMPLIFIED + TRADITIONAL)


@given(st.binary() | st.text(min_size=1).map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """No bytes raise anything but ReadError, and what is read encodes back to the same bytes."""
    try:
        text, encoding = decode(data)
    except ReadError:
        return
    assert isinstance(text, str)
    if encoding in {"utf-8", "utf-16-le", "utf-16-be"}:
        assert data.endswith(text.encode(encoding))


@given(st.binary(), st.sampled_from(CODECS) | st.text(max_size=9))
def test_any_bytes_by_hand_are_text_or_refused(data: bytes, encoding: str) -> None:
    """No bytes and no name raise anything but ReadError."""
    try:
        text, _ = decode(data, encoding)
    except ReadError:
        return
    assert isinstance(text, str)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf_8_round_trips(text: str) -> None:
    """Text without NUL, in UTF-8, is read as it is but for a mark at its start."""
    assert decode(text.encode()) == (text.removeprefix("\ufeff"), "utf-8")


@given(common_text(SIMPLIFIED + TRADITIONAL), st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]))
def test_common_characters_round_trip(text: str, encoding: str) -> None:
    """Twenty common characters in any order are enough, simplified and traditional mixed."""
    assert decode(text.encode(encoding)) == (text, encoding)


@given(common_text(BIG5))
def test_common_characters_round_trip_in_big5(text: str) -> None:
    """The same for the characters that Big5-HKSCS has."""
    assert decode(text.encode("big5hkscs")) == (text, "big5hkscs")
