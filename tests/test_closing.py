"""Where the closing begins: the first paragraph that takes leave and is followed by no further matter."""

from __future__ import annotations

from typing import Final

import pytest

from speechparse import parse
from speechparse.closing import drop_phrases
from speechparse.leave import is_closing, opens_matter
from speechparse.outline import analyse

BODY: Final = (
    "在全县植树动员会上的讲话\n同志们：\n今天讲两点意见。\n一、抓苗木\n苗木要自己育，不能全靠买。\n"
    "二、抓考核\n年底数活的，不数栽的。\n死了的要补，补了还死的要问责。\n"
)


def closing(text: str) -> str | None:
    """Return the closing of the one speech of a text."""
    (speech,) = parse(text).speeches
    return speech.closing


@pytest.mark.parametrize(
    "leave",
    [
        "好，我就讲到这里。",
        "好了，天不早了，散会。",
        "我要讲的就是这些，谢谢大家。",
        "今天的课就上到这里，谢谢大家。",
        "主席，山上的事就是港口的事。\n多謝主席。",
        "主席先生，山上的事就是港口的事。",
        "现在，我提议，为绿水青山，\n为在座各位的健康，\n干杯！",
        "请组织考验，请同志们监督。",
        "栽树如育人。请县委看我们的行动。",
        "众人拾柴火焰高。让我们一起上山！",
        "春天不等人。希望大家回去就动手。",
        "一分部署，九分落实。谢谢大家！",
        "就这两件。办不好，明年不要请我。",
        "前面两条，说到底是一个字：活。",
        "祝大会圆满成功！",
        "感谢各位的聆听！",
        "恳请各位代表批评指正。",
        "末了，送大家一句话：十年树木。",
        "本人謹此陳辭。",
        "讲了四十分钟，超时十分钟，向大家道歉。散会以后请把清单带走。谢谢大家。",
        "時候不早了，說得不成系統，很是抱歉。",
        "主任、各位副主任、秘书长、各位委员，山是大家的山。\n以上报告，请予审议。",
    ],
)
def test_words_of_leave(leave: str) -> None:
    """The closing begins with the paragraph that takes leave, not in its midst."""
    assert closing(BODY + leave) == leave


@pytest.mark.parametrize(
    "line",
    [
        "每次讲到这里，都有人低头。",
        "就讲到这个问题，我多说两句。",
        "好树要有好苗。",
        "道理说完了，再说打算。",
        "讲了三年，没有人听。",
    ],
)
def test_no_words_of_leave(line: str) -> None:
    """A clause that goes on, and 好 before a noun, take no leave."""
    assert not is_closing(line, 0, len(line))


def test_the_chair_is_no_address_in_mid_sentence() -> None:
    """主席 with its verb is what the paragraph is about."""
    assert closing(f"{BODY}主席团，每乡一人。") is None


def test_the_leave_of_a_quoted_mail() -> None:
    """The sign of a quotation is none of its words."""
    assert closing("".join(f"> {line}\n" for line in f"{BODY}好了，讲完了。".split("\n"))) == "好了，讲完了。"


def test_a_further_matter_after_words_of_leave() -> None:
    """The closing begins below the paragraphs that open another matter."""
    text = "同志们，路还长。\n老师们，借这个机会我再说两句。水边要立牌。\n最后，祝大家一切顺利！"

    assert closing(BODY + text) == "最后，祝大家一切顺利！"


def test_a_further_matter_at_the_very_end() -> None:
    """Where no words of leave come after it, the closing began above it."""
    text = "同志们，路还长。谢谢大家！\n还有，请各组组长留一下。"

    assert closing(BODY + text) == text


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("借此机会，我也想跟家长说几句。", True),
        ("另外，明天停水。", True),
        ("借此机会，我代表乡里向大家鞠一躬。", False),
        ("抓住机会，多种树。", False),
    ],
)
def test_further_matters(line: str, opens: bool) -> None:  # noqa: FBT001 -- a row of a table
    """A chance that is taken to say two more sentences, not one to thank."""
    assert opens_matter(line, 0, len(line)) is opens


def phrases(leave: str) -> list[str]:
    """Return the markers that are given up as a turn of phrase."""
    analysis = analyse(BODY + leave)
    text, (section,) = analysis.folded.text, analysis.sections
    drop_phrases(text, section.runs, section.part.begin, section.part.end)
    lost = [run for run in section.runs if run.reason == "farewell"]
    return [text[member.start : member.end] for run in lost for member in run.members]


def test_two_clauses_in_the_words_of_leave() -> None:
    """Two short clauses of a paragraph that addresses the audience are no list."""
    assert phrases("同志们，种树不难，一不要怕累，二不要图快，三年一定绿。我就讲这些。") == ["一不要", "二不要"]


@pytest.mark.parametrize(
    "leave",
    [
        "同志们，最后提两点要求：一要守时，二要守约。谢谢大家！",
        "同志们，种树不难，一要苗好，二要土肥，三要水足。谢谢大家！",
        "种树不难，一不要怕累，二不要图快，三年一定绿。",
    ],
)
def test_lists_in_the_words_of_leave(leave: str) -> None:
    """Demands, three points, and what addresses nobody, are lists."""
    assert phrases(leave) == []
