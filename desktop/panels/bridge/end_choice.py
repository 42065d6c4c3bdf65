"""One end of the bridge: two lists, the state of the comparison and the business model in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.comparison.document import Comparison
from core.wording.text import Language, Text, Words, words
from desktop.panels.bridge.answering import EndChoice
from desktop.panels.bridge.versions import Version
from desktop.theme import HALF
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.plain_tip import plain_tip

ANOTHER_FILE = Text("Another file…", "其他文件…")
STATE, MODEL = Text("{title}: state", "{title}：状态"), Text("{title}: business model", "{title}：商业模式")


class EndBox(QWidget):
    """Emits what a person chose; being filled emits nothing."""

    version_chosen = Signal(object)
    alternative_chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self, title: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._chosen: Version | None = None
        self._name = QLabel()
        self._name.setProperty("tone", "caption")
        self.versions, self.alternatives = ChoiceList(), ChoiceList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, HALF)
        column.setSpacing(HALF)
        column.addWidget(self._name)
        for box in (self.versions, self.alternatives):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            column.addWidget(box)
        self.versions.activated.connect(self._choose_version)
        self.alternatives.activated.connect(lambda _: self.alternative_chosen.emit(self.alternatives.currentData()))

    def show_end(
        self, end: EndChoice, versions: Mapping[Version, Words], comparison: Comparison, language: Language
    ) -> None:
        """Offer these states, and the alternatives of the one that is chosen."""
        self._chosen = end.version
        self._name.setText(self._title(language))
        self.versions.setAccessibleName(STATE.filled(title=self._title)(language))
        self.alternatives.setAccessibleName(MODEL.filled(title=self._title)(language))
        listed: list[tuple[str, object]] = [(words(name, language), version) for version, name in versions.items()]
        _fill(self.versions, [*listed, (ANOTHER_FILE(language), None)], end.version)
        models = [(words(a.name, language), a.id) for a in comparison.alternatives]
        _fill(self.alternatives, models, end.alternative)

    def _choose_version(self) -> None:
        version = self.versions.currentData()
        if version is None:
            self.versions.setCurrentIndex(self.versions.findData(self._chosen))
            self.file_wanted.emit()
        else:
            self.version_chosen.emit(version)


def _fill(box: QComboBox, items: list[tuple[str, object]], chosen: object) -> None:
    if [(box.itemText(row), box.itemData(row)) for row in range(box.count())] != items:
        box.clear()
        for label, data in items:
            box.addItem(label, data)
    box.setCurrentIndex([data for _, data in items].index(chosen))
    box.setToolTip(plain_tip(box.currentText()))
