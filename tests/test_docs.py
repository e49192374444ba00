"""How the READMEs are brought up to date."""

from __future__ import annotations

from benchmarks import docs

PAGE = """\
```console
$ printf 'one\\ntwo\\nthree\\nfour\\n'
one
…
old
$ true
```
"""


def test_examples_are_commands_with_what_they_print() -> None:
    """A block may hold several commands; what follows one up to the next is its output."""
    expected = [docs.Example("printf 'one\\ntwo\\nthree\\nfour\\n'", "one\n…\nold\n"), docs.Example("true", "")]

    assert expected == list(docs.examples(PAGE))


def test_refresh_keeps_what_is_left_out() -> None:
    """As many lines stay before and after the mark as there were."""
    expected = PAGE.replace("old", "four")

    assert expected == docs.refreshed("README.md", PAGE)


def test_nothing_is_left_out_of_a_short_output() -> None:
    """Where all lines are shown there is no mark."""
    assert docs.abridged("one\ntwo\n", "one\n…\ntwo\n") == "one\ntwo\n"


def test_whole_output_without_a_mark() -> None:
    """Without a mark everything is shown."""
    assert docs.abridged("one\ntwo\n", "three\n") == "one\ntwo\n"


def test_failure_is_part_of_what_is_printed() -> None:
    """Both streams are shown, as a terminal shows them."""
    assert docs.printed("echo out; echo err >&2; exit 3") == "out\nerr\n"


def test_refresh_leaves_other_text_alone() -> None:
    """A page without examples and tables stays as it is."""
    assert docs.refreshed("README.md", "# title\n\n```sh\nls\n```\n") == "# title\n\n```sh\nls\n```\n"
