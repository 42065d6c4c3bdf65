"""Records behave as the frozen dataclasses of the standard library they stand in for."""

from __future__ import annotations

import copy
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.record import record


@record
class Point:
    """Two parts, one with a default."""

    x: float
    y: float = 0.0


@dataclass(frozen=True)
class Standard:
    """The same, by the standard library."""

    x: float
    y: float = 0.0


@record
class Path:
    """A part that is made anew for each."""

    points: list[Point] = field(default_factory=list)


@record(eq=False)
class Mark:
    """Equal to nothing but itself."""

    name: str


@record(kw_only=True)
class Named:
    """A default before a part without one."""

    unit: str = "1"
    value: float

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError("below zero")


@record
class Solid(Point):
    """Inherits its first parts."""

    z: float = 1.0


NUMBERS = st.floats(allow_nan=False)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_equal_and_hashed_as_the_standard_ones(a: float, b: float, c: float, d: float) -> None:
    assert (Point(a, b) == Point(c, d)) == (Standard(a, b) == Standard(c, d))
    assert hash(Point(a, b)) == hash(Standard(a, b))
    assert repr(Point(a, y=b)) == repr(Standard(a, b)).replace("Standard", "Point")
    assert replace(Point(a, b), y=c) == Point(x=a, y=c)
    assert asdict(Point(a, b)) == {"x": a, "y": b}


def test_parts_cannot_be_changed() -> None:
    point = Point(1.0)
    for change in (lambda: setattr(point, "x", 2.0), lambda: delattr(point, "x")):
        with pytest.raises(FrozenInstanceError):
            change()
    assert point == Point(1.0, 0.0)


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((), {"y": 1.0}), ((1.0,), {"z": 1.0}), ((1.0, 2.0, 3.0), {}), ((), {"z": 1.0})]
)
def test_parts_that_are_missing_or_unknown_are_refused(values: tuple[float, ...], named: dict[str, float]) -> None:
    with pytest.raises(TypeError):
        Standard(*values, **named)
    with pytest.raises(TypeError, match="Point"):
        Point(*values, **named)


def test_a_made_part_is_not_shared() -> None:
    first, second = Path(), Path()
    first.points.append(Point(1.0))
    assert second.points == []


def test_without_comparison_only_the_same_is_equal() -> None:
    mark = Mark("a")
    assert mark != Mark("a")
    assert len({mark, mark, Mark("a")}) == 2


def test_given_by_name_and_checked() -> None:
    assert Named(value=1.0).unit == "1"
    with pytest.raises(TypeError):
        Named("1", 2.0)  # type: ignore[misc]
    with pytest.raises(ValueError, match="below zero"):
        Named(value=-1.0)


def test_inherited_parts_come_first() -> None:
    assert Solid(1.0, 2.0, 3.0) == Solid(x=1.0, y=2.0, z=3.0)
    assert Solid(1.0) != Point(1.0)
    match Solid(1.0, 2.0, 3.0):
        case Solid(x, y, z):
            assert (x, y, z) == (1.0, 2.0, 3.0)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy])
def test_copies_are_equal(again: Any) -> None:
    point = Solid(1.0, 2.0)
    assert again(point) == point
