"""Words that show where something ends or begins: salutations, closing phrases, announcements of a count."""

from __future__ import annotations

from typing import Final

import regex

from speechparse.families import DIGITS, SPACE
from speechparse.numerals import parse_number

_PEOPLE: Final = (
    "同志|朋友|代表|委员|委員|领导|領導|来宾|來賓|嘉宾|嘉賓|老师|老師|同学|同學|同仁|乡亲|鄉親|家长|家長|女士|先生|姐妹|伙伴|夥伴|战友|戰友|校友|学子|學子|企业家|企業家"
    "|媒体|媒體|同事|员工|員工|股东|股東|各位|大家|小朋友|职工|職工|父老|党员|黨員|院士|专家|專家|使节|使節|同胞|队员|隊員|师傅|師傅|居民|村民|选手|選手|评委|評委|评审|評審|议员|議員|市民|学者|學者|教授|主席|总理|總理|部长|部長|书记|書記|主任|院长|院長|校长|校長|记者|記者"
)
SALUTATION: Final = regex.compile(
    rf"[{SPACE}]*(?:(?:各位|诸位|諸位|尊敬的|敬爱的|敬愛的|亲爱的|親愛的)[^\n。；;！!？?]{{1,80}}[：:！!][{SPACE}]*\n|[^\n。；;，,：:！!？?“”]{{0,40}}(?:{_PEOPLE})(?:们|們)?(?:[、，,][^\n。；;：:！!？?“”]{{1,80}})?[：:！!][{SPACE}]*\n)"
)
"""A line that only addresses the audience: 同志们： 各位代表、同志们！"""
VOCATIVE: Final = regex.compile(
    rf"[{SPACE}]*(?:(?:各位|诸位|諸位|尊敬的|敬爱的|敬愛的|亲爱的|親愛的)[^\n。；;：:！!？?“”]{{1,30}}?[，,！!：:]"
    rf"|(?:(?!我|你|您|他|她|它|咱|人)[^\n。；;，,：:！!？?“”、]{{1,6}}(?:们|們)[、和]?){{1,4}}[，,！!：:]"
    rf"|(?:[^\n。；;，,：:！!？?“”、]{{0,4}}(?:{_PEOPLE})[、和]?){{1,4}}[！!：:])"
)
"""A paragraph that opens by addressing the audience: 同志们，…"""

ADDRESS: Final = regex.compile(r"(?<=[。！？!?”])(?:各位(?:代表|委员|委員|同志|朋友|来宾|同事|领导)|同志们|同志們|朋友们|朋友們|女士们|女士們)[^，。！？,]{0,12}[！!]")
"""An address in mid-line, where line breaks were lost."""
FRESH: Final = regex.compile(rf"[{SPACE}]*(?:最后|最後|借此机会|借此機會|借这个机会|藉此機會|藉這個機會|临别之际|臨別之際|在此)[，,]?[^\n。]{{0,20}}[提讲講强強说說][^\n。]{{0,6}}(?:[一二三四五六七八九十两兩几幾0-9]{{1,2}})")
"""A paragraph that announces a last list of its own: 借此机会，再提三点希望."""
_CLOSING_WORDS: Final = (
    "以上(?!级|級|学历|人)|总之|總之|综上|綜上|总而言之|總而言之|一句话|让我们|讓我們|最后，|最後，|最后,|最后祝|最後祝|谢谢|謝謝|预祝|預祝|祝(?:大家|各位|同志|愿|願|贺|同学|你们|全|本|我)|祝福|衷心祝|我相信|我坚信|我堅信|我深信|我就讲|我就講|我的(?:讲话|講話|发言|發言|报告|報告|汇报|演讲|致辞)|汇报(?:完毕|到此)|特此(?:报告|通知)"
    "|妥否|不妥之处|不當之處|不当之处|我的话完|讲完了|講完了|我宣布|现在，我宣布|請批評|请批评|请审议|请予审议|此致|再次(?:感谢|祝)|时代呼唤|新的征程|新征程上|站在新的|千里之行|志不求易|一分部署|道阻且长|这(?:[两二三四五六七八九几]|[0-9])[条條点點个個句项項件]|這(?:[兩二三四五六七八九幾]|[0-9])[條點個句項件]|以上(?:[两二三四五六七八九几]|[0-9])"
)
CLOSING: Final = regex.compile(rf"[{SPACE}]*(?:{_CLOSING_WORDS})")
"""A paragraph that rounds a speech off."""
LIST_CLOSE: Final = regex.compile(
    r"(?:以上|上述|这|這)(?:就是)?(?:我?[讲講谈談说說提]的)?(?:[一二三四五六七八九十几幾两兩]{1,3}|[0-9]{1,2})[条條点點个個句项項件方种種类類步]|总之[，,]|總之[，,]|总而言之|總而言之|综上所述|綜上所述|概括起来|概括起來|归结起来|一句话[，,]|我讲的(?:这)?"
)
"""A sentence that closes an inline list."""

_NUMBER: Final = r"(?:[一二三四五六七八九十两兩]{1,3}|[0-9０-９]{1,2}|[几幾若干])"
_NOUNS: Final = (
    "问题|問題|方面|意见|意見|要求|建议|建議|希望|想法|看法|认识|認識|体会|體會|任务|任務|工作|措施|举措|舉措|原则|原則|重点|重點|关系|關係|环节|環節|特点|特點|变化|變化|原因|条件|條件|关键|關鍵|办法|辦法|经验|經驗|转变|轉變|机遇|挑战|挑戰|目标|目標|任务|内容|内容|議題|议题|议程|議程|阶段|步骤|步驟|层面|层次|層面|层意思|道理|感受|教训|能力|行动|行動|规矩|底线|红线|红線|实事|實事|好事|大事|事情|关|牌|词|詞|字|话|話|短板|能力"
)
_COUNTED: Final = rf"(?:个|個|点|點|条|條|项|項|件|句|句话|大|方面|种|種|类|類|步|道|层|層|张|張|关|把|对|對|段|组|組|篇|声|聲|桩|樁|招|手|笔|筆|项|块|塊|轮|輪|场|場)"
ANNOUNCEMENT: Final = regex.compile(
    rf"(?<![第十百千万年月日号余0-9０-９.．%])(?P<n>{_NUMBER})(?:大|个|個)?{_COUNTED}(?:[^，。；：！？,;:!?\n]{{0,12}})(?=[。：:；;，,！!\n]|$)"
)


def announced(text: str, begin: int, end: int) -> int | None:
    """Return the number of points that the text before a list announces, or None.

    Takes the folded text and the stretch from the parent's marker to the list's first marker; the last announcement
    before the list counts, and only one near to it.
    """
    found: int | None = None
    for match in ANNOUNCEMENT.finditer(text, max(begin, end - _NEAR), end):
        if (value := _value(match["n"])) and _announces(text, match, end):
            found = value
    return found


_NEAR: Final = 160
_VERB: Final = regex.compile(
    r"[讲講谈談说說提强強调調做抓办辦把握注意突出分围圍绕繞有是为為从從汇匯报報以下这這下面主要就达達到送给給坚堅持处處理好要]"
)


def _value(text: str) -> int | None:
    return parse_number(text.replace("两", "二").replace("兩", "二"))


def _announces(text: str, match: regex.Match[str], end: int) -> bool:
    rest = text[match.end() : end].strip(SPACE + "\n")
    return len(rest) <= 60 and rest.count("。") <= 1 and (DIGITS is not None)
