"""Makes fixtures/docx: Word files, and the text of the pages that LibreOffice makes of them.

    python -m benchmarks.make_docx_fixtures

Needs python-docx, pypdfium2 and LibreOffice (`soffice`; Debian's libreoffice-writer-nogui). Run it by hand when a
fixture changes; what it writes is committed, so that tests need none of these. NAME.docx is the file,
NAME.rendered.txt what LibreOffice shows of it, NAME.txt what must be read from it: the last is not made here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from benchmarks.corpus import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docx.document import Document

FOLDER: Final = ROOT / "fixtures" / "docx"
NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

LADDER: Final = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
    ("decimalEnclosedCircle", "%5"),
)
"""The order of 公文: format and text of each level."""

FORMATS: Final = (
    "chineseCounting chineseCountingThousand chineseLegalSimplified taiwaneseCounting taiwaneseCountingThousand "
    "taiwaneseDigital ideographDigital ideographTraditional ideographZodiac ideographZodiacTraditional "
    "ideographLegalTraditional ideographEnclosedCircle decimal decimalZero decimalEnclosedCircle "
    "decimalEnclosedCircleChinese decimalEnclosedFullstop decimalEnclosedParen decimalFullWidth japaneseCounting "
    "japaneseDigitalTenThousand upperRoman lowerRoman upperLetter lowerLetter koreanDigital2"
).split()
VALUES: Final = (1, 2, 9, 10, 11, 12, 13, 20, 21, 27, 60, 99, 100, 101, 110, 999, 1001)


class Lists:
    """The lists of a document that is being made."""

    def __init__(self, document: Document) -> None:
        """Take out the lists that every new document has."""
        self.root = document.part.numbering_part.element
        for child in list(self.root):
            self.root.remove(child)
        self.instances: list[str] = []
        self.definitions = 0

    def define(self, levels: Sequence[str], link: str = "") -> int:
        """Add a definition with these `w:lvl` elements, and return its id."""
        self.definitions += 1
        self._add(
            f'<w:abstractNum {NAMESPACE} w:abstractNumId="{self.definitions}">'
            f'<w:multiLevelType w:val="multilevel"/>{link}{"".join(levels)}</w:abstractNum>',
            before=len(self.instances),
        )
        return self.definitions

    def use(self, definition: int, overrides: str = "") -> int:
        """Add an instance of a definition, and return its id."""
        number = len(self.instances) + 1
        self.instances.append(overrides)
        self._add(f'<w:num {NAMESPACE} w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>')
        return number

    def _add(self, xml: str, before: int = 0) -> None:
        from docx.oxml import parse_xml  # noqa: PLC0415 - only making fixtures needs it

        self.root.insert(len(self.root) - before, parse_xml(xml))


def level(index: int, row: tuple[str, str], *, start: int = 1, more: str = "", gap: str = "nothing") -> str:
    """Return a `w:lvl` with a number format and a text."""
    number_format, text = row
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:suff w:val="{gap}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def levels(*rows: tuple[str, str], more: dict[int, str] | None = None, gap: str = "nothing") -> list[str]:
    """Return the levels of a list, each with what `more` adds to it."""
    return [level(index, row, more=(more or {}).get(index, ""), gap=gap) for index, row in enumerate(rows)]


def override(index: int, value: int) -> str:
    """Return what begins a level anew."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def numbered(document: Document, text: str, number: int, index: int, style: str | None = None) -> None:
    """Add a paragraph of a list."""
    add_xml(document.add_paragraph(text, style), place(number, index))


def place(number: int, index: int) -> str:
    """Return what puts a paragraph into a list."""
    return f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>'


