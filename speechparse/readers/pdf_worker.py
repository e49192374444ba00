"""The process that opens a PDF: lines and where they stand, as JSON.

PDFium is C++ and opens whatever it is given. A file of a few kilobytes can make it ask for gigabytes, run for hours or
fall over, so it runs in a process of its own, which the system ends where it asks for too much. It is started as a
script, so that it loads nothing of the package: bytes on standard input, on standard output
`{"pages": [{"width", "lines": [[text, left, right, baseline, size], …], "picture"}, …]}` or `{"error": …}`; lengths are
in points, from the lower left corner of the page.
"""

from __future__ import annotations

import ctypes
import json
import math
import signal
import sys
import time
from typing import TYPE_CHECKING, Any, Final

import pypdfium2 as pdfium
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY: Final = 480 << 20
SECONDS: Final = 4
"""For opening the file, and for each page."""
SECONDS_A_PAGE: Final = 0.2
"""On average, beyond the first seconds."""
MAX_PAGES: Final = 5_000
MAX_CHARS: Final = 5_000_000

LOCKED: Final = "locked"
TOO_LONG: Final = "long"
DAMAGED: Final = "damaged"

SPACE: Final = 0x20
WIDE_SPACE: Final = 0x3000

_NARROW: Final = 0.45
"""A gap of fewer times the font size is no space where a wide character stands beside it."""
_WIDE: Final = 0x2E80
_ASKEW: Final = 0.1
"""Radians."""
_PICTURE: Final = 0.5
"""The share of a page that a picture covers where the page is a scan."""

Line = tuple[str, float, float, float, float]


class TooMuchError(Exception):
    """The file is larger, or slower to read, than a document is."""


def main() -> None:
    """Read standard input, and write what is in it."""
    limit(MEMORY)
    data = sys.stdin.buffer.read()
    try:
        result: dict[str, Any] = {"pages": read_pages(data)}
    except pdfium.PdfiumError as error:
        result = {"error": LOCKED if "password" in str(error).lower() else DAMAGED}
    except TooMuchError:
        result = {"error": TOO_LONG}
    sys.stdout.buffer.write(json.dumps(result).encode())


def limit(memory: int) -> None:
    """Have the system end this process where it asks for more memory; not every system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return


def alarm(seconds: int) -> None:
    """Have the system end this process after so many seconds; 0 takes that back."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def read_pages(data: bytes) -> list[dict[str, Any]]:
    """Return what stands on each page."""
    begin = time.monotonic()
    alarm(SECONDS)
    pages: list[dict[str, Any]] = []
    chars = 0
    with pdfium.PdfDocument(data) as document:
        count = len(document)
        if count > MAX_PAGES:
            raise TooMuchError
        for number in range(count):
            alarm(SECONDS)
            pages.append(read_page(document[number]))
            chars += sum(len(line[0]) for line in pages[-1]["lines"])
            if chars > MAX_CHARS or time.monotonic() - begin > SECONDS + SECONDS_A_PAGE * number:
                raise TooMuchError
    alarm(0)
    return pages


def read_page(page: pdfium.PdfPage) -> dict[str, Any]:
    """Return the lines of a page, and whether it is but a picture."""
    width, height = page.get_size()
    text = page.get_textpage()
    lines = read_lines(text)
    picture = not lines and covers(page, width * height)
    text.close()
    page.close()
    return {"width": width, "lines": lines, "picture": picture}


def covers(page: pdfium.PdfPage, area: float) -> bool:
    """Whether pictures cover so much of a page that the page is a scan."""
    covered = 0.0
    for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = part.get_bounds()
        covered += abs(right - left) * abs(top - bottom)
    return covered > _PICTURE * area


def read_lines(text: pdfium.PdfTextPage) -> list[Line]:
    """Return the lines that PDFium sees, in the order of the file."""
    codes = [raw.FPDFText_GetUnicode(text, index) for index in range(text.count_chars())]
    lines: list[Line] = []
    first = 0
    for index, code in enumerate([*codes, 0x0A]):
        if code in {0x0A, 0x0D}:
            lines += read_line(text, codes, first, index)
            first = index + 1
    return lines


def read_line(text: pdfium.PdfTextPage, codes: list[int], first: int, end: int) -> Iterator[Line]:
    """Yield the line of these characters: none where nothing is seen, more where PDFium took several for one."""
    seen = [index for index in range(first, end) if codes[index] > SPACE and codes[index] != WIDE_SPACE]
    if not seen or is_aslant(text, seen[0]):
        return
    size = font_size(text, seen[0])
    if abs(baseline(text, seen[-1]) - baseline(text, seen[0])) <= size / 2:
        yield whole_line(text, codes, seen, size)
        return
    begin = 0
    for at in range(1, len(seen) + 1):
        if at == len(seen) or abs(baseline(text, seen[at]) - baseline(text, seen[begin])) > size / 2:
            yield whole_line(text, codes, seen[begin:at], size)
            begin = at


def whole_line(text: pdfium.PdfTextPage, codes: list[int], seen: list[int], size: float) -> Line:
    """Return the line from the first to the last of the characters that are seen."""
    first, last = seen[0], seen[-1]
    chars = (
        "" if codes[at] == SPACE and is_gap(text, at, size) else printable(codes[at]) for at in range(first, last + 1)
    )
    left = text.get_charbox(first, loose=True)[0]
    right = text.get_charbox(last, loose=True)[2]
    return "".join(chars), left, right, baseline(text, first), size


def is_aslant(text: pdfium.PdfTextPage, index: int) -> bool:
    """Whether a character stands askew, as those of a watermark do."""
    quarter = math.pi / 2
    turned = raw.FPDFText_GetCharAngle(text, index) % quarter
    return bool(_ASKEW < turned < quarter - _ASKEW)


def font_size(text: pdfium.PdfTextPage, index: int) -> float:
    """Return the size of a character as it is seen: a font of size 1 may be enlarged."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    return float(raw.FPDFText_GetFontSize(text, index) * (math.hypot(matrix.c, matrix.d) or 1))


def baseline(text: pdfium.PdfTextPage, index: int) -> float:
    """Return how high above the page's lower edge a character stands."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    return y.value


def is_gap(text: pdfium.PdfTextPage, index: int, size: float) -> bool:
    """Whether a space that PDFium made up is only the gap that is left between Chinese and other characters."""
    if raw.FPDFText_IsGenerated(text, index) != 1:
        return False
    sides = raw.FPDFText_GetUnicode(text, index - 1), raw.FPDFText_GetUnicode(text, index + 1)
    if max(sides) < _WIDE:
        return False
    gap = text.get_charbox(index + 1, loose=True)[0] - text.get_charbox(index - 1, loose=True)[2]
    return bool(0 <= gap < _NARROW * size)


def printable(code: int) -> str:
    """Return a character, or nothing for a sign of PDFium: U+0002 and U+FFFE stand for a hyphen at a line's end."""
    return "-" if code in {0x02, 0xFFFE} else chr(code) if code >= SPACE or code == 0x09 else ""


if __name__ == "__main__":
    main()
