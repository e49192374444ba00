"""What a process does with documents: read, parse, encode; whatever goes wrong is said of the document it is about."""

from __future__ import annotations

import os
import time
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from speechparse import __version__
from speechparse.batch.documents import Done, Result, Stamp
from speechparse.batch.encode import encoder
from speechparse.batch.endings import ending_of
from speechparse.batch.sinks.place import DestinationError, Place
from speechparse.cli import trim
from speechparse.errors import ReadError, SpeechparseError
from speechparse.families import families_with
from speechparse.model import Outline
from speechparse.outline import parse
from speechparse.reading import Document, printable, read_bytes, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechparse.batch.documents import Task
    from speechparse.batch.job import Job
    from speechparse.model import Speech

_DIGEST: Final = 16
_SECOND: Final = 1_000_000_000
_NOTHING: Final = Stamp(0, 0)


class VersionError(SpeechparseError):
    """The process is of another version than the run."""


class Worker:
    """A job in one process."""

    __slots__ = ("_encoder", "_families", "_job")

    def __init__(self, job: Job, guard: Callable[[], None] | None = None) -> None:
        """Prepare; `guard` is called before a file is moved into place. Raises VersionError."""
        if job.version != __version__:
            raise VersionError(f"speechparse {__version__} cannot work for {job.version}", "install the same version")
        self._job = job
        self._families = families_with(job.markers, job.without)
        place = None if job.folder is None else Place(job.folder, ending_of(job.format), guard)
        self._encoder = encoder(job, place)

    def do(self, tasks: Iterable[Task]) -> Done:
        """Do documents. Raises DestinationError where nothing can be written."""
        return Done([self._one(task) for task in tasks], self._encoder.take())

    def _one(self, task: Task) -> Result:
        stamp, digest = _NOTHING, b""
        try:
            data, stamp = self._content(task)
            digest = row_digest(task.source, data) if isinstance(data, str) else content_digest(data)
            if digest == task.digest:
                return Result(stamp, digest)
            document = self._document(task, data)
            result = self._encoded(task, self._outline(task, document), document.text, stamp, digest)
            return result._replace(notes=document.notes)
        except DestinationError:
            raise
        except SpeechparseError as error:
            reason = f"{error.what}; {error.hint}" if error.hint else error.what
        except Exception as error:  # noqa: BLE001 -- one document never costs the others
            reason = f"{type(error).__name__}: {error}; this is a bug of speechparse"
        failed = Outline(length=0, source=task.source, error=printable(reason))
        return self._encoded(task, failed, "", stamp, digest)

    def _content(self, task: Task) -> tuple[bytes | str, Stamp]:
        """Return what the document holds: bytes of a file, or the text of a row."""
        if task.error:
            raise ReadError(task.error)
        if task.path:
            return _read(task.path, self._job.max_bytes)
        if task.text is None:
            raise ReadError("there is no text (null)")
        refuse_large(task.size, self._job.max_bytes)
        return task.text, Stamp(task.size, 0)

    def _document(self, task: Task, data: bytes | str) -> Document:
        if isinstance(data, str):
            return Document(data, None)
        return text_of(data, task.name, self._job.encoding, self._job.input_format)

    def _outline(self, task: Task, document: Document) -> Outline:
        outline = parse(document.text, families=self._families)
        outline.source = task.source
        outline.encoding = document.encoding
        if self._job.depth is not None:
            trim.cut_below(outline, self._job.depth)
        if self._job.no_text:
            trim.leave_out_text(outline)
        return outline

    def _encoded(self, task: Task, outline: Outline, text: str, stamp: Stamp, digest: bytes) -> Result:
        extent = self._encoder.add(task, outline, text)
        items = sum(1 for _ in outline.walk())
        digests = tuple(_speech_digest(speech) for speech in outline.speeches if _counts(speech))
        return Result(stamp, digest, outline.error, items, len(outline.speeches), digests, extent, same=False)


def content_digest(data: bytes) -> bytes:
    """Return what tells one content from another."""
    return blake2b(data, digest_size=_DIGEST).digest()


def row_digest(source: str, text: str | None) -> bytes:
    """Return what tells one row of a table from another in its place."""
    return content_digest(f"{source}\0{text}".encode("utf-8", "surrogatepass"))


def fetched(task: Task, most: int | None) -> tuple[Task, Stamp]:
    """Return a task that a process can do which does not see the file, and the file's stamp."""
    if not task.path:
        return task, Stamp(task.size, 0)
    try:
        data, stamp = _read(task.path, most)
    except ReadError as error:
        return task._replace(path="", error=f"{error.what}; {error.hint}"), _NOTHING
    return task._replace(path="", text=data, size=len(data)), stamp


def refuse_large(size: int, most: int | None) -> None:
    """Raise ReadError where a document has more bytes than are allowed."""
    if most is not None and size > most:
        raise ReadError(f"{size:,} bytes are more than --max-bytes {most:,}", "split it, or raise the limit")


def _read(path: str, most: int | None) -> tuple[bytes, Stamp]:
    """Return the bytes of a file and its stamp; the stamp is taken first, so that a change while reading shows."""
    now = time.time_ns()
    try:
        status = os.stat(path)  # noqa: PTH116 -- a Path would cost more than the call
    except (OSError, ValueError):
        return read_bytes(path), _NOTHING  # says what is wrong
    refuse_large(status.st_size, most)
    return read_bytes(path), Stamp(status.st_size, reliable(status.st_mtime_ns, now))


def reliable(changed: int, now: int) -> int:
    """Return the time of the last change, or 0 where another change could follow without a later time.

    File systems count time in steps: of milliseconds, or of whole seconds and more where the time is whole seconds.
    """
    step = _SECOND // 50 if changed % _SECOND else 2 * _SECOND
    return changed if changed + step < now else 0


def _counts(speech: Speech) -> bool:
    """Whether a speech counts when repeated ones are looked for: it has points, and is none of its page's repeats."""
    return bool(speech.children) and speech.duplicate_of is None


def _speech_digest(speech: Speech) -> bytes:
    """Return what two speeches share that are the same word for word, titles aside."""
    parts = [speech.preamble or "", speech.closing or ""]
    for item in speech.walk():
        parts += (item.marker, item.title, item.text)
    return content_digest("\x1f".join(parts).encode("utf-8", "surrogatepass"))
