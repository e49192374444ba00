"""What a project's settings say about its checks."""

from __future__ import annotations

import pytest

from speechparse.check import Severity
from speechparse.check.selection import Selection
from speechparse.check.settings import selection_of
from speechparse.config import Table
from speechparse.errors import ConfigError


def _settings(**check: object) -> Table:
    return Table({"check": check}, "speechparse.toml")


def test_all_that_can_be_said() -> None:
    """Two lists of rules and a level."""
    assert selection_of(_settings(select=["N"], ignore=["N001"], level="style")) == Selection(
        ("N",), ("N001",), Severity.STYLE
    )


def test_nothing_said() -> None:
    """Without the table, and with an empty one."""
    assert selection_of(Table({})) == Selection()
    assert selection_of(_settings()) == Selection()


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ({"ignor": []}, "did you mean 'ignore'"),
        ({"select": "N"}, "list of strings"),
        ({"select": ["N01x"]}, "did you mean N010"),
        ({"ignore": ["gap"]}, "did you mean N001"),
        ({"level": "loud"}, "error, warning or style"),
        ({"level": 1}, "string"),
    ],
)
def test_mistakes(check: dict[str, object], words: str) -> None:
    """Each is refused, with the file and what was likely meant."""
    with pytest.raises(ConfigError, match=words) as caught:
        selection_of(_settings(**check))
    assert caught.value.path == "speechparse.toml"


def test_no_table() -> None:
    """`check` must be a table."""
    with pytest.raises(ConfigError, match="not a table"):
        selection_of(Table({"check": 1}, "speechparse.toml"))
