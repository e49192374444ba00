"""Correct speeches by the hundred, with the place of every number known: what faults are put into.

Nothing here reads a text: the writer of a speech notes where each marker, each item and each announced count stands
while it writes them, so that what a fault must raise does not depend on the parser.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from speechparse.check.anatomy import with_number

if TYPE_CHECKING:
    from random import Random

TITLES: Final = tuple(
    """
    抓紧春播 管好水源 护好山林 修通村路 办好学校 守住耕地 清理河道 算清账目 带好队伍 摸清家底
    盘活闲地 练好本领 服务老人 照看孩童 整治环境 保障供电 改造老屋 培育苗木 疏浚沟渠 储备粮食
    加固堤坝 选用良种 防治虫害 抢收麦子 晾晒稻谷 检修农机 开办夜校 整理档案 巡查险段 绿化荒坡
    """.split()
)
SENTENCES: Final = tuple(
    """
    农时不等人，早一天下种就早一天安心。 家家都要出力，人人都要上心。 干部要走在前头，群众才会跟在后头。
    话要说到点子上，活要干在节骨眼上。 雨水说来就来，准备做足才不慌张。 老把式的经验要听，新办法也要敢试。
    账目摊开来算，人心才拢得起来。 路是一步步走出来的，田是一锄锄挖出来的。 凡是答应过的事情，都要有回音。
    看着容易的地方，往往最容易出错。 邻村的做法值得学，照搬却是不行的。 钱要花在要紧处，力要使在关键处。
    谁家有难处，大伙儿就往谁家去。 平日多流汗，灾年少流泪。 会上说得热闹，会后还要看得见。
    好苗要靠好土，好事要靠好人。 老人盼的是热饭，孩子盼的是亮灯。 该修的早修，该补的早补。
    水往低处流，人往实处干。 心里装着乡亲，脚下就有力气。
    """.split()
)
SHORT: Final = tuple(
    """
    把种子备齐 把水路理通 把账目公开 把农机修好 把人手排开 把险段看牢 把老人照看好 把粮食收进仓
    把树苗栽下去 把夜校办起来 把规矩立起来 把难处说出来
    """.split()
)
HEADS: Final = ("乡亲们：", "同志们：", "各位代表：")
CLOSINGS: Final = ("同志们，春光正好，让我们一起干起来！", "乡亲们，谢谢大家！", "同志们，路就在脚下，让我们走下去！")
HAN: Final = "〇一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Form:
    """How the members of a list are written."""

    family: str
    first: str
    """The first marker."""
    block: bool
    """Whether each member opens a line."""
    gap: str = ""
    """What stands between marker and title."""

    def marker(self, ordinal: int) -> str:
        """Return the marker of a member."""
        if self.family == "order":
            return ("首先，", "其次，", "再次，", "最后，")[ordinal - 1]
        return with_number(self.first, ordinal) or self.first


FORMS: Final = {
    "han": Form("han", "一、", block=True),
    "han-paren": Form("han-paren", "（一）", block=True),
    "arabic": Form("arabic", "1.", block=True),
    "arabic-paren": Form("arabic-paren", "（1）", block=True),
    "arabic-half": Form("arabic-half", "1）", block=True),
    "formal": Form("formal", "壹、", block=True),
    "stem": Form("stem", "甲、", block=True),
    "letter": Form("letter", "A.", block=True),
    "decimal": Form("decimal", "1.1", block=True, gap=" "),
    "part": Form("part", "第一部分", block=True, gap="　"),
    "chapter": Form("chapter", "第一章", block=True, gap="　"),
    "article": Form("article", "第一条", block=True, gap="　"),
    "question": Form("di-unit", "第一个问题：", block=True),
    "di": Form("di", "第一，", block=True),
    "qi": Form("qi", "其一，", block=True),
    "di-inline": Form("di", "第一，", block=False),
    "qi-inline": Form("qi", "其一，", block=False),
    "order": Form("order", "首先，", block=False),
    "shi": Form("shi", "一是", block=False),
    "yao": Form("yao", "一要", block=False),
    "circled": Form("circled", "①", block=False),
}
LADDERS: Final = (
    ("han", "han-paren", "arabic", "arabic-paren"),
    ("han", "han-paren", "arabic", "shi"),
    ("han", "han-paren", "yao"),
    ("han", "di", "shi"),
    ("han", "di-inline"),
    ("han", "shi"),
    ("han-paren", "arabic", "arabic-paren"),
    ("han-paren", "arabic"),
    ("han-paren", "arabic", "shi"),
    ("han-paren", "qi-inline"),
    ("arabic", "arabic-paren", "circled"),
    ("formal", "han", "han-paren"),
    ("question", "di", "shi"),
    ("question", "order"),
    ("part", "han", "han-paren", "shi"),
    ("chapter", "article", "han-paren"),
    ("stem", "arabic"),
    ("letter", "arabic-half"),
    ("decimal", "shi"),
    ("di", "yao"),
    ("qi", "shi"),
)
"""The forms of each level of a speech, the highest first."""


@dataclass(slots=True)
class Point:
    """A member of a list, in the finished text."""

    start: int
    marker: str
    title_end: int = 0
    end: int = 0


@dataclass(slots=True)
class Listing:
    """A list, in the finished text."""

    form: Form
    parent: Point | None
    level: int
    points: list[Point] = field(default_factory=list)
    count_at: int | None = None
    """Where its announced count stands, or None."""


@dataclass(slots=True)
class Speech:
    """A correct speech."""

    text: str
    listings: list[Listing]
    ladder: tuple[str, ...]
    promise: int | None
    """Where a promise of points stands in its head: the offset of 讲."""


class Writer:
    """A speech in the making."""

    def __init__(self, random: Random, ladder: tuple[str, ...]) -> None:
        """Begin with an empty page."""
        self.random = random
        self.ladder = ladder
        self.text = ""
        self.listings: list[Listing] = []
        self.promise: int | None = None

    def speech(self) -> Speech:
        """Write a speech from its head to its closing."""
        choice = self.random.choice
        self.text = f"在全乡春季工作会议上的讲话\n\n{choice(HEADS)}\n{choice(SENTENCES)}{choice(SENTENCES)}"
        size = self._size(0)
        count_at = self._promise(size) if self.random.random() < 0.7 else None
        self.text += "\n"
        self._list(0, None, size, count_at)
        self.text += f"{choice(CLOSINGS)}\n"
        return Speech(self.text, self.listings, self.ladder, self.promise)

    def _promise(self, size: int) -> int:
        self.text += "下面，我"
        self.promise = len(self.text)
        self.text += "讲"
        at = len(self.text)
        self.text += f"{HAN[size] if size != 2 else '两'}{self.random.choice(('点意见', '个问题', '个方面的意见'))}。"
        return at

    def _size(self, level: int) -> int:
        return self.random.randint(3, 4 if level or FORMS[self.ladder[level]].family == "order" else 6)

    def _list(self, level: int, parent: Point | None, size: int, count_at: int | None) -> None:
        form = FORMS[self.ladder[level]]
        listing = Listing(form, parent, level + 1, count_at=count_at)
        self.listings.append(listing)
        titles = self.random.sample(TITLES if form.block else SHORT, size)
        for ordinal, title in enumerate(titles, 1):
            point = Point(len(self.text), form.marker(ordinal))
            listing.points.append(point)
            self.text += f"{point.marker}{form.gap}{title}"
            point.title_end = len(self.text)
            self._rest(level, form, point)
            point.end = len(self.text)
        if not form.block:
            self.text += "\n"

    def _rest(self, level: int, form: Form, point: Point) -> None:
        """Write what follows a title: a sentence, or the paragraphs and the list below it."""
        if not form.block:
            self.text += "。"
            return
        if form.family == "article":
            self.text += "，由村民会议商量决定。\n"
        else:
            self.text += f"\n{self.random.choice(SENTENCES)}{self.random.choice(SENTENCES)}\n"
        if level + 1 < len(self.ladder) and self.random.random() < 0.5:
            self._below(level + 1, point)

    def _below(self, level: int, point: Point) -> None:
        form, size = FORMS[self.ladder[level]], self._size(level)
        count_at = None
        if self.random.random() < 0.5 or not form.block:
            self.text += self.random.choice(("眼下要抓好", "这里强调", "归结起来有"))
            count_at = len(self.text)
            self.text += f"{HAN[size]}{self.random.choice(('件事', '个方面', '点'))}{'：' if form.block else '。'}"
            self.text += "\n" if form.block else ""
        self._list(level, point, size, count_at)


def compose(random: Random, ladder: tuple[str, ...]) -> Speech:
    """Return a speech of a ladder; the same numbers give the same speech."""
    return Writer(random, ladder).speech()
