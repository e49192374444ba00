"""The READMEs say what is true: their commands are run, their tables compared with the code's."""

from __future__ import annotations

import doctest
import re

import pytest

from benchmarks import docs
from benchmarks.corpus import ROOT

PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in docs.READMES}
EXAMPLES = [
    pytest.param(example, id=f"{name}-{number}")
    for name, page in PAGES.items()
    for number, example in enumerate(docs.examples(page))
]
PARTS = re.compile(r"^(?:#+ |```.*|\| `[^`|]+`)", re.MULTILINE)
SH = re.compile(r"(?<=^```sh\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def test_there_are_examples() -> None:
    """Both pages show commands and what they print."""
    assert len(EXAMPLES) >= 12


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_prints_what_the_page_says(example: docs.Example) -> None:
    """A console example prints exactly what stands below it."""
    if not example.runnable:
        pytest.skip("jq is not installed")

    assert example.output == docs.current(example)


@pytest.mark.parametrize("name", docs.READMES)
def test_table_of_families_is_the_one_in_the_code(name: str) -> None:
    """The table of marker families is made from the table in the code."""
    shown = docs.TABLE.search(PAGES[name])

    assert shown is not None
    assert docs.table(docs.HEADS[name]) == shown[0]


@pytest.mark.parametrize("name", docs.READMES)
def test_python_examples_are_true(name: str) -> None:
    """The page's Python examples give what stands below them."""
    failed, tried = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")

    assert tried >= 3
    assert failed == 0


@pytest.mark.parametrize("name", docs.READMES)
def test_first_line_that_names_a_fixture_is_command_one(name: str) -> None:
    """A newcomer's first line is one line of a sh block, and it names a file that exists."""
    line = next(line for line in PAGES[name].splitlines() if "fixtures/" in line)
    named = re.search(r"fixtures/\S+", line)

    assert f"{line}\n" == SH.findall(PAGES[name])[0]
    assert named is not None
    assert (ROOT / named[0]).is_file()


@pytest.mark.parametrize("name", docs.READMES)
def test_second_sh_block_is_the_test_command(name: str) -> None:
    """The second line sets up development and runs the tests, again in one line."""
    block = SH.findall(PAGES[name])[1]

    assert block.count("\n") == 1
    assert "pytest" in block


def test_both_pages_have_the_same_commands() -> None:
    """The Chinese page shows the commands of the English one, in the same order."""
    english, chinese = ([*SH.findall(page), *docs.examples(page)] for page in PAGES.values())

    assert english == chinese


def test_both_pages_have_the_same_parts() -> None:
    """The Chinese page has the English one's headings by level, its blocks of code, and the names in its tables."""
    english, chinese = (PARTS.findall(page) for page in PAGES.values())

    assert len(english) >= 60
    assert english == chinese


def test_links_between_files_hold() -> None:
    """A relative link leads to a file of the project."""
    links = [link for page in PAGES.values() for link in re.findall(r"\]\(([^)#:]+)\)", page)]

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
