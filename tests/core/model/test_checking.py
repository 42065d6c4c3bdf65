"""A business model is refused, in a sentence that names the place, before anything is computed from it."""

from __future__ import annotations

import pytest

from core.model.checking import ModelError, check
from core.model.definition import BusinessModel, Line, Role
from tests.core.small_models import WORDS, driver, line

USERS = driver("users", 10.0, "user")
RENT = driver("rent", 5.0, "USD/month", Role.OPERATING_COST)


def model(*lines: Line, drivers: tuple = (USERS, RENT)) -> BusinessModel:
    return BusinessModel(id="mine", label=WORDS, help=WORDS, drivers=drivers, lines=lines)


def test_a_sound_model_passes() -> None:
    check(model(line("double", "rent * 2", "USD/month", Role.REVENUE)))


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([line("x", "rent + ", "USD/month")], "The formula of x cannot be used (business model mine)."),
        ([line("x", "rnt * 2", "USD/month")], 'Line x uses "rnt", which does not exist'),
        ([line("x", "rnt * 2", "USD/month")], "Did you mean rent?"),
        ([line("x", "rent + users", "USD/month")], "rent is in [USD/month], but users is in [user]."),
        ([line("x", "rent * 2", "user")], "It says [user], but rent * 2 gives [USD/month]."),
        ([line("x", "rent", "USD/fortnight")], "The unit of x is not known"),
        ([line("x", "users", "user", Role.REVENUE)], "It must be in [USD/month], not [user]."),
        ([line("x", "y + 1"), line("y", "z"), line("z", "x")], "x -> y -> z -> x"),
        ([line("x", "x")], "x -> x"),
        ([line("rent", "users", "user")], 'The name "rent" is used twice or reserved'),
        ([line("revenue", "users", "user")], 'The name "revenue" is used twice or reserved'),
        ([line("hours_per_month", "users", "user")], "reserved"),
        ([line("max", "users", "user")], "reserved"),
    ],
)
def test_what_is_wrong_is_named(lines: list[Line], sentence: str) -> None:
    with pytest.raises(ModelError) as caught:
        check(model(*lines))
    assert sentence in str(caught.value)
    assert caught.value.text().zh


def test_users_are_needed() -> None:
    with pytest.raises(ModelError, match='There is no driver "users"'):
        check(model(drivers=(RENT,)))


def test_a_loop_is_named_only_by_its_members() -> None:
    with pytest.raises(ModelError) as caught:
        check(model(line("start", "a * 1"), line("a", "b * 1"), line("b", "a * 1")))
    assert "a -> b -> a" in str(caught.value)
    assert "start" not in str(caught.value)


def test_a_default_beyond_what_makes_sense() -> None:
    share = driver("share", 0.5).but(minimum=0.0, maximum=1.0)
    with pytest.raises(ModelError, match="beyond what makes sense"):
        check(model(drivers=(USERS, share.but(default=1.4))))


def test_a_long_chain_of_lines_is_no_loop() -> None:
    chain = [line(f"x{n}", f"x{n - 1} + 1" if n else "users * 0 / users + 1") for n in range(399)]
    check(model(*reversed(chain)))
