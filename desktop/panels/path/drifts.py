"""What changes month by month: a row for each assumption that drifts, and a menu to add more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.comparison.document import Comparison
from core.comparison.outlook import Drift
from core.comparison.parts import SHARED
from core.errors import EvenkeelError
from core.model.definition import GROUPS, Driver
from core.questions.axis_choice import drivers_to_vary
from core.questions.search.curves import USERS
from core.wording.text import Language, Text
from core.wording.unit_words import unit_label, unit_words
from desktop.inputs.entry import NumberEntry
from desktop.panels.path.changes import Change, add_drifts, set_drift
from desktop.theme import HALF, Theme
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.plain_tip import plain_tip
from desktop.widgets.wrapped_label import WrappedLabel

ADD = Text("Add a change…", "添加变化…")
RENT_FALLS = Text("GPU rent falls 2% a month", "GPU 租金每月下降 2%")
PRICE_WAR = Text("Price war: prices fall 5% a month", "价格战：价格每月下降 5%")
REMOVE = Text("Remove: {label}", "移除：{label}")
PER_CENT = Text("% a month", "%/月")
AMOUNT = Text("{unit}, a month", "{unit}，每月")
OF = Text("{label} ({name})", "{label}（{name}）")
RENT = "gpu_hour_price"
_RENT_DRIFT, _WAR_DRIFT = Drift(monthly=-0.02), Drift(monthly=-0.05)
_FIRST = Drift(monthly=-0.01)
Apply = Callable[[Change, NumberEntry | None], None]


class DriftRow(QWidget):
    """One drift: what, by how much, a cross to take it away."""

    def __init__(self, theme: Theme, where: str, driver: Driver, apply: Apply) -> None:
        super().__init__()
        self.where, self.driver, self._apply, self._theme = where, driver, apply, theme
        self._drift = _FIRST
        self._label = WrappedLabel()
        self.remove = QToolButton()
        self.remove.setIcon(theme.icon("close", "muted"))
        self.kind = ChoiceList()
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.entry = NumberEntry(theme, "1")
        self._beside = QHBoxLayout()
        above = QHBoxLayout()
        above.addWidget(self._label, 1)
        above.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self.entry, 1, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self.kind, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, HALF)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addLayout(self._beside)
        self.remove.clicked.connect(lambda: apply(set_drift(where, driver.id, None), None))
        self.kind.activated.connect(self._turn)
        self.entry.value_committed.connect(self._set)
        theme.changed.connect(self._dress)

    def show_drift(self, drift: Drift, name: str, language: Language) -> None:
        """What the comparison holds now; `name` of the alternative it is for, empty for all."""
        if drift.kind != self._drift.kind:
            self._renew_entry("1" if drift.kind == "share" else self.driver.unit)
        self._drift = drift
        label = OF.filled(label=self.driver.label, name=name) if name else self.driver.label
        self._label.say(label(language))
        kinds = [PER_CENT(language), AMOUNT.filled(unit=unit_label(self.driver.unit))(language)]
        if [self.kind.itemText(i) for i in range(self.kind.count())] != kinds:
            self.kind.clear()
            self.kind.addItems(kinds)
        self.kind.setCurrentIndex(int(drift.kind == "amount"))
        self.kind.setAccessibleName(label(language))
        self.remove.setAccessibleName(REMOVE.filled(label=label)(language))
        self.remove.setToolTip(plain_tip(REMOVE.filled(label=label)(language)))
        self.entry.set_value(drift.monthly)
        self.entry.set_words(label, language)

    def _dress(self) -> None:
        self.remove.setIcon(self._theme.icon("close", "muted"))

    def _renew_entry(self, unit: str) -> None:
        self._beside.removeWidget(self.entry)
        self.entry.hide()
        self.entry.deleteLater()
        self.entry = NumberEntry(self._theme, unit)
        self._beside.insertWidget(0, self.entry, 1, Qt.AlignmentFlag.AlignTop)
        self.entry.value_committed.connect(self._set)

    def _set(self, monthly: float) -> None:
        try:
            drift = Drift(kind=self._drift.kind, monthly=monthly)
        except EvenkeelError as problem:
            self.entry.refuse(problem.text())
            return
        self._apply(set_drift(self.where, self.driver.id, drift), self.entry)

    def _turn(self, kind: int) -> None:
        """Between a share of itself and an amount: a change of nothing to begin with."""
        wanted = "amount" if kind else "share"
        if wanted != self._drift.kind:
            self._apply(set_drift(self.where, self.driver.id, Drift(kind=wanted, monthly=0.0)), None)


class Drifts(QWidget):
    """All rows, and the button that adds one."""

    def __init__(self, theme: Theme, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._apply = theme, apply
        self.rows: dict[tuple[str, str], DriftRow] = {}
        self._offered: tuple[tuple[str, ...], Language] | None = None
        self.add = QPushButton()
        self.add.setProperty("kind", "quiet")
        self._menu = QMenu(self)
        self.add.setMenu(self._menu)
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addLayout(self._room)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_comparison(self, comparison: Comparison, language: Language) -> None:
        """Rows for the drifts it has, and what can be added to them."""
        drivers = drivers_to_vary(comparison)
        drifts = {
            (where, id): drift for where, known in comparison.outlook.drifts.items() for id, drift in known.items()
        }
        for place in [place for place in self.rows if place not in drifts]:
            row = self.rows.pop(place)
            row.hide()
            self._room.removeWidget(row)
            row.deleteLater()
        for place, drift in drifts.items():
            if place not in self.rows:
                self.rows[place] = DriftRow(self._theme, place[0], drivers[place[1]], self._apply)
                self._room.addWidget(self.rows[place])
            name = "" if place[0] == SHARED else _name(comparison, place[0], language)
            self.rows[place].show_drift(drift, name, language)
        self.add.setText(ADD(language))
        self._fill(drivers, language)

    def _fill(self, drivers: Mapping[str, Driver], language: Language) -> None:
        """Two that are often meant first, then every assumption by group."""
        free = {id: driver for id, driver in drivers.items() if id != USERS and (SHARED, id) not in self.rows}
        if self._offered == (tuple(free), language):
            return
        self._offered = (tuple(free), language)
        for inside in self._menu.findChildren(QMenu):
            inside.deleteLater()  # clear() would leave them
        self._menu.clear()
        if RENT in free:
            self._offer(self._menu, RENT_FALLS(language), add_drifts([RENT], _RENT_DRIFT))
        prices = [id for id, driver in free.items() if is_price(driver)]
        if prices:
            self._offer(self._menu, PRICE_WAR(language), add_drifts(prices, _WAR_DRIFT))
        self._menu.addSeparator()
        for group, label in GROUPS.items():
            members = [driver for driver in free.values() if driver.group == group]
            if members:
                inside = self._menu.addMenu(label(language).replace("&", "&&"))
                for driver in members:
                    self._offer(inside, driver.label(language), add_drifts([driver.id], _FIRST))

    def _offer(self, menu: QMenu, words: str, change: Change) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _=False: self._apply(change, None))


def is_price(driver: Driver) -> bool:
    """What a customer pays for a user or for tokens, rather than an amount a month."""
    words = unit_words(driver.unit)
    return driver.group == "price" and bool(words.currency) and bool({"user", "Mtoken"} & set(words.denominators))


def _name(comparison: Comparison, where: str, language: Language) -> str:
    name = comparison.alternative(where).name
    return name(language) if isinstance(name, Text) else name
