"""Under the editor, on request: source, range and note of one value."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from core.comparison import edits
from core.wording.text import Text, words
from desktop.inputs.rows import Place
from desktop.inputs.source_words import told_range, told_source
from desktop.session import Session
from desktop.theme import GRID, HALF

MEANING = Text("Meaning", "含义")
SOURCE = Text("Source", "来源")
RANGE = Text("Usual range", "常见范围")
NOTE = Text("Note", "说明")
NOTE_HINT = Text("Why this figure? For whoever reads it later.", "为何取此值？写给以后的读者。")
_READABLE = Qt.TextInteractionFlag.TextBrowserInteraction


class Details(QWidget):
    """Reads from the comparison; the note alone can be changed here."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._place: Place | None = None
        self._names = [QLabel(self) for _ in range(4)]
        self._meaning, self._source, self._range = (QLabel(self) for _ in range(3))
        self.note = QLineEdit(self)
        self.note.editingFinished.connect(self._keep_note)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, HALF, 0, 0)
        layout.setHorizontalSpacing(GRID)
        layout.setVerticalSpacing(HALF)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for name, field in zip(self._names, (self._meaning, self._source, self._range, self.note), strict=True):
            name.setProperty("tone", "caption")
            layout.addRow(name, field)
        for label in (self._meaning, self._source, self._range):
            label.setWordWrap(True)
            label.setTextInteractionFlags(_READABLE)
            label.setOpenExternalLinks(True)
            label.setProperty("tone", "small")

    def show_place(self, place: Place, today: date) -> None:
        """Tell about this cell."""
        self._place = place
        language, comparison = self._session.language, self._session.comparison
        for label, text in zip(self._names, (MEANING, SOURCE, RANGE, NOTE), strict=True):
            label.setText(text(language))
        self._meaning.setText(place.driver.help(language))
        self._source.setText(told_source(comparison, place, today, language))
        self._range.setText(told_range(comparison, place, language))
        for label, text in ((self._source, SOURCE), (self._range, RANGE), (self._meaning, MEANING)):
            label.setAccessibleName(text(language))
        self.note.setAccessibleName(NOTE(language))
        self.note.setPlaceholderText(NOTE_HINT(language))
        if not self.note.isModified():
            self.note.setText(words(place.setting(comparison).note, language))
            self.note.setCursorPosition(0)

    def keep(self) -> None:
        """Nothing that was typed is lost when the editor goes elsewhere."""
        self._keep_note()

    def _keep_note(self) -> None:
        if self._place is None or not self.note.isModified():
            return
        self.note.setModified(False)
        place, note = self._place, self.note.text().strip()
        self._session.edit(lambda comparison: edits.set_note(comparison, place.where, place.driver.id, note))
