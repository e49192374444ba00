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


class ConfigError(SpeechparseError):
    """A configuration file cannot be used: its syntax, a key or a value is wrong."""


class PatternError(SpeechparseError):
    """A user's own marker pattern or family name cannot be used.

    `pattern` is what the user wrote, and `at` the offset in it, in code points, of what is wrong; None for all of it.
    """

    def __init__(
        self, what: str, hint: str = "", path: str | None = None, pattern: str = "", at: int | None = None
    ) -> None:
        """Keep the parts, so that a command can draw a mark under the place."""
        super().__init__(what, hint, path)
        self.pattern = pattern
        self.at = at

    def __reduce__(self) -> tuple[type[PatternError], tuple[str, str, str | None, str, int | None]]:  # type: ignore[override]
        """Pickle by parts, the place included."""
        return type(self), (self.what, self.hint, self.path, self.pattern, self.at)
