"""Which drivers of a comparison are uncertain, and their draws. A linked driver is one quantity, drawn once for all
alternatives; a driver an alternative has for itself is a quantity of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from core.comparison.distribution import Distribution
from core.comparison.document import Comparison
from core.comparison.parts import SHARED, Alternative
from core.comparison.placed import IN_ALTERNATIVE, IN_SHARED, placed
from core.engine.sampling.distributions import Shape, levels
from core.engine.sampling.draws import Draws, Quantity
from core.errors import EvenkeelError
from core.model.definition import Driver
from core.plain.data import parts_of
from core.record import record
from core.wording.text import Text

Place = tuple[str, str]  # where (an alternative's id, or "shared") and driver


@record
class Uncertain:
    """The uncertain drivers of a comparison in a fixed order, and for each alternative which of them are its own."""

    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    of_alternative: dict[str, dict[str, int]]  # alternative, driver: number of the place
    correlations: dict[tuple[int, int], float]

    def draws(self, seed: int) -> Draws:
        """Their draws for a seed. Raises `EvenkeelError` for correlations that contradict each other."""
        return Draws(seed, self.quantities, self.correlations)


def uncertain_places(comparison: Comparison) -> tuple[Place, ...]:
    """Every driver with a distribution, those that are shared first; whatever their distributions are."""
    return _in_order(place for _, _, place, _ in _found(comparison))


def uncertain_drivers(comparison: Comparison) -> Uncertain:
    """Every driver with a distribution. Values that make no sense for a driver are cut off its distribution.

    Raises `EvenkeelError` for a distribution of which nothing is left then.
    """
    found: dict[Place, Quantity] = {}
    users: dict[str, dict[str, Place]] = {alternative.id: {} for alternative in comparison.alternatives}
    for alternative, driver, place, distribution in _found(comparison):
        users[alternative.id][driver.id] = place
        with placed(IN_SHARED if place[0] == SHARED else IN_ALTERNATIVE.filled(name=alternative.name)):
            found.setdefault(place, Quantity("/".join(place), _shape(distribution, driver)))
    order = _in_order(found)
    number = {place: row for row, place in enumerate(order)}
    return Uncertain(
        order,
        tuple(found[place] for place in order),
        {id: {driver: number[place] for driver, place in own.items()} for id, own in users.items()},
        _correlations(comparison, number),
    )


def _found(comparison: Comparison) -> Iterator[tuple[Alternative, Driver, Place, Distribution]]:
    for alternative in comparison.alternatives:
        for driver in comparison.model_of(alternative).drivers:
            distribution = comparison.setting_of(alternative.id, driver.id).distribution
            if distribution is not None:
                shared = comparison.is_shared(alternative.id, driver.id)
                yield alternative, driver, (SHARED if shared else alternative.id, driver.id), distribution


def _in_order(places: Iterable[Place]) -> tuple[Place, ...]:
    """Each once: shared ones first, each kind as met."""
    return tuple(sorted(dict.fromkeys(places), key=lambda place: place[0] != SHARED))


def _shape(distribution: Distribution, driver: Driver) -> Shape:
    shape = Shape(
        distribution.kind,
        tuple((name, getattr(distribution, name)) for name in parts_of(type(distribution)) if name != "kind"),
        -np.inf if driver.minimum is None else driver.minimum,
        np.inf if driver.maximum is None else driver.maximum,
        driver.above_minimum,
    )
    if not len(levels(shape)):
        raise EvenkeelError(
            Text(
                "The distribution of {driver} holds no possible value.", "{driver}的分布中没有一个可能的取值。"
            ).filled(driver=driver.label),
            Text("All of it lies outside what makes sense for this assumption.", "整个分布都在该假设的合理取值之外。"),
            Text("Change its figures.", "请修改分布的参数。"),
        )
    return shape


def _correlations(comparison: Comparison, number: dict[Place, int]) -> dict[tuple[int, int], float]:
    """Of those between uncertain drivers; a pair given twice keeps the last coefficient."""
    pairs: dict[tuple[int, int], float] = {}
    for correlation in comparison.correlations:
        first = number.get((correlation.first.where, correlation.first.driver))
        second = number.get((correlation.second.where, correlation.second.driver))
        if first is not None and second is not None and first != second:
            pairs[min(first, second), max(first, second)] = correlation.coefficient
    return pairs