def add_xml(paragraph: object, properties: str = "", content: str = "") -> None:
    """Add elements to a paragraph's properties, or to its end."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - the same

    element = paragraph._p  # type: ignore[attr-defined]  # noqa: SLF001 - python-docx has no other way
    for target, xml in ((element.get_or_add_pPr(), properties), (element, content)):
        for child in parse_xml(f"<w:x {NAMESPACE}>{xml}</w:x>") if xml else ():
            target.append(child)


def ladder(document: Document) -> None:
    """Five levels, as 公文 has them; each begins anew under a new heading."""
    lists = Lists(document)
    number = lists.use(lists.define(levels(*LADDER)))
    document.add_heading("在全县茶园管护工作会议上的讲话", 0)
    document.add_paragraph("同志们：")
    document.add_paragraph("开春以来雨水偏多，茶园管护不能松劲。下面我讲两点意见。")
    for index, text in (
        (0, "把越冬的账算清楚"),
        (1, "冻害要查到每一垄"),
        (2, "北坡先查，南坡后查。"),
        (2, "查一垄记一垄，不许估。"),
        (3, "记在本子上。"),
        (3, "报到合作社。"),
        (4, "当天的事当天报。"),
        (4, "隔天补报的要写明缘由。"),
        (1, "补种要赶在清明以前"),
        (2, "苗木由县里统一调。"),
        (0, "把采摘的人手备足"),
        (1, "本村的先排班"),
        (1, "外来的先培训"),
    ):
        numbered(document, text, number, index)
    document.add_paragraph("茶叶不等人，会后就动起来。")


def articles(document: Document) -> None:
    """Articles that count on through the chapters, more than ten of them, and numbers with a space behind them."""
    lists = Lists(document)
    rows = (("chineseCountingThousand", "第%1章"), ("chineseCountingThousand", "第%2条"), ("chineseCounting", "（%3）"))
    number = lists.use(lists.define(levels(*rows, more={1: '<w:lvlRestart w:val="0"/>'}, gap="space")))
    document.add_heading("柳湾村晒场使用办法", 0)
    for chapter in ("总则", "使用", "附则"):
        numbered(document, chapter, number, 0)
        for article in range(4):
            numbered(document, f"{chapter}里的规矩，头{article + 1}条先写在这里。", number, 1)
        numbered(document, "晒粮的先来先用；", number, 2)
        numbered(document, "堆柴的不得占用。", number, 2)


def formats(document: Document) -> None:
    """Each number format at small and large numbers: `format=value` behind the number."""
    lists = Lists(document)
    for name in FORMATS:
        definition = lists.define([level(0, (name, "%1 "))])
        for value in VALUES:
            numbered(document, f"{name}={value}", lists.use(definition, override(0, value)), 0)


def restarts(document: Document) -> None:
    """Left out levels, lists that share a definition, restarts and overrides of all kinds."""
    lists = Lists(document)
    plain = (("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3."))

    def show(title: str, number: int, indexes: Sequence[int | tuple[int, int]]) -> None:
        document.add_paragraph(title)
        for index in indexes:
            own, at = index if isinstance(index, tuple) else (number, index)
            numbered(document, "甲乙丙丁"[at] + "层", own, at)

    show("跳过一层", lists.use(lists.define(levels(*plain))), [0, 2, 1, 2, 0, 2, 2, 1])
    show("从第三层开始", lists.use(lists.define(levels(*plain))), [2, 2, 1, 0, 1])
    only_first = lists.define(levels(*plain, more={2: '<w:lvlRestart w:val="1"/>'}))
    show("第三层只随第一层重新开始", lists.use(only_first), [0, 1, 2, 2, 1, 2, 0, 1, 2])
    shared = lists.define(levels(*plain))
    one, two, five = lists.use(shared), lists.use(shared), lists.use(shared, override(0, 5))
    show("三个列表同一定义", one, [(one, 0), (one, 1), (two, 0), (two, 1), (five, 0), (five, 0), (one, 0), (five, 0)])
    show("第二层从四开始", lists.use(lists.define(levels(*plain)), override(1, 4)), [0, 1, 1, 0, 1])
    legal = levels(("chineseCounting", "第%1章"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"), more={2: "<w:isLgl/>"})
    show("法律编号", lists.use(lists.define(legal)), [0, 1, 2, 0, 1, 2])
    other = lists.define(levels(*plain))
    letters = level(0, ("upperLetter", "%1)"), start=3)
    lettered = lists.use(other, f'<w:lvlOverride w:ilvl="0">{letters}</w:lvlOverride>')
    show("一个列表另有写法", other, [(lists.use(other), 0), (lettered, 0), (lettered, 0)])
    bullet = lists.define(levels(("bullet", "●"), ("none", "注：")))
    show("项目符号和没有数字的编号", lists.use(bullet), [0, 1, 0])


def styles(document: Document) -> None:
    """Show lists that belong to heading styles, to styles made from these, and to numbering styles."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - the same

    lists = Lists(document)
    rows = (("chineseCountingThousand", "第%1部分"), ("chineseCountingThousand", "%2、"), ("chineseCounting", "（%3）"))
    names = ("Heading1", "Heading2", "Heading3")
    styled = {at: f'<w:pStyle w:val="{name}"/>' for at, name in enumerate(names)}
    linked = lists.use(lists.define(levels(*rows, more=styled, gap="space")))
    for at, name in enumerate(names):
        properties = document.styles.element.get_by_id(name).get_or_add_pPr()
        # Word names the level here too, although the standard has it told by `w:pStyle` alone.
        properties.append(parse_xml(place(linked, at).replace("<w:numPr", f"<w:numPr {NAMESPACE}", 1)))
    stems = lists.define(levels(("ideographTraditional", "%1、")), '<w:styleLink w:val="Stems"/>')
    of_style = lists.use(stems)
    by_link = lists.use(lists.define([], '<w:numStyleLink w:val="Stems"/>'))
    in_list = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    for kind, name, content in (
        ("numbering", "Stems", in_list.format(of_style)),
        ("paragraph", "Quiet", '<w:basedOn w:val="Heading2"/>' + in_list.format(0)),
        ("paragraph", "Red", '<w:basedOn w:val="Heading2"/>'),
    ):
        xml = f'w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{content}</w:style>'
        document.styles.element.append(parse_xml(f"<w:style {NAMESPACE} {xml}"))
    for style, text in (
        ("Heading 1", "去年的收成"),
        ("Heading 2", "粮食"),
        ("Heading 3", "稻谷"),
        ("Heading 3", "玉米"),
        ("Quiet", "这一行不编号"),
        ("Red", "蔬菜"),
        ("Heading 1", "今年的打算"),
        ("Heading 2", "水利"),
        ("Heading 3", "清淤"),
    ):
        document.add_paragraph(text, style)
    numbered(document, "清渠的人手", by_link, 0)
    numbered(document, "清渠的工钱", by_link, 0)
    add_xml(document.add_paragraph("标题样式，编号取消。", "Heading 2"), '<w:numPr><w:numId w:val="0"/></w:numPr>')
    add_xml(document.add_paragraph("标题样式，换了级别。", "Heading 2"), '<w:numPr><w:ilvl w:val="2"/></w:numPr>')


