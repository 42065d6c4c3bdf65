"""The main window: menus above, the workspace or the start page in the middle, the status line below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget

from core.comparison.file.backups import Backups
from core.wording.text import Language, Text, Words, words
from desktop.commands.actuals import Actuals
from desktop.commands.alternatives import Alternatives
from desktop.commands.amounts import Amounts
from desktop.commands.chart_sharing import ChartSharing
from desktop.commands.checkpoints import Checkpoints
from desktop.commands.files import Files
from desktop.commands.presets import Presets
from desktop.commands.scenarios import Scenarios
from desktop.help.desk import HelpDesk
from desktop.prices.opening import Prices
from desktop.recovery import Recovery
from desktop.session import Session
from desktop.settings import GEOMETRY, LANGUAGE, THEME, Settings
from desktop.theme import Mode, Theme
from desktop.user_folder import data_folder
from desktop.window.amounts_button import AmountsButton
from desktop.window.bindings import fillers, handlers
from desktop.window.drag_report import DragReport
from desktop.window.menus import Menus, fill_menu
from desktop.window.scenario_button import ScenarioButton
from desktop.window.start_page import StartPage
from desktop.window.status_line import StatusLine
from desktop.window.typed import Typed
from desktop.window.workspace import Workspace

WIDTH, HEIGHT = 1280, 800
LEAST_WIDTH, LEAST_HEIGHT = 1024, 640
TITLES: dict[str, Text] = {
    "example": Text("{name} – Example (copy) – not saved", "{name} – 示例（副本）– 未保存"),
    "new": Text("{name} – not saved", "{name} – 未保存"),
    "recovered": Text("{name} – Recovered – not saved", "{name} – 已恢复 – 未保存"),
    "changed": Text("{name} – changes not saved", "{name} – 有更改未保存"),
    "saved": Text("{name}", "{name}"),
}
NEEDS_COMPARISON = {
    "save", "save_as", "versions", "close", "undo", "redo", "copy_verdict", "copy_table", "add", "duplicate", "rename",
    "move_left", "move_right", "remove", "fold", "copy_chart", "save_chart", "workings", "scenario", "new_scenario",
    "rename_scenario", "remove_scenario", "scenario_table", "remember", "compare_moment", "go_back", "forget",
    "prices", "presets", "actual", "period", "currency", "chart_table",
}  # fmt: skip
RECOVERED = Text(
    "Unsaved work of last time was kept: close this comparison to find it under “Recovered files”.",
    "上次未保存的内容已保留：关闭当前对比后，可在“恢复的文件”中找到。",
)


class Window(QMainWindow):
    """One window, one session."""

    def __init__(self, session: Session, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.session, self.theme, self.settings = session, theme, settings
        self._leaving = False
        self.recovery = Recovery(session, data_folder() / "recovered", self)
        self.files = Files(session, settings, self.recovery, Backups(data_folder() / "copies"), self, self._settled)
        self.prices, self.presets = Prices(session, theme, settings, self), Presets(session, self)
        self.actuals = Actuals(session, self, lambda: self.workspace.tabs.show_question("checks"))
        self.alternatives = Alternatives(session, self, {"presets": self.presets.ask, "prices": self.prices.open})
        self.scenarios, self.checkpoints = Scenarios(session, self), Checkpoints(session, self)
        self.pages = QStackedWidget(self)
        self.setCentralWidget(self.pages)
        self.workspace = Workspace(session, theme, settings, self.pages)
        self.pages.addWidget(self.workspace)
        self.charts = ChartSharing(session, settings, lambda: self.workspace.tabs.panel, self.files.name, self)
        self.help = HelpDesk(session, theme, self.workspace, self)
        self.start_page: StartPage | None = None
        self.amounts = Amounts(session, theme, settings, self)
        self.status = StatusLine(session, theme, self)
        self.setStatusBar(self.status)
        self.scenario = ScenarioButton(session, theme, self.scenarios, self.status)
        self.status.insertPermanentWidget(2, self.scenario)  # after the message and its way back
        self.status.addPermanentWidget(AmountsButton(session, self.amounts, self.status))
        self.typed = Typed(session, self.workspace, self.status)
        self.menus = Menus(self, session, theme, handlers(self), fillers(self), self.typed.take)
        DragReport(session, self)
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(WIDTH, HEIGHT)
        self.restoreGeometry(settings.get(GEOMETRY))
        self._connect()
        self._title()

    # --- parts ---------------------------------------------------------------------------------------------------

    def show_start_page(self) -> None:
        """Put the comparison out of sight and offer ways to begin."""
        if self.start_page is None:
            self.start_page = StartPage(self.session, self.theme, self.files, self.settings, self.recovery)
            self.pages.addWidget(self.start_page)
        self.start_page.fill()
        self.pages.setCurrentWidget(self.start_page)
        self.menus.allow(NEEDS_COMPARISON, False)
        self.status.hide()
        self._title()

    def show_workspace(self) -> None:
        """Show the comparison."""
        self.workspace.tabs.fill()
        self.pages.setCurrentWidget(self.workspace)
        self.workspace.setFocus()  # nobody has begun to type anywhere yet
        self.menus.allow(NEEDS_COMPARISON, True)
        self.status.show()
        self._title()

    def say_what_was_recovered(self) -> None:
        """Once at start, if the program ended last time before everything was in a file."""
        if self.recovery.found():
            self.status.say(RECOVERED)

    def show_chart_table(self) -> None:
        """The charts of the question in front as tables."""
        from desktop.dialogs.chart_table import ChartTables, charts_in

        panel, language = self.workspace.tabs.panel, self.session.language
        if panel is not None:
            ChartTables(self, panel.title(language), charts_in(panel), language).open()

    def fold_inputs(self) -> None:
        """Fold the assumptions away, or unfold them."""
        self.workspace.inputs.set_folded(not self.workspace.inputs.folded)

    def show_workings(self) -> None:
        """Take apart the figure that has the focus; without any, the verdict."""
        workspace = self.workspace
        place = workspace.inputs.place_in_focus()
        if place is not None:
            workspace.workings.show(place.where, place.driver.id)
        elif workspace.results.hasFocus() and workspace.results.currentIndex().column() > 0:
            workspace.results.ask(workspace.results.currentIndex())
        else:
            workspace.workings.show_verdict()

    def about(self) -> None:
        """What this program is."""
        from desktop.dialogs.about import show_about

        show_about(self, self.session.language)

    # --- closing and dropping ------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """There is something to press on."""
        super().showEvent(event)
        self.typed.watch_presses()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is typed, ask about unsaved changes, then go."""
        shown = not self._leaving and self.pages.currentWidget() is self.workspace
        if shown and (not self.typed.settled() or self.session.modified):
            event.ignore()
            self.files.leave_then(self._leave)
            return
        self.recovery.keep()
        self.settings.set(GEOMETRY, self.saveGeometry())
        self.workspace.remember()
        event.accept()

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Anything that is a file on this computer may be dropped; whether it is one of ours is said afterwards."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.open_path(path)

    def _settled(self) -> bool:
        return self.typed.settled()

    # --- what the menus call -------------------------------------------------------------------------------------

    def choose_language(self, language: Language) -> None:
        """Speak this language, next time too."""
        self.settings.set(LANGUAGE, language)
        self.session.set_language(language)

    def choose_mode(self, mode: Mode) -> None:
        """Light or dark, next time too."""
        self.settings.set(THEME, mode)
        self.theme.set_mode(mode)

    def _menu_of(self, alternative: str, place: QPoint) -> None:
        menu = QMenu(self)
        fill_menu(menu, self.alternatives.own_menu(alternative), self.session.language)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _menu_of_chart(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.menus.actions[id] for id in ("copy_chart", "save_chart")])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _connect(self) -> None:
        self.session.comparison_changed.connect(self._title)
        self.session.path_changed.connect(self._opened)
        self.session.language_changed.connect(self._title)
        self.checkpoints.comparing_wanted.connect(self._compare_with)
        self.scenarios.comparing_wanted.connect(self._compare_with_base)
        self.files.closed.connect(self.show_start_page)
        for heads in (self.workspace.results, self.workspace.inputs.heads):
            heads.menu_wanted.connect(self._menu_of)
        self.workspace.inputs.prices_wanted.connect(self.prices.open)
        self.status.ages.driver_wanted.connect(self.workspace.inputs.show_driver)
        for follow in (self.typed.take, self.workspace.inputs.picking.turned_elsewhere):
            self.workspace.tabs.currentChanged.connect(follow)
        self.workspace.tabs.menu_wanted.connect(self._menu_of_chart)

    def _opened(self) -> None:
        if self.pages.currentWidget() is not self.workspace:
            self.show_workspace()
        self._title()

    def _compare_with(self, checkpoint: Words) -> None:
        self.workspace.tabs.show_question("bridge")
        self.workspace.tabs.panels["bridge"].compare_with_checkpoint(checkpoint)

    def _compare_with_base(self) -> None:
        self.workspace.tabs.show_question("bridge")
        self.workspace.tabs.panels["bridge"].compare_with_base()

    def _title(self) -> None:
        if self.pages.currentWidget() is not self.workspace:
            self.setWindowTitle("Evenkeel")
            return
        session = self.session
        kind = session.origin if session.path is None else "changed" if session.modified else "saved"
        title = TITLES[kind].filled(name=self.files.name())
        self.setWindowTitle(f"{words(title, session.language)} – Evenkeel")


def _dropped(event: QDropEvent) -> Path | None:
    """The first file on this computer among what is dragged."""
    for url in event.mimeData().urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None
