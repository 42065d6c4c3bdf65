"""Opens the price book over the window, from the menu or from an assumption that is a price."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop import clock
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import Theme


class Prices(QObject):
    """The dialog and all it needs is imported when it is first wanted."""

    def __init__(self, session: Session, theme: Theme, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._theme, self._settings, self._window = session, theme, settings, window

    def open(self, alternative: str = "", driver: str = "") -> None:
        """Show the book; `alternative` and `driver` say for what prices are wanted."""
        from desktop.prices.dialog import PriceBookDialog

        dialog = PriceBookDialog(self._session, self._theme, self._settings, clock.today(), self._window)
        if alternative:
            dialog.look_for(alternative, driver)
        dialog.open()
