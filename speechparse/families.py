"""The families of markers: one row each.

A row says how its markers are written (the lead character, what follows it), what the number in them means, where such
a marker may stand, which standard form it has, and shows examples and near-misses. The scanner's pattern, the table in
the README and the tests of every example are made from these rows.

Positions, in the order of what they prove: `L` the start of a line, `S` after the end of a sentence (。！？；：), `C`
after a comma, `G` glued to what stands before. GB/T 15834-2011 B.3 fixes the marks; GB/T 9704-2012 7.3.3 the usual
order 一、（一）1.（1）, which is a habit of writers and not a law of texts: `rank` is only used where a text itself
does not show which of two families stands higher.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from speechparse.numerals import BRANCHES, DIGITS, FORMAL, HAN, STEMS

if TYPE_CHECKING:
    from collections.abc import Iterable

SENTENCE_END: Final = "。！？!?；;：:…"
COMMA: Final = "，,、"
SPACE: Final = " \t\u3000\u00a0\u2002\u2003\u2009"
BLANK: Final = r"[^\S\n]"
"""A pattern for one of SPACE in a folded text, which has no other white space but line feeds."""
OPENING: Final = "“‘「『（(《【[〔\"'"
CLOSING: Final = "”’」』）)》】]〕\"'"


def _one_of(signs: str) -> str:
    """Return a pattern for one of a few signs, none of them special to patterns.

    They are alternatives and no class: of a class of Chinese characters `re` makes a map of 64 kB, which takes it 20
    times as long. The last one, which nothing fits, keeps it from making a class of them all the same.
    """
    return f"(?:{'|'.join(signs)}|(?!))"


def _perhaps(signs: str) -> str:
    """Return a pattern for one of a few signs, or nothing; for the same reason no class."""
    return f"(?:{'|'.join(signs)}|)"


_NUMBER: Final = f"[{HAN}]"
_TO_TEN: Final = "[一二三四五六七八九十]"
_DIGIT: Final = "0-9０-９"
_TO_FOUR: Final = f"[{HAN}{FORMAL}{_DIGIT}]{{1,4}}"
"""A number of whatever system, of up to four characters."""
_TO_SEVEN: Final = f"[{HAN}{FORMAL}{_DIGIT}]{{0,3}}"
"""What follows them in a longer one, of up to seven."""
_UNITS: Final = (
    "个個条條点點项項方部句类類种種层層步大件讲講关關道把张張组組段则則章节節编編卷篇回课課款"
    "台臺场場阶階幕本面位封桩樁招手笔筆块塊轮輪杯碗口堂座盏盞根棵首股支门門样樣份群羣环環串仗问問站扇副幅枚颗顆片"
)
_NEITHER: Final = _perhaps("嘛呢啊吧么麼")
"""What a speaker puts behind a number to gain time, or nothing: 一呢，"""
_IS: Final = "(?:就|便|则|則|才|还|還|更|也|当然|當然|主要|恐怕|无非|無非|)是"
VERBS: Final = (
    "靠凭憑抓看讲講说說説谈談怕想盼望争爭守查谢謝愿願祝敬爱愛忌戒禁防在因为為爲"  # also behind 第一
    "促练練学學治管建改强強保稳穩降提补補带帶树樹立比帮幫听聽问問盯推严嚴快准準做办辦扶引育赛賽送破除去转轉调調整反倡"
    "须須应應当當勿论論莫休求贺賀赞贊夸誇思忆憶悟感知懂明辨信恨念记記拜访訪走跑闯闖敢勤苦真深细細精简簡减減增扩擴拓"
    "挖养養护護救助捐投留用选選培训訓考评評奖獎惩懲罚罰控堵疏导導拆移迁遷搬並拼搏攻克冲衝夺奪创創联聯"
    "找挑亮晒曬献獻尽盡尊重孝顾顧照让讓教传傳承继繼宣唱写寫算省缺少贪貪图圖骗騙偷赌賭怨愁忧憂惜舍捨换換"
    "由从從以可能有无無宜"
)
"""Verbs that speakers repeat behind each number: 一抓…二抓…."""
_MARKS: Final = "，,、：:"
"""The marks that may stand behind a marker."""
_UNGLUED: Final = r"(?<!\w.)"
"""What a row begins with that has no use for a marker glued to a word: most places are left here."""
_KIND: Final = _one_of("个個条條种種类類点點项項")
_NAMED: Final = r"[^\n，。；：、！？,;:!?“”「」《》（）是]"
_ALSO_BEHIND_DI: Final = VERBS[: VERBS.index("防")]


class Family(NamedTuple):
    """One row: how the markers of a family are written and what they are."""

    name: str
    """Part of the contract: short, stable, `family` in the JSON."""
    chinese: str
    """What a reader would call it."""
    lead: str
    """The characters one of which every marker of the row begins with."""
    tail: tuple[str, ...]
    """A pattern for what follows the lead; a look-behind in it may ask what stands before.

    In parts, where a neighbour of the same lead begins or ends with the same part: the scan tries it once for both.
    """
    rank: int
    """Where two families' order is not shown by the text, the smaller rank stands higher."""
    firm: str
    """Positions that support a run."""
    weak: str
    """Positions that may only fill a hole in a run that others support."""
    heading: bool
    """Whether it numbers headings: gaps, odd starts and lone ones are kept at line starts."""
    group: str
    """Families that speakers mix in one run (首先…第二…最后) share a group."""
    standard: str
    """The form a standard asks for, with the clause."""
    examples: tuple[str, ...]
    """Texts that begin with a marker of the row, `|` after the marker."""
    near_misses: tuple[str, ...]
    """Texts in which the row must find no marker at the same place."""
    pattern: str = ""
    """What a user's own row was made from, `%` for the number; empty for the rows of this table."""


