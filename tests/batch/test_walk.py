"""Which files are taken from a folder, and in which order."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from speechparse.batch.globs import matches
from speechparse.batch.keys import below, file_key, name_of, path_of, row_key
from speechparse.batch.names import of_row, with_ending
from speechparse.batch.sources.roots import UsageError, roots_of, shown_in
from speechparse.batch.sources.walk import Rules, Walk
from speechparse.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = Rules(frozenset((".txt",)))


def _make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("一、甲\n", encoding="utf-8")


def _walked(folder: Path, rules: Rules = TEXTS) -> list[str]:
    return [found.name for found in Walk(roots_of([str(folder)]), rules)]


class TestWalk:
    """Folders to files."""

    def test_order(self, tmp_path: Path) -> None:
        """Names sort part by part, as bytes, and the keys sort in the same way."""
        names = ["a/b.txt", "a/一.txt", "a.txt", "a b.txt", "B.TXT", "z/y/x.txt", "é.txt", "10.txt", "9.txt"]
        _make(tmp_path, *names, "notes.md", "none")

        walked = _walked(tmp_path)

        expected = ["10.txt", "9.txt", "B.TXT", "a/b.txt", "a/一.txt", "a b.txt", "a.txt", "z/y/x.txt", "é.txt"]
        assert expected == walked
        assert sorted(walked, key=file_key) == walked

    def test_hidden_files_are_left_out(self, tmp_path: Path) -> None:
        """So are folders that are hidden, and all in them."""
        _make(tmp_path, "a.txt", ".b.txt", ".git/c.txt")

        assert _walked(tmp_path) == ["a.txt"]

    @pytest.mark.parametrize(
        ("include", "exclude", "expected"),
        [
            (("*.md",), (), ["b.md", "d/c.md"]),
            (("d/*",), (), ["d/a.txt", "d/c.md"]),
            (("**/*.txt",), (), ["a.txt", "d/a.txt", "d/e/f.txt"]),
            ((), ("d",), ["a.txt"]),
            ((), ("d/e/",), ["a.txt", "d/a.txt"]),
            ((), ("d/**",), ["a.txt"]),
            (("*",), ("*.txt",), ["b.md", "d/c.md"]),
        ],
    )
    def test_patterns(
        self, tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], expected: list[str]
    ) -> None:
        """Patterns choose instead of the endings; what is excluded stays out whatever is included."""
        _make(tmp_path, "a.txt", "b.md", "d/a.txt", "d/c.md", "d/e/f.txt")

        assert expected == _walked(tmp_path, Rules(TEXTS.endings, include, exclude))

    def test_links(self, tmp_path: Path) -> None:
        """Links are followed inside the folder; those that lead out are left out and counted, circles are refused."""
        _make(tmp_path, "in/a.txt", "in/d/b.txt", "out/secret.txt")
        folder = tmp_path / "in"
        (folder / "e").symlink_to("d")
        (folder / "link.txt").symlink_to("a.txt")
        (folder / "out.txt").symlink_to(tmp_path / "out" / "secret.txt")
        (folder / "outer").symlink_to(tmp_path / "out")
        (folder / "out.md").symlink_to(tmp_path / "out" / "secret.txt")
        (folder / "broken.txt").symlink_to("nowhere.txt")
        (folder / "d" / "up").symlink_to("..")
        (folder / "self.txt").symlink_to("self.txt")

        walk = Walk(roots_of([str(folder)]), TEXTS)
        found = {each.name: each.error for each in walk}

        assert list(found) == ["a.txt", "broken.txt", "d/b.txt", "d/up", "e/b.txt", "e/up", "link.txt", "self.txt"]
        assert "no such file" in found["broken.txt"]
        assert "leads back" in found["d/up"]
        assert "leads back" in found["e/up"]
        assert found["link.txt"] == ""
        assert "circle" in found["self.txt"]
        assert walk.left_out == 2

    def test_links_in_links_end(self, tmp_path: Path) -> None:
        """Folders full of links to one another are walked once each, not once for every way there is."""
        for name in "abcdefgh":
            _make(tmp_path, f"{name}/x.txt")
            for other in "abcdefgh".replace(name, ""):
                (tmp_path / name / other).symlink_to(f"../{other}")

        found = _walked(tmp_path)

        assert len([name for name in found if name.endswith(".txt")]) == 8 + 8 * 7
        assert len(found) < 8 * 8 * 8

    def test_what_is_no_file(self, tmp_path: Path) -> None:
        """A pipe with the name of a text has an error: reading it could wait for ever."""
        os.mkfifo(tmp_path / "pipe.txt")
        os.mkfifo(tmp_path / "pipe")

        [found] = Walk(roots_of([str(tmp_path)]), TEXTS)

        assert (found.name, "pipe" in found.error) == ("pipe.txt", True)

    def test_too_deep(self, tmp_path: Path) -> None:
        """A path that is longer than the system takes is an error of that folder, not of the walk."""
        _make(tmp_path, "a.txt", "z.txt")
        there = os.open(tmp_path, os.O_RDONLY)
        for _ in range(30):
            os.mkdir("m" * 200, dir_fd=there)
            inner = os.open("m" * 200, os.O_RDONLY, dir_fd=there)
            os.close(there)
            there = inner
        os.close(there)

        found = list(Walk(roots_of([str(tmp_path)]), TEXTS))

        assert [each.name for each in found if not each.error] == ["a.txt", "z.txt"]
        [deep] = [each for each in found if each.error]
        assert "too long" in deep.error

    def test_the_output_is_left_out(self, tmp_path: Path) -> None:
        """By what it is, whatever it is called."""
        _make(tmp_path, "a.txt", "out/b.txt", "c.txt")
        leave = frozenset(
            (status.st_dev, status.st_ino) for status in ((tmp_path / name).stat() for name in ("out", "c.txt"))
        )

        assert _walked(tmp_path, Rules(TEXTS.endings, leave=leave)) == ["a.txt"]


class TestRoots:
    """What documents are called."""

    def test_one_folder(self, tmp_path: Path) -> None:
        """By their place in it."""
        [root] = roots_of([f"{tmp_path}/"])

        assert (root.name, root.folder) == ("", True)
        assert shown_in([f"{tmp_path}/"])("d/a.txt") == f"{tmp_path}/d/a.txt"

    def test_several(self, tmp_path: Path) -> None:
        """By the last part of each input's path, in the order of names, whatever the order given."""
        _make(tmp_path, "z/a.txt", "b/c.txt", "k.txt")
        given = [str(tmp_path / name) for name in ("z", "k.txt", "b/")]

        roots = roots_of(given)

        assert [root.name for root in roots] == ["b", "k.txt", "z"]
        assert [found.name for found in Walk(roots, TEXTS)] == ["b/c.txt", "k.txt", "z/a.txt"]
        shown = shown_in(given)
        assert [shown("b/c.txt"), shown("k.txt"), shown("k.txt:7")] == [
            f"{tmp_path}/b/c.txt", f"{tmp_path}/k.txt", f"{tmp_path}/k.txt:7",
        ]  # fmt: skip

    def test_same_names(self, tmp_path: Path) -> None:
        """Two inputs whose outputs would be the same are refused."""
        _make(tmp_path, "b/c.txt", "c.txt")

        with pytest.raises(UsageError, match="same outputs"):
            roots_of([str(tmp_path / "c.txt"), str(tmp_path / "b" / "c.txt")])

    def test_missing(self, tmp_path: Path) -> None:
        """An input that is missing ends the run: its documents must not be taken for gone."""
        with pytest.raises(ReadError, match="no such file"):
            roots_of([str(tmp_path), str(tmp_path / "missing")])


