"""What can be done to the columns of the comparison: adding, duplicating, renaming, moving and removing them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.comparison import edits
from core.comparison.parts import Alternative
from core.model.library import load_model, model_ids
from core.wording.text import Text, words
from desktop.dialogs.rename import ask_name
from desktop.session import Session
from desktop.window.menus import Entry

DONE: dict[str, Text] = {
    "add": Text("{name} was added.", "已添加{name}。"),
    "remove": Text("{name} was removed.", "已移除{name}。"),
}
OWN_MENU: dict[str, Text] = {
    "rename": Text("Rename…", "重命名…"),
    "presets": Text("Presets…", "预设…"),
    "prices": Text("Published prices…", "公布的价格…"),
    "duplicate": Text("Duplicate", "复制一份"),
    "move_left": Text("Move left", "左移"),
    "move_right": Text("Move right", "右移"),
    "remove": Text("Remove", "移除"),
}


class Alternatives(QObject):
    """Each edit is one step of undo."""

    def __init__(
        self, session: Session, window: QWidget, more: Mapping[str, Callable[[str], object]] | None = None
    ) -> None:
        """`more`: what else can be done to a column, and who does it."""
        super().__init__(window)
        self._session, self._window = session, window
        self._deeds: dict[str, Callable[[str], object]] = {
            "rename": self.rename,
            "duplicate": self.duplicate,
            "move_left": lambda id: self.move(id, -1),
            "move_right": lambda id: self.move(id, 1),
            "remove": self.remove,
            **(more or {}),
        }

    def add(self, model: str) -> None:
        """One more column of a built-in business model."""
        if self._session.edit(lambda comparison: edits.add_alternative(comparison, load_model(model))):
            added = self._session.comparison.alternatives[-1]
            self._session.reported.emit(DONE["add"].filled(name=added.name), True)

    def duplicate(self, id: str) -> None:
        """A copy right beside it."""
        self._session.edit(lambda comparison: edits.duplicate(comparison, id))

    def rename(self, id: str) -> None:
        """Ask for another name."""
        language = self._session.language
        present = words(self._session.comparison.alternative(id).name, language)
        ask_name(self._window, present, language, lambda name: self.rename_to(id, name))

    def rename_to(self, id: str, name: str) -> None:
        """Another name; one that is as it was, or empty, changes nothing."""
        present = words(self._session.comparison.alternative(id).name, self._session.language)
        if name.strip() and name.strip() != present:
            self._session.edit(lambda comparison: edits.rename(comparison, id, name.strip()))

    def move(self, id: str, by: int) -> None:
        """To the left or to the right."""
        self._session.edit(
            lambda comparison: edits.move(comparison, id, max(0, _place(comparison.alternatives, id) + by))
        )

    def remove(self, id: str) -> None:
        """Away with it; undo brings it back."""
        name = self._session.comparison.alternative(id).name
        if self._session.edit(lambda comparison: edits.remove(comparison, id)):
            self._session.reported.emit(DONE["remove"].filled(name=name), True)

    def to_add(self) -> list[Entry]:
        """The built-in business models."""
        return [Entry(load_model(id).label, lambda id=id: self.add(id)) for id in model_ids()]

    def choices(self, deed: str) -> list[Entry]:
        """The alternatives one deed can be done to."""
        listed = self._session.comparison.alternatives
        return [
            Entry(a.name, lambda id=a.id: self._deeds[deed](id), enabled=_possible(deed, listed, a)) for a in listed
        ]

    def own_menu(self, id: str) -> list[Entry]:
        """Everything that can be done to one alternative."""
        listed = self._session.comparison.alternatives
        found = self._session.comparison.alternative(id)
        return [
            Entry(label, lambda deed=deed: self._deeds[deed](id), enabled=_possible(deed, listed, found))
            for deed, label in OWN_MENU.items()
            if deed in self._deeds
        ]


def _place(listed: tuple[Alternative, ...], id: str) -> int:
    return [a.id for a in listed].index(id)


def _possible(deed: str, listed: tuple[Alternative, ...], found: Alternative) -> bool:
    if deed == "move_left":
        return found is not listed[0]
    if deed == "move_right":
        return found is not listed[-1]
    return deed != "remove" or len(listed) > 1
