"""Why is this the break-even? The profit just before and at each count where it changes sign, the zones between, and
which whole step of cost throws an alternative back into loss."""

from __future__ import annotations

from collections.abc import Mapping

from core.comparison.document import Comparison
from core.engine.plan import Plan, plan_for
from core.formula.constants import CONSTANTS
from core.formula.tree import Call, Node, names_in, walk
from core.model.definition import BusinessModel
from core.questions.break_even import OPERATING_PROFIT, BreakEven, break_even
from core.questions.display import AS_IT_IS, Display
from core.questions.results import target_line
from core.questions.search.curves import MOST_USERS, USERS
from core.questions.workings.break_even_words import (
    at_words,
    gradual_words,
    headline,
    joined,
    noun_of,
    step_words,
    zone_words,
)
from core.questions.workings.formulas import formulas_of, quantities_of, value_of
from core.record import record
from core.wording.text import Text

STEPPING = frozenset({"round_up", "ceil", "floor"})
MOST_EXPLAINED = 100  # crossings that are put into words; all of them stand in the answer itself


@record
class Jump:
    """A line that moves in whole steps and does so at one count: its value just before and from there on."""

    id: str
    label: Text
    unit: str
    before: float
    after: float


@record
class Crossing:
    """A count at which the target changes sign. `before` is the target with one user less, `after` with `users`, both
    in the target's unit (NaN: not defined); `jumps` are the whole steps taken there, empty where it moves gradually."""

    users: int
    upwards: bool
    before: float
    after: float
    jumps: tuple[Jump, ...]
    sentence: Text


@record
class BreakEvenWorkings:
    """How the break-even of one alternative came about. `crossings` holds the first hundred at most."""

    answer: BreakEven
    headline: Text
    zones: tuple[Text, ...]
    crossings: tuple[Crossing, ...]

    @property
    def sentences(self) -> tuple[Text, ...]:
        """All of it in words, for reading and copying."""
        return (self.headline, *self.zones, *(crossing.sentence for crossing in self.crossings))


def break_even_workings(
    comparison: Comparison,
    alternative: str,
    target: str = OPERATING_PROFIT,
    most_users: int = MOST_USERS,
    known: BreakEven | None = None,
    display: Display = AS_IT_IS,
) -> BreakEvenWorkings:
    """The workings of a break-even; of `known` where it was searched for already, its amounts in words as the display
    asks for them. Raises `UsageError` for an unknown alternative or target."""
    model = comparison.model_of(alternative)
    line = target_line(model, target)
    plan, values = plan_for(model), comparison.values_of(alternative)
    answer = known or break_even(plan, values, line, most_users)
    explained = _Explained(model, plan, values, line, display)
    upwards = answer.first != 1  # the first change of a curve that starts below 0 goes up
    crossings = tuple(
        explained.crossing(users, upwards is (place % 2 == 0))
        for place, users in enumerate(answer.crossings[:MOST_EXPLAINED])
    )
    each_loses = plan.evaluate(values)["contribution_per_user"] < 0
    return BreakEvenWorkings(
        answer, headline(answer, explained.noun, most_users, each_loses), zone_words(answer), crossings
    )


class _Explained:
    """Looks at one target on both sides of a count."""

    def __init__(
        self, model: BusinessModel, plan: Plan, values: Mapping[str, float], target: str, display: Display
    ) -> None:
        self._plan, self._values, self._target, self._display = plan, values, target, display
        self._quantities = quantities_of(model)
        formulas = formulas_of(model)
        self._stepping = {id: steps for id in _below(target, formulas) if (steps := _steps(formulas[id]))}
        self.noun = noun_of(self._quantities[target])

    def crossing(self, users: int, upwards: bool) -> Crossing:
        before, after = self._at(users - 1), self._at(users)
        jumps = tuple(self._jumps(before, after))
        ends = before[self._target], after[self._target]
        unit, display = self._quantities[self._target].unit, self._display
        told = [at_words(users, self.noun, unit, *ends, display)]
        if not upwards:
            steps = [step_words(jump.label, jump.unit, jump.before, jump.after, display) for jump in jumps]
            told += steps or [gradual_words()]
        return Crossing(users, upwards, *ends, jumps, joined(*told))

    def _at(self, users: int) -> dict[str, float]:
        constants = {id: constant.value for id, constant in CONSTANTS.items()}
        return constants | self._plan.evaluate({**self._values, USERS: float(users)})

    def _jumps(self, before: Mapping[str, float], after: Mapping[str, float]) -> list[Jump]:
        found = []
        for id, steps in self._stepping.items():
            if before[id] != after[id] and any(_taken(step, before, after) for step in steps):
                quantity = self._quantities[id]
                found.append(Jump(id, quantity.label, quantity.unit, before[id], after[id]))
        return found


def _below(target: str, formulas: Mapping[str, Node]) -> list[str]:
    """The lines a target depends on, itself included."""
    found: dict[str, None] = {}
    waiting = [target]
    while waiting:
        id = waiting.pop()
        if id in formulas and id not in found:
            found[id] = None
            waiting.extend(names_in(formulas[id]))
    return list(found)


def _steps(formula: Node) -> list[Call]:
    return [part for part in walk(formula) if isinstance(part, Call) and part.function in STEPPING]


def _taken(step: Call, before: Mapping[str, float], after: Mapping[str, float]) -> bool:
    """Whether a step is taken between two counts; rounding to multiples of 0 rounds nothing."""
    if step.function == "round_up" and value_of(step.arguments[1], after) == 0:
        return False
    return value_of(step, before) != value_of(step, after)
