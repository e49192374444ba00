"""Page → speeches: where each begins and ends, and what of the page belongs to none.

A page that holds several speeches numbers them (篇1, 【篇一】, 第一篇：, 标题(二)) or sets a title before each, with a
new salutation below it. A table of contents shows the same numbers, but nothing between them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

import regex

from speechparse.cues import SALUTATION
from speechparse.families import SPACE
from speechparse.fold import MARKER_LINE, PAGE_NUMBER
from speechparse.numerals import parse_number

_NUM: Final = r"(?<n>[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3})"
_ANCHOR: Final = regex.compile(r"篇|[范範]文|[范範]例|例文|之[一二三四五六七八九十]{1,2}[ \t\u3000]*\n|[（(](?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[)）][ \t\u3000]*\n")
_COLLECTION: Final = (
    ("ordered", regex.compile(rf"[{SPACE}#*【\[《]*第{_NUM}篇(?:[】\]》]|[：:、{SPACE}\n]).{{0,60}}")),
    ("numbered", regex.compile(rf"[{SPACE}#*]*[^\n，。；：！？,]{{0,40}}?[{SPACE}【\[（(]*篇{_NUM}[】\]）)]?(?:[：:、{SPACE}.].{{0,60}}|(?<=[】\]）)]).{{0,60}}|[{SPACE}]*)")),
    ("sample", regex.compile(rf"[{SPACE}#*]*[^\n，。；：！？,]{{0,40}}?[{SPACE}【\[（(]*(?:[范範]文|[范範]例|例文){_NUM}[】\]）)]?(?:[：:、{SPACE}.].{{0,60}}|(?<=[】\]）)]).{{0,60}}|[{SPACE}]*)")),
    ("suffix", regex.compile(rf"[{SPACE}#*]*[^\n，。；：！？,]{{4,50}}[（(]{_NUM}[)）][{SPACE}]*")),
    ("suffix-zhi", regex.compile(rf"[{SPACE}#*]*[^\n，。；：！？,]{{4,50}}之{_NUM}[{SPACE}]*")),
)
"""Lines that number the speeches of a page, form by form."""

_GENRE: Final = "讲话|講話|讲话稿|講話稿|致辞|致辭|致词|致詞|发言|發言|发言稿|發言稿|报告|報告|演讲|演講|演讲稿|演講稿|主持词|主持詞|汇报|匯報|纪要|紀要|贺词|賀詞|献词|獻詞|党课|黨課|总结|講稿|讲稿|述职报告|答记者问|寄语|寄語|答谢词|開幕詞|开幕词|闭幕词|閉幕詞|公开信|倡议书|条例|條例|办法|辦法|规定|規定|细则|意见|通知|决定|方案|计划|规划|章程|要点"
_TITLE_LINE: Final = regex.compile(rf"[{SPACE}#*]*(?!【)[^\n。；！？!?;]{{2,60}}(?:{_GENRE})(?:[（(][^\n）)]{{1,20}}[)）])?[{SPACE}*]*")
_META: Final = regex.compile(
    rf"[{SPACE}*【\[（(]*(?:来源|來源|作者|时间|時間|发布|發布|更新|日期|点击|點擊|浏览|瀏覽|阅读|閱讀|编辑|編輯|责任编辑|字号|字體|分享|收藏|打印|全屏|加大|还原|减小|下载|上传|文号|电邮讲话|签发|上一|下一|首页|当前位置|您的位置|您现在的位置|您的当前位置|位置|手机版|导语|編者按|编者按|摘要|关键词|目\s*[录錄次]|本文目[录錄]|第\s?[0-9]+\s?[页期頁])"
    rf"|.*(?:>>|＞|›|»| > | / .* / ).*|.*(?:点击|浏览|阅读|文档编号|上传时间|下载)[:：]?\s?[0-9０-９]*.*|[{SPACE}（(]*[0-9０-９〇○一二三四五六七八九十]{{2,4}}\s?[年\-/.．－].{{0,20}}[日号)）0-9０-９][）)]?[{SPACE}]*"
)
"""Lines about the page or the date, not of the speech."""
_CONTENTS: Final = regex.compile(rf"[{SPACE}#*【\[]*(?:本文|文章)?(?:目[{SPACE}]*[录錄次]|导航|目次)[{SPACE}*】\]：:]*")

_NOISE: Final = regex.compile(
    rf"[{SPACE}*#·•【\[（(《<-]*(?:上一[页頁篇]|下一[页頁篇]|上[页頁]|下[页頁]|相关(?:文章|推荐|阅读|报道|文档|链接|新闻|内容|资料|搜索|专题)|相關(?:文章|推薦|閱讀|報道|報導|連結|新聞|內容)|推荐(?:阅读|文章)|推薦(?:閱讀|文章)|热门(?:文章|推荐|阅读)|最新(?:文章|发布)|猜你喜欢|更多(?:相关|文章|内容|精彩|>>|关于)|延伸閱讀|延伸阅读"
    rf"|[Cc]opyright|COPYRIGHT|版[权權](?:所有|声明|聲明|提示|归)|©|免责声明|免責聲明|责任编辑|責任編輯|责编|编辑[:：]|編輯[:：]|作者[:：]|来源[:：]|來源[:：]|打印|【打印|关闭窗口|返回(?:顶部|首页|列表|目录)|回到顶部|[Tt]op[{SPACE}]*$|TOP|本文(?:由|来源|來源|地址|链接|网址|为|出自|作者|标题)|此文由|文章(?:来源|出处|来自)|原文(?:链接|地址|出处)|转载(?:请|自)|轉載|温馨提示|溫馨提示|广告|廣告|全文阅读|阅读全文|点击(?:下载|查看|阅读|收藏)|下载(?:本文|地址|文档)|收藏本|分享(?:到|至|本)|扫码|扫一扫|关注(?:我们|公众号|微信)|微信(?:公众号|扫)|ICP|.{{0,12}}ICP备|备案号|联系(?:我们|电话|方式)|关于我们|网站地图|声明[:：]|特别声明|注[:：]本文|附件(?:下载|[:：]|[0-9])|发[:：]|抄送[:：]|抄[报報][:：]|主送[:：]|报送[:：]|印发[:：]|共印|（共印|标签[:：]|標籤|关键[词字][:：]|TAG|[Tt]ags?[:：]|评论|評論|发表评论|网友评论|顶一下|点赞|打赏|赞[{SPACE}]*[0-9]|以上(?:就是|是)(?:小编|.{{0,30}}(?:全部内容|全文|介绍))|看(?:过|了).{{0,12}}(?:还|又)(?:看|喜欢)|相似文档|专题[:：]|投稿|举报|https?:|www\.|[A-Za-z0-9 ]{{0,20}}版权所有)"
    rf"|[^\n。]{{0,40}}(?:相关(?:文章|推荐|阅读)|相關(?:文章|閱讀))[】\]]?[：:]?[{SPACE}]*$|.{{0,40}}(?:https?://|www\.|版权所有|版權所有|转载请注明|侵权|侵權|删除(?:邮箱|）)|保留所有权利)|[{SPACE}]*[0-9]{{1,3}}[{SPACE}]*/[{SPACE}]*[0-9]{{1,4}}[{SPACE}]*$|[{SPACE}]*[—–-][{SPACE}]*[0-9]{{1,3}}[{SPACE}]*[—–-][{SPACE}]*$"
)
"""Lines of a page's frame: they end a speech where nothing of it follows."""
_CONTENT_LENGTH: Final = 40
_SENTENCE_LENGTH: Final = 12
_HEAD_LINES: Final = 40
_HEAD_REACH: Final = 3000


