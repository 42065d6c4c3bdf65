"""What can be done with scenarios: look at one, add, rename and delete them, see all of them in a table."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.comparison import edits
from core.comparison.unknown import is_called
from core.wording.text import Text, Words, words
from desktop.dialogs.rename import ask_name
from desktop.session import Session
from desktop.window.menus import Entry

BASE = Text("Base", "基准")
NEW = Text("New scenario…", "新建情景…")
RENAME = Text("Rename “{name}”…", "重命名“{name}”…")
DELETE = Text("Delete “{name}”", "删除“{name}”")
COMPARE = Text("Compare with the base", "与基准对比")
TABLE = Text("All scenarios side by side…", "所有情景并排对比…")
TITLE = Text("New scenario", "新建情景")
RENAMING = Text("Rename scenario", "重命名情景")
PROMPT = Text(
    "Name of the scenario. While it is chosen, the values you change belong to it alone:",
    "情景名称。选中该情景时，您修改的数值只属于它：",
)
NAME = Text("Name of the scenario:", "情景名称：")
PROPOSAL = Text("Scenario {number}", "情景 {number}")
STARTED = Text(
    "Scenario “{name}”: values you change now belong to it alone.", "情景“{name}”：现在修改的数值只属于该情景。"
)
DELETED = Text("Scenario “{name}” was deleted.", "已删除情景“{name}”。")


class Scenarios(QObject):
    """Adding, renaming and deleting are each one step of undo; looking at one is none."""

    comparing_wanted = Signal()  # what the scenario that is looked at changes, against the comparison itself

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def choices(self) -> list[Entry]:
        """The comparison itself, and every scenario."""
        chosen = self._session.scenario
        base = Entry(BASE, lambda: self._session.choose_scenario(None), checked=chosen is None)
        return [base] + [
            Entry(
                scenario.name,
                lambda name=scenario.name: self._session.choose_scenario(name),
                checked=chosen is not None and is_called(scenario.name, words(chosen, "en")),
            )
            for scenario in self._session.document.scenarios
        ]

    def everything(self) -> list[Entry]:
        """The choices, and what can be done with them."""
        name, some = self._session.scenario, bool(self._session.document.scenarios)
        own = [
            Entry(COMPARE, self.compare_with_base),
            Entry(RENAME.filled(name=name or ""), self.rename),
            Entry(DELETE.filled(name=name or ""), self.remove),
        ]
        new = Entry(NEW, self.add, separated=True)
        return [*self.choices(), new, *(own if name else ()), Entry(TABLE, self.show_table, enabled=some)]

    def add(self) -> None:
        """Ask for a name, and look at the new scenario, which is as the comparison until a value is changed."""
        ask_name(self._window, self._proposal(), self._session.language, self.start, TITLE, PROMPT)

    def start(self, name: str) -> None:
        """A new scenario of this name."""
        called = name.strip()
        if self._session.edit(lambda comparison: edits.add_scenario(comparison, called)):
            self._session.choose_scenario(called)
            self._session.reported.emit(STARTED.filled(name=called), False)

    def rename(self) -> None:
        """Ask for another name of the scenario that is looked at."""
        name = self._session.scenario
        if name is not None:
            language = self._session.language
            present = words(name, language)
            ask_name(self._window, present, language, lambda new: self.rename_to(name, new), RENAMING, NAME)

    def rename_to(self, name: Words, new: str) -> None:
        """Another name; one that is as it was changes nothing."""
        called = new.strip()
        if called == words(name, self._session.language):
            return
        if self._session.edit(lambda comparison: edits.rename_scenario(comparison, name, called)):
            self._session.choose_scenario(called)

    def remove(self) -> None:
        """Away with the scenario that is looked at; undo brings it back."""
        name = self._session.scenario
        if name is not None and self._session.edit(lambda comparison: edits.remove_scenario(comparison, name)):
            self._session.scenario_changed.emit()
            self._session.reported.emit(DELETED.filled(name=name), True)

    def compare_with_base(self) -> None:
        """What does this scenario change?"""
        if self._session.scenario is not None:
            self.comparing_wanted.emit()

    def show_table(self) -> None:
        """Every scenario beside every business model."""
        from desktop.dialogs.scenario_table import ScenarioTable

        ScenarioTable(self._window, self._session).open()

    def _proposal(self) -> str:
        taken = {words(s.name, "zh") for s in self._session.document.scenarios}
        taken |= {words(s.name, "en") for s in self._session.document.scenarios}
        names = (PROPOSAL.filled(number=number)(self._session.language) for number in count(1))
        return next(name for name in names if name not in taken)
