"""Doubts: why a candidate may be a word, a reference or a figure, family by family.

A doubtful candidate supports no run; it may still fill a hole in one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from speechparse.candidates import CLAUSE, GLUED, LINE, SENTENCE
from speechparse.families import CLOSING
from speechparse.lines import past_blanks
from speechparse.markers import NUMBER
from speechparse.numerals import BRANCHES, DIGITS, FORMAL, STEMS, parse_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechparse.candidates import Candidate


def _is_coordination(text: str, end: int, ordinal: int) -> bool:
    """Whether the number after a 、 is the next one, as in 一、二等奖 and 三、四线城市."""
    match = NUMBER.match(text, end) if text[end - 1] == "、" else None
    return match is not None and match.group()[0] not in FORMAL and parse_number(match.group()) == ordinal + 1


_FAREWELL: Final = (
    r"(?:(?:我|也|谨|謹|让我|讓我|请允许我|請允許我|再次|再|衷心|真诚|真誠|诚挚|誠摯|由衷|深情|提前|借此机会|藉此機會|在此)*(?:地|，|,|)"
    r"(?:(?:再次|衷心|真诚|诚挚|誠摯)地?)?(?:祝(?!贺词)|恭祝|感谢|感謝|谢谢|謝謝|致谢|致謝|预祝|預祝|敬祝|愿(?!意|望|景)|願(?!意|望|景)|给大家拜|給大家拜)"
    r"|让我们|讓我們|散会|散會|我宣布|请允许|請允許|向[^，。]{1,20}(?:表示|致以)[^，。]{0,8}(?:感谢|感謝|谢意|謝意|敬意|祝福|祝愿|祝願|问候|問候|祝贺|祝賀))"
)
_FAREWELL_FIRST: Final = frozenset("我也谨謹让讓请請再衷真诚誠由深提借藉在地，,祝恭感谢謝致预預敬愿願给散向")
"""What such words may begin with."""
_SHOWN: Final = frozenset("图圖表注註式见見例第如")
_REFERRING: Final = frozenset("第见見照按据據至到和与與或及依反本法》在从從由对對")
_REFERRED: Final = r"[两兩三四五]?[项項款目种種]|至第?[（(第]|[、和及或与與]第?[（(][一二三四五六七八九十0-9]{1,3}[)）]"


def _doubt_number(text: str, candidate: Candidate) -> str:
    if _is_coordination(text, candidate.end, candidate.ordinal):
        return "coordination"
    if half := _doubt_half(text, candidate):
        return half
    before = candidate.start - 1
    return "number" if text[before] in ":：" and text[before - 1] in DIGITS else ""


def _doubt_bracket(text: str, candidate: Candidate) -> str:
    if candidate.position <= SENTENCE:
        return ""
    referring = text[candidate.start - 1] in _REFERRING or re.compile(_REFERRED).match(text, candidate.end)
    return "reference" if referring else ""


_BRACKET_REACH: Final = 20


def _doubt_half(text: str, candidate: Candidate) -> str:
    """Return `reference` where the bracket closes one that was opened before the number: （註1）, （見第一）."""
    if candidate.position == LINE or text[candidate.end - 1] not in ")）":
        return ""
    begin = max(0, candidate.start - _BRACKET_REACH)
    opened = max(text.rfind("（", begin, candidate.start), text.rfind("(", begin, candidate.start))
    closed = max(text.rfind("）", begin, candidate.start), text.rfind(")", begin, candidate.start))
    return "reference" if opened > closed else ""


def _doubt_circled(text: str, candidate: Candidate) -> str:
    before = text[candidate.start - 1]
    ends_line = candidate.position != LINE and text[candidate.end] == "\n"
    if before in CLOSING or ends_line or (before in "：:" and text[candidate.start - 2] in "注註"):
        return "footnote"
    return "reference" if before in _SHOWN else ""


def _doubt_stem(text: str, candidate: Candidate) -> str:
    return "coordination" if text[candidate.end] in STEMS + BRANCHES else ""


def _doubt_di(text: str, candidate: Candidate) -> str:
    if text[candidate.end - 1] == "、" and text[candidate.end] == "第":
        return "coordination"
    return _doubt_glued(text, candidate)


def _doubt_unit(text: str, candidate: Candidate) -> str:
    start, end = candidate.start, candidate.end
    of_a_law = text[start - 1] in _LAW_PARTS or any(word in text[start:end] for word in _LAID_DOWN)
    return "reference" if of_a_law else _doubt_di(text, candidate)


_LAW_PARTS: Final = frozenset("款条條项項章节節")
_LAID_DOWN: Final = ("规定", "規定", "所列", "所称", "所稱")


def _doubt_article(text: str, candidate: Candidate) -> str:
    referring = candidate.position == GLUED and text[candidate.start - 1] in _REFERRING
    return "reference" if referring else _doubt_di(text, candidate)


def _doubt_glued(text: str, candidate: Candidate) -> str:
    return "word" if candidate.position == GLUED and text[candidate.start - 1] in _WORD_BEFORE else ""


def _doubt_verb(text: str, candidate: Candidate) -> str:
    """Doubt the same verb on both sides, as in 看一看: no hole of a list is filled by it."""
    return "glued" if candidate.position == GLUED and text[candidate.start - 1] == text[candidate.start + 1] else ""


def _doubt_shi(text: str, candidate: Candidate) -> str:
    return "word" if text[candidate.end] == text[candidate.start] else _doubt_glued(text, candidate)


def _is_farewell(text: str, at: int) -> bool:
    at = past_blanks(text, at, len(text))
    return text[at : at + 1] in _FAREWELL_FIRST and bool(re.compile(_FAREWELL).match(text, at))


def _doubt_order(text: str, candidate: Candidate) -> str:
    start, end = candidate.start, candidate.end
    if text[start] in "最末" and text[start - 1] not in "；;" and _is_farewell(text, end):
        return "farewell"
    if text[start] == "首" and text[end - 1] == "先" and text.startswith(_COURTESY, end):
        return "courtesy"
    bare = text[end - 1] not in "，,、：:是"
    sure = text[start] not in "最末" or text[end] in _DUTIES
    return "word" if bare and (candidate.position == CLAUSE or not sure) else ""


_DUTIES: Final = frozenset("要应應须須還还再")
"""What shows a bare 最后 to be a point; before any other word it is mostly the adverb."""


_COURTESY: Final = ("请", "請", "感谢", "感謝", "欢迎", "歡迎", "祝贺", "祝賀", "我代表", "向")


_WORD_BEFORE: Final = frozenset("第统統唯之其每某同专專单單万萬不")
DOUBTS: Final[dict[str, Callable[[str, Candidate], str]]] = {
    "han": _doubt_number,
    "arabic": _doubt_number,
    "han-paren": _doubt_bracket,
    "arabic-paren": _doubt_bracket,
    "letter-paren": _doubt_bracket,
    "arabic-half": _doubt_half,
    "circled": _doubt_circled,
    "stem": _doubt_stem,
    "branch": _doubt_stem,
    "article": _doubt_article,
    "di": _doubt_di,
    "di-unit": _doubt_unit,
    "shi": _doubt_shi,
    "yao": _doubt_glued,
    "verb": _doubt_verb,
    "order": _doubt_order,
}
"""Family → what asks whether a candidate of it is a word, a reference or a figure."""