def run(text: str, properties: str = "") -> str:
    """Return a `w:r` with a text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def changes(document: Document) -> None:
    """Tracked changes, which count as accepted, and what is no text: fields' instructions, hidden runs, notes."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - the same

    lists = Lists(document)
    number = lists.use(lists.define(levels(*LADDER)))
    who = 'w:id="7" w:author="编者" w:date="2024-03-05T08:00:00Z"'
    document.settings.element.insert(0, parse_xml(f'<w:revisionView {NAMESPACE} w:markup="0" w:insDel="0"/>'))

    def item(content: str, properties: str = "") -> None:
        add_xml(document.add_paragraph(), place(number, 0) + properties, content)

    def deleted(text: str) -> str:
        return f"<w:del {who}><w:r><w:delText>{text}</w:delText></w:r></w:del>"

    item(run("先修") + deleted("东边的") + run("路，") + f"<w:ins {who}>{run('再修桥。')}</w:ins>")
    item(deleted("这一条整个删去。"), f"<w:rPr><w:del {who}/></w:rPr>")
    item(run("桥面"), f"<w:rPr><w:del {who}/></w:rPr>")
    item(run("要铺平。"))
    item(f"<w:moveTo {who}>{run('搬过来的话。')}</w:moveTo>" + f"<w:moveFrom {who}>{run('搬走的话。')}</w:moveFrom>")
    item(run("看得见，") + run("看不见，", "<w:vanish/>") + run("写完了。"))
    item(
        run("第") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("1") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + run("页的事") + '<w:fldSimple w:instr=" QUOTE 另说 ">' + run("另说") + "</w:fldSimple>" + run("。")
    )  # fmt: skip
    item(run("换一行") + "<w:r><w:br/></w:r>" + run("接着讲，") + "<w:r><w:noBreakHyphen/></w:r>" + run("再讲。"))


