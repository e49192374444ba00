"""What a text says it will list: 我讲三点意见。

Only sentences whose count can be nothing else are announcements here: the parser also takes weaker ones, as support for
a list, but a finding rests on strong ones alone.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from speechparse.check.places import is_quoted
from speechparse.families import SPACE
from speechparse.numerals import parse_number

_NUMBER: Final = r"(?P<number>[一二三四五六七八九十]{1,2}|[两兩]|[0-9０-９]{1,2})"
_NOT_BEFORE: Final = r"(?<![第一二三四五六七八九十百千万萬亿億零〇两兩年月日号號之余餘多近约約、0-9０-９.．%％/～~—-])"
_POINTS: Final = (
    "方面|关键词|关键詞|问题|問題|意见|意見|要求|建议|建議|希望|想法|看法|认识|認識|体会|體會|任务|任務|工作|措施|举措|舉措|原则|原則|重点|重點|关系|關係|环节|環節|特点|特點|变化|變化|原因|条件|條件|关键|關鍵"
    "|办法|辦法|做法|经验|經驗|转变|轉變|机遇|機遇|挑战|挑戰|目标|目標|内容|內容|议题|議題|议程|議程|阶段|階段|步骤|步驟|层次|層次|层面|層面|层意思|道理|感受|启示|啟示|教训|教訓|行动|行動|规矩|規矩|底线|底線"
    "|红线|紅線|实事|實事|好事|大事|事情|事项|事項|事|词|詞|字|话|話|短板|不足|情形|因素|支撑|理由|报告|報告|义务|義務|责任|責任|纪律|紀律|标准|標準|要点|要點|难点|环节|结合|結合|优势|優勢|亮点|成效|成果"
)
_WORDS: Final = r"[^，。；：！？,;:!?\n“”‘’「」（）()、之就则則]"
_COUNTED: Final = (
    rf"{_NOT_BEFORE}(?P<words>{_NUMBER}(?:大)?"
    rf"(?:点|點|条|條|项|項|方面|步|件(?:大|实|實|好|要)?事?|句(?:话|話)?"
    rf"|(?:个|個|大|方面|种|種|类|類|层|層|对|對|道|关|点|點|条|條|项|項)(?!工作日){_WORDS}{{0,8}}?(?:{_POINTS})))"
)
_STOP: Final = rf"[{SPACE}\n\r]*"
_RIGHT_BEFORE: Final = re.compile(
    rf"{_COUNTED}(?P<tail>[的之]?(?:{_POINTS})?)(?:[：:。！!；;，,]|(?=[{SPACE}\r]*\n)){_STOP}\Z"
)
"""An announcement that ends where a list begins."""

_SPEAK: Final = r"(?:讲|講|谈|談|提|提出|强调|強調|汇报|匯報)(?:了|以下|这|這|如下|下面|好|几句|给大家)?"
_SAID: Final = re.compile(
    rf"(?<=[讲講谈談提出调調报報下这這面]){_COUNTED}(?:的?(?:{_POINTS}))?[，,][^。！？!?\n]{{0,25}}[：:。]{_STOP}\Z"
)
"""我谈三点体会，与大家共勉：, right before a list."""

PROMISE: Final = re.compile(
    rf"(?P<verb>{_SPEAK}){_NUMBER}(?:点|點|条|條|个问题|個問題|个方面|個方面|件事)"
    rf"(?:的?(?:意见|意見|要求|希望|建议|建議|体会|體會|想法|看法|认识|認識|问题|問題|情况|情況|工作)?)(?=[：:。])"
)
"""A speaker's promise of numbered points: 下面，我讲三点意见。"""

_REACH: Final = 60
_FEWEST: Final = 2
_MOST: Final = 20
"""Counts that people announce: one needs no list, and twenty-seven are the things themselves."""
_OTHER_COUNT: Final = re.compile(r"[一二三四五六七八九十两兩几幾0-9][大个個批条條种種项項点對对][^、。，\n]{0,12}、")


class Announcement(NamedTuple):
    """A count that the text announces."""

    start: int
    end: int
    number: int
    words: str
    """The count as it is written, with its unit: 三点."""


def announcement_before(text: str, begin: int, start: int) -> Announcement | None:
    """Return what is announced right before an offset, not before `begin`; None where nothing certain is."""
    low = max(begin, start - _REACH)
    tail = text[low:start]
    match = _RIGHT_BEFORE.search(tail) or _SAID.search(tail)
    if not match or _is_one_of_many(tail, match.start("words")):
        return None
    count = value_of(match["number"])
    offset = low + match.start("words")
    if not _FEWEST <= count <= _MOST or is_quoted(text, offset):
        return None
    return Announcement(offset, low + match.end("words"), count, match["words"])


def _is_one_of_many(tail: str, start: int) -> bool:
    """Whether other counts stand before it in its sentence: 完善一批制度、理顺两大关系、注重三个结合."""
    sentence = max(tail.rfind(mark, 0, start) for mark in "。；！？\n")
    return bool(_OTHER_COUNT.search(tail, sentence + 1, start))


def value_of(number: str) -> int:
    """Return what a count says; 0 where it says nothing sound."""
    return parse_number(number.replace("两", "二").replace("兩", "二")) or 0
