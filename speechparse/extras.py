"""What the extras bring: loaded where it is needed, and where it is missing one line that says what to install."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from speechparse.errors import SpeechparseError

if TYPE_CHECKING:
    from types import ModuleType


class MissingExtraError(SpeechparseError):
    """A package that an extra would bring is not installed."""


def load(module: str, extra: str, purpose: str) -> ModuleType:
    """Return a module that an extra brings; `purpose` is what needs it, as the first words of the error's line."""
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise MissingExtraError(f"{purpose} needs {package}", f"pip install 'speechparse[{extra}]'") from error
