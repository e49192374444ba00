"""The frame of a page: menus, source lines, dates and footers, and the look of a title.

Tables of words that such lines open with or hold; a line is compared with them, no pattern is compiled for it.
"""

from __future__ import annotations

import re
from typing import Final

from speechparse.families import SPACE
from speechparse.numerals import DIGITS
from speechparse.page_words import (
    COLONED,
    FOOT_FIELDS,
    FOOTER_WORDS,
    HEAD_FIELDS,
    HEAD_PHRASES,
    HEADER_WORDS,
    LINK_LISTS,
    MENU_WORDS,
    PHRASES,
    PRINTED,
    TAILS,
)
from speechparse.words import Endings, Openings

DECORATION: Final = SPACE + "#*·•【[（(《<>-|『☞☛→▲▼👉👇"
"""What may stand before the words of such a line."""
_FOOT_PHRASES: Final = Openings(PHRASES + COLONED)
_FOOT_FIELDS: Final = Openings(FOOT_FIELDS)
_HEAD_PHRASES: Final = Openings(HEAD_PHRASES)
_HEAD_FIELDS: Final = Openings(HEAD_FIELDS)
_LINK_LISTS: Final = Openings(LINK_LISTS)
_NO_BORDER: Final = frozenset("，。！？；、…“”《》·,!?;")


def _is_field(line: str, words: Openings) -> bool:
    """Whether a line opens with one of some words and a border behind it: a colon, a blank, a bracket, its end."""
    for word in words.of(line):
        if line.startswith(word):
            rest = line[len(word) :]
            if not rest or rest.startswith(TAILS) or not (rest[0].isalpha() or rest[0] in _NO_BORDER):
                return True
    return False


_SUMMARY: Final = "以上(?:就是|是)(?:小[编編]|.{0,30}(?:全部[内內]容|全文|介[绍紹]))"
_FOOTER_LENGTH: Final = 160
SIGNATURE_MARKS: Final = ("--", "> --")
"""What a mail puts above the sender's address."""

_PAGE_NUMBER: Final = (
    r"(?:[—–\-·]\s*[0-9０-９]{1,4}\s*[—–\-·]|[0-9]{1,3}\s*/\s*[0-9]{1,4}"
    r"|第\s*[0-9]{1,4}\s*[页頁](?:\s*[/共].{0,8})?)"
)
_PAGE_NUMBER_LENGTH: Final = 24
_OPENS_PAGE_NUMBER: Final = frozenset("—–-·第0123456789")
_IN_PAGE_NUMBER: Final = frozenset("—–-·页頁/")


def is_page_number(line: str) -> bool:
    """Whether a line only numbers a page: — 2 —, 2 / 6, 第2页."""
    line = line.strip()
    if len(line) >= _PAGE_NUMBER_LENGTH or line[:1] not in _OPENS_PAGE_NUMBER or _IN_PAGE_NUMBER.isdisjoint(line):
        return False
    return bool(re.fullmatch(_PAGE_NUMBER, line))


_RULES: Final = frozenset("－━─═―—–-=*＊_＿~～﹏·…※★☆◆◇■□●○+＋#^∽≈ \u3000")
_RULE_LENGTH: Final = 4
"""The shortest rule, in signs: three dashes set a break in a text, too."""


def is_rule(line: str) -> bool:
    """Whether a trimmed line is drawn, not written: ━━━━━━, ------, ＊　＊　＊　＊."""
    return line[:1] in _RULES and len(line) >= _RULE_LENGTH and _RULES.issuperset(line)


def is_footer(line: str) -> bool:
    """Whether a trimmed line belongs to the frame at the foot of a page."""
    plain = line.lstrip(DECORATION)
    if line in SIGNATURE_MARKS or _FOOT_PHRASES.open(plain) or _is_field(plain, _FOOT_FIELDS):
        return True
    if len(line) > _FOOTER_LENGTH:
        return False
    if plain.startswith("以上") and re.match(_SUMMARY, plain):
        return True
    if line.endswith(PRINTED):
        return True
    return _ends_in_list(line) or any(word in line for word in FOOTER_WORDS)


def _ends_in_list(line: str) -> bool:
    return line.rstrip("】]：:").endswith(LINK_LISTS)


def is_link_list(line: str) -> bool:
    """Whether a trimmed line heads a list of other pages: 相关文章, 猜你喜欢：."""
    return len(line) <= _FOOTER_LENGTH and (
        _is_field(line.lstrip(DECORATION), _LINK_LISTS) or (_ends_in_list(line) and line[-1] not in "。！？")
    )


