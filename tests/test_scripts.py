"""Every table of words holds them in simplified and in traditional characters, and with marks of both widths."""

from __future__ import annotations

from typing import Final

import pytest

from speechparse import asides, closing, cues, frame, page_words, speeches, titles, turns
from tests.dresses import MARKS, SCRIPTS, script

TABLES: Final = {
    f"{module.__name__}.{name}": table
    for module in (asides, closing, cues, frame, page_words, speeches, titles, turns)
    for name, table in vars(module).items()
    if isinstance(table, tuple | frozenset) and table and all(isinstance(word, str) and len(word) > 1 for word in table)
    if not any(sign in word for word in table for sign in "(?:[")
}


def forms(word: str) -> set[str]:
    """Return a word in other characters and with other marks."""
    written = {script(word, name) for name in SCRIPTS}
    return written | {form.translate(MARKS[width]) for form in written for width in MARKS if "://" not in form}


def test_there_are_tables() -> None:
    """Nothing would be shown of none."""
    assert len(TABLES) > 8


@pytest.mark.parametrize("table", TABLES)
def test_a_table_holds_every_form_of_its_words(table: str) -> None:
    """What is known in one form is known in all, as itself or by a shorter word at either end of it."""
    words = tuple(TABLES[table])
    lacking = {
        form
        for word in words
        for form in forms(word)
        if not (form.startswith(words) or form.endswith(words) or any(known in form for known in words))
    }
    assert lacking == set()
