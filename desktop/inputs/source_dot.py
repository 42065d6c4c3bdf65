"""The dot that says how old the source of a number is; pressing it shows the source."""

from __future__ import annotations

from datetime import date
from enum import Enum

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton, QWidget

from core.questions.ages import AGEING_AFTER, OLD_AFTER
from core.wording.dates import days
from core.wording.numbers import both
from core.wording.text import Language, Text
from desktop.theme import HALF, Theme, font

SOURCE = Text("Source", "来源")
ASSUMED = Text("Assumption", "假设")
_SIDE = 24


class Age(Enum):
    """How long ago a source was last looked at: the named colour, and the words."""

    FRESH = ("good", Text("Source checked {days} ago", "来源于 {days}前核对"))
    AGEING = ("warn", Text("Source checked {days} ago: worth another look", "来源于 {days}前核对，建议复查"))
    OLD = ("bad", Text("Source checked {days} ago: out of date", "来源于 {days}前核对，已过时"))
    NONE = ("muted", Text("No source yet", "尚无来源"))
    ASSUMED = (
        "muted", Text("Assumption: nobody publishes it, checked {days} ago", "假设：无公开数据，{days}前核对")
    )  # fmt: skip


def age_of(checked: date | None, today: date, *, assumed: bool = False) -> Age:
    """The age of a source: ageing after 90 days, old after 180. A date in the future counts as fresh. What is only
    assumed is never that: no one has a better figure."""
    if checked is None:
        return Age.NONE
    passed = (today - checked).days
    if assumed and passed <= AGEING_AFTER:
        return Age.ASSUMED
    return Age.OLD if passed > OLD_AFTER else Age.AGEING if passed > AGEING_AFTER else Age.FRESH


def age_words(age: Age, passed: int) -> Text:
    """An age of so many days in words."""
    return age.value[1].filled(days=both(days, passed))


class SourceDot(QToolButton):
    """Each age has its own shape as well as its colour: disc, triangle, diamond; a ring is no age at all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._age = Age.NONE
        self._days = 0
        self._assumed = False
        self._label = Text("", "")
        self._language: Language = "en"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._letters = font("caption")
        theme.changed.connect(self.update)

    @property
    def age(self) -> Age:
        """The age shown."""
        return self._age

    def set_source(self, checked: date | None, today: date, *, assumed: bool = False) -> None:
        """The day the source was last looked at, and whether it says that the figure is assumed."""
        before = (self._age, self._days, self._assumed)
        self._age = age_of(checked, today, assumed=assumed)
        self._days, self._assumed = max(0, (today - checked).days) if checked else 0, assumed
        if (self._age, self._days, self._assumed) != before:
            self._tell()
            self.update()

    def set_words(self, label: Text, language: Language) -> None:
        """Which assumption this is about, and the language."""
        self._label, self._language = label, language
        self._tell()

    def sizeHint(self) -> QSize:
        """The shape, its word, and room to be hit."""
        return QSize(_SIDE + round(QFontMetricsF(self._letters).horizontalAdvance(self._word())) + HALF, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button's frame (focus, hover), the shape and the word."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        set_ink(painter, self._age, self._theme)
        paint_age(painter, self._age, QPointF(_SIDE / 2, self.height() / 2), 1.0)
        painter.setFont(self._letters)
        painter.setPen(self._theme.colours.colour("muted"))
        painter.drawText(self.rect().adjusted(_SIDE - 2, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._word())
        painter.end()

    def _word(self) -> str:
        return (ASSUMED if self._assumed else SOURCE)(self._language)

    def _tell(self) -> None:
        words = age_words(self._age, self._days)(self._language)
        separator = "：" if self._language == "zh" else ": "
        self.setToolTip(words)
        self.updateGeometry()
        self.setAccessibleName(f"{self._label(self._language)}{separator}{words}")


def set_ink(painter: QPainter, age: Age, theme: Theme) -> None:
    """Filled in the colour of the age; where nobody vouches for the figure the edge alone."""
    colour, hollow = theme.colours.colour(age.value[0]), age in (Age.NONE, Age.ASSUMED)
    painter.setPen(QPen(colour, 1.6) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)


def paint_age(painter: QPainter, age: Age, centre: QPointF, size: float) -> None:
    """The shape of an age, with the pen and brush that are set."""
    if age in (Age.FRESH, Age.NONE, Age.ASSUMED):
        painter.drawEllipse(centre, 4.2 * size, 4.2 * size)
    elif age is Age.AGEING:
        painter.drawPolygon(_around(centre, (0, -5 * size), (5.4 * size, 4.2 * size), (-5.4 * size, 4.2 * size)))
    else:
        reach = 5.6 * size
        painter.drawPolygon(_around(centre, (0, -reach), (reach, 0), (0, reach), (-reach, 0)))


def _around(centre: QPointF, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([centre + QPointF(x, y) for x, y in corners])
