"""How uncertain a value is: made from a range, turned into other shapes, carried along with the value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.comparison import edits
from core.comparison.distribution import Lognormal, Normal, Pert, Triangular, Uniform
from core.comparison.document import Comparison
from core.comparison.examples import load_example
from core.comparison.spread import KINDS, carried_along, ends_of
from core.errors import EvenkeelError


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return certain()


def certain() -> Comparison:
    """One driver that is certain, and half."""
    comparison = edits.make_certain(load_example("three-ways"), "subscription", "utilisation")
    return edits.set_value(comparison, "subscription", "utilisation", 0.5)


def test_a_range_around_the_value_keeps_the_value_most_likely(comparison: Comparison) -> None:
    changed = edits.set_spread(comparison, "subscription", "utilisation", 0.1, 0.9)
    setting = changed.setting_of("subscription", "utilisation")
    assert setting.distribution == Pert(low=0.1, mode=setting.value, high=0.9)
    assert setting.value == comparison.setting_of("subscription", "utilisation").value


def test_a_range_elsewhere_brings_the_value_to_its_middle(comparison: Comparison) -> None:
    changed = edits.set_spread(comparison, "subscription", "utilisation", 0.9, 1.0)
    setting = changed.setting_of("subscription", "utilisation")
    assert setting.value == pytest.approx(0.95)
    assert setting.distribution == Pert(low=0.9, mode=setting.value, high=1.0)


def test_a_value_written_with_its_range_is_taken(comparison: Comparison) -> None:
    changed = edits.set_spread(comparison, "subscription", "utilisation", 0.4, 0.8, 0.6)
    setting = changed.setting_of("subscription", "utilisation")
    assert setting.value == 0.6
    assert setting.distribution == Pert(low=0.4, mode=0.6, high=0.8)


@pytest.mark.parametrize(("low", "high"), [(-1.0, 0.5), (0.5, 1.5), (0.5, 0.5)])
def test_a_range_that_makes_no_sense_is_refused(comparison: Comparison, low: float, high: float) -> None:
    with pytest.raises(EvenkeelError):
        edits.set_spread(comparison, "subscription", "utilisation", low, high)


def test_the_most_likely_value_goes_with_the_value(comparison: Comparison) -> None:
    uncertain = edits.set_spread(comparison, "subscription", "utilisation", 0.1, 0.9)
    for value, mode in ((0.7, 0.7), (0.95, 0.9), (0.3, 0.3)):
        uncertain = edits.set_value(uncertain, "subscription", "utilisation", value)
        assert uncertain.setting_of("subscription", "utilisation").distribution == Pert(low=0.1, mode=mode, high=0.9)


def test_a_scenario_carries_it_along_too(comparison: Comparison) -> None:
    uncertain = edits.set_spread(comparison, "subscription", "utilisation", 0.1, 0.9)
    uncertain = edits.add_scenario(uncertain, "busy", {"subscription": {"utilisation": 0.8}})
    shown = edits.apply_scenario(uncertain, "busy").setting_of("subscription", "utilisation")
    assert shown.distribution == Pert(low=0.1, mode=0.8, high=0.9)


def test_one_that_was_not_around_the_value_stays() -> None:
    assert carried_along(Pert(low=1, mode=2, high=3), 2.5, 1.5) == Pert(low=1, mode=2, high=3)
    assert carried_along(Normal(mean=2, sd=1), 2, -1) == Normal(mean=-1, sd=1)
    assert carried_along(Lognormal(mean=2, sd=1), 2, -1) == Lognormal(mean=2, sd=1)
    assert carried_along(Uniform(low=1, high=3), 2, 1) == Uniform(low=1, high=3)


@given(low=st.floats(0.05, 0.4), high=st.floats(0.5, 0.95), kind=st.sampled_from(list(KINDS)))
def test_other_shapes_reach_as_far(low: float, high: float, kind: str) -> None:
    comparison = certain()
    comparison = edits.set_value(comparison, "subscription", "utilisation", (low + high) / 2)
    comparison = edits.set_spread(comparison, "subscription", "utilisation", low, high)
    turned = edits.set_kind(comparison, "subscription", "utilisation", kind)
    found = turned.setting_of("subscription", "utilisation").distribution
    assert found is not None
    assert found.kind == kind
    assert ends_of(found) == pytest.approx((low, high))
    back = edits.set_kind(turned, "subscription", "utilisation", "triangular").setting_of("subscription", "utilisation")
    assert isinstance(back.distribution, Triangular)
    assert ends_of(back.distribution) == pytest.approx((low, high))


def test_the_decisive_drivers_become_uncertain_over_their_range(comparison: Comparison) -> None:
    changed = edits.make_uncertain(comparison, ("utilisation", "throughput_efficiency"))
    setting = changed.setting_of("subscription", "utilisation")
    usual = changed.driver_of("subscription", "utilisation").range
    assert setting.distribution == Pert(low=usual.low, mode=0.5, high=max(usual.high, 0.5))
    untouched = comparison.setting_of("maas", "utilisation")
    assert changed.setting_of("maas", "utilisation") == untouched
    again = edits.make_uncertain(changed, ("utilisation",))
    assert again is changed
