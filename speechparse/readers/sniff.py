"""Which format a file is in: what its content says, then what its name ends with."""

from __future__ import annotations

import re
from typing import Final

from speechparse.binary import SIGNATURES, binary_kind
from speechparse.errors import ReadError

ENDINGS: Final = {
    **dict.fromkeys((".txt", ".text"), "txt"),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "md"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), "docx"),
    ".pdf": "pdf",
}
"""The format that the ending of a name means."""

TO_WORD: Final = "save it as .docx in Word or WPS, or run: soffice --headless --convert-to docx FILE"

_CONVERTIBLE: Final = {
    ".doc": ("an old Word .doc", TO_WORD),
    ".dot": ("an old Word .dot", TO_WORD),
    ".wps": ("a WPS .wps", TO_WORD),
    ".ofd": ("an OFD document", "export it as PDF in an OFD reader, or save it as .docx"),
    ".rtf": ("an RTF document", TO_WORD),
    ".odt": ("an OpenDocument file", TO_WORD),
}
"""What is not read, by the ending of its name, and what to make of it."""
_OLE: Final = SIGNATURES[1][0]
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")

_STATUS: Final = re.compile(rb"HTTP/[0-9.]+ [0-9]{3}")
_PAGE: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_PIECE: Final = re.compile(
    rb"\s*<(?:!--|(?:script|iframe|h1|h2|h3|div|font|table|a|style|title|b|br|p|center|span|article|section|meta)[\s>/])",
    re.IGNORECASE,
)
"""A piece of a page: a text may begin so too, but none whose name ends with .txt is meant to be one."""
_START: Final = 4096


def format_of(data: bytes, ending: str) -> str:
    """Return the name of the format that content is in, `txt` where nothing else is likely.

    `ending` is how its name ends, in small letters, with the dot; empty where it has none. Raises ReadError for formats
    that are not read, with what to convert them to.
    """
    if ending == ".pdf" or data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    kind = binary_kind(data)
    if kind is not None:
        return _binary(data, ending, *kind)
    start = data[:_START].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        start = start.decode("utf-16", "replace").encode()
    if _PAGE.match(start) or _STATUS.match(start):
        return "html"
    named = ENDINGS.get(ending)
    if named == "docx":
        raise ReadError("damaged: no Word document (.docx) in it", "get a whole copy of it")
    if named is None and _PIECE.match(start):
        return "html"
    return named or "txt"


def _binary(data: bytes, ending: str, kind: str, hint: str) -> str:
    """Return the format of what is no text, or raise with what to make of it."""
    if kind == "a Word .docx" or (kind == "a zip archive" and ENDINGS.get(ending) == "docx"):
        return "docx"
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ReadError("a Word or Office file locked with a password", "open it there and save it without one")
        kind, hint = _CONVERTIBLE.get(ending, (kind, TO_WORD))
    else:
        hint = next((better for known, better in _CONVERTIBLE.values() if known == kind), hint)
    raise ReadError(f"binary file (looks like {kind})", hint)
