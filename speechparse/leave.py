"""Words of leave: what rounds a speech off, and what goes on after it all the same."""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from speechparse.cues import counts_back, goes_further
from speechparse.families import BLANK
from speechparse.lines import past_blanks
from speechparse.words import Openings


def _both_widths(words: str) -> tuple[str, ...]:
    """Return the words of a table, those with full-width marks also with half-width ones."""
    return tuple(words.split()) + tuple(word.replace("，", ",").replace("：", ":") for word in words.split())


_CLOSERS: Final = _both_widths(
    """
    我的话讲 我的話講 我的话说 我的話説 我的話說 我的话就 我的話就 今天就讲 今天就講 今天就到 今天就谈 今天就談
    会议到此 會議到此 就讲这些 就講這些 就说这些 就說這些 就説這些 我就说 我就說 我就説 我的体会就是 我的體會就是
    本通知自 本办法自 本辦法自 出席： 列席： 匯報完畢 匯報到此 特此報告 特此通知 我的匯報 我的演講 我的致辭 請審議
    請予審議 再次感謝 道阻且長 我的話完 请领导放心 請領導放心 请组织放心 請組織放心 以上 总之 總之 综上 綜上 总而言之
    總而言之 一句话， 一句話， 让我们 讓我們 最后， 最後， 最后祝 最後祝 谢谢 謝謝 预祝 預祝 衷心祝 我相信 我坚信
    我堅信 我深信 我就讲 我就講 我的讲话 我的講話 我的发言 我的發言 我的报告 我的報告 我的汇报 我的彙報 我的演讲
    我的致辞 汇报完毕 彙報完畢 汇报到此 彙報到此 特此报告 妥否 不妥之处 不妥之處 不當之處 不当之处 我的话完 讲完了
    講完了 我提议 我提議 现在，我提议 現在，我提議 感谢大家 感謝大家 感谢各位 感謝各位 感谢聆听 感謝聆聽 多谢 多謝 祝
    恳请 懇請 相信 展望未来 展望未來 末了 谨此 謹此 我谨此 我謹此 本人谨此 本人謹此 发言完毕 發言完畢 述职完毕
    述職完畢 表态完毕 表態完畢 这就是我 這就是我 在此，我代表 在此，我謹代表 在此，我谨代表 我宣布 我宣佈 现在，我宣布
    現在，我宣佈 請批評 请批评 请审议 请予审议 此致 再次感谢 再次祝 借此机会，向 借此機會，向 藉此機會，向 新征程上
    新徵程上 新的征程
    时候不早了 時候不早了 时间不早了 時間不早了 占用大家 占用各位 耽误大家 耽誤大家 耽误各位 耽誤各位
    站在新的 千里之行 道阻且长 散会 散會
    """
)


def is_closing(text: str, at: int, end: int) -> bool:
    """Whether the paragraph at an offset rounds a speech off: 以上三点… 让我们… 祝大家…"""
    at = past_blanks(text, at, end)
    if at >= end:
        return False
    if text.startswith(_CLOSING.of(text, at), at, end):
        return True
    return (
        counts_back(text, at + (text[at] == "就"))
        or _says_how_long(text, at)
        or _says_enough(text[at : min(at + _ENOUGH_REACH, end)])
        or (text[at] == "好" and _is_good(text[at : min(at + _LEAVE_REACH, end)]))
    )


_TIME_TOLD: Final = (
    "(?:今天|我|一共|已经|已經|不知不觉|不知不覺){0,2}"
    "[讲講说說説]了[^，。！？；\n]{1,8}(?:分钟|分鐘|小时|小時|钟头|鐘頭)[了，,。]"
)
_TIME_REACH: Final = 12
"""How far behind the beginning of such words 了 may stand, in characters."""


def _says_how_long(text: str, at: int) -> bool:
    """Whether a paragraph opens by saying how long the speaker has talked: 讲了四十分钟，…"""
    if text[at] not in _TOLD_LONG or "了" not in text[at : at + _TIME_REACH]:
        return False
    return bool(re.compile(_TIME_TOLD).match(text, at))


