"""Files that are no text, known by their first bytes."""

from __future__ import annotations

from typing import Final

SAVE: Final = "save it as plain text (.txt) first"
UNPACK: Final = "unpack it first"
RECOGNIZE: Final = "turn the picture into text (OCR) first"
CONVERT: Final = "turn it into plain text first"

SIGNATURES: Final = (
    (b"PK\x03\x04", "a zip archive", UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word .doc or other Office file", SAVE),
    (b"%PDF-", "a PDF", SAVE),
    (b"{\\rtf", "an RTF document", SAVE),
    (b"\x1f\x8b\x08", "a gzip archive", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (b"\xfd7zXZ\0", "an xz archive", UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", RECOGNIZE),
    (b"\xff\xd8\xff", "a JPEG picture", RECOGNIZE),
    (b"GIF89a", "a GIF picture", RECOGNIZE),
    (b"SQLite format 3\0", "an SQLite database", CONVERT),
    (b"\x7fELF", "a program", CONVERT),
)
"""First bytes, what they begin, what to do with it."""

ZIPPED: Final = (
    (b"word/document.xml", "a Word .docx"),
    (b"xl/workbook.xml", "an Excel .xlsx"),
    (b"ppt/presentation.xml", "a PowerPoint .pptx"),
    (b"OFD.xml", "an OFD document"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)
"""The name of a member, or the content of the first, which tells a zip archive that is a document."""


def binary_kind(data: bytes) -> tuple[str, str] | None:
    """Return what the bytes look like and what to do with such a file, or None where they may be text."""
    known = next(((kind, hint) for magic, kind, hint in SIGNATURES if data.startswith(magic)), None)
    if known and data.startswith(b"PK"):
        return next(((kind, SAVE) for member, kind in ZIPPED if member in data), known)
    return known
