"""Many break-evens at once against `break_even` one by one."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparison.examples import load_example
from core.engine.plan import Plan, plan_for
from core.formula.normal import Floats
from core.questions.break_even import break_even
from core.questions.break_even_rows import break_evens
from tests.core.small_models import model_of_profit

ROWS = 60
PROFITS = [
    "a * users - b - c * ceil(users / 100)",
    "a * users - b * round_up(users, 40) - c",
    "max(a * users - b, 0) * 0.75 + min(a * users - b, 0) - c",
    "a * users - b - (c if users > 300 else 0) - 7 * ceil(ceil(users / 30) * 0.4)",
    "abs(users - 100 * a) - b",
    "users ** 0.5 * a - b - c * floor(users / 50)",
    "a * users * users / 1000 - b * users + c",
    "sqrt(a - users / 1000) - b",
    "b / (users - 50 * c) - a",
    "a - b",
]


def compare(plan: Plan, values: dict[str, float | Floats], target: str, most_users: int) -> None:
    columns = {id: value for id, value in values.items() if isinstance(value, np.ndarray)}
    found = break_evens(plan, values, target, most_users)
    for row in range(len(found.first)):
        one = {id: float(columns[id][row]) if id in columns else float(value) for id, value in values.items()}
        exact = break_even(plan, one, target, most_users)
        assert found.first[row] == (math.inf if exact.first is None else exact.first), one
        assert found.safe_from[row] == (math.inf if exact.safe_from is None else exact.safe_from), one


@pytest.mark.parametrize("formula", PROFITS)
@settings(max_examples=15)
@given(st.integers(0, 2**31), st.sampled_from([1_000, 100_000]))
def test_small_models(formula: str, seed: int, most_users: int) -> None:
    random = np.random.default_rng(seed)
    columns = {"a": random.uniform(-1, 3, ROWS), "b": random.uniform(0, 60, ROWS), "c": random.uniform(-20, 90, ROWS)}
    plan = Plan(model_of_profit(formula, a=1.0, b=1.0, c=1.0))
    compare(plan, {"users": 10.0, "dollar": 1.0, **columns}, "profit", most_users)


@pytest.mark.parametrize("alternative", ["api", "subscription", "maas"])
def test_the_example(alternative: str) -> None:
    comparison = load_example("three-ways")
    plan, values = plan_for(comparison.model_of(alternative)), comparison.values_of(alternative)
    random = np.random.default_rng(3)
    columns = {
        id: values[id] * random.uniform(0.6, 1.4, ROWS)
        for id in ("gpu_hour_price", "decode_throughput", "output_tokens_per_user", "staff_cost")
    }
    compare(plan, {**values, **columns}, "operating_profit", 1_000_000_000)


def test_steps_that_are_rounded_for_some_rows_only() -> None:
    plan = Plan(model_of_profit("users - round_up(users / a, b)", a=1.0, b=1.0))
    columns = {"a": np.array([2.0, 3.0, 0.5, 0.0]), "b": np.array([0.0, 50.0, 5.0, 1.0])}
    compare(plan, {"users": 10.0, "dollar": 1.0, **columns}, "profit", 10_000)


def test_a_target_that_no_column_moves() -> None:
    plan = Plan(model_of_profit("users - 20 + 0 * b", b=1.0))
    rows = 5_000
    found = break_evens(plan, {"users": 1.0, "dollar": np.ones(rows), "b": 1.0}, "profit")
    assert (found.first == 20).all()
    assert len(found.safe_from) == rows
    constant = Plan(model_of_profit("b", b=1.0))
    assert (break_evens(constant, {"users": 1.0, "dollar": np.ones(rows), "b": 1.0}, "profit").first == 1).all()


def test_without_columns_there_is_one_row() -> None:
    plan = Plan(model_of_profit("users - a", a=20.0))
    found = break_evens(plan, {"users": 1.0, "dollar": 1.0, "a": 20.0}, "profit")
    assert (found.first.tolist(), found.safe_from.tolist()) == ([20.0], [20.0])
