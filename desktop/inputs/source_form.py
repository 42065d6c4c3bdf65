"""Where a number comes from, to be written down: words, day, how far to trust it, link."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from core.errors import EvenkeelError
from core.model.confidence_words import CONFIDENCE
from core.model.definition import Confidence, Source
from core.wording.entries.dates import parse_date
from core.wording.text import Language, Text
from desktop.theme import HALF
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.line_entry import LineEntry
from desktop.widgets.wrapped_label import WrappedLabel

WHERE = Text("Where from", "出处")
CHECKED = Text("Looked at on", "核对日期")
TRUST = Text("How sure", "可信度")
LINK = Text("Link", "链接")
WHERE_HINT = Text("Price list, contract…", "价目表、合同……")
LINK_HINT = Text("https://… (optional)", "https://……（可不填）")
KEEP = Text("Keep source", "保存来源")
CANCEL = Text("Cancel", "取消")
NOTHING = Text("Say in a few words where the number comes from.", "请简单写明数字的出处。")
NO_LINK = Text("A link begins with https:// or http://.", "链接须以 https:// 或 http:// 开头。")
_SHORT: dict[Confidence, Text] = {
    Confidence.PRIMARY: Text("First-hand", "一手资料"),
    Confidence.SECONDARY: Text("Second-hand", "二手资料"),
    Confidence.ESTIMATE: Text("Worked out", "推算"),
    Confidence.ASSUMPTION: Text("An assumption", "假设"),
}


class SourceForm(QWidget):
    """Filled with a source, or with nothing; gives another one when it is kept."""

    kept = Signal(object)  # a Source
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._language: Language = "en"
        self._before: Source | None = None
        self._trusted_first = 0
        self.reason: Text | None = None  # why it was not kept
        self.where, self.checked, self.link = LineEntry(self), LineEntry(self), LineEntry(self)
        self.trust = ChoiceList(self)
        self.trust.addItems([""] * len(Confidence))
        self.problem = WrappedLabel("bad", self)
        self.problem.hide()
        self.keep, self.cancel = QPushButton(self), QPushButton(self)
        self.cancel.setProperty("kind", "quiet")
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.left)
        self._names = [QLabel(self) for _ in range(4)]
        self._lay_out()

    def stops(self) -> Sequence[QWidget]:
        """What Tab goes through."""
        return (self.where, self.checked, self.trust, self.link, self.keep, self.cancel)

    def fill(self, source: Source | None, today: date, language: Language) -> None:
        """Start from a source, or from nothing looked at today."""
        self._before = source
        self.where.setText(source.text(language) if source else "")
        self.checked.setText((source.checked if source else today).isoformat())
        self.link.setText(source.url if source else "")
        self.trust.setCurrentIndex(list(Confidence).index(source.confidence if source else Confidence.ASSUMPTION))
        for field in self._written:
            field.setCursorPosition(0)
        self._trusted_first = self.trust.currentIndex()
        self.reason = None
        self.problem.say("")
        self.say(language)

    @property
    def changed(self) -> bool:
        """Whether anything was written or chosen since it was filled."""
        written = any(field.isModified() for field in self._written)
        return written or self.trust.currentIndex() != self._trusted_first

    def draft(self) -> tuple[str, ...]:
        """What stands in it."""
        return (*(field.text() for field in self._written), str(self.trust.currentIndex()))

    def resume(self, draft: tuple[str, ...]) -> None:
        """Go on with what stood in it."""
        *texts, trust = draft
        for field, text in zip(self._written, texts, strict=True):
            field.go_on(text)
        self.trust.setCurrentIndex(int(trust))

    @property
    def _written(self) -> tuple[LineEntry, ...]:
        return self.where, self.checked, self.link

    def say(self, language: Language) -> None:
        """Speak this language from now on; what was typed stays."""
        self._language = language
        fields = (self.where, self.checked, self.trust, self.link)
        for name, field, text in zip(self._names, fields, (WHERE, CHECKED, TRUST, LINK), strict=True):
            name.setText(text(language))
            field.setAccessibleName(text(language))
        for index, confidence in enumerate(Confidence):
            self.trust.setItemText(index, _SHORT[confidence](language))
            self.trust.setItemData(index, CONFIDENCE[confidence](language), Qt.ItemDataRole.ToolTipRole)
        self.where.setPlaceholderText(WHERE_HINT(language))
        self.link.setPlaceholderText(LINK_HINT(language))
        self.keep.setText(KEEP(language))
        self.cancel.setText(CANCEL(language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        typed, link = self.where.text().strip(), self.link.text().strip()
        if not typed:
            self._refuse(NOTHING, self.where)
            return
        if link and not link.startswith(("https://", "http://")):
            self._refuse(NO_LINK, self.link)
            return
        try:
            checked = parse_date(self.checked.text())
        except EvenkeelError as problem:
            self._refuse(problem.text(), self.checked)
            return
        confidence = list(Confidence)[self.trust.currentIndex()]
        self.kept.emit(Source(text=self._words(typed), confidence=confidence, checked=checked, url=link))

    def _words(self, typed: str) -> Text:
        """What was not touched keeps both of its languages."""
        if self._before is not None and typed == self._before.text(self._language):
            return self._before.text
        return Text(typed, typed)

    def _refuse(self, reason: Text, field: QLineEdit) -> None:
        self.reason = reason
        self.problem.say(reason(self._language))
        field.setAccessibleDescription(reason(self._language))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(HALF)
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(
            zip(self._names, (self.where, self.checked, self.trust, self.link), strict=True)
        ):
            name.setProperty("tone", "caption")
            name.setBuddy(field)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.problem, 4, 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(HALF)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        grid.addLayout(buttons, 5, 0, 1, 2)
