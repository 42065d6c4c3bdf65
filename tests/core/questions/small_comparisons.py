"""Small comparisons for tests, of models written as one formula of profit."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.comparison.edits.alternatives import add_alternative
from core.comparison.examples import example_ids, load_example
from core.comparison.new import new_comparison
from core.comparison.starting import first_of
from core.engine.plan import plan_for
from core.model.checking import check
from core.model.definition import BusinessModel, Range
from core.model.library import model_ids
from tests.core.small_models import WORDS, model_of_profit

SMALL = "small"


def of_profit(formula: str, ranges: dict[str, tuple[float, float]] | None = None, **drivers: float) -> Comparison:
    """A comparison of one alternative, "small", whose operating profit is the formula; with plausible ranges."""
    return first_of("A test", with_ranges(model_of_profit(formula, **drivers), ranges or {}))


def with_ranges(model: BusinessModel, ranges: dict[str, tuple[float, float]]) -> BusinessModel:
    """The model with other plausible ranges."""
    return with_drivers(
        model, {id: {"range": Range(low=low, high=high, reason=WORDS)} for id, (low, high) in ranges.items()}
    )


def with_drivers(model: BusinessModel, changes: dict[str, dict[str, object]]) -> BusinessModel:
    """The model with fields of some drivers changed."""
    drivers = tuple(d.but(**changes.get(d.id, {})) for d in model.drivers)
    changed = model.but(drivers=drivers)
    check(changed)
    return changed


def two_of_profit(one: BusinessModel, other: BusinessModel) -> Comparison:
    """Two alternatives, "one" and "other", with nothing in common."""
    comparison = first_of("A test", one.but(id="one"))
    return add_alternative(comparison, other.but(id="other"))


def built_in() -> list[tuple[Comparison, str]]:
    """Every alternative of every example, and of every built-in business model with its default values."""
    comparisons = [load_example(id) for id in example_ids()] + [new_comparison("A test", [id]) for id in model_ids()]
    return [(comparison, alternative.id) for comparison in comparisons for alternative in comparison.alternatives]


def outputs(comparison: Comparison, alternative: str, **drivers: float) -> dict[str, float]:
    """Every line of one alternative with some drivers set otherwise."""
    return plan_for(comparison.model_of(alternative)).evaluate({**comparison.values_of(alternative), **drivers})
