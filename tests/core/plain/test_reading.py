"""What comes with the program is read without the checks a file from outside gets: so all of it is checked here, and
both ways must give the same."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest

from core.comparison.day_presets import FOLDER as DAYS
from core.comparison.day_presets import day_ids, load_day
from core.comparison.examples import FOLDER as EXAMPLES
from core.comparison.examples import example_ids, read_recipe
from core.comparison.presets import FOLDER as PRESETS
from core.comparison.presets import all_presets
from core.help.pages import FOLDER as HELP
from core.help.pages import sections, written_page
from core.model.library import FOLDER as MODELS
from core.model.library import load_model, model_ids
from core.plain.data import Limits, Plain, Tagged
from core.plain.reading import UnfitError, read
from core.plain.writing import written
from core.prices.files import FOLDER as PRICES
from core.prices.files import price_book
from core.prices.using import all_uses
from core.wording.text import Text, Words

ROOT = Path(__file__).resolve().parents[3]
PAGES = sorted(path.stem for path in HELP.glob("*.toml") if path.stem != "index")
SHIPPED: dict[str, tuple[Path, Callable[[Path], object]]] = {
    **{f"model {id}": (MODELS, lambda folder, id=id: load_model(id, folder)) for id in model_ids()},
    **{f"example {id}": (EXAMPLES, lambda folder, id=id: read_recipe(id, folder)) for id in example_ids()},
    **{f"day {id}": (DAYS, lambda folder, id=id: load_day(id, folder)) for id in day_ids()},
    **{f"page {id}": (HELP, lambda folder, id=id: written_page(id, folder)) for id in PAGES},
    "pages": (HELP, sections),
    "presets": (PRESETS, all_presets),
    "prices": (PRICES, price_book),
    "places for prices": (PRICES, all_uses),
}


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_passes_all_checks_and_is_read_the_same(name: str, tmp_path: Path) -> None:
    folder, load = SHIPPED[name]
    shutil.copytree(folder, tmp_path / "copy")
    assert load(tmp_path / "copy") == load(folder)  # a copy is not ours, so it is checked


def test_what_is_shipped_is_read_without_the_library_that_checks() -> None:
    program = (
        "import sys; from core.comparison.examples import example_ids, load_example\n"
        "from core.comparison.file.format import dumps\n"
        "for id in example_ids(): dumps(load_example(id))\n"
        "assert 'pydantic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)


class Round(Tagged):
    """One kind of shape."""

    kind: Literal["round"] = "round"
    radius: Annotated[float, Limits(gt=0)]


class Square(Tagged):
    """Another."""

    kind: Literal["square"] = "square"
    side: float = 1.0


class Drawing(Plain):
    """Shapes by name."""

    title: Words = ""
    shapes: dict[str, Annotated[Round | Square, Limits(discriminator="kind")]]
    size: tuple[float, ...] = (1.0, 2.0)
    made: date | None = None


TABLE: dict[str, Any] = {
    "title": {"en": "Shapes", "zh": "形状"},
    "shapes": {"a": {"kind": "round", "radius": 2}, "b": {"kind": "square"}},
    "size": [3, 4],
    "made": date(2026, 11, 28),
}
DRAWING = Drawing(
    title=Text("Shapes", "形状"),
    shapes={"a": Round(radius=2.0), "b": Square()},
    size=(3.0, 4.0),
    made=date(2026, 11, 28),
)


@pytest.mark.parametrize("ours", [True, False])
def test_every_kind_of_part_is_read(ours: bool) -> None:
    found = read(Drawing, TABLE, ours=ours)
    assert found == DRAWING
    assert isinstance(found.size[0], float)


def test_defaults_are_not_written_but_the_kind_is() -> None:
    assert written(Drawing(shapes={"b": Square()})) == {"shapes": {"b": {"kind": "square"}}}
    assert written(DRAWING) == {
        "title": {"en": "Shapes", "zh": "形状"},
        "shapes": {"a": {"kind": "round", "radius": 2.0}, "b": {"kind": "square"}},
        "size": [3.0, 4.0],
        "made": "2026-11-28",
    }


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"shapes": {"a": {"kind": "oval"}}}, ("shapes", "a")),
        ({"shapes": {"a": {"kind": "square", "sides": 2}}}, ("shapes", "a", "square", "sides")),
        ({"size": ["a", 1]}, ("size", 0)),
        ({"colour": "red"}, ("colour",)),
    ],
)
def test_what_is_wrong_in_a_shipped_file_is_told_in_full(wrong: dict[str, Any], place: tuple[str | int, ...]) -> None:
    with pytest.raises(UnfitError) as refused:
        read(Drawing, TABLE | wrong, ours=True)
    assert refused.value.findings[0]["loc"] == place


def test_limits_hold_for_what_comes_from_outside() -> None:
    with pytest.raises(UnfitError, match="greater than 0"):
        read(Drawing, TABLE | {"shapes": {"a": {"kind": "round", "radius": 0}}})


def test_other_parts_leave_the_first_as_it_was() -> None:
    other = DRAWING.but(title="x")
    assert (other.title, other.shapes, DRAWING.title) == ("x", DRAWING.shapes, Text("Shapes", "形状"))
