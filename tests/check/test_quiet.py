"""Correct texts: nothing may be found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from speechparse.check import Severity, check_text
from speechparse.check.selection import Selection
from tests.check.support import all_found
from tests.speech_files import SPEECHES

if TYPE_CHECKING:
    from pathlib import Path

CORRECT: Final = {
    "references to provisions": "依照第二条第一项规定：可以减免；第三项规定：应当减免；第五项规定：不予减免。\n",
    "years in pairs": "学费逐年下降：即第1、2年降为九成；第3、4年降为七成；第5、6年降为五成；第7年起免收。\n",
    "notes called by number": "这个数字有出处（注1）。另一个数字也有（注2），后来又改过（注2），最后定了（注10）。\n",
    "dots where something was left out": "办法写明：“一、选种；……三、下种；四、浇水。”大家都要照办。\n",
    "a list quoted from a rule": "规定说：「（一）选种，（三）下种，（四）浇水。」大家都要照办。\n",
    "initials": "参考了三本书。A. 李先生的。C. 王先生的。又见 J. P. Smith 和 B. A. Jones。\n",
    "articles put in later": "第一条　校归村办。\n第一条之一　校址由村里定。\n第二条　人人可来。\n",
    "articles of two parts": "第一章　总则\n第一条　校归村办。\n第二章　教师\n第二条　由村里请。\n第三条　按月领薪。\n",
    "numbers that are not reset": "壹、選種\n一、看芽\n二、看粒\n貳、下種\n三、翻地\n四、起壟\n五、落籽\n",
    "two lists of a paragraph": "优势有二：一是水足，二是地平。短处也有二：一是路远，二是人少。\n",
    "lists of several paragraphs": "第一，水够。第二，路通。\n另外三件事：第一，账清。第二，人勤。第三，嘴严。\n",
    "saying one twice": "她留下来，一是舍不得孩子，一是答应过老校长。\n",
    "a phrase of numbers": "办事要认真：一是腿勤，二是嘴实，一是一，二是二，不能含糊。\n",
    "parts without numbers": "去年的事\n一、种\n春耕抓得早。\n二、收\n颗粒归了仓。\n今年的事\n一、修路\n二、通水\n",
    "a preview and the headings": "讲两个问题：（一）选种；（二）下种。\n（一）选种\n种子好。\n（二）下种\n下种匀。\n",
    "a table of contents": "目录\n一、选种……1\n三、下种……5\n\n一、选种\n种子要好。\n二、翻地\n三、下种\n下种要匀。\n",
    "notes at the end": "一、选种\n种子要好。\n二、下种\n下种要匀。\n注释：\n1. 见村志。\n3. 见县志。\n",
    "counts of things": "走访了三个村、五户人家。一是看水，二是看路。会上讲了两个故事。大家都笑了。\n",
    "points without numbers": "我提三点希望。\n愿孩子们用功。\n愿老人们安康。\n愿村子越来越好。\n",
    "a body that begins with a number": "一、种\n二月开犁。\n二、管\n三分种，七分管。\n三、收\n四个粮仓都要满。\n",
    "头一 for 第一": "头一件，把地种起来。\n第二件，把路修通。\n第三件，把人心拢住。\n",
    "a count of days": "申请人应当在10个工作日内开展下列工作：\n1．勘察现场。\n2．登记造册。\n3．张榜公示。\n",
    "a noun and a number": "提三点希望。\n希望一：读书。\n希望二：锻炼。\n希望三：劳动。\n",
    "a mark that belongs to the title": "一、：）表情是什么意思\n二、“、”怎么用\n三、（）怎么用\n",
}
"""Traps that a reader of real texts meets, by what they are."""


@pytest.mark.parametrize("name", CORRECT)
def test_nothing_is_wrong(name: str) -> None:
    """No error and no warning."""
    assert all_found(CORRECT[name], Severity.WARNING) == []


@pytest.mark.parametrize("path", sorted(SPEECHES.glob("*.txt")), ids=lambda path: path.stem)
def test_whole_speeches(path: Path) -> None:
    """Nor in the speeches whose outlines were drawn by hand."""
    assert check_text(path.read_bytes().decode("utf-8"), Selection().rules()) == []