_TOLD_LONG: Final = frozenset("今我一已不讲講说說説")


def _is_good(line: str) -> bool:
    """Whether a line opens by breaking off and takes leave: 好了，天不早了，散会."""
    line = line.partition("\n")[0]
    return line.startswith(_GOOD) and any(word in line for word in (*_ENOUGH, *_WISHES))


_CLOSING: Final = Openings(_CLOSERS)


_GOOD: Final = _both_widths("好， 好了， 好啦， 好吧，")
_WISHES: Final = ("祝", "谢", "謝", "散会", "散會")
_LEAVE_REACH: Final = 200
_ENOUGH_REACH: Final = 30
_ENOUGH: Final = tuple(
    """
    就上到这 就上到這 就是这些 就是這些 就讲到这 就講到這 就说到这 就說到這 就説到這 就谈到这 就談到這 就到这 就到這
    先讲到这 先講到這
    先说到这 先說到這
    先説到這 讲这么多 講這麼多 講這麽多 说这么多 說這麼多 說這麽多 説這麼多 説這麽多 讲这些 講這些 说这些 說這些
    説這些 我讲完 我講完 我说完 我說完 我説完 讲完了 講完了 说完了 說完了 説完了 到此结束 到此結束 到此为止 到此為止
    到此爲止 就此结束 就此結束
    """.split()
)
"""What says that enough was said."""


def _says_enough(line: str) -> bool:
    """Whether the first sentence of a line says that enough was said, and no clause goes on: 我就讲这么多。"""
    if not any(sign in line for sign in _TOLD):
        return False
    sentence = line[: min((at for at in map(line.find, "。！!\n") if at >= 0), default=len(line))]
    for word in _ENOUGH:
        if (at := sentence.find(word)) >= 0:
            rest = sentence[at + len(word) :].lstrip(_PARTICLES)
            return not rest or (rest[0] in "，," and not rest[1:].startswith(_GOES_ON))
    return False


_TOLD: Final = ("这", "這", "完", "此")
"""Each of those words holds one of these."""
_GOES_ON: Final = ("再", "下面", "接着", "接著", "还要", "還要", "现在", "現在", "我还", "我還")
"""What turns from what was said to what is to be said: 道理说完了，再说打算."""
_PARTICLES: Final = "里裡裏儿兒吧了啦"
"""What may follow: 就讲到这里吧."""


_THANKED: Final = "大家|各位|同志|同学|同學|老师|老師|朋友|你们|你們|领导|領導"
_PARTING: Final = re.compile(
    rf"(?<=[。！？!?”]){BLANK}*(?="
    r"(?:最后|最後|末了)[，,]?[^。！？!?，,]{0,12}(?:祝|谢|謝|让我们|讓我們)"
    rf"|(?:再次)?[谢謝]{{2}}(?:{_THANKED}|！|!|。)|(?:预|預|恭|敬|谨|謹|)祝(?:{_THANKED}|愿|願|全|我们|我們)"
    r"|我的(?:话|話|讲话|講話|发言|發言|汇报|匯報|报告|報告|演讲|演講)(?:就?到|完|讲完|講完|说完|說完|结束|結束)"
    r"|(?:散会|散會)(?![以之]?[后後前时時])"
    r")"
)


def parting_start(text: str, begin: int, end: int) -> int:
    """Return where a sentence between two offsets takes leave (最后，祝大家… 谢谢大家！), or `end`."""
    match = _PARTING.search(text, begin, end)
    return match.end() if match else end


_ASIDE: Final = tuple("".join(parts) for parts in product("说說説讲講提谈談", "一两兩几幾二三"))
_ASIDE_REACH: Final = 40


def opens_matter(text: str, at: int, end: int) -> bool:
    """Whether the paragraph at an offset opens a further matter after words of leave: 借这个机会，我再说两句."""
    if goes_further(text, at, end):
        return True
    line = text[at : min(at + _ASIDE_REACH, end)].partition("\n")[0].partition("。")[0]
    chance = max(line.find("机会"), line.find("機會"))
    return chance >= 0 and any(word in line[chance:] for word in _ASIDE)
