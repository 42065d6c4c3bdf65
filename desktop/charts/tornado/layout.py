"""Where everything of the tornado stands: plain arithmetic over a width, shared by painting and pointing."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QRectF

from core.record import record
from core.wording.text import Language
from desktop.charts.tornado.data import TornadoBar, TornadoBlock, TornadoData, axis_range
from desktop.charts.tornado.words import end_words, now_words
from desktop.charts.words import two_lines
from desktop.theme import measures

AXIS_HEIGHT = 46.0  # legend and labels
HEAD_HEIGHT = 24.0
BAR_HEIGHT = 22.0
LINE_HEIGHT = 16.0  # of a second line of a label
SENTENCE_HEIGHT = 18.0  # of a line of the answer, where it stands under the name
BLOCK_GAP = 10.0
_SIDE = 16.0
_INDENT = 18.0  # of labels under their heading
_LABEL_SHARE = 0.4  # of the width, at most; longer labels take two lines
_HEAD_GAP = 16.0  # between what stands at the two sides of a heading
_GAP = 8.0  # around the words at the ends of the bars
_LEAST_PLOT = 80.0
_ROUNDS = 12


@record
class Place:
    """One bar: which block and bar of the data, its row in pixels, and its label in lines."""

    block: TornadoBlock
    bar: TornadoBar
    row: QRectF
    label: list[str]


@record
class Head:
    """A heading: the line with name and value of now, and where the lines of the answer stand: beside the name where
    there is room, else under it."""

    box: QRectF
    sentence: QRectF
    lines: list[str]


def extent(block: TornadoBlock, bar: TornadoBar) -> list[float]:
    """Every place of the axis that a bar reaches; none where nothing is defined."""
    values = (bar.at_low, bar.at_high, bar.least, bar.greatest, block.base)
    return [value for value in values if not math.isnan(value)]


class TornadoLayout:
    """Everything for one width; heights follow from the data."""

    def __init__(self, data: TornadoData, width: float, language: Language = "en") -> None:
        self.data, self.width, self.language = data, width, language
        self.low, self.high = axis_range(data.blocks)
        self._metrics = metrics = measures("caption")
        longest = max((metrics.horizontalAdvance(bar.label) for b in data.blocks for bar in b.bars), default=0.0)
        self.labels = QRectF(_SIDE + _INDENT, 0, min(longest + 1, _LABEL_SHARE * width - _INDENT), BAR_HEIGHT)
        self.left, self.right = self._plot()
        self.places = list(self._places())

    @property
    def height(self) -> float:
        """Of all blocks, without the axis."""
        return sum(self._head_height(block) + self._bars_height(block) + BLOCK_GAP for block in self.data.blocks)

    def x(self, value: float) -> float:
        """Pixels from the left; what is beyond the axis stands at its end."""
        return self.left + self._share(value) * (self.right - self.left)

    def _share(self, value: float) -> float:
        share = 1.0 if math.isinf(value) else (value - self.low) / (self.high - self.low)
        return min(1.0, max(0.0, share))

    def beyond(self, value: float) -> int:
        """-1 left of the axis, 1 right of it, 0 on it."""
        return 1 if value > self.high else -1 if value < self.low else 0

    def end_words(self, bar: TornadoBar) -> tuple[str, str]:
        """What stands at the left and at the right end of a bar."""
        return end_words(bar, self.low, self.high, self.data.unit, self.language)

    def heads(self) -> Iterator[tuple[TornadoBlock, Head, QRectF]]:
        """Every block with its heading and the rectangle of all its bars."""
        top = 0.0
        for block in self.data.blocks:
            bars = QRectF(0, top + self._head_height(block), self.width, self._bars_height(block))
            yield block, self._head(block, top), bars
            top = bars.bottom() + BLOCK_GAP

    def at(self, y: float) -> Place | None:
        """The bar at a height."""
        return next((place for place in self.places if place.row.top() <= y < place.row.bottom()), None)

    def _places(self) -> Iterator[Place]:
        for block, _, bars in self.heads():
            top = bars.top()
            for bar in block.bars:
                row = QRectF(0, top, self.width, self._bar_height(bar))
                yield Place(block, bar, row, self._label(bar))
                top = row.bottom()

    def _plot(self) -> tuple[float, float]:
        """Where the axis begins and ends: as wide as it can be while every bar has room for the words beside it. Both
        ends depend on each other, and a few rounds settle them."""
        start, stop = self.labels.right() + 2 * _GAP, self.width - _SIDE - _GAP
        left, right = start, stop
        bars = [self._needs(block, bar) for block in self.data.blocks for bar in block.bars if extent(block, bar)]
        for _ in range(_ROUNDS):
            left = max([start, *((start + wide - low * right) / (1 - low) for low, _, wide, _ in bars if low < 1)])
            right = min([stop, *((stop - wide - left * (1 - high)) / high for _, high, _, wide in bars if high > 0)])
        return left, max(left + _LEAST_PLOT, right)

    def _needs(self, block: TornadoBlock, bar: TornadoBar) -> tuple[float, float, float, float]:
        """From where to where a bar reaches, as shares of the axis, and how wide the words at both ends are."""
        low, high = (self._share(end(extent(block, bar))) for end in (min, max))
        left, right = map(self._metrics.horizontalAdvance, self.end_words(bar))
        return low, high, left, right

    def _head(self, block: TornadoBlock, top: float) -> Head:
        box = QRectF(_SIDE, top, self.width - 2 * _SIDE, HEAD_HEIGHT)
        lines = self._sentence(block)
        if not lines:
            right = box.right() - self._now_width(block) - _HEAD_GAP
            beside = QRectF(box.left() + _INDENT + self._name_width(block) + 10, top, 0, HEAD_HEIGHT)
            beside.setRight(right)
            return Head(box, beside, [block.sentence])
        under = QRectF(box.left() + _INDENT, box.bottom() - 2, box.width() - _INDENT, SENTENCE_HEIGHT * len(lines))
        return Head(box, under, lines)

    def _sentence(self, block: TornadoBlock) -> list[str]:
        """The lines of the answer under the name; none where it has room beside the name."""
        metrics, whole = measures("body"), self.width - 2 * _SIDE - _INDENT
        beside = whole - self._name_width(block) - 10 - self._now_width(block) - _HEAD_GAP
        if metrics.horizontalAdvance(block.sentence) <= beside:
            return []
        return two_lines(block.sentence, metrics, whole)

    @staticmethod
    def _name_width(block: TornadoBlock) -> float:
        return measures("body", bold=True).horizontalAdvance(block.name)

    def _now_width(self, block: TornadoBlock) -> float:
        words = now_words(block, self.data.unit, self.language)
        return measures("body", bold=True).horizontalAdvance(words)

    def _head_height(self, block: TornadoBlock) -> float:
        return HEAD_HEIGHT + SENTENCE_HEIGHT * len(self._sentence(block))

    def _label(self, bar: TornadoBar) -> list[str]:
        return two_lines(bar.label, self._metrics, self.labels.width())

    def _bar_height(self, bar: TornadoBar) -> float:
        return BAR_HEIGHT + LINE_HEIGHT * (len(self._label(bar)) - 1)

    def _bars_height(self, block: TornadoBlock) -> float:
        return sum(map(self._bar_height, block.bars))
