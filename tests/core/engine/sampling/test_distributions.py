"""Tables of distributions against closed forms, and the portable functions against the standard library."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest

from core.engine.sampling.distributions import CELLS, Shape, levels
from core.engine.sampling.portable import exp, log, normal_quantile

LOW_HIGH = (("low", 2.0), ("high", 5.0))
PEAK = (("low", 2.0), ("mode", 3.0), ("high", 7.0))
AT_THE_END = (("low", 2.0), ("mode", 2.0), ("high", 7.0))
MEAN_SD = (("mean", 10.0), ("sd", 5.0))
DICE = (("values", (6.0, 1.0, 2.0)), ("weights", (1.0, 1.0, 2.0)))

# kind, parameters, mean, standard deviation
MOMENTS = [
    ("uniform", LOW_HIGH, 3.5, 3 / math.sqrt(12)),
    ("triangular", PEAK, 4.0, math.sqrt((4 + 9 + 49 - 6 - 14 - 21) / 18)),
    ("triangular", AT_THE_END, 11 / 3, math.sqrt((4 + 4 + 49 - 4 - 14 - 14) / 18)),
    ("pert", PEAK, 3.5, math.sqrt(1.5 * 3.5 / 7)),
    ("pert", AT_THE_END, 17 / 6, math.sqrt((17 / 6 - 2) * (7 - 17 / 6) / 7)),
    ("normal", MEAN_SD, 10.0, 5.0),
    ("lognormal", MEAN_SD, 10.0, 5.0),
    ("discrete", DICE, 11 / 4, math.sqrt((36 + 1 + 8) / 4 - (11 / 4) ** 2)),
]


@pytest.mark.parametrize(("kind", "parameters", "mean", "sd"), MOMENTS)
def test_mean_and_spread(kind: str, parameters: tuple[tuple[str, float], ...], mean: float, sd: float) -> None:
    table = levels(Shape(kind, parameters))
    assert len(table) == CELLS
    assert np.all(np.diff(table) >= 0)
    assert np.mean(table) == pytest.approx(mean, rel=1e-6)
    assert np.std(table) == pytest.approx(sd, rel=5e-5)


def test_quantiles_of_the_normal_and_the_lognormal() -> None:
    middle = CELLS // 2 + 7
    share = (middle + 0.5) / CELLS
    variance = math.log(1.25)
    z = NormalDist().inv_cdf(share)
    assert levels(Shape("normal", MEAN_SD))[middle] == pytest.approx(10 + 5 * z, rel=1e-14)
    assert levels(Shape("lognormal", MEAN_SD))[middle] == pytest.approx(
        math.exp(math.log(10) - variance / 2 + math.sqrt(variance) * z), rel=1e-13
    )


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.9, 0.999])
def test_quantiles_of_pert_by_its_distribution_function(share: float) -> None:
    """With whole exponents the beta distribution function is a polynomial: here x^2 (1-x)^2 scaled to 0 ... 6."""
    table = levels(Shape("pert", (("low", 0.0), ("mode", 3.0), ("high", 6.0))))
    place = int(share * CELLS)
    x = table[place] / 6
    assert 30 * (x**3 / 3 - x**4 / 2 + x**5 / 5) == pytest.approx((place + 0.5) / CELLS, rel=1e-7)


def test_values_that_make_no_sense_are_cut_off() -> None:
    table = levels(Shape("normal", (("mean", 0.0), ("sd", 1.0)), low=0.0, above_low=True))
    assert len(table) == CELLS
    assert table[0] > 0
    assert np.mean(table) == pytest.approx(math.sqrt(2 / math.pi), rel=1e-4)


def test_nothing_is_left_when_all_of_it_makes_no_sense() -> None:
    assert not len(levels(Shape("uniform", LOW_HIGH, low=6.0)))


def test_portable_functions_agree_with_the_standard_library() -> None:
    x = np.geomspace(1e-300, 1e300, 5_001)
    assert np.allclose(log(x), [math.log(v) for v in x.tolist()], rtol=4e-16, atol=1e-16)
    x = np.linspace(-700, 700, 5_001)
    assert np.allclose(exp(x), [math.exp(v) for v in x.tolist()], rtol=6e-16, atol=0)
    u = np.concatenate([np.geomspace(1e-9, 0.5, 2_000), 1 - np.geomspace(1e-9, 0.5, 2_000)])
    assert np.allclose(normal_quantile(u), [NormalDist().inv_cdf(v) for v in u.tolist()], rtol=1e-14, atol=1e-14)
