"""What a business model is made of. Plain frozen data: the same shape in a TOML file, in a saved comparison
and in memory."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Annotated

from core.plain.data import Limits, Plain
from core.wording.text import Text

MOST_DRIVERS = 400
MOST_LINES = 400

Identifier = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
ModelIdentifier = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
Finite = Annotated[float, Limits(allow_inf_nan=False)]


class Role(StrEnum):
    """What a quantity is in the statement."""

    VOLUME = "volume"
    REVENUE = "revenue"
    DIRECT_COST = "direct_cost"
    OPERATING_COST = "operating_cost"
    FUNDING = "funding"
    METRIC = "metric"


class Confidence(StrEnum):
    """How far a figure can be trusted; the letters are those of the fact sheet."""

    PRIMARY = "primary"  # the company's own document
    SECONDARY = "secondary"  # press, a leak, somebody else's page
    ESTIMATE = "estimate"  # worked out from other figures
    ASSUMPTION = "assumption"  # nobody publishes it: said so in plain words


class Source(Plain):
    """Where a number comes from and when that was last looked at."""

    text: Text
    confidence: Confidence
    checked: date
    url: str = ""


class Range(Plain):
    """The plausible range of a driver and why it ends where it does. Values outside are allowed, and said to be so."""

    low: Finite
    high: Finite
    reason: Text


class Driver(Plain):
    """An input of a business model: value, unit, plausible range, source."""

    id: Identifier
    label: Text
    help: Text
    unit: str  # as `core.formula.units.parse_unit` reads it; "1" for a share, "yes/no" for a switch
    default: Finite
    range: Range
    source: Source
    group: Identifier  # one of `GROUPS`
    minimum: Finite | None = None  # no value below this makes sense at all (a price of -1, a share of -5 %)
    maximum: Finite | None = None
    above_minimum: bool = False  # the minimum itself makes no sense either (a utilisation of 0)
    linked: bool = False  # one value for all alternatives that have it, until unlinked
    role: Role | None = None  # a driver with a role is a money line of the statement itself


class Line(Plain):
    """A computed quantity: formula, unit and role."""

    id: Identifier
    label: Text
    help: Text
    unit: str
    role: Role
    formula: str


class FlatPlan(Plain):
    """A plan that costs its subscriber the same whatever they use: formulas over the model's drivers and lines, in
    USD a user and month. Usage is lognormal with the mean cost and the coefficient of variation given."""

    id: Identifier
    label: Text
    fee: str  # what a subscriber pays
    kept: str  # what is left of it to serve them
    cost: str  # what serving the average subscriber costs
    spread: str


class WorkedExample(Plain):
    """Figures a person can check by hand: given these drivers (the rest at default), these lines come out."""

    name: Text
    given: dict[Identifier, Finite] = field(default_factory=dict)
    expected: dict[Identifier, Finite | None]
    tolerance: Finite = 1e-9  # relative


class BusinessModel(Plain):
    """A whole definition: drivers, line items and worked examples. Blocks are merged in already."""

    id: ModelIdentifier
    version: int = 1
    label: Text
    help: Text
    caveat: Text | None = None  # what a reader must know before trusting the answer, shown on screen
    drivers: Annotated[tuple[Driver, ...], Limits(max_length=MOST_DRIVERS)]
    lines: Annotated[tuple[Line, ...], Limits(max_length=MOST_LINES)]
    flat_plans: tuple[FlatPlan, ...] = ()
    worked_examples: tuple[WorkedExample, ...] = ()

    @property
    def quantities(self) -> tuple[Driver | Line, ...]:
        """Everything in the definition that has a value: drivers, then lines."""
        return (*self.drivers, *self.lines)


# The order in which drivers are grouped on screen.
GROUPS: dict[str, Text] = {
    "customers": Text("Customers", "客户"),
    "price": Text("Price", "价格"),
    "usage": Text("Usage", "用量"),
    "serving": Text("Cost of serving", "服务成本"),
    "selling": Text("Fees and selling", "手续费与销售"),
    "fixed": Text("People and fixed cost", "人员与固定成本"),
    "funding": Text("Funding", "资金"),
}
