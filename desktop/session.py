"""The one holder and the one changer of what is open: the comparison with its history, its answers, its file, the
scenario that is looked at, and the language. Everything on screen listens to it; nothing else keeps a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.history import History
from core.errors import EvenkeelError
from core.questions.display import Display
from core.wording.text import Language, Text, Words
from desktop.answers import Answers, answers_for
from desktop.scene import Scene
from desktop.steps import REDONE, UNDONE, step_name
from desktop.turns import Turns

Origin = Literal["example", "new", "file", "recovered"]
_QUIET = 200  # ms


class Session(QObject):
    """What is open in one window. Every edit goes through `edit`; no widget is known here."""

    opened = Signal()  # another comparison is in the place of the one before; told before anything else
    comparison_changed = Signal()
    answers_changed = Signal(object)  # Answers; once for a burst of edits
    scenario_changed = Signal()  # another scenario is looked at
    language_changed = Signal(str)
    display_changed = Signal(object)  # a Display; the answers have followed
    path_changed = Signal()  # another file, or saved, or no longer as saved
    reported = Signal(object, bool)  # a Text for the person, and whether undo takes it back
    failed = Signal(object)  # an EvenkeelError; nothing was changed
    dragging_changed = Signal(bool)

    def __init__(
        self, comparison: Comparison, language: Language = "en", origin: Origin = "new", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._dragging = False
        self._path: Path | None = None
        self._called = ""
        self._origin: Origin = origin
        self._read_only = False
        self._history = History(comparison)
        self._scene = Scene(comparison)
        self._was_modified = False
        self._display = Display()
        self._answers = answers_for(comparison)
        self.turns = Turns(self)  # for words that follow the answers
        self._later = QTimer(self, singleShot=True)  # of no length: a burst of edits is answered once
        self._later.timeout.connect(self._answer)
        self._quiet = QTimer(self, singleShot=True)  # a hand holds still: what the drag left out is caught up with
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(lambda: self._answer(exactly=True))

    # --- what is open --------------------------------------------------------------------------------------------

    @property
    def comparison(self) -> Comparison:
        """The comparison as it is shown now: in the chosen scenario, where one is."""
        self._scene = self._scene.of(self._history.current)
        return self._scene.shown

    @property
    def document(self) -> Comparison:
        """The comparison as it stands in the file, whatever scenario is looked at."""
        return self._history.current

    @property
    def scenario(self) -> Words | None:
        """The name of the scenario that is looked at, and that values go into; None for the comparison itself."""
        self._scene = self._scene.of(self._history.current)
        return self._scene.name

    def choose_scenario(self, name: Words | None) -> None:
        """Look at the comparison in this scenario from now on, or at itself. No step of undo: nothing is changed."""
        if name != self.scenario:
            self.end_drag()
            self._scene = Scene(self.document, name)
            self._moved()
            self.scenario_changed.emit()

    @property
    def answers(self) -> Answers:
        """The newest answers; those to the latest edits follow with `answers_changed`."""
        return self._answers

    def settled_answers(self) -> Answers:
        """The answers to the latest edits, at once."""
        if self._later.isActive():
            self._later.stop()
            self._answer()
        return self._answers

    @property
    def path(self) -> Path | None:
        """The file, if it has one."""
        return self._path

    @property
    def name(self) -> Words:
        """What a person knows it by: its file, the file it comes from, or its title."""
        return self._path.stem if self._path else self._called or self.document.title

    @property
    def origin(self) -> Origin:
        """How it came to be open."""
        return self._origin

    @property
    def read_only(self) -> bool:
        """Whether the file must not be written over, because a newer program wrote it."""
        return self._read_only

    @property
    def modified(self) -> bool:
        """Whether there is anything that is not in the file."""
        return not self._history.at_saved

    def open_comparison(
        self, comparison: Comparison, path: Path | None = None, origin: Origin = "new", *, read_only: bool = False,
        called: str = "",
    ) -> bool:  # fmt: skip
        """Put another comparison in the place of this one; its history starts anew. False, and nothing changed, when
        it cannot be computed. `called`: the name of the file it comes from, where it is in no file now."""
        try:
            answers = answers_for(comparison, display=self._display)
        except EvenkeelError as error:
            self.failed.emit(error)
            return False
        self._later.stop()
        self._quiet.stop()
        self.end_drag()
        self._history = History(comparison, saved=origin != "recovered")
        self._scene = Scene(comparison)
        self._path, self._origin, self._read_only, self._called = path, origin, read_only, called
        self._answers = answers
        self._was_modified = self.modified
        self.opened.emit()
        self.comparison_changed.emit()
        self.path_changed.emit()
        self.answers_changed.emit(answers)
        return True

    def saved_as(self, path: Path) -> None:
        """The comparison as it is now stands in this file."""
        self._history.mark_saved()
        self._path, self._origin, self._read_only = path, "file", False
        self._was_modified = False
        self.path_changed.emit()

    # --- edits ---------------------------------------------------------------------------------------------------

    def edit(self, change: Callable[[Comparison], Comparison], gesture: str | None = None) -> bool:
        """Go on to `change` of the comparison. Consecutive edits of one gesture make one step of undo. While a
        scenario is looked at, new values go into it, and every other change into the comparison itself.

        False, and nothing changed, when the edit is refused; `failed` says why.
        """
        before = self.document
        try:
            changed = self._scene.of(before).edited(change)
        except EvenkeelError as error:
            self.failed.emit(error)
            return False
        if changed is not before:
            self._history.push(changed, gesture)
            self._moved()
        return True

    def set_driver(self, where: str, driver: str, value: float, gesture: str | None = None) -> bool:
        """Set a driver of an alternative, or of "shared", to a value in its own unit."""
        return self.edit(lambda comparison: edits.set_value(comparison, where, driver, value), gesture)

    @property
    def dragging(self) -> bool:
        """Whether something is being dragged: axes stand still meanwhile."""
        return self._dragging

    def begin_drag(self) -> None:
        """The mouse took hold of something."""
        if not self._dragging:
            self._dragging = True
            self.turns.drag(True)
            self.dragging_changed.emit(True)

    def end_drag(self) -> None:
        """The mouse let go; the next edit is a step of its own."""
        self._history.end_gesture()
        if self._dragging:
            self._dragging = False
            if not self._answers.exact:
                self._later.start(0)
            self.settled_answers()
            self.turns.drag(False)
            self.dragging_changed.emit(False)

    # --- undo ----------------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.undo_to is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return self._history.redo_to is not None

    @property
    def undo_name(self) -> Text | None:
        """What `undo` would take back, in words."""
        before = self._history.undo_to
        return None if before is None else step_name(before, self.document)

    @property
    def redo_name(self) -> Text | None:
        """What `redo` would do again, in words."""
        after = self._history.redo_to
        return None if after is None else step_name(self.document, after)

    @property
    def saved(self) -> Comparison | None:
        """What the file holds, or what was opened, as the chosen scenario shows it."""
        saved = self._history.saved
        return None if saved is None else self._scene.of(saved).shown

    @property
    def past(self) -> Iterator[Comparison]:
        """Every comparison `undo` leads back to, the newest first, as the chosen scenario shows it."""
        return (self._scene.of(earlier).shown for earlier in self._history.past)

    def undo(self) -> None:
        """One step back, told by its name."""
        if (step := self.undo_name) is not None:
            self._history.undo()
            self._moved()
            self.reported.emit(UNDONE.filled(step=step), False)

    def redo(self) -> None:
        """One step forward, told by its name."""
        if (step := self.redo_name) is not None:
            self._history.redo()
            self._moved()
            self.reported.emit(REDONE.filled(step=step), False)

    # --- language ------------------------------------------------------------------------------------------------

    @property
    def language(self) -> Language:
        """The language of everything on screen."""
        return self._language

    def set_language(self, language: Language) -> None:
        """Say everything in this language from now on; no value changes."""
        if language != self._language:
            self._language = language
            self.language_changed.emit(language)

    @property
    def display(self) -> Display:
        """How amounts are shown: by which period and in which currency."""
        return self._display

    def set_display(self, display: Display) -> None:
        """Show amounts this way from now on; no value changes."""
        if display != self._display:
            self._display = display
            self._answer()
            self.display_changed.emit(display)

    def _moved(self) -> None:
        self._later.start(0)
        self.comparison_changed.emit()
        if self.modified != self._was_modified:
            self._was_modified = self.modified
            self.path_changed.emit()

    def _answer(self, *, exactly: bool = False) -> None:
        """During a drag only what is looked at is answered to the user; the rest follows when the hand rests."""
        quick = self._dragging and not exactly
        try:
            self._answers = answers_for(self.comparison, self._answers, display=self._display, quick=quick)
        except EvenkeelError as error:
            self._history.undo()  # what cannot be computed is not kept
            self._moved()
            self.failed.emit(error)
            return
        if self._answers.exact:
            self._quiet.stop()
        else:
            self._quiet.start()
        self.answers_changed.emit(self._answers)
