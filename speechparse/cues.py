"""Words that show where something ends or begins: salutations, ends of lists, announcements of a count.

The tables are words, not patterns: a line is compared with them by its beginning or its end, which costs nothing at
start-up and hardly more in use.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from speechparse.families import BLANK, SPACE
from speechparse.lines import past_blanks
from speechparse.numerals import parse_number
from speechparse.words import Endings, Openings

# --- who is addressed ------------------------------------------------------------------------------------------------

HONOURS: Final = ("各位", "诸位", "諸位", "尊敬的", "敬爱的", "敬愛的", "亲爱的", "親愛的")
PEOPLE: Final = tuple(
    """
    同志 朋友 代表 委员 委員 领导 領導 来宾 來賓 嘉宾 嘉賓 老师 老師 同学 同學 同仁 乡亲 鄉親 家长 家長 女士 先生
    姐妹 兄弟 伙伴 夥伴 战友 戰友 校友 学子 學子 企业家 企業家 同事 员工 員工 股东 股東 小朋友 孩子 职工 職工 父老
    党员 黨員 院士 专家 專家 使节 使節 同胞 队员 隊員 师傅 師傅 居民 村民 选手 選手 评委 評委 议员 議員 市民 学者
    學者 教授 主席 总理 總理 部长 部長 书记 書記 主任 院长 院長 校长 校長 记者 記者 小伙子 小夥子 姑娘 官兵 指战员
    指戰員 工友 团员 團員 青年 常委 阁下 閣下 各位 大家 友人 长者 長者 法官 律师 律師 医生 醫生 護士 护士 企业界
    企業界 干部 幹部
    """.split()
)
_PLURAL: Final = tuple(f"{word}{sign}" for word, sign in product(PEOPLE, "们們"))
_MANY: Final = Endings(_PLURAL)
_ANYBODY: Final = Endings(PEOPLE)
_ADDRESSED: Final = Endings(_PLURAL + PEOPLE)
_HELLO: Final = tuple(
    "".join(parts)
    for parts in product(
        ("大家", "你们", "你們", "同志们", "同志們", ""), ("早上", "上午", "中午", "下午", "晚上", ""), "好"
    )
    if parts != ("", "", "好")
)
_SALUTATION_LENGTH: Final = 90
_INSIDE: Final = frozenset("。；;：:！!？?“”")


def is_salutation(line: str) -> bool:
    """Whether a trimmed line only addresses the audience: 同志们： 各位代表、同志们！"""
    if len(line) > _SALUTATION_LENGTH or line[-1:] not in "：:！!" or not line:
        return False
    body = line[:-1]
    if not _INSIDE.isdisjoint(body):
        return False
    if body.endswith(_HELLO):
        hello = max((word for word in _HELLO if body.endswith(word)), key=len)
        body = body[: -len(hello)].rstrip("，,、")
    return _ADDRESSED.end(body) or body.startswith(HONOURS)


def address_length(line: str) -> int:
    """Return how much of a trimmed line addresses the audience at its start, 0 for nothing.

    The whole line (同志们：), or what stands before the text of the first paragraph (同志们：今天讲三点).
    """
    if is_salutation(line):
        return len(line)
    for match in _ENDS_ADDRESS.finditer(line, 0, _ADDRESS_LENGTH):
        if match.group() not in "，,":
            address = line[: match.start()]
            plural = _MANY.end(address) or address.startswith(HONOURS)
            return match.end() if plural and _NOT_IN_ADDRESS.isdisjoint(address) else 0
    return 0


_ORGANS: Final = tuple(
    """
    单位 單位 部门 部門 政府 委员会 委員會 机关 機關 公司 企业 企業 学校 學校 学院 學院 医院 醫院 支部 党委 黨委
    党组 黨組 党总支 黨總支 工会 工會 局 厅 廳 办公室 辦公室 处室 處室 科室 街道 街道办 街道辦 街道办事处 街道辦事處
    管委会 管委會 村委会 村委會 居委会 居委會 分公司 子公司 机构 機構 协会 協會 中心 车间 車間 班组 班組 站所 院系
    年级 年級 班级 班級 办 辦 人民团体 人民團體
    """.split()
)


_OFFICES: Final = Endings((*_ORGANS, *PEOPLE, *"长長员員户戶主人"))


def is_addressee(line: str) -> bool:
    """Whether a trimmed line names the offices that an official letter goes to: 各乡镇人民政府，县直各单位："""
    if line[-1:] not in "：:" or not line or len(line) > _SALUTATION_LENGTH or not _INSIDE.isdisjoint(line[:-1]):
        return False
    return "各" in line[:_WORD_LENGTH] and _OFFICES.end(line[:-1])


_ENDS_ADDRESS: Final = re.compile("[，,！!：:]")
_NOT_IN_ADDRESS: Final = frozenset("。；;？?\n“”")
_ADDRESS_LENGTH: Final = 40
_WORD_LENGTH: Final = 8


def is_vocative(text: str, at: int, end: int) -> bool:
    """Whether the paragraph at an offset opens by addressing the audience: 同志们，… 各位代表！…"""
    match = _ENDS_ADDRESS.search(text, at, min(end, at + _ADDRESS_LENGTH))
    if not match:
        return False
    address, mark = text[at : match.start()].lstrip(SPACE), match.group()
    if len(address) < len("各位") or not _NOT_IN_ADDRESS.isdisjoint(address):
        return False
    if address.startswith(HONOURS):
        return True
    if max(map(len, address.replace("和", "、").split("、"))) > _WORD_LENGTH:
        return False
    opens_turn = mark in "：:" and text[match.end()] != "\n"  # 记者：… tells who speaks
    return _MANY.end(address) or (mark in "！!：:" and not opens_turn and _ANYBODY.end(address))


_TAIL_HEADING: Final = rf"\n(?:{BLANK}|#)*附{BLANK}*[则則錄录]{BLANK}*\n"


def has_tail_heading(text: str, begin: int, end: int) -> bool:
    """Whether the unnumbered heading of a law's last part, 附则, stands between two offsets."""
    return "附" in text[begin:end] and bool(re.compile(_TAIL_HEADING).search(text, begin, end))


