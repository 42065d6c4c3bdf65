"""The settings of the months to come: how far, how users grow, what is paid at the start, what drifts."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.comparison.document import Comparison
from core.comparison.outlook import ExponentialGrowth, LogisticGrowth, NoGrowth
from core.comparison.parts import SHARED
from core.questions.axis_choice import values_now
from core.questions.over_time.months import course_of
from core.questions.search.curves import USERS
from core.wording.text import Language, Text
from desktop.panels.path.changes import (
    AnyGrowth,
    forget_own_growth,
    set_balance,
    set_growth,
    set_investment,
    set_months,
    set_rate,
)
from desktop.panels.path.drifts import Apply, Drifts
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.labelled_entry import LabelledEntry
from desktop.widgets.wrapped_label import WrappedLabel

MONTHS, RATE = Text("Months to look ahead", "展望月数"), Text("Discount rate a year", "年折现率")
USERS_GROW = Text("Users", "用户增长")
GROWTHS = (
    Text("stay as they are", "保持不变"),
    Text("grow by a share a month", "每月按比例增长"),
    Text("grow up to a ceiling", "增长至上限"),
)
GROWTH, CEILING = Text("Growth a month", "每月增长"), Text("Ceiling", "用户上限")
OWN_GROWTH = Text("{names}: growth of its own", "{names}：单独设定了增长")
SAME_GROWTH = Text("Let all grow alike", "统一为相同的增长")
INVESTED = Text("Paid at the start ($)", "期初投资（美元）")
BANK, BALANCE = Text("Money in the bank", "账上资金"), Text("At the start, each ($)", "各方案期初（美元）")
DRIFTS = Text("What changes month by month", "逐月变化的假设")
_FIRST_GROWTH = 0.05
_FIRST_CEILING = 5  # times the users now


class PathSettings(QWidget):
    """Every change goes to `apply`, with the entry that may have to refuse it."""

    def __init__(self, theme: Theme, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._apply = theme, apply
        self._comparison: Comparison | None = None
        self._shown: object = None
        self.months, self.rate = LabelledEntry(theme, "month"), LabelledEntry(theme, "1")
        self.kind = ChoiceList()
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.growth, self.ceiling = LabelledEntry(theme, "1"), LabelledEntry(theme, "user")
        self.own_growth, self.same_growth = WrappedLabel("muted"), QPushButton()
        self.same_growth.setProperty("kind", "quiet")
        self.investments: dict[str, LabelledEntry] = {}
        self.bank, self.balance = QCheckBox(), LabelledEntry(theme, "USD")
        self.drifts = Drifts(theme, apply)
        self._headings: dict[Text, QLabel] = {text: _heading() for text in (USERS_GROW, INVESTED, DRIFTS)}
        self._invested = QVBoxLayout()
        self._lay_out()
        self._connect()

    def show_comparison(self, comparison: Comparison, language: Language) -> None:
        """What the comparison holds now."""
        self._comparison = comparison
        outlook = comparison.outlook
        shown = (outlook, tuple((a.id, a.name, a.model) for a in comparison.alternatives), language)
        if shown == self._shown:
            return
        self._shown = shown
        self.months.show_value(outlook.months, MONTHS, language)
        self.rate.show_value(outlook.discount_rate, RATE, language)
        for text, label in self._headings.items():
            label.setText(text(language))
        self._show_growth(comparison, language)
        self._show_money(comparison, language)
        self.drifts.show_comparison(comparison, language)

    def show_again(self, comparison: Comparison, language: Language) -> None:
        """What was chosen was refused: back to what holds."""
        self._shown = None
        self.show_comparison(comparison, language)

    def _show_growth(self, comparison: Comparison, language: Language) -> None:
        growth = comparison.outlook.growth.get(SHARED) or NoGrowth()
        if [self.kind.itemText(i) for i in range(self.kind.count())] != [text(language) for text in GROWTHS]:
            self.kind.clear()
            self.kind.addItems([text(language) for text in GROWTHS])
        self.kind.setAccessibleName(USERS_GROW(language))
        self.kind.setCurrentIndex(_kind_of(growth))
        self.growth.setVisible(not isinstance(growth, NoGrowth))
        self.ceiling.setVisible(isinstance(growth, LogisticGrowth))
        if not isinstance(growth, NoGrowth):
            self.growth.show_value(growth.monthly, GROWTH, language)
        if isinstance(growth, LogisticGrowth):
            self.ceiling.show_value(growth.ceiling, CEILING, language)
        own = [comparison.alternative(where).name for where in comparison.outlook.growth if where != SHARED]
        names = ", ".join(name(language) if isinstance(name, Text) else name for name in own)
        self.own_growth.say(OWN_GROWTH.filled(names=names)(language) if own else "")
        self.same_growth.setVisible(bool(own))
        self.same_growth.setText(SAME_GROWTH(language))

    def _show_money(self, comparison: Comparison, language: Language) -> None:
        wanted = {a.id: a for a in comparison.alternatives}
        for id in [id for id in self.investments if id not in wanted]:
            entry = self.investments.pop(id)
            entry.hide()
            self._invested.removeWidget(entry)
            entry.deleteLater()
        for id, alternative in wanted.items():
            if id not in self.investments:
                self.investments[id] = entry = LabelledEntry(self._theme, "USD")
                self._invested.addWidget(entry)
                entry.value_entered.connect(
                    lambda amount, id=id, entry=entry: self._apply(set_investment(id, amount), entry.entry)
                )
            name = alternative.name if isinstance(alternative.name, Text) else Text(alternative.name, alternative.name)
            self.investments[id].show_value(course_of(comparison.outlook, id).investment, name, language)
        balance = comparison.outlook.balance
        self.bank.setText(BANK(language))
        self.bank.setChecked(bool(balance))
        self.balance.setVisible(bool(balance))
        self.balance.show_value(max(balance.values(), default=0.0), BALANCE, language)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        self._invested.setSpacing(HALF)
        for part in (
            self.months, self.rate, self._headings[USERS_GROW], self.kind, self.growth, self.ceiling, self.own_growth,
            self.same_growth, self._headings[INVESTED],
        ):  # fmt: skip
            layout.addWidget(part)
        layout.addLayout(self._invested)
        for part in (self.bank, self.balance, self._headings[DRIFTS], self.drifts):
            layout.addWidget(part)

    def _connect(self) -> None:
        self.months.value_entered.connect(lambda value: self._apply(set_months(value), self.months.entry))
        self.rate.value_entered.connect(lambda value: self._apply(set_rate(value), self.rate.entry))
        self.kind.activated.connect(self._choose_growth)
        self.growth.value_entered.connect(self._grow)
        self.ceiling.value_entered.connect(self._cap)
        self.same_growth.clicked.connect(lambda: self._apply(forget_own_growth(), None))
        self.bank.clicked.connect(lambda there: self._apply(set_balance(0.0 if there else None), None))
        self.balance.value_entered.connect(lambda value: self._apply(set_balance(value), self.balance.entry))

    def _choose_growth(self, kind: int) -> None:
        assert self._comparison is not None
        before = self._comparison.outlook.growth.get(SHARED) or NoGrowth()
        if kind == _kind_of(before):
            return
        monthly = _FIRST_GROWTH if isinstance(before, NoGrowth) else before.monthly
        most = _FIRST_CEILING * max(values_now(self._comparison, USERS).values())
        growths: tuple[AnyGrowth, ...] = (
            NoGrowth(), ExponentialGrowth(monthly=monthly), LogisticGrowth(monthly=monthly, ceiling=max(1.0, most)),
        )  # fmt: skip
        self._apply(set_growth(growths[kind]), None)

    def _grow(self, monthly: float) -> None:
        self._apply(
            lambda outlook: set_growth(_regrown(outlook.growth[SHARED], monthly=monthly))(outlook), self.growth.entry
        )

    def _cap(self, ceiling: float) -> None:
        self._apply(
            lambda outlook: set_growth(_regrown(outlook.growth[SHARED], ceiling=ceiling))(outlook), self.ceiling.entry
        )


def _regrown(growth: AnyGrowth, **fields: float) -> AnyGrowth:
    return type(growth)(**{**vars(growth), **fields})


def _kind_of(growth: AnyGrowth) -> int:
    return (NoGrowth, ExponentialGrowth, LogisticGrowth).index(type(growth))


def _heading() -> QLabel:
    label = QLabel()
    label.setProperty("tone", "caption")
    label.setContentsMargins(0, GRID, 0, 0)
    return label
