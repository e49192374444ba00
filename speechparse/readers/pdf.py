"""PDF: the text layer as paragraphs. What is read is read in a process of its own; see `pdf_worker`."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import unicodedata
from functools import cache
from importlib.util import find_spec
from typing import Any, Final

from speechparse.errors import ReadError
from speechparse.readers.pdf_lines import Line, paragraphs

OCR: Final = "run OCR first, for example: ocrmypdf -l chi_sim IN.pdf OUT.pdf"
PRINT_AGAIN: Final = "print it to a new PDF, or save it as plain text (.txt)"

ERRORS: Final = {
    "locked": ("locked with a password", "save it without one"),
    "long": ("too big, or too slow to read", PRINT_AGAIN),
    "damaged": ("damaged: no whole PDF", "get a whole copy of it"),
}
"""What the worker says, and what to try."""

_UNREADABLE: Final = 0.3
"""The share of characters without meaning from which on the text layer is worthless."""

_RADICALS: Final = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)
"""Radicals that some fonts give for the characters they look like, and that compatibility does not map."""


def read_pdf(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a PDF and what is amiss with it; raise ReadError where there is none to be had."""
    pages = _pages(data)
    lines = [
        [
            Line(text.translate(_table()), left, right, baseline, size, number)
            for text, left, right, baseline, size in page["lines"]
        ]
        for number, page in enumerate(pages)
    ]
    if not any(lines):
        pictures = any(page["picture"] for page in pages)
        raise ReadError("its pages are pictures (a scan), without text" if pictures else "there is no text in it", OCR)
    _refuse_gibberish("".join(line.text for page in lines for line in page))
    width = statistics.median(page["width"] for page in pages)
    return "".join(f"{paragraph}\n" for paragraph in paragraphs(lines, width)), tuple(_notes(pages))


def _pages(data: bytes) -> list[dict[str, Any]]:
    """Have the worker read the file."""
    if find_spec("pypdfium2") is None:
        raise ModuleNotFoundError(name="pypdfium2")
    worker = os.path.join(os.path.dirname(__file__), "pdf_worker.py")  # noqa: PTH118, PTH120 - two names need no pathlib
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    # The interpreter that runs this, and a script beside it.
    command = [sys.executable, "-P", worker]
    done = subprocess.run(command, input=data, capture_output=True, check=False, env=environment)  # noqa: S603
    if done.returncode:
        raise ReadError("asks for too much memory or time, or is damaged", PRINT_AGAIN)
    result: dict[str, Any] = json.loads(done.stdout)
    if "error" in result:
        raise ReadError(*ERRORS[result["error"]])
    pages: list[dict[str, Any]] = result["pages"]
    return pages


def _refuse_gibberish(text: str) -> None:
    """Raise where the fonts do not say which characters they show."""
    odd = sum(unicodedata.category(char) in {"Co", "Cn", "Cs", "Cc"} or char == "\ufffd" for char in text)
    if odd > _UNREADABLE * len(text):
        raise ReadError("its fonts do not say which characters they show", OCR)


def _notes(pages: list[dict[str, Any]]) -> list[str]:
    """Say which pages could not be read."""
    scans = [str(number) for number, page in enumerate(pages, 1) if page["picture"]]
    if not scans:
        return []
    named = ", ".join(scans[:10]) + (" and others" if len(scans) > 10 else "")
    return [f"page {named} of {len(pages)}: a picture without text; {OCR}"]


@cache
def _table() -> dict[int, str]:
    """Map radicals to the characters that they stand for."""
    radicals = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2E80, 0x2FE0)}
    return radicals | {ord(radical): char for radical, char in _RADICALS.items()}
