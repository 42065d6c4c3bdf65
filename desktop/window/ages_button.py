"""In the status line: how many numbers rest on sources that have not been looked at for long; pressed, which ones."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.questions.ages import AGEING_AFTER, Level, SourceAge, ages
from core.wording.dates import days
from core.wording.numbers import both
from core.wording.text import Text
from desktop import clock
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.window.menu_release import release_with

COUNTED = Text("{count} numbers older than {days} days", "{count} 个数字超过 {days} 天未核对")
ONE = Text("1 number older than {days} days", "1 个数字超过 {days} 天未核对")
ENTRY = Text("{label} ({name}): {days}", "{label}（{name}）：{days}")
EVERYBODY = Text("shared", "共用")
HELP = Text("Lists the numbers whose source has not been checked for long", "列出来源久未核对的数字")
_AFTER = 200  # ms of quiet
_MOST = 25  # lines of the list
MORE = Text("… and {count} more", "……另有 {count} 个")


class AgesButton(QPushButton):
    """Hidden while every source is fresh."""

    driver_wanted = Signal(str, str)  # the assumption chosen from the list, and the alternative it stands in

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._aged: list[SourceAge] = []
        self._counted: Comparison | None = None
        self.setProperty("kind", "quiet")
        self.setFixedHeight(3 * GRID)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_AFTER)
        self._quiet.timeout.connect(self.count)
        self.clicked.connect(self.offer)
        session.comparison_changed.connect(self._quiet.start)
        session.path_changed.connect(self.count)  # another comparison: what was counted is not of it
        session.language_changed.connect(self._say)
        theme.changed.connect(self._dress)
        self.hide()
        self._quiet.start()

    def count(self) -> None:
        """Count anew, the oldest first."""
        self._quiet.stop()
        comparison = self._session.comparison
        if comparison is self._counted:
            return
        self._counted = comparison
        found = ages(comparison, clock.today())
        self._aged = sorted((age for age in found if age.level is not Level.FRESH), key=lambda age: -age.days)
        self._say()
        self._dress()
        self.setVisible(bool(self._aged))

    def offer(self) -> None:
        """The list; a line of it leads to its number."""
        self.count()
        comparison, language, menu = self._session.comparison, self._session.language, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        release_with(menu, self)
        for age in self._aged[:_MOST]:
            alternative = _holder(comparison, age)
            name = EVERYBODY if age.where == SHARED else comparison.alternative(alternative).name
            label = comparison.driver_of(alternative, age.driver).label
            text = ENTRY.filled(label=label, name=name, days=both(days, age.days))
            made = menu.addAction(text(language).replace("&", "&&"))
            made.triggered.connect(lambda _=False, d=age.driver, a=alternative: self.driver_wanted.emit(d, a))
        if len(self._aged) > _MOST:
            menu.addAction(MORE.filled(count=len(self._aged) - _MOST)(language)).setEnabled(False)
        menu.popup(self.mapToGlobal(self.rect().topLeft()) - QPoint(0, menu.sizeHint().height()))

    def _say(self) -> None:
        language, count = self._session.language, len(self._aged)
        text = (ONE if count == 1 else COUNTED).filled(count=count, days=AGEING_AFTER)
        self.setText(text(language))
        self.setToolTip(HELP(language))
        self.setAccessibleDescription(HELP(language))

    def _dress(self) -> None:
        old = any(age.level is Level.OLD for age in self._aged)
        self.setIcon(self._theme.icon("warning", "bad" if old else "warn"))


def _holder(comparison: Comparison, age: SourceAge) -> str:
    """An alternative that shows the number."""
    if age.where != SHARED:
        return age.where
    return next(a.id for a in comparison.alternatives if _shares(comparison, a.id, age.driver))


def _shares(comparison: Comparison, alternative: str, driver: str) -> bool:
    has = any(d.id == driver for d in comparison.model_of(alternative).drivers)
    return has and comparison.is_shared(alternative, driver)
