"""Ticks and steps are numbers a person would choose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.round_numbers import nice_step, rounded_to, ticks


@pytest.mark.parametrize(
    ("span", "most", "step"), [(100, 10, 10), (100, 8, 20), (1, 4, 0.25), (7, 5, 2), (1e9, 3, 5e8), (0.003, 10, 0.0005)]
)
def test_steps_are_round(span: float, most: int, step: float) -> None:
    assert nice_step(span, most) == pytest.approx(step)


@given(st.floats(1e-6, 1e12), st.integers(2, 20))
def test_there_are_never_more_parts_than_asked_for(span: float, most: int) -> None:
    assert span / nice_step(span, most) <= most * (1 + 1e-9)


def test_no_span_has_a_step_all_the_same() -> None:
    assert nice_step(0, 5) == nice_step(float("nan"), 5) == 1.0


def test_zero_is_a_tick_of_every_axis_around_it() -> None:
    assert ticks(-600, 450, 8) == [-600, -400, -200, 0, 200, 400]


def test_rounding_leaves_no_dust() -> None:
    assert rounded_to(0.30000000000000004, 0.1) == 0.3
    assert rounded_to(0.5512, 0.002) == 0.552
    assert rounded_to(123456, 500) == 123500
