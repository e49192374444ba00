"""Faults: each makes one known thing wrong with a correct speech and says what must be found.

A fault takes a speech and a source of chance and returns a `Fault`, or None where the speech has no place for it. What
it implies is written down with it: a dropped point also breaks the count that announced it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchmarks.compose import FORMS, HAN, SENTENCES, Listing, Speech
from speechparse.check.anatomy import take_apart, with_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from benchmarks.compose import Form, Point

Edit = tuple[int, int, str]
"""Start, end and the new text, in the correct speech."""
Expected = list[tuple[str, int]]
"""Rules and where in the correct speech they must find something."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A speech with one fault."""

    text: str
    expected: Counter[tuple[str, int]]
    """Rule and offset of each finding that the fault implies, in the faulty text."""
    mends: bool
    """Whether safe fixes must give the correct speech back."""


def faulty(speech: Speech, edits: list[Edit], expected: Expected, *, mends: bool = False) -> Fault:
    """Return the fault that some edits make."""
    edits = sorted(edits)
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [speech.text[at:start], new]
        at = end
    text = "".join([*pieces, speech.text[at:]])
    return Fault(text, Counter((rule, _moved(offset, edits)) for rule, offset in expected), mends)


def _moved(offset: int, edits: list[Edit]) -> int:
    """Return where an offset of the correct speech is after edits; one at the start of an edit stays before it."""
    return offset + sum(len(new) - (end - start) for start, end, new in edits if start < offset)


def listings(speech: Speech, random: Random, *families: str, least: int = 3) -> list[Listing]:
    """Return the lists of some families (all without any) with so many points at least, in any order."""
    fit = [one for one in speech.listings if len(one.points) >= least and (not families or one.form.family in families)]
    return random.sample(fit, len(fit))


def count_of(listing: Listing) -> Expected:
    """Return what a list with too few or too many points implies: its announced count is wrong."""
    return [] if listing.count_at is None else [("N011", listing.count_at)]


def renumber(point: Point, ordinal: int) -> Edit:
    """Return the edit that gives a point another number."""
    return point.start, point.start + len(point.marker), with_number(point.marker, ordinal) or point.marker


def remark(point: Point, mark: str) -> Edit:
    """Return the edit that puts another mark behind a point's number."""
    core = take_apart(point.marker).core
    return point.start + len(core), point.start + len(point.marker), mark


# --- numbers ---------------------------------------------------------------------------------------------------------

_HEADINGS: Final = ("han", "han-paren", "arabic", "arabic-paren", "formal", "part", "chapter", "di-unit")
_COUNTED: Final = (*_HEADINGS, "arabic-half", "stem", "letter", "di", "qi", "shi", "yao", "circled")
"""Families whose numbers are written: 首先…其次 is not among them."""


def _drop(listing: Listing, index: int) -> list[Edit]:
    """Return the edit that takes a point out with all that belongs to it."""
    points = listing.points
    end = points[index + 1].start if index + 1 < len(points) else points[index].end
    return [(points[index].start, end, "")]


def drop_inside(speech: Speech, random: Random) -> Fault | None:
    """一、 二、 四、: the third is gone."""
    for listing in listings(speech, random, *_COUNTED):
        index = random.randrange(1, len(listing.points) - 1)
        expected = [("N001", listing.points[index + 1].start), *count_of(listing)]
        return faulty(speech, _drop(listing, index), expected)
    return None


def drop_article(speech: Speech, random: Random) -> Fault | None:
    """第三条 is gone, inside a chapter."""
    for listing in listings(speech, random, "article"):
        index = random.randrange(1, len(listing.points) - 1)
        expected = [("N001", listing.points[index + 1].start), *count_of(listing)]
        return faulty(speech, _drop(listing, index), expected)
    return None


def repeat(speech: Speech, random: Random) -> Fault | None:
    """一、 二、 二、 三、: the number was not changed, and the others count on from it, or as if it had been."""
    for listing in listings(speech, random, *_COUNTED):
        index = random.randrange(2, len(listing.points))
        others = range(index, len(listing.points)) if random.random() < 0.5 else [index]
        edits = [renumber(listing.points[place], place) for place in others]
        return faulty(speech, edits, [("N002", listing.points[index].start)])
    return None


