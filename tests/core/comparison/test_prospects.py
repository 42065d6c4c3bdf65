"""The months to come and the days inside a comparison: saved, checked, copied and removed with their alternatives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.comparison.day_presets import load_day
from core.comparison.day_profile import Day, LoadProfile, PriceWindow, even_steps
from core.comparison.differences.difference import differences
from core.comparison.document import Comparison
from core.comparison.edits import duplicate, remove, set_day, set_outlook
from core.comparison.file.format import dumps, loads
from core.comparison.new import new_comparison
from core.comparison.outlook import Drift, ExponentialGrowth, LogisticGrowth, NoGrowth, Outlook
from core.errors import EvenkeelError, UsageError

API, MAAS = "open_weights_api", "maas_resale"
OUTLOOK = Outlook(
    months=60,
    discount_rate=0.15,
    growth={MAAS: LogisticGrowth(monthly=0.2, ceiling=50_000.0), "shared": ExponentialGrowth(monthly=0.08)},
    drifts={
        MAAS: {"price_discount": Drift(kind="amount", monthly=0.01)},
        "shared": {"gpu_hour_price": Drift(monthly=-0.02)},
    },
    investment={API: 2_000_000.0, MAAS: 50_000.0},
    balance={"shared": 3_000_000.0},
)
DAY = load_day("deepseek-day").but(feeds=("utilisation",))


def looking_ahead() -> Comparison:
    comparison = set_outlook(new_comparison("two", ["open-weights-api", "maas-resale"]), OUTLOOK)
    return set_day(set_day(comparison, "shared", load_day("flat")), MAAS, DAY)


def test_files_keep_both_and_leave_them_out_at_their_defaults() -> None:
    comparison = looking_ahead()
    assert loads(dumps(comparison)).comparison == comparison
    assert b'"kind": "logistic"' in dumps(comparison)
    plain = dumps(new_comparison("two", ["open-weights-api"]))
    assert b"outlook" not in plain
    assert b"days" not in plain


def test_equal_outlooks_make_equal_files_in_whatever_order_they_were_typed() -> None:
    fields = vars(OUTLOOK).items()
    other = Outlook(**{name: dict(reversed(v.items())) if isinstance(v, dict) else v for name, v in fields})
    comparison = looking_ahead()
    assert dumps(set_outlook(comparison.but(outlook=Outlook()), other)) == dumps(comparison)


def test_a_copy_takes_both_along_and_a_removed_alternative_takes_them_away() -> None:
    copied = duplicate(looking_ahead(), MAAS)
    copy = copied.alternatives[-1].id
    assert copied.outlook.growth[copy] == copied.outlook.growth[MAAS]
    assert copied.outlook.drifts[copy] == copied.outlook.drifts[MAAS]
    assert copied.days[copy] == DAY
    left = remove(looking_ahead(), MAAS)
    assert MAAS not in {*left.outlook.growth, *left.outlook.drifts, *left.outlook.investment, *left.days}
    assert left.outlook.drifts == {"shared": OUTLOOK.drifts["shared"]}
    assert left.outlook.months == 60
    assert loads(dumps(left)).comparison == left


def test_shared_drifts_of_drivers_that_nobody_has_any_more_go_as_well() -> None:
    comparison = looking_ahead()
    drifts = {"shared": {"price_discount": Drift(monthly=0.01)}}
    comparison = set_outlook(comparison, OUTLOOK.but(drifts=drifts))
    assert remove(comparison, MAAS).outlook.drifts == {}


def test_setting_what_is_set_changes_nothing() -> None:
    comparison = looking_ahead()
    assert set_outlook(comparison, OUTLOOK) is comparison
    assert set_day(comparison, MAAS, DAY) is comparison
    assert set_day(set_day(comparison, MAAS, None), MAAS, None).days == {"shared": load_day("flat")}


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda c: set_outlook(c, Outlook(growth={"mass_resale": NoGrowth()})), "maas_resale"),
        (lambda c: set_outlook(c, Outlook(drifts={MAAS: {"price_discoun": Drift(monthly=0.1)}})), "price_discount"),
        (lambda c: set_outlook(c, Outlook(drifts={API: {"price_discount": Drift(monthly=0.1)}})), "no assumption"),
        (lambda c: set_outlook(c, Outlook(drifts={"shared": {"nothing": Drift(monthly=0.1)}})), "no assumption"),
        (lambda c: set_outlook(c, Outlook(drifts={API: {"separate_pools": Drift(monthly=0.1)}})), "yes or no"),
    ],
)
def test_what_is_not_there_is_refused(edit: Callable[[Comparison], Comparison], words: str) -> None:
    with pytest.raises(EvenkeelError, match=words):
        edit(looking_ahead())


def test_a_day_for_nobody_is_refused_by_edits_and_files() -> None:
    with pytest.raises(UsageError, match="maas_resale"):
        set_day(looking_ahead(), "mass_resale", DAY)
    text = (
        dumps(looking_ahead())
        .decode()
        .replace('"days": {', '"days": {"nobody": {"profile": {"name": "a", "load": [{"start": "00:00", "load": 1}]}},')
    )
    with pytest.raises(EvenkeelError, match="nobody"):
        loads(text.encode())


def test_the_difference_of_two_files_tells_both() -> None:
    before = looking_ahead()
    sentences = {
        change.what: change.sentence.en
        for change in differences(new_comparison("two", ["open-weights-api", "maas-resale"]), before)
    }
    assert sentences["outlook.months"] == "Months to come: 36 -> 60."
    assert sentences["outlook.discount_rate"] == "Discount rate a year: 10% -> 15%."
    assert "8% a month" in sentences["outlook.growth"] or "20% a month" in sentences["outlook.growth"]
    assert sentences["outlook.drifts.gpu_hour_price"].endswith("(for all): nothing -> −2% of itself.")
    assert "sets utilisation" in sentences["day"] or "Flat" in sentences["day"]
    assert list(differences(before, before)) == []


def test_a_day_whose_load_alone_differs_is_told_apart() -> None:
    hours = [Day(profile=LoadProfile(name="own", load=even_steps([1.0] * 23 + [last]))) for last in (2.0, 3.0)]
    before, after = (set_day(looking_ahead(), MAAS, day) for day in hours)
    (change,) = differences(before, after)
    assert (change.where, change.what) == (MAAS, "day")
    assert "hour to hour" in change.sentence.en


def test_windows_and_increments_are_told() -> None:
    window = PriceWindow(start="16:30", end="00:30", zone="UTC")
    day = DAY.but(windows=(window,), increment=30.0, capacity="elastic")
    (change,) = differences(looking_ahead(), set_day(looking_ahead(), MAAS, day))
    assert "elastic capacity by 30, discount 16:30-00:30 UTC, sets utilisation" in change.sentence.en
