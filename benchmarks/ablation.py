"""What each kind of evidence buys: it is switched off from outside, and everything is measured again.

    python -m benchmarks ablation            # all
    python -m benchmarks ablation WORD...    # those with one of the words in their names

A figure is what changes when the evidence goes: below zero, it was worth having. `borders` counts pages, ends and
closings of the clean labelled speeches, `spec lost` the spec cases that are no longer drawn as they should be, `spec
moved` those whose outline differs in anything, an end or a closing too. The last row goes without all at once that buy
nothing each: where it costs something, they stand in for one another. Evidence that is never asked for fails the run:
such a switch proves nothing.
"""

from __future__ import annotations

import copy
import importlib.util
import json
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, wraps
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from unittest.mock import patch

from benchmarks import corpus, labelled
from speechparse import parse, speeches
from tests.spec_cases import draw_like, read_cases

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from speechparse import Item, Outline

    Change = Callable[[Any], Any]
    """Takes what is there, gives what stands in for it."""

VARIANTS: Final = ("clean", "glued")


# --- what can be switched off ----------------------------------------------------------------------------------------


def always(value: object) -> Change:
    """Return a change to a function that gives one answer."""
    return lambda _: lambda *_: value


def argument(index: int) -> Change:
    """Return a change to a function that gives one of its arguments back."""
    return lambda _: lambda *arguments: arguments[index]


def table(value: object) -> Change:
    """Return a change to another table of words."""
    return lambda _: value


def without(*reasons: str) -> Change:
    """Return a change to the table of doubts: some of them raise none."""

    def change(doubts: dict[str, Any]) -> dict[str, Any]:
        return {name: _less(doubt, reasons) for name, doubt in doubts.items()}

    return change


def _less(doubt: Callable[..., str], reasons: tuple[str, ...]) -> Callable[..., str]:
    return lambda *arguments: "" if (reason := doubt(*arguments)) in reasons else reason


def _unranked(original: Callable[..., bool]) -> Callable[..., bool]:
    def change(text: str, stack: object, run: object, mark: Any) -> bool:  # noqa: ANN401 what mypy knows is patched
        low = copy.copy(mark)
        low.family = mark.family._replace(rank=99)
        return original(text, stack, run, low)

    return change


def _never_resumed(original: Callable[..., None]) -> Callable[..., None]:
    def change(run: Any) -> None:  # noqa: ANN401 as above
        run.resumed = False
        original(run)

    return change


def _anywhere(original: Callable[..., Any]) -> Callable[..., Any]:
    def change(text: str, families: tuple[Any, ...]) -> Any:  # noqa: ANN401 as above
        return original(text, tuple(row._replace(firm=row.firm + row.weak, weak="") for row in families))

    return change


def _one_speech(_: object) -> Callable[..., Any]:
    single = vars(speeches)["_single"]
    return lambda text, marked: [] if text.isspace() else [single(text, marked, len(text) - 1)]