def drop_first(speech: Speech, random: Random) -> Fault | None:
    """二、 三、 四、: the first is gone."""
    for listing in listings(speech, random, *_HEADINGS, least=4):
        expected = [("N003", listing.points[1].start), *count_of(listing)]
        return faulty(speech, _drop(listing, 0), expected)
    return None


def drop_all_but_one(speech: Speech, random: Random) -> Fault | None:
    """一、 and nothing after it."""
    for listing in listings(speech, random, "han", "han-paren", "formal", "part"):
        edits = [(listing.points[1].start, listing.points[-1].end, "")]
        return faulty(speech, edits, [("N004", listing.points[0].start), *count_of(listing)])
    return None


def drop_last(speech: Speech, random: Random) -> Fault | None:
    """Of four announced points the last is gone."""
    for listing in listings(speech, random):
        if listing.count_at is not None:
            return faulty(speech, _drop(listing, len(listing.points) - 1), count_of(listing))
    return None


def miscount(speech: Speech, random: Random) -> Fault | None:
    """Announce one point too many or too few."""
    for listing in listings(speech, random):
        if listing.count_at is not None:
            # 最后 behind three announced points may be no fourth: with one too few announced, nobody could tell.
            count = len(listing.points) + (1 if listing.form.family == "order" else random.choice((-1, 1)))
            word = "两" if count == 2 else HAN[count]
            return faulty(speech, [(listing.count_at, listing.count_at + 1, word)], count_of(listing))
    return None


def restart(speech: Speech, random: Random) -> Fault | None:
    """一、 二、 一、 二、: the list begins again in its middle."""
    for listing in listings(speech, random, *_COUNTED, least=4):
        points = listing.points
        if listing.count_at is None and listing.form.family not in ("han", "han-paren", "formal", "part", "chapter"):
            continue
        edits = [renumber(point, place) for place, point in enumerate(points[2:], 1)]
        return faulty(speech, edits, [("N013", points[2].start)])
    return None


def swap(speech: Speech, random: Random) -> Fault | None:
    """一、 三、 二、 四、: two numbers have changed places."""
    for listing in listings(speech, random, *_COUNTED, least=4):
        place = random.randrange(1, len(listing.points) - 1)
        one, other = listing.points[place], listing.points[place + 1]
        return faulty(speech, [renumber(one, place + 2), renumber(other, place + 1)], [("N014", one.start)])
    return None


# --- levels and families ---------------------------------------------------------------------------------------------


def _rewrite(listing: Listing, form: Form) -> list[Edit]:
    return [
        (point.start, point.start + len(point.marker), form.marker(ordinal))
        for ordinal, point in enumerate(listing.points, 1)
    ]


def skip_level(speech: Speech, random: Random) -> Fault | None:
    """1. right below 一、, in a speech that has （一） elsewhere."""
    fit = [one for one in listings(speech, random, "han-paren") if one.parent and one.parent.marker.endswith("、")]
    flat = [one for one in fit if not any(other.parent in one.points for other in speech.listings if other.form.block)]
    deep = any(one.form.family in ("arabic", "arabic-paren") for one in speech.listings)
    if len(fit) < 2 or not flat or not deep or speech.ladder[0] != "han":
        return None
    return faulty(speech, _rewrite(flat[0], FORMS["arabic"]), [("N005", flat[0].points[0].start)])


def reverse_levels(speech: Speech, _random: Random) -> Fault | None:
    """一、 below （一）."""
    if speech.ladder[0] != "han-paren" or speech.ladder[1] != "arabic":
        return None
    below = [one for one in speech.listings if one.level == 2]
    if not below or any(one.level > 2 for one in speech.listings):
        return None
    edits = [edit for one in below for edit in _rewrite(one, FORMS["han"])]
    return faulty(speech, edits, [("N006", one.points[0].start) for one in below])


_STRANGE: Final = {
    "han": ("han-paren", "arabic"),
    "han-paren": ("han", "arabic"),
    "arabic": ("arabic-paren", "han"),
    "shi": ("yao", "di-inline"),
    "yao": ("shi", "di-inline"),
    "di": ("shi",),
}
"""In which other families a member may be written."""


