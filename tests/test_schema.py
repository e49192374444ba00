"""The JSON Schema in the package, and what it refuses."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import speechparse
from speechparse.render.json import render
from tests.outlines import item, outline, outlines, speech
from tests.process import run

if TYPE_CHECKING:
    from speechparse.model import Outline

SCHEMA = json.loads(files("speechparse").joinpath("schema", "outline-1.json").read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def _document() -> dict[str, Any]:
    """Return a valid document with one of everything."""
    below = item("（一）", "学原文", family="han-paren", text="读一遍不够。", line=2)
    one = outline(speech("讲话", item("一、", "抓学习", below), closing="谢谢大家！"), source="a.txt")
    one.outside.append((0, 4))
    return one.to_dict()


def _at(document: dict[str, Any], path: str) -> tuple[Any, str | int]:
    """Return the container that a path such as `speeches.0.title` ends in, and the last step."""
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
    container: Any = document
    for step in steps:
        container = container[step]
    return container, last


def test_the_schema_is_a_schema() -> None:
    """It is valid against the draft that it names."""
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_the_command_prints_the_file(tmp_path: Path) -> None:
    """As it is in the package, with or without its name."""
    expected = files("speechparse").joinpath("schema", "outline-1.json").read_bytes()

    assert expected == run("schema", cwd=tmp_path).stdout
    assert expected == run("schema", "outline", cwd=tmp_path).stdout


@given(outlines())
def test_every_outline_is_valid(one: Outline) -> None:
    """Whatever stands in its texts."""
    VALIDATOR.validate(json.loads(render(one)))


def test_every_fixture_is_valid() -> None:
    """The parser keeps what the schema promises on every whole speech."""
    paths = sorted(FIXTURES.glob("speeches/*.txt"))

    assert paths, "no fixtures found"
    for path in paths:
        VALIDATOR.validate(speechparse.parse(path.read_text(encoding="utf-8")).to_dict())


@pytest.mark.parametrize(
    ("path", "definition"),
    [("", SCHEMA), ("speeches.0", SCHEMA["$defs"]["speech"]), ("speeches.0.children.0", SCHEMA["$defs"]["item"])],
    ids=["outline", "speech", "item"],
)
def test_every_field_is_described_and_required(path: str, definition: dict[str, Any]) -> None:
    """In the order in which it is written."""
    document = _document()
    container, last = _at({"": document} if not path else document, path)
    written = list(container[last])

    assert written == list(definition["properties"])
    assert written == definition["required"]


@pytest.mark.parametrize("path", ["version", "error", "speeches.0.closing", "speeches.0.children.0.announced"])
def test_a_missing_field_is_refused(path: str) -> None:
    """Null is a value; a field that is not there is a fault."""
    document = _document()
    container, last = _at(document, path)
    VALIDATOR.validate(document)

    del container[last]

    assert [error.validator for error in VALIDATOR.iter_errors(document)] == ["required"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("version", 2),
        ("source", 3),
        ("length", -1),
        ("length", None),
        ("error", False),
        ("speeches", None),
        ("outside.0", [0]),
        ("outside.0", [0, 1, 2]),
        ("outside.0.1", "4"),
        ("speeches.0.children", None),
        ("speeches.0.duplicate_of", -1),
        ("speeches.0.closing", []),
        ("speeches.0.children.0.marker", ""),
        ("speeches.0.children.0.ordinal", "1"),
        ("speeches.0.children.0.level", 33),
        ("speeches.0.children.0.level", 0),
        ("speeches.0.children.0.path", "1."),
        ("speeches.0.children.0.text", None),
        ("speeches.0.children.0.title", None),
        ("speeches.0.children.0.line", 0),
        ("speeches.0.children.0.start", 1.5),
        ("speeches.0.children.0.announced", 0),
        ("speeches.0.children.0.children.0.text", None),
        ("speeches.0.children.0.children.0", []),
    ],
)
def test_a_wrong_value_is_refused(path: str, value: object) -> None:
    """At the field where it stands, and nowhere else."""
    document = _document()
    container, last = _at(document, path)

    container[last] = value

    assert {".".join(map(str, error.absolute_path)) for error in VALIDATOR.iter_errors(document)} == {path}


def test_a_field_of_a_later_release_is_accepted() -> None:
    """Fields may be added without a new version."""
    VALIDATOR.validate(_document() | {"later": 1})
