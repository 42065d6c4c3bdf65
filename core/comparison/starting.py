"""What a business model brings into a comparison: its default values, shared where its definition says so."""

from __future__ import annotations

from collections.abc import Mapping

from core.comparison.document import Comparison
from core.comparison.parts import Alternative, Setting
from core.comparison.values import makes_sense
from core.formula.units import parse_unit
from core.model.definition import BusinessModel, Driver
from core.wording.text import Words


def starting_settings(
    model: BusinessModel, shared: Mapping[str, tuple[Driver, Setting]]
) -> tuple[dict[str, Setting], dict[str, Setting]]:
    """The settings an alternative of this business model has of its own, and those it adds to the shared ones.

    `shared` holds what is shared already, with its definition; a linked driver counted in another unit stays apart.
    """
    own: dict[str, Setting] = {}
    added: dict[str, Setting] = {}
    for driver in model.drivers:
        if not driver.linked:
            own[driver.id] = Setting(value=driver.default)
        elif driver.id not in shared:
            added[driver.id] = Setting(value=driver.default)
        elif not _fits(driver, *shared[driver.id]):
            own[driver.id] = Setting(value=driver.default)
    return own, added


def _fits(driver: Driver, definition: Driver, setting: Setting) -> bool:
    return parse_unit(driver.unit) == parse_unit(definition.unit) and makes_sense(driver, setting.value)


def first_of(title: Words, model: BusinessModel) -> Comparison:
    """A comparison of one business model with its default values."""
    own, shared = starting_settings(model, {})
    alternative = Alternative(id=model.id.replace("-", "_"), name=model.label, model=model.id, own=own)
    return Comparison(title=title, alternatives=(alternative,), shared=shared, models={model.id: model})
