"""The drawer: one page at a time, the way that led to it above, the figures always those of what is open now."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.wording.text import Text
from desktop import clock
from desktop.panels.chart_frame import scrolled
from desktop.session import Session
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.scroll_area import ScrollArea
from desktop.workings.page_view import PageView
from desktop.workings.pages import Page, Target, page_of

NAME = Text("Workings", "计算过程")
BACK = Text("Back", "返回")
CLOSE = Text("Close the workings (Esc)", "关闭计算过程 (Esc)")
COPY = Text("Copy as text", "复制为文本")
COPIED = Text("The workings are on the clipboard.", "计算过程已复制。")
WIDTH = 336
_REWRITE_EVERY = 100  # ms: faster, nobody can read figures that change
_MOST_TRAIL = 4  # pages named in the way back


class WorkingsDrawer(QFrame):
    """Fixed in width; its face slides in from the right."""

    closed = Signal()
    driver_wanted = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._trail: list[Page] = []
        self.setFixedWidth(WIDTH)
        self._face = QFrame(self)
        self._face.setProperty("card", True)
        self.back, self.copy_button, self.close_button = QToolButton(), QToolButton(), QToolButton()
        self._name, self.trail = QLabel(), QLabel()
        self.view = PageView(theme)
        self._scroll: ScrollArea = scrolled(self.view)
        self._slide = QPropertyAnimation(self._face, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REWRITE_EVERY)
        self._lay_out()
        self._connect()
        self._dress()
        self._say()

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._trail[-1] if self._trail else None

    def ask(self, target: Target) -> bool:
        """Begin anew with this figure; False where there is no such figure."""
        page = page_of(self._session.settled_answers(), target, clock.today())
        if page is None:
            return False
        self._trail = [page]
        self._turn()
        return True

    def go_to(self, target: Target) -> None:
        """One step further down; back up where it was met on the way."""
        met = next((place for place, page in enumerate(self._trail) if page.target == target), None)
        if met is not None:
            self._step_to(str(met))
            return
        page = page_of(self._session.settled_answers(), target, clock.today())
        if page is not None:
            self._trail.append(page)
            self._turn()

    def go_back(self) -> None:
        """One step up."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._renew()
            self._turn()

    def slide_in(self) -> None:
        """Come in from the right, where the system likes things to move."""
        from PySide6.QtWidgets import QStyle  # imported here: its enumerations take long to make

        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        self.show()
        if duration > 0:
            self._slide.setDuration(duration)
            self._slide.setStartValue(QPoint(self.width(), 0))
            self._slide.setEndValue(QPoint(0, 0))
            self._slide.start()

    def take_focus(self) -> None:
        """The keyboard goes on here."""
        shown = [row for row in self.view.rows if not row.isHidden()]
        (shown[0] if shown else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """The whole working, down to its sources, to the clipboard."""
        if self.page is not None:
            QGuiApplication.clipboard().setText(self.page.copied(self._session.language))
            self._session.reported.emit(COPIED, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Backspace goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Back):
            self.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The face fills it."""
        super().resizeEvent(event)
        self._face.resize(event.size())

    def showEvent(self, event: object) -> None:
        """What was missed meanwhile."""
        super().showEvent(event)
        self._refresh()

    # --- following -------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        if not self.isVisible():
            return
        if not self._session.dragging:
            self._pause.stop()
            self._refresh()
        elif not self._pause.isActive():
            self._pause.start()

    def _refresh(self) -> None:
        """The same page as things are now."""
        if not self._trail or not self.isVisible():
            return
        before = len(self._trail)
        if not self._renew():
            self.closed.emit()
        elif len(self._trail) < before:
            self._turn()
        else:
            self._write()

    def _renew(self) -> bool:
        """The front page with the values of now; one that is gone gives way to the page before. False: none is left."""
        answers, today = self._session.answers, clock.today()
        while self._trail:
            anew = page_of(answers, self._trail[-1].target, today)
            if anew is not None:
                self._trail[-1] = anew
                return True
            self._trail.pop()
        return False

    def _turn(self) -> None:
        """Another page is in front."""
        held = self._scroll.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._write()
        self._scroll.verticalScrollBar().setValue(0)
        if held:
            self.take_focus()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.view.spoken()))

    def _write(self) -> None:
        language = self._session.language
        self.view.show_page(self._trail[-1], language)
        before = list(enumerate(self._trail[:-1]))[-_MOST_TRAIL:]
        accent = self._theme.colours.accent
        steps = [
            f'<a href="{place}" style="color: {accent}; text-decoration: none">{escape(page.title(language))}</a> ›'
            for place, page in before
        ]
        self.trail.setText(" ".join(steps))
        self.trail.setVisible(bool(steps))
        self.back.setEnabled(len(self._trail) > 1)
        self.setAccessibleDescription(self.view.spoken())

    def _say(self) -> None:
        language = self._session.language
        self.setAccessibleName(NAME(language))
        self._name.setText(NAME(language))
        for button, text in ((self.back, BACK), (self.copy_button, COPY), (self.close_button, CLOSE)):
            button.setToolTip(text(language))
            button.setAccessibleName(text(language))
        if self._trail and self.isVisible():
            self._write()

    def _dress(self) -> None:
        self.back.setIcon(self._theme.icon("chevron-left"))
        self.copy_button.setIcon(self._theme.icon("copy"))
        self.close_button.setIcon(self._theme.icon("close"))
        if self._trail:
            self._write()

    def _step_to(self, place: str) -> None:
        self._trail = self._trail[: int(place) + 1]
        self._renew()
        self._turn()

    def _want_driver(self) -> None:
        if self.page is not None:
            self.driver_wanted.emit(self.page.target.id, self.page.target.alternative)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.closed)
        self.trail.linkActivated.connect(self._step_to)
        self.view.chosen.connect(self.go_to)
        self.view.driver_wanted.connect(self._want_driver)
        self._pause.timeout.connect(self._refresh)
        self._session.answers_changed.connect(self._follow)
        self._session.dragging_changed.connect(self._follow)
        self._session.language_changed.connect(self._say)
        self._theme.changed.connect(self._dress)

    def _lay_out(self) -> None:
        self.trail.setWordWrap(True)
        self.trail.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._name.setProperty("tone", "caption")
        head = QHBoxLayout()
        head.setSpacing(HALF)
        head.addWidget(self.back)
        head.addWidget(self._name, 1)
        head.addWidget(self.copy_button)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self._face)
        column.setContentsMargins(GRID + HALF, GRID, HALF, GRID)
        column.setSpacing(HALF)
        column.addLayout(head)
        column.addWidget(self.trail)
        column.addWidget(self._scroll, 1)
