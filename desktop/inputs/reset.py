"""Back to an earlier value, in the three meanings people have in mind: the template's, the file's, the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from core.comparison import edits
from core.comparison.document import Comparison
from core.errors import UsageError
from core.wording.quantities import format_value
from core.wording.text import Text
from desktop.inputs.faces import template_of
from desktop.inputs.rows import Place
from desktop.session import Session
from desktop.theme import Theme
from desktop.window.menu_release import release_with

RESET = Text("Back to an earlier value", "恢复为之前的值")
Find = Callable[[Session, Place], float | None]


class ResetButton(QToolButton):
    """Shown only where there is an earlier value to go back to."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._place: Place | None = None
        self.clicked.connect(self._offer)
        theme.changed.connect(self._dress)
        self._dress()

    def show_place(self, place: Place) -> None:
        """The value it is about."""
        self._place = place
        self.setVisible(any(True for _ in self._choices()))
        words = RESET(self._session.language)
        self.setToolTip(words)
        self.setAccessibleName(f"{place.driver.label(self._session.language)}: {words}")

    def _choices(self) -> Iterator[tuple[Text, float]]:
        """Each way back that leads to another value than the present one and those before it."""
        if self._place is None:
            return
        known: set[float | None] = {None, self._place.setting(self._session.comparison).value}
        for text, find in WAYS:
            value = find(self._session, self._place)
            if value not in known:
                known.add(value)
                yield text, value

    def _offer(self) -> None:
        if self._place is None:
            return
        menu, place, language = QMenu(self), self._place, self._session.language
        menu.aboutToHide.connect(menu.deleteLater)
        release_with(menu, self)
        for text, value in self._choices():
            shown = format_value(value, place.driver.unit, language)
            action = menu.addAction(text.filled(value=shown)(language).replace("&", "&&"))
            action.triggered.connect(lambda _=False, value=value: self._go_to(place, value))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _go_to(self, place: Place, value: float) -> None:
        self._session.edit(lambda comparison: edits.set_value(comparison, place.where, place.driver.id, value))
        self.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self.setIcon(self._theme.icon("undo", "accent"))


def _of_base(session: Session, place: Place) -> float | None:
    """What the comparison says without the scenario."""
    return None if session.scenario is None else _value_in(session.document, place)


def _of_template(session: Session, place: Place) -> float | None:
    return template_of(session.comparison, place)


def _of_file(session: Session, place: Place) -> float | None:
    return None if session.saved is None else _value_in(session.saved, place)


def _before_change(session: Session, place: Place) -> float | None:
    """The value before the last step that changed this one."""
    now = place.setting(session.comparison).value
    for earlier in session.past:
        value = _value_in(earlier, place)
        if value != now:
            return value
    return None


def _value_in(comparison: Comparison, place: Place) -> float | None:
    try:
        return comparison.setting_of(place.where, place.driver.id).value
    except (UsageError, KeyError):
        return None


WAYS: tuple[tuple[Text, Find], ...] = (
    (Text("To the base value: {value}", "恢复基准值：{value}"), _of_base),
    (Text("To the template’s: {value}", "恢复模板值：{value}"), _of_template),
    (Text("To the last saved: {value}", "恢复上次保存的值：{value}"), _of_file),
    (Text("To before my change: {value}", "恢复修改前的值：{value}"), _before_change),
)
