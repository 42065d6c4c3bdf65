"""A chart as a slide: drawn anew at 1920 by 1080 with pens and letters for that size, always in the light theme, the
verdict as its title and at the foot where the figures come from. As pixels, or as drawing with real text.

Any chart can be drawn that keeps `data`, and paints itself into an area (`paint_into`, `least_height`).
"""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.record import record
from core.wording.text import Language
from desktop.charts.svg_text import portable
from desktop.theme import GRID, Theme, font, measures
from desktop.widgets.wrapping import wrapped

WIDTH, HEIGHT = 1920, 1080  # pixels
_LOGICAL_HEIGHT = 480.0  # what the slide is high in the window's own measure: letters come out 2.25 times as large
_SIDE, _EDGE = 3.0 * GRID, 2.0 * GRID
_TITLE_LINES, _LINES = 3, 2
_INCH = 0.0254  # metres


class SlideChart(Protocol):
    """What is asked of a chart."""

    language: Language

    def __init__(self, theme: Theme) -> None: ...
    @property
    def data(self) -> Any: ...
    def set_data(self, data: Any) -> None: ...
    def set_language(self, language: Language) -> None: ...
    def accessibleName(self) -> str: ...
    def summary(self) -> str: ...
    def paint_into(self, painter: QPainter, area: QRectF) -> None: ...
    def least_height(self) -> int: ...
    def deleteLater(self) -> None: ...


@record
class Surroundings:
    """The words around a chart, in the chart's language."""

    title: str
    footer: str


def as_image(chart: SlideChart, words: Surroundings) -> QImage:
    """The slide as pixels."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_dots_per_inch() / _INCH))
    image.setDotsPerMeterY(round(_dots_per_inch() / _INCH))
    painter = QPainter(image)
    _paint(painter, chart, words)
    painter.end()
    return image


def as_png(chart: SlideChart, words: Surroundings) -> bytes:
    """The slide as a PNG file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    as_image(chart, words).save(buffer, "PNG")
    buffer.close()
    return bytes(held.data())


def as_svg(chart: SlideChart, words: Surroundings) -> bytes:
    """The slide as an SVG file. Its text is text; where our letters are not installed, similar ones are named."""
    held = QByteArray()
    buffer = QBuffer(held)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(WIDTH, HEIGHT))
    generator.setViewBox(QRect(0, 0, WIDTH, HEIGHT))
    generator.setResolution(_dots_per_inch())
    generator.setTitle(words.title)
    generator.setDescription(chart.summary())
    painter = QPainter(generator)
    _paint(painter, chart, words)
    painter.end()
    return portable(bytes(held.data()).decode("utf-8"), _dots_per_inch()).encode("utf-8")


def _paint(painter: QPainter, chart: SlideChart, words: Surroundings) -> None:
    theme = Theme("light")
    copy = type(chart)(theme)
    try:
        copy.set_language(chart.language)
        copy.set_data(chart.data)
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), theme.colours.colour("surface"))
        around = _Around(words, copy.accessibleName())
        height = max(_LOGICAL_HEIGHT, around.height + copy.least_height())
        scale = HEIGHT / height
        painter.scale(scale, scale)
        slide = QRectF(0, 0, WIDTH / scale, height)
        area = around.paint(painter, slide, theme)
        painter.translate(area.topLeft())
        copy.paint_into(painter, QRectF(0, 0, area.width(), area.height()))
    finally:
        copy.deleteLater()
        theme.deleteLater()


class _Around:
    """Title and question above, the source below; what is between is the chart's."""

    def __init__(self, words: Surroundings, question: str) -> None:
        # At the least width a slide has; it is never narrower than 16 : 9 of its least height.
        width = WIDTH / HEIGHT * _LOGICAL_HEIGHT - 2 * _SIDE
        self._title = wrapped(words.title, font("verdict", bold=True), width, _TITLE_LINES)
        self._question = wrapped(question, font("body"), width, _LINES)
        self._footer = wrapped(words.footer, font("caption"), width, _LINES)

    @property
    def height(self) -> float:
        """What the words take."""
        return self._above() + self._below()

    def paint(self, painter: QPainter, slide: QRectF, theme: Theme) -> QRectF:
        """Write the words; gives the rest."""
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        top = slide.top() + _EDGE
        for lines, size, bold, ink in (
            (self._title, "verdict", True, "text"),
            (self._question, "body", False, "muted"),
        ):
            painter.setFont(font(size, bold=bold))
            painter.setPen(theme.colours.colour(ink))
            top = _write(painter, lines, slide, top)
        painter.setFont(font("caption"))
        painter.setPen(theme.colours.colour("muted"))
        _write(painter, self._footer, slide, slide.bottom() - self._below() + GRID)
        return QRectF(slide.left() + GRID, self._above(), slide.width() - 2 * GRID, slide.height() - self.height)

    def _above(self) -> float:
        title = len(self._title) * measures("verdict", bold=True).height()
        return _EDGE + title + len(self._question) * measures("body").height() + GRID

    def _below(self) -> float:
        return GRID + len(self._footer) * measures("caption").height() + _EDGE


def _write(painter: QPainter, lines: list[str], slide: QRectF, top: float) -> float:
    height = QFontMetricsF(painter.font()).height()
    for line in lines:
        box = QRectF(slide.left() + _SIDE, top, slide.width() - 2 * _SIDE, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        top += height
    return top


def _dots_per_inch() -> int:
    """As on the screen, so that letters are as wide on the slide as they were measured."""
    return round(QGuiApplication.primaryScreen().logicalDotsPerInch())
