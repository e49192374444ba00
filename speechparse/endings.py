"""Lines below the last sentence of a speech: captions, notes in brackets, enclosures, credits, signatures."""

from __future__ import annotations

from typing import Final

from speechparse.families import SPACE
from speechparse.frame import DECORATION, SIGNATURE_MARKS, is_date, is_date_line
from speechparse.page_words import (
    AFTERWORDS,
    CAPTIONS,
    DISCLAIMERS,
    ENCLOSURES,
    END_MARKS,
    GLOSSARIES,
    MINUTES_FIELDS,
    SOURCES,
    STAGE_WORDS,
)

_NUMERALS: Final = "0123456789０１２３４５６７８９一二三四五六七八九十"
_SEVERED: Final = ("：", ":", "、", ".", "．", " ", "\u3000")


def is_caption(line: str) -> bool:
    """Whether a trimmed line says what a picture shows: 图1：会场, 图为会场。."""
    plain = line.lstrip(DECORATION)
    if plain[:1] not in ("图", "圖"):
        return False
    rest = plain[1:].lstrip(_NUMERALS)
    return plain.startswith(CAPTIONS) or (len(rest) < len(plain) - 1 and rest.startswith(_SEVERED))


_AROUND: Final = SPACE + "—–-=*·（）()【】[]"


def is_end_mark(line: str) -> bool:
    """Whether a trimmed line only says that the text ends: 完, （全文完）, —END—."""
    return line.strip(_AROUND) in END_MARKS


def is_afterword(line: str) -> bool:
    """Whether a trimmed line opens a note of those who took the speech down: （附記）是日… 编者按：…"""
    if line[:1] in ("（", "(", "【", "〔", "["):
        inner = line[1 : _LABEL_LENGTH + 2]
        return inner.startswith(AFTERWORDS) and inner[: _LABEL_LENGTH + 1].lstrip(_WORDS)[:1] in _LABEL_ENDS
    return line.startswith(AFTERWORDS) and line.lstrip(_WORDS)[:1] in ("：", ":")


_LABEL_LENGTH: Final = 5
_LABEL_ENDS: Final = ("）", ")", "】", "〕", "]", "：", ":")
_WORDS: Final = "".join(AFTERWORDS)


def is_mail_foot(line: str) -> bool:
    """Whether a trimmed line is above a sender's address, or what a mail says of itself: 本邮件仅限收件人阅读。"""
    if line in SIGNATURE_MARKS:
        return True
    if len(line) > _DISCLAIMER_LENGTH or _OF_MAIL.isdisjoint(line):
        return False
    return any(word in line for word in DISCLAIMERS)


_DISCLAIMER_LENGTH: Final = 160
_OF_MAIL: Final = frozenset("件邮郵印")
"""Each of those words holds one of these."""


_TOLD_LENGTH: Final = 60
_MINUTED: Final = ("会议于", "會議於", "会议在", "會議在", "大会于", "大會於")
_ASKING: Final = frozenset("要请請须須应應别別让讓")


def is_narrated(line: str) -> bool:
    """Whether a trimmed line, below words of leave, tells what came after it: ※ 會後備有便當。 会后，…参观了…。"""
    if line[0] == "※":
        return True
    if len(line) > _TOLD_LENGTH or not _ASKING.isdisjoint(line):
        return False
    if line.startswith(("会后，", "會後，")):
        return "了" in line
    return line.startswith(_MINUTED) and line.rstrip("。").endswith(("结束", "結束", "散会", "散會"))


def is_enclosure(line: str) -> bool:
    """Whether a trimmed line heads what is enclosed: 附件, 附件1, 附：名单."""
    plain = line.lstrip(DECORATION)
    if not plain.startswith("附"):
        return False
    word = next((word for word in ENCLOSURES if plain.startswith(word)), "附")
    rest = plain[len(word) :].lstrip(SPACE).lstrip(_NUMERALS)
    return rest.startswith(("：", ":")) or (word != "附" and not rest.strip(_AROUND))


_HEADING_LENGTH: Final = 40


def is_glossary(line: str) -> bool:
    """Whether a trimmed line heads the terms that a paper explains at its end: 有关用语说明."""
    if len(line) > _HEADING_LENGTH or "。" in line:
        return False
    heading = line.strip(_AROUND + "：:》")
    return heading in SOURCES or heading.endswith(GLOSSARIES)


def is_minutes_field(line: str) -> bool:
    """Whether a trimmed line is a field at the end of a meeting's minutes: 散会：11时50分."""
    if not line.startswith(MINUTES_FIELDS):
        return False
    return line[2:6].lstrip("时時间間动動议議").startswith(("：", ":"))


_BARS: Final = frozenset("【】〔〕|｜/▲△▼■◆★☆©")
_SIGNED: Final = ("人", "姓名", "签名", "簽名", "签字", "簽字")
"""What a label ends in that says who signs."""
_SIGNED_WHOLE: Final = frozenset(("单位", "單位", "职务", "職務", "日期"))
_CREDITS: Final = (
    *("记者", "記者", "通讯员", "通訊員", "编辑", "編輯", "二维码", "二維碼", "公众号", "公眾號", "下载", "下載"),
    *("转自", "轉自", "转载", "轉載", "相关", "相關"),
)
"""What a signature does not hold."""


def is_loose(line: str) -> bool:
    """Whether a trimmed line without a sentence, below words of leave, is a frame's and no signature: 一审：江平."""
    if line[-1] in "，,、；;。！!？?”…" or is_date(line):
        return False
    if not _BARS.isdisjoint(line) or any(word in line for word in _CREDITS):
        return True
    label, colon, _ = line.replace(":", "：").partition("：")
    if colon:
        return not (label.rstrip(SPACE).endswith(_SIGNED) or label in _SIGNED_WHOLE)
    return any(char.isdigit() for char in line) and "年" not in line and "月" not in line


_STAGE_LENGTH: Final = 16
_NOTE_LENGTH: Final = 5


def is_note(line: str) -> bool:
    """Whether a whole trimmed line stands in brackets and is neither a date nor what the audience does: （掌声）."""
    if line[:1] in ("〔", "［", "[") and line[-1] in "〕］]" and len(line) > _NOTE_LENGTH + 2:
        return not any(mark in line[1:-1] for mark in "〔〕［］[]")
    if line[:1] not in ("（", "(") or line[-1] not in "）)":
        return False
    inner = line[1:-1]
    if len(inner) < _NOTE_LENGTH or inner[0] in _NUMERALS or is_date_line(line):
        return False
    closed = min((at for at in (inner.find("）"), inner.find(")")) if at >= 0), default=len(inner))
    if closed < len(inner) and "（" not in inner[:closed] and "(" not in inner[:closed]:
        return False
    return not (len(inner) <= _STAGE_LENGTH and any(word in inner for word in STAGE_WORDS))
