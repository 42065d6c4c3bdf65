"""Units are checked by dimension: dollars are not users, and a month is not a day."""

from __future__ import annotations

import pytest

from core.formula.dimensions import unit_of
from core.formula.errors import FormulaError
from core.formula.grammar import parse
from core.formula.units import ONE, SYMBOLS, parse_unit

UNITS = {
    id: parse_unit(text)
    for id, text in {
        "rent": "USD/month",
        "daily": "USD/day",
        "users": "user",
        "tokens": "Mtoken/month",
        "per_user": "Mtoken/user/month",
        "speed": "token/s/node",
        "share": "1",
        "switch": "yes/no",
    }.items()
}


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("rent + 2 * rent", "USD/month"),
        ("users * per_user", "Mtoken/month"),
        ("daily * days_per_month", "USD/month"),
        ("tokens * tokens_per_Mtoken / (speed * hours_per_month * seconds_per_hour)", "node"),
        ("max(0, rent)", "USD/month"),
        ("rent if switch else 0", "USD/month"),
        ("rent > 3 * rent", "1"),
        ("rent ** 2 / rent", "USD/month"),
        ("sqrt(rent * rent)", "USD/month"),
        ("round_up(users, users)", "user"),
        ("lognormal_above(rent, rent, share)", "1"),
        ("exp(share) * log(2)", "1"),
    ],
)
def test_units_follow(formula: str, unit: str) -> None:
    assert unit_of(parse(formula), UNITS) == parse_unit(unit)


@pytest.mark.parametrize(
    ("formula", "sides"),
    [
        ("rent + daily", "rent is in [USD/month], but daily is in [USD/day]."),
        ("rent + users", "rent is in [USD/month], but users is in [user]."),
        ("rent - 5", "rent is in [USD/month], but 5 is in [1]."),
        ("max(rent, users * share)", "rent is in [USD/month], but users * share is in [user]."),
        ("rent < users", "rent is in [USD/month], but users is in [user]."),
        ("rent if share else users", "rent is in [USD/month], but users is in [user]."),
        ("rent if users else rent", "users is in [user]."),
        ("exp(rent)", "rent is in [USD/month]."),
        ("rent ** share", "rent ** share raises [USD/month]."),
        ("2 ** users", "users is in [user]."),
        ("round_up(users, 4)", "users is in [user], but 4 is in [1]."),
        ("lognormal_above(rent, users, share)", "rent is in [USD/month], but users is in [user]."),
        ("lognormal_above(rent, rent, rent)", "rent is in [USD/month]."),
    ],
)
def test_two_sides_that_do_not_fit_are_shown(formula: str, sides: str) -> None:
    with pytest.raises(FormulaError) as caught:
        unit_of(parse(formula), UNITS)
    assert sides in str(caught.value)


def test_zero_fits_any_unit() -> None:
    assert unit_of(parse("0"), UNITS) is None
    assert unit_of(parse("0 * rent"), UNITS) is None


@pytest.mark.parametrize("text", ["1", "yes/no", "times"])
def test_plain_numbers(text: str) -> None:
    assert parse_unit(text) == ONE


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_every_symbol_stands_for_itself(symbol: str) -> None:
    assert str(parse_unit(symbol)) == symbol
    assert parse_unit(f"1/{symbol}") * parse_unit(symbol) == ONE


def test_gpu_hours() -> None:
    assert parse_unit("GPU hour/month") == parse_unit("GPU*hour/month")


def test_an_unknown_unit_names_the_closest() -> None:
    with pytest.raises(FormulaError, match="Did you mean token"):
        parse_unit("USD/tokens")
