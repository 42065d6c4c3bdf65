"""The simulation against closed forms, and what must not change its answer."""

from __future__ import annotations

import math
from statistics import NormalDist

import pytest

from core.comparison.correlation import Correlation, Place
from core.comparison.distribution import Discrete, Distribution, Lognormal, Normal, Pert, Triangular, Uniform
from core.comparison.document import Comparison
from core.comparison.edits.links import unlink
from core.comparison.edits.values import set_distribution
from core.comparison.examples import load_example
from core.engine.plan import plan_for
from core.errors import EvenkeelError
from core.questions.break_even import break_even
from core.questions.chances.uncertain import uncertain_drivers
from core.questions.progress import Cancelled
from core.questions.uncertainty import LineChances, Simulation, simulate
from tests.core.questions.small_comparisons import SMALL, of_profit, two_of_profit
from tests.core.small_models import model_of_profit

TRIALS = 65_536


def uncertain(comparison: Comparison, where: str = SMALL, **drivers: Distribution) -> Comparison:
    for driver, distribution in drivers.items():
        comparison = set_distribution(comparison, where, driver, distribution)
    return comparison


def profit_of(answer: Simulation, place: int = 0) -> LineChances:
    return answer.alternatives[place].lines["operating_profit"]


def shares(value: float | None, expected: float, error: float | None, slack: float = 0.0) -> None:
    """Within five standard errors, and a little for the tables."""
    assert value is not None
    assert error is not None
    assert abs(value - expected) <= 5 * error + slack


def certain_ways() -> Comparison:
    """The example with every assumption certain."""
    comparison = load_example("three-ways")
    for where, driver in uncertain_drivers(comparison).places:
        comparison = set_distribution(comparison, where, driver, None)
    return comparison


def three_ways() -> Comparison:
    comparison = certain_ways()
    alternatives = [alternative.id for alternative in comparison.alternatives]
    for driver, low, high in (("gpu_hour_price", 1.3, 5.0), ("decode_throughput", 9_000.0, 18_000.0)):
        middle = comparison.values_of(alternatives[0])[driver]
        shape = Triangular(low=low, mode=min(max(middle, low), high), high=high)
        comparison = set_distribution(comparison, alternatives[0], driver, shape)
    return set_distribution(comparison, "maas", "price_discount", Uniform(low=-0.2, high=0.4))


def test_a_sum_of_normals_is_normal() -> None:
    comparison = uncertain(of_profit("a + b", a=1.0, b=1.0), a=Normal(mean=3, sd=3), b=Normal(mean=-1, sd=4))
    line = profit_of(simulate(comparison, TRIALS))
    exact = NormalDist(2, 5)
    shares(line.figures.mean, 2, line.errors.mean, 1e-6)
    shares(line.figures.sd, 5, line.errors.sd, 5e-4)
    for name, share in (("p05", 0.05), ("p50", 0.5), ("p90", 0.9)):
        shares(getattr(line.figures, name), exact.inv_cdf(share), getattr(line.errors, name), 2e-3)
    shares(line.figures.chance_of_profit, 1 - exact.cdf(0), line.errors.chance_of_profit, 1e-4)
    assert line.undefined == 0


def test_a_product_of_lognormals_is_lognormal() -> None:
    shape = Lognormal(mean=2, sd=1)
    comparison = uncertain(of_profit("a * b - 4", a=1.0, b=1.0), a=shape, b=shape)
    line = profit_of(simulate(comparison, TRIALS))
    shares(line.figures.mean, 0, line.errors.mean, 1e-5)
    variance = 2 * math.log(1.25)
    above = 1 - NormalDist().cdf(math.sqrt(variance) / 2)  # P(X > mean)
    shares(line.figures.chance_of_profit, above, line.errors.chance_of_profit, 1e-4)


@pytest.mark.parametrize(
    ("shape", "mean"),
    [
        (Triangular(low=1, mode=2, high=6), 3),
        (Pert(low=1, mode=2, high=6), 2.5),
        (Uniform(low=1, high=6), 3.5),
        (Discrete(values=(1, 4), weights=(1, 3)), 3.25),
    ],
)
def test_means(shape: Distribution, mean: float) -> None:
    line = profit_of(simulate(uncertain(of_profit("10 * a", a=1.0), a=shape), TRIALS))
    shares(line.figures.mean, 10 * mean, line.errors.mean, 2e-4)


def test_error_bars_are_far_smaller_than_those_of_random_draws() -> None:
    line = profit_of(simulate(three_ways(), TRIALS))
    assert line.figures.sd is not None
    assert line.errors.mean is not None
    assert 0 < line.errors.mean < line.figures.sd / math.sqrt(TRIALS) / 3


@pytest.mark.parametrize("trials", [1_000, 70_000, 140_000])
def test_the_answer_does_not_depend_on_the_threads(trials: int) -> None:
    one, two = (simulate(three_ways(), trials, threads=threads, break_evens=200) for threads in (1, 2))
    assert one == two
    assert one != simulate(three_ways(), trials, seed=2, break_evens=200)


