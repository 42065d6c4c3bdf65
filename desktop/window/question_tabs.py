"""The tabs in the middle, one per question. A panel and all it needs is imported when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QTabWidget, QToolButton, QVBoxLayout, QWidget

from core.record import record
from core.wording.text import Text
from desktop.panels.fault import PanelFault, tell
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.theme import HALF, Theme
from desktop.window.menu_release import release_with
from desktop.window.tab_strip import TabStrip

Maker = Callable[[Session, Theme], Panel]
_SOON = 100  # ms: the window stands by then, and nobody has pressed Tab yet

ALL_QUESTIONS = Text("All questions", "全部问题")


@record
class Question:
    """One tab; `wanted` says for which comparisons it is worth showing."""

    id: str
    title: Text
    make: Maker
    wanted: Callable[[Session], bool] = lambda _session: True


def _break_even(session: Session, theme: Theme) -> Panel:
    from desktop.panels.break_even.panel import BreakEvenPanel

    return BreakEvenPanel(session, theme)


def _margin(session: Session, theme: Theme) -> Panel:
    from desktop.panels.margin.panel import MarginPanel

    return MarginPanel(session, theme)


def _sensitivity(session: Session, theme: Theme) -> Panel:
    from desktop.panels.sensitivity.panel import SensitivityPanel

    return SensitivityPanel(session, theme)


def _needed(session: Session, theme: Theme) -> Panel:
    from desktop.panels.needed.panel import NeededPanel

    return NeededPanel(session, theme)


def _uncertainty(session: Session, theme: Theme) -> Panel:
    from desktop.panels.uncertainty.panel import UncertaintyPanel

    return UncertaintyPanel(session, theme)


def _flat_plan(session: Session, theme: Theme) -> Panel:
    from desktop.panels.flat_plan.panel import FlatPlanPanel

    return FlatPlanPanel(session, theme)


def _has_flat_plans(session: Session) -> bool:
    comparison = session.comparison
    return any(comparison.model_of(alternative).flat_plans for alternative in comparison.alternatives)


def _bridge(session: Session, theme: Theme) -> Panel:
    from desktop.panels.bridge.panel import BridgePanel

    return BridgePanel(session, theme)


def _checks(session: Session, theme: Theme) -> Panel:
    from desktop.panels.checks import ChecksPanel

    return ChecksPanel(session, theme)


def _path(session: Session, theme: Theme) -> Panel:
    from desktop.panels.path.panel import PathPanel

    return PathPanel(session, theme)


def _day(session: Session, theme: Theme) -> Panel:
    from desktop.panels.day.panel import DayPanel

    return DayPanel(session, theme)


def _has_machines(session: Session) -> bool:
    comparison = session.comparison
    models = (comparison.model_of(alternative) for alternative in comparison.alternatives)
    return any(driver.id == "utilisation" for model in models for driver in model.drivers)


def _grid(session: Session, theme: Theme) -> Panel:
    from desktop.panels.grid.panel import GridPanel

    return GridPanel(session, theme)


QUESTIONS: tuple[Question, ...] = (
    Question("break_even", Text("Break-even", "盈亏平衡"), _break_even),
    Question("margin", Text("Margin", "利润率"), _margin),
    Question("sensitivity", Text("What matters", "最关键"), _sensitivity),
    Question("needed", Text("Reach a goal", "达成目标"), _needed),
    Question("grid", Text("Who wins where", "双因素"), _grid),
    Question("uncertainty", Text("How sure", "把握多大"), _uncertainty),
    Question("path", Text("Over time", "随时间"), _path),
    Question("day", Text("Load by hour", "分时负载"), _day, _has_machines),
    Question("flat_plan", Text("Flat plan", "包月套餐"), _flat_plan, _has_flat_plans),
    Question("bridge", Text("Difference", "差异"), _bridge),
    Question(
        "checks", Text("Published figures", "公布数据"), _checks,
        lambda session: bool(session.comparison.reference_checks),
    ),
)  # fmt: skip


class QuestionTabs(QTabWidget):
    """One page per question of the table."""

    driver_wanted = Signal(str, str)  # an assumption a person asks to see, and in which alternative
    figure_wanted = Signal(str, str)  # the alternative and the figure whose workings a person asks to see
    menu_wanted = Signal(object)  # where on screen the menu of the chart in front is asked for

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._strip = TabStrip(self)
        self.setTabBar(self._strip)
        self.setDocumentMode(True)
        self.panels: dict[str, Panel] = {}
        self._faults: dict[str, PanelFault] = {}
        self._fitted: object = None  # what the strip was last fitted to
        for _ in QUESTIONS:
            page = QWidget()
            QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
            self.addTab(page, "")
        self.currentChanged.connect(self._keep_focus)
        self.currentChanged.connect(self.fill)
        session.language_changed.connect(self._name)
        session.comparison_changed.connect(self._offer)
        self._all = QToolButton()
        self._all.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._all.setMenu(QMenu(self._all))
        self._all.menu().aboutToShow.connect(self._list)
        release_with(self._all.menu(), self._all)
        self.setCornerWidget(self._all)
        theme.changed.connect(self._paint)
        self._paint()
        self._name()
        self.currentChanged.connect(self._offer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many tabs as there is room for."""
        super().resizeEvent(event)
        self._offer()

    def show_question(self, id: str) -> None:
        """Bring this question to the front."""
        number = self.number_of(id)
        self.setTabVisible(number, True)  # be there room for it or not
        self.setCurrentIndex(number)
        self.fill()

    @staticmethod
    def number_of(id: str) -> int:
        """The number of a question's tab."""
        return [question.id for question in QUESTIONS].index(id)

    @property
    def question(self) -> str:
        """The question in front."""
        return QUESTIONS[self.currentIndex()].id

    @property
    def panel(self) -> Panel | None:
        """Its panel."""
        return self.panels.get(self.question)

    @property
    def offered(self) -> list[int]:
        """The numbers of the questions that are worth asking now, in the strip or only in the list beside it."""
        return [place for place, question in enumerate(QUESTIONS) if question.wanted(self._session)]

    def fill(self) -> None:
        """Make the panel of the page in front, if that is the first look at it."""
        question = QUESTIONS[self.currentIndex()]
        if question.id in self.panels or question.id in self._faults:
            return
        try:
            panel = question.make(self._session, self._theme)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the person is told
            self._give_up(question.id, fault)
            return
        self.panels[question.id] = panel
        panel.driver_wanted.connect(self.driver_wanted)
        panel.figure_wanted.connect(self.figure_wanted)
        panel.menu_wanted.connect(self.menu_wanted)
        panel.on_fault = lambda fault: self._give_up(question.id, fault)
        self.currentWidget().layout().addWidget(panel)
        if self.isVisible():
            self._put_in_turn(panel)
        else:  # at a start: to walk through what Qt itself has made there takes longer than to paint it all
            later = QTimer(panel, interval=_SOON, singleShot=True)
            later.timeout.connect(lambda: self._put_in_turn(panel))
            QTimer.singleShot(0, later, later.start)  # counted from when the window has nothing else to do

    def _keep_focus(self) -> None:
        """Where the page before had the focus Qt has put it into the first entry of the page that came: nobody asked
        for that, and the next key would go into the entry."""
        focused, page = QApplication.focusWidget(), self.currentWidget()
        if focused is not None and (focused is page or page.isAncestorOf(focused)):
            self._strip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_in_turn(self, panel: Panel) -> None:
        """Tab goes from the tabs into the panel, which came after everything else in the window was made."""
        before: QWidget = self._all
        inside, following = [], panel.nextInFocusChain()
        while panel.isAncestorOf(following):
            inside.append(following)
            following = following.nextInFocusChain()
        for widget in inside:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self.setTabOrder(before, widget)
                before = widget

    def _give_up(self, id: str, fault: Exception) -> None:
        """A sentence instead of an empty page."""
        self._discard(self.panels.pop(id, None))
        shown = PanelFault(self._session.language)
        shown.retry_wanted.connect(lambda: self._try_again(id))
        self._faults[id] = shown
        self.widget(self.number_of(id)).layout().addWidget(shown)
        tell(fault)

    def _try_again(self, id: str) -> None:
        self._discard(self._faults.pop(id, None))
        self.fill()

    @staticmethod
    def _discard(part: QWidget | None) -> None:
        if part is not None:
            part.hide()
            part.deleteLater()

    def _paint(self) -> None:
        self._all.setIcon(self._theme.icon("more"))

    def _list(self) -> None:
        """Every question in the corner's menu, for windows too narrow to show all tabs."""
        menu = self._all.menu()
        menu.clear()
        for place in self.offered:
            action = menu.addAction(QUESTIONS[place].title(self._session.language))
            action.setCheckable(True)
            action.setChecked(place == self.currentIndex())
            action.triggered.connect(lambda _=False, id=QUESTIONS[place].id: self.show_question(id))

    def _name(self) -> None:
        self._all.setAccessibleName(ALL_QUESTIONS(self._session.language))
        self._all.setToolTip(ALL_QUESTIONS(self._session.language))
        for place, question in enumerate(QUESTIONS):
            self.setTabText(place, question.title(self._session.language))
        for fault in self._faults.values():
            fault.say(self._session.language)
        self._offer()

    def _offer(self) -> None:
        offered = self.offered
        if self.currentIndex() not in offered:
            self.show_question(QUESTIONS[0].id)
        fitted = (offered, self.currentIndex(), self.width(), self._session.language)
        if fitted != self._fitted:
            self._fitted = fitted
            self._strip.fit(offered, self.width() - self._all.sizeHint().width() - HALF)
