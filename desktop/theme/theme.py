"""The one theme object. Everything that paints asks it, and repaints when it says it has changed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from desktop.theme.colours import CONTRAST, DARK, LIGHT, STROKES, Colours, SeriesColour
from desktop.theme.icons import icon
from desktop.theme.letters import letters
from desktop.theme.scale import font
from desktop.theme.stylesheet import stylesheet

Mode = Literal["system", "light", "dark", "contrast"]

STYLE = "fusion"
_SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark,
            "contrast": Qt.ColorScheme.Dark}  # fmt: skip

_TABLES: dict[Mode, Colours] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

# Which named colour each place of Qt's palette takes; what the style sheet does not reach is drawn from these.
_PALETTE: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "outline",
    QPalette.ColorRole.Shadow: "outline",
}


class Theme(QObject):
    """Light, dark or high contrast, by the system or by choice."""

    changed = Signal()

    def __init__(self, mode: Mode = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = mode
        self._app: QApplication | None = None
        self._colours = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def mode(self) -> Mode:
        """What was chosen, not what it came to."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the table in force is a dark one."""
        return self._colours is not LIGHT

    @property
    def colours(self) -> Colours:
        """The table in force."""
        return self._colours

    def series(self, index: int) -> SeriesColour:
        """The colours of the alternative at `index`; they repeat after the last."""
        return self.colours.series[index % len(self.colours.series)]

    def stroke(self, index: int) -> Qt.PenStyle:
        """The line style of the alternative at `index`. It turns over later than the colours do."""
        return STROKES[(index + index // len(self.colours.series)) % len(STROKES)]

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """The icon `name` of resources/icons in a named colour of the table."""
        return icon(name, self.colours.colour(colour), self.colours.colour("disabled"))

    def set_mode(self, mode: Mode) -> None:
        """Choose light, dark or high contrast, or leave it to the system."""
        self._mode = mode
        if self._app is not None:  # so that title bars and native dialogs follow where the platform can
            QGuiApplication.styleHints().setColorScheme(_SCHEMES[mode])
        self._follow()

    def apply_to(self, app: QApplication) -> None:
        """Dress the application, now and after every change. Its style must be `STYLE`: it is begun with it, for to
        set it later PySide would first make every class it has of a style."""
        self._app = app
        app.setFont(font())
        self._dress(app)

    def palette(self) -> QPalette:
        """The named colours as Qt's palette."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colours.colour(name))
        disabled = self.colours.colour("disabled")
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, disabled)
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(self.colours.hairline))
        return palette

    def _dress(self, app: QApplication) -> None:
        app.setPalette(self.palette())
        app.setStyleSheet(letters() + stylesheet(self.colours))

    def _wanted(self) -> Colours:
        if self._mode == "system":
            return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return _TABLES[self._mode]

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is self._colours:
            return
        self._colours = wanted
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()
