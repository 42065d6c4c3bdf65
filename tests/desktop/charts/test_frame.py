"""Figures become pixels, steps stay vertical, and thousands of points become what the pixels can show."""

import numpy as np
import pytest

from desktop.charts.frame import Frame, thinned

FRAME = Frame(0, 1000, -50, 150, 500, 400)


def test_corners() -> None:
    assert (FRAME.x(0), FRAME.x(1000)) == (0, 500)
    assert (FRAME.y(150), FRAME.y(-50)) == (0, 400)


def test_there_and_back() -> None:
    assert FRAME.value_at(FRAME.x(730)) == pytest.approx(730)


@pytest.mark.parametrize(("x", "value"), [(-20, 0), (900, 1000)])
def test_pointing_outside_means_the_end(x: float, value: float) -> None:
    assert FRAME.value_at(x) == value


def test_a_step_is_vertical() -> None:
    x, y = FRAME.points(np.array([0.0, 500, 500, 1000]), np.array([0.0, 10, 60, 70]))
    assert x[1] == x[2]
    assert y[1] - y[2] == pytest.approx(100)


def test_what_is_far_outside_does_not_become_a_giant_picture() -> None:
    _, y = FRAME.points(np.array([0.0, 1000]), np.array([-1e15, 1e15]))
    assert np.all(np.abs(y) <= 800)


def test_thinning_keeps_every_extreme_of_every_column() -> None:
    x = np.linspace(0, 100, 50_001)[:-1]
    y = np.sin(x * 40) * x
    thin_x, thin_y = thinned(x, y, 100)
    assert len(thin_x) <= 404
    for column in range(100):
        inside, kept = y[np.floor(x) == column], thin_y[np.floor(thin_x) == column]
        assert kept.min() == inside.min()
        assert kept.max() == inside.max()


def test_gaps_survive_thinning() -> None:
    x = np.repeat(np.arange(10.0), 100)
    y = np.where(x == 5, np.nan, 1.0)
    thin_x, thin_y = thinned(x, y, 10)
    assert np.isnan(thin_y[thin_x == 5]).all()
    assert np.isfinite(thin_y[thin_x != 5]).all()
