"""The track of a slider: ends exact, values round, keys always move."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.inputs import Track
from desktop.inputs.track import POSITIONS

LOWS = st.one_of(st.just(0.0), st.floats(-1e6, -1e-6), st.floats(1e-6, 1e6))
TRACKS = st.tuples(LOWS, st.floats(1e-3, 1e9)).map(lambda t: Track(t[0], t[0] + t[1]))


@given(TRACKS)
def test_the_ends_are_the_ends(track: Track) -> None:
    assert track.value_at(0) == track.low
    assert track.value_at(POSITIONS) == track.high
    assert (track.position_of(track.low), track.position_of(track.high)) == (0, POSITIONS)


@given(TRACKS, st.integers(0, POSITIONS - 1))
@example(Track(13.0, 615555556.0), 43)  # the step goes from 2 to 2.5 here: 28, then 27.5
def test_values_rise_with_the_position(track: Track, position: int) -> None:
    assert track.low <= track.value_at(position) <= track.value_at(position + 1) <= track.high


@given(TRACKS, st.integers(0, POSITIONS))
def test_a_value_stands_where_it_was_taken_from(track: Track, position: int) -> None:
    assert track.position_of(track.value_at(position)) == pytest.approx(position, abs=12)


def test_wide_ranges_are_logarithmic_and_narrow_ones_straight() -> None:
    assert Track(100, 1e6).logarithmic
    assert Track(100, 1e6).value_at(POSITIONS // 2) == pytest.approx(10_000, rel=0.03)
    assert not Track(0.1, 0.9).logarithmic
    assert not Track(0, 1e6).logarithmic
    assert Track(10, 300).value_at(POSITIONS // 2) == 156


def test_values_are_round() -> None:
    assert Track(0, 1).value_at(333) == 0.335
    assert Track(100, 1e6).value_at(437) in range(5_000, 6_000, 100)


@pytest.mark.parametrize(
    ("track", "value", "steps", "result"),
    [
        (Track(0, 1), 0.55, 1, 0.56),
        (Track(0, 1), 0.555, 1, 0.56),
        (Track(0, 1), 0.555, -1, 0.55),
        (Track(0, 1), 1.0, 1, 1.0),
        (Track(0, 1), 0.55, 10, 0.65),
        (Track(0, 1), 7.0, -1, 1.0),
        (Track(10, 300), 200, 1, 205),
    ],
)
def test_keys_go_by_round_steps(track: Track, value: float, steps: int, result: float) -> None:
    assert track.stepped(value, steps) == result


@given(TRACKS, st.floats(0, 1), st.sampled_from([-1, 1]))
def test_a_key_always_moves_unless_at_the_end(track: Track, share: float, step: int) -> None:
    value = track.low + share * (track.high - track.low)
    moved = track.stepped(value, step)
    assert moved != value or value in (track.low, track.high)
    assert (moved - value) * step >= 0


@pytest.mark.parametrize("track", [Track(5e-324, 1), Track(-1e308, 1e308), Track(0, 5e-324), Track(1e-308, 2)])
def test_absurd_ranges_do_no_harm(track: Track) -> None:
    values = [track.value_at(position) for position in range(0, POSITIONS + 1, 50)]
    assert all(track.low <= value <= track.high for value in values)
    assert values == sorted(values)
    assert track.position_of(track.stepped(track.low, 1)) <= POSITIONS


def test_outside_is_known() -> None:
    track = Track(0, 10)
    assert [track.outside(v) for v in (-1, 0, 5, 10, 11)] == [-1, 0, 0, 0, 1]


def test_a_range_of_one_value_does_no_harm() -> None:
    track = Track(5, 5)
    assert track.position_of(5) == 0
    assert track.value_at(700) == 5
    assert track.stepped(5, 1) == 5
