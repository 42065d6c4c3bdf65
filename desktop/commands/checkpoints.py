"""Moments of the comparison kept under a name: to go back to, and to compare with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.comparison import edits
from core.wording.dates import full_date
from core.wording.numbers import both
from core.wording.text import Text, Words
from desktop import clock
from desktop.dialogs.rename import ask_name
from desktop.session import Session
from desktop.window.menus import Entry

TITLE = Text("Remember this moment", "记住此刻")
PROMPT = Text("Name of this moment, to find it again:", "为此刻命名，以便日后查找：")
PROPOSAL = Text("{day}, {time}", "{day} {time}")
REMEMBERED = Text("“{name}” is remembered.", "已存档“{name}”。")
BACK = Text("Back at “{name}”.", "已回到“{name}”。")
NONE = Text("No moments remembered yet", "暂无存档点")
GONE = Text("“{name}” is forgotten.", "已删除存档点“{name}”。")


class Checkpoints(QObject):
    """Each is one step of undo, going back too."""

    comparing_wanted = Signal(object)  # the name of the checkpoint to set beside what is shown now

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def remember(self) -> None:
        """Ask for a name; the time is proposed."""
        now = clock.now()
        proposal = PROPOSAL.filled(day=both(full_date, now.date()), time=f"{now:%H:%M}")
        language = self._session.language
        ask_name(self._window, proposal(language), language, self.remember_as, TITLE, PROMPT)

    def remember_as(self, name: str) -> None:
        """Keep the comparison as it stands, without the scenario it is looked at in."""
        called, moment = name.strip(), clock.now().isoformat(timespec="seconds")
        if self._session.edit(lambda comparison: edits.add_checkpoint(comparison, called, moment)):
            self._session.reported.emit(REMEMBERED.filled(name=called), True)

    def go_back(self, name: Words) -> None:
        """The comparison as it was then; what was since is one step of undo away."""
        if self._session.edit(lambda comparison: edits.at_checkpoint(comparison, name)):
            self._session.reported.emit(BACK.filled(name=name), True)

    def forget(self, name: Words) -> None:
        """Away with it; undo brings it back."""
        if self._session.edit(lambda comparison: edits.remove_checkpoint(comparison, name)):
            self._session.reported.emit(GONE.filled(name=name), True)

    def to_go_back(self) -> list[Entry]:
        """The checkpoints to go back to."""
        return self._entries(self.go_back)

    def to_forget(self) -> list[Entry]:
        """The checkpoints to delete."""
        return self._entries(self.forget)

    def to_compare(self) -> list[Entry]:
        """The checkpoints to set beside what is shown now."""
        return self._entries(self.comparing_wanted.emit)

    def _entries(self, deed: Callable[[Words], object]) -> list[Entry]:
        """The newest first."""
        kept = reversed(self._session.document.checkpoints)
        listed = [Entry(checkpoint.name, lambda name=checkpoint.name: deed(name)) for checkpoint in kept]
        return listed or [Entry(NONE, lambda: None, enabled=False)]
