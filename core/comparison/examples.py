"""The built-in examples: comparisons built from recipes over the built-in business models, so that a recipe says only
what differs from a definition."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from core.comparison.document import Comparison
from core.comparison.file.places import first_problem
from core.comparison.parts import Alternative, Setting, State
from core.errors import EvenkeelError, UsageError
from core.model.definition_file import read_toml
from core.model.library import load_model
from core.model.named_sources import with_sources
from core.plain.data import parts_of
from core.plain.reading import UnfitError, read
from core.wording.suggestions import closest
from core.wording.text import Text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "examples"


@cache
def example_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """The ids of the examples in the order in which they are offered. Raises `EvenkeelError` when there is no list."""
    ids = read_toml(folder / "index.toml").get("examples")
    if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
        raise EvenkeelError(Text("The list of examples cannot be used.", "示例列表无法使用。"))
    return tuple(ids)


@cache
def example_line(id: str, folder: Path = FOLDER) -> Text:
    """One line about an example. Raises `UsageError` for an unknown id."""
    if id not in example_ids(folder):
        raise _unknown(id, folder)
    return Text(**read_toml(folder / "index.toml")["lines"][id])


@cache
def load_example(id: str, folder: Path = FOLDER) -> Comparison:
    """The comparison of an example, whole and checked. Raises `UsageError` for an unknown id."""
    if id not in example_ids(folder):
        raise _unknown(id, folder)
    return _completed(read_recipe(id, folder))


def _unknown(id: str, folder: Path) -> UsageError:
    title = Text('There is no example "{id}".', "没有示例“{id}”。").filled(id=id)
    return UsageError(title, remedy=closest(id, example_ids(folder)))


def read_recipe(id: str, folder: Path = FOLDER) -> State:
    """What the recipe of an example says, and nothing else. Raises `EvenkeelError` naming the place of a mistake."""
    path = folder / f"{id}.toml"
    table = with_sources(read_toml(path), path.name)
    try:
        return read(State, table, ours=folder == FOLDER)
    except UnfitError as error:
        raise first_problem(error, table) from error


def _completed(recipe: State) -> Comparison:
    """The recipe with everything it leaves to the definitions: the models, and a value for every driver."""
    models = {alternative.model: load_model(alternative.model) for alternative in recipe.alternatives}
    shared = {id: _started(setting) for id, setting in recipe.shared.items()}
    alternatives: list[Alternative] = []
    for alternative in recipe.alternatives:
        own = {id: _started(setting) for id, setting in alternative.own.items()}
        for driver in models[alternative.model].drivers:
            if driver.id not in own and driver.id not in recipe.shared:
                place = shared if driver.linked else own
                place.setdefault(driver.id, Setting(value=driver.default))
        alternatives.append(alternative.but(own=own))
    completed = recipe.but(alternatives=tuple(alternatives), shared=shared, models=models)
    return Comparison(**{field: getattr(completed, field) for field in parts_of(State)})


def _started(setting: Setting) -> Setting:
    return setting.but(start=setting.value)