class TestNames:
    """Keys, and names of outputs."""

    @pytest.mark.parametrize("name", ["a.txt", "d/e/a.txt", "a\nb.txt", "\udcff.txt", "一" * 80])
    def test_keys_say_names(self, name: str) -> None:
        """A key is as good as the name."""
        assert name_of(file_key(name)) == name
        assert path_of(file_key(name)) == name
        assert name_of(row_key(file_key(name), 256)) == f"{name}:256"
        assert path_of(row_key(file_key(name), 256)) == name

    def test_rows_lie_below_their_table(self) -> None:
        """In their order, and before whatever follows the table."""
        table = file_key("t.jsonl")
        keys = [table, row_key(table, 1), row_key(table, 255), row_key(table, 256), row_key(table, 70_000)]
        low, high = below(table)

        assert sorted(keys) == keys
        assert all(low <= key < high for key in keys[1:])
        assert high < file_key("t.jsonl.txt")

    def test_outputs_keep_the_whole_name(self) -> None:
        """So that a.txt and a.html never meet."""
        assert with_ending("d/a.txt", ".json") == "d/a.txt.json"
        assert with_ending("x" * 250, ".json") == "x" * 250 + ".json"

    def test_long_names_are_cut(self) -> None:
        """To what a file system takes, and never to the same."""
        long = ["d/" + "一" * 84 + end for end in ("甲", "乙")]

        cut = [with_ending(name, ".json") for name in long]

        assert all(len(os.fsencode(name)) <= 255 + len("d/") for name in cut)
        assert len(set(cut)) == 2
        assert all(name.startswith("d/一一") and name.endswith(".json") for name in cut)

    def test_ids_become_safe(self) -> None:
        """An id is part of the name as far as it can be, and its number tells it from all others."""
        assert of_row("t.jsonl", 7, "../../etc/passwd") == "t.jsonl/00000007-.._.._etc_passwd"
        assert of_row("t.jsonl", 7, None) == "t.jsonl/00000007"

    @pytest.mark.parametrize(
        ("pattern", "name", "fits"),
        [
            ("*.txt", "d/a.txt", True),
            ("?.txt", "d/一.txt", True),
            ("[ab].txt", "c.txt", False),
            ("[!ab].txt", "c.txt", True),
            ("a.txt", "ba.txt", False),
            ("/a.txt", "d/a.txt", False),
            ("d/**/x", "d/e/f/x", True),
            ("d/**/x", "d/x", True),
            ("d/*/x", "d/e/f/x", False),
            ("*\n*", "a\nb", True),
        ],
    )
    def test_globs(self, pattern: str, name: str, fits: bool) -> None:  # noqa: FBT001 -- pytest gives it
        """As .gitignore has them."""
        assert matches(name, (pattern,)) is fits