def tables(document: Document) -> None:
    """Numbers in the cells of tables, tables in tables, a table that arranges a page."""
    lists = Lists(document)
    number = lists.use(lists.define(levels(*LADDER)))
    document.add_paragraph("各组的任务如下：")
    data = document.add_table(rows=0, cols=3)
    for row in (("组别", "任务", "人数"), ("一组", "修渠", "12"), ("二组", "栽树", "9")):
        cells = data.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.paragraphs[0].text = text
    page = document.add_table(rows=1, cols=2).rows[0].cells
    for text in ("早上点名", "晚上交账"):
        paragraph = page[0].paragraphs[0] if text == "早上点名" else page[0].add_paragraph()
        paragraph.text = text
        add_xml(paragraph, place(number, 0))
    inner = page[1].add_table(rows=1, cols=2).rows[0].cells
    inner[0].paragraphs[0].text, inner[1].paragraphs[0].text = "里层左", "里层右"
    numbered(document, "表格后面接着数", number, 0)


WRITERS: Final[dict[str, Callable[[Document], None]]] = {
    "word-ladder": ladder,
    "word-articles": articles,
    "word-formats": formats,
    "word-restarts": restarts,
    "word-styles": styles,
    "word-changes": changes,
    "word-tables": tables,
}

OFFICE: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def office_levels(kind: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """Return the levels of a list of LibreOffice: what stands before the number, its format, what stands behind it."""
    return "".join(
        f'<text:{kind} text:level="{at}" style:num-prefix="{before}" style:num-format="{number}" '
        f'style:num-suffix="{after}"><style:list-level-properties '
        'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
        f'text:label-followed-by="nothing"/></style:list-level-properties></text:{kind}>'
        for at, (before, number, after) in enumerate(rows, 1)
    )


def office_list(rows: Sequence[tuple[int, str]], style: str) -> str:
    """Return paragraphs of a list of LibreOffice, each nested as deep as its level."""
    opened = '<text:list text:style-name="{}" text:continue-numbering="true"><text:list-item>'
    return "".join(
        opened.format(style) * (at + 1)
        + f"<text:p>{escape(text)}</text:p>"
        + "</text:list-item></text:list>" * (at + 1)
        for at, text in rows
    )


def office_document(styles_xml: str, body: str) -> str:
    """Return a whole flat document of LibreOffice."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {OFFICE} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{styles_xml}</office:styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    )


def office_ladder() -> str:
    """Five levels, and formats that only East Asian lists have."""
    rows = (
        ("", "一, 二, 三, ...", "、"),
        ("（", "一, 二, 三, ...", "）"),
        ("", "1", "．"),
        ("（", "1", "）"),
        ("", "①, ②, ③, ...", ""),
    )
    others = (
        ("", "甲, 乙, 丙, ...", "、"),
        ("", "子, 丑, 寅, ...", "、"),
        ("", "壹, 贰, 叁, ...", "、"),
        ("第", "I", "节"),
    )
    body = (
        "<text:p>在全镇护林防火会上的讲话</text:p><text:p>同志们：</text:p><text:p>今天强调三点。</text:p>"
        + office_list(
            [
                (0, "火源要管住"),
                (1, "上坟不带火"),
                (1, "进山不抽烟"),
                (2, "路口设岗。"),
                (2, "护林员巡山。"),
                (3, "上午一趟。"),
                (3, "下午一趟。"),
                (4, "走到界碑。"),
                (4, "签名再回。"),
                (0, "队伍要练硬"),
                (1, "十五分钟集合"),
                (0, "责任要压实"),
            ],
            "L1",
        )
        + office_list(
            [
                (0, "甲字头"),
                (0, "乙字头"),
                (1, "子字头"),
                (1, "丑字头"),
                (2, "大写壹"),
                (2, "大写贰"),
                (3, "罗马节"),
            ],
            "L2",
        )
        + "<text:p>就讲这些。</text:p>"
    )
    styles_xml = "".join(
        f'<text:list-style style:name="{name}">{office_levels("list-level-style-number", content)}</text:list-style>'
        for name, content in (("L1", rows), ("L2", others))
    )
    return office_document(styles_xml, body)


def office_outline() -> str:
    """Numbered headings, a footnote, a table of contents, a table and a tracked change."""
    rows = (("第", "一, 二, 三, ...", "章　"), ("第", "一, 二, 三, ...", "节　"))
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>这是脚注，不是正文。</text:p></text:note-body></text:note>"
    )
    contents = (
        '<text:table-of-content text:name="目录"><text:table-of-content-source text:outline-level="2"/>'
        '<text:index-body><text:p text:style-name="Contents_20_1">第一章　家底</text:p>'
        '<text:p text:style-name="Contents_20_1">第二章　办法</text:p></text:index-body></text:table-of-content>'
    )
    changed = (
        '<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info>'
        "<dc:creator>编者</dc:creator><dc:date>2024-03-05T08:00:00</dc:date></office:change-info>"
        "<text:p>删去的话。</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    cells = "".join(
        f"<table:table-row><table:table-cell><text:p>{left}</text:p></table:table-cell>"
        f"<table:table-cell><text:p>{right}</text:p></table:table-cell></table:table-row>"
        for left, right in (("户名", "亩数"), ("东头", "三亩"), ("西头", "五亩"))
    )
    body = (
        f"{changed}<text:p>关于柳湾村果园的调查</text:p>{contents}"
        '<text:h text:outline-level="1">家底</text:h><text:h text:outline-level="2">果树</text:h>'
        f'<text:p>果树有三百株。<text:change text:change-id="ct1"/>老树多，新树少。{note}</text:p>'
        '<text:h text:outline-level="2">人手</text:h><text:p>壮劳力四十人。</text:p>'
        f'<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>{cells}</table:table>'
        '<text:h text:outline-level="1">办法</text:h><text:h text:outline-level="2">嫁接</text:h>'
        '<text:p>先嫁接<text:s text:c="2"/>后换种<text:line-break/>分三年做完。</text:p>'
    )
    names = "".join(
        f'<style:style style:name="Heading_20_{at}" style:display-name="Heading {at}" style:family="paragraph" '
        f'style:default-outline-level="{at}"/>'
        for at in (1, 2)
    )
    names += '<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph"/>'
    numbers = office_levels("outline-level-style", rows)
    return office_document(f'{names}<text:outline-style style:name="Outline">{numbers}</text:outline-style>', body)


OFFICE_WRITERS: Final[dict[str, Callable[[], str]]] = {
    "office-ladder": office_ladder,
    "office-outline": office_outline,
}


def convert(source: Path, ending: str, folder: Path) -> Path:
    """Have LibreOffice convert a file, and return the path of what it made."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder / f"{source.stem}.{ending}"


def page_text(path: Path) -> str:
    """Return the text of a PDF, as it lies in the file."""
    import pypdfium2  # noqa: PLC0415 - the same

    with pypdfium2.PdfDocument(path) as pages:
        return "\n".join(page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pages) + "\n"


def write(name: str, folder: Path) -> Path:
    """Write one Word file, and return its path."""
    target = FOLDER / f"{name}.docx"
    if name in WRITERS:
        from docx import Document as new  # noqa: N813, PLC0415 - it is a function, and only making fixtures needs it

        document = new()
        WRITERS[name](document)
        document.save(str(target))
        return target
    source = folder / f"{name}.fodt"
    source.write_text(OFFICE_WRITERS[name](), encoding="utf-8")
    target.write_bytes(convert(source, "docx", folder).read_bytes())
    return target


def main(names: list[str]) -> int:
    """Make the fixtures that are named, or all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name in names or [*WRITERS, *OFFICE_WRITERS]:
            path = write(name, Path(scratch))
            rendered = page_text(convert(path, "pdf", Path(scratch)))
            path.with_suffix(".rendered.txt").write_text(rendered, encoding="utf-8")
            print(path.name, path.stat().st_size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