_LABELS: Final = ("来源", "來源", "点击", "點擊", "浏览", "瀏覽")
_LABELLED: Final = rf"(?:^|[\s0-9)）】｜|])(?:信息|文章|稿件|新闻)?(?:{'|'.join(_LABELS)})[:：]"
_WROTE: Final = r"(?:On|在) .{4,80}(?:wrote|写道|寫道)[:：]"


def is_header(line: str) -> bool:
    """Whether a trimmed line is about the page, the mail or the date, not of the speech."""
    if len(line) > _FOOTER_LENGTH:
        return False
    plain = line.lstrip(DECORATION)
    if (
        _HEAD_PHRASES.open(plain)
        or _is_field(plain, _HEAD_FIELDS)
        or (plain[:1] == "第" and re.match(_ISSUE, plain))
        or is_date(line)
    ):
        return True
    if any(word in line for word in HEADER_WORDS) or line.count(" / ") > 1:
        return True
    labelled = any(label in line for label in _LABELS) and re.search(_LABELLED, line)
    wrote = line[-1:] in "：:" and plain.startswith(("On ", "在 ")) and re.fullmatch(_WROTE, plain)
    return bool(labelled or wrote)


_YEAR: Final = frozenset(DIGITS + "〇○零一二三四五六七八九十")
_DATE: Final = r"[（(]?[0-9０-９〇○零一二三四五六七八九十]{2,4}\s?[年\-/.．－].{0,20}[日号號)）0-9０-９][）)]?"
_DATE_LENGTH: Final = 30
_ENDS_DATE: Final = frozenset("日号號)）" + DIGITS)
_ISSUE: Final = r"第\s?[0-9]+\s?[页期頁]"


def is_date(line: str) -> bool:
    """Whether a trimmed line is a date, perhaps in brackets: 2021年3月4日, 二○二一年三月四日."""
    if len(line) >= _DATE_LENGTH or line[-1:] not in _ENDS_DATE or line.lstrip("（(")[:1] not in _YEAR:
        return False
    return bool(re.fullmatch(_DATE, line))


def is_menu_word(line: str) -> bool:
    """Whether a trimmed line is an entry that many menus have."""
    return line.strip(" 　>|·【】[]") in MENU_WORDS


_DATED: Final = r"[（(][0-9０-９〇○零一二三四五六七八九十]{2,4}\s?[年/.\-].{1,12}[日號号0-9０-９]\s*\w{0,6}[)）]"


def is_date_line(line: str) -> bool:
    """Whether a trimmed line is a note in brackets with a date, as below a title: （2021年3月4日 江平）."""
    if line[:1] not in ("（", "(") or line[1:2] not in _YEAR or line[-1:] not in ("）", ")"):
        return False
    return bool(re.fullmatch(_DATED, line))


_GENRES: Final = tuple(
    """
    演説 彙報 答記者問 歡迎詞 悼詞 公開信 倡議書 決議 守則 讲话 講話 讲话稿 講話稿 致辞 致辭 致词 致詞 发言 發言
    发言稿 發言稿 报告 報告 演讲 演講 演讲稿 演講稿 演說 演说 主持词 主持詞 汇报 匯報 纪要 紀要 贺词 賀詞 献词 獻詞
    党课 黨課 总结 總結 講稿 讲稿 答记者问 寄语 寄語 答谢词 答謝詞 開幕詞 开幕词 闭幕词 閉幕詞 欢迎词 悼词 公开信
    倡议书 条例 條例 办法 辦法 规定 規定 规则 規則 细则 細則 意见 意見 通知 决定 決定 决议 方案 计划 計劃 规划 規劃
    章程 要点 要點 守则 制度 须知 須知
    """.split()
)
_GENRE_ENDINGS: Final = Endings(_GENRES)
_APPENDED: Final = r"[（(][^）)]{1,20}[)）]\s*$"
_TITLE_LENGTH: Final = 64
_NOT_IN_TITLE: Final = frozenset("。；！？!?;")


def looks_like_title(line: str) -> bool:
    """Whether a trimmed line ends as titles of speeches and papers do: …的讲话, …致辞, …工作报告（摘要）."""
    if not 4 <= len(line) <= _TITLE_LENGTH or not _NOT_IN_TITLE.isdisjoint(line):
        return False
    if line.endswith(("）", ")")):
        line = re.sub(_APPENDED, "", line)
    return _GENRE_ENDINGS.end(line)
