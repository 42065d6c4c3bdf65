"""`Use these prices`: which business model takes them, and in which place; says before what will change, or why not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.comparison.differences.difference import differences
from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.prices.book import PriceRow
from core.prices.using import Use, place_of_driver, use_prices, uses_of
from core.wording.text import Text, words
from desktop.session import Session
from desktop.steps import foreseen
from desktop.theme import GRID, HALF
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.look import set_look
from desktop.widgets.wrapped_label import WrappedLabel

TITLE = Text("Use these prices in", "把这份价格用于")
AS = Text("as", "作为")
WHO, WHERE = Text("Business model", "商业模式"), Text("Place", "位置")
USE = Text("Use these prices", "使用这份价格")
UNDO = Text("Undo", "撤销")
ALREADY = Text("{name} has these prices already.", "{name}已采用这份价格。")
DONE = Text("{name} uses the prices of {row} now.", "{name}已改用 {row} 的价格。")

IN_BASE = Text(
    "{told} They stand in the comparison itself, not in the scenario.", "{told}价格写入对比本身，而非当前情景。"
)


class UseForm(QWidget):
    """Follows the row chosen and the comparison."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row: PriceRow | None = None
        self._uses: tuple[Use, ...] = ()
        self._wish = ""  # the alternative a person asked for; empty while nobody did
        self._place_wish = ""
        self._after: Comparison | None = None
        self._title, self._as = QLabel(), QLabel()
        self.who, self.where = ChoiceList(), ChoiceList()
        self.outcome = WrappedLabel()
        self.use, self.undo = QPushButton(), QPushButton()
        self.use.setProperty("kind", "primary")
        self.undo.setProperty("kind", "quiet")
        self.undo.hide()
        self._done: tuple[Comparison, Text] | None = None
        self._lay_out()
        self.who.activated.connect(self._choose_who)
        self.where.activated.connect(self._choose_where)
        self.use.clicked.connect(self.use_now)
        self.undo.clicked.connect(session.undo)
        session.comparison_changed.connect(self.refresh)

    def wish(self, alternative: str, driver: str = "") -> None:
        """Propose this alternative, and the place this driver belongs to."""
        self._wish = alternative
        place = place_of_driver(self._session.comparison, alternative, driver) if driver else None
        self._place_wish = place.id if place is not None else ""
        self.refresh()

    def show_row(self, row: PriceRow | None) -> None:
        """Offer this row."""
        self._row, self._done = row, None
        self.refresh()

    def use_now(self) -> None:
        """Take the prices over, in one step of undo."""
        row, id = self._row, self._alternative()
        if row is None or not self._session.edit(lambda c: use_prices(c, id, row, self._place())):
            return
        comparison = self._session.comparison
        told = DONE.filled(name=comparison.alternative(id).name, row=row.name)
        if self._session.scenario is not None:
            told = IN_BASE.filled(told=told)
        self._done = (comparison, told)
        self.refresh()
        self._session.reported.emit(told, True)

    def refresh(self) -> None:
        """Say everything as it is now."""
        comparison, language, row = self._session.comparison, self._session.language, self._row
        for label, text in ((self._title, TITLE), (self._as, AS)):
            label.setText(text(language))
        for box, text in ((self.who, WHO), (self.where, WHERE)):
            box.setAccessibleName(text(language))
        self.use.setText(USE(language))
        self.undo.setText(UNDO(language))
        ids = [alternative.id for alternative in comparison.alternatives]
        if self._wish not in ids:
            self._wish = ""
        chosen = self._wish or _first_that_can(comparison, row)
        _fill(self.who, [(a.id, words(a.name, language)) for a in comparison.alternatives], chosen)
        self._uses = uses_of(comparison, chosen, row) if row is not None else ()
        places = [(use.id, use.label(language)) for use in self._uses]
        _fill(self.where, places, self._place_wish)
        for widget in (self.where, self._as):
            widget.setVisible(len(places) > 1)
        self._foresee()

    def _foresee(self) -> None:
        """What will change, or why nothing can."""
        comparison, language, row = self._session.comparison, self._session.language, self._row
        done = self._done is not None and self._done[0] is comparison
        self.undo.setVisible(done)
        if row is None:
            self._say("", "", can=False)
            return
        try:
            after = use_prices(comparison, self._alternative(), row, self._place())
        except EvenkeelError as refusal:
            self._say(refusal.text()(language), "warn", can=False)
            return
        name = comparison.alternative(self._alternative()).name
        if done and self._done is not None:
            self._say(self._done[1](language), "good", can=False)
        elif after is comparison:
            self._say(ALREADY.filled(name=name)(language), "muted", can=False)
        else:
            told = foreseen(comparison, after, self._alternative())(language)
            values = [change for change in differences(comparison, after) if "." not in change.what]  # sources aside
            tip = "\n".join(change.sentence(language) for change in values)
            self._say(told, "muted", can=True, tip=tip)

    def _say(self, told: str, tone: str, *, can: bool, tip: str = "") -> None:
        self.outcome.setToolTip(tip)  # the sentence names the first change only
        self.outcome.setAccessibleDescription(tip)
        set_look(self.outcome, "tone", tone)
        self.outcome.say(told)
        self.use.setEnabled(can)

    def _alternative(self) -> str:
        return str(self.who.currentData())

    def _place(self) -> str | None:
        return str(self.where.currentData()) if self._uses else None

    def _choose_who(self, _index: int) -> None:
        self._wish = self._alternative()
        self.refresh()

    def _choose_where(self, _index: int) -> None:
        self._place_wish = str(self.where.currentData())
        self.refresh()

    def _lay_out(self) -> None:
        for box in (self.who, self.where):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._title.setProperty("tone", "muted")
        place = QHBoxLayout()
        place.setSpacing(GRID)
        place.addWidget(self._as)
        place.addWidget(self.where, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.use)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._title)
        layout.addWidget(self.who)
        layout.addLayout(place)
        layout.addWidget(self.outcome)
        layout.addStretch(1)
        layout.addLayout(buttons)


def _first_that_can(comparison: Comparison, row: PriceRow | None) -> str:
    """The first alternative that takes the row as it is, else one that has a place for it, else the first."""
    ids = [alternative.id for alternative in comparison.alternatives]
    with_places = [id for id in ids if row is not None and uses_of(comparison, id, row)]
    for id in with_places:
        assert row is not None
        try:
            use_prices(comparison, id, row, uses_of(comparison, id, row)[0].id)
        except EvenkeelError:
            continue
        return id
    return (with_places or ids)[0]


def _fill(box: QComboBox, entries: Sequence[tuple[str, str]], chosen: str) -> None:
    """The entries of a list by their ids; the first where the one wished for is not among them."""
    with QSignalBlocker(box):
        if entries != [(box.itemData(place), box.itemText(place)) for place in range(box.count())]:
            box.clear()
            for id, label in entries:
                box.addItem(label, id)
        box.setCurrentIndex(max(0, box.findData(chosen)) if entries else -1)
