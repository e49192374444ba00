"""Standard input, output and error as bytes: all of them or an error, never a part in silence."""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING

from speechparse.errors import ReadError, SpeechparseError
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from typing import TextIO

STDIN = "standard input"
STDOUT = "standard output"


def read_input() -> bytes:
    """Return all of standard input; raise ReadError where it is closed or fails."""
    try:
        return _bytes_of(sys.stdin).read()
    except (AttributeError, OSError) as error:
        raise ReadError(f"cannot be read ({_why(error)})", "give a file or a pipe", STDIN) from error


def write_output(data: bytes) -> None:
    """Write to standard output and flush.

    Raises BrokenPipeError where the reader has gone, SpeechparseError where the output is closed or fails.
    """
    try:
        _write_all(_bytes_of(sys.stdout), data)
    except BrokenPipeError:
        raise
    except (AttributeError, OSError) as error:
        abandon()
        raise SpeechparseError(f"cannot be written ({_why(error)})", path=STDOUT) from error


def write_error(text: str) -> None:
    """Write text to standard error, whole; characters that it cannot show become escapes."""
    if sys.stderr is not None:
        _write_all(_bytes_of(sys.stderr), text.encode(sys.stderr.encoding, "backslashreplace"))


def complain(message: str) -> None:
    """Write one line on standard error that says what went wrong."""
    write_error(f"speechparse: {visible(message)}\n")


def abandon() -> None:
    """Give up standard output: what is still buffered would fail again, or wait, when the interpreter flushes it."""
    try:
        output = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, output)
    os.close(nowhere)


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a person looks at the stream, or types into it."""
    return stream is not None and stream.isatty()


def _bytes_of(stream: TextIO) -> IO[bytes]:
    """Return the stream below the text, without what the text layer still holds."""
    if stream is not sys.stdin:
        stream.flush()
    return stream.buffer


def _write_all(stream: IO[bytes], data: bytes) -> None:
    """Write until nothing is left: with PYTHONUNBUFFERED a stream may take less than it is given.

    What stands below the buffer is written to, since a buffer loses count where the other end of a pipe does not wait
    and the pipe is full; this waits.
    """
    stream.flush()
    raw: IO[bytes] = getattr(stream, "raw", stream)
    rest = memoryview(data)
    while rest:
        taken: int | None = raw.write(rest)
        if taken is None:
            from select import select  # noqa: PLC0415 -- hardly ever needed

            select([], [raw], [])
        else:
            rest = rest[taken:]


def _why(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is closed"
