"""Thresholds as told: the number on screen must itself be on the far side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wording.quantities import format_cell
from core.wording.thresholds import amount_text, rounded_beyond

AMOUNTS = st.floats(1e-6, 1e12)


@pytest.mark.parametrize(
    ("threshold", "now", "unit", "told"),
    [
        (21.46765, 20, "USD/user/month", "$21.50"),
        (17.6321, 20, "USD/user/month", "$17.60"),
        (0.419073, 0.38, "1", "42%"),
        (0.737579, 0.816, "1", "73.7%"),
        (5_409_142, 6_000_000, "user", "5.4M"),
        (20.0004, 20, "USD", "$20.01"),
        (-0.28221785, 0, "1", "\u221228.3%"),
        (0.0045731, 0.05, "1", "0.46%"),
    ],
)
def test_it_is_rounded_away_from_now(threshold: float, now: float, unit: str, told: str) -> None:
    assert format_cell(rounded_beyond(threshold, now, unit), unit, "en") == told


@given(AMOUNTS, AMOUNTS, st.sampled_from(["USD", "1", "user", "token/s/node"]))
def test_it_never_lies_on_the_near_side(threshold: float, now: float, unit: str) -> None:
    rounded = rounded_beyond(threshold, now, unit)
    assert rounded >= threshold * (1 - 1e-11) if threshold > now else rounded <= threshold * (1 + 1e-11)
    assert rounded == pytest.approx(threshold, rel=0.01, abs=0.001 if unit == "1" else 0)


def test_amounts_leave_out_what_they_are_counted_per() -> None:
    told = amount_text(21.5, "USD/user/month")
    assert (told.en, told.zh) == ("$21.50", "21.50 美元")
    told = amount_text(14_200, "token/s/node")
    assert (told.en, told.zh) == ("14.2k tokens", "1.42 万 token")
    told = amount_text(1, "yes/no")
    assert (told.en, told.zh) == ("yes", "是")
