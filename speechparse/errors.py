"""What speechparse raises."""

from __future__ import annotations


class SpeechparseError(Exception):
    """A failure that a user can act on.

    Takes what is wrong, what to try, and the path it is about (None for standard input or text in memory).
    `str()` is the one line that the command prints: `PATH: what is wrong; what to try`.
    """

    def __init__(self, what: str, hint: str = "", path: str | None = None) -> None:
        """Keep the parts: callers that report in a format of their own need them apart."""
        self.what = what
        self.hint = hint
        self.path = path
        line = f"{what}; {hint}" if hint else what
        super().__init__(f"{path}: {line}" if path else line)

    def __reduce__(self) -> tuple[type[SpeechparseError], tuple[str, str, str | None]]:
        """Pickle by parts, so that a worker process can hand its error over."""
        return type(self), (self.what, self.hint, self.path)


class ReadError(SpeechparseError):
    """The input cannot be had: missing, a directory, no permission, not text."""


class PatternError(SpeechparseError):
    """A user's own marker pattern or family name cannot be used."""
