"""Under the editor, on request: meaning, source, range and note of one value, and whether it may be handed on."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.model.definition import Source
from core.wording.text import Text, words
from desktop.inputs.range_form import RangeForm
from desktop.inputs.rows import Place
from desktop.inputs.source_form import SourceForm
from desktop.inputs.source_words import range_of, source_of, told_range, told_source
from desktop.inputs.waiting import Draft, Waiting
from desktop.session import Session
from desktop.theme import GRID, HALF, Theme, measures
from desktop.widgets.line_entry import LineEntry
from desktop.widgets.wrapped_check import WrappedCheckBox
from desktop.widgets.wrapped_label import WrappedLabel

MEANING = Text("Meaning", "含义")
SOURCE = Text("Source", "来源")
RANGE = Text("Usual range", "常见范围")
NOTE = Text("Note", "说明")
NOTE_HINT = Text("Why this figure?", "为何取此值？")
NOTE_HELP = Text("For whoever reads it later", "写给以后的读者")
EDIT_SOURCE = Text("Edit source", "修改来源")
EDIT_RANGE = Text("Edit range", "修改范围")
PRIVATE = Text("Private: left out of templates", "保密：分享模板时不包含")
PRIVATE_HELP = Text(
    "When this comparison is sent on as a template, the template’s own value stands here instead.",
    "把这份对比作为模板发给别人时，此处换成模板自带的值。",
)
_READABLE = Qt.TextInteractionFlag.TextBrowserInteraction


class Details(QWidget):
    """Reads from the comparison and edits it. A form that is left unfinished waits in `drafts`."""

    drafts_changed = Signal()

    def __init__(self, session: Session, theme: Theme, drafts: Waiting[Draft], parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._drafts = session, drafts
        self._place: Place | None = None
        self._today = date.min
        self._names = [QLabel(self) for _ in range(4)]
        self._meaning, self._range = WrappedLabel("small", self), WrappedLabel("small", self)
        self._source = WrappedLabel("small", self, rich=True)
        self.edit_source, self.edit_range = QPushButton(self), QPushButton(self)
        self.source_form, self.range_form = SourceForm(self), RangeForm(theme, self)
        self.note, self.private = LineEntry(self), WrappedCheckBox(self)
        self._lay_out()
        self.note.editingFinished.connect(self._keep_note)
        self.private.clicked.connect(self._keep_private)
        self.edit_source.clicked.connect(self._open_source)
        self.edit_range.clicked.connect(self._open_range)
        self.source_form.kept.connect(self._keep_source)
        self.range_form.kept.connect(self._keep_range)
        self.source_form.left.connect(lambda: self._done_with(self.source_form))
        self.range_form.left.connect(lambda: self._done_with(self.range_form))

    def stops(self) -> list[QWidget]:
        """What Tab goes through, as it stands."""
        return [
            self.edit_source, *self.source_form.stops(), self.edit_range, *self.range_form.stops(),
            self.note, self.private,
        ]  # fmt: skip

    def show_place(self, place: Place, today: date) -> None:
        """Tell about this cell."""
        moved, self._place, self._today = self._place is not place, place, today
        if moved:
            self._close(self.source_form)
            self._close(self.range_form)
            self._go_on_with(self._drafts.at(place))
        language, comparison = self._session.language, self._session.comparison
        self._say()
        self._meaning.say(place.driver.help(language))
        self._source.say(told_source(comparison, place, today, language))
        self._range.say(told_range(comparison, place, language))
        self.private.setChecked(place.setting(comparison).private)
        if not self.note.isModified():
            self.note.setText(words(place.setting(comparison).note, language))
            self.note.setCursorPosition(0)

    def keep(self) -> None:
        """Nothing that was typed is lost when the editor goes elsewhere."""
        self._keep_note()
        if self._place is not None:
            open_forms = [form for form in (self.source_form, self.range_form) if not form.isHidden() and form.changed]
            drafts = {type(form): form.draft() for form in open_forms}
            self._drafts.keep(self._place, drafts or None)
            self.drafts_changed.emit()

    @property
    def asks(self) -> bool:
        """Whether a form stands open."""
        return self.source_form.isVisible() or self.range_form.isVisible()

    def settle(self) -> Text | None:
        """Keep the note and what was changed in an open form, as its button would; why not, where that is refused."""
        self._keep_note()
        for form in (self.source_form, self.range_form):
            if not form.isHidden() and form.changed:
                form.keep.click()
                if not form.isHidden():
                    return form.reason
        return None

    def _say(self) -> None:
        language = self._session.language
        for label, text in zip(self._names, (MEANING, SOURCE, RANGE, NOTE), strict=True):
            label.setText(text(language))
        for label, text in ((self._source, SOURCE), (self._range, RANGE), (self._meaning, MEANING)):
            label.setAccessibleName(text(language))
        self.edit_source.setText(EDIT_SOURCE(language))
        self.edit_range.setText(EDIT_RANGE(language))
        self.private.say(PRIVATE(language))
        self.private.setToolTip(PRIVATE_HELP(language))
        self.private.setAccessibleDescription(PRIVATE_HELP(language))
        self.note.setAccessibleName(NOTE(language))
        self.note.setPlaceholderText(NOTE_HINT(language))
        self.note.setToolTip(NOTE_HELP(language))
        for form in (self.source_form, self.range_form):
            if not form.isHidden():
                form.say(language)

    # --- source and range ----------------------------------------------------------------------------------------

    def _open_source(self) -> None:
        self._show_source_form()
        self.source_form.where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_range(self) -> None:
        self._show_range_form()
        self.range_form.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on_with(self, draft: Draft | None) -> None:
        """The forms as they were left."""
        for form, show in ((self.source_form, self._show_source_form), (self.range_form, self._show_range_form)):
            if draft is not None and type(form) in draft:
                show()
                form.resume(draft[type(form)])

    def _show_source_form(self) -> None:
        assert self._place is not None
        self.source_form.fill(source_of(self._session.comparison, self._place), self._today, self._session.language)
        self.edit_source.hide()
        self.source_form.show()

    def _show_range_form(self) -> None:
        assert self._place is not None
        driver, now = self._place.driver, range_of(self._session.comparison, self._place)
        self.range_form.fill(now, driver.range, driver.unit, self._session.language)
        stops = self.range_form.stops()
        for before, after in pairwise((self.edit_range, *stops)):  # the entries are new
            QWidget.setTabOrder(before, after)
        self.edit_range.hide()
        self.range_form.show()

    def _keep_source(self, source: Source) -> None:
        place = self._place
        if place is not None:
            self._done_with(self.source_form)
            self._session.edit(lambda comparison: edits.set_source(comparison, place.where, place.driver.id, source))

    def _keep_range(self, low: float, high: float, why: str) -> None:
        place = self._place
        if place is None:
            return

        def change(comparison: Comparison) -> Comparison:
            return edits.set_range_ends(comparison, place.where, place.driver.id, low, high, why)

        try:
            change(self._session.comparison)
        except EvenkeelError as problem:
            self.range_form.refuse(problem.text())
            return
        self._done_with(self.range_form)
        self._session.edit(change)

    def _done_with(self, form: SourceForm | RangeForm) -> None:
        """Kept or given up: nothing of it waits any more."""
        self._close(form).setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep()

    def _close(self, form: SourceForm | RangeForm) -> QPushButton:
        """The button that opened the form stands there again."""
        opener = self.edit_source if form is self.source_form else self.edit_range
        form.hide()
        opener.show()
        return opener

    # --- note and privacy ----------------------------------------------------------------------------------------

    def _keep_note(self) -> None:
        if self._place is None or not self.note.isModified():
            return
        self.note.setModified(False)
        place, note = self._place, self.note.text().strip()
        self._session.edit(lambda comparison: edits.set_note(comparison, place.where, place.driver.id, note))

    def _keep_private(self, private: bool) -> None:
        place = self._place
        if place is not None:
            self._session.edit(lambda comparison: edits.set_private(comparison, place.where, place.driver.id, private))

    def _lay_out(self) -> None:
        for label in (self._meaning, self._source, self._range):
            label.setTextInteractionFlags(_READABLE)
            label.setOpenExternalLinks(True)
        for button in (self.edit_source, self.edit_range):
            button.setProperty("kind", "link")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, HALF, 0, 0)
        layout.setHorizontalSpacing(GRID)
        layout.setVerticalSpacing(HALF)
        layout.setColumnStretch(1, 1)
        meaning = _stacked(self._meaning)
        source = _stacked(self._source, self.edit_source)
        usual = _stacked(self._range, self.edit_range)
        level = round(measures("body").ascent() - measures("caption").ascent())
        for row, (name, field) in enumerate(zip(self._names, (meaning, source, usual), strict=False)):
            name.setContentsMargins(0, level, 0, 0)  # on the line that the words beside it begin with
            layout.addWidget(name, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(field, 2 * row, 1)
        for row, form in ((3, self.source_form), (5, self.range_form)):
            layout.addWidget(form, row, 0, 1, 2)  # the whole width: names, fields and buttons need it
        for name in self._names:
            name.setProperty("tone", "caption")
        layout.addWidget(self._names[3], 6, 0)
        layout.addWidget(self.note, 6, 1)
        layout.addWidget(self.private, 7, 0, 1, 2)
        self.source_form.hide()
        self.range_form.hide()


def _stacked(label: QWidget, button: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(label)
    if button is not None:
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return column
