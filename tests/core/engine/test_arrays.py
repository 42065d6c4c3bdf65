"""Arrays against single numbers: the same bits for every formula, defined or not, and whatever the threads."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.engine.arrays import CHUNK, FEW
from core.engine.plan import Plan, plan_for
from core.formula.functions import FUNCTIONS
from core.formula.normal import Floats
from core.model.library import load_model, model_ids
from tests.core.small_models import model_of_profit, values_of

NAMES = ("a", "b", "c")
NUMBERS = st.sampled_from([0.0, 1.0, -1.0, 0.5, 2.0, 3.0, 7.25, -0.3, 1e-9, 1e9, 1e200, 12.0])
COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
CALLS = {"min": 2, "max": 2, "ceil": 1, "floor": 1, "abs": 1, "sqrt": 1, "exp": 1, "log": 1, "round_up": 2}


@st.composite
def formulas(draw: st.DrawFn, depth: int = 4) -> str:
    kind = draw(st.sampled_from(["leaf", "sum", "call", "choice", "compare", "lognormal"])) if depth else "leaf"
    part = formulas(depth=depth - 1)
    match kind:
        case "leaf":
            return draw(st.one_of(st.sampled_from(NAMES), NUMBERS.map(lambda x: f"({x!r})")))
        case "sum":
            return f"({draw(part)} {draw(st.sampled_from(['+', '-', '*', '/', '**']))} {draw(part)})"
        case "call":
            name = draw(st.sampled_from(sorted(CALLS)))
            return f"{name}({', '.join(draw(part) for _ in range(CALLS[name]))})"
        case "choice":
            return f"({draw(part)} if {draw(part)} > {draw(part)} else {draw(part)})"
        case "compare":
            return f"({draw(part)} {draw(st.sampled_from(COMPARISONS))} {draw(part)})"
    return f"lognormal_above({draw(part)}, {draw(part)}, {draw(part)})"


def same(some: Floats, other: Floats) -> bool:
    return bool(np.array_equal(some, other, equal_nan=True))


def rows_of(values: dict[str, float | Floats], rows: int) -> list[dict[str, float]]:
    columns = {id: np.broadcast_to(np.asarray(value, dtype=float), (rows,)).tolist() for id, value in values.items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


@settings(max_examples=300)
@given(
    formulas(), st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=6), st.sets(st.sampled_from(NAMES))
)
def test_arrays_give_the_bits_of_single_numbers(
    formula: str, cases: list[tuple[float, float, float]], plain: set[str]
) -> None:
    plan = Plan(model_of_profit(formula, a=1.0, b=1.0, c=1.0))
    columns = {name: np.array(column) for name, column in zip(NAMES, zip(*cases, strict=True), strict=True)}
    values: dict[str, float | Floats] = {"users": 10.0, "dollar": 1.0}
    values |= {name: float(column[0]) if name in plain else column for name, column in columns.items()}
    expected = [plan.evaluate(row) for row in rows_of(values, len(cases))]
    wanted = ("profit", "operating_profit", "gross_margin")
    at_once = plan.evaluate_arrays(values, wanted)
    for id in wanted:
        assert same(np.broadcast_to(at_once[id], (len(cases),)), np.array([row[id] for row in expected]))
    big = {id: np.resize(v, FEW + 5) if isinstance(v, np.ndarray) else v for id, v in values.items()}
    in_chunks = plan.evaluate_arrays(big, wanted)
    for id in wanted:
        assert same(in_chunks[id], np.resize(at_once[id], FEW + 5) if in_chunks[id].ndim else at_once[id])


@pytest.mark.parametrize("model_id", model_ids())
def test_a_business_model_over_more_than_a_chunk(model_id: str) -> None:
    plan, values = plan_for(load_model(model_id)), values_of(load_model(model_id))
    rows = CHUNK + 1_000
    random = np.random.default_rng(5)
    columns: dict[str, float | Floats] = {**values, "users": np.floor(random.uniform(0, 1e6, rows))}
    for driver in plan.drivers[1:6]:
        columns[driver] = values[driver] * random.uniform(0.5, 1.5, rows)
    found = [plan.evaluate_arrays(columns, plan.outputs, threads=threads) for threads in (1, 2, None)]
    for id in plan.outputs:
        assert same(found[0][id], found[1][id])
        assert same(found[0][id], found[2][id])
    for row in (0, CHUNK - 1, CHUNK, rows - 1):
        one = plan.evaluate({id: float(v[row]) if isinstance(v, np.ndarray) else v for id, v in columns.items()})
        for id, value in one.items():
            assert same(np.broadcast_to(found[0][id], (rows,))[row], np.array(value)), id


def test_a_few_rows_that_are_not_defined_leave_the_others_alone() -> None:
    plan = Plan(model_of_profit("a / b + sqrt(c)", a=1.0, b=1.0, c=1.0))
    b = np.ones(2 * CHUNK)
    b[[3, CHUNK + 1]] = 0.0
    profit = plan.evaluate_arrays({"users": 1.0, "dollar": 1.0, "a": 2.0, "b": b, "c": 4.0}, ["profit"])["profit"]
    assert np.flatnonzero(np.isnan(profit)).tolist() == [3, CHUNK + 1]
    assert np.nanmin(profit) == np.nanmax(profit) == 4.0


def test_a_map_keeps_what_depends_on_one_axis_one_dimensional() -> None:
    plan = Plan(model_of_profit("a * b", a=1.0, b=1.0))
    a, b = np.arange(3.0)[:, None], np.arange(4.0)[None, :]
    found = plan.evaluate_arrays({"users": 1.0, "dollar": 1.0, "a": a, "b": b}, ["profit", "a", "dollar"])
    assert (found["profit"].shape, found["a"].shape, found["dollar"].shape) == ((3, 4), (3, 1), ())


def test_only_the_wanted_outputs_for_single_numbers() -> None:
    plan = plan_for(load_model("open-weights-api"))
    values = values_of(load_model("open-weights-api"))
    everything = plan.evaluate(values)
    assert plan.evaluate(values, ["operating_profit", "users"]) == {
        id: everything[id] for id in ("operating_profit", "users")
    }


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_may_write_over_any_argument(name: str) -> None:
    function = FUNCTIONS[name]
    arguments = [np.array([0.5, 2.0, 0.25, 3.0]), np.array([1.5, 0.5, 4.0, 3.0]), np.array([0.0, 1.0, 2.0, 0.5])]
    arguments = arguments[: min(function.most, 3 if function.fewest > 2 else function.fewest)]
    expected = function.array(*arguments)
    for place in range(len(arguments)):
        copies = [argument.copy() for argument in arguments]
        assert same(function.array(*copies, out=copies[place]), expected)
        assert same(copies[place], expected)


def test_what_is_not_defined_is_the_same_for_the_careful_and_the_quick_way() -> None:
    plan = Plan(model_of_profit("round_up(a, b) + lognormal_above(a, b, c)", a=1.0, b=1.0, c=1.0))
    b = np.array([-1.0, 0.0, 2.0, math.inf])[:3]
    found = plan.evaluate_arrays({"users": 1.0, "dollar": 1.0, "a": 3.0, "b": b, "c": 0.5}, ["profit"])["profit"]
    one_by_one = [
        plan.evaluate({"users": 1.0, "dollar": 1.0, "a": 3.0, "b": step, "c": 0.5})["profit"] for step in b.tolist()
    ]
    assert same(found, np.array(one_by_one))
    assert math.isnan(one_by_one[0])
