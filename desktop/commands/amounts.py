"""By which period and in which currency amounts are shown: chosen here, remembered for the next start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.errors import EvenkeelError
from core.questions.display import A_PERIOD, CURRENCY_NAMES, USUAL_RATE, Display, Period
from core.wording.scale import CURRENCY_SIGNS, Currency
from core.wording.text import Language, Text
from desktop.session import Session
from desktop.settings import AMOUNTS_CURRENCY, AMOUNTS_PERIOD, AMOUNTS_RATE, Settings
from desktop.theme import Theme
from desktop.window.menus import Entry

PERIODS: dict[Period, Text] = {
    "day": Text("By day", "按天"),
    "month": Text("By month", "按月"),
    "year": Text("By year", "按年"),
}
NAMED = Text("{name} ({sign})", "{name}（{sign}）")
RATE = Text("Exchange rate…", "汇率……")
CONVERTED_TAG = Text("{sign} {a_period}, converted", "{a_period}，{sign}（已折算）")
TAG = Text("{sign} {a_period}", "{a_period}，{sign}")


class Amounts(QObject):
    """Changes how the session shows amounts, and nothing else."""

    def __init__(self, session: Session, theme: Theme, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._theme, self._settings, self._window = session, theme, settings, window
        session.set_display(_remembered(settings))

    @property
    def own(self) -> Currency:
        """The currency the comparison counts in."""
        return self._session.comparison.currency

    def periods(self) -> list[Entry]:
        """One line per period."""
        now = self._session.display.period
        return [
            Entry(text, lambda period=period: self.show(replace(self._session.display, period=period)), period == now)
            for period, text in PERIODS.items()
        ]

    def currencies(self) -> list[Entry]:
        """One line per currency, and the way to the exchange rate."""
        display = self._session.display
        shown = display.shown_in(self.own)
        lines = [
            Entry(
                NAMED.filled(name=name, sign=_sign(currency)),
                lambda currency=currency: self.show_currency(currency),
                currency == shown,
            )
            for currency, name in CURRENCY_NAMES.items()
        ]
        return [*lines, Entry(RATE, self.ask_rate)]

    def show_currency(self, currency: Currency) -> None:
        """Show amounts in this currency; the comparison's own needs no converting."""
        wanted = None if currency == self.own else currency
        self.show(replace(self._session.display, currency=wanted))

    def show(self, display: Display) -> None:
        """Show amounts this way, next time too."""
        self._session.set_display(display)
        self._settings.set(AMOUNTS_PERIOD, display.period)
        self._settings.set(AMOUNTS_CURRENCY, display.currency or "")
        self._settings.set(AMOUNTS_RATE, repr(display.rate) if display.rate != USUAL_RATE else "")

    def ask_rate(self) -> None:
        """Let a person say what a dollar is worth."""
        from desktop.dialogs.exchange_rate import ask_rate

        session = self._session
        ask_rate(self._window, session, self._theme, lambda rate: self.show(replace(session.display, rate=rate)))

    def tag(self, language: Language) -> str:
        """How amounts are shown, in a few letters."""
        display = self._session.display
        text = CONVERTED_TAG if display.converts(self.own) else TAG
        return text.filled(sign=_sign(display.shown_in(self.own)), a_period=A_PERIOD[display.period])(language)


def _sign(currency: Currency) -> Text:
    return Text(CURRENCY_SIGNS[currency]["en"], CURRENCY_SIGNS[currency]["zh"])


def _remembered(settings: Settings) -> Display:
    """What was chosen last; a rate that cannot be read is the usual one."""
    try:
        rate = float(settings.get(AMOUNTS_RATE) or USUAL_RATE)
        return Display(settings.get(AMOUNTS_PERIOD), settings.get(AMOUNTS_CURRENCY) or None, rate)
    except (ValueError, EvenkeelError):
        return Display()
