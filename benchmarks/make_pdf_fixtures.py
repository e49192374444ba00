"""Makes fixtures/pdf: documents as LibreOffice prints them.

    python -m benchmarks.make_pdf_fixtures

Needs LibreOffice, and Noto Serif CJK for the pages to look as they do here. Run it by hand when a fixture changes; what
it writes is committed. NAME.source has the paragraphs, a style before each; NAME.txt, what must be read from NAME.pdf,
is not made here.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from benchmarks.corpus import ROOT
from benchmarks.make_docx_fixtures import OFFICE, convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER: Final = ROOT / "fixtures" / "pdf"

NAMES: Final = (
    f'{OFFICE} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)

HEADS: Final = {"report": "关于石桥镇春季水利工作的报告"}
"""The running heads, by the names of the documents."""

PARAGRAPHS: Final = {
    "title": 'fo:text-align="center"',
    "head": 'fo:text-align="center" fo:margin-bottom="0.4cm"',
    "flush": "",
    "body": 'fo:text-indent="1.129cm" fo:text-align="justify"',
    "right": 'fo:text-align="end"',
    "block": 'fo:margin-bottom="0.3cm" fo:text-align="justify"',
    "hang": 'fo:margin-left="1.693cm" fo:text-indent="-1.693cm" fo:margin-bottom="0.3cm"',
}
SIZES: Final = {"title": 22, "head": 20}


def page(rows: Iterable[tuple[str, str]], head: str = "") -> str:
    """Return a flat document of LibreOffice: A5 pages with a running head, and the page's number below.

    Each row is a style, a key of PARAGRAPHS, and the text of a paragraph.
    """
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {properties} '
        f'fo:line-height="0.9cm"/><style:text-properties style:font-name="F" style:font-name-asian="F" '
        f'fo:font-size="{SIZES.get(name, 16)}pt" style:font-size-asian="{SIZES.get(name, 16)}pt"/></style:style>'
        for name, properties in PARAGRAPHS.items()
    )
    header = f"<style:header><text:p>{head}</text:p></style:header>" if head else ""
    body = "".join(f'<text:p text:style-name="{name}">{escape(text)}</text:p>' for name, text in rows)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        '<office:font-face-decls><style:font-face style:name="F" svg:font-family="Noto Serif CJK SC"/>'
        f"</office:font-face-decls><office:styles>{styles}</office:styles><office:automatic-styles>"
        '<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="14.8cm" fo:page-height="21cm" '
        'fo:margin="1.8cm"/></style:page-layout></office:automatic-styles><office:master-styles>'
        f'<style:master-page style:name="Standard" style:page-layout-name="P">{header}<style:footer>'
        '<text:p>— <text:page-number text:select-page="current"/> —</text:p></style:footer></style:master-page>'
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def paragraphs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the style and the text of each paragraph of a source."""
    for line in path.read_text(encoding="utf-8").splitlines():
        style, _, text = line.partition(" ")
        yield style, text


def main(names: list[str]) -> int:
    """Make the fixtures that are named, or all."""
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(FOLDER.glob("*.source")):
            if names and path.stem not in names:
                continue
            flat = Path(scratch, f"{path.stem}.fodt")
            flat.write_text(page(paragraphs(path), HEADS.get(path.stem, "")), encoding="utf-8")
            made = convert(flat, "pdf", Path(scratch)).read_bytes()
            path.with_suffix(".pdf").write_bytes(made)
            print(path.stem, len(made))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
