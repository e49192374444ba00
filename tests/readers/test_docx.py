"""Word files: the text that a reader sees, with automatic numbers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from speechparse.errors import ReadError
from speechparse.readers.docx import read_docx
from tests.readers.made import (
    DOCUMENT_RELATIONS,
    ROOT_RELATIONS,
    STRICT,
    definition,
    in_list,
    instance,
    item,
    paragraph,
    part,
    word,
    zipped,
)

FIXTURES: Final = Path(__file__).parents[2] / "fixtures" / "docx"
NAMES: Final = sorted(path.stem for path in FIXTURES.glob("*.docx"))

DEVIATIONS: Final[dict[str, dict[str, str]]] = {
    # Lists that never restart, or only after some levels: `w:lvlRestart` is not heeded.
    "word-articles": {
        "第五条 使用": "第一条 使用",
        "第六条 使用": "第二条 使用",
        "第七条 使用": "第三条 使用",
        "第八条 使用": "第四条 使用",
        "第九条 附则": "第一条 附则",
        "第十条 附则": "第二条 附则",
        "第十一条 附则": "第三条 附则",
        "第十二条 附则": "第四条 附则",
    },
    "word-restarts": {
        "1.2.3.丙层": "1.2.1.丙层",
        # The value of `w:startOverride` is used once, and not whenever the level begins anew.
        "2.4.乙层": "2.1.乙层",
        # `w:isLgl` is not heeded.
        "1.1.1丙层\n第二章": "一.1.1丙层\n第二章", "2.1.1丙层\n一个": "二.1.1丙层\n一个",
        # Bullets are drawn; they number nothing, so they are not read.
        "没有数字的编号\n甲层": "没有数字的编号\n●甲层", "注：乙层\n甲层": "注：乙层\n●甲层",
    },
    # Deleted text is shown where the file does not ask to hide it; so are the contents and the note.
    "office-outline": {
        "调查\n第一章": "调查\n第一章家底第二章办法\n第一章", "果树有三百株。": "果树有三百株。删去的话。",
        "新树少。": "新树少。1", "分三年做完。": "分三年做完。1这是脚注，不是正文。",
    },
}  # fmt: skip
"""Where LibreOffice 7.4 shows something else than what the standard says and is read, by the name of the file."""

FORMATS_AS_STANDARD: Final = frozenset(
    "chineseLegalSimplified taiwaneseCountingThousand chineseCountingThousand ideographTraditional ideographZodiac "
    "ideographLegalTraditional decimal decimalZero upperRoman lowerRoman koreanDigital2".split()
)
"""Number formats that LibreOffice shows as the standard has them, at all numbers of the fixture."""

FORMATS_UP_TO: Final = {
    "chineseCounting": 99,  # then 一百 for 一○○
    "taiwaneseCounting": 99,
    "japaneseCounting": 99,  # then 一百 for 百
    "decimalEnclosedCircle": 20,  # then circled numbers that the standard does not have
    "decimalEnclosedCircleChinese": 20,
    "upperLetter": 110,  # and hundreds of letters at 999
    "lowerLetter": 110,
    "ideographDigital": 9,  # then 十 for 一〇
}
"""Formats that it shows so up to a number."""

FORMATS_NOT_SHOWN: Final = frozenset(
    # Shown as decimal numbers, ㈠ as ①.
    "taiwaneseDigital ideographZodiacTraditional ideographEnclosedCircle decimalEnclosedFullstop decimalEnclosedParen "
    "decimalFullWidth japaneseDigitalTenThousand".split()
)


def squeezed(text: str) -> str:
    """Return a text without white space: where a page breaks its lines says nothing."""
    return "".join(text.split())


def one(body: str, numbering: str = "", styles: str = "") -> str:
    """Return the text of a Word file that is made of these."""
    return read_docx(word(body, numbering, styles))


def test_there_are_fixtures() -> None:
    """Both programs wrote some."""
    assert {name.split("-")[0] for name in NAMES} == {"word", "office"}


@pytest.mark.parametrize("name", NAMES)
def test_fixture(name: str) -> None:
    """What is read of a file is what its text beside it says."""
    path = FIXTURES / name

    assert read_docx(path.with_suffix(".docx").read_bytes()) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "word-formats"])
def test_rendering(name: str) -> None:
    """What is read is what LibreOffice shows on the page, but for its deviations."""
    path = FIXTURES / name
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    for ours, theirs in DEVIATIONS.get(name, {}).items():
        assert ours in text
        text = text.replace(ours, theirs)

    assert squeezed(text) == squeezed(path.with_suffix(".rendered.txt").read_text(encoding="utf-8"))


def numbers(name: str) -> dict[str, dict[int, str]]:
    """Return the numbers in a text of the fixture of formats, by format and value."""
    found: dict[str, dict[int, str]] = {}
    text = (FIXTURES / name).read_text(encoding="utf-8")
    for number, kind, value in re.findall(r"(\S*)\s+([a-zA-Z0-9]+)=([0-9]+)", text):
        found.setdefault(kind, {})[int(value)] = number
    return found


def test_every_format_is_compared() -> None:
    """No format of the fixture is left out of the comparison."""
    assert set(numbers("word-formats.txt")) == FORMATS_AS_STANDARD | set(FORMATS_UP_TO) | FORMATS_NOT_SHOWN


def test_rendering_of_formats() -> None:
    """Each number is what LibreOffice shows, and each deviation is one still."""
    ours, theirs = numbers("word-formats.txt"), numbers("word-formats.rendered.txt")

    for kind, values in ours.items():
        limit = 10_000 if kind in FORMATS_AS_STANDARD else FORMATS_UP_TO.get(kind, 0)
        agreed = {value for value, text in values.items() if theirs[kind].get(value) == text}
        assert {value for value in values if value <= limit} <= agreed
        assert kind in FORMATS_AS_STANDARD or agreed != set(values)


LADDER: Final = definition(("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")) + instance()


def test_levels_begin_anew() -> None:
    """A new item of a level begins those below it."""
    body = "".join(item(text, at) for text, at in [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 0), ("戊", 1)])

    assert one(body, LADDER) == "一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊\n"


def test_levels_that_were_left_out_count() -> None:
    """A level that is jumped over has its first number, and goes on from there."""
    numbering = definition(("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")) + instance()

    assert one(item("甲") + item("乙", 2) + item("丙", 1), numbering) == "1.甲\n1.1.1.乙\n1.2.丙\n"


@pytest.mark.parametrize(
    ("restart", "expected"),
    [(None, "一二一一二"), (0, "一二三四五"), (1, "一二三一二"), (2, "一二一一二"), (9, "一二一一二")],
)
def test_restart(restart: int | None, expected: str) -> None:
    """A level begins anew after those above it that `w:lvlRestart` names; what it cannot mean is as if not there."""
    more = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    levels = (("decimal", "%1"), ("decimal", "%2"), ("chineseCounting", "%3"))
    body = "".join(item("", at) for at in (0, 1, 2, 2, 1, 2, 0, 1, 2, 2))

    lines = one(body, definition(*levels, more={2: more}) + instance()).split()

    assert "".join(line for line in lines if not line.isdigit()) == expected


def test_instances_of_one_definition_count_on() -> None:
    """Two lists of one definition are one; one that overrides the start begins there, once."""
    five = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = definition(("decimal", "%1.")) + instance(1) + instance(2) + instance(3, overrides=five)
    body = "".join(item("", 0, number) for number in (1, 2, 1, 3, 3, 1))

    assert one(body, numbering).split() == ["1.", "2.", "3.", "5.", "6.", "7."]


def test_override_of_a_level() -> None:
    """A list may write its numbers otherwise than its definition, and counts on all the same."""
    lettered = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>'
    )
    numbering = definition(("decimal", "%1.")) + instance(1) + instance(2, overrides=lettered)

    assert one(item("甲", 0, 1) + item("乙", 0, 2), numbering) == "1.甲\nB) 乙\n"


@pytest.mark.parametrize(
    ("gap", "shown"), [("tab", "一、 甲"), ("space", "一、 甲"), ("nothing", "一、甲"), ("", "一、 甲")]
)
def test_gap(gap: str, shown: str) -> None:
    """A tab behind the number, which is what there is where nothing is said, is a space."""
    suffix = f'<w:suff w:val="{gap}"/>' if gap else ""
    number = '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    level = f'<w:lvl w:ilvl="0">{number}{suffix}<w:lvlText w:val="%1、"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>{instance()}'

    assert one(item("甲"), numbering) == f"{shown}\n"


def test_legal_numbers() -> None:
    """A legal level shows the numbers of all levels as decimal ones; the level above keeps its own."""
    levels = (("chineseCounting", "第%1章"), ("upperRoman", "%1.%2"))
    body = item("甲") + item("乙", 1)

    assert one(body, definition(*levels, more={1: "<w:isLgl/>"}) + instance()) == "第一章甲\n1.1乙\n"
    assert one(body, definition(*levels, more={1: '<w:isLgl w:val="0"/>'}) + instance()) == "第一章甲\n一.I乙\n"


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        (("bullet", "\uf06c"), "甲"),
        (("bullet", "●"), "甲"),
        (("bullet", "注："), "注：甲"),
        (("none", "附件"), "附件甲"),
        (("none", ""), "甲"),
        (("decimal", ""), "甲"),
        (("decimal", "第%1条（%1）"), "第1条（1）甲"),
        (("decimal", "%9%1"), "11甲"),
        (("decimal", "100%"), "100%甲"),
    ],
)
def test_text_of_a_level(level: tuple[str, str], shown: str) -> None:
    """Signs are no numbers, words are; a number may stand twice, or not at all."""
    assert one(item("甲"), definition(level) + instance()) == f"{shown}\n"


@pytest.mark.parametrize(("custom", "shown"), [("001, 002, 003, ...", "009 甲\n010 乙"), ("A, C, ...", "9 甲\n10 乙")])
def test_custom_format(custom: str, shown: str) -> None:
    """Word writes formats that are not in the standard beside one that is."""
    choice = f'<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="{custom}"/></mc:Choice>'
    fallback = '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>'
        '<w:suff w:val="nothing"/><w:lvlText w:val="%1 "/></w:lvl>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>{instance()}'

    assert one(item("甲") + item("乙"), numbering) == f"{shown}\n"


STYLES: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    f'<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr>{in_list(1)}</w:pPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr>{in_list(1)}</w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="mine"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="off"/><w:basedOn w:val="2"/>'
    f"<w:pPr>{in_list(0)}</w:pPr></w:style>"
)
"""Heading styles in a list, one made from them, and one that takes the number back."""


def styled(text: str, style: str, more: str = "") -> str:
    """Return a paragraph with a style."""
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{more}')


def test_styles_find_their_level() -> None:
    """A level names its style: what the style says of its level does not count, and styles made from it inherit."""
    more = {0: '<w:pStyle w:val="1"/>', 1: '<w:pStyle w:val="2"/>'}
    numbering = definition(("chineseCounting", "第%1章"), ("chineseCounting", "%2、"), more=more) + instance()
    body = styled("甲", "1") + styled("乙", "2") + styled("丙", "x") + styled("丁", "o") + styled("戊", "2", in_list(0))

    assert one(body, numbering, STYLES) == "第一章甲\n一、乙\n二、丙\n丁\n戊\n"


def test_paragraph_over_style() -> None:
    """A paragraph may leave the list of its style, or change its level only."""
    more = {0: '<w:pStyle w:val="1"/>', 1: '<w:pStyle w:val="2"/>'}
    numbering = definition(("decimal", "%1."), ("decimal", "%1.%2"), more=more) + instance()
    body = (
        styled("甲", "1") + styled("乙", "1", '<w:numPr><w:ilvl w:val="1"/></w:numPr>') + styled("丙", "2", in_list(1))
    )

    assert one(body, numbering, STYLES) == "1.甲\n1.1乙\n2.丙\n"


def test_default_style_may_number() -> None:
    """Paragraphs that name no style have the default one."""
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr>{in_list(1)}</w:pPr></w:style>'

    assert one(paragraph("甲") + paragraph("乙", '<w:pStyle w:val="none"/>'), LADDER, styles) == "一、甲\n二、乙\n"


def test_numbering_style() -> None:
    """A list may have its levels from a numbering style, whose own list has them."""
    numbering = (
        definition(("ideographTraditional", "%1、"), link='<w:styleLink w:val="s"/>')
        + definition(name=2, link='<w:numStyleLink w:val="s"/>')
        + instance(1)
        + instance(2, of=2)
    )
    styles = f'<w:style w:type="numbering" w:styleId="s"><w:pPr>{in_list(1)}</w:pPr></w:style>'

    assert one(item("子", 0, 2) + item("丑", 0, 2) + item("寅", 0, 1), numbering, styles) == "甲、子\n乙、丑\n甲、寅\n"


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        instance(),
        definition() + instance(),
        definition(link='<w:numStyleLink w:val="s"/>') + instance(),
        definition(("decimal", "%1.")) + '<w:num w:numId="1"/>',
        '<w:num w:numId="1"><w:abstractNumId w:val="x"/></w:num>',
    ],
)
def test_lists_that_are_not_there(numbering: str) -> None:
    """A paragraph whose list cannot be found has no number."""
    assert one(item("甲"), numbering) == "甲\n"


@pytest.mark.parametrize("level", ["99", "-1", "x", "", "99999999999999999999"])
def test_levels_that_cannot_be(level: str) -> None:
    """Nonsense is read as the nearest level or the first; a level without a definition is as the one above it."""
    numbering = definition(("decimal", "%1.")) + instance()
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'

    assert one(paragraph("甲", properties), numbering) == "1.甲\n"


def test_styles_in_a_circle() -> None:
    """Styles that are based on each other end the search."""
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:basedOn w:val="{1}"/></w:style>'

    assert one(styled("甲", "p"), "", style.format("p", "q") + style.format("q", "p")) == "甲\n"


WHO: Final = 'w:id="1" w:author="编者" w:date="2024-01-01T00:00:00Z"'


def test_tracked_changes_are_accepted() -> None:
    """Inserted and moved text is there, deleted text is not, and former properties count no more."""
    body = (
        f"<w:p><w:r><w:t>甲</w:t></w:r><w:ins {WHO}><w:r><w:t>加</w:t></w:r></w:ins>"
        f"<w:del {WHO}><w:r><w:delText>删</w:delText></w:r></w:del>"
        f"<w:moveFrom {WHO}><w:r><w:t>走</w:t></w:r></w:moveFrom>"
        f"<w:moveTo {WHO}><w:r><w:t>来</w:t></w:r></w:moveTo></w:p>"
        + paragraph("乙", f"<w:pPrChange {WHO}><w:pPr>{in_list(1, 0)}</w:pPr></w:pPrChange>")
    )

    assert one(body, LADDER) == "甲加来\n乙\n"


def test_deleted_paragraph_ends() -> None:
    """What stood in two paragraphs is one, counted once, with the number of the second."""
    gone = f"<w:rPr><w:del {WHO}/></w:rPr>"
    body = paragraph("甲", in_list(1, 0) + gone) + item("乙", 1) + item("丙") + paragraph("丁", gone)

    assert one(body, LADDER) == "（一）甲乙\n二、丙\n丁\n"


def test_deleted_rows() -> None:
    """A row that was deleted is not there, nor are its numbers."""
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    deleted = row.format(f"<w:trPr><w:del {WHO}/></w:trPr>", item("删"))

    assert (
        one(f"<w:tbl>{row.format('', item('甲'))}{deleted}{row.format('', item('乙'))}</w:tbl>", LADDER)
        == "一、甲\n二、乙\n"
    )


def test_tables() -> None:
    """Cells stand side by side where each has one line, and below each other where they arrange paragraphs."""

    def cell(*texts: str) -> str:
        return f"<w:tc>{''.join(paragraph(text) for text in texts)}</w:tc>"

    data = f"<w:tbl><w:tr>{cell('甲')}{cell('')}{cell('丙')}</w:tr><w:tr>{cell('')}{cell('')}</w:tr></w:tbl>"
    layout = f"<w:tbl><w:tr>{cell('一、', '二、')}<w:tc>{data}{paragraph('')}</w:tc></w:tr></w:tbl>"

    assert one(data + layout + paragraph("末")) == "甲\t\t丙\n一、\n二、\n甲\t\t丙\n末\n"


def run(content: str, properties: str = "") -> str:
    """Return a run."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def field(instruction: str, result: str | None) -> str:
    """Return a field with its three marks, or without a result."""
    begin, separate, end = (run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
    shown = "" if result is None else separate + run(f"<w:t>{result}</w:t>")
    return begin + run(f"<w:instrText>{instruction}</w:instrText>") + shown + end


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (field(" PAGE ", "3"), "3"),
        (field(f" IF {field(' DATE ', '今日')} ", "明日"), "明日"),
        (field(r" eq \o\ac(○,21) ", None), "㉑"),
        (field(r"EQ \o(○,7)", None), "⑦"),
        (field(r"EQ \f(1,2)", None), ""),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
        (run("<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t>"), "甲\t乙-丙"),
        (run("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t>"), "甲\n乙\n丙"),
        (run("<w:t>甲\n乙</w:t>"), "甲 乙"),
        (run('<w:sym w:font="Wingdings" w:char="F083"/>'), "③"),
        (run('<w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F083"/>'), ""),
        (run('<w:sym w:font="Wingdings" w:char="x"/><w:sym w:font="Wingdings"/><w:sym w:char="F081"/>'), ""),
        (run("<w:footnoteReference w:id='1'/><w:endnoteReference w:id='1'/><w:commentReference w:id='1'/>"), ""),
        (run("<w:t>看不见</w:t>", "<w:vanish/>") + run("<w:t>看得见</w:t>", '<w:vanish w:val="false"/>'), "看得见"),
        ("<w:hyperlink><w:r><w:t>连</w:t></w:r></w:hyperlink>", "连"),
        (f"<w:smartTag>{run('<w:t>是</w:t>')}</w:smartTag>", "是"),
        (f"<w:sdt><w:sdtPr><w:t>否</w:t></w:sdtPr><w:sdtContent>{run('<w:t>是</w:t>')}</w:sdtContent></w:sdt>", "是"),
        (f"<w:ruby><w:rt>{run('<w:t>zi</w:t>')}</w:rt><w:rubyBase>{run('<w:t>字</w:t>')}</w:rubyBase></w:ruby>", "字"),
        ('<w:fldChar w:fldCharType="end"/><w:instrText>x</w:instrText><w:r><w:t>甲</w:t></w:r>', "甲"),
    ],
)  # fmt: skip
def test_runs(content: str, text: str) -> None:
    """Fields show their results, breaks and tabs are what they are, notes and hidden text are not there."""
    assert one(f"<w:p>{content}</w:p>{paragraph('末')}") == f"{text}\n末\n"


