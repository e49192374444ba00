"""Folders of speeches for the tests of `batch`: written here, the same in every run, no two alike."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TOPICS: Final = ("防汛备汛", "春季造林", "安全生产", "校园食堂", "道路养护", "社区服务", "水库除险", "粮食收购")
_TASKS: Final = ("摸清底数", "压实责任", "补齐短板", "盯住重点", "讲究方法", "建好台账", "常去现场", "回头检查")
_BODIES: Final = (
    "这件事说起来容易做起来难，关键是要有人管、天天管、管到底。",
    "各单位回去以后要开一次会，把任务分到人，把时间定到天。",
    "群众看的不是我们说了多少，而是路修没修好、灯亮没亮起来。",
    "去年的教训还在眼前，今年再出同样的问题，就说不过去了。",
)
_NUMBERS: Final = "一二三四五六七八九"


def speech(number: int, size: int = 2000) -> str:
    """Return a speech of about so many bytes, with a title, a salutation, two levels of items and a closing."""
    topic = _TOPICS[number % len(_TOPICS)]
    lines = [f"在第{number}次{topic}工作会议上的讲话", "", "同志们：", f"今天就{topic}工作讲几点意见。"]
    written = sum(map(_bytes, lines))
    for place in range(len(_NUMBERS)):
        section = list(_section(number, place))
        written += sum(map(_bytes, section))
        lines += section
        if written > size:
            break
    while written < size:
        lines.append(_BODIES[(number + len(lines)) % len(_BODIES)] * 2)
        written += _bytes(lines[-1])
    return "\n".join([*lines, "同志们，让我们抓紧干起来。谢谢大家！", ""])


def _section(number: int, place: int) -> Iterator[str]:
    yield f"{_NUMBERS[place]}、{_TASKS[(number + place) % len(_TASKS)]}，把第{number}号任务落到实处"
    yield _BODIES[(number + place) % len(_BODIES)]
    for inner in range(3):
        task = _TASKS[(number * 3 + place + inner) % len(_TASKS)]
        yield f"（{_NUMBERS[inner]}）{task}。{_BODIES[(number + inner) % len(_BODIES)]}"


def _bytes(line: str) -> int:
    return len(line.encode()) + 1


def fill(folder: Path, files: int, size: int = 2000) -> Path:
    """Write speeches into a folder, some in folders of their own, and return it."""
    for number in range(files):
        place = folder / ("", "一组", "二组/丙")[number % 3]
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:04d}.txt").write_text(speech(number, size), encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[bytes, str]:
    """Return every file below a folder by its relative path, with a digest of its content; the state is left out."""
    found: dict[bytes, str] = {}
    for path, _, names in os.walk(os.fsencode(folder)):
        for name in names:
            whole = os.path.join(path, name)  # noqa: PTH118 -- names that are not UTF-8
            if name != b".speechparse.state":
                with open(whole, "rb") as file:  # noqa: PTH123 -- the same
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
                found[os.path.relpath(whole, os.fsencode(folder))] = digest
    return found
