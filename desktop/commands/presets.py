"""Presets: a firm's published values, or a kind of user, taken over into one business model in one step."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.comparison.preset_words import told_confidences
from core.comparison.presets import all_presets, apply_preset, presets_of
from core.wording.text import Text, Words
from desktop.session import Session

DONE = Text("{name} has the values of “{preset}” now: {values}.", "{name}已采用“{preset}”的数值：{values}。")
NONE = Text("There are no presets for {name}.", "{name}没有可用的预设。")
ALREADY = Text("{name} has the values of “{preset}” already.", "{name}已是“{preset}”的数值。")


class Presets(QObject):
    """The dialog is imported when it is first wanted."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def ask(self, alternative: str) -> None:
        """Offer the presets of an alternative."""
        if not presets_of(self._session.comparison, alternative):
            name = self._session.comparison.alternative(alternative).name
            self._session.reported.emit(NONE.filled(name=name), False)
            return
        from desktop.dialogs.presets import PresetDialog

        PresetDialog(self._session, alternative, self.use, self._window).open()

    def use(self, alternative: str, id: str) -> None:
        """Take a preset over, and say so."""
        before = self._session.document
        if not self._session.edit(lambda comparison: apply_preset(comparison, alternative, id)):
            return
        preset = next(preset for preset in all_presets() if preset.id == id)
        names: dict[str, Words] = {
            "name": self._session.comparison.alternative(alternative).name,
            "preset": preset.name,
        }
        if self._session.document is before:
            self._session.reported.emit(ALREADY.filled(**names), False)
        else:
            self._session.reported.emit(DONE.filled(**names, values=told_confidences(preset)), True)
