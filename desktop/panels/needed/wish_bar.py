"""The question as a sentence with two drop-downs in it, and an entry where the goal has an amount."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from core.comparison.document import Comparison
from core.questions.search.curves import USERS
from core.wording.numbers import both, count
from core.wording.text import Language, Text, words
from desktop.inputs.entry import NumberEntry
from desktop.panels.needed.goals import GOALS, Goal, Wish
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.flow_layout import FlowLayout

BEFORE = Text("Make", "在 {users} 用户时，让")
AFTER = Text("at {users} users.", "")
BEFORE_ANY_SIZE, AFTER_ANY_SIZE = Text("Make", "让"), Text("", "")  # a full stop alone after the lists looks lost
WHO = Text("Business model", "商业模式")
WHAT = Text("Goal", "目标")
AMOUNT = Text("Amount", "数额")
_ENTRY_WIDTH = 124


class WishBar(QWidget):
    """Emits a wish only when a person changed it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._amounts = {goal.id: goal.amount for goal in GOALS}
        self._before, self._after = QLabel(), QLabel()
        self.who, self.what = ChoiceList(), ChoiceList()
        self.entries = {goal.id: NumberEntry(theme, goal.unit, kept=False) for goal in GOALS if goal.unit}
        flow = FlowLayout(self, GRID)
        flow.setContentsMargins(2 * GRID, GRID, GRID, HALF)
        flow.addWidget(self._before)
        flow.addWidget(self.who)
        flow.addWidget(self.what)
        for goal in GOALS:
            self.what.addItem("", goal.id)
        for id, entry in self.entries.items():
            entry.setFixedWidth(_ENTRY_WIDTH)
            entry.set_value(self._amounts[id])
            entry.value_committed.connect(lambda value, id=id: self._set_amount(id, value))
            flow.addWidget(entry)
        flow.addWidget(self._after)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.who.activated.connect(lambda _: self.changed.emit())
        self.what.activated.connect(self._change_goal)
        self._offer_amount()

    @property
    def goal(self) -> Goal:
        """What is chosen in the second list."""
        return GOALS[max(0, self.what.currentIndex())]

    def wish(self) -> Wish | None:
        """The question as it stands; None while there is nobody to ask about."""
        if not self._ids:
            return None
        goal = self.goal
        return Wish(self._ids[max(0, self.who.currentIndex())], goal, self._amounts[goal.id])

    def choose_alternative(self, id: str) -> None:
        """Ask about this alternative."""
        self.who.setCurrentIndex(self._ids.index(id))

    def show_comparison(self, comparison: Comparison, language: Language) -> None:
        """Offer its alternatives; whoever is chosen stays chosen where still there."""
        chosen = self._ids[self.who.currentIndex()] if self._ids and self.who.currentIndex() >= 0 else ""
        self._ids = [alternative.id for alternative in comparison.alternatives]
        names = [words(alternative.name, language) for alternative in comparison.alternatives]
        if names != [self.who.itemText(place) for place in range(self.who.count())]:
            self.who.clear()
            self.who.addItems(names)
        self.who.setCurrentIndex(self._ids.index(chosen) if chosen in self._ids else 0)
        for place, goal in enumerate(GOALS):
            self.what.setItemText(place, goal.label(language))
        for box, label in ((self.who, WHO), (self.what, WHAT)):
            box.setAccessibleName(label(language))
        for entry in self.entries.values():
            entry.set_words(AMOUNT, language)
        self._say(comparison, language)

    def _say(self, comparison: Comparison, language: Language) -> None:
        sized = self.goal.line is not None
        users = comparison.values_of(self._ids[max(0, self.who.currentIndex())])[USERS]
        before, after = (BEFORE, AFTER) if sized else (BEFORE_ANY_SIZE, AFTER_ANY_SIZE)
        self._before.setText(before.filled(users=both(count, users))(language))
        self._after.setText(after.filled(users=both(count, users))(language))
        self._after.setVisible(bool(self._after.text()))

    def _change_goal(self, _place: int) -> None:
        self._offer_amount()
        self.changed.emit()

    def _set_amount(self, id: str, value: float) -> None:
        self._amounts[id] = value
        self.changed.emit()

    def _offer_amount(self) -> None:
        for id, entry in self.entries.items():
            entry.setVisible(id == self.goal.id)
        self.updateGeometry()
