"""Which rules run: ids, prefixes, levels, and names that no rule has."""

from __future__ import annotations

import pytest

from speechparse.check import RULES, Severity
from speechparse.check.selection import Selection, UnknownRuleError, nearest_rule, rule_named


def _ids(selection: Selection, level: Severity | None = None) -> list[str]:
    return [rule.id for rule in selection.rules(level)]


def test_warnings_and_errors_by_default() -> None:
    """Style is only shown when asked for."""
    assert _ids(Selection()) == [rule.id for rule in RULES if rule.severity is not Severity.STYLE]
    assert _ids(Selection(level=Severity.ERROR)) == ["N001", "N002", "N014"]
    assert _ids(Selection(level=Severity.STYLE)) == [rule.id for rule in RULES]


def test_level_may_be_set_for_once() -> None:
    """As for fixes, which take style too."""
    assert len(_ids(Selection(), Severity.STYLE)) == len(RULES)


def test_ids_and_prefixes() -> None:
    """In any case, the order that of the rules."""
    assert _ids(Selection(("p110", "N00"))) == ["N001", "N002", "N003", "N007", "N009", "P110"]
    assert _ids(Selection(ignore=("N",))) == ["P110", "P111"]


def test_longer_name_decides() -> None:
    """`N` without `N0` but with `N001`; of two equal names the one that leaves out."""
    assert _ids(Selection(("N", "N001"), ("N0",))) == ["N001"]
    assert _ids(Selection(("N001",), ("N001",))) == []


def test_what_is_said_first_counts() -> None:
    """The command line goes over the settings, part by part."""
    settings = Selection(("N",), ("N001",), Severity.STYLE)

    assert Selection().over(settings) == settings
    assert Selection(("P",), level=Severity.ERROR).over(settings) == Selection(("P",), ("N001",), Severity.ERROR)


@pytest.mark.parametrize(("name", "nearest"), [("N01x", "N01"), ("gaps", "N001"), ("P11x", "P11"), ("counts", "N011")])
def test_nearest_rule(name: str, nearest: str) -> None:
    """By id or by short name."""
    assert nearest_rule(name).startswith(nearest)


@pytest.mark.parametrize("name", ["X1", "", "N0001", "gap"])
def test_unknown_rule(name: str) -> None:
    """A name that no id begins with is refused, with the one that was likely meant."""
    with pytest.raises(UnknownRuleError, match=r"did you mean [NP]"):
        Selection((name,)).rules()
    with pytest.raises(UnknownRuleError):
        Selection(ignore=(name,)).rules()


def test_rule_by_its_name() -> None:
    """An explanation is asked for by id or short name."""
    assert rule_named("n001") is rule_named("gap") is RULES[0]
    with pytest.raises(UnknownRuleError, match="did you mean N011"):
        rule_named("counts")
