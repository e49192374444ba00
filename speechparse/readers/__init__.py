"""Readers: the text of documents that are no plain text. Each is loaded when a file asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.errors import ReadError
from speechparse.readers.sniff import format_of
from speechparse.reading import Document

if TYPE_CHECKING:
    from collections.abc import Callable

_MEGABYTE: Final = 1 << 20


class Format(NamedTuple):
    """One row: how a format is read."""

    read: Callable[[bytes, str | None], Document]
    most: int
    """Bytes of the largest file that is read: more would take more memory and time than a document is worth."""
    extra: str = ""
    """What `pip install 'speechparse[…]'` has to bring."""


def extract(data: bytes, ending: str, encoding: str | None = None, input_format: str | None = None) -> Document:
    """Return the text of a file's content.

    `input_format` is a key of FORMATS; without it content and ending decide. `encoding` is for formats that are text.
    Raises ReadError, without a path.
    """
    name = input_format or format_of(data, ending)
    row = FORMATS[name]
    refuse_large(len(data), name)
    try:
        return row.read(data, encoding)
    except ModuleNotFoundError as error:
        if not row.extra:
            raise
        package = (error.name or "").partition(".")[0]
        raise ReadError(f"reading it needs {package}", f"pip install 'speechparse[{row.extra}]'") from None


def refuse_large(size: int, name: str) -> None:
    """Raise ReadError where a file of a format, a key of FORMATS, has more bytes than are read."""
    most = FORMATS[name].most
    if size > most:
        what = f"too big: {size // _MEGABYTE} MB, at most {most // _MEGABYTE} MB of {name} are read"
        raise ReadError(what, "split it, or save its text as .txt")


def _text(data: bytes, encoding: str | None) -> Document:
    from speechparse.decode import decode  # noqa: PLC0415 - each reader is loaded when it is needed

    return Document(*decode(data, encoding))


def _markdown(data: bytes, encoding: str | None) -> Document:
    from speechparse.readers.markdown import read_markdown  # noqa: PLC0415

    return Document(*read_markdown(data, encoding))


def _html(data: bytes, encoding: str | None) -> Document:
    from speechparse.readers.html import read_html  # noqa: PLC0415

    return Document(*read_html(data, encoding))


def _docx(data: bytes, _encoding: str | None) -> Document:
    from speechparse.readers.docx import read_docx  # noqa: PLC0415

    return Document(read_docx(data), None)


def _pdf(data: bytes, _encoding: str | None) -> Document:
    from speechparse.readers.pdf import read_pdf  # noqa: PLC0415

    text, notes = read_pdf(data)
    return Document(text, None, notes)


FORMATS: Final = {
    "txt": Format(_text, 1 << 40),
    "md": Format(_markdown, 32 * _MEGABYTE),
    "html": Format(_html, 32 * _MEGABYTE, extra="html"),
    "docx": Format(_docx, 128 * _MEGABYTE),
    "pdf": Format(_pdf, 128 * _MEGABYTE, extra="pdf"),
}
"""Each format by its name, in the order of the help."""