def _row(  # noqa: PLR0913 a row of a table, not a call
    name: str,
    chinese: str,
    lead: str,
    tail: str | tuple[str, ...],
    rank: int,
    *,
    firm: str,
    weak: str = "",
    heading: bool = False,
    group: str = "",
    standard: str,
    examples: tuple[str, ...],
    near_misses: tuple[str, ...] = (),
) -> Family:
    parts = (tail,) if isinstance(tail, str) else tail
    return Family(name, chinese, lead, parts, rank, firm, weak, heading, group or name, standard, examples, near_misses)


_NO_ARTICLE: Final = "的第规規款项項、，,：:是嘛呢啊吧么麼就所意建战戰措理标標原路道线線"
"""What follows an article of a law that is only referred to, or 条 in a word: 第三条的规定, 第三条意见."""
_HEADED: Final = r"(?:：|:|、|，|(?=\s|《|“|「|[^\n。；：！？，、]{1,30}\n))"
"""What follows the unit of a heading: 第一章：…, 第一章 …"""

FAMILIES: Final = (  # ORDERED: of two rows with one lead the first that fits decides.
    _row(
        "han",
        "一、",
        "一二三四五六七八九十百廿卅",
        rf"{_NUMBER}{{0,6}}(?:、|丶|．|：|:|\)|）|\.(?![0-9]))",
        5,
        firm="LS",
        weak="CG",
        heading=True,
        standard="一、(GB/T 9704 7.3.3; 顿号 GB/T 15834 B.3.2)",
        examples=("一、|提高认识", "十二、|加强领导", "三．|明确责任", "二十一、|附则", "二丶|分清责任", "三）|开工"),
        near_misses=("一百多、两百", "一味、二来"),
    ),
    _row(
        "shi",
        "一是",
        "一二三四五六七八九十",
        (f"{_TO_TEN}{{0,2}}", f"[则則还還更才也就便]?是(?!否|非){_perhaps('，,：:')}"),
        11,
        firm="LSC",
        weak="G",
        group="spoken",
        standard="一是(后不用标点 GB/T 15834 B.3.7)",
        examples=("一是|抓学习", "十一是|抓廉政", "三则是|抓作风"),
        near_misses=("一是否", "一直是"),
    ),
    _row(
        "yao",
        "一要",
        "一二三四五六七八九十",
        (f"{_TO_TEN}{{0,2}}", f"[则則还還更也就必]?要(?!{_one_of('素点點求件塞害闻聞么麼')})"),
        11,
        firm="LSC",
        weak="G",
        group="spoken",
        standard="一要(后不用标点 GB/T 15834 B.3.7)",
        examples=("一要|抓学习", "二要|抓落实", "三更要|抓长远"),
        near_misses=("二要素", "一要求"),
    ),
    _row(
        "yi-comma",
        "一，",
        "一二三四五六七八九十",
        rf"{_UNGLUED}{_perhaps('一二三四五六七八九十')}{_perhaps('条條点點项項嘛呢啊吧么麼')}[，,]",
        11,
        firm="LSC",
        standard="一、(顿号 GB/T 15834 B.3.2)",
        examples=("一，|要管好人", "二，|是管好事", "一条，|不许喝酒", "二呢，|枣树搬不走"),
        near_misses=("一人，一马", "三条意见，都记下了"),
    ),
    _row(
        "verb",
        "一抓、一看、一不",
        "一二三四五六七八九十",
        rf"(?:{_UNGLUED}(?:不{_perhaps('要准许許能得可')}|(?:则|則|曰|者|[来來](?!了)(?![就到])){_perhaps('呢嘛')}{_perhaps(_MARKS)}"
        rf"|必[须須]{_perhaps('，,：:')})|[{VERBS}]{_perhaps('，,：:')})",
        12,
        firm="LSC",
        weak="G",
        standard="一抓…二抓…",
        examples=("一抓|产业", "二看|作风", "三不|乱花", "一来，|时间紧", "一曰|勤", "一禁|火种上山", "三因|人心不齐"),
        near_misses=("一些同志", "一年来", "一车间来了", "二组是", "三班"),
    ),
    _row(
        "aspect",
        "一方面、另一方面",
        "一另",
        rf"(?:(?<=一)方面(?![军軍])(?!。|；)(?!;)(?!(?<=[是的]一方面)[，,])|(?<=另)一?方面){_perhaps(_MARKS)}是?",
        12,
        firm="LSC",
        weak="G",
        standard="一方面，…另一方面，…",
        examples=("一方面，|要看到成绩", "另一方面|要看到不足"),
        near_misses=("一方面军", "一方面；另一头也要看"),
    ),
    _row(
        "parallel",
        "一条是、另一条是",
        "一另再还還",
        rf"{_UNGLUED}(?:(?:(?<=一)(?![^是]{{1,5}}是(?:不是|非))|(?<=另)一?|(?<=[还還])有一){_KIND}"
        rf"(?:(?<!有一.){_NAMED}{{1,4}})?是|(?<=另)一是|(?<=再)一{_perhaps('个個条條')}是)",
        12,
        firm="LSC",
        group="spoken",
        standard="一条是…另一条是…",
        examples=("一条是|靠政策", "另一条是|靠科技", "一个是|芯片", "一种情况是|地址写错了"),
        near_misses=("一个是非问题",),
    ),
    _row(
        "qi",
        "其一，",
        "其",
        rf"{_TO_TEN}(?:{_NEITHER}{_one_of(_MARKS)}|曰|在|{_IS}|为|為|爲)",
        10,
        firm="LSC",
        weak="G",
        group="spoken",
        standard="其一，(GB/T 15834 B.3.1)",
        examples=("其一，|立意要高", "其二是|用语要准", "其三：|收尾要快", "其一曰|静"),
        near_misses=("其一生都在乡下", "其二分之一"),
    ),
    _row(
        "order",
        "首先、其次、最后",
        "首其再最末还還此另",
        rf"{_UNGLUED}(?:(?:(?<=首)(?:先|要的(?:一条|一條|一点|一點|))|(?<=其)次|(?<=再)(?:其?次|者)|(?<=最)[后後]|(?<=末)了)"
        rf"(?:(?:一{_one_of('个個条條点點项項句件道')}[^\n，。；：,;:是]{{0,4}})?{_NEITHER}{_one_of(_MARKS)}|{_IS}"
        rf"|(?<=首先|其次|最后|最後)(?!{_one_of('一几幾两兩')})(?=[\w“「]))"
        r"|(?<=再)[来來](?:[，,]|就?是)|(?<=[此另])外(?:一个|一個|一条|一條|一点|一點|一项|一項|一件|)[，,]"
        rf"|(?:(?<=再)一|(?<=[还還])有一?){_one_of('个個条條点點项項件')}{_one_of('，,：:')})",
        10,
        firm="LSC",
        group="spoken",
        standard="首先，(GB/T 15834 B.3.1)",
        examples=(
            "首先，|感谢大家",
            "其次，|要抓",
            "再次，|要管",
            "最后，|要守",
            "最後是|紀律",
            "首要的是|团结",
            "再其次，|备好种子",
            "再來，|請把自己睡飽",
            "此外，|还要",
            "还有一点，|门要关",
            "最后一个问题，|谁来管",
        ),
        near_misses=("最后一公里", "最后一年", "再来看第二点", "还有一些同志", "此外的事"),
    ),
    _row(
        "di",
        "第一，",
        "第",
        (
            _TO_FOUR,
            (
                rf"(?:{_NEITHER}{_one_of(_MARKS + '．')}|{_IS}|要(?!{_one_of('务務素求员員闻聞紧緊')})|\.(?![0-9])"
                rf"|(?=[“「]|{BLANK})|[{_ALSO_BEHIND_DI}](?!{_one_of('手点點法义義')})(?=[\w“]))"
            ),
        ),
        10,
        firm="LSC",
        weak="G",
        group="spoken",
        standard="第一，(GB/T 15834 B.3.1)",
        examples=(
            "第一，|要学",
            "第二、|要干",
            "第三：|要管",
            "第一是|人",
            "第十一，|守纪律",
            "第一靠|组织",
            "第三才是|个人",
        ),
        near_misses=("第一责任人", "第一时间赶到", "第三产业", "第一要务是发展", "第一抓手是项目", "第一看点"),
    ),
    _row(
        "part",
        "第一编、第一部分",
        "第",
        (_TO_FOUR, _TO_SEVEN, "(?:编|編|卷|部分)", _HEADED),
        1,
        firm="LS",
        weak="CG",
        heading=True,
        standard="第一编 + 空格 (GB/T 15834 B.3.6)",
        examples=("第一编| 总则", "第二部分：|重点任务", "第三卷|\n"),
        near_misses=("第一部分人已经到了，第二部分人还在路上。",),
    ),
    _row(
        "chapter",
        "第一章",
        "第",
        (_TO_FOUR, _TO_SEVEN, _one_of("章回讲講课課"), _HEADED),
        2,
        firm="LS",
        weak="CG",
        heading=True,
        standard="第一章 + 空格 (GB/T 15834 B.3.6)",
        examples=("第一章| 总则", "第十二章|　附则", "第三讲：|怎样写好讲话"),
        near_misses=("第一章程草案已经讨论。",),
    ),
    _row(
        "section",
        "第一节",
        "第",
        (_TO_FOUR, _TO_SEVEN, "[节節]", _HEADED),
        3,
        firm="LS",
        weak="CG",
        heading=True,
        standard="第一节 + 空格 (GB/T 15834 B.3.6)",
        examples=("第一节| 一般规定",),
        near_misses=("第一节课讲得很好，同学们都爱听。",),
    ),
    _row(
        "article",
        "第一条",
        "第",
        (
            _TO_FOUR,
            _TO_SEVEN,
            rf"[条條](?:之{_TO_TEN}{{1,2}})?(?![{_NO_ARTICLE}]|[^\n]{{0,2}}{_one_of('》”」')})",
        ),
        4,
        firm="LS",
        weak="G",
        heading=True,
        standard="第一条 + 空格 (GB/T 15834 B.3.6)",
        examples=("第一条| 为了规范档案管理", "第二十一条|下列人员"),
        near_misses=("第三条第一款所称", "第一条的规定", "第三条意见最集中"),
    ),
    _row(
        "di-unit",
        "第一个问题",
        "第头頭",
        rf"(?:(?<=第){_TO_FOUR}|(?<=[头頭])一)(?![个個](?:月|星期|小时|小時|钟头|鐘頭|季度))(?:[{_UNITS}][^\s，。；：、！？,;:!?“”「」（）《》是讲講说說什甚怎做到来來去有]{{0,5}}|方面|部分)(?:(?:[（(][^\n（）()]{{1,20}}[）)](?=[：:]))?{_NEITHER}{_one_of(_MARKS)}|就?是(?!不是)|(?=[“「\s]))",
        5,
        firm="LSC",
        weak="G",
        group="spoken",
        standard="第一个问题，(GB/T 15834 B.3.1)",
        examples=(
            "第一个问题：|怎么看",
            "第一点，|要学",
            "第二个词，|“担当”",
            "第一个是|资金",
            "第三句话：|感谢大家",
            "第一方面，|抓生产",
            "第一台是|开门戏",
            "第二阶段（四月）：|自查自纠",
            "第一场硬仗：|清欠",
            "头一条，|不许喝酒",
        ),
        near_misses=(
            "第一次到的同志",
            "第一届代表",
            "第一季度，完成两成",
            "第一名，铸造车间",
            "第一产业是农业",
            "头一年，水大",
        ),
    ),
    _row(
        "han-paren",
        "（一）",
        "（(〔㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
        rf"(?:(?<![㈠-㈩]){BLANK}?{_NUMBER}{{1,5}}{BLANK}?(?:\)|{_one_of('）〕')}){_perhaps('、．，')}|(?<=[㈠-㈩])[、．]?)",
        6,
        firm="LS",
        weak="CG",
        heading=True,
        standard="（一）(GB/T 9704 7.3.3; 后不用点号 GB/T 15834 B.3.4)",
        examples=("（一）|强化学习", "(二)|改进作风", "㈢|健全制度", "（一二○）|结语"),
        near_misses=("（一期）", "（一、二）"),
    ),
    _row(
        "arabic-paren",
        "（1）",
        "（(⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
        rf"(?:(?<=[（(]){BLANK}?[{_DIGIT}]{{1,2}}{BLANK}?[）)]{_perhaps('、．，')}|(?<=[⑴-⒇])[、．]?)",
        8,
        firm="LS",
        weak="CG",
        heading=True,
        standard="（1）(GB/T 9704 7.3.3; 后不用点号 GB/T 15834 B.3.4)",
        examples=("（1）|查问题", "(2)|定措施", "⑶|抓整改", "（１）|延链"),
        near_misses=("（2018）", "（15%）"),
    ),
    _row(
        "stem-paren",
        "（甲）",
        "（(",
        rf"[{STEMS}][）)]",
        8,
        firm="LSCG",
        heading=True,
        standard="（甲）(GB/T 15834 B.3.4)",
        examples=("（甲）|有根据地", "(乙)|有群众"),
        near_misses=("（甲方）",),
    ),
    _row(
        "letter-paren",
        "（a）",
        "（(",
        r"(?:[a-hA-H]|[ivx]{1,5}|[IVX]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ])[）)]",
        9,
        firm="LS",
        weak="CG",
        heading=True,
        standard="（a）(GB/T 15834 B.3.4)",
        examples=("（a）|增建场馆", "(b)|推广网上服务", "(iii)|决定是否推广"),
        near_misses=("（abc）",),
    ),
    _row(
        "circled",
        "①",
        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚❶❷❸❹❺❻❼❽❾❿㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉➀➁➂➃➄➅➆➇➈➉",
        r"(?:、|．|\.|，|)",
        9,
        firm="LSC",
        weak="G",
        heading=False,
        standard="①(后不用点号 GB/T 15834 B.3.4)",
        examples=("①|定人", "②|定岗", "❸|定责"),
        near_misses=(),
    ),
    _row(
        "formal",
        "壹、",
        FORMAL,
        rf"[{FORMAL}]{{0,4}}(?:、|．|：|:|(?<=\s\w)(?={BLANK}+[^\n。]{{1,30}}\n))",
        4,
        firm="LS",
        weak="CG",
        heading=True,
        standard="壹、(GB/T 15834 B.3.2)",
        examples=("壹、|總則", "貳、|分則", "拾壹、|附則"),
        near_misses=("陆续到达", "肆意妄为"),
    ),
    _row(
        "stem",
        "甲、",
        STEMS,
        r"(?:、|．|：|:|，|,|\.(?![0-9]))",
        7,
        firm="LS",
        heading=True,
        standard="甲、(GB/T 15834 B.3.2)",
        examples=("甲、|组织", "乙、|人事", "丙，|账目"),
        near_misses=("甲方、乙方",),
    ),
    _row(
        "branch",
        "子、",
        BRANCHES,
        r"、",
        8,
        firm="L",
        heading=True,
        standard="子、(GB/T 15834 B.3.2)",
        examples=("子、|编制", "丑、|经费"),
        near_misses=("子女、父母",),
    ),
    _row(
        "decimal",
        "1.1",
        DIGITS,
        rf"(?<![{_DIGIT}.．A-Za-z%％/(（:：—－-].)[{_DIGIT}]?(?:[.．][{_DIGIT}]{{1,2}}){{1,4}}(?:[.．](?![0-9])|、(?![0-9])|(?={BLANK}*(?![0-9A-Za-z])[\w“]))(?![个個%％多余餘倍万萬亿億元米年月日号號点點公吨噸人次岁歲小亩畝户戶只斤里度分毫平版]|级)",
        7,
        firm="LS",
        weak="G",
        heading=True,
        standard="1.1(末尾不用点号 GB/T 15834 B.3.5)",
        examples=("1.1| 范围", "2.3.1|术语"),
        near_misses=("1.5万亿元", "7.9公分"),
    ),
    _row(
        "arabic-half",
        "1）",
        DIGITS,
        rf"(?<![{_DIGIT}.．A-Za-z（(%％/].)(?<![{_DIGIT}][：:].)[{_DIGIT}]?[)）]",
        9,
        firm="LS",
        weak="CG",
        heading=True,
        standard="1)(后不用点号 GB/T 15834 B.3.4)",
        examples=("1）|先摸底", "2)|后动手"),
        near_misses=("13:30)", "13：30）"),
    ),
    _row(
        "arabic",
        "1.",
        DIGITS + "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
        rf"(?:(?<=[{_DIGIT}])(?<![{_DIGIT}.．A-Za-z%％/—－-].)[{_DIGIT}]{{0,2}}(?:、|丶|．|\.(?![{_DIGIT}])|是(?=\w))(?![{_DIGIT}]+(?:\.|{_one_of('%％、．')}))|(?<=[⒈-⒛])[、]?)",
        7,
        firm="LS",
        weak="CG",
        heading=True,
        standard="1.(GB/T 9704 7.3.3; 下脚点 GB/T 15834 B.3.3)",
        examples=("1.|摸清底数", "２．|建好台账", "3、|抓好整改", "⒋|总结", "1是|馒头太硬"),
        near_misses=("1.5倍", "2020.1.1"),
    ),
    _row(
        "roman",
        "Ⅰ.",
        "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ",
        rf"(?:、|．|\.|：|:|\)|）|(?={BLANK}))",
        4,
        firm="LS",
        heading=True,
        standard="Ⅰ.(下脚点 GB/T 15834 B.3.3)",
        examples=("Ⅰ．|背景", "Ⅱ、|任务"),
        near_misses=("Ⅱ类企业",),
    ),
    _row(
        "letter",
        "A.",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzＡＢＣＤＥＦＧＨＩＪ",
        r"(?<=\s.|。.|；.|：.|，.|;.|:.|,.)[IVXivx]{0,4}(?:[.．](?![a-zA-Z0-9@])|、|\)|）)",
        9,
        firm="LS",
        heading=True,
        standard="A.(下脚点 GB/T 15834 B.3.3)",
        examples=("A．|单位自查", "b)|交叉检查"),
        near_misses=("A股、B股", "e.g."),
    ),
)
"""Every row."""

