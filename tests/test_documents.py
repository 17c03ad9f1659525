"""Documents and docstrings for developers name files and modules that there are."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in ("README.md", "docs/architecture.md", "docs/speed.md")
}
TABLES = DOCUMENTS["docs/architecture.md"].partition("## Where things are")[2].partition("\n## ")[0]

SPAN = re.compile(r"`([^`\n]+)`")
FOLDERS = ("bench", "bot", "db", "jobs", "locales", "plans", "reports", "tasks", "tests")
PLACE = re.compile(rf"(?:docs|{'|'.join(FOLDERS)})/[a-z_./]*")
DOTTED = re.compile(rf"`((?:{'|'.join(FOLDERS)})\.[a-z][\w.]*)`")
MODULE = re.compile(r"([a-z_]+)(?:\.(?!py$)([A-Za-z_]+))?(?:/|\.py)?")


def is_there(place: str) -> bool:
    """Whether a path is that of a folder, a file or a module, or of the conversation's tasks."""
    paths = [base / place.rstrip("/") for base in (ROOT, ROOT / "bot" / "conversation")]
    return any(path.exists() or path.with_suffix(".py").exists() for path in paths)


def rows() -> Iterator[tuple[list[Path], list[str]]]:
    """Of each row of the tables: its folders and files, and whatever else it names."""
    for line in TABLES.splitlines():
        if not line.startswith("| `"):
            continue
        _, where, *rest, _ = line.split("|")
        first, *others = (ROOT / span for span in SPAN.findall(where))
        yield (
            [first, *(one if one.exists() else first.parent / one.name for one in others)],
            [span for cell in rest for span in SPAN.findall(cell) if not PLACE.fullmatch(span)],
        )


ROWS = list(rows())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_that_is_named_is_there(name):
    named = {span for span in SPAN.findall(DOCUMENTS[name]) if PLACE.fullmatch(span)}

    assert sorted(place for place in named if not is_there(place)) == []


def modules_in(places: Iterable[Path]) -> dict[str, str]:
    """The modules and packages in these folders, and these files, by name, with the text of all
    that bear it."""
    found: dict[str, str] = {}
    for place in places:
        for file in filter(Path.is_file, (place, *place.rglob("*.py"))):
            found.setdefault(file.parent.name, "")
            found[file.stem] = found.get(file.stem, "") + file.read_text(encoding="utf-8")
    return found


def unknown(names: Iterable[str], modules: dict[str, str]) -> list[str]:
    """The names that look like a module's, or like what stands in one, and are not."""
    return [
        name
        for name in names
        if (found := MODULE.fullmatch(name))
        and (found[1] not in modules or (found[2] or "") not in modules[found[1]])
    ]


@pytest.mark.parametrize(("places", "names"), ROWS, ids=[one[0].name for one, _ in ROWS])
def test_every_module_that_a_row_names_is_in_its_folder(places, names):
    assert unknown(names, modules_in(places)) == []


@pytest.mark.parametrize("root", ["bot/conversation", "plans"])
def test_every_module_that_a_folder_says_it_works_with_is_there(root):
    modules = modules_in([ROOT / root])
    said = {
        f"{file.parent.relative_to(ROOT)}: {name}": name
        for file in (ROOT / root).rglob("__init__.py")
        for name in SPAN.findall(
            ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        )
    }
    places = {where: name for where, name in said.items() if PLACE.fullmatch(name)}

    assert [where for where, name in places.items() if not is_there(name)] == []
    assert [
        where for where, name in said.items() if where not in places and unknown([name], modules)
    ] == []


def test_every_module_that_the_code_speaks_of_is_there():
    """Named from one of our folders down: `plans.words`, `jobs.outbox.send_outbox`."""
    gone = []
    for folder in FOLDERS:
        for file in (ROOT / folder).rglob("*.py"):
            for found in DOTTED.finditer(file.read_text(encoding="utf-8")):
                place = found[1].replace(".", "/")
                module, _, name = place.rpartition("/")
                within = (ROOT / module).with_suffix(".py")
                named = within.exists() and name in within.read_text(encoding="utf-8")
                if not (is_there(place) or named):
                    gone.append(f"{file.relative_to(ROOT)}: {found[1]}")

    assert gone == []