NO: Final = always(value=False)
SWITCHES: Final[dict[str, dict[str, Change]]] = {
    "quotation marks": {"scan.is_quoted": NO, "scan.quotation_end": always(0)},
    "position before a marker": {"outline.scan": _anywhere},
    "bare numerals at line starts": {"scan._with_line_forms": argument(1)},
    "all doubts": {"scan.DOUBTS": lambda doubts: {name: lambda *_: "" for name in doubts}},
    "doubt: coordination": {"scan.DOUBTS": without("coordination")},
    "doubt: reference": {"scan.DOUBTS": without("reference")},
    "doubt: footnote": {"scan.DOUBTS": without("footnote")},
    "doubt: number": {"scan.DOUBTS": without("number")},
    "doubt: word": {"scan.DOUBTS": without("word")},
    "doubt: order (farewell, courtesy)": {"scan.DOUBTS": without("farewell", "courtesy")},
    "contents: dots and page numbers": {"scan.is_leader_line": NO},
    "contents and notes: blocks": {"outline.side_lists": always(())},
    "filling of holes": {"runs._fill": always(None)},
    "weak runs": {"runs._link_weak": lambda _: lambda *_: []},
    "twins": {"runs._pair_twins": always(None)},
    "parallel (一个是…一个是)": {"runs._goes_on_parallel": NO},
    "mixing of families": {"runs._mix": NO},
    "end of a list in 最后": {"runs._is_over": NO},
    "previews": {"runs._drop_previews": always(None)},
    "resumed numbering": {"runs._judge": _never_resumed},
    "lone headings": {"runs._LONE_FAMILIES": table(frozenset())},
    "neighbours without a first": {"runs._neighbours": NO},
    "place and distance of members": {"runs._place": always(2.0)},
    "firm block against inline": {"runs._stands": NO},
    "heading that outranks a block": {"runs._outranks": NO},
    "heading 附则": {"runs.has_tail_heading": NO, "nest.has_tail_heading": NO},
    "shown order": {"nest._shown_order": lambda _: lambda *_: _NoOrder()},
    "rank": {"nest._has_ended_in_line": _unranked, "nest._has_ended_later": _unranked, "runs._outranks": NO},
    "rank after a line": {"nest._has_ended_later": _unranked},
    "shown order and rank after a line": {
        "nest._shown_order": lambda _: lambda *_: _NoOrder(),
        "nest._has_ended_later": _unranked,
    },
    "list right below its item": {"nest._introduces": NO},
    "inline list in its paragraph": {"nest._opens_own_line": always(value=True)},
    "paragraph scope": {"nest._is_past_scope": NO},
    "usual size of items": {"nest._usual_size": always(0)},
    "salutations in mid-speech": {"nest._addresses": NO, "nest.has_address": NO},
    "farewell": {"nest._takes_leave": NO},
    "speaker turns": {"turns.Turns.speaker": always("")},
    "short-item sentences": {"nest._short_items": NO},
    "closing phrases of lists": {"nest.list_close": argument(2)},
    "announcements": {"runs.announced": always(None), "nest.announced": always(None)},
    "announcements in runs": {"runs.announced": always(None)},
    "announcements in nesting": {"nest.announced": always(None)},
    "seams": {"fold._seams": argument(0)},
    "hard line breaks": {"fold.line_joins": lambda _: lambda *_: []},
    "several speeches": {"outline.split": _one_speech},
    "look of a title": {"speeches.looks_like_title": NO},
    "frame of a page": {"speeches.is_header": NO, "speeches.is_footer": NO, "speeches.is_page_number": NO},
    "closing of a speech": {"outline.closing_start": argument(2)},
}
"""By name: places in the package, and what stands in for them. A name is patched where it is used."""


class _NoOrder(dict[str, set[str]]):
    """An order of families that the text does not show."""

    def __missing__(self, key: str) -> set[str]:
        """Nothing stands below any family."""
        return set()


# --- measuring -------------------------------------------------------------------------------------------------------


class Figures(NamedTuple):
    """What one state of the parser gets right."""

    shares: tuple[float, ...]
    """F1 and edge F1 of every variant, nothing where there are no labelled speeches."""
    borders: int
    right: frozenset[str]
    """The spec cases that are drawn as they should be."""
    outlines: dict[str, Outline]


@dataclass(slots=True)
class Asked:
    """How often each changed place was asked."""

    counts: dict[str, int]

    def counted(self, place: str, stand_in: Any) -> Any:  # noqa: ANN401 a function, a table of them or a table of words
        """Return a stand-in that counts: a function its calls, a table once for being there."""
        self.counts.setdefault(place, 0)
        if isinstance(stand_in, dict):
            return {name: self.counted(place, one) for name, one in stand_in.items()}
        if not callable(stand_in):
            self.counts[place] += 1
            return stand_in

        @wraps(stand_in)
        def asked(*arguments: object) -> object:
            self.counts[place] += 1
            return stand_in(*arguments)

        return asked


def measure(switch: dict[str, Change]) -> tuple[Figures, list[str]]:
    """Return the figures with some evidence switched off, and the places that nobody asked."""
    asked = Asked({})
    with ExitStack() as stack:
        for place, change in switch.items():
            patcher = patch(f"speechparse.{place}")
            original, _ = patcher.get_original()  # raises AttributeError where the package has no such place
            patcher.new = asked.counted(place, change(original))
            stack.enter_context(patcher)
        figures = _figures()
    return figures, [place for place, count in asked.counts.items() if not count]


