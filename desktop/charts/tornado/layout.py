"""Where everything of the tornado stands: plain arithmetic over a width, shared by painting and pointing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from core.wording.text import Language
from desktop.charts.tornado.data import TornadoBar, TornadoBlock, TornadoData, axis_range
from desktop.charts.tornado.words import end_words
from desktop.theme import font

AXIS_HEIGHT = 46.0  # legend and labels
HEAD_HEIGHT = 24.0
BAR_HEIGHT = 22.0
BLOCK_GAP = 10.0
_SIDE = 16.0
_INDENT = 18.0  # of labels under their heading
_LABEL_SHARE = 0.34  # of the width, at most
_GAP = 8.0  # around the words at the ends of the bars
_LEAST_PLOT = 80.0


@dataclass(frozen=True, slots=True)
class Place:
    """One bar: which block and bar of the data, and its row in pixels."""

    block: TornadoBlock
    bar: TornadoBar
    row: QRectF


class TornadoLayout:
    """Everything for one width; heights follow from the data."""

    def __init__(self, data: TornadoData, width: float, language: Language = "en") -> None:
        self.data, self.width, self.language = data, width, language
        self.low, self.high = axis_range(data.blocks)
        metrics = QFontMetricsF(font("caption"))
        longest = max((metrics.horizontalAdvance(bar.label) for b in data.blocks for bar in b.bars), default=0.0)
        self.labels = QRectF(_SIDE + _INDENT, 0, min(longest + 1, _LABEL_SHARE * width - _INDENT), BAR_HEIGHT)
        ends = [self.end_words(bar) for block in data.blocks for bar in block.bars]
        left, right = (max((metrics.horizontalAdvance(end[side]) for end in ends), default=0.0) for side in (0, 1))
        self.left = self.labels.right() + left + 2 * _GAP
        self.right = max(self.left + _LEAST_PLOT, width - _SIDE - right - _GAP)
        self.places = list(self._places())

    @property
    def height(self) -> float:
        """Of all blocks, without the axis."""
        return sum(self._height(block) for block in self.data.blocks)

    def x(self, value: float) -> float:
        """Pixels from the left; what is beyond the axis stands at its end."""
        share = 1.0 if math.isinf(value) else (value - self.low) / (self.high - self.low)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def beyond(self, value: float) -> int:
        """-1 left of the axis, 1 right of it, 0 on it."""
        return 1 if value > self.high else -1 if value < self.low else 0

    def end_words(self, bar: TornadoBar) -> tuple[str, str]:
        """What stands at the left and at the right end of a bar."""
        return end_words(bar, self.low, self.high, self.data.unit, self.language)

    def heads(self) -> Iterator[tuple[TornadoBlock, QRectF, QRectF]]:
        """Every block with the rectangle of its heading and of all its bars."""
        top = 0.0
        for block in self.data.blocks:
            head = QRectF(_SIDE, top, self.width - 2 * _SIDE, HEAD_HEIGHT)
            yield block, head, QRectF(0, head.bottom(), self.width, BAR_HEIGHT * len(block.bars))
            top += self._height(block)

    def at(self, y: float) -> Place | None:
        """The bar at a height."""
        return next((place for place in self.places if place.row.top() <= y < place.row.bottom()), None)

    def _places(self) -> Iterator[Place]:
        for block, _, bars in self.heads():
            for number, bar in enumerate(block.bars):
                yield Place(block, bar, QRectF(0, bars.top() + number * BAR_HEIGHT, self.width, BAR_HEIGHT))

    def _height(self, block: TornadoBlock) -> float:
        return HEAD_HEIGHT + BAR_HEIGHT * len(block.bars) + BLOCK_GAP
