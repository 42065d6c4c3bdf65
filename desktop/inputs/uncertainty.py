"""How sure the value in the editor is: a way to make it uncertain, and, once it is, between which ends, of which shape,
and a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.parts import Setting
from core.comparison.spread import KINDS, between, ends_of
from core.comparison.values import SWITCH
from core.wording.numbers import both
from core.wording.quantities import format_cell
from core.wording.text import Text
from desktop.inputs.rows import Place
from desktop.inputs.source_words import range_of
from desktop.inputs.spread_words import spread_words
from desktop.session import Session
from desktop.theme import HALF
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.wrapped_label import WrappedLabel

UNCERTAIN = Text("Uncertain: {spread}", "不确定：{spread}")
MISSED = Text(
    "{uncertain}. The value itself, {value}, lies outside: “How sure” looks at this range only.",
    "{uncertain}。数值 {value} 本身在范围之外：“把握多大”只按此范围计算。",
)
REACH = Text("Widen it to the value", "扩大到该数值")
OFFER = Text(
    "Make this value uncertain over its usual range. Or type a range such as “5 to 10”.",
    "将该数值设为不确定，取其常见范围；也可以直接输入范围，例如“5 到 10”。",
)
SHAPE = Text("How the possible values are spread", "取值的分布形状")
CERTAIN = Text("Use one value again", "改回确定值")


class Uncertainty(QWidget):
    """Shown while the value is uncertain; `offer` is the button for a value that is certain, to stand elsewhere."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._place: Place | None = None
        self.offer = QToolButton(parent)
        self.offer.setText("±")
        self.told = WrappedLabel("caption")
        self.kinds, self.certain, self.reach = ChoiceList(), QPushButton(), QPushButton()
        self.reach.setProperty("kind", "link")
        self.reach.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for kind in KINDS:
            self.kinds.addItem("", kind)
        self.kinds.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.certain.setProperty("kind", "quiet")
        self.certain.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(HALF)
        row.addWidget(self.kinds, 1)
        row.addWidget(self.certain, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HALF, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.told)
        column.addWidget(self.reach, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        self.offer.clicked.connect(self._begin)
        self.kinds.activated.connect(self._reshape)
        self.certain.clicked.connect(self._end)
        self.reach.clicked.connect(self._widen)

    def stops(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.offer, self.reach, self.kinds, self.certain]

    def show_place(self, place: Place) -> None:
        """Tell about this cell."""
        self._place = place
        language, setting = self._session.language, place.setting(self._session.comparison)
        distribution = setting.distribution
        self.offer.setVisible(distribution is None and place.driver.unit != SWITCH)
        self.offer.setToolTip(OFFER(language))
        self.offer.setAccessibleName(OFFER(language))
        self.setVisible(distribution is not None)
        if distribution is None:
            return
        for index, text in enumerate(KINDS.values()):
            if self.kinds.itemText(index) != text(language):  # Qt would lay out the whole editor anew
                self.kinds.setItemText(index, text(language))
        self.kinds.setAccessibleName(SHAPE(language))
        self.kinds.setToolTip(SHAPE(language))
        self.kinds.setCurrentIndex(self.kinds.findData(distribution.kind))
        self.certain.setText(CERTAIN(language))
        told = UNCERTAIN.filled(spread=spread_words(distribution, place.driver.unit))
        low, high = ends_of(distribution)
        missed = not low <= setting.value <= high
        if missed:
            told = MISSED.filled(uncertain=told, value=both(format_cell, setting.value, place.driver.unit))
        self.told.say(told(language))
        self.reach.setText(REACH(language))
        self.reach.setVisible(missed)

    def _setting(self, place: Place) -> Setting:
        return place.setting(self._session.comparison)

    def _begin(self) -> None:
        place = self._place
        if place is None:
            return
        usual, value = range_of(self._session.comparison, place), self._setting(place).value
        low, high = min(usual.low, value), max(usual.high, value)
        distribution = between(place.driver, low, high, value)
        self._session.edit(lambda c: edits.set_distribution(c, place.where, place.driver.id, distribution))

    def _widen(self) -> None:
        place = self._place
        setting = None if place is None else self._setting(place)
        if place is None or setting is None or setting.distribution is None:
            return
        low, high = ends_of(setting.distribution)
        kind = setting.distribution.kind if setting.distribution.kind in KINDS else "pert"
        wider = between(place.driver, min(low, setting.value), max(high, setting.value), setting.value, kind)
        self._session.edit(lambda c: edits.set_distribution(c, place.where, place.driver.id, wider))

    def _reshape(self) -> None:
        place, kind = self._place, self.kinds.currentData()
        if place is not None:
            self._session.edit(lambda c: edits.set_kind(c, place.where, place.driver.id, kind))
            self.show_place(place)  # one that was refused is not shown as taken

    def _end(self) -> None:
        place = self._place
        if place is not None:
            self._session.edit(lambda c: edits.make_certain(c, place.where, place.driver.id))
