"""Where a speech's closing begins: 同志们，…谢谢大家！"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from speechparse.cues import is_vocative
from speechparse.families import BLANK, SPACE
from speechparse.frame import is_date
from speechparse.leave import is_closing, opens_matter, parting_start
from speechparse.lines import previous_text

if TYPE_CHECKING:
    from speechparse.run import Run

_LEAST: Final = 400
"""A closing may always be this long, in characters."""
_SHARE: Final = 0.2
"""Of a speech: what is longer is not a closing but a part of the last item."""
_PARTING_LENGTH: Final = 150
"""The longest leave that begins inside a paragraph, in characters."""
_SIGNED: Final = 24
"""The longest line of a signature, in characters."""
_INLINE: Final = (
    r"(?<=[。！？!?”])(?=(?:同志[们們]|各位[^，。！？]{1,16}|朋友[们們]|同[学學][们們]|女士[们們])[，,！!])"
)


def closing_start(text: str, last: int, end: int, whole: int) -> int:
    """Return where the closing begins after the last item's first line, or `end` where there is none.

    Takes the folded text, the last marker's offset, the end of the speech and the length of the speech.
    """
    most = _most(whole)
    start = _paragraph_start(text, last, end, most)
    if start == end:
        start = min(_signature_start(text, last, end), _last_start(text, last, end))
    return _parting_above(text, last + 1, start)


def _most(whole: int) -> int:
    return max(_LEAST, int(whole * _SHARE))


def drop_phrases(text: str, runs: list[Run], begin: int, end: int) -> None:
    """Give up each list at the end of a speech that is but a turn of phrase in the words of leave.

    Takes the folded text, the runs of a speech, and where it begins and ends. Such a list counts two clauses of a
    paragraph that addresses the audience (同志们，…一不要怕，二不要等，…谢谢大家): its `reason` becomes `farewell`.
    """
    taken = [run for run in runs if not run.reason]
    most = _most(end - begin)
    for _ in range(_PHRASES):
        run = last_run(taken)
        if not run or not (run.inline and _is_phrase(text, run, (begin, end), most)):
            return
        run.reason = "farewell"
        taken.remove(run)


def last_run(runs: list[Run]) -> Run | None:
    """Return the run whose last member stands last, if there is any run."""
    return max(runs, key=lambda run: run.last.start, default=None)


_PHRASES: Final = 3
"""So many lists of a speech may be turns of phrase."""
_PHRASE: Final = 2
"""So many clauses are a turn of phrase."""
_EXHORTING: Final = frozenset(("yao", "shi", "di"))
"""Families of which two clauses are points: 一要靠团结，二要靠名声."""
_CLAUSE_LENGTH: Final = 16
_POINTS: Final = ("希望", "要求", "任务", "任務", "建议", "建議", "意见", "意見", "措施", "工作", "倡议", "倡議")


def _is_phrase(text: str, run: Run, speech: tuple[int, int], most: int) -> bool:
    begin, end = speech
    first, last = run.members[0], run.last
    line = text.rfind("\n", 0, first.start) + 1
    if (
        line <= begin
        or len(run.members) != _PHRASE
        or run.key in _EXHORTING
        or end - line > most
        or not is_vocative(text, line, end)
    ):
        return False
    before = text[line : first.start]
    sentence = before[max(before.rfind("。"), before.rfind("！"), before.rfind("!")) + 1 :]
    if any(word in sentence for word in _POINTS):
        return False
    clause = text[last.end : last.end + _CLAUSE_LENGTH]
    return last.start - first.end <= _CLAUSE_LENGTH and not frozenset("，。；！,;!\n").isdisjoint(clause)


def _paragraph_start(text: str, last: int, end: int, most: int) -> int:
    """Return the first paragraph that takes leave and opens no further matter, or the end."""
    at = text.find("\n", last, end)
    if at < 0:
        return _inline_start(text, last, end, most)
    found, settled = end, True
    while 0 <= at < end:
        line = at + 1
        if end - line <= most:
            line = _unquoted(text, line, end) if text[line] == ">" else line
            if found < end and opens_matter(text, line, end):
                settled = False
            elif (found == end or not settled) and _takes_leave(text, line, end):
                found, settled = line, True
        at = text.find("\n", line, end)
    return _unquoted(text, found, end)


def _unquoted(text: str, at: int, end: int) -> int:
    """Return where the words of a line begin, behind its blanks and the sign of a quoted mail."""
    while at < end and (text[at] in SPACE or text[at] == ">"):
        at += 1
    return at


def _takes_leave(text: str, line: int, end: int) -> bool:
    return is_closing(text, line, end) or is_vocative(text, line, end) or _addresses_chair(text, line, end)


_CHAIRS: Final = ("主席", "主任", "议长", "議長", "总统", "總統")
_COLLEAGUES: Final = (
    rf"{BLANK}*\w{{2}}(?:[、，,](?:(?:各位|诸位|諸位)?副\w{{2,3}}|秘书长|秘書長))*"
    r"[、，,](?:各位|诸位|諸位)\w{2,6}[，,！!：:]"
)
"""Who sits in a house: 主任、各位副主任、秘书长、各位委员，…"""
_CHAIR_LENGTH: Final = 8


def _addresses_chair(text: str, line: int, end: int) -> bool:
    """Whether a paragraph opens by addressing the one who is in the chair of a house of debate: 主席先生，…"""
    opening = text[line : min(line + _CHAIR_LENGTH, end)].lstrip()
    if not opening.startswith(_CHAIRS):
        return False
    if opening[2:3] == "、":
        return bool(re.compile(_COLLEAGUES).match(text, line, end))
    rest = opening[2:]
    return (rest[2:] if rest.startswith(("先生", "女士")) else rest).startswith(("，", ","))


def _last_start(text: str, last: int, end: int) -> int:
    """Return where the last paragraph begins, where it is none of an item and takes leave in its midst, or the end.

    It asks for trust (请组织考验), or says what all want (让我们…！), or thanks, and is short.
    """
    begin, stop = previous_text(text, end + 1)
    line = text[begin:stop].strip() if stop - begin <= _URGING_LENGTH else ""
    first = text.find("\n", last, end)
    if not line or first < 0 or first >= begin or line[-1] not in "。！!":
        return end
    if line[-1] in "！!" and _opens_sentence(line, _URGED):
        return text.index(line, begin)
    if len(line) > _ASKING_LENGTH:
        return end
    if _opens_sentence(line, _HOPED + _ASKED) or parting_start(line, 0, len(line)) < len(line):
        return text.index(line, begin)
    return end


def _opens_sentence(line: str, words: tuple[str, ...]) -> bool:
    """Whether one of some words opens a sentence or a clause of a line."""
    return any((at := line.find(word)) >= 0 and (not at or line[at - 1] in "。！，!,") for word in words)


_URGING_LENGTH: Final = 240
_URGED: Final = ("让我们", "讓我們")
_HOPED: Final = tuple(
    f"希望{who}"
    for who in ("大家", "同志", "各位", "同学", "同學", "老师", "老師", "全体", "全體", "我们", "我們", "你们", "你們")
)
_ASKING_LENGTH: Final = 60
_ASKED: Final = tuple(
    "".join(parts)
    for parts in product(
        "请請",
        """
        县委 縣委 市委 省委 区委 區委 党委 黨委 党组 黨組 组织 組織 领导 領導 各位 大家 同志 代表 评委 評委 上级 上級
        支部 集团 集團 公司
        """.split(),
    )
)


def _signature_start(text: str, last: int, end: int) -> int:
    """Return where the office and the date stand that sign a paper, on two lines at its end, or the end."""
    begin, stop = previous_text(text, end + 1)
    line = text[begin:stop].strip()
    if begin <= last or not (len(line) < _SIGNED and is_date(line)):
        return end
    above, stop = previous_text(text, begin)
    line = text[above:stop].strip()
    if text.find("\n", last, end) < above and len(line) <= _SIGNED and line.endswith(_OFFICES):
        return text.index(line, above)
    return end


_OFFICES: Final = (*"府厅廳局办辦室处處科会會委组組部院校所站社团團馆館司厂廠", "中心", "大队", "大隊", "街道")


def _inline_start(text: str, last: int, end: int, most: int) -> int:
    match = re.compile(_INLINE).search(text, max(last, end - most), end)
    return match.start() if match else end


def _parting_above(text: str, begin: int, end: int) -> int:
    """Return where the last paragraph above an offset takes leave in mid-line, or that offset."""
    stop = end
    for _ in range(3):
        while stop > begin and text[stop - 1] in SPACE + "\n":
            stop -= 1
        line = max(text.rfind("\n", begin, stop) + 1, begin)
        if stop - line > _SIGNED or text[stop - 1] in "。！!":
            start = parting_start(text, max(line, end - _PARTING_LENGTH), stop)
            return start if start < stop else end
        stop = line
    return end
