"""Words of break-even points stand on nothing that must be seen, the nearest place first."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from desktop.charts.profit.mark_placing import EVERY, Wanted, place_words

WIDTH, HEIGHT, ZERO = 600.0, 300.0, 180.0
INSIDE = QRectF(0, 0, WIDTH, HEIGHT)
NO_LINES = np.empty((0, int(WIDTH / EVERY)))
POINTS = st.lists(st.tuples(st.floats(0, WIDTH), st.floats(40, 180), st.booleans()), max_size=6)
TAKEN = st.lists(st.builds(QRectF, *[st.floats(0, 500)] * 2, *[st.floats(4, 90)] * 2), max_size=6)


@given(POINTS, TAKEN, st.lists(st.floats(0, HEIGHT), max_size=3))
def test_words_lie_on_nothing(
    points: list[tuple[float, float, bool]], taken: list[QRectF], levels: list[float]
) -> None:
    wanted = [Wanted(x, QSizeF(width, 18), may_cover) for x, width, may_cover in points]
    lines = np.array([np.full(int(WIDTH / EVERY), level) for level in levels]).reshape(-1, int(WIDTH / EVERY))
    placed = place_words(wanted, ZERO, INSIDE, taken, lines)
    boxes = [box for box in placed if box is not None]
    assert all(INSIDE.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(box) for box in boxes)
    assert not any(box.intersects(other) for box in boxes for other in taken)
    smaller = [box.adjusted(1e-6, 1e-6, -1e-6, -1e-6) for box in boxes]
    assert not any(a.intersects(b) for a, b in itertools.combinations(smaller, 2))
    for one, box in zip(wanted, placed, strict=True):
        if box is not None and not one.may_cover:
            assert not any(box.top() < level < box.bottom() for level in levels)


def test_the_nearest_place_is_taken_first() -> None:
    (box,) = place_words([Wanted(300, QSizeF(80, 18), may_cover=True)], ZERO, INSIDE, [], NO_LINES)
    assert box is not None
    assert box.left() == 300
    assert 0 < box.top() - ZERO < 20


def test_a_line_is_rather_passed_by_than_covered() -> None:
    free, covering = Wanted(300, QSizeF(80, 18), may_cover=False), Wanted(300, QSizeF(80, 18), may_cover=True)
    below = np.full((1, int(WIDTH / EVERY)), ZERO + 20.0)
    for one in (free, covering):
        (box,) = place_words([one], ZERO, INSIDE, [], below)
        assert box is not None
        assert not box.top() < ZERO + 20 < box.bottom()
    everywhere = np.array([np.full(int(WIDTH / EVERY), level) for level in np.arange(0.0, HEIGHT, 10)])
    assert place_words([free], ZERO, INSIDE, [], everywhere) == [None]
    assert place_words([covering], ZERO, INSIDE, [], everywhere) != [None]


def test_without_room_there_are_no_words() -> None:
    assert place_words([Wanted(300, QSizeF(80, 18), may_cover=True)], ZERO, INSIDE, [INSIDE], NO_LINES) == [None]
