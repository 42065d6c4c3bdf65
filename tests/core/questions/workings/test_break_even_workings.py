"""A break-even is explained by the profit on both sides of every count, and by the step of cost that takes it away."""

from __future__ import annotations

import pytest

from core.comparison.examples import load_example
from core.errors import UsageError
from core.questions.display import Display
from core.questions.workings import BreakEvenWorkings, break_even_workings
from core.wording.text import Text
from tests.core.questions.small_comparisons import built_in, of_profit, outputs

SAW = "20 * users - 2 * users - 12000 - 9000 * ceil(users / 700)"  # product.md, D1


def test_the_zones_of_a_saw_and_what_throws_it_back() -> None:
    found = break_even_workings(of_profit(SAW), "small")
    assert found.headline == Text(
        "At 2,667 users the profit first reaches 0; from 3,667 users on, it never falls below 0 again.",
        "利润在 2,667 用户时首次达到 0，从 3,667 用户起不再低于 0。",
    )
    assert [zone.en for zone in found.zones] == [
        "No loss from 2,667 to 2,800 users.",
        "No loss from 3,167 to 3,500 users.",
        "No loss from 3,667 users on.",
    ]
    assert [crossing.upwards for crossing in found.crossings] == [True, False, True, False, True]
    assert found.crossings[0].sentence.en == ("At 2,666 users the profit is −$12 a month; at 2,667 it is $6 a month.")
    assert found.crossings[0].jumps == ()
    assert [jump.id for jump in found.crossings[1].jumps] == ["profit"]
    assert "With one user more" in found.crossings[1].sentence.en
    assert "再多一个用户" in found.crossings[1].sentence.zh


def test_the_sides_of_every_crossing_are_what_the_business_model_computes() -> None:
    for comparison, alternative in built_in():
        found = break_even_workings(comparison, alternative)
        for crossing in found.crossings[:10]:
            before = outputs(comparison, alternative, users=crossing.users - 1)
            after = outputs(comparison, alternative, users=crossing.users)
            assert (crossing.before, crossing.after) == (before["operating_profit"], after["operating_profit"])
            assert crossing.upwards == (crossing.before < 0 <= crossing.after)
            assert crossing.upwards != (crossing.after < 0)
            for jump in crossing.jumps:
                assert (jump.before, jump.after) == (before[jump.id], after[jump.id])


def test_whole_nodes_are_named_where_they_cause_the_loss() -> None:
    found = break_even_workings(load_example("three-ways"), "api")
    falls = [crossing for crossing in found.crossings if not crossing.upwards]
    assert falls
    for crossing in falls:
        assert [jump.id for jump in crossing.jumps] == ["paid_nodes"]
        assert "“Nodes paid for” steps from" in crossing.sentence.en
        assert "“付费节点数”就从" in crossing.sentence.zh


def test_a_gradual_fall_blames_no_step() -> None:
    found = break_even_workings(of_profit("1000 * users - users * users - 90000"), "small", most_users=5000)
    assert [crossing.upwards for crossing in found.crossings] == [True, False]
    assert found.crossings[1].jumps == ()
    assert found.crossings[1].sentence.en.endswith("it falls little by little as users are added.")
    assert found.headline.en.endswith("but it does not stay there.")


def test_rounding_to_multiples_of_nothing_is_no_step() -> None:
    found = break_even_workings(of_profit("100 * round_up(users, step) - users * users", step=0.0), "small")
    assert all(crossing.jumps == () for crossing in found.crossings)


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("users + 1", "From the first user to 5,000, the profit is never below 0."),
        ("18 * users - 1800", "From 100 users on, the profit never falls below 0 again."),
        ("0 - users - 1", "At every size up to 5,000 users, the profit is below 0."),
    ],
)
def test_the_headline(formula: str, said: str) -> None:
    found = break_even_workings(of_profit(formula), "small", most_users=5000)
    assert found.headline.en.startswith(said)


def test_other_lines_are_spoken_of_by_their_label() -> None:
    found = break_even_workings(load_example("three-ways"), "api", "gross_profit")
    assert "“Gross profit”" in found.headline.en
    assert "“毛利”" in found.headline.zh


def test_what_is_not_defined_before_is_said_so() -> None:
    found: BreakEvenWorkings = break_even_workings(of_profit("1 / floor(users / 10)"), "small", most_users=5000)
    assert "At 9 users the profit is not defined; at 10 it is $1 a month." in found.crossings[0].sentence.en


def test_unknown_targets_are_refused() -> None:
    with pytest.raises(UsageError):
        break_even_workings(load_example("three-ways"), "api", "gross_profits")


def test_amounts_are_told_as_the_display_asks() -> None:
    found = break_even_workings(load_example("three-ways"), "api", display=Display("year", "CNY"))
    told = " ".join(crossing.sentence.en for crossing in found.crossings)
    assert "a year" in told
    assert "¥" in told
    assert "$" not in told
