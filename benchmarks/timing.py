"""Processor time, measured so that two runs agree: the least of several, the garbage collector at rest."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the garbage collector out of what is measured."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def seconds(call: Callable[[], object]) -> float:
    """Return the processor time of one call."""
    begin = time.process_time()
    call()
    return time.process_time() - begin


def least(calls: dict[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Return the least processor time of each call, the calls taking turns so that a busy moment hits them all."""
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(times):
        for name, call in calls.items():
            best[name] = min(best[name], seconds(call))
    return best
