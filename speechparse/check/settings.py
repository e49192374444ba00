"""What a project's settings say about its checks: the table `[check]`, or `[tool.speechparse.check]`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from speechparse.check.finding import Severity
from speechparse.check.selection import Selection, UnknownRuleError

if TYPE_CHECKING:
    from speechparse.config import Table

KEYS: Final = ("select", "ignore", "level")
"""What the table may hold."""


def selection_of(settings: Table) -> Selection:
    """Return what the table `check` of some settings says; raises ConfigError for whatever is wrong in it."""
    table = settings.section("check")
    table.refuse_unknown(KEYS)
    selection = Selection(table.strings("select"), table.strings("ignore"), _level(table))
    for key in ("select", "ignore"):
        _refuse_unknown_rules(table, key)
    return selection


def _refuse_unknown_rules(table: Table, key: str) -> None:
    for name in table.strings(key):
        try:
            Selection((name,)).rules()
        except UnknownRuleError as error:
            table.refuse(key, f"has an {error.what}", error.hint)


def _level(table: Table) -> Severity | None:
    name = table.string("level")
    if name is None:
        return None
    try:
        return Severity(name)
    except ValueError:
        table.refuse("level", f"is {name!r}", "choose error, warning or style")