@dataclass(slots=True)
class Part:
    """A speech's place in the folded text."""

    begin: int
    title: tuple[int, int] | None
    """The span of its title."""
    end: int
    head: int
    """Where the text after title, source lines and salutation begins."""
    salutation: tuple[int, int] | None


@dataclass(slots=True)
class _Border:
    begin: int
    line_end: int
    ordinal: int
    form: str


def split(text: str, marked: list[int]) -> list[Part]:
    """Return the speeches of a folded text, in order; one where the page holds one, none where it holds nothing.

    Takes the text and the offsets of the candidates that open lines: such a line is no title.
    """
    if not text.strip():
        return []
    borders = _numbered_borders(text) or _titled_borders(text)
    if len(borders) < 2:
        return [_single(text, marked, len(text) - 1)]
    limits = [border.begin for border in borders[1:]] + [len(text) - 1]
    parts = [_part(text, border, limit) for border, limit in zip(borders, limits, strict=True)]
    return [*_before(text, borders[0].begin, marked), *parts]


_PROSE: Final = 3


def _before(text: str, limit: int, marked: list[int]) -> list[Part]:
    """Return the speech before the first numbered one, where what stands there is more than a page's frame."""
    if bisect_left(marked, limit) < 2:  # noqa: PLR2004 one marker is no list
        return []
    prose = sum(len(line) >= _CONTENT_LENGTH and line.rstrip()[-1:] in "。！？；" and not _NOISE.match(line) for line in text[:limit].split("\n"))
    return [_single(text, marked, limit)] if prose >= _PROSE else []


# --- borders ---------------------------------------------------------------------------------------------------------


def _line(text: str, at: int) -> tuple[int, int]:
    begin = text.rfind("\n", max(0, at - 120), at) + 1
    end = text.find("\n", at)
    return begin, len(text) if end < 0 else end


