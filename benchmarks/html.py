"""Which library gets the text out of web pages: numbers kept, frame left over, time.

The pages are those of fixtures/html, with the text that must come out, and the real ones beside the project where they
are: there every number of the page counts, since such pages have no menus. Libraries that are not installed are left
out; none but selectolax is needed for anything else: pip install trafilatura readability-lxml jusText lxml.
"""

from __future__ import annotations

import html
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from benchmarks import corpus
from speechparse.readers.charset import decode_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OWN: Final = corpus.ROOT / "fixtures" / "html"
REAL: Final = corpus.SHARED / "bench" / "html"
TIMES: Final = 5

_MARK: Final = re.compile(
    r"第?[一二三四五六七八九十百零〇]{1,4}[、章节条是，]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|(?<![0-9.])[0-9]{1,2}[.．、](?![0-9])"
    r"|(?<![0-9.])[0-9](?:\.[0-9]){1,2}|[①-⑳]|首先|其次|最后|[甲乙丙丁]、|(?<![a-zA-Z])[a-hIVX]{1,3}\. "
)
_TAG: Final = re.compile(r"(?s)<(script|style|head)\b.*?</\1\s*>|<!--.*?-->|<!\[.*?\]>|<[^>]*>")
_SPACE: Final = re.compile(r"\s+")


def _ours(page: str) -> str:
    from speechparse.readers.html import text_of  # noqa: PLC0415 - what is measured is loaded when its turn comes
    from speechparse.readers.html_tree import parse_html  # noqa: PLC0415

    return text_of(parse_html(page))


def _all_text(page: str) -> str:
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    body = LexborHTMLParser(page).body
    return body.text(separator="\n") if body else ""


def _trafilatura(page: str) -> str:
    return import_module("trafilatura").extract(page, favor_recall=True, deduplicate=False) or ""


def _readability(page: str) -> str:
    return _TAG.sub("\n", html.unescape(import_module("readability").Document(page).summary()))


def _justext(page: str) -> str:
    anything = {"length_low": 0, "length_high": 1, "stopwords_low": 0.0, "stopwords_high": 0.0}
    paragraphs = import_module("justext").justext(page, frozenset(), **anything)
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def _lxml(page: str) -> str:
    return "\n".join(import_module("lxml.html").document_fromstring(page).body.itertext())


CANDIDATES: Final[dict[str, tuple[str, Callable[[str], str]]]] = {
    "speechparse on selectolax": ("selectolax.lexbor", _ours),
    "selectolax, all text": ("selectolax.lexbor", _all_text),
    "lxml, all text": ("lxml.html", _lxml),
    "trafilatura (recall)": ("trafilatura", _trafilatura),
    "readability-lxml": ("readability", _readability),
    "jusText": ("justext", _justext),
}
"""The module that a candidate loads, and what makes text of a page with it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what must come out of it."""

    name: str
    markup: str
    wanted: str | None
    """None where only the numbers are known: all that stand in the page."""


def pages() -> list[Page]:
    """Return the pages to measure."""
    found = [_page(path, path.with_suffix(".txt")) for path in sorted(OWN.glob("*.html"))]
    return found + [_page(path, None) for path in sorted(REAL.glob("*.html"))]


def _page(path: Path, wanted: Path | None) -> Page:
    markup = decode_page(path.read_bytes()).text
    return Page(path.name, markup, wanted.read_text(encoding="utf-8") if wanted else None)


def marks(text: str) -> Counter[str]:
    """Count the numbers of points in a text; white space inside them does not matter."""
    return Counter(match.group().strip() for match in _MARK.finditer(_SPACE.sub(" ", text)))


def kept(page: Page, text: str) -> tuple[int, int]:
    """Return how many numbers came out, and how many there are."""
    before = marks(page.wanted if page.wanted is not None else html.unescape(_TAG.sub("", page.markup)))
    return (before & marks(_SPACE.sub("", text) if page.wanted is None else text)).total(), before.total()


def frame(page: Page, text: str) -> int:
    """Return the characters that came out and should not have."""
    if page.wanted is None:
        return 0
    extra = Counter(_SPACE.sub("", text)) - Counter(_SPACE.sub("", page.wanted))
    return extra.total()


def import_time(module: str) -> float | None:
    """Return the milliseconds that an import takes beyond starting Python, or None where it fails."""

    def elapsed(code: str) -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        return (time.perf_counter() - begin) * 1e3

    try:
        runs = [elapsed(f"import {module}") - elapsed("pass") for _ in range(TIMES)]
    except subprocess.CalledProcessError:
        return None
    return statistics.median(runs)


def main(_arguments: list[str]) -> int:
    """Print a line for each candidate; fail where ours loses a number."""
    lost = 0
    measured = pages()
    print(f"{len(measured)} pages; numbers kept, characters of the frame left over, ms a page, ms to import")
    for name, (module, extract) in CANDIDATES.items():
        loading = import_time(module)
        if loading is None:
            print(f"{name:28} not installed")
            continue
        extract(measured[0].markup)
        begin = time.perf_counter()
        texts = [extract(page.markup) for page in measured]
        spent = (time.perf_counter() - begin) * 1e3 / len(measured)
        counts = [kept(page, text) for page, text in zip(measured, texts, strict=True)]
        had, came = sum(total for _, total in counts), sum(some for some, _ in counts)
        left = sum(frame(page, text) for page, text in zip(measured, texts, strict=True))
        print(f"{name:28} {came:4} of {had}   {left:5} chars   {spent:6.1f} ms   {loading:5.0f} ms")
        if extract is _ours:
            lost = had - came
    return int(bool(lost))
