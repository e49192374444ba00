"""An input that is to be mended: its very bytes, and where the mended text goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechparse.check.exact import Exact
from speechparse.cli import streams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.fixing import Fixed
    from speechparse.cli.inputs import Source


class Original:
    """A text with the bytes that it was read from."""

    __slots__ = ("_exact", "_source")

    def __init__(self, source: Source, data: bytes) -> None:
        """Take what was read and its bytes; raises InexactError where the text was taken out of another format."""
        self._source = source
        self._exact = Exact(data, source.text, source.encoding, source.path)

    def write(self, fixed: Fixed) -> None:
        """Put the mended text where it belongs: into the file, or on standard output. Raises SpeechparseError."""
        data = self._exact.encode(fixed.text)
        if self._source.path is None:
            streams.write_output(data)
        elif data != self._exact.data:
            from speechparse.atomic import replacing  # noqa: PLC0415 -- hardly ever needed

            with replacing(self._source.path) as write:
                write(data)

    def show(self, fixed: Fixed) -> bool:
        """Write on standard output what would change, as a unified diff; return whether anything would."""
        self._exact.encode(fixed.text)
        lines = "".join(_difference(self._source.text, fixed.text, self._source.name))
        if lines:
            streams.write_output(lines.encode("utf-8", "replace"))
        return bool(lines)


def _difference(old: str, new: str, name: str) -> Iterator[str]:
    from difflib import unified_diff  # noqa: PLC0415 -- only --diff needs it

    for line in unified_diff(_lines(old), _lines(new), name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Cut a text at its line feeds and nowhere else, each kept at the end of its line."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines
