"""In the status line: how amounts are shown, and a way to have them shown otherwise. Converted amounts say so."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from core.wording.text import Text
from desktop.commands.amounts import Amounts
from desktop.session import Session
from desktop.theme import GRID
from desktop.window.menu_release import release_with
from desktop.window.menus import fill_menu

HELP = Text("Amounts by day, month or year, in dollars or yuan", "金额按天、月或年显示，单位美元或人民币")
LABEL = Text("Amounts: {how}", "金额：{how}")


class AmountsButton(QPushButton):
    """A menu of periods and currencies."""

    def __init__(self, session: Session, amounts: Amounts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._amounts = session, amounts
        self.setProperty("kind", "quiet")
        self.setFixedHeight(3 * GRID)
        self.clicked.connect(self.offer)
        session.display_changed.connect(self.refresh)
        session.language_changed.connect(self.refresh)
        session.path_changed.connect(self.refresh)
        self.refresh()

    def offer(self) -> None:
        """Above the button."""
        menu, language = QMenu(self), self._session.language
        menu.aboutToHide.connect(menu.deleteLater)
        release_with(menu, self)
        fill_menu(menu, self._amounts.periods(), language, keep=True)
        menu.addSeparator()
        fill_menu(menu, self._amounts.currencies(), language, keep=True)
        menu.popup(self.mapToGlobal(self.rect().topLeft()) - QPoint(0, menu.sizeHint().height()))

    def refresh(self) -> None:
        """Say how amounts are shown; at what rate, where they are converted."""
        language = self._session.language
        remark = self._session.display.remark(self._amounts.own) or HELP
        self.setText(self._amounts.tag(language))
        self.setToolTip(remark(language))
        self.setAccessibleName(LABEL.filled(how=self._amounts.tag(language))(language))
        self.setAccessibleDescription(remark(language))
