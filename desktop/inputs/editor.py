"""The editor under a cell: slider, entry, unit, whether the value is shared, where it comes from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.comparison import edits
from core.model.definition import Confidence
from core.wording.text import Text
from desktop import clock
from desktop.inputs.chip import Chip
from desktop.inputs.faces import names_of
from desktop.inputs.links import change_link
from desktop.inputs.range_hint import RangeHint
from desktop.inputs.reset import ResetButton
from desktop.inputs.rows import Place
from desktop.inputs.source_dot import SourceDot
from desktop.inputs.source_words import range_of, source_of
from desktop.inputs.uncertainty import Uncertainty
from desktop.inputs.value_controls import Controls, controls_for
from desktop.inputs.value_edits import ValueEdits
from desktop.inputs.waiting import Draft, Waiting
from desktop.session import Session
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.line_entry import LineEntry

if TYPE_CHECKING:
    from desktop.inputs.details import Details

ALL = Text("All business models", "所有商业模式")


class CellEditor(QWidget):
    """One editor for the whole grid; it moves to the cell that is worked on."""

    left = Signal()  # Esc
    grown = Signal()  # a message or the details take more room
    refused_changed = Signal()  # something typed was not taken and is kept, or no longer is

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._place: Place | None = None
        self._controls: Controls | None = None
        self.refused, self.drafts = Waiting[str](), Waiting[Draft]()  # values and forms that are not taken yet
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below it is painted with it in a drag
        self._who = ElidedLabel(self)
        self._who.setProperty("tone", "caption")
        self._who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.chip = Chip(theme, self)
        self.dot = SourceDot(theme, self)
        self.reset = ResetButton(session, theme, self)
        self.hint = RangeHint(self)
        self.uncertainty = Uncertainty(session, self)
        self.uncertainty.hide()
        self._details: Details | None = None
        self._room = QVBoxLayout()
        self._lay_out()
        self.chip.change_requested.connect(self._change_link)
        self.dot.clicked.connect(self._toggle_details)
        self.hint.extend_requested.connect(self._extend)
        session.dragging_changed.connect(lambda dragging: None if dragging else self.refresh())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(HALF)
        head.addWidget(self._who, 1)
        head.addWidget(self.uncertainty.offer)
        head.addWidget(self.reset)
        head.addWidget(self.chip)
        head.addWidget(self.dot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, GRID)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._room)
        layout.addWidget(self.hint)
        layout.addWidget(self.uncertainty)

    @property
    def place(self) -> Place | None:
        """The cell it belongs to."""
        return self._place

    @property
    def details(self) -> Details:
        """What is told about the value on request; made when it is first asked for."""
        if self._details is None:
            from desktop.inputs.details import Details  # imported here: the first look does without

            self._details = Details(self._session, self._theme, self.drafts, self)
            self._details.drafts_changed.connect(self.refused_changed)
            self._details.hide()
            self.layout().addWidget(self._details)
            for before, after in pairwise((self.dot, *self._details.stops())):
                self.setTabOrder(before, after)
        return self._details

    @property
    def controls(self) -> Controls | None:
        """What sets the value: slider and entry, or a switch."""
        return self._controls

    def stand(self, left: int, right: int) -> None:
        """Leave these to the sides free: the part in view, however far the rows are scrolled sideways."""
        self.layout().setContentsMargins(left + GRID, 0, right + GRID, GRID)

    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        inside = self._controls.stops() if self._controls else []
        head = [self.reset, self.chip, self.dot]
        below = self._details.stops() if self._details else []
        return [*inside, self.hint.extend, *self.uncertainty.stops(), *head, *below]

    def holds_focus(self) -> bool:
        """Whether somebody is here with the keyboard."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @property
    def at_work(self) -> bool:
        """Whether something is written here that is not taken yet, or a form stands open."""
        written = any(line.isModified() and line.isVisible() for line in self.findChildren(LineEntry))
        return written or (self._details is not None and self._details.asks)

    def settle_details(self) -> Text | None:
        """Keep what was written in the details; they are shown, and this is why, where some of it is refused."""
        if self._details is None:
            return None
        why = self._details.settle()
        if why is not None and not self._details.isVisible():
            self._details.show()
            self._details.settle()
        return why

    def stop_in_focus(self) -> int | None:
        """The number of the stop that has the focus: the stops themselves may be made anew."""
        focus = QApplication.focusWidget()
        return next((number for number, stop in enumerate(self.stops()) if stop is focus), None)

    def focus_stop(self, number: int | None) -> None:
        """Give the focus back to a stop."""
        if number is not None:
            self.stops()[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_place(self, place: Place) -> None:
        """Move to this cell."""
        moved = self._place is not place
        if moved:
            self.keep_refused()
            self._replace_controls(place)
            if self._details is not None:
                self._details.keep()
                self._details.note.setModified(False)
        self._place = place
        if moved and self.drafts.at(place) is not None:
            self.details.show()
        self._fill()
        self._describe()
        typed = self.refused.at(place)
        if moved and typed and self._controls is not None:
            self._controls.enter_again(typed)

    def forget(self) -> None:
        """Another comparison is open: what waited belongs to the one before."""
        self.refused.forget()
        self.drafts.forget()

    def take(self) -> None:
        """Take what is being typed: the editor is about to be called elsewhere, though nobody left its field."""
        if self._controls is not None:
            self._controls.take()

    def keep_refused(self) -> None:
        """What was typed and not taken is not lost when the editor goes elsewhere."""
        if self._place is not None and self._controls is not None:
            self.refused.keep(self._place, self._controls.refused or None)
            self.refused_changed.emit()

    def focus_entry(self, typed: str = "") -> None:
        """Go on in the entry, with the first key of a new value where one was pressed."""
        if self._controls is not None:
            self._controls.focus(typed)

    def refresh(self) -> None:
        """Show what the comparison holds now."""
        self._fill()
        if not self._session.dragging:  # words come and go: what stands below would jump under the hand
            self._describe()

    def _fill(self) -> None:
        if self._place is not None and self._controls is not None:
            comparison = self._session.comparison
            self._controls.fill(self._place.setting(comparison).value, range_of(comparison, self._place))

    def _describe(self) -> None:
        """Whose value it is, where it comes from, how sure it is, what it can be reset to."""
        if self._place is None or self._controls is None:
            return
        place, comparison, language = self._place, self._session.comparison, self._session.language
        self._controls.say(place.driver.label, language)
        everyone = len(place.alternatives) == len(comparison.alternatives) > 1
        who = ALL(language) if everyone else names_of(comparison, place, language)
        self._who.setText(who)
        self.chip.setVisible(not place.alone)
        self.chip.set_shared(place.shared)
        self.chip.set_words(place.driver.label, language)
        today = clock.today()
        source = source_of(comparison, place)
        assumed = source is not None and source.confidence is Confidence.ASSUMPTION
        self.dot.set_source(source.checked if source else None, today, assumed=assumed)
        self.dot.set_words(place.driver.label, language)
        self.hint.show_place(comparison, place, language)
        self.reset.show_place(place)
        self.uncertainty.show_place(place)
        if self._details is not None and not self._details.isHidden():
            self._details.show_place(place, today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What came into being at the lower end should be seen."""
        super().resizeEvent(event)
        if event.size().height() > event.oldSize().height():
            self.grown.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """On the ground of the row above, so that the two belong together."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colours.colour("sunken"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the cell."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _replace_controls(self, place: Place) -> None:
        if self._controls is not None:
            self._room.removeWidget(self._controls)
            self._controls.hide()
            self._controls.deleteLater()
        self._controls = controls_for(place.driver.unit, self._theme, self)
        self._room.addWidget(self._controls)
        ValueEdits(self._session, self._controls, place.where, place.driver)

    def _extend(self) -> None:
        place = self._place
        if place is not None:
            self._session.edit(lambda comparison: edits.extend_range(comparison, place.where, place.driver.id))

    def _toggle_details(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self.refresh()

    def _change_link(self, shall_be_shared: bool) -> None:
        if self._place is not None:
            below = self.chip.mapToGlobal(self.chip.rect().bottomLeft())
            change_link(self._session, self._place, shall_be_shared, self, below)
