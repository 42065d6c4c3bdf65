"""What comes out below zero is remarked on in a sentence that names the cause where it can be known."""

from __future__ import annotations

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.examples import example_ids, load_example
from core.comparison.starting import first_of
from core.model.definition import Line, Role
from core.questions.below_zero import below_zero
from core.questions.results import results
from core.wording.text import Text
from tests.core.small_models import WORDS, model_of_profit


def remarks(comparison: Comparison) -> tuple[Text, ...]:
    return below_zero(comparison, results(comparison).alternatives)


def with_shares(plus: float, pro: float) -> Comparison:
    comparison = edits.set_own_value(load_example("three-ways"), "subscription", "plus_share", plus)
    return edits.set_own_value(comparison, "subscription", "pro_share", pro)


@pytest.mark.parametrize("example", example_ids())
def test_examples_make_sense(example: str) -> None:
    assert remarks(load_example(example)) == ()


def test_plans_of_more_than_everybody() -> None:
    (remark,) = remarks(with_shares(0.7, 0.7))
    assert remark.en == (
        "“Free users” of ChatGPT-style plan comes out below zero: “Share of users on the small plan” and "
        "“Share of users on the large plan” add up to more than 100%."
    )
    assert "“免费用户”为负数：“低价套餐用户占比”、“高价套餐用户占比”合计超过 100%。" in remark.zh


@pytest.mark.parametrize("plus", [0.7, 0.9, 0.1 + 0.2])
def test_exactly_everybody_is_fine_whatever_the_rounding(plus: float) -> None:
    assert remarks(edits.set_everywhere(with_shares(plus, 1 - plus), "users", 1e12)) == ()


def test_another_cause_is_not_made_up() -> None:
    model = model_of_profit("x", x=1.0)
    left = Line(id="left", label=Text("Left", "剩余"), help=WORDS, unit="user", role=Role.VOLUME, formula="users - 5e9")
    after = left.but(id="after", formula="left * 2")
    comparison = first_of("A test", model.but(lines=(*model.lines, left, after)))
    (remark,) = remarks(comparison)
    assert remark.en.startswith("“Left” of")
    assert remark.en.endswith("the assumptions behind it do not fit together.")