def _figures() -> Figures:
    cases = read_cases()
    outlines = {case.name: parse(case.text) for case in cases}
    right = frozenset(case.name for case in cases if draw_like(case.outline, outlines[case.name]) == case.outline)
    rows = [_labelled(variant) for variant in VARIANTS] if labelled.present() else []
    borders = sum(rows[0][name] for name in ("split", "ends", "closings")) if rows else 0
    return Figures(tuple(row[name] for row in rows for name in ("F1", "edgeF1")), borders, right, outlines)


@cache
def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("labelled_scorer", corpus.SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(str(corpus.SCORER))
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _documents(variant: str) -> list[tuple[dict[str, Any], str, list[int]]]:
    index = json.loads((corpus.LABELLED / "index.json").read_text(encoding="utf-8"))["documents"]
    texts = [(corpus.LABELLED / document["file"]).read_bytes().decode("utf-8-sig") for document in index]
    moved = [_scorer().variant(variant, text)[1:] for text in texts]
    return [(document, *pair) for document, pair in zip(index, moved, strict=True)]


def _labelled(variant: str) -> dict[str, Any]:
    tally = _scorer().Tally()
    for document, text, where in _documents(variant):
        _scorer().score(document, text, where, _shape(parse(text)), tally, [])
    row: dict[str, Any] = tally.row()
    return row


def _shape(outline: Outline) -> dict[str, Any]:
    return {
        "speeches": [
            {"start": one.start, "end": one.end, "closing": one.closing, "children": list(map(_item, one.children))}
            for one in outline.speeches
        ]
    }


def _item(item: Item) -> dict[str, Any]:
    children = list(map(_item, item.children))
    return {"start": item.start, "marker": item.marker, "title": item.title, "children": children}


# --- the table -------------------------------------------------------------------------------------------------------

HEADINGS: Final = (*(f"{name} {variant}" for variant in VARIANTS for name in ("dF1", "dedge")), "borders")


def cells(whole: Figures, less: Figures) -> list[str]:
    """Return the figures of a row: what changed."""
    shares = [f"{now - before:+.4f}" for now, before in zip(less.shares, whole.shares, strict=True)]
    borders = f"{less.borders - whole.borders:+d}" if whole.shares else "-"
    moved = sum(outline != whole.outlines[name] for name, outline in less.outlines.items())
    return [*(shares or ["-"] * 4), borders, str(len(whole.right - less.right)), str(moved)]


def buys(whole: Figures, less: Figures) -> bool:
    """Whether the evidence is worth something on any figure."""
    fell = any(now < before - 1e-9 for now, before in zip(less.shares, whole.shares, strict=True))
    return fell or less.borders < whole.borders or bool(whole.right - less.right)


def line(name: str, columns: list[str]) -> str:
    """Return a row of the table."""
    width = 36 - sum(ord(char) > 0x2E7F for char in name)  # such a character takes two columns
    return f"{name:{width}}" + "".join(f"{column:>13}" for column in columns)


def main(arguments: list[str]) -> int:
    """Print the table; return 1 where a switch was never asked."""
    whole, _ = measure({})
    print(f"with everything: {len(whole.right)} of {len(whole.outlines)} spec cases", end="")
    print("".join(f"  {name[1:]} {share:.4f}" for name, share in zip(HEADINGS, whole.shares, strict=False)))
    if not whole.shares:
        print(labelled.ABSENT)
    print(line("switched off", [*HEADINGS, "spec lost", "spec moved"]))
    idle: list[str] = []
    unasked: list[str] = []
    for name, switch in SWITCHES.items():
        if arguments and not any(word in name for word in arguments):
            continue
        less, never = measure(switch)
        unasked += [f"{name}: {place}" for place in never]
        idle += [] if buys(whole, less) else [name]
        print(line(name, cells(whole, less)), flush=True)
    if idle:
        together = {place: change for name in idle for place, change in SWITCHES[name].items()}
        print(line("all that buy nothing, at once", cells(whole, measure(together)[0])))
    print(f"buys nothing on any: {'; '.join(idle) or 'none'}")
    print(f"never asked: {'; '.join(unasked) or 'none'}")
    return int(bool(unasked))
