"""Arrow in, Arrow out."""

from __future__ import annotations

from typing import Any

import pytest

from speechparse import parse
from speechparse.errors import SpeechparseError
from tests.batch.corpora import speech

pa = pytest.importorskip("pyarrow")
arrow = pytest.importorskip("speechparse.arrow")

TEXT = "会议讲话\n同志们：\n讲两点意见。\n一、抓学习\n（一）学原文。读一遍不够。\n（二）学方法\n二、抓落实\n"


def _rows(table: Any, **columns: Any) -> list[dict[str, Any]]:  # noqa: ANN401 -- pyarrow has no types
    rows: list[dict[str, Any]] = arrow.parse_table(table, **columns).to_pylist()
    return rows


def test_one_row_an_item() -> None:
    """With the columns that the schema has, in the order of the text."""
    rows = _rows(pa.table({"id": ["a"], "text": [TEXT]}))

    assert [(row["path"], row["parent"], row["level"], row["marker"], row["title"]) for row in rows] == [
        ("1", None, 1, "一、", "抓学习"),
        ("1.1", "1", 2, "（一）", "学原文"),
        ("1.2", "1", 2, "（二）", "学方法"),
        ("2", None, 1, "二、", "抓落实"),
    ]
    assert [row["heading_path"] for row in rows] == [[], ["抓学习"], ["抓学习"], []]
    assert {(row["doc_id"], row["speech"], row["speech_title"], row["error"]) for row in rows} == {
        ("a", 0, "会议讲话", None)
    }
    assert all(TEXT[row["start"] :].startswith(row["marker"]) for row in rows)
    assert rows[1]["text"] == "读一遍不够。"


def test_rows_say_what_the_outline_says() -> None:
    """Every field of every item, for a page with several speeches."""
    page = "".join(f"篇{number}：{speech(number)}" for number in (1, 2))
    items = list(parse(page).walk())

    rows = _rows(pa.table({"id": [7], "text": [page]}))

    assert len(items) == len(rows) > 20
    for row, item in zip(rows, items, strict=True):
        for name in ("path", "level", "family", "marker", "ordinal", "title", "text", "start", "end", "announced"):
            assert row[name] == getattr(item, name)
        assert row["doc_id"] == "7"


def test_the_schema_is_documented_and_versioned() -> None:
    """Every column says what it holds; the table says which version it is, and what offsets count."""
    schema = arrow.parse_table(pa.table({"id": ["a"], "text": [TEXT]})).schema

    assert schema.equals(arrow.SCHEMA, check_metadata=True)
    assert schema.metadata[b"speechparse.schema"] == b"1"
    assert b"code points" in schema.metadata[b"speechparse.offsets"]
    assert all(field.metadata[b"description"] for field in schema)
    assert schema.names == [
        "doc_id", "speech", "path", "parent", "level", "family", "marker", "ordinal", "title", "text", "start", "end",
        "heading_path", "announced", "speech_title", "error",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "kind", ["string", "large_string", "dictionary", "chunked", "batch", "sliced"], ids=lambda kind: kind
)
def test_whatever_the_table_is_made_of(kind: str) -> None:
    """All kinds of text, in one piece or several."""
    texts = [TEXT, "没有层次", TEXT]
    table = pa.table({"id": ["a", "b", "c"], "text": texts})
    made = {
        "string": lambda: table,
        "large_string": lambda: pa.table({"id": [1, 2, 3], "text": pa.array(texts, pa.large_string())}),
        "dictionary": lambda: pa.table({"id": ["a", "b", "c"], "text": pa.array(texts).dictionary_encode()}),
        "chunked": lambda: pa.concat_tables([table.slice(0, 1), table.slice(1)]),
        "batch": lambda: table.to_batches()[0],
        "sliced": lambda: pa.concat_tables([table, table]).slice(3),
    }[kind]()

    rows = _rows(made)

    assert len(rows) == 8
    assert len({row["doc_id"] for row in rows}) == 2


def test_ids() -> None:
    """Of any type; without a column, the place in the table."""
    table = pa.table({"url": [10, None], "content": [TEXT, TEXT]})

    assert {row["doc_id"] for row in _rows(table, text="content", id="url")} == {"10", None}
    assert {row["doc_id"] for row in _rows(table, text="content", id=None)} == {"0", "1"}


def test_nothing_is_lost() -> None:
    """A null has a row with an error, a text without structure has none, and an empty table is a table."""
    rows = _rows(pa.table({"id": ["a", "b", "c"], "text": [None, "没有层次", TEXT]}))

    assert [row["error"] for row in rows] == ["there is no text (null)", None, None, None, None]
    assert {name for name, value in rows[0].items() if value is not None} == {"doc_id", "error"}
    empty = arrow.parse_table(pa.table({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}))
    assert (empty.num_rows, empty.schema.names) == (0, arrow.SCHEMA.names)


@pytest.mark.parametrize(
    ("table", "columns", "words"),
    [
        ({"id": ["a"], "text": [1]}, {}, "holds int64, not text"),
        ({"id": ["a"], "body": ["一"]}, {}, "no column 'text' .there are: id, body."),
        ({"text": ["一"]}, {}, "no column 'id'"),
        ({"id": ["a"], "text": ["一"]}, {"text": "content"}, "no column 'content'"),
    ],
)
def test_wrong_columns(table: dict[str, list[Any]], columns: dict[str, str], words: str) -> None:
    """Said before anything is parsed, with the columns that there are."""
    with pytest.raises(SpeechparseError, match=words):
        arrow.parse_table(pa.table(table), **columns)


def test_what_utf_8_cannot_hold() -> None:
    """A lone surrogate in memory becomes U+FFFD in a column."""
    builder = arrow.RowBuilder()
    assert builder.add("a\udcff", parse("一、抓\ud800学习\n（一）甲\n（二）乙\n二、抓落实\n")) == 4

    rows = builder.take().to_pylist()

    assert (rows[0]["doc_id"], rows[0]["title"], rows[1]["heading_path"]) == (
        "a\ufffd",
        "抓\ufffd学习",
        ["抓\ufffd学习"],
    )


def test_more_than_is_done_at_once() -> None:
    """The rows of a long table are those of its texts, one after the other."""
    texts = [speech(number, 300) for number in range(700)]

    table = arrow.parse_table(pa.table({"id": list(range(700)), "text": texts}))

    assert table.num_rows == sum(sum(1 for _ in parse(text).walk()) for text in texts)
    assert table.column("doc_id").unique().to_pylist() == [str(number) for number in range(700)]
