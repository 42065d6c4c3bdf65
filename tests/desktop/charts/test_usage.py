"""The chart of sorted users: its words lie on no line and on no other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import MagicMock

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.charts.placing import Strokes
from desktop.charts.usage.data import UsageData
from desktop.charts.usage.painting import _Usage, paint_usage
from desktop.charts.usage.words import FEE, KEPT
from desktop.theme import Theme

SHARES = np.linspace(0, 1, 401)
COSTS = 110 / np.maximum(1 - SHARES, 1e-3) ** 0.6
STEEP = UsageData("Plan", 0, SHARES, COSTS, 200.0, 189.0, 170.0, 0.2, 4_200.0, "Told.")
FLAT = replace(STEEP, costs=20 / np.maximum(1 - SHARES, 1e-3) ** 0.6)


@pytest.fixture
def painter(qapp: QApplication) -> Iterator[QPainter]:
    del qapp
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    made = QPainter(image)
    yield made
    made.end()


@pytest.mark.parametrize("data", [STEEP, FLAT])
def test_the_curve_runs_through_no_name(painter: QPainter, data: UsageData) -> None:
    usage = _Usage(painter, QRectF(0, 0, 420, 240), data, Theme("light"), "en")
    told = {value: text.filled(amount=f"${value:.0f}", a_period="a month").en
            for value, text in ((data.fee, FEE), (data.kept, KEPT))}  # fmt: skip
    places = usage.fee_places(told)
    curve = Strokes([usage._pixels(data.costs)])
    for box in places.values():
        assert not curve.cross(box.left(), box.top(), box.right(), box.bottom())
    assert not places[data.fee].intersects(places[data.kept])
    assert (places[data.kept].top() > places[data.fee].top()) == (data is FLAT)


@pytest.mark.parametrize("height", [160, 200, 240])
def test_what_others_pay_is_named_on_no_other_words(painter: QPainter, height: int) -> None:
    usage = _Usage(painter, QRectF(0, 0, 300, height), STEEP, Theme("light"), "en")
    usage.paint()
    box = usage.subsidy_place(110)
    assert box is not None
    assert not any(box.intersects(other) for other in usage._taken)
    assert not Strokes([usage._pixels(STEEP.costs)]).cross(box.left(), box.top(), box.right(), box.bottom())


def test_what_others_pay_has_no_name_where_there_is_no_room(painter: QPainter) -> None:
    usage = _Usage(painter, QRectF(0, 0, 300, 110), STEEP, Theme("light"), "en")
    usage.paint()
    assert usage.subsidy_place(110) is None


@pytest.mark.parametrize(("width", "told"), [(230, 2), (600, 3)])
def test_words_under_the_axis_never_touch(qapp: QApplication, width: int, told: int) -> None:
    """Without room the middle one goes."""
    del qapp
    painter = MagicMock(wraps=None)
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    painter.font.return_value = QPainter(image).font()
    _Usage(painter, QRectF(0, 0, width, 240), FLAT, Theme("light"), "en")._under()
    assert painter.drawText.call_count == told


def test_how_the_curve_goes_on_is_told_above_the_plot(painter: QPainter) -> None:
    with_tail = _Usage(painter, QRectF(0, 0, 420, 240), STEEP, Theme("light"), "en")
    without = _Usage(painter, QRectF(0, 0, 420, 240), replace(STEEP, far=0.0), Theme("light"), "en")
    assert with_tail._box.top() > without._box.top()
    paint_usage(painter, QRectF(0, 0, 420, 240), STEEP, Theme("dark"), "zh")
