"""What the marks in the cells mean: one table, and the small window that shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from core.questions.ages import AGEING_AFTER, OLD_AFTER
from core.record import record
from core.wording.text import Language, Text
from desktop.inputs.cell import PLUS_MINUS, paint_corner
from desktop.inputs.chip import OWN, SHARED
from desktop.inputs.source_dot import ASSUMED, SOURCE, Age, paint_age, set_ink
from desktop.theme import GRID, HALF, Theme, font

TITLE = Text("What the marks mean", "标记的含义")
_FRESH = Text(
    "Beside “{word}”: checked within the last {days} days", "“{word}”旁：最近 {days} 天内核对过"
)
_NONE = Text(
    "Beside “{word}”: no source yet; beside “{assumed}”: nobody publishes it",
    "“{word}”旁：尚无来源；“{assumed}”旁：无公开数据",
)
_OLDER = Text("Source not checked for more than {days} days", "来源超过 {days} 天未核对")
_SHARED = Text("“{word}”: one value for several business models", "“{word}”：多个商业模式共用同一个值")
_OWN = Text("“{word}”: a value of its own, the others share theirs", "“{word}”：其他商业模式共用，此处单独设值")
_SIDE = 20
Draw = Callable[[QPainter, QRectF, Theme], None]


@record
class Mark:
    """One mark and what it says; a word is no drawing and is told in the sentence itself."""

    draw: Draw | None
    meaning: Text


def _corner(painter: QPainter, box: QRectF, theme: Theme) -> None:
    paint_corner(painter, box.topRight() + QPointF(-6, 6), theme.colours.colour("accent"))


def _plus_minus(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setFont(font("caption", bold=True))
    painter.setPen(theme.colours.colour("accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, PLUS_MINUS)


def _age(age: Age) -> Draw:
    def draw(painter: QPainter, box: QRectF, theme: Theme) -> None:
        set_ink(painter, age, theme)
        paint_age(painter, age, box.center(), 0.9)

    return draw


def _refused(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.colours.colour("bad"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 4, -1, -4), 3, 3)


MARKS: tuple[Mark, ...] = (
    Mark(_corner, Text("Changed: no longer the value it started with", "已修改：不再是最初的值")),
    Mark(_plus_minus, Text("Uncertain: a range of values, for “How sure”", "不确定：取值为一个范围，用于“把握多大”")),
    Mark(_age(Age.FRESH), _FRESH.filled(word=SOURCE, days=AGEING_AFTER)),
    Mark(_age(Age.NONE), _NONE.filled(word=SOURCE, assumed=ASSUMED)),
    Mark(_age(Age.AGEING), _OLDER.filled(days=AGEING_AFTER)),
    Mark(_age(Age.OLD), _OLDER.filled(days=OLD_AFTER)),
    Mark(_refused, Text("Something typed here was not taken", "此处输入的内容未被采用")),
    Mark(None, _SHARED.filled(word=SHARED)),
    Mark(None, _OWN.filled(word=OWN)),
)


class MarksWindow(QFrame):
    """Stands under the button that opened it; a click elsewhere or Esc closes it."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", True)
        self.setAccessibleName(TITLE(language))
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, GRID + HALF, 2 * GRID, GRID + HALF)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(HALF)
        title = QLabel(TITLE(language))
        title.setFont(font("body", bold=True))
        grid.addWidget(title, 0, 0, 1, 2)
        for row, mark in enumerate(MARKS, start=1):
            if mark.draw is not None:
                grid.addWidget(_Sample(mark.draw, theme), row, 0)
            grid.addWidget(QLabel(mark.meaning(language)), row, 1)


class _Sample(QWidget):
    """The mark itself, as in a cell."""

    def __init__(self, draw: Draw, theme: Theme) -> None:
        super().__init__()
        self._draw, self._theme = draw, theme
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, QRectF(self.rect()), self._theme)
        painter.end()
