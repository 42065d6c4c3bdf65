"""What a bridge is made of, and how one is put together from what differs and the terms of the figure."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from core.formula.normal import Floats
from core.model.definition import BusinessModel, Role
from core.questions.bridges.shapley import Mask, shapley
from core.record import record
from core.wording.text import Text, Words

Kind = Literal["driver", "line", "formulas"]

# Lines of the statement that are plain sums over roles, each role with its sign.
SUMS: dict[str, dict[Role, int]] = {
    "revenue": {Role.REVENUE: 1},
    "direct_cost": {Role.DIRECT_COST: 1},
    "gross_profit": {Role.REVENUE: 1, Role.DIRECT_COST: -1},
    "operating_cost": {Role.OPERATING_COST: 1},
    "operating_profit": {Role.REVENUE: 1, Role.DIRECT_COST: -1, Role.OPERATING_COST: -1},
    "funding": {Role.FUNDING: 1},
    "cash_flow": {Role.REVENUE: 1, Role.DIRECT_COST: -1, Role.OPERATING_COST: -1, Role.FUNDING: 1},
}


@record
class End:
    """One end of a bridge: a business model and its drivers, under the name a person knows it by."""

    name: Words
    model: BusinessModel
    values: Mapping[str, float]


@record
class Change:
    """Something that differs between the ends. `driver` is its id; of a line item it is that line's id."""

    driver: str
    kind: Kind
    label: Text
    role: Role | None
    before: float
    after: float


@record
class Term:
    """A part of the figure that adds up with the others: the changes that move it, and its value in every mixture."""

    changes: tuple[int, ...]
    value: Callable[[Mask], Floats]


@record
class Part:
    """What one change contributes, in the unit of the figure, and the standard error of that (0: exact)."""

    driver: str
    kind: Kind
    label: Text
    role: Role | None
    before: float
    after: float
    contribution: float
    error: float


@record
class BridgeEnd:
    """Name and value of an end; NaN where not defined."""

    name: Words
    value: float


@record
class Bridge:
    """The way from one figure to another.

    The contributions add up to the difference, largest first. `exact`: every order of the changes was counted;
    otherwise `error` is the greatest standard error of a contribution. `why_none`: why there are no parts, where the
    difference or something between the ends is not defined.
    """

    target: str
    start: BridgeEnd
    end: BridgeEnd
    difference: float
    parts: tuple[Part, ...]
    exact: bool
    error: float
    why_none: Text | None


def assembled(
    target: str, start: BridgeEnd, end: BridgeEnd, changes: Sequence[Change], terms: Sequence[Term], seed: int
) -> Bridge:
    """The bridge over these changes: shares term by term, added up by change."""
    difference = end.value - start.value
    if not math.isfinite(difference):
        return Bridge(target, start, end, math.nan, (), exact=True, error=0.0, why_none=_undefined_end(start, end))
    shares = [(term, shapley(term.value, len(term.changes), seed)) for term in terms if term.changes]
    pieces: list[list[float]] = [[] for _ in changes]
    errors = [0.0] * len(changes)
    for term, share in shares:
        for change, contribution, error in zip(term.changes, share.contributions, share.errors, strict=True):
            pieces[change].append(contribution)
            errors[change] += error
    contributions = [math.fsum(column) for column in pieces]
    if not all(map(math.isfinite, contributions)):
        return Bridge(target, start, end, difference, (), exact=True, error=0.0, why_none=UNDEFINED_BETWEEN)
    settled = _settled(contributions, difference)
    parts = [
        Part(c.driver, c.kind, c.label, c.role, c.before, c.after, contribution, error)
        for c, contribution, error in zip(changes, settled, errors, strict=True)
    ]
    parts.sort(key=lambda part: (-abs(part.contribution), part.kind, part.driver))
    exact = all(share.exact for _, share in shares)
    return Bridge(target, start, end, difference, tuple(parts), exact, max(errors, default=0.0), why_none=None)


def _settled(contributions: list[float], difference: float) -> list[float]:
    """Adds what rounding left over to the largest contribution, so that the sum is right to the last digit."""
    if not contributions:
        return contributions
    largest = max(range(len(contributions)), key=lambda place: abs(contributions[place]))
    others = [-contribution for place, contribution in enumerate(contributions) if place != largest]
    contributions[largest] = math.fsum([difference, *others])
    return contributions


def _undefined_end(start: BridgeEnd, end: BridgeEnd) -> Text:
    which = start if math.isnan(start.value) else end
    return Text(
        "The difference is not defined, because the figure is not defined for {name}.",
        "差额无定义，因为该数字在“{name}”中无定义。",
    ).filled(name=which.name)


UNDEFINED_BETWEEN = Text(
    "The difference cannot be split: with some of the changes made and others not, the figure is not defined.",
    "差额无法分解：只做部分改动时，该数字无定义。",
)
