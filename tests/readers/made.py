"""Small documents, made where a test needs them: Word files part by part, PDF files line by line."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

ROOT_RELATIONS: Final = (
    f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="r1" Type="{KIND}/officeDocument" Target="word/document.xml"/></Relationships>'
)
DOCUMENT_RELATIONS: Final = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{KIND}/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="r2" Type="{KIND}/styles" Target="styles.xml"/></Relationships>'
)


def zipped(members: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", packing) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return archive.getvalue()


def part(tag: str, content: str, namespace: str = WORD) -> str:
    """Return a part of a Word file with this root element."""
    return (
        f'<w:{tag} xmlns:w="{namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:v="urn:schemas-microsoft-com:vml">{content}</w:{tag}>'
    )


def word(body: str, numbering: str = "", styles: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word file with this content of its body, `numbering.xml` and `styles.xml`; `parts` replaces any."""
    members: dict[str, str | bytes] = {
        "_rels/.rels": ROOT_RELATIONS,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/numbering.xml": part("numbering", numbering),
        "word/styles.xml": part("styles", styles),
    }
    return zipped({**members, **(parts or {})})


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    """Return a paragraph of a list."""
    return paragraph(text, in_list(list_id, level))


def in_list(list_id: int | str, level: int | None = None) -> str:
    """Return what puts a paragraph into a list."""
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{at}<w:numId w:val="{list_id}"/></w:numPr>'


def definition(*levels: tuple[str, str], more: Mapping[int, str] | None = None, name: int = 1, link: str = "") -> str:
    """Return a list definition: format and text of each level, starting at 1, with nothing behind the number."""
    content = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{(more or {}).get(at, "")}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{name}">{link}{content}</w:abstractNum>'


def instance(name: int = 1, of: int = 1, overrides: str = "") -> str:
    """Return a list of a definition."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def pdf(pages: Iterable[Iterable[tuple[str, float, float, float]]], *, picture: bool = False) -> bytes:
    """Return a PDF of A4 pages, each of lines: text, left edge, baseline and size, every character as wide as high.

    The font is none of the file's own: a reader takes the characters from the encoding. With `picture`, pages without
    lines are covered by a picture.
    """
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>",
        (
            b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong/DW 1000/CIDSystemInfo"
            b"<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R>>"
        ),
        (
            b"<</Type/FontDescriptor/FontName/STSong/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880"
            b"/Descent -120/CapHeight 880/StemV 80>>"
        ),
        _stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
    ]
    kids = []
    for lines in pages:
        content = b"".join(
            b"BT /F %.2f Tf %.2f %.2f Td <%s> Tj ET\n" % (size, left, baseline, text.encode("utf-16-be").hex().encode())
            for text, left, baseline, size in lines
        )
        if picture and not content:
            content = b"q 595 0 0 842 0 0 cm /I Do Q\n"
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources"
            b"<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>>>" % (len(objects) + 2)
        )
        objects.append(_stream(content))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return pdf_of(objects)


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def pdf_of(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is its catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, trailer, len(data))
    )
