"""Brings docs/rules.md up to date: the page of the rules, made from the rules.

python -m benchmarks rules            # rewrites docs/rules.md
python -m benchmarks rules --check    # says whether it is stale, and fails if so
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.corpus import ROOT
from speechparse.check import RULES
from speechparse.check.pages import findings_in, fix_of

if TYPE_CHECKING:
    from speechparse.check import Rule

PAGE: Final = ROOT / "docs" / "rules.md"
HEAD: Final = """\
# The rules of `speechparse check`

Made from the rules themselves by `python -m benchmarks rules`: every example on this page is also a test.

- **error**: certainly wrong.
- **warning**: probably wrong.
- **style**: a standard's advice, from which good practice often departs; shown with `--level style`.

Nothing in a quotation, a reference, a footnote or a table of contents raises anything. A rule can be chosen by its id
or by the beginning of it: `--select N`, `--ignore P103`, or the same in a project's settings:

```toml
[tool.speechparse.check]   # in pyproject.toml; in speechparse.toml the table is [check]
select = ["N", "P110", "P111"]
ignore = ["N009"]
level = "warning"
```

"""


def row(rule: Rule) -> str:
    """Return a rule's line of the table."""
    link = f"[{rule.id}](#{rule.id.lower()}-{rule.slug})"
    return f"| {link} | {rule.name.en} | {rule.name.zh} | {rule.severity} | {fix_of(rule).en} |\n"


def table() -> str:
    """Return the table of all rules."""
    return "| id | name | 名称 | severity | fix |\n| --- | --- | --- | --- | --- |\n" + "".join(map(row, RULES))


def section(rule: Rule) -> str:
    """Return what the page says of a rule."""
    parts = [
        f"## {rule.id} {rule.slug}",
        f"**{rule.name.en}, {rule.name.zh}**: {rule.severity}; fix: {fix_of(rule).en}.",
        rule.summary.en,
        rule.summary.zh,
        f"Rests on: {rule.basis.en}.",
        *(example("Finds nothing in", text) for text in rule.passing),
        *(
            example("Finds", text, findings_in(rule, text, "en"), findings_in(rule, text, "zh"))
            for text in rule.failing
        ),
    ]
    if rule.fixed is not None:
        parts.append(example("`--fix` makes of the first of these", rule.fixed))
    return "\n\n".join(parts) + "\n"


def example(words: str, text: str, *messages: list[str]) -> str:
    """Return an example, with what is found in it in each language."""
    found = "".join(f"- {line}\n" for lines in messages for line in lines)
    return f"{words}{':' if not found else ''}\n\n{found}{chr(10) if found else ''}```text\n{text}```"


def page() -> str:
    """Return the whole page."""
    return HEAD + table() + "\n" + "\n".join(map(section, RULES))


def main(arguments: list[str]) -> int:
    """Rewrite the page, or with `--check` only say whether it is stale."""
    fresh = page()
    name = PAGE.relative_to(ROOT)
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == fresh:
        print(f"{name} is up to date")
        return 0
    if "--check" in arguments:
        print(f"{name} is stale: run `python -m benchmarks rules`")
        return 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(fresh, encoding="utf-8")
    print(f"{name} rewritten")
    return 0
