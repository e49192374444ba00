"""The command line: one module a command, each imported when it is called."""

from __future__ import annotations

import gc
import sys
from typing import Final

INTERRUPTED: Final = 130
"""The exit code after Ctrl-C: 128 and the number of the signal, as shells count."""

EXIT_CODES: Final = """\b
Exit codes:
  0    done; also when nothing is found, and when a pipe is closed early
  1    an input failed (the others are still written)
  2    the command was not called as it must be
  130  interrupted
"""


def main() -> None:
    """Run the command with the arguments of the process, and exit with its code."""
    gc.disable()
    try:
        # Inside, so that Ctrl-C during the import is no traceback either.
        from speechparse.cli.app import run  # noqa: PLC0415

        gc.freeze()  # All that the imports make is kept: collections would look through it for nothing.
        gc.enable()
        code = run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    gc.freeze()  # The last collections too: what is left goes with the process.
    sys.exit(code)
