"""How the window looks: colours, type, spacing, icons and fonts, in one object that follows the system.

    load_fonts()                      once, after the QApplication exists
    theme = Theme()                   light or dark by the system
    theme.apply_to(app)               Fusion, palette, font and the one style sheet; again whenever the theme changes
    theme.set_mode("dark")            "system", "light" or "dark", at run time
    theme.changed                     emitted after every change; charts and icons restyle themselves on it
    theme.colours.accent              named colours (desktop/theme/colours.py); theme.series(i), theme.stroke(i)
    font("title", bold=True), GRID    type scale and the 8 px grid (desktop/theme/scale.py); measures("title") of words
    theme.icon("undo")                one-colour SVG of resources/icons in the theme's colour; app_icon()

Properties that the style sheet knows: `kind` on QPushButton ("primary", "quiet"), `card` on QFrame (true), `tone` on
QLabel ("muted", "good", "warn", "bad", "caption", "title", "verdict").
"""

from desktop.theme.fonts import load_fonts
from desktop.theme.icons import app_icon
from desktop.theme.scale import GRID, HALF, font, measures
from desktop.theme.theme import Mode, Theme

__all__ = ["GRID", "HALF", "Mode", "Theme", "app_icon", "font", "load_fonts", "measures"]