def mix_families(speech: Speech, random: Random) -> Fault | None:
    """（二） among 一、 三、, or 二要 among 一是 三是; never in a family that the speech has, where it could belong."""
    for listing in listings(speech, random, *_STRANGE):
        fit = [name for name in _STRANGE[listing.form.family] if name not in speech.ladder]
        if not fit or FORMS[fit[0]].block is not listing.form.block:
            continue
        place = random.randrange(1, len(listing.points) - 1)
        point = listing.points[place]
        marker = FORMS[random.choice(fit)].marker(place + 1)
        return faulty(speech, [(point.start, point.start + len(point.marker), marker)], [("N007", point.start)])
    return None


def too_deep(speech: Speech, random: Random) -> Fault | None:
    """Add a fifth numbered level."""
    for listing in listings(speech, random, "arabic-paren"):
        if listing.level == 4:
            points = [random.choice(listing.points), listing.points[-1]]
            body = "1）先看一遍\n看要看细。\n2）再问一遍\n问要问清。\n3）后改一遍\n改要改透。\n"
            at = points[0].end
            fault = faulty(speech, [(at, at, body)], [])
            return Fault(fault.text, Counter({("N008", at): 1}), mends=False)
    return None


def mix_sets(speech: Speech, random: Random) -> Fault | None:
    """其次 among 第一 第三, or 第三 among 首先 其次."""
    words = {1: "首先，", 2: "其次，"}
    for listing in listings(speech, random, "di", "qi", "order"):
        if listing.form.block and listing.form.family != "di":
            continue
        if listing.form.family == "order":
            place, marker = 2, "第三，"
            if len(listing.points) < 4:
                continue
        else:
            place = random.choice((0, 1))
            marker = words[place + 1]
        point = listing.points[place]
        return faulty(speech, [(point.start, point.start + len(point.marker), marker)], [("N009", point.start)])
    return None


def mix_systems(speech: Speech, _random: Random) -> Fault | None:
    """1.1 below 一、."""
    if speech.ladder[0] != "han" or speech.ladder[1] != "han-paren":
        return None
    below = [one for one in speech.listings if one.level == 2]
    flat = [one for one in below if not any(other.parent in one.points for other in speech.listings)]
    if not flat:
        return None
    listing = flat[0]
    place = speech.listings[0].points.index(listing.parent) + 1  # type: ignore[arg-type]
    edits = [
        (point.start, point.start + len(point.marker), f"{place}.{ordinal} ")
        for ordinal, point in enumerate(listing.points, 1)
    ]
    return faulty(speech, edits, [("N010", listing.points[0].start)])


def lose_list(speech: Speech, random: Random) -> Fault | None:
    """我讲三点意见, and not one of them."""
    if speech.promise is None:
        return None
    points = speech.listings[0].points
    edits = [(points[0].start, points[-1].end, random.choice(SENTENCES) + "\n" if random.random() < 0.5 else "")]
    return faulty(speech, edits, [("N012", speech.promise)])


def close_wrongly(speech: Speech, random: Random) -> Fault | None:
    """以上七点, and no list has seven."""
    at = speech.text.rstrip("\n").rfind("\n") + 1
    opening = f"以上{random.choice('七八九')}点意见，请大家会后研究。\n"
    return Fault(speech.text[:at] + opening + speech.text[at:], Counter({("N015", at): 1}), mends=False)


# --- marks -----------------------------------------------------------------------------------------------------------


def _wrong_marks(speech: Speech, random: Random, rule: str, families: tuple[str, ...], marks: str) -> Fault | None:
    """One wrong mark in a list, which contradicts the others too, or the same wrong mark in all of it."""
    for listing in listings(speech, random, *families):
        mark = random.choice(marks)
        if random.random() < 0.5:
            points = listing.points
            return faulty(
                speech, [remark(point, mark) for point in points], [(rule, point.start) for point in points], mends=True
            )
        point = random.choice(listing.points)
        return faulty(speech, [remark(point, mark)], [(rule, point.start), ("P111", point.start)], mends=True)
    return None


def mark_word(speech: Speech, random: Random) -> Fault | None:
    """第二、 for 第二，."""
    return _wrong_marks(speech, random, "P101", ("di", "qi", "order"), "、：")


