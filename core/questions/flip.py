"""How far is the verdict from flipping? The nearest value of each driver at which another alternative makes the most,
and at which the winner's profit turns to a loss or its loss to a profit; and the nearest two drivers together."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.engine.plan import Plan, plan_for
from core.formula.normal import Floats
from core.questions.break_even import OPERATING_PROFIT
from core.questions.progress import Cancel
from core.questions.search.crossings import crossings, passes
from core.questions.search.first_place import first_reached
from core.questions.search.levers import Grade, Lever, levers_of, span_of
from core.questions.search.moves import Lead, Leads, Moves, Output, Places
from core.questions.search.pairs import Push, all_pairs, furthest, helpful_pushes
from core.record import record

JUST_AFTER = 2.0**-40  # how much further to go where two are exactly equal


@record
class Flip:
    """One driver, `where` it is set (an alternative's id, or "shared"): with `before` the verdict still holds, with
    `at`, the next number, it does not. `winner`: who makes the most then."""

    where: str
    driver: str
    now: float
    before: float
    at: float
    change: float | None
    effort: float
    grade: Grade
    winner: str


@record
class FlipPair:
    """Two drivers, each moved by the same effort, with which another alternative makes the most."""

    where: tuple[str, str]
    drivers: tuple[str, str]
    now: tuple[float, float]
    at: tuple[float, float]
    changes: tuple[float | None, float | None]
    effort: float
    winner: str


@record
class Flips:
    """`winner` has the highest operating profit now (the first of equals; None when none is defined). `winner_flips`:
    the nearest value of every driver that can change the winner within its plausible range (or, where it stands
    outside, on the way there); `profit_flips`: the same for the sign of the winner's profit; smallest change first.
    Drivers that cannot do it alone are not listed."""

    winner: str | None
    profit: float | None
    winner_flips: tuple[Flip, ...]
    profit_flips: tuple[Flip, ...]
    pair: FlipPair | None


def flips(comparison: Comparison, cancel: Cancel | None = None) -> Flips:
    """The distance to flip of the verdict at the values now. Raises `Cancelled` when `cancel` says so."""
    field = _Field(comparison, cancel)
    profits = [plan.evaluate(values)[OPERATING_PROFIT] for plan, values in zip(field.plans, field.values, strict=True)]
    leader = int(_winners(np.array(profits)[:, None])[0])
    if leader < 0:
        return Flips(None, None, (), (), None)
    of_lead, of_sign = _candidates(field, leader)
    return Flips(
        field.ids[leader],
        profits[leader],
        _nearest_flips(field, of_lead, leader),
        _nearest_flips(field, _turning(field, leader, profits[leader], of_sign), None),
        _nearest_pair(field, leader),
    )


@record
class _Candidate:
    """A place at which something may flip: lever number, last value before and first value after."""

    lever: int
    before: float
    at: float


class _Field:
    """All alternatives, and every lever that moves at least one of them."""

    def __init__(self, comparison: Comparison, cancel: Cancel | None = None) -> None:
        self._cancel = cancel
        self.ids = [alternative.id for alternative in comparison.alternatives]
        self.plans: list[Plan] = [plan_for(comparison.model_of(id)) for id in self.ids]
        self.values = [comparison.values_of(id) for id in self.ids]
        by_place = {(lever.where, lever.driver): lever for id in self.ids[::-1] for lever in levers_of(comparison, id)}
        self.levers = list(by_place.values())
        self.moved = [[self._moves(comparison, lever, id) for lever in self.levers] for id in self.ids]
        self.alone = [self._along(number) for number in range(len(self.ids))]

    @staticmethod
    def _moves(comparison: Comparison, lever: Lever, id: str) -> bool:
        if lever.where != SHARED:
            return lever.where == id
        has = any(driver.id == lever.driver for driver in comparison.model_of(id).drivers)
        return has and comparison.is_shared(id, lever.driver)

    def _along(self, number: int) -> Output:
        drivers = [
            lever.driver if moves else None for lever, moves in zip(self.levers, self.moved[number], strict=True)
        ]
        moves = Moves.one_by_one(self.values[number], drivers)
        return Output(self.plans[number], moves, OPERATING_PROFIT, self._cancel)

    def along_pairs(self, number: int, pairs: Iterable[tuple[Push, Push]]) -> Output:
        """The profit of one alternative along pairs of levers."""
        ways = [[(p.lever.driver, p.step) for p in pair if self.moved[number][p.number]] for pair in pairs]
        return Output(self.plans[number], Moves.together(self.values[number], ways), OPERATING_PROFIT, self._cancel)


def _winners(profits: Floats) -> Places:
    """The number of the alternative with the highest profit in each column, the first of equals; -1: none defined."""
    known = np.where(np.isnan(profits), -np.inf, profits)
    return np.where(np.isneginf(np.max(known, axis=0)), -1, np.argmax(known, axis=0))


def _candidates(field: _Field, leader: int) -> tuple[list[_Candidate], list[_Candidate]]:
    """Where another alternative overtakes the leader or is overtaken, and where the leader's profit passes zero, on
    every lever; both directions through each place, for which of them is a flip is seen by trying both sides."""
    others = [other for other in range(len(field.ids)) if other != leader]
    # Of equals the first wins, so the change is where the later one is exactly equal, or no longer is.
    pairs: list[tuple[int, int | None]] = [(min(leader, other), max(leader, other)) for other in others]
    pairs.append((leader, None))
    moved = np.array(field.moved)
    ways = np.concatenate([*(moved[leader] | moved[other] for other in others), moved[leader]])
    span = span_of(field.levers * len(pairs), with_now=True).only(ways)
    leads = Leads(field.alone, pairs, len(field.levers))
    found = crossings(leads, span)
    found = found.only(passes(leads, found))  # where a profit ceases to be defined nobody is overtaken
    of_lead: list[_Candidate] = []
    of_sign: list[_Candidate] = []
    for way, low, high in zip(found.which.tolist(), found.before.tolist(), found.after.tolist(), strict=True):
        pair, lever = divmod(way, len(field.levers))
        both = _Candidate(lever, low, high), _Candidate(lever, high, low)
        (of_sign if pairs[pair][1] is None else of_lead).extend(both)
    return of_lead, of_sign


def _turning(field: _Field, leader: int, profit: float, candidates: list[_Candidate]) -> list[_Candidate]:
    """Those at which the leader's profit is a loss and is none now, or the other way round."""
    which = np.array([candidate.lever for candidate in candidates], dtype=np.intp)
    profits = field.alone[leader].at(which, np.array([candidate.at for candidate in candidates]))
    return [c for c, there in zip(candidates, profits, strict=True) if (there >= 0) != (profit >= 0)]


def _nearest_flips(field: _Field, candidates: list[_Candidate], leader: int | None) -> tuple[Flip, ...]:
    """The nearest real flip of every lever; with a leader only those at which the lead goes from it to another."""
    which = np.array([candidate.lever for candidate in candidates], dtype=np.intp)
    at = np.array([candidate.at for candidate in candidates])
    before = np.array([candidate.before for candidate in candidates])
    after_winner = _winners(np.array([output.at(which, at) for output in field.alone]))
    before_winner = _winners(np.array([output.at(which, before) for output in field.alone]))
    nearest: dict[int, Flip] = {}
    for candidate, new, old in zip(candidates, after_winner.tolist(), before_winner.tolist(), strict=True):
        if new < 0 or (leader is not None and (old != leader or new == leader)):
            continue
        flip = _flip(field.levers[candidate.lever], candidate, field.ids[new])
        if candidate.lever not in nearest or flip.effort < nearest[candidate.lever].effort:
            nearest[candidate.lever] = flip
    return tuple(sorted(nearest.values(), key=lambda flip: flip.effort))


def _flip(lever: Lever, candidate: _Candidate, winner: str) -> Flip:
    at = candidate.at
    return Flip(
        lever.where,
        lever.driver,
        lever.now,
        candidate.before,
        at,
        lever.change(at),
        lever.effort(at),
        lever.grade(at),
        winner,
    )


def _nearest_pair(field: _Field, leader: int) -> FlipPair | None:
    """The two levers that change the winner with the least effort."""
    best: FlipPair | None = None
    for other in range(len(field.ids)):
        if other != leader:
            found = _pair_against(field, leader, other)
            if found is not None and (best is None or found.effort < best.effort):
                best = found
    return best


def _pair_against(field: _Field, leader: int, other: int) -> FlipPair | None:
    pushes = helpful_pushes(Lead(field.alone[other], field.alone[leader]), field.levers)
    pairs = all_pairs(pushes)
    if not pairs:
        return None
    outputs = [field.along_pairs(number, pairs) for number in range(len(field.ids))]
    reached = first_reached(Lead(outputs[other], outputs[leader]), furthest(pairs))
    if reached is None:
        return None
    way, t = reached
    for effort in (t, t * (1 + JUST_AFTER)):
        place = np.array([way]), np.array([effort])
        winner = int(_winners(np.array([output.at(*place) for output in outputs]))[0])
        if winner not in (leader, -1):
            return _flip_pair(pairs[way], effort, field.ids[winner])
    return None


def _flip_pair(pair: tuple[Push, Push], effort: float, winner: str) -> FlipPair:
    one, two = pair
    at = one.at(effort), two.at(effort)
    return FlipPair(
        (one.lever.where, two.lever.where),
        (one.lever.driver, two.lever.driver),
        (one.lever.now, two.lever.now),
        at,
        (one.lever.change(at[0]), two.lever.change(at[1])),
        effort,
        winner,
    )
