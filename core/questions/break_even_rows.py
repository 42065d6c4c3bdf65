"""Break-even of one alternative for many sets of driver values at once: for each the first user count without loss and
the count from which there is none, exactly as `break_even` finds them one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from core.engine.arrays import Slots, array_steps, run_arrays
from core.engine.bounds import bound
from core.engine.buffers import scratch
from core.engine.forms import Form, Ranges, Values
from core.engine.pieces import Pieces
from core.engine.plan import Plan
from core.engine.straight import straight_lines
from core.formula.normal import Floats
from core.questions.break_even import OPERATING_PROFIT
from core.questions.search.curves import MOST_USERS, USERS
from core.questions.search.rows import Rows, RowSearch
from core.record import record

AT_ONCE = 5_000  # rows that are searched together
COMPUTED = 8_192  # counts at which the target is computed together


@record
class BreakEvens:
    """For each row the first count at which the target is >= 0 and the count from which it never falls below again,
    infinity where there is none; and whether it is >= 0 from the first user on."""

    first: Floats
    safe_from: Floats
    starts_above: NDArray[np.bool_]


def break_evens(
    plan: Plan,
    values: Mapping[str, float | Floats],
    target: str = OPERATING_PROFIT,
    most_users: int = MOST_USERS,
) -> BreakEvens:
    """The break-even of every row; `values` are plain numbers and columns of one length, `users` plays no part.

    Raises `EvenkeelError` where the search would take too long.
    """
    found = _searches(plan, values, target, most_users)
    first, last = (np.concatenate(parts) for parts in zip(*((f.first_above, f.last_below) for f in found), strict=True))
    safe_from = np.where(last == most_users, np.inf, last + 1)
    return BreakEvens(first, safe_from, first == 1)


def breaks_even_somewhere(
    plan: Plan,
    values: Mapping[str, float | Floats],
    target: str = OPERATING_PROFIT,
    most_users: int = MOST_USERS,
) -> NDArray[np.bool_]:
    """Whether each row has any count at which the target is >= 0; the same as asking for its first, but quicker."""
    found = _searches(plan, values, target, most_users, any_will_do=True)
    return np.concatenate([search.first_above for search in found]) < np.inf


def _searches(
    plan: Plan, values: Mapping[str, float | Floats], target: str, most_users: int, *, any_will_do: bool = False
) -> Iterator[RowSearch]:
    """The searches of all rows, one for every so many, on one thread: with arrays so small a second one only waits for
    the first."""
    columns = {id: value for id, value in values.items() if isinstance(value, np.ndarray) and id != USERS}
    rows = len(next(iter(columns.values()))) if columns else 1
    plain = {**values, USERS: 1.0}
    for start in range(0, rows, AT_ONCE):
        some = {id: column[start : start + AT_ONCE] for id, column in columns.items()}
        curves = _Curves(plan, {**plain, **some}, list(some), target, most_users)
        yield RowSearch(curves, min(AT_ONCE, rows - start), most_users, any_will_do=any_will_do)


class _Curves:
    """The target as a function of users, one curve for each row of the columns."""

    def __init__(
        self, plan: Plan, values: Mapping[str, float | Floats], columns: list[str], target: str, most_users: int
    ) -> None:
        tape = plan.tape
        program = plan.program((target,), columns)
        moved = tape.depending_on(USERS)
        slots, self._careful = program.start(values)
        held = [operation for operation in program.operations if operation.target not in moved]
        run_arrays(array_steps(held), held, slots, careful=self._careful)
        self._operations = [step for step in tape.needed_for((target,)) if step.target in moved]
        self._steps = array_steps(self._operations)
        self._users, self._target = tape.outputs[USERS], tape.outputs[target]
        fed = ({slot for step in self._operations for slot in step.arguments} | {self._target}) - moved
        known: dict[int, Values] = {slot: slots[slot] for slot in fed}
        self._careful = any(bool(np.isnan(value).any()) for value in known.values())
        self._known = known
        self._slots = slots
        bending = straight_lines(self._operations, known, self._users, most_users, self._target)
        needed = {slot for step in bending.operations for slot in step.arguments} | {bending.target}
        self._forms = {slot: form for slot, form in bending.forms.items() if slot in needed}
        self._bending = bending
        self._pieces = Pieces(self._operations, self._users, self._target)

    def at(self, row: Rows, users: Floats) -> Floats:
        """The target of each row at a count."""
        if len(row) > COMPUTED:
            parts = range(0, len(row), COMPUTED)
            return np.concatenate([self.at(row[p : p + COMPUTED], users[p : p + COMPUTED]) for p in parts])
        return self._copied(self._computed(row, users)[self._target], len(users))

    def ends(self, row: Rows, lo: Floats, hi: Floats) -> tuple[Floats, Floats, Floats]:
        """The target at both ends of a range of each row, and how far it may lie off the line between them."""
        if len(row) > COMPUTED:
            parts = [slice(p, p + COMPUTED) for p in range(0, len(row), COMPUTED)]
            ends = zip(*(self.ends(row[part], lo[part], hi[part]) for part in parts), strict=True)
            first, second, third = (np.concatenate(side) for side in ends)
            return first, second, third
        slots, count = self._computed(np.concatenate([row, row]), np.concatenate([lo, hi])), len(row)

        def both(slot: int) -> tuple[Values, Values]:
            value = slots[slot]
            return (value[:count], value[count:]) if isinstance(value, np.ndarray) else (value, value)

        at_lo, at_hi = (self._copied(value, count) for value in both(self._target))
        if not self._pieces.possible:
            return at_lo, at_hi, np.full(count, np.inf)
        off = np.where(self._pieces.straight(both), self._pieces.rounding(both), np.inf)
        return at_lo, at_hi, np.broadcast_to(off, lo.shape)

    @staticmethod
    def _copied(value: Values, count: int) -> Floats:
        """Out of memory that is about to be used again."""
        return np.array(np.broadcast_to(np.asarray(value, dtype=np.float64), (count,)))

    def _computed(self, row: Rows, users: Floats) -> Slots:
        slots: Slots = list(self._slots)
        for slot, value in self._known.items():
            slots[slot] = value[row] if isinstance(value, np.ndarray) else value
        slots[self._users] = users
        into = scratch("rows", len(self._steps), len(users))
        run_arrays(self._steps, self._operations, slots, careful=self._careful, into=list(into))
        return slots

    def bounds(self, row: Rows, ranges: Ranges) -> Form:
        """Lines between which the target of each row lies over a range."""
        forms = {slot: _of_rows(form, row) for slot, form in self._forms.items()}
        return bound(self._bending.operations, forms, ranges)[self._bending.target]


def _of_rows(form: Form, row: Rows) -> Form:
    return Form(*(part[row] if isinstance(part, np.ndarray) else part for part in _parts(form)))


def _parts(form: Form) -> tuple[Values, Values, Values, Values]:
    return form.c0, form.c1, form.low, form.high
