"""What a comparison is put together from. Plain frozen data: the same shape in a file and in memory."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from typing import Annotated

from core.comparison.correlation import Correlation
from core.comparison.day_profile import Day
from core.comparison.distribution import Distribution
from core.comparison.file.limits import MOST_ALTERNATIVES, MOST_CORRELATIONS
from core.comparison.outlook import Outlook
from core.model.definition import BusinessModel, Finite, Identifier, ModelIdentifier, Range, Source
from core.plain.data import Checked, Limits, Plain
from core.wording.scale import Currency
from core.wording.text import Words

SHARED = "shared"  # stands where an alternative's id would, for what all alternatives share
MOST_SEED = 2**53  # whole in every reader of JSON
EVERYWHERE = ""  # a comment about the comparison as a whole


def checked_moment(text: str) -> str:
    """A moment in ISO 8601. Raises `ValueError` for anything else."""
    datetime.fromisoformat(text)
    return text


Moment = Annotated[str, Checked(checked_moment)]  # ISO 8601, as the caller's clock wrote it
Seed = Annotated[int, Limits(ge=0, le=MOST_SEED)]
Filled = Annotated[str, Limits(min_length=1)]


class Setting(Plain):
    """The value of one driver and what is known about it; what is not given is as the definition has it."""

    value: Finite
    range: Range | None = None
    source: Source | None = None
    start: Finite | None = None  # what it started from, and what `source` speaks of; None is the definition's default
    note: Words = ""
    private: bool = False  # left out when the comparison is handed on as a template
    distribution: Distribution | None = None


class Alternative(Plain):
    """One business model with its own driver values: one column on screen."""

    id: Identifier
    name: Words
    model: ModelIdentifier
    own: dict[Identifier, Setting] = field(default_factory=dict)


class Scenario(Plain):
    """A named set of driver values over the whole comparison: where (an alternative or "shared"), driver, value."""

    name: Words
    changes: dict[Identifier, dict[Identifier, Finite]] = field(default_factory=dict)


class Comment(Plain):
    """A remark on a figure: `about` a driver, a line or a line of the statement; empty for all of `where`."""

    where: str  # an alternative's id, "shared", or empty for the comparison as a whole
    about: str = ""
    text: Words


class ReferenceCheck(Plain):
    """A published figure to set beside the comparison's own."""

    name: Words
    alternative: Identifier
    figure: Filled  # a formula over drivers, lines, statement lines and constants
    unit: Filled
    published: Finite
    source: Source | None = None
    remark: Words = ""


class State(Plain):
    """All a comparison says: what a checkpoint keeps, and what the answers depend on."""

    title: Words
    story: Words = ""
    currency: Currency = "USD"
    alternatives: Annotated[tuple[Alternative, ...], Limits(min_length=1, max_length=MOST_ALTERNATIVES)]
    shared: dict[Identifier, Setting] = field(default_factory=dict)
    scenarios: tuple[Scenario, ...] = ()
    reference_checks: tuple[ReferenceCheck, ...] = ()
    correlations: Annotated[tuple[Correlation, ...], Limits(max_length=MOST_CORRELATIONS)] = ()
    comments: tuple[Comment, ...] = ()
    outlook: Outlook = Outlook()
    days: dict[Identifier, Day] = field(default_factory=dict)  # by alternative, or "shared" for all others
    seed: Seed = 1
    models: dict[ModelIdentifier, BusinessModel] = field(default_factory=dict)


class Checkpoint(Plain):
    """The comparison as it was at some moment. Its `models` hold only the definitions that are no longer, or no longer
    the same, in the comparison itself, so that a file does not repeat them."""

    name: Words
    moment: Moment
    state: State
