"""Paragraphs, hard line breaks, and the stretches of a speech."""

from __future__ import annotations

from hypothesis import given

from speechparse.render.labels import document_name, excerpt, heading, label, speech_name
from speechparse.render.paragraphs import Paragraphs, joined, one_line
from speechparse.render.parts import parts
from tests.outlines import item, outline, speech
from tests.render.samples import NESTED, PAGE, parsed, speeches

WRAPPED = """\
在全厂安全生产月大会上的讲话
同志们：
　　安全生产月今天开始了，借这个机会，我先说说去年的几件事，再说说今
年的打算。去年七月三号夜里，二车间的老周发现阀门在漏，没有等到天亮就
叫人一起换了下来，避免了一次停产，这样的同志值得大家好好学一学，也值
得车间记上一功。
　　一、把隐患当事故看。隐患不除，事故早晚要来，这句话说过很多遍，可
是真正记在心里的人不多，下面几个数字请大家记一记，回去以后对照着自己
— 1 —
的岗位想一想，看看哪里还有漏洞没有堵上，哪里还有责任没有落到人的头上
去，一条一条地写下来。
　　二、把规程当饭碗端。规程是前人用教训换来的，一步也不能少，一样也
不能省，省下来的是几分钟，赔进去的可能是一辈子。
"""


def test_lines_of_a_paragraph_are_one() -> None:
    """The text was broken at a width: the breaks go, and the page number between two lines goes with them."""
    outline_ = parsed(WRAPPED)

    found = Paragraphs(WRAPPED).of_item(outline_.speeches[0].children[0])

    assert len(found) == 1
    assert "可是真正" in found[0]
    assert "对照着自己的岗位" in found[0]


def test_lines_of_a_list_stay_lines() -> None:
    """Where nothing was broken, each line is a paragraph."""
    found = [text for one in parsed(NESTED).walk() for text in Paragraphs(NESTED).of_item(one)]

    assert "党组书记是第一责任人，重要工作亲自部署。" in found
    assert all("\n" not in text for text in found)


def test_text_around_the_children_is_in_paragraphs_of_its_own() -> None:
    """What comes before an inline list is not joined to what comes after it."""
    text = "一、甲\n要做两点：一是学，学得进；二是干，干得成。总之要快。\n二、乙\n"
    first = parsed(text).speeches[0].children[0]

    assert len(Paragraphs(text).of_item(first)) == first.text.count("\n") + 1


@given(speeches())
def test_spans_cover_the_text(text: str) -> None:
    """In order, without white space at their borders, and with all that is not white space."""
    spans = list(Paragraphs(text).spans(0, len(text)))

    at = 0
    for start, end in spans:
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        at = end
    assert not text[at:].strip()


@given(speeches())
def test_parts_tile_a_speech(text: str) -> None:
    """None is empty, none overlaps, and an item's first part begins at its marker."""
    for one in parsed(text).speeches:
        at = one.start
        begun = set()
        for part in parts(one):
            assert part.start == at < part.end
            at = part.end
            if part.owner and id(part.owner) not in begun:
                assert part.start == part.owner.start
                begun.add(id(part.owner))
        assert at == one.end
        assert len(begun) == len(list(one.walk()))


def test_one_line() -> None:
    """Chinese lines join without a space, Latin words with one."""
    assert one_line("抓住\n　　重点") == "抓住重点"
    assert one_line("Chat\nGPT") == "Chat GPT"
    assert joined("", "x") == "x"


def test_headings_keep_the_space_that_was_there() -> None:
    """第一章 总则, but 一、抓学习."""
    text = "第一章　总则\n第一条 为了规范活动，制定本办法。\n第二条 本办法适用于全县。\n"
    text += "第二章　附则\n第三条 自公布之日起施行。\n"

    names = [heading(one, text) for one in parsed(text).walk()]

    assert names[0] == "第一章 总则"
    assert heading(parsed(NESTED).speeches[0].children[0], NESTED) == "一、把思想摆正"


def test_what_has_no_title_is_called_by_how_it_begins() -> None:
    """The beginning of its text, cut where it is long."""
    assert label(item("一是", text="学得进\n更多"), "") == "一是学得进"
    assert heading(item("一是", text="学得进"), "") == "一是"
    assert excerpt("字" * 30) == "字" * 24 + "…"


def test_names_of_speeches_and_documents() -> None:
    """Title, else the file's name, else that there is none; of several speeches none takes the file's name."""
    alone = outline(speech(None), source="a/b.c.txt")
    assert speech_name(alone.speeches[0], alone) == document_name(alone) == "b.c"
    pair = outline(speech(None), speech("乙"), source="a.txt")
    assert [speech_name(one, pair) for one in pair.speeches] == ["（无标题）", "乙"]
    assert document_name(outline(speech(None), speech("乙"))) == "乙"
    assert document_name(outline()) == "（无标题）"
    assert len(parsed(PAGE).speeches) == 3
