"""Which hint stands where, and when it has done its work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QSlider, QWidget

from core.questions.search.curves import USERS
from core.record import record
from core.wording.text import Text
from desktop.nudges.bubble import Bubble
from desktop.session import Session
from desktop.settings import NUDGES, Settings
from desktop.theme import Theme
from desktop.window.workspace import Workspace

FIRST = "break_even"  # the question the window opens on
_CALM = 1500  # ms after the window stands, or after something was done, before a hint comes
_FOLLOWED = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide})


@record
class Nudge:
    """`place` gives the widget it points at and the part of it, None while that cannot be seen. `question`: the tab
    that makes it superfluous; empty for the one that any change does."""

    id: str
    text: Text
    place: Callable[[Workspace], tuple[QWidget, QRect] | None]
    question: str = ""


def _users_slider(workspace: Workspace) -> tuple[QWidget, QRect] | None:
    editor = workspace.inputs.editor
    if editor.place is None or editor.place.driver.id != USERS or editor.controls is None:
        return None
    slider = editor.controls.findChild(QSlider)
    if slider is None:
        return None
    right = slider.rect()
    right.setLeft(right.center().x())
    return slider, right  # the number typed below it begins at the left, and is to be read


def _tab(question: str) -> Callable[[Workspace], tuple[QWidget, QRect] | None]:
    def place(workspace: Workspace) -> tuple[QWidget, QRect] | None:
        bar, number = workspace.tabs.tabBar(), workspace.tabs.number_of(question)
        shown = bar.isTabVisible(number) and bar.rect().contains(bar.tabRect(number).center())
        elsewhere = workspace.tabs.question != FIRST  # it would cover what is looked at there
        return (bar, bar.tabRect(number)) if shown and not elsewhere else None

    return place


NUDGES_IN_ORDER: tuple[Nudge, ...] = (
    Nudge("users", Text("Drag me.", "拖动我试试。"), _users_slider),
    Nudge(
        "sensitivity", Text("Which number matters most? Press this.", "哪个数字最关键？按这里。"),
        _tab("sensitivity"), "sensitivity",
    ),
    Nudge("needed", Text("What would have to be true?", "要满足什么条件？"), _tab("needed"), "needed"),
)  # fmt: skip


class Nudges(QObject):
    """One hint at a time. The next comes only after the person has done something."""

    def __init__(self, session: Session, theme: Theme, settings: Settings, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session, self._settings, self._workspace = session, settings, workspace
        self._done: set[str] = {id for id in settings.get(NUDGES) if isinstance(id, str)}
        self._target: QWidget | None = None
        self.nudge: Nudge | None = None
        self.bubble = Bubble(theme, workspace)
        self.bubble.hide()
        self.bubble.clicked.connect(self._put_away)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._come)
        session.comparison_changed.connect(self._changed)
        session.language_changed.connect(self._say)
        workspace.tabs.currentChanged.connect(self._turned)
        workspace.installEventFilter(self)
        self._calm.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the target, wherever it goes."""
        if event.type() in _FOLLOWED and self.nudge is not None:
            QTimer.singleShot(0, self, self._stand)
        return super().eventFilter(watched, event)

    def _come(self) -> None:
        """The first hint that is still of use, where it has something to point at."""
        if self.nudge is None:
            self.nudge = next((nudge for nudge in NUDGES_IN_ORDER if nudge.id not in self._done), None)
            self._say()

    def _say(self) -> None:
        if self.nudge is not None:
            self.bubble.say(self.nudge.text, self._session.language)
            self._stand()

    def _stand(self) -> None:
        found = self.nudge.place(self._workspace) if self.nudge is not None else None
        if found is None or not found[0].isVisible():
            self.bubble.hide()
            return
        target, part = found
        if target is not self._target:
            self._target = target
            self._follow(target)
            QWidget.setTabOrder(target, self.bubble)
        place = QRect(target.mapTo(self._workspace, QPoint(0, 0)) + part.topLeft(), part.size())
        self.bubble.point_at(place, self._workspace.rect())
        self.bubble.show()
        self.bubble.raise_()

    def _follow(self, target: QWidget) -> None:
        """Wherever it goes, and whatever it stands in: a headline that wraps moves all of it."""
        moving: QWidget | None = target
        while moving is not None and moving is not self._workspace:
            moving.installEventFilter(self)
            moving = moving.parentWidget()

    def _changed(self) -> None:
        if self.nudge is not None and self.nudge.id == "users":
            if not self._session.can_undo:
                return  # another comparison was opened
            self._forget("users")
        if len(self._done) < len(NUDGES_IN_ORDER):
            self._calm.start()

    def _turned(self) -> None:
        """A tab was opened: the hint about it has done its work, whether it was seen or not."""
        for nudge in NUDGES_IN_ORDER:
            if nudge.question == self._workspace.tabs.question:
                self._forget(nudge.id)
                self._calm.start()
        self._stand()

    def _put_away(self) -> None:
        if self.nudge is not None:
            self._forget(self.nudge.id)

    def _forget(self, id: str) -> None:
        self._done.add(id)
        self._settings.set(NUDGES, sorted(self._done))
        if self.nudge is not None and self.nudge.id == id:
            self.nudge = None
            self.bubble.hide()
