"""Word documents, read back by python-docx."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from speechparse.model import Outline
from speechparse.render.labels import heading
from speechparse.render.visible import visible
from tests.outlines import item, ladder, outline, speech
from tests.process import environment
from tests.render.samples import ATTACKS, HOSTILE, NESTED, PAGE, parsed

docx = pytest.importorskip("docx", reason="python-docx is not installed")

from speechparse.render.docx import render  # noqa: E402 -- it needs what the line above asks for

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document


def read(data: bytes) -> Document:
    """Return the document."""
    document: Document = docx.Document(BytesIO(data))
    return document


def _headings(document: Document) -> list[tuple[int, str]]:
    styled = [(paragraph.style.name or "", paragraph.text) for paragraph in document.paragraphs if paragraph.style]
    return [(int(name[-1]), text) for name, text in styled if re.fullmatch("Heading [1-9]", name)]


def test_headings_are_the_outline() -> None:
    """In Word's own heading styles, from which it makes the navigation pane."""
    parse = parsed(NESTED)

    document = read(render(parse, NESTED))

    assert document.core_properties.title == "speech"
    expected = [(one.level + 1, heading(one, NESTED)) for one in parse.walk()]
    assert _headings(document) == [(1, "在全区作风建设推进会上的讲话"), *expected]


def test_the_styles_are_outline_levels() -> None:
    """Each heading style has the outline level that Word's pane goes by."""
    styles = read(render(parsed(NESTED), NESTED)).styles.element.xml

    for level in range(1, 10):
        style = re.search(rf'w:styleId="Heading{level}".*?</w:style>', styles, re.DOTALL)
        assert style is not None
        assert f'<w:outlineLvl w:val="{level - 1}"/>' in style[0]


def test_chinese_type_is_set() -> None:
    """A style whose Chinese font is not set would have Word's default."""
    styles = read(render(parsed(NESTED), NESTED)).styles.element.xml

    for name, face in (("Normal", "仿宋"), ("Heading1", "宋体"), ("Heading2", "黑体"), ("Heading3", "楷体")):
        style = re.search(rf'w:styleId="{name}".*?</w:style>', styles, re.DOTALL)
        assert style is not None
        assert f'w:eastAsia="{face}"' in style[0]
        assert "eastAsiaTheme" not in style[0]


def test_text_is_kept_in_order() -> None:
    """Head, bodies and closing as paragraphs of their own."""
    paragraphs = [paragraph.text for paragraph in read(render(parsed(NESTED), NESTED)).paragraphs]

    assert paragraphs[-1] == "同志们，作风建设永远在路上。谢谢大家！"
    assert paragraphs.index("同志们：") < paragraphs.index("一、把思想摆正")
    at = paragraphs.index("（一）主体责任要到位")
    assert paragraphs[at + 1] == "党组书记是第一责任人，重要工作亲自部署。"


def test_several_speeches_and_the_deepest_levels() -> None:
    """A Heading 1 for each speech; below Heading 9, where Word ends, bold text."""
    assert [level for level, _ in _headings(read(render(parsed(PAGE), PAGE)))].count(1) == 3

    document = read(render(ladder(32), ""))
    assert [level for level, _ in _headings(document)] == list(range(1, 10))
    assert all(paragraph.runs[0].bold for paragraph in document.paragraphs[9:])
    assert len(document.paragraphs) == 33


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_nothing_in_a_text_is_markup(attack: str) -> None:
    """Titles come back as they were, but for what XML cannot hold."""
    made = outline(speech(attack, item("一、", attack.strip(), text=attack)))

    texts = [paragraph.text for paragraph in read(render(made, "")).paragraphs]

    allowed = re.compile("[\ufffe\uffff]").sub("\ufffd", visible(attack))
    assert texts[0] == allowed


def test_the_same_outline_is_the_same_file() -> None:
    """No time of day is in it."""
    first, second = (render(parsed(HOSTILE), HOSTILE) for _ in range(2))

    assert first == second
    with ZipFile(BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_speech_is_an_empty_document() -> None:
    """Word opens it."""
    assert read(render(Outline(0), "")).paragraphs == []


def test_without_the_extra_there_is_a_line_that_says_what_to_install(tmp_path: Path) -> None:
    """And nothing is written."""
    (tmp_path / "speech.txt").write_text(NESTED, encoding="utf-8")
    code = "import sys; sys.modules['docx'] = None; from speechparse.cli import main; main()"

    done = subprocess.run(
        [sys.executable, "-c", code, "outline", "speech.txt", "-o", "speech.docx"],
        cwd=tmp_path, env=environment(), capture_output=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode == 1
    assert done.stderr.decode() == "speechparse: --format docx needs python-docx; pip install 'speechparse[docx]'\n"
    assert not (tmp_path / "speech.docx").exists()
