"""How often the encoding of a text without a byte order mark is guessed right: `python -m benchmarks.encodings`.

Each sentence below and each piece of the fixtures' speeches is written in simplified and in traditional characters, in
every encoding that the ladder tells apart, alone and among the ASCII of a web page.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from opencc import OpenCC

from speechparse.decode import decode
from speechparse.errors import ReadError
from tests.speech_files import SPEECHES

if TYPE_CHECKING:
    from collections.abc import Iterator

WANTED: Final = 0.99
SHORTEST: Final = 20
"""Characters of the shortest samples."""

PIECES: Final = (20, 40, 200)
"""Characters of the pieces of speeches; of each length every tenth is taken."""

MENU: Final = "Home | About us | Contact\r\n2024-03-18 09:41  http://www.example.com/news/show.php?id=2307&page=1\r\n"

ENCODINGS: Final = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "utf-8")

SENTENCES: Final = (
    "同志们，今天把大家请来，主要是对下半年的工作再作一次动员。",
    "一、要在学深悟透上下功夫，坚决防止学归学、做归做的两张皮现象。",
    "第一，认清形势，增强做好安全生产工作的责任感和紧迫感。",
    "会议由副县长主持，各乡镇、各部门主要负责人在分会场参加。",
    "去年全市粮食总产量达到一百二十万吨，连续九年保持增长。",
    "老师们、同学们，新学期的铃声已经敲响，愿你们不负春光。",
    "我们班有四十二名同学，其中二十名来自农村，大家相处得很好。",
    "各位来宾，女士们、先生们，请允许我代表公司向你们表示热烈欢迎！",
    "首先，感谢组织多年来的培养；其次，感谢同事们的支持与包容。",
    "桥修通的那一天，村里的老人站在河边看了很久，谁也不愿先走。",
    "人民法院审理行政案件，对具体行政行为是否合法进行审查。",
    "本合同一式两份，双方各执一份，自签字盖章之日起生效。",
    "天气转凉，早晚温差较大，请注意添衣保暖，预防感冒。",
    "数据库每天凌晨两点自动备份，备份文件保留三十天后删除。",
    "这款软件支持多种格式的导入和导出，安装以后不用联网也能使用。",
    "要一是抓源头，二是抓过程，三是抓结果，环环相扣、步步为营。",
    "春分一过，茶园里就热闹起来，采茶的姑娘们天不亮便上了山。",
    "他推开窗，看见院子里的桂花开了，香气一阵一阵地飘进来。",
    "医院门诊部从下周一起调整作息时间，上午八点开诊，下午五点半结束。",
    "凡未按规定时间报送材料的单位，年终考核时一律扣减相应分值。",
    "（一）坚持问题导向。对群众反映强烈的问题，要列出清单逐项销号。",
    "妈妈说，做人要像门前那棵枣树，根扎得深，风再大也不怕。",
    "从图上可以看出，两条曲线在第三季度相交，此后差距逐渐扩大。",
    "本次列车开往广州南，途经武汉、长沙，请旅客们提前做好准备。",
    "我校共有教职工一百八十六人，其中高级职称五十三人。",
    "把权力关进制度的笼子里，让每一笔开支都经得起查、经得起问。",
    "项目总投资三点五亿元，建设周期二十四个月，预计明年底完工。",
    "这个问题我想了很久，觉得还是应该当面跟你谈一谈，免得误会。",
    "船到江心，雾越来越浓，船老大点起灯，嘱咐大家坐稳扶好。",
    "请各处室于本月二十五日前将整改情况书面报送办公室，逾期不候。",
    "青年兴则事业兴，希望你们脚踏实地，把论文写在祖国的大地上。",
    "居民楼前的空地改成了小花园，添了长椅和路灯，晚上很热闹。",
    "听完报告，我最大的感受有三点：差距很大，压力很大，信心也很大。",
    "下列情形之一的，不予受理：材料不齐的，超过期限的，重复申请的。",
    "煮粥的时候火要小，水要一次加够，中途不要揭锅盖。",
    "球队上半场落后两球，下半场换人之后连进三球，反败为胜。",
    "孩子第一次独自上学，奶奶悄悄跟在后面，一直送到校门口。",
    "实验结果表明，温度每升高十度，反应速度大约增加一倍。",
    "图书馆三楼新设了自习区，凭学生证刷卡进入，座位不能代占。",
    "台风将于今夜登陆，沿海渔船已全部回港，低洼地区居民正在转移。",
    "谢谢大家！祝各位身体健康、工作顺利、阖家幸福、万事如意！",
    "历史是一面镜子，照见来路，也提醒后人不要重复前人的错误。",
    "村级账目每季度公布一次，接受群众监督，有疑问的当场解释清楚。",
    "公司成立十年来，员工从最初的七个人发展到现在的两千多人。",
    "山路弯弯曲曲，车子开了两个多小时才到乡里，又步行了半个钟头。",
    "三要强化作风建设，对不作为、慢作为、乱作为的干部严肃追责。",
    "音乐会定于星期六晚上七点半开始，迟到的观众须等一曲终了再入场。",
    "总之，方向已经明确，任务已经下达，关键就看我们怎么干、干得怎么样。",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, what kind of sample it is, and the encoding that has to be found."""

    text: str
    kind: str
    encoding: str


def texts() -> Iterator[tuple[str, str]]:
    """Yield each simplified text with its kind."""
    for sentence in SENTENCES:
        yield f"first {SHORTEST} characters", sentence[:SHORTEST]
        yield "sentence", sentence
        yield "sentence after a menu", MENU + sentence
    for path in sorted(SPEECHES.glob("*.txt")):
        speech = path.read_text(encoding="utf-8")
        yield "speech", speech
        dense = "".join(speech.split())
        for size in PIECES:
            for start in range(0, len(dense) - size, 10 * size):
                yield f"piece of {size}", dense[start : start + size]


def samples() -> Iterator[Sample]:
    """Yield each text in both scripts and in each encoding that has all its characters."""
    to_traditional = OpenCC("s2tw").convert
    for kind, text in texts():
        for form in (text, to_traditional(text)):
            yield from (Sample(form, kind, encoding) for encoding in ENCODINGS if _can_hold(encoding, form))


def _can_hold(encoding: str, text: str) -> bool:
    """Tell whether the encoding has all characters of the text."""
    return text.encode(encoding, "ignore").decode(encoding) == text


def is_right(sample: Sample) -> bool:
    """Tell whether the sample is read as what it was written in."""
    try:
        return decode(sample.text.encode(sample.encoding)) == (sample.text, sample.encoding)
    except ReadError:
        return False


def main(_arguments: list[str]) -> int:
    """Print the share guessed right, by encoding and kind, and each miss; return 1 where it is below what is wanted."""
    judged = [(sample, is_right(sample)) for sample in samples()]
    for attribute in ("encoding", "kind"):
        total = Counter(getattr(sample, attribute) for sample, _ in judged)
        found = Counter(getattr(sample, attribute) for sample, right in judged if right)
        for name, count in total.items():
            print(f"{name:24} {found[name]:5} of {count:5}")
    for sample, right in judged:
        if not right:
            print(f"missed: {sample.encoding} {sample.kind}: {sample.text[:SHORTEST]!r}")
    share = sum(right for _, right in judged) / len(judged)
    verdict = "ok" if share >= WANTED else "BELOW"
    print(f"right: {share:.2%} of {len(judged)} samples (wanted {WANTED:.0%}: {verdict})")
    return int(share < WANTED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
