"""Asks for an actual figure: of which business model, of which line, how much; the variance is told while typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.comparison.edits.actuals import is_actual
from core.errors import EvenkeelError
from core.questions.actuals import Figure, figures_of, variance_of
from core.wording.entries.parsing import parse_number
from core.wording.numbers import both
from core.wording.quantities import editable, exact_value, format_value
from core.wording.text import Language, Text, words
from core.wording.unit_words import unit_label
from desktop.differences import variance_words
from desktop.session import Session
from desktop.theme import GRID, font
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.wrapped_label import WrappedLabel

TITLE = Text("Actual figure", "实际数")
WHO, WHAT, AMOUNT = Text("Business model", "商业模式"), Text("Line", "项目"), Text("Actual", "实际")
HERE = Text("This comparison says {planned}.", "本对比的数值为 {planned}。")
UNDEFINED = Text("This comparison gives no figure here.", "本对比在此没有数值。")
VARIANCE = Text("{read}. Variance: {variance}", "{read}。差异：{variance}")
TAKE = Text("Enter", "录入")
WIDTH = 58 * GRID
_ID = Qt.ItemDataRole.UserRole


class ActualDialog(QDialog):
    """`then` is handed the alternative, the line and the figure in the line's unit."""

    def __init__(
        self, session: Session, alternative: str, line: str, then: Callable[[str, str, float], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE(session.language))
        self._session, self._then = session, then
        self._figures: dict[str, Figure] = {}
        self._value: float | None = None
        self.who, self.what, self.amount = ChoiceList(), ChoiceList(), QLineEdit()
        self.here, self.told = WrappedLabel("muted"), WrappedLabel()
        self.take = QPushButton(TAKE(session.language))
        for a in session.comparison.alternatives:
            self.who.addItem(words(a.name, session.language), a.id)
        self.who.setCurrentIndex(max(0, self.who.findData(alternative)))
        self._lay_out(session.language)
        self._list_lines(line)
        self.who.currentIndexChanged.connect(lambda _: self._list_lines(str(self.what.currentData(_ID) or "")))
        self.what.currentIndexChanged.connect(lambda _: self._start())
        self.amount.textChanged.connect(lambda _: self._understand())
        self.setFixedWidth(WIDTH)
        self.amount.setFocus()
        self.amount.selectAll()

    def accept(self) -> None:
        """Take the figure; without one nothing happens."""
        if self._value is None:
            return
        alternative, line, value = self._alternative(), self._figure().line, self._value
        super().accept()
        self._then(alternative, line, value)

    def _alternative(self) -> str:
        return str(self.who.currentData())

    def _figure(self) -> Figure:
        return self._figures[str(self.what.currentData(_ID))]

    def _list_lines(self, wanted: str) -> None:
        """The lines of the business model chosen; the line chosen stays where it has it too."""
        comparison, language = self._session.comparison, self._session.language
        self._figures = {figure.line: figure for figure in figures_of(comparison, self._alternative())}
        model, group = QStandardItemModel(self), None
        for figure in self._figures.values():
            if figure.group is not group:
                group = figure.group
                model.appendRow(_heading(group(language)))
            item = QStandardItem(figure.label(language))
            item.setData(figure.line, _ID)
            model.appendRow(item)
        self.what.setModel(model)
        line = wanted if wanted in self._figures else next(iter(self._figures))
        self.what.setCurrentIndex(self.what.findData(line, _ID))
        self._start()

    def _start(self) -> None:
        """Another line: its own figure, if it has one, and what the comparison says."""
        if self.what.currentData(_ID) is None:
            return
        figure, language = self._figure(), self._session.language
        known = figure.planned == figure.planned
        planned = both(format_value, figure.planned, figure.unit)
        self.here.say((HERE.filled(planned=planned) if known else UNDEFINED)(language))
        self.amount.setPlaceholderText(unit_label(figure.unit)(language))
        entered = self._entered(figure.line)
        self.amount.setText("" if entered is None else editable(entered, figure.unit, language))
        self._understand()

    def _entered(self, line: str) -> float | None:
        for check in self._session.comparison.reference_checks:
            if is_actual(check) and (check.alternative, check.figure) == (self._alternative(), line):
                return check.published
        return None

    def _understand(self) -> None:
        """While typing: what it means, and the variance."""
        figure, language = self._figure(), self._session.language
        self._value = None
        told = ""
        if self.amount.text().strip():
            try:
                read = parse_number(self.amount.text(), figure.unit)
            except EvenkeelError as problem:
                told = problem.text()(language)
            else:
                self._value = read.value
                found = variance_of(self._session.comparison, self._alternative(), figure, read.value)
                variance = variance_words(found, language).replace("\n", "，" if language == "zh" else ", ")
                amount = both(exact_value, read.value, figure.unit)
                told = VARIANCE.filled(read=amount, variance=variance)(language)
        self.told.say(told or " ")
        self.amount.setAccessibleDescription(told)
        self.take.setEnabled(self._value is not None)

    def _lay_out(self, language: Language) -> None:
        form = QFormLayout()
        form.setSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in ((WHO, self.who), (WHAT, self.what), (AMOUNT, self.amount)):
            label = QLabel(text(language))
            label.setBuddy(field)
            field.setAccessibleName(text(language))
            form.addRow(label, field)
            if field is self.what:
                form.addRow("", self.here)
        form.addRow("", self.told)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take.setProperty("kind", "primary")
        self.take.setDefault(True)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(form)
        column.addWidget(buttons)


def _heading(told: str) -> QStandardItem:
    item = QStandardItem(told)
    item.setFont(font("caption", bold=True))
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