# --- what rounds off -------------------------------------------------------------------------------------------------

BACK: Final = ("以上", "上述", "前面", "上面", "这", "這")
_COUNTS: Final = frozenset("一二三四五六七八九十两兩几幾23456789")
_COUNTED: Final = frozenset("条條点點个個句项項件方种種类類步")


def counts_back(text: str, at: int) -> bool:
    """Whether a sentence at an offset opens by counting what was said: 这三点 以上四条."""
    if text[at] not in "以上前这這":
        return False
    at += next((len(word) for word in BACK if text.startswith(word, at)), len(text))
    return text[at : at + 1] in _COUNTS and text[at + 1 : at + 2] in _COUNTED


_FAULTS: Final = (
    r"[^。\n]{0,24}(?:清醒|[也还還](?:要看到|存在)|仍然?存在|不容忽[视視])[^。\n]{0,24}"
    r"(?:问题|問題|不足|困[难難]|差距|短板)"
)
FAULTY: Final = ("清醒", "要看到", "存在", "不容忽")
"""One of these stands near the beginning of a paragraph that looks back on what is still amiss."""
_FAULTS_REACH: Final = 28


def looks_back(text: str, at: int, end: int) -> bool:
    """Whether the paragraph at an offset looks back on a list: 上面四件事…, 同时也要看到，还存在不少问题."""
    at = past_blanks(text, at, end)
    if counts_back(text, at):
        return "一" not in text[at : at + 3]  # 这一条 is the item itself
    opening = text[at : at + _FAULTS_REACH]
    return any(word in opening for word in FAULTY) and bool(re.compile(_FAULTS).match(text, at, end))


_FRESH: Final = tuple(
    """
    最后 最後 借此机会 借此機會 借这个机会 藉此機會 藉這個機會 临别之际 臨別之際 在此 借這個機會 藉这个机会
    """.split()
)
_FRESH_COUNT: Final = r"[^\n。]{0,24}[提讲講强強说說説][^\n。]{0,6}[一二三四五六七八九十两兩几幾0-9]"


def is_fresh(text: str, at: int, end: int) -> bool:
    """Whether the paragraph at an offset announces a last list of its own: 借此机会，再提三点希望."""
    at = past_blanks(text, at, end)
    return text.startswith(_FRESH, at, end) and bool(re.compile(_FRESH_COUNT).match(text, at, end))


_FURTHER: Final = ("还有", "還有", "另外", "此外", "再说", "再說", "再説", "再就是", "顺便", "順便")


def goes_further(text: str, at: int, end: int) -> bool:
    """Whether the paragraph at an offset opens a further matter, which no 最后 before it can own: 还有几件小事."""
    at = past_blanks(text, at, end)
    return text.startswith(_FURTHER, at, end)


_TOLD: Final = frozenset("讲講说說谈談送调調补補提")
_AFRESH: Final = (
    r"(?:再|最后|最後)[^。，,：:\n]{0,8}?(?:讲|講|说|說|谈|談|送|强调|強調|补充|補充|提)[^。，,：:\n]{0,6}?[一二三四五六七八九十两兩几幾]"
    r"[个個点點条條句件]"
)


def announces_afresh(text: str, begin: int, end: int) -> bool:
    """Whether a speaker who is through with a list announces another one: 我再讲三句话, 最后再提几点要求."""
    stretch = text[begin:end]
    again = any(word in stretch for word in ("再", "最后", "最後"))
    return again and not _TOLD.isdisjoint(stretch) and bool(re.search(_AFRESH, stretch))


