"""Bounds along ways hold what the engine computes there, for drivers alone and two together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparison.starting import first_of
from core.engine.forms import Form, Ranges
from core.engine.plan import plan_for
from core.formula.normal import Floats
from core.model.library import load_model, model_ids
from core.questions.search.levers import levers_of
from core.questions.search.moves import Height, Lead, Leads, Moves, Output

POINTS = 40


def assert_inside(form: Form, ranges: Ranges, t: Floats, values: Floats) -> None:
    c0, c1, low, high = (
        np.broadcast_to(part, ranges.lo.shape)[:, None] for part in (form.c0, form.c1, form.low, form.high)
    )
    with np.errstate(all="ignore"):
        certain = np.isfinite(c0 + c1 + low + high) & ~np.isnan(values)
        line = c0 + c1 * t
        assert np.all(~certain | ((line + low <= values) & (values <= line + high)))
    assert np.all(np.isnan(values) | ~np.isnan(c0))  # what is certainly not defined is not


def check(height: Height, which: np.ndarray, lo: Floats, hi: Floats) -> None:
    ranges = Ranges(lo, hi)
    with np.errstate(all="ignore"):
        form = height.bounds(which, ranges)
    t = np.clip(lo[:, None] + (hi - lo)[:, None] * np.linspace(0, 1, POINTS), lo[:, None], hi[:, None])
    values = height.at(np.repeat(which, POINTS), t.ravel()).reshape(t.shape)
    assert_inside(form, ranges, t, values)


def pieces(low: Floats, high: Floats, start: float, share: float) -> tuple[Floats, Floats]:
    lo = low + (high - low) * start
    return lo, np.minimum(lo + (high - low) * share, high)


SHARES = st.sampled_from([1.0, 0.3, 1e-2, 1e-5, 1e-9])


@settings(max_examples=60)
@given(
    id=st.sampled_from(model_ids()),
    start=st.floats(0, 1),
    share=SHARES,
    line=st.sampled_from(["operating_profit", "gross_margin"]),
)
def test_one_driver_alone(id: str, start: float, share: float, line: str) -> None:
    comparison = first_of("A test", load_model(id))
    alternative = comparison.alternatives[0].id
    levers = levers_of(comparison, alternative)
    moves = Moves.one_by_one(comparison.values_of(alternative), [lever.driver for lever in levers])
    low, high = (np.array([getattr(lever, end) for lever in levers]) for end in ("low", "high"))
    height = Output(plan_for(comparison.model_of(alternative)), moves, line)
    check(height, np.arange(len(levers)), *pieces(low, high, start, share))


@settings(max_examples=60)
@given(data=st.data(), id=st.sampled_from(model_ids()), start=st.floats(0, 1), share=SHARES)
def test_two_drivers_together(data: st.DataObject, id: str, start: float, share: float) -> None:
    comparison = first_of("A test", load_model(id))
    alternative = comparison.alternatives[0].id
    levers = [lever for lever in levers_of(comparison, alternative) if lever.low <= lever.now <= lever.high]
    one, two = data.draw(st.lists(st.sampled_from(levers), min_size=2, max_size=2, unique=True))
    ways = [
        [(one.driver, toward * (one.high - one.now)), (two.driver, back * (two.now - two.low))]
        for toward in (0.5, 1.0)
        for back in (-1.0, -0.25)
    ]
    plan = plan_for(comparison.model_of(alternative))
    height = Output(plan, Moves.together(comparison.values_of(alternative), ways), "operating_profit")
    lo, hi = pieces(np.zeros(4), np.ones(4), start, share)
    check(height, np.arange(4), lo, hi)


def test_leads_side_by_side_are_each_lead() -> None:
    comparison = first_of("A test", load_model("maas-resale"))
    values = comparison.values_of("maas_resale")
    plan = plan_for(comparison.model_of("maas_resale"))
    drivers = ["users", "utilisation", "staff_cost"]
    outputs = [Output(plan, Moves.one_by_one(values, drivers), line) for line in ("revenue", "direct_cost", "gpu_cost")]
    leads = Leads(outputs, [(0, 1), (2, 0), (1, None)], len(drivers))
    way, t = np.array([0, 1, 2]), np.array([2e5, 0.3, 1e5])
    for pair, expected in enumerate((Lead(outputs[0], outputs[1]), Lead(outputs[2], outputs[0]), outputs[1])):
        assert leads.at(way + 3 * pair, t).tolist() == expected.at(way, t).tolist()
        check(leads, way + 3 * pair, t, t * 1.1)


@pytest.mark.parametrize("values", [{"a": 2.0, "b": 3.0}])
def test_what_no_way_moves_keeps_its_value(values: dict[str, float]) -> None:
    moves = Moves.one_by_one(values, ["a", None])
    which, t = np.array([0, 1]), np.array([5.0, 6.0])
    assert moves.moved_on(which) == ("a",)
    assert moves.moved_on(which[1:]) == ()
    assert moves.at(which, t, ["a"])["a"].tolist() == [5.0, 2.0]
