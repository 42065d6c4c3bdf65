"""In the status line: which scenario is looked at, and a way to another one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from core.wording.text import Text, words
from desktop.commands.scenarios import BASE, Scenarios
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.look import set_look
from desktop.widgets.plain_tip import plain_tip
from desktop.window.menu_release import release_with
from desktop.window.menus import fill_menu

SHOWN = Text("Scenario: {name}", "情景：{name}")
HELP = Text("Another scenario, a new one, or all of them side by side", "切换情景、新建情景，或并排查看所有情景")
LONGEST = 24 * GRID  # of a name


class ScenarioButton(QToolButton):
    """Stands out while anything but the comparison itself is looked at."""

    def __init__(self, session: Session, theme: Theme, scenarios: Scenarios, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme, self._scenarios = session, theme, scenarios
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(2 * GRID, 2 * GRID))
        self.clicked.connect(self.offer)
        session.comparison_changed.connect(self._follow)
        session.language_changed.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self.refresh()

    def offer(self) -> None:
        """The menu, above the button."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        release_with(menu, self)
        fill_menu(menu, self._scenarios.everything(), self._session.language)
        menu.popup(self.mapToGlobal(self.rect().topLeft()) - QPoint(0, menu.sizeHint().height()))

    def _follow(self) -> None:
        """Most changes are about something else."""
        if self._words() != self.text():
            self.refresh()

    def _words(self) -> str:
        """A long name is cut: what stands beside it needs its room too."""
        name = words(self._session.scenario or BASE, self._session.language)
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, LONGEST)
        return SHOWN.filled(name=shown)(self._session.language).replace("&", "&&")

    def refresh(self) -> None:
        """Say what is looked at."""
        language, name = self._session.language, self._session.scenario
        self.setText(self._words())
        whole = SHOWN.filled(name=name or BASE)(language)
        self.setToolTip(HELP(language) if name is None else plain_tip(f"{whole}\n{HELP(language)}"))
        self.setAccessibleName(whole)
        self.setAccessibleDescription(HELP(language))
        self.setIcon(self._theme.icon("chevron-up", "accent" if name is None else "on_accent"))
        set_look(self, "chip", "" if name is None else "scenario")