def _next_line(text: str, end: int) -> tuple[int, int] | None:
    """Return the next line that is not blank."""
    at = end + 1
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip():
            return at, stop
        at = stop + 1
    return None


def _numbered_borders(text: str) -> list[_Border]:
    found: list[_Border] = []
    for match in _ANCHOR.finditer(text):
        begin, end = _line(text, match.start())
        if text[match.start() - 1] == "【":
            begin = match.start() - 1
        if end - begin > 120 or not begin or (found and found[-1].begin == begin) or match.start() - begin > 60:
            continue
        for form, shape in _COLLECTION:
            if fit := shape.fullmatch(text, begin, end):
                found.append(_Border(begin, end, parse_number(fit["n"]) or 0, form))
                break
    if len(found) < 2:
        return []
    real = [border for border, below in zip(found, [*found[1:], None], strict=True) if not _is_entry(text, border, below)]
    return max((_series(real, form) for form, _ in _COLLECTION), key=len, default=[])


def _is_entry(text: str, border: _Border, below: _Border | None) -> bool:
    """Whether a numbered title is a line of a table of contents: the next line is the next title."""
    if below is None:
        following = _next_line(text, border.line_end)
        return following is None or bool(_NOISE.match(text, *following))
    following = _next_line(text, border.line_end)
    return following is not None and following[0] == below.begin and below.ordinal != border.ordinal


def _series(borders: list[_Border], form: str) -> list[_Border]:
    """Return the borders of one form that count on: 1, 2, 3, and again from 1 on the next page."""
    series: list[_Border] = []
    for border in borders:
        if border.form != form:
            continue
        if border.ordinal == 1 or (series and border.ordinal == series[-1].ordinal + 1):
            series.append(border)
    return series if any(border.ordinal == 2 for border in series) else []


def _titled_borders(text: str) -> list[_Border]:
    """Return title lines with a salutation of their own below, where a page has several."""
    found: list[_Border] = []
    for match in SALUTATION.finditer(text):
        title = _title_above(text, match.start())
        if title and (not found or title[0] > found[-1].begin):
            found.append(_Border(title[0], title[1], len(found) + 1, "titled"))
    return found


def _title_above(text: str, salutation: int) -> tuple[int, int] | None:
    """Return the title line above a salutation, over lines with dates and names."""
    end = salutation
    for _ in range(8):
        begin, stop = _previous_line(text, end)
        if stop <= 0:
            return None
        line = text[begin:stop]
        end = begin
        if not line.strip():
            continue
        if _TITLE_LINE.fullmatch(line.rstrip()) and not _META.match(line) and not MARKER_LINE.match(line):
            return begin, stop
        if len(line) > 40 or line.rstrip()[-1:] in "。！？；":
            return None
    return None


def _previous_line(text: str, begin: int) -> tuple[int, int]:
    stop = begin - 1
    return (text.rfind("\n", 0, max(stop, 0)) + 1, stop)


# --- one speech ------------------------------------------------------------------------------------------------------


def _part(text: str, border: _Border, limit: int) -> Part:
    begin = border.begin
    while begin < border.line_end and text[begin] in SPACE:
        begin += 1
    title = _title_of(text, begin, border.line_end)
    return _finish(text, begin, title, limit, max(title[1], border.line_end))


def _title_of(text: str, begin: int, end: int) -> tuple[int, int]:
    while end > begin and text[end - 1] in SPACE:
        end -= 1
    return begin, end


def _single(text: str, marked: list[int], limit: int) -> Part:
    title = _first_title(text, marked)
    if title is None:
        begin = next((index for index, char in enumerate(text) if char not in SPACE + "\n"), limit)
        return _finish(text, begin, None, limit, begin)
    return _finish(text, title[0], title, limit, title[1])


def _first_title(text: str, marked: list[int]) -> tuple[int, int] | None:
    """Return the span of the title of a page with one speech: in its head, before anything that reads as text."""
    lines: list[tuple[int, int]] = []
    at: tuple[int, int] | None = _next_line(text, 0) if text[0] == "\n" else (0, max(text.find("\n"), 0))
    framed = False
    best: tuple[int, int] | None = None
    while at and len(lines) < _HEAD_LINES and at[0] < _HEAD_REACH:
        begin, end = at
        line = text[begin:end].strip(SPACE + "*#")
        if _META.match(line) or _NOISE.match(line):
            framed = True
        elif SALUTATION.match(text, begin) or len(line) > 80 or _CONTENTS.fullmatch(line) or _is_marked(marked, begin, end) or _SENTENCE.search(line):
            break
        elif line:
            lines.append(at)
            if _TITLE_LINE.fullmatch(line) and best is None:
                best = at
        at = _next_line(text, end)
    if not lines or (at is None and len(lines) > 1 and best is None):
        return None
    chosen = best or (lines[0] if not framed or len(lines) == 1 else _subtitled(text, lines) or lines[0])
    subtitled = _subtitled(text, lines)
    return _widened(text, subtitled or chosen)


