"""The quality gate: a figure may only rise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import corpus, gate, labelled

if TYPE_CHECKING:
    from pathlib import Path

DIGEST = "d" * 64


def figures(**changed: float) -> dict[str, dict[str, Any]]:
    """Return a scorer's figures for one variant."""
    good = dict.fromkeys(gate.FIGURES, 0.9) | {"exact": 30, "split": 10, "ends": 9, "closings": 9, "failures": 0}
    return {"clean": good | changed}


def pinned(digest: str = DIGEST) -> gate.Pin:
    """Return what is pinned of those figures."""
    return gate.Pin(digest, gate.floors_of(figures()))


@pytest.fixture
def scored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the gate figures and a labelled set of our own, and return where its floors are kept."""
    folder = tmp_path / "dev"
    folder.mkdir()
    (folder / "a.txt").write_text("一、\n", encoding="utf-8")
    floors = tmp_path / "floors.json"
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(corpus, "LABELLED", folder)
    monkeypatch.setattr(labelled, "present", lambda: True)
    monkeypatch.setattr(labelled, "score", lambda _command: figures())
    return floors


def test_same_figures_pass() -> None:
    """What is at its floor is not below it."""
    assert gate.check(pinned(), DIGEST, figures()) == []


def test_better_figures_pass() -> None:
    """What has risen is not below its floor."""
    assert gate.check(pinned(), DIGEST, figures(F1=0.95, exact=31)) == []


@pytest.mark.parametrize("name", gate.FIGURES)
def test_each_figure_has_a_floor(name: str) -> None:
    """Whichever figure falls is named, with both numbers."""
    now = figures()["clean"][name] - 0.01

    [line] = gate.check(pinned(), DIGEST, figures(**{name: now}))

    assert line.startswith(f"clean {name}: {now:g} is below the floor")


def test_lost_variant_fails() -> None:
    """A variant that is no longer scored is below all of its floors."""
    assert len(gate.check(pinned(), DIGEST, {})) == len(gate.FIGURES)


def test_crash_fails() -> None:
    """A command that failed on a document fails the gate, whatever the figures."""
    assert gate.check(pinned(), DIGEST, figures(failures=2)) == ["clean: the command failed on 2 documents"]


def test_other_labelled_set_fails() -> None:
    """Floors that were measured on other documents prove nothing."""
    assert gate.check(pinned("e" * 64), DIGEST, figures()) == [gate.OTHER_SET]


def test_no_floors_fail() -> None:
    """A gate without floors would let everything through."""
    [line] = gate.check(gate.Pin("", {}), DIGEST, figures())

    assert "no floors are pinned" in line


def test_floor_is_not_above_its_figure() -> None:
    """A figure is cut, not rounded, and one that four decimals can say stays as it is."""
    floors = gate.floors_of(figures(F1=0.98769, titles=0.9123))

    assert floors["clean"]["F1"] == 0.9876
    assert floors["clean"]["titles"] == 0.9123


def test_raise_takes_what_rose() -> None:
    """Raising pins the new figures and the labelled set they were measured on."""
    pin, wrong = gate.raised(pinned("e" * 64), DIGEST, figures(F1=0.95))

    assert wrong == []
    assert pin.digest == DIGEST
    assert pin.floors["clean"]["F1"] == 0.95


def test_raise_refuses_to_lower() -> None:
    """Where one figure fell, nothing is pinned, not even those that rose."""
    old = pinned()

    pin, wrong = gate.raised(old, DIGEST, figures(F1=0.95, titles=0.8))

    assert pin == old
    assert wrong == ["clean titles: 0.8 is below the floor 0.9"]


def test_raise_refuses_a_crash() -> None:
    """Figures of a command that failed are not pinned."""
    old = pinned()

    assert gate.raised(old, DIGEST, figures(failures=1)) == (old, ["clean: the command failed on 1 documents"])


def test_pin_is_read_as_written(tmp_path: Path) -> None:
    """What is saved is what is loaded."""
    gate.save(pinned(), tmp_path / "floors.json")

    assert gate.load(tmp_path / "floors.json") == pinned()


def test_raise_then_check(scored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A gate that was pinned passes."""
    assert gate.main([]) == 1
    assert gate.main(["--raise"]) == 0
    assert gate.load(scored).floors == gate.floors_of(figures())
    assert gate.main([]) == 0
    assert capsys.readouterr().out.endswith("no figure is below its floor (1 variants)\n")


def test_refused_raise_leaves_the_file(scored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused raise writes nothing."""
    gate.main(["--raise"])
    before = scored.read_bytes()
    monkeypatch.setattr(labelled, "score", lambda _command: figures(F1=0.5))

    assert gate.main(["--raise"]) == 1
    assert gate.main([]) == 1
    assert scored.read_bytes() == before


def test_without_the_labelled_set(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is nothing to score the gate says so and passes."""
    monkeypatch.setattr(labelled, "present", lambda: False)

    assert gate.main([]) == 0
    assert "not run" in capsys.readouterr().out


def test_digest_tells_documents_apart(tmp_path: Path) -> None:
    """A changed byte, a changed name or a moved border between two files changes the digest."""
    seen = set()
    for names in ({"a": "xy", "b": "z"}, {"a": "x", "b": "yz"}, {"a": "xy", "c": "z"}, {"a": "xy", "b": "Z"}):
        for old in tmp_path.iterdir():
            old.unlink()
        for name, text in names.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        seen.add(labelled.digest(tmp_path))

    assert len(seen) == 4


def test_pinned_floors_can_be_read() -> None:
    """The floors in the project are of known figures."""
    pin = gate.load(gate.FLOORS)

    assert {name for row in pin.floors.values() for name in row} <= set(gate.FIGURES)
