"""How the cost grows with the length, on input made to hurt.

Each input is parsed at 200,000 characters and after four doublings; the exponent is the slope of time over length, both
as logarithms. 1 is linear, 2 quadratic.
"""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Final

from benchmarks.timing import quiet, seconds
from speechparse import parse

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES: Final = tuple(200_000 * 2**doubling for doubling in range(5))
WANTED: Final = 1.15
"""The greatest exponent."""
PATIENCE: Final = 20.0
"""Seconds after which an input is not doubled again."""

LADDER: Final = (
    "第一编 总\n第一章 则\n第一节 一\n第一条 规\n壹、总\n一、学\n（一）思\n1. 践\n（1）悟\n1）行\n①知\n甲、信\nA. 达\n"
    "第一，雅\n首先，立\n其一，德\n一是立\n一要功\n一抓言\n一方面把说过的话一句一句都记下来。\n"
)
NUMERALS: Final = "一二三四五六七八九十"


def counting(size: int) -> str:
    """Return one paragraph that counts 一是, 二是 … 十是 and begins again."""
    return cut("".join(f"{numeral}是好。" for numeral in NUMERALS), size)


def headings(size: int) -> str:
    """Return a line for each number from 1 up, as long as a run can be."""
    lines, length, number = [], 0, 0
    while length < size:
        number += 1
        lines.append(f"{number}、好\n")
        length += len(lines[-1])
    return "".join(lines)[:size]


def cut(unit: str, size: int) -> str:
    """Return a text of about `size` characters, one unit over and over: all sizes end alike."""
    return unit * (size // len(unit))


INPUTS: Final[dict[str, Callable[[int], str]]] = {
    "一是一是…": partial(cut, "一是"),
    "。一是。一是…": partial(cut, "。一是"),
    "一是 to 十是": counting,
    "第第第…": partial(cut, "第"),
    "（（（…": partial(cut, "（"),
    "（一（一…": partial(cut, "（一"),
    "numerals only": partial(cut, NUMERALS),
    "digits only": partial(cut, "1234567890"),
    "one line": partial(cut, "学习贯彻落实各项工作部署要求，推动全县事业发展"),
    "one line, marked": partial(cut, "第一，学习。一是落实，二是推动。第二，部署。"),
    "quotes that open": partial(cut, "“一、学习。一是好。"),
    "《《《…": partial(cut, "《"),
    "families in turn": partial(cut, LADDER),
    "1、 to the end": headings,
    "一、 on every line": partial(cut, "一、好\n"),
    "salutations": partial(cut, "同志们：\n"),
    "announcements": partial(cut, "讲三点意见。"),
    "spaces only": partial(cut, " "),
    "ideographic spaces": partial(cut, "\u3000"),
    "newlines only": partial(cut, "\n"),
    "carriage returns": partial(cut, "\r\n"),
    "# and *": partial(cut, "#* "),
}


def exponent(lengths: tuple[int, ...], times: list[float]) -> float:
    """Return the slope of the straight line through the logarithms, by least squares."""
    across = [math.log(length) for length in lengths]
    upward = [math.log(max(time, 1e-6)) for time in times]
    middle, height = sum(across) / len(across), sum(upward) / len(upward)
    spread = sum((one - middle) ** 2 for one in across)
    return sum((one - middle) * (other - height) for one, other in zip(across, upward, strict=True)) / spread


def cost(text: str) -> float:
    """Return the least time of some runs: at least three in a third of a second, but one of a slow one."""
    runs: list[float] = []
    while sum(runs) < 3 and (len(runs) < 3 or (sum(runs) < 1 / 3 and len(runs) < 10)):
        with quiet():
            runs.append(seconds(lambda: parse(text)))
    return min(runs)


def measured(name: str) -> list[float]:
    """Return the times of an input at each size, up to one that takes too long to double again."""
    times: list[float] = []
    for size in SIZES:
        times.append(cost(INPUTS[name](size)))
        if times[-1] > PATIENCE:
            break
    return times


def main(arguments: list[str]) -> int:
    """Print the exponent of each input (or of those named); return 1 where one is too great."""
    worst = 0.0
    for name in arguments or INPUTS:
        times = measured(name)
        sizes = SIZES[: len(times)]
        slope = exponent(sizes, times) if len(times) > 1 else math.inf
        worst = max(worst, slope)
        verdict = "ok" if slope <= WANTED else "ABOVE"
        rate = sizes[-1] / 1e6 / max(times[-1], 1e-9)
        print(f"{slope:5.2f} {verdict:5}  {rate:8.3f} M characters a second at {sizes[-1]:7}  {name}", flush=True)
    print(f"greatest exponent {worst:.2f} (wanted {WANTED})")
    return int(worst > WANTED)
