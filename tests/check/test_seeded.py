"""Faults put into correct speeches: what is found, and that the measurement itself is sound."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks import compose, faults, seeded
from speechparse import parse
from speechparse.check import RULES, check_text
from speechparse.check.fixing import fix_text

FEW = 6


@pytest.mark.parametrize("ladder", compose.LADDERS, ids="/".join)
def test_composed_speeches_are_correct(ladder: tuple[str, ...]) -> None:
    """The parser finds what was written, and no rule has anything against it."""
    speech = compose.compose(faults.chance(7), ladder)
    written = sorted(point.start for listing in speech.listings for point in listing.points)

    assert written == [item.start for item in parse(speech.text).walk()]
    assert check_text(speech.text) == []


@pytest.mark.parametrize("name", seeded.FAULTS)
def test_faults_are_found(name: str) -> None:
    """Exactly what each implies, in all but a few speeches at most; marks come back as they were."""
    cases = faults.made(name, FEW)
    right = [faults.count(faults.Tally(Counter(), Counter(), Counter()), fault) for _, fault in cases]

    assert len(cases) == FEW
    assert sum(right) >= FEW - 1
    for speech, fault in cases:
        assert fault.text != speech.text
        if fault.mends:
            assert fix_text(fault.text, RULES).text == speech.text


def test_every_rule_is_asked_for() -> None:
    """Some fault implies each rule."""
    asked = {rule for name in seeded.FAULTS for _, fault in faults.made(name, 2) for rule, _ in fault.expected}

    assert asked == {rule.id for rule in RULES}


def test_tally() -> None:
    """What is missed counts against recall, what is found besides against precision, of its own rule."""
    tally = faults.Tally(Counter(), Counter(), Counter())
    text = "一、种\n二、管\n四、收\n"

    assert not faults.count(tally, seeded.Fault(text, Counter({("N002", 8): 1}), mends=False))
    assert faults.count(tally, seeded.Fault(text, Counter({("N001", 8): 1}), mends=False))
    assert (tally.recall("N001"), tally.precision("N001")) == (1.0, 0.5)
    assert (tally.recall("N002"), tally.precision("N002")) == (0.0, 0.0)


def test_edits_move_what_is_expected() -> None:
    """An offset behind an edit moves by what the edit puts in or takes out."""
    speech = compose.compose(faults.chance(1), ("han", "shi"))
    fault = seeded.faulty(speech, [(2, 4, ""), (6, 6, "xyz")], [("N001", 1), ("N001", 5), ("N001", 9)])

    assert sorted(offset for _, offset in fault.expected) == [1, 3, 10]
