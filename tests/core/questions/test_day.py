"""The day: DeepSeek's published figures, windows against a scan of every minute, and what a day feeds."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.comparison.day_presets import day_ids, load_day
from core.comparison.day_profile import Day, LoadProfile, PriceWindow, Step, clock_of, even_steps, minute_of
from core.comparison.distribution import Uniform
from core.comparison.document import Comparison
from core.comparison.edits import link, set_day, set_distribution, set_value
from core.comparison.new import new_comparison
from core.errors import EvenkeelError, UsageError
from core.plain.reading import read
from core.questions.day import day_answer, day_for, day_of
from core.questions.day_feeds import fed_by_days

HALF_HOURS = st.integers(0, 47).map(lambda place: clock_of(30 * place))
LOADS = st.integers(0, 1000).map(float)
ZONES = st.sampled_from(["UTC", "Beijing"])


@st.composite
def steps(draw: st.DrawFn) -> tuple[Step, ...]:
    starts = sorted(draw(st.sets(st.integers(0, 1439), min_size=1, max_size=8)))
    loads = [draw(LOADS) for _ in starts]
    loads[0] += 1.0
    return tuple(Step(start=clock_of(start), load=load) for start, load in zip(starts, loads, strict=True))


@st.composite
def windows(draw: st.DrawFn) -> PriceWindow:
    start = draw(HALF_HOURS)
    end = draw(HALF_HOURS.filter(lambda clock: clock != start))
    return PriceWindow(start=start, end=end, zone=draw(ZONES))


def by_minute(curve: tuple[Step, ...]) -> list[float]:
    """The load of every minute, by two days of stepping through the first."""
    starts = {minute_of(step.start): step.load for step in curve}
    loads = [0.0] * 1440
    now = 0.0
    for minute in range(2880):
        loads[minute % 1440] = now = starts.get(minute % 1440, now)
    return loads


def minutes_in(window: PriceWindow) -> set[int]:
    """The minutes of a window in UTC, walked on its own clock."""
    ahead = 480 if window.zone == "Beijing" else 0
    moment, found = minute_of(window.start), set()
    while not found or moment % 1440 != minute_of(window.end) % 1440:
        found.add((moment - ahead) % 1440)
        moment += 1
    return found


def test_deepseeks_day_is_reproduced_exactly() -> None:
    day = load_day("deepseek-day")
    answer = day_answer(day, node_hour_price=16.0)
    assert (answer.peak, answer.average, answer.used_hours) == (278.0, 226.75, 5442.0)
    assert (answer.cost, answer.cost_reserved) == (87_072.0, 106_752.0)
    assert answer.utilisation == 1.0  # the nodes in use are the nodes counted
    assert answer.peak_to_average == 278 / 226.75
    assert answer.window_hours == 8.0
    assert round(answer.window_share, 3) == 0.170
    reserved = day_answer(day.but(capacity="reserved"))
    assert round(reserved.utilisation, 3) == 0.816
    assert reserved.paid_hours == 24 * 278


def test_every_built_in_day_can_be_used_and_says_where_it_is_from() -> None:
    assert day_ids()[0] == "flat"
    for id in day_ids():
        day = load_day(id)
        assert day.profile.source is not None
        assert day.feeds == ()
        assert 0 < day_answer(day).utilisation <= 1
    with pytest.raises(UsageError, match="deepseek-day"):
        load_day("deepseek_day")


def test_a_flat_day_is_always_busy() -> None:
    answer = day_answer(load_day("flat"))
    assert (answer.utilisation, answer.peak_to_average, answer.window_share, answer.cost) == (1.0, 1.0, 0.0, None)


@given(load=steps(), demand=st.one_of(st.just(()), steps()), sold=st.lists(windows(), max_size=3), zone=ZONES)
def test_shares_and_sums_equal_a_scan_of_every_minute(
    load: tuple[Step, ...], demand: tuple[Step, ...], sold: list[PriceWindow], zone: str
) -> None:
    profile = LoadProfile(name="scan", zone=zone, load=load, demand=demand)
    day = Day(profile=profile, capacity="elastic", increment=30.0, windows=tuple(sold))
    answer = day_answer(day)
    shift = 480 if zone == "Beijing" else 0
    discounted = set().union(*(minutes_in(window) for window in sold))
    used = paid = cheap = total = minutes = 0.0
    loads, weights = by_minute(load), by_minute(demand or load)
    for minute, (now, weight) in enumerate(zip(loads, weights, strict=True)):
        used += now
        paid += -(-now // 30) * 30
        total += weight
        if (minute - shift) % 1440 in discounted:
            cheap += weight
            minutes += 1
    assert answer.used_hours == pytest.approx(used / 60, rel=1e-12)
    assert answer.paid_hours == pytest.approx(paid / 60, rel=1e-12)
    assert answer.utilisation == pytest.approx(used / paid, rel=1e-12)
    assert answer.window_share == pytest.approx(cheap / total, rel=1e-12)
    assert answer.window_hours == pytest.approx(minutes / 60, rel=1e-12)
    assert answer.peak == max(loads)
    assert sum(stretch.hours for stretch in answer.stretches) == pytest.approx(24)
    assert sum(s.demand * s.hours for s in answer.stretches) == pytest.approx(24)


def test_windows_wrap_midnight_in_either_zone() -> None:
    hours = even_steps([1.0] * 16 + [5.0] * 8)  # 16:00 to 24:00 UTC is five times as busy
    for window in (
        PriceWindow(start="16:30", end="00:30", zone="UTC"),
        PriceWindow(start="00:30", end="08:30", zone="Beijing"),
    ):
        day = Day(profile=LoadProfile(name="a", zone="UTC", load=hours), windows=(window,))
        assert day_answer(day).window_share == (7.5 * 5 + 0.5) / 56


def test_the_whole_day_is_the_whole_share_and_overlaps_count_once() -> None:
    profile = load_day("deepseek-day").profile
    all_day = PriceWindow(start="00:00", end="24:00", zone="UTC")
    for sold in ((all_day,), (all_day, PriceWindow(start="03:00", end="05:00"))):
        answer = day_answer(Day(profile=profile, windows=sold))
        assert (answer.window_hours, answer.window_share) == (24.0, 1.0)


def test_half_hours_make_a_day_as_well() -> None:
    profile = LoadProfile(name="a", load=even_steps([1.0, 3.0] * 24))
    assert (day_answer(Day(profile=profile)).average, day_answer(Day(profile=profile)).utilisation) == (2.0, 2 / 3)
    with pytest.raises(EvenkeelError, match="24 or 48"):
        even_steps([1.0] * 23)


@pytest.mark.parametrize(
    "profile",
    [
        {"load": []},
        {"load": [{"start": "00:00", "load": 0}]},
        {"load": [{"start": "00:00", "load": -1}, {"start": "12:00", "load": 5}]},
        {"load": [{"start": "12:00", "load": 1}, {"start": "00:00", "load": 5}]},
        {"load": [{"start": "12:00", "load": 1}, {"start": "12:00", "load": 5}]},
        {"load": [{"start": "24:00", "load": 1}]},
        {"load": [{"start": "00:00", "load": 1e300}]},
        {"load": [{"start": "7:00", "load": 1}]},
        {"load": [{"start": "00:00", "load": 1}], "demand": [{"start": "00:00", "load": 0}]},
    ],
)
def test_a_load_that_is_none_is_refused(profile: Mapping[str, object]) -> None:
    with pytest.raises(EvenkeelError, match="cannot be used"):
        read(LoadProfile, {"name": "a", **profile})


@pytest.mark.parametrize(
    ("start", "end"), [("00:15", "08:00"), ("08:00", "08:00"), ("24:00", "08:00"), ("00:00", "25:00"), ("0:00", "8:00")]
)
def test_a_window_that_is_none_is_refused(start: str, end: str) -> None:
    with pytest.raises(EvenkeelError, match="cannot be used"):
        PriceWindow(start=start, end=end)


def test_capacity_does_not_grow_backwards() -> None:
    with pytest.raises(EvenkeelError, match="negative amount"):
        Day(profile=load_day("flat").profile, increment=-1.0)


def with_day(comparison: Comparison, where: str, feeds: tuple[str, ...], capacity: str = "reserved") -> Comparison:
    day = load_day("deepseek-day").but(feeds=feeds, capacity=capacity)
    return set_day(comparison, where, day)


def two() -> Comparison:
    return new_comparison("two", ["open-weights-api", "maas-resale"])


def test_a_day_feeds_only_what_the_user_says() -> None:
    comparison = two()
    assert fed_by_days(comparison) is comparison
    assert fed_by_days(with_day(comparison, "shared", ())).values_of("maas_resale") == comparison.values_of(
        "maas_resale"
    )
    fed = fed_by_days(with_day(comparison, "open_weights_api", ("utilisation", "off_peak_share")))
    values = fed.values_of("open_weights_api")
    assert values["utilisation"] == 226.75 / 278
    assert round(values["off_peak_share"], 3) == 0.170
    assert fed.values_of("maas_resale") == comparison.values_of("maas_resale")
    source = fed.source_of("open_weights_api", "utilisation")
    assert source is not None
    assert "DeepSeek" in source.text.en
    assert fed_by_days(fed) is fed


def test_a_day_for_all_sets_what_is_shared_and_an_own_day_unlinks() -> None:
    comparison = two()
    for alternative in comparison.alternatives:
        comparison = link(comparison, alternative.id, "utilisation")
    comparison = set_distribution(comparison, "shared", "utilisation", Uniform(low=0.2, high=0.6))
    fed = fed_by_days(with_day(comparison, "shared", ("utilisation",)))
    assert fed.is_shared("maas_resale", "utilisation")
    assert fed.shared["utilisation"].value == 226.75 / 278
    assert fed.shared["utilisation"].distribution is None
    own = fed_by_days(with_day(fed, "maas_resale", ("utilisation",), capacity="elastic"))
    assert not own.is_shared("maas_resale", "utilisation")
    assert own.values_of("maas_resale")["utilisation"] == 1.0
    assert own.values_of("open_weights_api")["utilisation"] == 226.75 / 278


def test_the_day_of_an_alternative_is_priced_with_its_own_rent() -> None:
    comparison = set_value(with_day(two(), "shared", ()), "shared", "gpu_hour_price", 2.5)
    answer = day_of(comparison, "maas_resale")
    assert answer is not None
    assert answer.cost == 24 * 278 * 8 * 2.5
    closed = with_day(new_comparison("closed", ["closed-api"]), "shared", ())
    rented = day_of(closed, "closed_api")
    assert rented is not None
    assert rented.cost is None
    assert day_of(two(), "maas_resale") is None
    assert day_for(comparison, "maas_resale") == comparison.days["shared"]
