"""A new comparison: pick two to four business models."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.comparison.presets import presets_for
from core.model.library import load_model, model_ids
from core.wording.text import Language, Text
from desktop.theme import GRID, HALF
from desktop.widgets.choice_list import ChoiceList

TITLE = Text("New comparison", "新建对比")
PROMPT = Text(
    "Which business models do you want to compare? Pick two to four.", "要对比哪些商业模式？请选择 2 到 4 个。"
)
LATER = Text("You can add, copy and remove business models at any time.", "之后可以随时添加、复制或移除商业模式。")
START = Text("Start", "开始")
DEFAULTS = Text("Start from default values", "使用默认值")
START_FROM = Text("{name} starts from", "{name}的起始值")
FEWEST, MOST = 2, 4
WANTING: dict[int, Text] = {
    0: Text("Nothing is picked yet: pick at least two.", "尚未选择，请至少选择 2 个。"),
    1: Text("Pick at least one more.", "请至少再选 1 个。"),
    MOST: Text("Four is the most.", "最多 4 个。"),
}
WIDTH, START_WIDTH = 78 * GRID, 34 * GRID


Then = Callable[[Sequence[str], Mapping[str, str]], object]


class NewComparison(QDialog):
    """The built-in business models with a sentence about each, and the presets they may start from."""

    def __init__(self, parent: QWidget, language: Language, then: Then) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE(language))
        self._then, self._language = then, language
        self.boxes: dict[str, QCheckBox] = {}
        self.starts: dict[str, ChoiceList] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(_label(PROMPT(language), "title"))
        for id in model_ids():
            column.addSpacing(HALF)
            column.addLayout(self._line(id, language))
            column.addWidget(_indented(load_model(id).help(language)))
        column.addSpacing(GRID)
        column.addStretch(1)
        column.addWidget(_label(LATER(language), "caption"))
        column.addLayout(self._foot(language))
        self.setFixedWidth(WIDTH)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its words, which Qt reckons without the width that they have."""
        super().showEvent(event)
        if (height := self.layout().totalHeightForWidth(WIDTH)) > 0:
            self.resize(WIDTH, height)

    @property
    def chosen(self) -> list[str]:
        """The ids picked, in the order offered."""
        return [id for id, box in self.boxes.items() if box.isChecked()]

    def accept(self) -> None:
        """Start."""
        chosen, presets = self.chosen, self.presets
        super().accept()
        self._then(chosen, presets)

    @property
    def presets(self) -> dict[str, str]:
        """The preset each of the models picked starts from, where it is not the default values."""
        picked = {id: str(self.starts[id].currentData() or "") for id in self.chosen}
        return {id: preset for id, preset in picked.items() if preset}

    def _line(self, id: str, language: Language) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self._box(id, language))  # no wider than its words, nor is its frame
        line.addStretch(1)
        line.addWidget(self._start(id, language))
        return line

    def _start(self, id: str, language: Language) -> ChoiceList:
        """Where a business model starts from."""
        start = ChoiceList()
        start.addItem(DEFAULTS(language), "")
        for preset in presets_for(id):
            start.addItem(preset.name(language), preset.id)
            start.setItemData(start.count() - 1, preset.help(language), Qt.ItemDataRole.ToolTipRole)
        start.setFixedWidth(START_WIDTH)
        start.setAccessibleName(START_FROM.filled(name=load_model(id).label)(language))
        policy = start.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        start.setSizePolicy(policy)
        self.starts[id] = start
        return start

    def _box(self, id: str, language: Language) -> QCheckBox:
        model = load_model(id)
        box = QCheckBox(model.label(language).replace("&", "&&"))
        bold = box.font()
        bold.setBold(True)
        box.setFont(bold)
        box.setAccessibleDescription(model.help(language))
        box.toggled.connect(self._follow)
        self.boxes[id] = box
        return box

    def _foot(self, language: Language) -> QHBoxLayout:
        """The buttons, and beside them why one cannot start yet."""
        self.wanting = _label("", "muted")
        foot = QHBoxLayout()
        foot.addWidget(self.wanting, 1)
        foot.addWidget(self._buttons(language))
        return foot

    def _buttons(self, language: Language) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start = QPushButton(START(language))
        self.start.setProperty("kind", "primary")
        self.start.setDefault(True)
        buttons.addButton(self.start, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _follow(self) -> None:
        number = len(self.chosen)
        wanting = WANTING[number](self._language) if number in WANTING else ""
        self.wanting.setText(wanting)
        self.start.setEnabled(FEWEST <= number <= MOST)
        self.start.setToolTip("" if self.start.isEnabled() else wanting)
        for box in self.boxes.values():
            box.setEnabled(box.isChecked() or number < MOST)
        for id, start in self.starts.items():
            start.setVisible(self.boxes[id].isChecked())


def _label(text: str, tone: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    return label


def _indented(text: str) -> QLabel:
    label = _label(text, "muted")
    label.setContentsMargins(3 * GRID, 0, 0, 0)
    return label