def test_linked_drivers_are_drawn_once_for_all() -> None:
    one = model_of_profit("10 * a", a=1.0)
    comparison = certain_ways()
    comparison = set_distribution(comparison, "api", "gpu_hour_price", Uniform(low=1, high=3))
    linked = simulate(comparison, 4_096, break_evens=0)
    assert linked.uncertain == (("shared", "gpu_hour_price"),)
    comparison = set_distribution(
        unlink(comparison, "api", "gpu_hour_price"), "api", "gpu_hour_price", Uniform(low=1, high=3)
    )
    apart = simulate(comparison, 4_096, break_evens=0)
    assert apart.uncertain == (("shared", "gpu_hour_price"), ("api", "gpu_hour_price"))
    assert apart.alternatives[1] == linked.alternatives[1]
    assert apart.alternatives[0] != linked.alternatives[0]
    both = two_of_profit(one, one)
    both = uncertain(uncertain(both, "one", a=Uniform(low=0, high=1)), "other", a=Uniform(low=0, high=1))
    beats = {(beat.a, beat.b): beat for beat in simulate(both, TRIALS).beats}
    assert beats["one", "other"].chance == pytest.approx(0.5, abs=1e-3)
    assert beats["one", "other"].chance + beats["other", "one"].chance == pytest.approx(1, abs=1e-4)  # type: ignore[operator]


def test_correlated_drivers() -> None:
    shape = Normal(mean=0, sd=1)
    comparison = uncertain(of_profit("a + b", a=1.0, b=1.0), a=shape, b=shape)
    pair = Correlation(first=Place(where=SMALL, driver="a"), second=Place(where=SMALL, driver="b"), coefficient=0.5)
    together = comparison.but(correlations=(pair,))
    line = profit_of(simulate(together, TRIALS))
    shares(line.figures.sd, math.sqrt(3), line.errors.sd, 5e-4)


def test_correlations_that_contradict_each_other_are_refused() -> None:
    shape = Normal(mean=0, sd=1)
    comparison = uncertain(of_profit("a + b + c", a=1.0, b=1.0, c=1.0), a=shape, b=shape, c=shape)
    pairs = tuple(
        Correlation(first=Place(where=SMALL, driver=i), second=Place(where=SMALL, driver=j), coefficient=r)
        for i, j, r in (("a", "b", 0.9), ("b", "c", 0.9), ("a", "c", -0.9))
    )
    with pytest.raises(EvenkeelError, match="cannot all hold"):
        simulate(comparison.but(correlations=pairs), 100)


def test_trials_that_are_not_defined_are_counted_and_left_out() -> None:
    comparison = uncertain(of_profit("1 / a", a=1.0), a=Discrete(values=(0, 2), weights=(1, 3)))
    line = profit_of(simulate(comparison, TRIALS))
    assert line.undefined == TRIALS // 4
    assert line.figures.mean == line.figures.p05 == line.figures.p95 == 0.5


def test_nothing_uncertain_is_an_answer_too() -> None:
    answer = simulate(certain_ways(), 100)
    assert answer.note is not None
    assert "no assumption has a distribution" in answer.note.en
    line = profit_of(answer)
    assert line.figures.mean == line.figures.p05 == line.figures.p95
    assert line.figures.sd == 0


@pytest.mark.parametrize("trials", [0, -1, 10**9])
def test_numbers_of_trials_that_make_no_sense(trials: int) -> None:
    with pytest.raises(EvenkeelError, match="trials cannot be run"):
        simulate(three_ways(), trials)


def test_one_trial() -> None:
    line = profit_of(simulate(three_ways(), 1))
    assert line.figures.mean == line.figures.p50
    assert line.errors.mean is None


def test_progress_and_cancel() -> None:
    told: list[float] = []
    simulate(three_ways(), 1_000, progress=told.append, break_evens=10)
    assert told == sorted(told)
    assert told[-1] == 1
    with pytest.raises(Cancelled):
        simulate(three_ways(), 1_000, cancel=lambda: True)


def test_the_spread_of_break_even() -> None:
    comparison = uncertain(of_profit("users - a", a=1.0), a=Uniform(low=1_000, high=2_000))
    found = simulate(comparison, 4_096).alternatives[0].break_even
    assert found is not None
    assert (found.always, found.never, found.unsafe) == (0, 0, 0)
    assert found.first["p50"] == found.safe_from["p50"] == pytest.approx(1_500, abs=2)
    assert found.first["p05"] == pytest.approx(1_050, abs=2)


def test_break_even_of_an_alternative_without_uncertainty() -> None:
    comparison = certain_ways()
    found = simulate(comparison, 100).alternatives[0].break_even
    assert found is not None
    plan = plan_for(comparison.model_of(comparison.alternatives[0]))
    exact = break_even(plan, comparison.values_of(comparison.alternatives[0].id))
    assert found.safe_from["p50"] == exact.safe_from
