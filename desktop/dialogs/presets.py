"""Which preset shall a business model take? Each with a line about it and what its values rest on; what would change is
said before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.comparison.preset_words import told_confidences
from core.comparison.presets import Preset, apply_preset, presets_of
from core.wording.text import Language, Text, words
from desktop.panels.chart_frame import scrolled
from desktop.session import Session
from desktop.steps import foreseen
from desktop.theme import GRID, HALF
from desktop.widgets.wrapped_label import WrappedLabel

TITLE = Text("Presets for {name}", "{name}的预设")
FIRMS = Text("Firms", "企业")
USERS = Text("What users ask for", "用户用量")
CHANGES = Text("Changes: {what}", "将改变：{what}")
NOTHING = Text("Nothing would change.", "没有变化。")
USE = Text("Use preset", "使用预设")
WIDTH, HEIGHT = 76 * GRID, 70 * GRID


class PresetDialog(QDialog):
    """One choice; `then` is handed the alternative and the preset."""

    def __init__(self, session: Session, alternative: str, then: Callable[[str, str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._alternative, self._then = session, alternative, then
        language, comparison = session.language, session.comparison
        self.setWindowTitle(TITLE.filled(name=comparison.alternative(alternative).name)(language))
        self.choices: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(lambda *_: self._foresee())
        self.outcome = WrappedLabel("muted")
        self.use = QPushButton(USE(language))
        presets = presets_of(comparison, alternative)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(scrolled(self._list(presets, language)), 1)
        column.addWidget(self.outcome)
        column.addWidget(self._buttons())
        self.resize(WIDTH, min(HEIGHT, parent.height() - 6 * GRID))
        next(iter(self.choices.values())).setChecked(True)

    @property
    def chosen(self) -> str:
        """The id of the preset chosen."""
        return next(id for id, button in self.choices.items() if button.isChecked())

    def accept(self) -> None:
        """Take it."""
        chosen = self.chosen
        super().accept()
        self._then(self._alternative, chosen)

    def _list(self, presets: tuple[Preset, ...], language: Language) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(HALF)
        for heading, members in (
            (FIRMS, [preset for preset in presets if preset.model is not None]),
            (USERS, [preset for preset in presets if preset.model is None]),
        ):
            if not members:
                continue
            label = QLabel(heading(language))
            label.setProperty("tone", "title")
            column.addWidget(label)
            for preset in members:
                self._add(column, preset, language)
            column.addSpacing(GRID)
        return holder

    def _add(self, column: QVBoxLayout, preset: Preset, language: Language) -> None:
        button = QRadioButton(preset.name(language).replace("&", "&&"))
        bold = button.font()
        bold.setBold(True)
        button.setFont(bold)
        about, rests = preset.help(language), told_confidences(preset)(language)
        button.setAccessibleDescription(f"{about} {rests}")
        self._group.addButton(button)
        self.choices[preset.id] = button
        column.addWidget(button)
        for words_, tone in ((about, ""), (rests, "caption")):
            line = WrappedLabel(tone)
            line.setContentsMargins(3 * GRID, 0, 0, 0)
            line.say(words_)
            column.addWidget(line)
        column.addSpacing(HALF)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use.setProperty("kind", "primary")
        self.use.setDefault(True)
        buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _foresee(self) -> None:
        """What the preset would change."""
        if not any(button.isChecked() for button in self.choices.values()):
            return
        before, language = self._session.comparison, self._session.language
        after = apply_preset(before, self._alternative, self.chosen)
        same = after is before
        told = NOTHING if same else CHANGES.filled(what=foreseen(before, after, self._alternative))
        self.outcome.say(words(told, language))
        self.use.setEnabled(not same)
