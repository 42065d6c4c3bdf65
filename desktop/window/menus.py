"""The menu bar and the tool buttons, made from the table of actions and kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QToolButton, QWidget

from core.record import record
from core.wording.text import Language, Words, words
from desktop.session import Session
from desktop.theme import GRID, HALF, Theme
from desktop.window.actions import ACTIONS, MENUS, Action
from desktop.window.menu_release import release_with

ICON = 20


@record
class Entry:
    """One line of a submenu."""

    label: Words
    chosen: Callable[[], object]
    checked: bool | None = None
    enabled: bool = True
    separated: bool = False  # by a line above


Handlers = Mapping[str, Callable[[], object]]
Fillers = Mapping[str, Callable[[], list[Entry]]]


class Menus(QObject):
    """Builds the entries once; labels, icons and what can be used follow language, theme and session."""

    def __init__(
        self, window: QMainWindow, session: Session, theme: Theme, handlers: Handlers, fillers: Fillers,
        take_typed: Callable[[], object],
    ) -> None:  # fmt: skip
        """`take_typed` comes before everything that is done: keys and tool buttons leave the focus where it is."""
        super().__init__(window)
        self._take_typed = take_typed
        self._session, self._theme = session, theme
        self._handlers, self._fillers = handlers, fillers
        self.menus = {id: window.menuBar().addMenu("") for id in MENUS}
        self.actions: dict[str, QAction] = {}
        for action in ACTIONS:
            self._add(action)
        self.tools = self._tool_buttons()
        window.menuBar().setCornerWidget(self.tools, Qt.Corner.TopRightCorner)
        session.language_changed.connect(self.refresh)
        session.comparison_changed.connect(self.follow)
        session.path_changed.connect(self.follow)
        session.dragging_changed.connect(self.follow)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say and colour everything as it is now."""
        language = self._session.language
        for id, label in MENUS.items():
            self.menus[id].setTitle(label(language))
        for action in ACTIONS:
            self._refresh(action, language)

    def follow(self) -> None:
        """What can be used and what undo is about, as it is now; a drag is one step and is told at its end."""
        if not self._session.dragging:
            for action in ACTIONS:
                if action.enabled is not None:
                    self._follow(action, self._session.language)

    def allow(self, ids: set[str], allowed: bool) -> None:
        """Entries that need an open comparison, while there is none."""
        for id in ids:
            self.actions[id].setVisible(allowed)
            self.actions[id].setEnabled(allowed)
        if allowed:
            self.refresh()

    def _add(self, action: Action) -> None:
        menu = self.menus[action.menu]
        if action.separated:
            menu.addSeparator()
        if action.submenu:
            submenu = menu.addMenu("")
            fill = self._fillers[action.submenu]
            submenu.aboutToShow.connect(lambda: fill_menu(submenu, fill(), self._session.language))
            made = submenu.menuAction()
        else:
            made = menu.addAction("")
            made.triggered.connect(lambda _checked=False, call=self._handlers[action.handler]: self._do(call))
        if action.shortcut is not None:
            made.setShortcuts(_keys(action.shortcut))
        made.setObjectName(action.id)
        self.actions[action.id] = made

    def _do(self, call: Callable[[], object]) -> None:
        self._take_typed()
        call()

    def _refresh(self, action: Action, language: Language) -> None:
        made = self.actions[action.id]
        if action.icon:
            made.setIcon(self._theme.icon("moon" if action.icon == "sun" and self._theme.dark else action.icon))
        self._follow(action, language)

    def _follow(self, action: Action, language: Language) -> None:
        made, text = self.actions[action.id], self._label(action)(language).strip()
        if made.text() != text:
            made.setText(text)
            made.setToolTip(_plain(text, made.shortcut()))
        if action.enabled is not None:
            made.setEnabled(action.enabled(self._session))

    def _label(self, action: Action) -> Callable[[Language], str]:
        if action.id == "undo":
            return action.label.filled(step=self._session.undo_name or "")
        if action.id == "redo":
            return action.label.filled(step=self._session.redo_name or "")
        return action.label

    def _tool_buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, GRID, 0)
        row.setSpacing(HALF)
        for action in ACTIONS:
            if action.tool:
                button = QToolButton(holder)
                button.setDefaultAction(self.actions[action.id])
                button.setIconSize(QSize(ICON, ICON))
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
                if action.submenu:
                    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
                    release_with(self.actions[action.id].menu(), button)
                row.addWidget(button)
        return holder


def fill_menu(menu: QMenu, entries: list[Entry], language: Language, *, keep: bool = False) -> None:
    """The lines of a submenu that is about to be shown, below those it has where these are to be kept."""
    if not keep:
        menu.clear()
    group = QActionGroup(menu)
    for entry in entries:
        if entry.separated:
            menu.addSeparator()
        made = menu.addAction(words(entry.label, language).replace("&", "&&"))
        made.setEnabled(entry.enabled)
        made.triggered.connect(lambda _checked=False, call=entry.chosen: call())
        if entry.checked is not None:
            made.setCheckable(True)
            made.setChecked(entry.checked)
            group.addAction(made)


def _keys(shortcut: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    """Every key the system has for it, the usual one first; Ctrl+Y takes back an undo on every system."""
    if isinstance(shortcut, str):
        return [QKeySequence(shortcut)]
    keys = QKeySequence.keyBindings(shortcut)
    other = QKeySequence("Ctrl+Y")
    return keys if shortcut != QKeySequence.StandardKey.Redo or other in keys else [*keys, other]


def _plain(label: str, shortcut: QKeySequence) -> str:
    """A label as a hint: no mnemonic, with the keys."""
    keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain_label(label)} ({keys})" if keys else plain_label(label)


def plain_label(label: str) -> str:
    """A label without its mnemonic: "&Save" is Save, "保存(&S)" is 保存."""
    if "(&" not in label:
        return label.replace("&", "")
    return label[: label.index("(&")] + label[label.index(")") + 1 :]