_NOUN: Final = r"[^\s一二三四五六七八九十百第0-9A-Za-z，。、；：！？,;:.!?“”‘’（）()《》「」【】#*—…·-]"
LINE_FORMS: Final = (
    ("arabic", (rf"0[1-9](?={BLANK}*\n)",)),
    (
        "di-unit",
        (
            f"{_NOUN}{{2,5}}[一二三四五六七八九十0-9]{{1,2}}",
            rf"(?:[：:](?![0-9])|、(?![0-9])|(?<=之.)(?<![0-9])[，,]|(?={BLANK}*\n|{BLANK}+[^\n。]{{1,30}}\n))",
        ),
    ),
    ("arabic", (r"[0-9０-９]{1,2}(?:[，,。：:](?![0-9０-９])(?=[\w“])|\ufe0f?\u20e3)",)),
    ("qi", (rf"其{_TO_TEN}{{1,2}}(?={BLANK}*\n)",)),
    ("han-paren", (rf"【{_TO_TEN}{{1,3}}】",)),
    ("arabic-paren", (r"【[0-9]{1,2}】",)),
    ("arabic", (rf"[0-9]{{1,2}}(?={BLANK}+[^\n。0-9]{{1,30}}\n)",)),
    ("han", (f"{_TO_TEN}{{1,3}}", r"。(?=[\w“])")),
    ("han", (f"{_TO_TEN}{{1,3}}", rf"(?={BLANK}+[^\n。]{{1,40}}\n|{BLANK}*\n)")),
)
"""Forms that only stand at the start of a line, with the family they belong to: `一` alone or `一 标题`, 希望一：."""

BY_NAME: Final = {family.name: family for family in FAMILIES}
NOUN_FIRST: Final = BY_NAME["di-unit"]._replace(heading=True, group="noun-first")
"""`di-unit` where the noun comes first, as in 议题一：: a heading, whoever speaks below it."""


def families_with(markers: Iterable[str] = (), without: Iterable[str] = ()) -> tuple[Family, ...]:
    """Return the families to look for, as `parse` takes them: a user's own before those of the table, less some.

    `markers` are patterns with % for the number, as `第%步`, or with a name as `steps=第%步`; patterns of one name make
    one family. `without` are names of families to leave out. Raises PatternError.
    """
    markers, without = tuple(markers), tuple(without)
    if not markers and not without:
        return FAMILIES
    from speechparse.custom import choose  # noqa: PLC0415 -- most texts are looked at with the table as it is

    return choose(markers, without)
