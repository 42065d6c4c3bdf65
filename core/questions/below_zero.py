"""Where an alternative counts fewer than none of something, such as free users: each assumption makes sense alone, but
together they do not. It is remarked on and never stands in the way."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparison.document import Comparison
from core.engine.plan import plan_for
from core.formula.grammar import parse
from core.formula.tree import names_in
from core.model.definition import BusinessModel, Driver, Line, Role
from core.questions.results import AlternativeResult
from core.questions.search.curves import USERS
from core.wording.text import Text, Words

SHARE = "1"
ROUNDING = 1e-9  # of the users: shares that add up to 100% leave a count that small beside zero
OVER_ALL = Text(
    "“{line}” of {name} comes out below zero: {shares} add up to more than 100%.",
    "{name}的“{line}”为负数：{shares}合计超过 100%。",
)
OTHERWISE = Text(
    "“{line}” of {name} comes out below zero: the assumptions behind it do not fit together.",
    "{name}的“{line}”为负数：其背后的假设互相矛盾。",
)


def below_zero(comparison: Comparison, results: Sequence[AlternativeResult]) -> tuple[Text, ...]:
    """A sentence for every volume that comes out below zero, but not for those it makes negative in turn."""
    return tuple(
        _remark(comparison.models[result.model], line, result.name, result)
        for result in results
        for line in _negative(comparison.models[result.model], result)
    )


def _negative(model: BusinessModel, result: AlternativeResult) -> list[Line]:
    least = _least(result.drivers)
    found = [line for line in model.lines if line.role is Role.VOLUME and result.lines[line.id] < least]
    ids = {line.id for line in found}
    return [line for line in found if not ids & _behind(model, line) - {line.id}] if found else []


def _least(drivers: dict[str, float]) -> float:
    return -ROUNDING * max(1.0, abs(drivers[USERS]))


def _behind(model: BusinessModel, line: Line) -> set[str]:
    """Everything a line is worked out from, through other lines too."""
    formulas = {other.id: other.formula for other in model.lines}
    found: set[str] = set()
    waiting = [line.id]
    while waiting:
        new = names_in(parse(formulas[waiting.pop()])) - found
        found |= new
        waiting += new & formulas.keys()
    return found


def _remark(model: BusinessModel, line: Line, name: Words, result: AlternativeResult) -> Text:
    behind = _behind(model, line)
    shares = [d for d in model.drivers if d.id in behind and d.unit == SHARE and result.drivers[d.id] > 0]
    if not _too_many(model, line, shares, result):
        return OTHERWISE.filled(line=line.label, name=name)
    *others, last = (Text(f"“{driver.label.en}”", f"“{driver.label.zh}”") for driver in shares)
    listed = Text(
        ", ".join(other.en for other in others) + f" and {last.en}", "、".join(each.zh for each in (*others, last))
    )
    return OVER_ALL.filled(line=line.label, name=name, shares=listed)


def _too_many(model: BusinessModel, line: Line, shares: Sequence[Driver], result: AlternativeResult) -> bool:
    """Whether it is the shares that are too much together: cut down to 100% in all, they leave nothing negative."""
    total = sum(result.drivers[driver.id] for driver in shares)
    if len(shares) < 2 or total <= 1:
        return False
    cut = {driver.id: result.drivers[driver.id] / total for driver in shares}
    again = plan_for(model).evaluate({**result.drivers, **cut})[line.id]
    return again >= _least(result.drivers)
