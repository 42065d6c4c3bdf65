"""The import rules of the house, read from the source itself: who may import whom, and what."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = sorted(path for folder in ("core", "desktop", "tools", "packaging") for path in (ROOT / folder).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

DOWNWARDS = (
    *("cli", "export", "help", "questions", "prices", "comparison"),
    *("engine", "model", "formula", "plain", "wording", "errors", "record"),
)
ENGINE_LIBRARIES = sys.stdlib_module_names | {"numpy", "pydantic", "core"}
EXPORT_LIBRARIES = ENGINE_LIBRARIES | {"xlsxwriter"}
WINDOW_LIBRARIES = ENGINE_LIBRARIES | {"PySide6", "shiboken6", "desktop"}
QT = {"PySide6", "shiboken6", "pyqtgraph"}
CHART_LIBRARIES = WINDOW_LIBRARIES | {"pyqtgraph"}


def module_name(path: Path) -> tuple[str, ...]:
    """("core", "formula", "tree"); a package goes by its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


@cache
def imports(path: Path) -> tuple[tuple[str, ...], ...]:
    """Every module the file imports, wherever in it the import stands; `from a import b` counts as a.b."""
    return tuple(found_imports(path))


def found_imports(path: Path) -> Iterator[tuple[str, ...]]:
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            base = (*start, *(node.module or "").split(".")) if node.module else start
            yield from ((*base, alias.name) for alias in node.names)


def allowed_libraries(module: tuple[str, ...]) -> frozenset[str] | set[str]:
    match module:
        case ("core", "export", *_):
            return EXPORT_LIBRARIES
        case ("core", *_):
            return ENGINE_LIBRARIES
        case ("desktop", "charts", *_):
            return CHART_LIBRARIES
        case _:
            return WINDOW_LIBRARIES


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


PANELS = {folder.name for folder in (ROOT / "desktop" / "panels").iterdir() if folder.is_dir()}
PROGRAM = [path for path in SOURCE if path.relative_to(ROOT).parts[0] in ("core", "desktop")]


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_only_the_libraries_of_its_room(path: Path) -> None:
    foreign = {name[0] for name in imports(path)} - allowed_libraries(module_name(path))
    assert not foreign, f"{name_of(path)} imports {', '.join(sorted(foreign))}"


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_core_imports_downwards_only(path: Path) -> None:
    module = module_name(path)
    if module[0] != "core" or len(module) == 1:
        return
    assert module[1] in DOWNWARDS, f"core/{module[1]} has no place in the order of core"
    below = DOWNWARDS[DOWNWARDS.index(module[1]) :]
    upwards = {
        name[1]
        for name in imports(path)
        if name[0] == "core" and len(name) > 1 and name[1] in DOWNWARDS and name[1] not in below
        if name[:3] != ("core", "wording", "text")  # the pair of words is what everything else is said in
    }
    assert not upwards, f"{name_of(path)} imports upwards: {', '.join(sorted(upwards))}"


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_panels_never_import_each_other(path: Path) -> None:
    module = module_name(path)
    if module[:2] != ("desktop", "panels"):
        return
    others = {name[2] for name in imports(path) if name[:2] == ("desktop", "panels")} & PANELS - {*module[2:3]}
    assert not others, f"{name_of(path)} imports another panel"


@pytest.mark.parametrize("path", sorted((ROOT / "core" / "questions" / "search").glob("*.py")), ids=name_of)
def test_the_search_knows_no_question(path: Path) -> None:
    asked = {name[2] for name in imports(path) if name[:2] == ("core", "questions")}
    assert asked <= {"search", "progress"}


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_what_day_it_is_stands_in_one_place(path: Path) -> None:
    """A test that moves the clock moves it for everything, and the core is told the day."""
    if module_name(path) == ("desktop", "clock"):
        return
    asked = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)]
    assert not {ast.unparse(node) for node in asked} & {"datetime.now", "date.today", "datetime.fromtimestamp"}


@pytest.mark.parametrize("path", SOURCE + TESTS, ids=name_of)
def test_every_module_says_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{name_of(path)} has no docstring"


@pytest.mark.parametrize(
    "work",
    ["import core.cli", "import desktop.main; desktop.main.main(['examples'])"],
    ids=["core.cli", "a subcommand of the executable"],
)
def test_the_command_line_loads_no_qt(work: str) -> None:
    program = f"import sys; {work}; print([m for m in sys.modules if m.split('.')[0] in {QT}])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
