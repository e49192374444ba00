"""Numbered lines that belong to no outline: tables of contents, headlines of a page, blocks of notes, footnotes."""

from __future__ import annotations

import re
from typing import Final

from speechparse.families import BLANK, SPACE
from speechparse.frame import is_header
from speechparse.lines import is_marked, is_sentence, next_line


def side_lists(text: str, marked: list[int]) -> list[tuple[int, int, str]]:
    """Return the spans of tables of contents and blocks of notes, each with the reason it stands for.

    Takes the folded text and the offsets of the candidates that open lines.
    """
    spans: list[tuple[int, int, str]] = []
    heads = list(_SIDE.finditer(text))
    if re.search("附件", text) or re.search("解[释釋]", text):
        heads += re.finditer(_GLOSSARY, text)
    for match in heads:
        begin, end = match.end(), _block_end(text, match.end(), len(text), marked)
        if end > begin:
            spans.append((begin, end, "contents" if "目" in match.group() else "footnote"))
    if head := headlines(text):
        spans.append((*head, "outside"))
    if text.count("①") > 1:
        spans += _footnotes(text)
    return spans


_SIDE: Final = re.compile(
    rf"\n[{SPACE}#*【\[]*+(?:(?:本文|文章)?目{BLANK}*[录錄次]|附?[注註]|注释|注釋|註釋|备注|備註)(?:{BLANK}|[*】\]])*+[：:]?"
    rf"(?:{BLANK}|[*】\]])*+\n"
)
_GLOSSARY: Final = rf"\n{BLANK}*+(?:附件[：:][^\n]{{0,40}}|[^\n。，]{{0,30}}名[词詞]解[释釋])(?:{BLANK}|[*】\]])*\n"


def _block_end(text: str, begin: int, limit: int, marked: list[int]) -> int:
    """Return where a block of numbered lines ends: at a line without a marker, or where a line comes again."""
    seen: set[str] = set()
    at, end = begin, begin
    while at < limit:
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        line = _squeezed(text[at:stop])
        if line:
            counts = is_marked(marked, at, stop)
            if line in seen or not (counts or line in _UNNUMBERED):
                break
            seen.add(line)
            end = stop if counts else end
        at = stop + 1
    return end


def _squeezed(line: str) -> str:
    """Return the words of a line, without blanks and without the dots and the page number of a table of contents."""
    return "".join(line.split()).rstrip("0123456789…. ·")


_UNNUMBERED: Final = frozenset(
    """
    前言 序言 序 引言 引子 导言 導言 导语 導語 绪论 緒論 绪言 緒言 总论 總論 概述 开场白 開場白 开头 開頭 結語 结语
    结束语 結束語 结论 結論 尾声 尾聲 后记 後記 跋 附录 附錄 附件 附表 附则 附則 参考文献 參考文獻 致谢 致謝 注释
    註釋
    """.split()
)
"""What a table of contents holds beside the numbered headings."""


# --- menus -----------------------------------------------------------------------------------------------------------

_MENU: Final = rf"(?:\n\s*[0-9]{{1,2}}(?:{BLANK}+|\.|、|．)[^\n。；：！？]{{4,40}}){{3,}}\n"
_HEADLINES: Final = 3
_PAGE_HEAD: Final = 1500
_SOURCE_LINES: Final = 5


def headlines(text: str) -> tuple[int, int] | None:
    """Return the span of a numbered list of headlines that stands above the title and the source line of a page.

    Its lines follow each other without a sentence, and the page's own title and source line come below them.
    """
    if sum(line.lstrip(SPACE)[:1].isdigit() for line in text[:_PAGE_HEAD].split("\n")) < _HEADLINES:
        return None
    match = re.compile(_MENU).search(text, 0, _PAGE_HEAD)
    if not match or text.find("。", 0, match.end()) >= 0:
        return None
    at = next_line(text, match.end() - 1)
    for count in range(_SOURCE_LINES):
        if at is None:
            break
        line = text[slice(*at)].strip()
        if count and is_header(line):
            return match.span()
        if is_sentence(line) or is_header(line):
            break
        at = next_line(text, at[1])
    return None


# --- footnotes --------------------------------------------------------------------------------------------------------

_CALLED: Final = "①-⑳"
_CALLS: Final = rf"[{_CALLED}](?<=[^：:；;，,、\s].)"
_NOTE: Final = rf"\n\s{{0,20}}+[{_CALLED}][^\n]*"


def _footnotes(text: str) -> list[tuple[int, int, str]]:
    """Return the spans of notes ①… at the foot of a page that the text above calls for, and of the calls.

    A call stands behind a word or a full stop, never behind a colon: what a colon announces is a list.
    """
    spans: list[tuple[int, int, str]] = []
    calls: dict[str, tuple[int, int, str]] = {}
    at = 0
    for begin, end in _note_blocks(text):
        for call in re.compile(_CALLS).finditer(text, at, begin):
            calls.setdefault(call.group(), (*call.span(), "footnote"))
        lines = [line.strip() for line in text[begin:end].split("\n") if line.strip()]
        if all(line[0] in calls for line in lines) and (len(lines) > 1 or lines[0][1:].lstrip().startswith(_NOTED)):
            spans += [calls.pop(number) for number in {line[0] for line in lines}]
            spans.append((begin, end, "footnote"))
        at = end
    return spans


def _note_blocks(text: str) -> list[tuple[int, int]]:
    """Return the spans of lines in a row that each begin with a number in a circle."""
    blocks: list[tuple[int, int]] = []
    for note in re.compile(_NOTE).finditer(text):
        begin, end = note.span()
        if blocks and blocks[-1][1] == begin:
            begin = blocks.pop()[0]
        blocks.append((begin, end))
    return blocks


_NOTED: Final = tuple(
    """
    见 見 参见 參見 参看 參看 参阅 參閲 參閱 引自 转引 轉引 出自 语出 語出 载 載 据 據 同上 此处 此處 作者 《 即 指
    按
    """.split()
)
"""What a note begins with."""
