"""Who speaks: the turns of an interview, a debate, minutes or a thread of posts.

A turn begins with a line that opens with the speaker and a colon (记者：, 陈部长：), or with the number of a post
(4楼). A label makes turns where it names a person; in an interview, also where it comes again. A field that comes
again below every point (责任单位：) names nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final

from speechparse.cues import HONOURS, PEOPLE
from speechparse.families import SPACE

if TYPE_CHECKING:
    from speechparse.run import Run

# Possessive throughout: a line that opens no turn is left without a second try.
_LABEL: Final = re.compile(
    rf"\n[{SPACE}*>]*+(?:【?+([^\s，。；：！？、“”:：（(《》【第一二三四五六七八九十0-9][^\s，。；：！？、“”:：（(《》】]{{0,13}}+)"
    r"(?:[（(][^\n）)]{1,12}[)）])?+(?:】[：:]?|[：:])|([0-9]{1,4}[楼樓#]))"
)
_ASKING: Final = frozenset(
    "问 答 問 Q 记者 記者 主持人 主席 发言人 發言人 主讲人 主講人 网友 網友 观众 觀眾 觀衆 听众 聽眾 聽衆".split()
)
"""Labels that belong to interviews and meetings and to nothing else."""
_FIELDS: Final = frozenset(
    """
    来源 來源 时间 時間 地点 地點 作者 出席 日期 主持 记录 記錄 记录人 記錄人 組長 组长 副组长 副組長 成员 成員 组员
    組員 负责人 負責人 责任人 責任人 联系人 聯繫人 方法 方式 方案 方向 任务 任務 高度 成长 成長 增长 增長 特长 特長
    专长 專長 程度 程序 温度 溫度 时长 時長 时限 時限 文明 文化 安全 金额 金額 严格 嚴格 严禁 嚴禁 常规 常規 高校
    高效 全面 全体 全體 成果 成效 成绩 成績 马上 馬上 水平 水利 和谐 和諧 武器 范围 範圍 范文 範文 关键 關鍵 关于
    關於 计划 計劃 计量 計量 于是 於是 古人云 古语云 古語云 古語雲 俗话说 俗話說 俗話説 万元 萬元 毛利 经济 經濟 经验
    經驗
    施工 易错 易錯 易错点 易錯點
    """.split()
)
"""Words before a colon that name no speaker, though they begin or end as names and offices do."""
_OFFICE: Final = ("长", "長", "工", "总", "總", "师", "師", "傅", *PEOPLE)
_SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董潘袁蔡蒋"
    "蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍史"
    "陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟申耿"
    "关關焦左柳甘祝包宁寧尚符舒阮纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶"
    "饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦麦麥褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應衞蘆嶽"
)
_CALLED: Final = "小老阿大"
_SAID: Final = frozenset("。！？!?…”」：:")
_LEAST_NAME: Final = 2
_LONGEST_NAME: Final = 3


class Turns:
    """The turns of a text between two offsets, found when they are first asked for."""

    def __init__(self, text: str, begin: int, end: int) -> None:
        """Take the folded text and a speech's place in it."""
        self._text = text
        self._span = begin, end
        self._starts: list[int] | None = None
        self._labels: list[str] = []
        self._first = ""

    def speaker(self, offset: int) -> str:
        """Return who speaks at an offset, or nothing where no turn has begun."""
        turn = self._turn(offset)
        return self._labels[turn] if turn >= 0 else self._first

    def is_over(self, begin: int, offset: int) -> bool:
        """Whether somebody speaks at `begin`, and this turn is over at an offset behind it."""
        return self.begin() and bool(self.speaker(begin)) and self._turn(begin) != self._turn(offset)

    def number_parts(self, run: Run) -> bool:
        """Whether a list numbers the parts of an interview: its headings stand in several turns."""
        return run.last.family.heading and self._turn(run.members[0].start) != self._turn(run.last.start)

    def begin(self) -> bool:
        """Whether any turn begins."""
        return bool(self._found())

    def _turn(self, offset: int) -> int:
        """Return the number of the turn that holds an offset, or -1 before the first."""
        return bisect_right(self._found(), offset) - 1

    def _found(self) -> list[int]:
        if self._starts is None:
            self._starts = self._find()
        return self._starts

    def _find(self) -> list[int]:
        matches = list(_LABEL.finditer(self._text, *self._span))
        if len(set(map(_label, matches))) < 2:
            return []
        real = _speakers([(_label(match), _is_said(self._text, match.end())) for match in matches])
        turns = [(match.start(), _label(match)) for match in matches if _label(match) in real]
        if len({label for _, label in turns}) < 2:
            return []
        self._labels = [label for _, label in turns]
        self._first = "0" if any(label[0].isdigit() for label in self._labels) else ""
        return [start for start, _ in turns]


def cut_at_turns(runs: list[Run], turns: Turns) -> list[Run]:
    """Cut each list of spoken points where another speaker goes on counting; return what was cut off, as runs.

    One speaker may count on through the answers of another: 我的第二个问题. Headings may number the parts of an
    interview: their runs go on over the turns.
    """
    cut: list[Run] = []
    for run in runs:
        if run.members[0].line == run.last.line or run.members[0].family.heading:
            continue
        if not turns.begin():
            break
        for index in range(len(run.members) - 1, 0, -1):
            one, other = run.members[index - 1 : index + 1]
            if one.line != other.line and turns.speaker(one.start) != turns.speaker(other.start):
                cut.append(run.cut(index))
    return cut


def _label(match: re.Match[str]) -> str:
    return match.group(1) or match.group(2)


def _is_said(text: str, begin: int) -> bool:
    """Whether what follows a label in its line reads as speech: a sentence, or nothing yet."""
    end = text.find("\n", begin)
    line = text[begin : max(end, begin)].rstrip(SPACE + "*）)")
    return not line or line[-1] in _SAID


def _speakers(labels: list[tuple[str, bool]]) -> set[str]:
    """Return those labels that name speakers, of labels each with whether speech follows it."""
    counts = Counter(label for label, _ in labels)
    said = Counter(label for label, is_said in labels if is_said)
    interview = any(label in _ASKING for label in counts)
    real: set[str] = set()
    for label, count in counts.items():
        if label[0].isdigit() or label in _ASKING:
            real.add(label)
        elif said[label] * 2 < count or label in _FIELDS or _is_audience(label):
            continue
        elif _is_person(label) or (interview and count > 1 and len(label) < _LONGEST):
            real.add(label)
    return real


_LONGEST: Final = 9


def _is_audience(label: str) -> bool:
    return label.startswith((*HONOURS, "各", "全体", "全體")) or label[-1] in "们們"


def _is_person(label: str) -> bool:
    """Whether a label is a name, an office, or an office and a name: 卢江, 小李, 陈站长, 水务站站长卢江."""
    if label.endswith(_OFFICE) or (label[0] in _CALLED and label[1:] in _SURNAMES):
        return len(label) > 1
    for size in range(_LEAST_NAME, _LONGEST_NAME + 1):
        office, name = label[:-size], label[-size:]
        if len(name) == size and name[0] in _SURNAMES and (not office or office.endswith(_OFFICE)):
            return True
    return False
