"""The recipes of docs/recipes.md and of the READMEs are run, each page's in a folder that its first one could fill."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from tests.process import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT: Final = Path(__file__).resolve().parent.parent.parent
GUIDE: Final = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
READMES: Final = ("README.md", "README.zh-CN.md")
ENGINES: Final = "engines"
BLOCK: Final = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IMPORT: Final = re.compile(r"^(?:import|from) (\w+)", re.MULTILINE)
PROGRAMS: Final = {"jq": "jq", "pyspark": "java"}
"""The program that a word in a recipe needs."""
EMPTY: Final = "(nothing here)"
"""What the text before a recipe says where it prints nothing."""


class Recipe(NamedTuple):
    """A block of a page."""

    page: str
    number: int
    """Of the block in its page, from 1."""
    language: str
    code: str
    before: str
    """The paragraph above it."""

    @property
    def name(self) -> str:
        """What the test is called."""
        return f"{self.page}-{self.number}"

    @property
    def missing(self) -> str | None:
        """What it needs and is not installed here."""
        words = set(re.findall(r"\w+", self.code))
        programs = [program for word, program in PROGRAMS.items() if word in words and shutil.which(program) is None]
        parquet = ["pyarrow"] if "parquet" in words else []
        modules = [*IMPORT.findall(self.code), *parquet] if self.language == "python" else parquet
        return next((name for name in modules if find_spec(name) is None), None) or next(iter(programs), None)


def _recipes() -> Iterator[Recipe]:
    """Yield the recipes of the pages, those of other engines as a page of their own."""
    run, engines = GUIDE.split("\n## Other engines\n")
    parts = {"recipes.md": run, ENGINES: engines}
    for name in READMES:
        page = (ROOT / name).read_text(encoding="utf-8")
        parts[name] = page.partition("<!-- recipes -->\n")[2].partition("<!-- /recipes -->")[0]
    for name, part in parts.items():
        for number, found in enumerate(BLOCK.finditer(part), 1):
            before = part[: found.start()].rstrip().rpartition("\n\n")[2]
            yield Recipe(name, number, found[1], found[2], before)


RECIPES: Final = [pytest.param(recipe, id=recipe.name) for recipe in _recipes() if recipe.page != ENGINES]
OTHERS: Final = [pytest.param(recipe, id=recipe.name) for recipe in _recipes() if recipe.page == ENGINES]


@pytest.fixture(scope="module")
def kitchen(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that gives a page's folder, with speeches in it and a corpus in each shape that can be."""
    folders: dict[str, Path] = {}

    def folder(page: str) -> Path:
        if page not in folders:
            folders[page] = tmp_path_factory.mktemp("recipes")
            shutil.copytree(ROOT / "fixtures" / "speeches", folders[page] / "speeches")
            # As the first recipe of each page makes them: the others do not depend on it.
            for output in ("corpus.jsonl", *(["corpus.parquet"] if find_spec("pyarrow") else [])):
                _run([sys.executable, "-m", "speechparse", "batch", "speeches/", output], folders[page])
        return folders[page]

    return folder


def _run(command: list[str], folder: Path) -> str:
    path = f"{Path(sys.executable).parent}:{environment()['PATH']}"
    done = subprocess.run(
        command, cwd=folder, env=environment({"PATH": path, "PYTHONUTF8": "1"}), capture_output=True,
        check=False, timeout=120, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def _cook(recipe: Recipe, folder: Path) -> str:
    """Run a recipe as a user would, and return what it prints; skip where that cannot be."""
    if recipe.missing:
        pytest.skip(f"{recipe.missing} is not installed")
    if recipe.language == "sh":
        return _run(["bash", "-euc", recipe.code], folder)
    (folder / "recipe.py").write_text(recipe.code, encoding="utf-8")
    return _run([sys.executable, "recipe.py"], folder)


@pytest.mark.parametrize("page", ["recipes.md", *READMES])
def test_there_is_a_recipe_for_each(page: str) -> None:
    """For jq, pandas, DuckDB and mind maps, on every page."""
    code = "".join(recipe.code for recipe in _recipes() if recipe.page == page)

    assert [word for word in ("jq -", "import pandas", "import duckdb", "--format mm") if word not in code] == []


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipe_works(recipe: Recipe, kitchen: Callable[[str], Path]) -> None:
    """It ends without an error, and prints something, or makes what it names, or is said to print nothing."""
    folder = kitchen(recipe.page)

    printed = _cook(recipe, folder)

    made = [folder / name for name in re.findall(r"batch speeches/ (\S+)", recipe.code)]
    assert all(path.is_file() or any(path.rglob("*.txt.*")) for path in made)
    assert bool(printed or made) is not recipe.before.endswith(f"{EMPTY}:")


@pytest.mark.parametrize("recipe", OTHERS)
def test_other_engine(recipe: Recipe, tmp_path: Path) -> None:
    """Its rows are those of `parse_table`, in any order."""
    parquet = pytest.importorskip("pyarrow.parquet")
    from pyarrow import dataset, table  # noqa: PLC0415 -- an extra

    from speechparse.arrow import SCHEMA, parse_table  # noqa: PLC0415 -- the same

    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "fixtures" / "speeches").glob("*.txt")}
    pages = table({"url": list(texts), "content": list(texts.values())})
    (tmp_path / "pages").mkdir()
    for name in ("pages.parquet", "pages/all.parquet"):
        parquet.write_table(pages, tmp_path / name)

    _cook(recipe, tmp_path)

    def in_order(items: Any) -> Any:  # noqa: ANN401 -- pyarrow has no types
        order = [(name, "ascending") for name in ("doc_id", "speech", "start", "path")]
        return items.select(SCHEMA.names).sort_by(order).to_pylist()

    made = dataset.dataset(tmp_path / "items").to_table()
    assert in_order(made) == in_order(parse_table(pages, text="content", id="url"))


def test_every_recipe_is_marked() -> None:
    """The page says with which version of its program or package each was run, or that it was not."""
    parts = {part.partition("\n")[0]: part for part in GUIDE.split("\n### ")[1:]}

    marked = re.compile(r"^(?:Run with \S+ \d+[.\d]*|Not run)", re.MULTILINE)

    assert [name for name, part in parts.items() if not marked.search(part)] == ["Mind maps"]  # need nothing else
    assert len(parts) >= 8


def test_the_table_of_columns_is_the_schema() -> None:
    """The page names every column, in order, with its type."""
    arrow = pytest.importorskip("speechparse.arrow")

    rows = re.findall(r"^\| (`.*?) \| (\w+(?: of strings)?) \|", GUIDE, re.MULTILINE)

    told = [(name, kind) for names, kind in rows for name in re.findall(r"`(\w+)`", names)]
    kinds = {"list<item: string>": "list of strings", "list<element: string>": "list of strings"}
    assert told == [(field.name, kinds.get(str(field.type), str(field.type))) for field in arrow.SCHEMA]