def test_field_that_never_ends() -> None:
    """An instruction that is not ended does not swallow the rest of the document."""
    body = "<w:p>" + run('<w:fldChar w:fldCharType="begin"/>') + run("<w:t>丢</w:t>") + "</w:p>"

    assert one(body + paragraph("甲")) == "\n甲\n"


def test_text_boxes_follow_their_paragraph() -> None:
    """A box counts for itself, and of an alternative only the first half is read."""
    box = "<w:txbxContent>" + item("框") + item("里") + "</w:txbxContent>"
    fallback = f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice>{fallback}</mc:AlternateContent>"
    anchored = f"<w:p><w:pPr>{in_list(1, 0)}</w:pPr><w:r><w:t>甲</w:t></w:r><w:r>{drawn}</w:r></w:p>"

    assert one(anchored + item("乙"), LADDER) == "一、甲\n一、框\n二、里\n二、乙\n"


def test_text_boxes_may_hold_tables() -> None:
    """What is in a box is read as what is on the page."""
    row = f"<w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr>"
    box = f"<w:txbxContent><w:tbl>{row}</w:tbl>{paragraph('丙')}</w:txbxContent>"

    assert one(f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>") == "\n甲\t乙\n丙\n"


def test_contents_are_left_out() -> None:
    """A generated table of contents would have every heading twice."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{at}"><w:name w:val="{name}"/></w:style>'
        for at, name in enumerate(("toc 1", "TOC Heading", "Contents 2", "toc"))
    )
    body = "".join(styled(str(at), str(at)) for at in range(4))

    assert one(body + paragraph("甲"), "", styles) == "3\n甲\n"


def test_hidden_paragraph() -> None:
    """A paragraph that is hidden altogether is no line and has no number."""
    hidden = f"<w:p><w:pPr>{in_list(1, 0)}<w:rPr><w:vanish/></w:rPr></w:pPr>{run('<w:t>无</w:t>', '<w:vanish/>')}</w:p>"

    assert one(item("甲") + hidden + item("乙"), LADDER) == "一、甲\n二、乙\n"


def test_empty_paragraphs_stay() -> None:
    """An empty line separates, and where it is in a list its number is seen."""
    assert one(paragraph("甲") + "<w:p/>" + item("") + item("乙"), LADDER) == "甲\n\n一、\n二、乙\n"


def test_strict_files() -> None:
    """The strict form of the standard has other namespaces."""
    main = part("document", f"<w:body>{item('甲')}</w:body>", STRICT)
    relations = DOCUMENT_RELATIONS.replace(
        "schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"
    )
    parts = {
        "word/document.xml": main,
        "word/numbering.xml": part("numbering", LADDER, STRICT),
        "word/_rels/document.xml.rels": relations,
    }

    assert read_docx(word("", parts=parts)) == "一、甲\n"


def test_utf_16_parts() -> None:
    """A part may be in UTF-16."""
    main = '<?xml version="1.0" encoding="UTF-16"?>' + part("document", f"<w:body>{item('甲')}</w:body>")

    assert read_docx(word("", LADDER, parts={"word/document.xml": main.encode("utf-16")})) == "一、甲\n"


def test_parts_have_any_name() -> None:
    """Parts are found by what refers to them, from the top of the archive or from beside."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = zipped(
        {
            "_rels/.rels": ROOT_RELATIONS.replace("word/document.xml", "/text/main.xml"),
            "text/_rels/main.xml.rels": DOCUMENT_RELATIONS.replace('Target="numbering.xml"', 'Target="../lists.xml"'),
            "text/main.xml": part("document", f"<w:body>{item('甲')}</w:body>"),
            "lists.xml": part("numbering", LADDER),
        }
    )

    assert kind in DOCUMENT_RELATIONS
    assert read_docx(data) == "一、甲\n"


def test_without_relationships() -> None:
    """Where nothing says which part is the text, it is the one that always is."""
    assert read_docx(zipped({"word/document.xml": part("document", f"<w:body>{paragraph('甲')}</w:body>")})) == "甲\n"


def test_text_of_another_format_inside() -> None:
    """A document that holds its text as a web page says so, and is not read as empty."""
    with pytest.raises(ReadError, match="a file of another format inside it; open it in Word"):
        one('<w:altChunk r:id="x" xmlns:r="urn:r"/>')
