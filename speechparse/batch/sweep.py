"""Files that killed processes have left: each has a name of its own kind, and the number of its process in it."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import Final

from speechparse.atomic import TEMPORARY_PREFIX, TEMPORARY_SUFFIX

_LEFT: Final = re.compile(re.escape(TEMPORARY_PREFIX) + r"(\d+)-[0-9a-f]+" + re.escape(TEMPORARY_SUFFIX))


def sweep(folder: str, *, deep: bool) -> None:
    """Remove what processes that are no more have left in a folder, or with `deep` in all folders in it too."""
    for path, folders, files in os.walk(folder):
        for name in files:
            left = _LEFT.fullmatch(name)
            if left and not _lives(int(left[1])):
                with suppress(OSError):
                    os.unlink(os.path.join(path, name))  # noqa: PTH108, PTH118 -- many
        if not deep:
            folders.clear()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except OSError:
        return False
    return True