_LIST_CLOSERS: Final = tuple(
    """
    总之， 总之, 總之， 总而言之 總而言之 综上所述 綜上所述 概括起来 概括起來 归结起来 歸結起來 一句话， 一句話，
    我讲的这 我講的這 以上就是 这就是我 這就是我 總之, 一句话, 一句話,
    """.split()
)


_SENTENCE_START: Final = re.compile(rf"[。；！]{BLANK}*(?=以上|上|这|這|总|總|综|綜|概|归|歸|一|我)")


def list_close(text: str, begin: int, end: int) -> int:
    """Return where a sentence that closes an inline list begins (以上三点…, 总之…), or `end`."""
    for match in _SENTENCE_START.finditer(text, begin, end):
        at = match.end()
        if counts_back(text, at) or text.startswith(_LIST_CLOSERS, at, end):
            return at
    return end


# --- what is announced -----------------------------------------------------------------------------------------------

_ANNOUNCED: Final = re.compile(
    r"[一二三四五六七八九十两兩几幾0-9０-９](?:(?<![十第百千万萬年月日号號余餘0-9０-９.．%].)"
    r"[一二三四五六七八九十0-9０-９]{0,2}+(?:大|个|個|)(?:个|個|点|點|条|條|项|項|件|句|处|處|大|方面|种|種|类|類|步|道|层|層|张|張|关|關|把|对|對|段|组|組|篇|声|聲|桩|樁|招|手|笔|筆|块|塊|轮|輪|场|場)"
    r"(?!工作日|月|小[时時]|星期|季度|年)[^，。；：！？,;:!?\n]{0,12}+(?=[。：:；;，,！!\n]))"
)
_NUMERALS: Final = "一二三四五六七八九十两兩0123456789０１２３４５６７８９"
_NEAR: Final = 160
"""How far before a list an announcement may stand, in characters."""
_BETWEEN: Final = 60
"""How much text may stand between the two."""


_POINTS: Final = tuple(
    """
    方面 点 點 件事 句话 句話 问题 問題 意见 意見 要求 建议 建議 希望 特点 特點 任务 任務 原因
    """.split()
)
_SAID: Final = Openings(_POINTS)
"""What a speaker counts: before a stop, such a word says enough."""
_ANNOUNCEABLE: Final = Openings((*_POINTS, *"条條项項层層步", "道关", "道關", "措施", "环节", "環節"))
"""What else a list may count, where the words before the number lead up to a list."""
_LEADS_UP: Final = ("以下", "如下", "下面", "这", "這")
_TELLING: Final = frozenset("讲講谈談提说說説强強调調抓做办辦有分为為爲达達到注意把握突出")
_TELLING_REACH: Final = 9


def announced(text: str, begin: int, end: int, count: int = 0) -> int | None:
    """Return the number of points that the text before a list announces, or None.

    Takes the folded text, the stretch from the parent's marker to the list's first marker, and how many points came.
    The last announcement before the list counts, and only one near to it. A number that is not the number of points
    that came must say what it counts, in the words for it: villages and roads are content.
    """
    found: int | None = None
    for match in _ANNOUNCED.finditer(text, max(begin, end - _NEAR), end):
        counted = match.group()
        number = counted[: len(counted) - len(counted.lstrip(_NUMERALS))]
        value = parse_number(number.replace("两", "二").replace("兩", "二"))
        if value == 1 or not _is_near(text, match.end(), end):
            continue
        if value is None or value == count or _says_what(text, match.start() + len(number)):
            found = value  # None after 几点: an earlier count is not this list's
    return found


def _says_what(text: str, at: int) -> bool:
    """Whether the number that ends at an offset counts points, by the words around it."""
    counted = at + (text[at] in "个個大")
    if any(
        text.startswith(word, counted) and text[counted + len(word)] in "。：:；;" for word in _SAID.of(text, counted)
    ):
        return True
    start = at
    while start and text[start - 1] in _NUMERALS:
        start -= 1
    return _leads_up(text[max(0, start - 12) : start]) and text.startswith(_ANNOUNCEABLE.of(text, counted), counted)


def _leads_up(before: str) -> bool:
    """Whether the words before a number lead up to a list: 讲三点, 做好以下几件事."""
    before = before.removesuffix("\n")
    return before.endswith(_LEADS_UP) or not _TELLING.isdisjoint(before.rpartition("\n")[2][-_TELLING_REACH:])


def _is_near(text: str, begin: int, end: int) -> bool:
    rest = text[begin:end].strip(SPACE + "\n").lstrip("。：；，:;,")
    return len(rest) <= _BETWEEN and rest.count("。") <= 1
