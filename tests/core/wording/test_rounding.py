"""Two figures side by side are read alike, and never look the same where they differ."""

from __future__ import annotations

import pytest

from core.wording.rounding import as_finely


@pytest.mark.parametrize(
    ("ours", "given", "told"),
    [
        (-0.2361, -0.24, -0.236),
        (87_115.6, 87_072.0, 87_116.0),
        (0.845, 0.845, 0.845),
        (2.0001, 2.0, 2.0001),
        (2.0000001, 2.0, 2.0),
    ],
)
def test_with_one_digit_more_where_they_would_look_the_same(ours: float, given: float, told: float) -> None:
    assert as_finely(ours, given) == told