_SENTENCE: Final = regex.compile(r"[。；！？!?;]|[：:，,]$")


def _is_marked(marked: list[int], begin: int, end: int) -> bool:
    index = bisect_left(marked, begin)
    return index < len(marked) and marked[index] < end


def _subtitled(text: str, lines: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the line above a subtitle that opens with a dash."""
    for above, below in zip(lines, lines[1:], strict=False):
        if text[below[0] : below[1]].lstrip(SPACE + "*").startswith(("——", "--", "—")):
            return above
    return None


def _widened(text: str, title: tuple[int, int]) -> tuple[int, int]:
    """Return a title with the lines right above it that belong to it."""
    begin, end = title
    for _ in range(2):
        above, stop = _previous_line(text, begin)
        line = text[max(above, 0) : max(stop, 0)].strip(SPACE + "*#")
        if stop <= 0 or not line or len(line) > 40 or line[-1] in "。；：！？" or _META.match(line) or _NOISE.match(line):
            break
        begin = above
    while begin < end and text[begin] in SPACE + "#*\n":
        begin += 1
    while end > begin and text[end - 1] in SPACE + "*":
        end -= 1
    return begin, end


def _finish(text: str, begin: int, title: tuple[int, int] | None, limit: int, head: int) -> Part:
    end = _speech_end(text, head, limit)
    salutation = _salutation(text, head, end)
    return Part(begin, title, end, salutation[1] if salutation else head, salutation)


def _salutation(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return the span of the salutation in a speech's head: the first line that addresses the audience."""
    at: tuple[int, int] | None = (begin, max(text.find("\n", begin, end), begin))
    for _ in range(30):
        if at is None or at[0] >= end:
            return None
        match = SALUTATION.match(text, at[0])
        if match:
            start, stop = match.span()
            while text[start] in SPACE:
                start += 1
            return start, start + len(text[start:stop].rstrip())
        if at[1] - at[0] > 60 and text[at[0] : at[1]].rstrip().endswith(("。", "：", "！")):
            return None
        at = _next_line(text, at[1])
    return None


def _speech_end(text: str, begin: int, limit: int) -> int:
    """Return where a speech ends: before the frame of the page, where nothing but the frame follows."""
    end = limit
    at = limit
    while at > begin:
        line_begin = max(text.rfind("\n", begin, at), begin)
        line = text[line_begin:at].strip()
        if line:
            if PAGE_NUMBER.fullmatch(line):
                end = line_begin if at >= end or not text[at:end].strip() else end
            elif _NOISE.match(line):
                end = line_begin
            elif line[-1] in "。！？”）」!?…" and len(line) >= (_SENTENCE_LENGTH if line[-1] in "。！？!?" else _CONTENT_LENGTH):
                break
        at = line_begin
    while end > begin and text[end - 1] in SPACE + "\n":
        end -= 1
    return end


_NOTES: Final = regex.compile(rf"[{SPACE}]*(?:附?注|附註|註|注释|注釋|註釋|备注|備註)[{SPACE}]*[：:]?[{SPACE}]*")


def side_lists(text: str, part: Part, marked: list[int]) -> list[tuple[int, int, str]]:
    """Return the spans of tables of contents and blocks of notes in a speech, each with the reason it stands for."""
    spans: list[tuple[int, int, str]] = []
    for match in _SIDE.finditer(text, max(part.begin - 1, 0), part.end):
        begin, end = match.end(), _block_end(text, match.end(), part.end, marked)
        if end > begin:
            spans.append((begin, end, "contents" if "目" in match.group() or "次" in match.group() else "footnote"))
    return spans


_SIDE: Final = regex.compile(rf"\n[{SPACE}#*【\[]*(?:(?:本文|文章)?目[{SPACE}]*[录錄次]|附?[注註]|附註|注释|注釋|註釋|备注|備註)[{SPACE}*】\]]*[：:]?[{SPACE}*】\]]*\n")


def _block_end(text: str, begin: int, limit: int, marked: list[int]) -> int:
    """Return where a block of numbered lines ends: at a line without a marker, or where a line comes again."""
    seen: set[str] = set()
    at, end = begin, begin
    while at < limit:
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        line = text[at:stop].strip()
        if line and (not _is_marked(marked, at, stop) or line.rstrip("0123456789…. ·") in seen):
            break
        if line:
            seen.add(line.rstrip("0123456789…. ·"))
            end = stop
        at = stop + 1
    return end
