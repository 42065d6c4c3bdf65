"""Ranges give way to the value somebody means, and keep saying what is usual."""

from __future__ import annotations

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.examples import load_example
from core.errors import EvenkeelError


@pytest.fixture
def comparison() -> Comparison:
    return load_example("three-ways")


def test_a_range_reaches_beyond_a_value_outside(comparison: Comparison) -> None:
    usual = comparison.driver_of("api", "enterprise_revenue").range
    changed = edits.set_value(comparison, "api", "enterprise_revenue", usual.high * 3)
    extended = edits.extend_range(changed, "api", "enterprise_revenue")
    found = extended.setting_of("api", "enterprise_revenue").range
    assert found is not None
    assert found.low == usual.low
    assert found.high > usual.high * 3
    assert usual.reason.en in found.reason.en
    assert usual.reason.zh in found.reason.zh
    assert not edits.can_extend(extended, "api", "enterprise_revenue")


def test_a_range_that_spans_orders_of_magnitude_grows_by_a_factor(comparison: Comparison) -> None:
    changed = edits.set_value(comparison, "api", "users", 50_000_000)
    found = edits.extend_range(changed, "api", "users").setting_of("api", "users").range
    assert found is not None
    assert found.high == 100_000_000


def test_no_range_leaves_what_makes_sense(comparison: Comparison) -> None:
    driver = comparison.driver_of("api", "utilisation")
    assert driver.maximum is not None
    changed = edits.set_value(comparison, "api", "utilisation", driver.maximum)
    extended = edits.extend_range(changed, "api", "utilisation")
    found = extended.setting_of("api", "utilisation").range or driver.range
    assert found.high == driver.maximum
    assert not edits.can_extend(extended, "api", "utilisation")


def test_a_value_inside_needs_no_other_range(comparison: Comparison) -> None:
    assert edits.extend_range(comparison, "api", "staff_cost") is comparison


def test_ends_are_set_with_a_reason_or_without(comparison: Comparison) -> None:
    own = edits.set_range_ends(comparison, "api", "staff_cost", 1.0, 2.0, "our own plan")
    assert own.setting_of("api", "staff_cost").range.reason.zh == "our own plan"
    bare = edits.set_range_ends(comparison, "api", "staff_cost", 1.0, 2.0)
    assert "Set by hand" in bare.setting_of("api", "staff_cost").range.reason.en
    usual = comparison.driver_of("api", "staff_cost").range
    back = edits.set_range_ends(own, "api", "staff_cost", usual.low, usual.high)
    assert back.setting_of("api", "staff_cost").range is None
    with pytest.raises(EvenkeelError):
        edits.set_range_ends(comparison, "api", "staff_cost", 2.0, 1.0)
