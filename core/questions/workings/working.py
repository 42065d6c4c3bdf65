"""How did this number come about? For any figure of an alternative: what it is, its formula in words and in numbers,
and what goes into it, to be asked in turn, down to the assumptions and where they come from."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

from core.comparison.document import Comparison
from core.engine.plan import plan_for
from core.errors import UsageError
from core.formula.constants import CONSTANTS
from core.formula.tree import Call, Node
from core.questions.display import AS_IT_IS, Display
from core.questions.workings.derived import DERIVED
from core.questions.workings.figures import digits_needed, figure, in_digits, in_figures, rounded
from core.questions.workings.formulas import (
    Quantity,
    decided,
    formulas_of,
    names_in_order,
    names_used,
    quantities_of,
    value_of,
)
from core.questions.workings.labels import in_labels
from core.questions.workings.margins import meaning_of
from core.questions.workings.origin import Origin, origin_of
from core.questions.workings.shown import as_shown, scales_along
from core.questions.workings.undefined import why_not_defined
from core.record import record
from core.wording.numbers import both
from core.wording.quantities import format_value
from core.wording.suggestions import closest
from core.wording.text import Text

Kind = Literal["line", "driver", "constant"]

_EQUATION = Text("{left} = {right}", "{left} = {right}")


@record
class Input:
    """One thing that goes into a figure. `used` is False on the branch of a choice that is not taken."""

    id: str
    label: Text
    value: float
    shown: Text
    kind: Kind
    used: bool


@record
class Working:
    """How one figure came about. `value` is in `unit`, NaN when not defined; `shown` is the value with its unit.

    `sentence` says what the figure is, or why it is not defined. A line has a `formula` in words and the same in
    `numbers` with units; `numeric_text` holds those numbers in plain digits and, worked out, gives what is shown.
    A driver has its `origin` instead. `note`: the exchange rate, where the figure is shown in another currency. What a
    figure does not have is None or empty.
    """

    alternative: str
    id: str
    kind: Kind
    label: Text
    unit: str
    value: float
    shown: Text
    sentence: Text
    formula: Text | None = None
    numbers: Text | None = None
    numeric_text: str = ""
    inputs: tuple[Input, ...] = ()
    origin: Origin | None = None
    note: Text | None = None


class Workings:
    """The workings of one alternative. Its figures are computed once, then any of them can be asked about."""

    def __init__(
        self, comparison: Comparison, alternative: str, today: date | None = None, display: Display = AS_IT_IS
    ) -> None:
        """`today` is what the age of a source is counted to. Answers are shown as the display asks for, what was typed
        as it was typed. Raises `UsageError` for an unknown alternative."""
        model = comparison.model_of(alternative)
        self._comparison, self._alternative, self._today = comparison, alternative, today
        self._display = display
        self._drivers = {driver.id for driver in model.drivers}
        self._quantities = {id: quantity for id, (quantity, _) in DERIVED.items()} | quantities_of(model)
        self._formulas = {id: formula for id, (_, formula) in DERIVED.items()} | formulas_of(model)
        constants = {id: constant.value for id, constant in CONSTANTS.items()}
        found = constants | plan_for(model).evaluate(comparison.values_of(alternative))
        self._values = {id: value_of(formula, found) for id, (_, formula) in DERIVED.items()} | found
        self._shown = {id: as_shown(display, self._quantities[id], self._values[id]) for id in self._formulas}

    def has(self, id: str) -> bool:
        """Whether there is a figure of this id."""
        return id in self._quantities

    def of(self, id: str) -> Working:
        """The working of a driver, a line, a line of the statement, a constant or a derived figure. Raises `UsageError`
        for others."""
        quantity = self._quantities.get(id)
        if quantity is None:
            title = Text('There is no figure "{id}".', "没有名为“{id}”的数字。").filled(id=id)
            raise UsageError(title, remedy=closest(id, list(self._quantities)))
        value, unit = self._figure(id)
        plain = Working(
            alternative=self._alternative,
            id=id,
            kind=self._kind(id),
            label=quantity.label,
            unit=unit,
            value=value,
            shown=both(format_value, value, unit),
            sentence=quantity.help,
        )
        if id in self._formulas:
            return self._line(plain, self._formulas[id])
        if id in self._drivers:
            return replace(plain, origin=origin_of(self._comparison, self._alternative, id, self._today))
        return plain

    def _line(self, plain: Working, formula: Node) -> Working:
        told = replace(
            plain,
            formula=_EQUATION.filled(left=plain.label, right=self._in_labels(formula)),
            inputs=self._inputs(formula),
        )
        if math.isnan(plain.value):
            why = why_not_defined(plain.id, self._formulas, self._values, self._in_labels)
            return replace(told, sentence=why)
        taken, values, quantities = self._terms(plain.id, decided(formula, self._values))
        digits = digits_needed(taken, plain.value, plain.unit, values)
        own = self._comparison.currency
        converted = plain.unit.partition("/")[0] != self._quantities[plain.id].unit.partition("/")[0]
        return replace(
            told,
            sentence=meaning_of(plain.id, self._values, own, self._display) or plain.sentence,
            numbers=_in_numbers(taken, plain, values, quantities, digits),
            numeric_text=in_digits(taken, values, digits),
            note=self._display.rate_note(own) if converted else None,
        )

    def _terms(self, id: str, taken: Node) -> tuple[Node, Mapping[str, float], Mapping[str, Quantity]]:
        """The formula that comes to what is shown, with the values and units of its names: a sum of answers adds up as
        they are shown, any other formula is worked out as it is computed and converted at its end."""
        if not scales_along(taken, self._shown):
            return self._display.worked(taken, self._quantities[id].unit), self._values, self._quantities
        values = self._values | {each: value for each, (value, _) in self._shown.items()}
        quantities = self._quantities | {
            each: replace(self._quantities[each], unit=unit) for each, (_, unit) in self._shown.items()
        }
        return taken, values, quantities

    def _figure(self, id: str) -> tuple[float, str]:
        """Value and unit, as they are shown."""
        return self._shown.get(id) or (self._values[id], self._quantities[id].unit)

    def _in_labels(self, node: Node) -> Text:
        return in_labels(node, self._quantities)

    def _inputs(self, formula: Node) -> tuple[Input, ...]:
        used = names_used(formula, self._values)
        return tuple(self._input(self._quantities[id], id in used) for id in names_in_order(formula))

    def _input(self, quantity: Quantity, used: bool) -> Input:
        value, unit = self._figure(quantity.id)
        shown = both(format_value, value, unit)
        return Input(quantity.id, quantity.label, value, shown, self._kind(quantity.id), used)

    def _kind(self, id: str) -> Kind:
        if id in self._formulas:
            return "line"
        return "driver" if id in self._drivers else "constant"


def _in_numbers(
    taken: Node, plain: Working, values: Mapping[str, float], quantities: Mapping[str, Quantity], digits: int
) -> Text:
    """The formula in numbers and what it comes to; the amount alone where nothing is to be worked out."""
    result = figure(rounded(plain.value), plain.unit)
    if not isinstance(taken, Call):
        return result
    return _EQUATION.filled(left=in_figures(taken, values, quantities, digits), right=result)


def workings(comparison: Comparison, alternative: str, id: str, today: date | None = None) -> Working:
    """The working of one figure of an alternative. Raises `UsageError` for an unknown alternative or figure."""
    return Workings(comparison, alternative, today).of(id)
