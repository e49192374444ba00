"""The outline as a Word document: real heading styles, so that Word shows its navigation pane and makes its contents.

The type follows the usual one of official documents (GB/T 9704): 宋体 title, 黑体, 楷体, 仿宋 of 16 points, black.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from speechparse.extras import MissingExtraError
from speechparse.render.labels import document_name, heading, speech_name
from speechparse.render.paragraphs import Paragraphs
from speechparse.render.xml import holdable

try:
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor
except ImportError as error:
    raise MissingExtraError("--format docx needs python-docx", "pip install 'speechparse[docx]'") from error

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

    from speechparse.model import Outline

_DEEPEST_HEADING: Final = 9
"""Word has no deeper ones; what lies below is bold text."""

_BODY: Final = "仿宋"
_HEADINGS: Final = {1: ("宋体", 22), 2: ("黑体", 16), 3: ("楷体", 16)}
"""The type of a heading style by its level and its size in points; deeper ones are like the body."""

_SIZE: Final = 16
_LINE: Final = 28
"""Points from line to line."""


def render(outline: Outline, text: str) -> bytes:
    """Return the document: Heading 1 for each speech, Heading 2 for its first items, down to Heading 9."""
    paragraphs = Paragraphs(text)
    document = _styled()
    document.core_properties.title = holdable(document_name(outline))[:255]
    for speech in outline.speeches:
        _heading(document, speech_name(speech, outline), 1)
        _body(document, paragraphs.before(speech))
        for item in speech.walk():
            _heading(document, heading(item, text), item.level + 1)
            _body(document, paragraphs.of_item(item))
        _body(document, paragraphs.after(speech))
    return _packed(document)


def _heading(document: Document, title: str, level: int) -> None:
    if level <= _DEEPEST_HEADING:
        document.add_paragraph(holdable(title), style=f"Heading {level}")
    else:
        document.add_paragraph().add_run(holdable(title)).bold = True


def _body(document: Document, paragraphs: list[str]) -> None:
    for paragraph in paragraphs:
        document.add_paragraph(holdable(paragraph))


def _styled() -> Document:
    document = docx.Document()
    _set_type(document.styles["Normal"], _BODY, _SIZE)
    for level in range(1, _DEEPEST_HEADING + 1):
        face, size = _HEADINGS.get(level, (_BODY, _SIZE))
        style = document.styles[f"Heading {level}"]
        _set_type(style, face, size)
    title = document.styles["Heading 1"].paragraph_format
    title.alignment, title.first_line_indent, title.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(0), Pt(_LINE)
    title.line_spacing = None
    return document


def _set_type(style: ParagraphStyle, face: str, size: int) -> None:
    style.font.name, style.font.size, style.font.italic = "Times New Roman", Pt(size), False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), face)
    layout = style.paragraph_format
    layout.first_line_indent, layout.line_spacing = Pt(2 * size), Pt(_LINE)
    layout.space_before = layout.space_after = Pt(0)


def _packed(document: Document) -> bytes:
    """Return the file, the same for the same outline: python-docx would write the time of day into it."""
    plain, packed = BytesIO(), BytesIO()
    document.save(plain)
    with ZipFile(plain) as source, ZipFile(packed, "w") as target:
        for info in source.infolist():
            target.writestr(ZipInfo(info.filename), source.read(info), ZIP_DEFLATED)
    return packed.getvalue()
