"""The rules as a whole: ids, words, modules, tests and the page that is made of them."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from benchmarks import rules as page
from speechparse.check import RULES, Severity
from speechparse.check import rules as package
from speechparse.check.pages import listing
from speechparse.check.pages import page as explanation

FOLDER = Path(package.__file__).parent
TESTS = Path(__file__).parent
ERRORS = {"N001", "N002", "N014"}
WARNINGS = {"N003", "N007", "N009", "N011", "N012", "N013", "N015", "P110", "P111"}


def test_a_module_and_a_test_each() -> None:
    """One rule, one module, one file of tests."""
    modules = sorted(path.stem for path in FOLDER.glob("[np]*.py"))

    assert [f"{rule.id.lower()}_{rule.slug.replace('-', '_')}" for rule in RULES] == modules
    assert [f"test_{module}" for module in modules] == sorted(path.stem for path in TESTS.glob("test_[np][0-9]*.py"))


def test_ids_and_severities() -> None:
    """No id twice; what is certain is an error, what is probable a warning, the rest style."""
    assert len({rule.id for rule in RULES}) == len({rule.slug for rule in RULES}) == len(RULES)
    assert {rule.id for rule in RULES if rule.severity is Severity.ERROR} == ERRORS
    assert {rule.id for rule in RULES if rule.severity is Severity.WARNING} == WARNINGS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_words_in_both_languages(rule) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 a rule
    """Chinese where Chinese is meant, the same values in both messages."""
    for words in (rule.name, rule.summary, rule.basis, rule.message):
        assert words.en
        assert re.search("[一-鿿]", words.zh)
    fields = [
        {name for _, name, _, _ in Formatter().parse(words) if name} for words in (rule.message.en, rule.message.zh)
    ]
    assert fields[0] == fields[1]


def test_list_of_the_rules() -> None:
    """A line each, in both languages."""
    for language in ("en", "zh"):
        lines = listing(language).splitlines()
        assert [line.split()[0] for line in lines] == [rule.id for rule in RULES]
        assert all(rule.name.said(language) in line for rule, line in zip(RULES, lines, strict=True))


def test_explanation() -> None:
    """All that the rule says of itself, with what it finds in its examples."""
    text = explanation(RULES[0], "zh")

    assert text.startswith("N001 缺号\n\n同一序列中间缺了序号")
    assert "级别: error\n依据: 惯例" in text
    assert "报 5:1 缺号：二、之后是四、（缺三、）\n\n    一、抓播种\n" in text


def test_page_is_fresh() -> None:
    """docs/rules.md is what the rules say: `python -m benchmarks rules` writes it."""
    assert page.PAGE.read_text(encoding="utf-8") == page.page()


def test_page_s_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` only looks; without it a stale page is written anew."""
    monkeypatch.setattr(page, "ROOT", tmp_path)
    monkeypatch.setattr(page, "PAGE", tmp_path / "docs" / "rules.md")

    assert page.main(["--check"]) == 1
    assert not page.PAGE.exists()
    assert page.main([]) == 0
    assert page.main(["--check"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "docs/rules.md is up to date"


def test_every_link_of_the_page_leads_somewhere() -> None:
    """The table's links are the headings."""
    text = page.page()
    headings = {line[3:].lower().replace(" ", "-") for line in text.splitlines() if line.startswith("## ")}

    assert set(re.findall(r"\]\(#(.+?)\)", text)) == headings
