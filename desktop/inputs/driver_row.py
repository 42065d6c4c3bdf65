"""One row of the grid: what the assumption is called, and its cells side by side."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.wording.text import Language
from core.wording.unit_words import unit_label
from desktop.inputs.cell import HEIGHT, Cell
from desktop.inputs.columns import Columns
from desktop.inputs.rows import Row
from desktop.theme import GRID, HALF, Theme, font, measures
from desktop.theme.scale import Size
from desktop.widgets.wrapping import wrapped

_MOST_LINES, _MOST_OF_UNIT = 4, 2  # of a label and of its unit: more than any has at the usual width
_LABEL_HEIGHT = 20  # where it stands above the cells


class DriverRow(QWidget):
    """Label and cells. The grid fills the cells."""

    def __init__(self, row: Row, count: int, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._columns = Columns(0, count)
        self._theme = theme
        self._language: Language = language
        self.cells: tuple[Cell, ...] = ()
        self._open = False
        self._shift = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_row(row)
        self.say(language)

    def set_row(self, row: Row) -> None:
        """Other cells for the same assumption: what is shared has changed."""
        for cell in self.cells:
            cell.hide()
            cell.deleteLater()
        self.row = row
        self.cells = tuple(Cell(place, self._theme, self) for place in row.places)
        for cell in self.cells:
            cell.setVisible(True)
        self._place_cells()

    def say(self, language: Language) -> None:
        """Speak this language from now on."""
        self._language = language
        driver = self.row.driver
        unit = f" ({unit_label(driver.unit)(language)})" if self._unit() else ""
        self.setToolTip(f"<b>{escape(driver.label(language))}</b>{escape(unit)}<br>{escape(driver.help(language))}")
        self.updateGeometry()
        self.setAccessibleName(driver.label(language))
        self.setAccessibleDescription(driver.help(language))
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Whether the editor stands under this row."""
        if is_open != self._open:
            self._open = is_open
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, is_open)  # it has a ground of its own then
            self.update()

    def set_shift(self, shift: int) -> None:
        """The label stays in view, however far the columns are scrolled sideways."""
        if shift != self._shift:
            self._shift = shift
            self.update()

    def cell_at(self, column: int) -> Cell | None:
        """The cell of a column, or the nearest one where this column has none."""
        return min(self.cells, key=lambda cell: min(abs(c - column) for c in cell.place.columns), default=None)

    def sizeHint(self) -> QSize:
        """High enough for the cells and what the label says, or for both where it stands above them."""
        if self._columns.stacked:
            return QSize(200, HEIGHT + HALF + _LABEL_HEIGHT)
        return QSize(200, max(HEIGHT + HALF, round(_height(*self._label())) + HALF))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cells where the columns are."""
        super().resizeEvent(event)
        before = self.sizeHint()
        self._columns = Columns(self.width(), self._columns.count)
        if self.sizeHint() != before:
            self.updateGeometry()
        self._place_cells()

    def _place_cells(self) -> None:
        top = _LABEL_HEIGHT if self._columns.stacked else (self.height() - HEIGHT) // 2
        for cell in self.cells:
            cell.setGeometry(self._columns.across(cell.place.columns, top, HEIGHT))

    def _unit(self) -> str:
        """The unit, where the figures do not carry it themselves."""
        label = unit_label(self.row.driver.unit)(self._language)
        return "" if label == "%" else label

    def _label(self) -> tuple[list[str], list[str]]:
        """The label in as few lines as it needs, and the unit below it."""
        width, label = self._columns.label_width, self.row.driver.label(self._language)
        if self._columns.stacked:
            return wrapped(label, font("body"), width, 1), []
        unit = self._unit()
        lines = wrapped(label, font("body"), width, _MOST_LINES)
        return lines, wrapped(unit, font("caption"), width, _MOST_OF_UNIT) if unit else []

    def paintEvent(self, event: QPaintEvent) -> None:
        """The label, and its unit in small letters."""
        del event
        painter, colours = QPainter(self), self._theme.colours
        if self._open:
            painter.fillRect(self.rect(), colours.colour("sunken"))
        left, width = GRID + self._shift, self._columns.label_width
        label, unit = self._label()
        space = _LABEL_HEIGHT if self._columns.stacked else self.height()
        top = (space - _height(label, unit)) / 2
        parts: tuple[tuple[list[str], Size, str], ...] = ((label, "body", "text"), (unit, "caption", "muted"))
        for lines, size, ink in parts:
            painter.setFont(font(size))
            painter.setPen(colours.colour(ink))
            height = _line_height(size)
            for line in lines:
                painter.drawText(QRectF(left, top, width, height), Qt.AlignmentFlag.AlignVCenter, line)
                top += height
        painter.end()


def _line_height(size: Size) -> float:
    return measures(size).height()


def _height(label: list[str], unit: list[str]) -> float:
    return len(label) * _line_height("body") + len(unit) * _line_height("caption")
