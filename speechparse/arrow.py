"""Outlines as Arrow tables: one row an item.

`parse_table` takes texts in a table and gives their items in a table, with nothing in between, so that any engine
that hands out Arrow (Spark, Ray Data, Dask, Polars, DuckDB) can call it. `SCHEMA` says what each column holds. Needs
pyarrow: `pip install 'speechparse[parquet]'`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

try:
    import pyarrow as pa
except ImportError as error:
    raise ImportError("speechparse.arrow needs pyarrow: pip install 'speechparse[parquet]'") from error

from speechparse.errors import SpeechparseError
from speechparse.outline import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.model import Item, Outline, Speech

SCHEMA_VERSION: Final = 1
"""Rises only when a column is removed or changes its meaning."""

_COLUMNS: Final = (
    ("doc_id", pa.string(), "what the document is known by: the id that was given, or the file's name"),
    ("speech", pa.int32(), "the place of the speech in its document, from 0"),
    ("path", pa.string(), "the item's places among its siblings, from the top: 3.2.1"),
    ("parent", pa.string(), "the path of the item above it; null on the first level"),
    ("level", pa.int32(), "1 for the speech's own items, 2 for theirs"),
    ("family", pa.string(), "which kind of marker it is: han, han-paren, di and so on"),
    ("marker", pa.string(), "the exact slice of the text, with its punctuation"),
    ("ordinal", pa.int64(), "what the marker says"),
    ("title", pa.string(), "the heading without its marker"),
    ("text", pa.string(), "the item's own body, without title and children"),
    ("start", pa.int64(), "the marker's first character"),
    ("end", pa.int64(), "after the last character of all that belongs to the item"),
    ("heading_path", pa.list_(pa.string()), "the titles of the items above it, from the top"),
    ("announced", pa.int32(), "how many points its text announces for its children; null where it announces none"),
    ("speech_title", pa.string(), "the title of its speech; null where there is none"),
    ("error", pa.string(), "why the document has no outline; then all columns but this one and doc_id are null"),
)

SCHEMA: Final = pa.schema(
    [pa.field(name, kind, metadata={"description": told}) for name, kind, told in _COLUMNS],
    metadata={
        "speechparse.schema": str(SCHEMA_VERSION),
        "speechparse.offsets": "code points of the document's text, a byte order mark not counted",
    },
)
"""The columns of every table, each with its description, and the version of it all, in the metadata."""

_AT_ONCE: Final = 256
"""Documents that are Python objects at one time."""

_SURROGATES: Final = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_LARGEST: Final = (1 << 63) - 1


class RowBuilder:
    """Gathers the rows of documents until a batch is taken."""

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        """Begin without rows."""
        self._rows: list[tuple[object, ...]] = []

    def add(self, doc_id: str | None, outline: Outline) -> int:
        """Take in a document, and return how many rows it has: one an item, or one for the error that it has."""
        before = len(self._rows)
        if outline.error is not None:
            self._rows.append((doc_id, *[None] * (len(_COLUMNS) - 2), outline.error))
        for index, speech in enumerate(outline.speeches):
            self._rows.extend(_rows(doc_id, index, speech))
        return len(self._rows) - before

    def take(self) -> pa.RecordBatch:
        """Return the rows gathered since the last time, as a batch with `SCHEMA`."""
        rows, self._rows = self._rows, []
        columns = zip(*rows, strict=True) if rows else [()] * len(_COLUMNS)
        arrays = [_array(values, kind) for values, (_, kind, _) in zip(columns, _COLUMNS, strict=True)]
        return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def parse_table(table: pa.Table | pa.RecordBatch, text: str = "text", id: str | None = "id") -> pa.Table:  # noqa: A002
    """Return the items of all texts of a table, one row an item, with `SCHEMA`, in the order of the texts.

    `text` names the column of the texts, `id` the one whose values become `doc_id`, whatever their type; without it
    (None) a text is known by its place in the table, from 0. A text without items has no row; a null instead of a text
    has one row, with the `error`. Raises SpeechparseError where a column is missing or is not text.
    """
    builder = RowBuilder()
    batches = []
    documents = _documents(table, text, id)
    while some := list(islice(documents, _AT_ONCE)):
        for doc_id, content in some:
            builder.add(doc_id, outline_of(content))
        batches.append(builder.take())
    return pa.Table.from_batches(batches, SCHEMA)


def outline_of(text: str | None) -> Outline:
    """Return the outline of a text, or for a null one that says so."""
    if text is None:
        from speechparse.model import Outline  # noqa: PLC0415 -- nulls are rare

        return Outline(length=0, error=NO_TEXT)
    return parse(text)


NO_TEXT: Final = "there is no text (null)"


def text_column(schema: pa.Schema, name: str) -> str:
    """Return the name of a column that holds text; raise SpeechparseError where it does not, or is not there."""
    kind = schema.field(column(schema, name)).type
    value = kind.value_type if pa.types.is_dictionary(kind) else kind
    if not (pa.types.is_string(value) or pa.types.is_large_string(value) or pa.types.is_string_view(value)):
        raise SpeechparseError(f"column {name!r} holds {kind}, not text", "name the column of the texts")
    return name


def column(schema: pa.Schema, name: str) -> str:
    """Return the name of a column; raise SpeechparseError where the schema has none or several of that name."""
    if schema.names.count(name) != 1:
        there = ", ".join(schema.names) or "none"
        raise SpeechparseError(f"no column {name!r} (there are: {there})", "name one of them")
    return name


def _documents(table: pa.Table | pa.RecordBatch, text: str, doc_id: str | None) -> Iterator[tuple[str | None, str]]:
    texts = table.column(text_column(table.schema, text))
    ids = None if doc_id is None else table.column(column(table.schema, doc_id))
    for begin in range(0, table.num_rows, _AT_ONCE):
        contents = texts.slice(begin, _AT_ONCE).to_pylist()
        known = range(begin, begin + len(contents)) if ids is None else ids.slice(begin, _AT_ONCE).to_pylist()
        for value, content in zip(known, contents, strict=True):
            yield None if value is None else str(value), content


def _rows(doc_id: str | None, index: int, speech: Speech) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a speech's items, in the order of the text."""
    above: tuple[str | None, list[str]] = (None, [])
    stack = [(item, above) for item in reversed(speech.children)]
    while stack:
        item, (parent, headings) = stack.pop()
        yield (doc_id, index, item.path, parent, *_values(item), headings, item.announced, speech.title, None)
        if item.children:
            above = (item.path, [*headings, item.title])
            stack.extend((child, above) for child in reversed(item.children))


def _values(item: Item) -> tuple[object, ...]:
    ordinal = min(item.ordinal, _LARGEST)
    return (item.level, item.family, item.marker, ordinal, item.title, item.text, item.start, item.end)


def _array(values: tuple[object, ...], kind: pa.DataType) -> pa.Array:
    """Return a column; what UTF-8 cannot hold (a lone surrogate) becomes U+FFFD."""
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_whole(value) for value in values], kind)


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.translate(_SURROGATES)
    return [_whole(part) for part in value] if isinstance(value, list) else value