def mark_han(speech: Speech, random: Random) -> Fault | None:
    """二．for 二、."""
    return _wrong_marks(speech, random, "P102", ("han", "formal", "stem"), "．：")


def mark_arabic(speech: Speech, random: Random) -> Fault | None:
    """2、 for 2.."""
    return _wrong_marks(speech, random, "P103", ("arabic", "letter"), "、")


def mark_bracket(speech: Speech, random: Random) -> Fault | None:
    """（二）、 for （二）."""
    return _wrong_marks(speech, random, "P104", ("han-paren", "arabic-paren", "circled"), "、")


def mark_decimal(speech: Speech, random: Random) -> Fault | None:
    """1.2. for 1.2."""
    return _wrong_marks(speech, random, "P105", ("decimal",), ".、")


def mark_running(speech: Speech, random: Random) -> Fault | None:
    """二是，for 二是."""
    return _wrong_marks(speech, random, "P107", ("shi",), "，：")


def mark_sibling(speech: Speech, random: Random) -> Fault | None:
    """第一个问题： 第二个问题， 第三个问题：: either would do, both do not."""
    for listing in listings(speech, random, "di-unit"):
        point = random.choice(listing.points)
        return faulty(speech, [remark(point, "，")], [("P111", point.start)])
    return None


def close_up(speech: Speech, random: Random) -> Fault | None:
    """第一章总则: the gap is gone."""
    for listing in listings(speech, random, "part", "chapter", "article"):
        points = [random.choice(listing.points)]
        edits: list[Edit] = [
            (point.start + len(point.marker), point.start + len(point.marker) + 1, "") for point in points
        ]
        return faulty(speech, edits, [("P106", point.start) for point in points])
    return None


def end_heading(speech: Speech, random: Random) -> Fault | None:
    """End a heading in a full stop."""
    for listing in listings(speech, random, "han", "han-paren", "arabic", "formal"):
        point = random.choice(listing.points)
        return faulty(speech, [(point.title_end, point.title_end, "。")], [("P108", point.title_end)])
    return None


def narrow_brackets(speech: Speech, random: Random) -> Fault | None:
    """(二) for （二）."""
    for listing in listings(speech, random, "han-paren", "arabic-paren"):
        points = listing.points if random.random() < 0.5 else [random.choice(listing.points)]
        edits = [
            (point.start, point.start + len(point.marker), point.marker.replace("（", "(").replace("）", ")"))
            for point in points
        ]
        return faulty(speech, edits, [("P109", point.start) for point in points], mends=True)
    return None


def look_alike(speech: Speech, random: Random) -> Fault | None:
    """⼆、 for 二、, or ニ、."""
    alike = {"一": "⼀ㄧー", "二": "⼆ニ", "十": "⼗"}
    for listing in listings(speech, random, "han", "han-paren", "shi"):
        place = random.choice((0, 1))
        number = "一二"[place]
        char = random.choice(alike[number])
        point = listing.points[place]
        at = point.start + point.marker.index(number)
        if listing.form.family == "shi" and char in "ーニ":
            continue
        return faulty(speech, [(at, at + 1, char)], [("P110", point.start)], mends=True)
    return None


FAULTS: Final[dict[str, Callable[[Speech, Random], Fault | None]]] = {
    "drop": drop_inside,
    "drop an article": drop_article,
    "drop the first": drop_first,
    "drop the last": drop_last,
    "drop all but one": drop_all_but_one,
    "repeat": repeat,
    "restart": restart,
    "swap": swap,
    "wrong count": miscount,
    "lost list": lose_list,
    "wrong closing count": close_wrongly,
    "skipped level": skip_level,
    "reversed levels": reverse_levels,
    "fifth level": too_deep,
    "mixed families": mix_families,
    "mixed sets": mix_sets,
    "mixed systems": mix_systems,
    "mark after 第一": mark_word,
    "mark after 一": mark_han,
    "mark after 1": mark_arabic,
    "mark after （一）": mark_bracket,
    "mark after 1.1": mark_decimal,
    "mark after 一是": mark_running,
    "mark unlike its siblings": mark_sibling,
    "gap after 第一章": close_up,
    "mark after a heading": end_heading,
    "half-width brackets": narrow_brackets,
    "look-alike": look_alike,
}
"""Every fault by its name."""
