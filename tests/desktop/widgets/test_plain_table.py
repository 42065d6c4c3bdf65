"""Tables to be read never cut a figure short, and their rows are as high as what stands in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QTextLayout
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.plain_table import PlainTable
from desktop.widgets.wrapping import evenly, unbroken, with_room, words_height, wrapped

INSIDE = 23  # what the style keeps free beside the words of a cell


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("−$103.6M so far", ["−$103.6M", "so", "far"]),
        ("DeepSeek-style API", ["DeepSeek-", "style", "API"]),
        ("已达 US$10,365万", ["已", "达", "US$10,365万"]),
        ("", []),
    ],
)
def test_where_lines_may_break(text: str, pieces: list[str]) -> None:
    assert unbroken(text) == pieces


def test_columns_give_what_others_lack() -> None:
    assert with_room([100, 50, 50], [40, 50, 50]) == [100, 50, 50]
    assert with_room([100, 50, 50], [40, 80, 50]) == [70, 80, 50]
    assert with_room([100, 50], [90, 80]) == [90, 80]


def test_long_words_are_broken_rather_than_cut(qapp: QApplication) -> None:
    letters = qapp.font()
    width = QFontMetricsF(letters).horizontalAdvance("Donaudampf")
    lines = wrapped("Donaudampfschifffahrt", letters, width, 3)
    assert "".join(lines) == "Donaudampfschifffahrt"
    assert words_height("one\ntwo", letters, 500) == pytest.approx(2 * words_height("one", letters, 500))


def test_lines_are_about_equally_long(qapp: QApplication) -> None:
    letters = qapp.font()
    width = QFontMetricsF(letters).horizontalAdvance("中位用户口")
    assert wrapped("中位用户口径", letters, width + 1, 3) == ["中位用户口", "径"]
    assert evenly("中位用户口径", letters, width + 1, 3) == ["中位用", "户口径"]
    wide = QFontMetricsF(letters).horizontalAdvance("DeepSeek's")
    assert evenly("DeepSeek's report", letters, wide + 1, 3) == ["DeepSeek's", "report"]
    assert evenly("Report", letters, wide, 3) == ["Report"]


@pytest.mark.parametrize("width", [300, 420, 700])
def test_no_figure_is_cut_short(qtbot: QtBot, width: int) -> None:
    table = PlainTable()
    qtbot.addWidget(table)
    lines = [
        [("Cash gathered after 36 months", ""), ("−$103.6M so far", ""), ("36, and the loss goes on", "")],
        [("36 个月后的累计现金", ""), ("已达 US$10,365万", ""), ("36 个月内未回本", "")],
    ]
    table.resize(width, 300)
    table.show()
    table.show_lines(["", "DeepSeek-style API", "MaaS resale"], lines)
    table.resize(max(width, table.minimumWidth()), 300)
    metrics = QFontMetricsF(QFont(table.font()))
    for column in (1, 2):
        for row in range(2):
            words, room = table.item(row, column).text(), table.columnWidth(column) - INSIDE
            assert all(metrics.horizontalAdvance(piece) <= room for piece in unbroken(words)), words
            assert table.rowHeight(row) >= words_height(words, table.font(), room)


def test_lines_of_chinese_are_as_high_as_they_are(qapp: QApplication) -> None:
    layout = QTextLayout("租", qapp.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    three = words_height("租\n租\n租", qapp.font(), 500)
    assert three == pytest.approx(3 * layout.boundingRect().height())
    assert three > 3 * QFontMetricsF(qapp.font()).lineSpacing()


def test_words_that_wrap_have_the_room_that_figures_do_not_need(qtbot: QtBot) -> None:
    table = PlainTable((20, 40, 40), frozenset({0}))
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    table.show_lines(["Figure", "One", "Other"], [[("Nodes in use " * 4, ""), ("226.75 nodes", ""), ("1.5 nodes", "")]])
    one = QFontMetricsF(table.font()).horizontalAdvance("226.75 nodes")
    assert one < table.columnWidth(1) < one + 2 * INSIDE
    assert table.columnWidth(0) > 300


def test_a_button_is_never_squeezed_out(qtbot: QtBot) -> None:
    table = PlainTable((20, 70, 10))
    qtbot.addWidget(table)
    table.show()
    table.show_lines(["", "", ""], [[("Revenue", ""), ("$16,200,000 a month", ""), ("", "")]])
    table.setCellWidget(0, 2, QPushButton("Words"))
    table.resize(340, 100)
    QApplication.processEvents()
    assert table.cellWidget(0, 2).width() >= table.cellWidget(0, 2).sizeHint().width()


def inked(image: QImage) -> tuple[int, int]:
    """The first and last column of pixels with words; the lowest lines may be an edge."""
    rows = range(2, image.height() - 4)
    ground = image.pixelColor(1, 3)
    columns = [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in rows)]
    return columns[0], columns[-1]


def test_headers_stand_right_over_their_cells(qtbot: QtBot) -> None:
    table = PlainTable()
    qtbot.addWidget(table)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the first cell would have a frame
    table.show_lines(["HH", "HH"], [[("HH", ""), ("HH", "")]])
    table.resize(400, 100)
    table.show()
    QApplication.processEvents()
    heads, cells = table.horizontalHeader().viewport().grab().toImage(), table.viewport().grab().toImage()
    above, below = inked(heads), inked(cells)
    assert abs(above[0] - below[0]) <= 1  # bold letters begin elsewhere within a pixel
    assert abs(above[1] - below[1]) <= 1
