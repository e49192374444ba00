"""Which runs are taken: what carries each, or why it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.candidates import LINE, SENTENCE

if TYPE_CHECKING:
    from speechparse.candidates import Candidate
    from speechparse.run import Run


_LONE_FAMILIES: Final = frozenset(("part", "chapter", "section", "article", "han", "han-paren", "formal"))
"""Families of which a single heading is a heading."""


def judge(run: Run) -> None:
    """Say what carries a run, or why it is not taken."""
    if run.reason:
        return
    if run.members[0].quoted and all(member.quoted for member in run.members):
        run.reason = "quoted"
    elif len(run.members) == 1:
        _judge_lone(run)
    else:
        _judge_chain(run)


def _judge_lone(run: Run) -> None:
    only = run.members[0]
    heads = (
        only.position == LINE
        and only.family.name in _LONE_FAMILIES
        and (only.ordinal == 1 or only.family.rank < 4)
        and only.key == only.family.name
    )
    if not run.resumed and not heads:
        run.reason = "lone"


def _judge_chain(run: Run) -> None:
    if (
        len(run.members) == 2
        and run.key == "order"
        and run.members[1].ordinal != 2
        and run.members[0].line != run.last.line
    ):
        run.reason = "lone"
        return
    if run.ordinals[0] > 1 and not run.resumed and len(run.members) < 3 and not _neighbours(run):
        headings = run.members[0].family.heading and all(member.position == LINE for member in run.members)
        if not headings:
            run.reason = "no-first"


def _neighbours(run: Run) -> bool:
    return run.members[0].line == run.last.line and all(member.position == SENTENCE for member in run.members)


_SHORT_TITLE: Final = 10


def drop_previews(text: str, runs: list[Run]) -> None:
    """Take out the list in a sentence that names the headings to come: 讲三个问题：（一）…；（二）…."""
    blocks: dict[tuple[str, int], list[Run]] = {}
    for run in runs:
        if run.block and not run.reason:
            blocks.setdefault((run.key, len(run.members)), []).append(run)
    if not blocks:
        return
    for run in runs:
        if not run.block and not run.reason and run.inline:
            likely = blocks.get((run.key, len(run.members)))
            if likely and any(_previews(text, run, block) for block in likely):
                run.reason = "preview"


def _previews(text: str, run: Run, block: Run) -> bool:
    if block.members[0].start < run.last.start:
        return False
    return all(_same_words(text, one, other) for one, other in zip(run.members, block.members, strict=True))


def _same_words(text: str, one: Candidate, other: Candidate) -> bool:
    stop = next((index for index in range(_SHORT_TITLE) if text[one.end + index] in "；。，;,.\n"), _SHORT_TITLE)
    return stop > 0 and text[one.end : one.end + stop] == text[other.end : other.end + stop]
