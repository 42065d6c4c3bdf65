"""The named colours, light and dark: one table, and nothing else in the window says a colour by its number.

Text colours keep a contrast of 4.5 : 1 against every surface they are used on, lines and marks 3 : 1 (WCAG 2.2);
`tests/desktop/theme` holds that. The series colours are Okabe and Ito's, which people with colour-blindness tell
apart; the dark theme lightens those that would drown.
"""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from core.record import record


@record
class SeriesColour:
    """One alternative's colour: `line` for strokes, `ink` for its words, `wash` for large quiet areas."""

    line: str
    ink: str
    wash: str


@record
class Colours:
    """One theme's table."""

    window: str  # behind everything
    surface: str  # cards, tables, fields, charts
    sunken: str  # headers and grooves, a step below the surface
    text: str
    muted: str  # secondary words
    disabled: str  # words of what cannot be used now (exempt from the contrast rule)
    outline: str  # edges a person must see: fields, handles
    hairline: str  # separators, decoration only
    accent: str
    accent_hover: str
    on_accent: str  # words on the accent
    accent_soft: str  # selection and hover
    good: str
    warn: str
    bad: str
    good_soft: str
    warn_soft: str
    bad_soft: str
    profit_zone: str
    loss_zone: str
    grid: str
    zero: str
    direct: str  # the parts of a bar of revenue, and the words on them
    on_direct: str
    operating: str
    on_operating: str
    left: str
    on_left: str
    series: tuple[SeriesColour, ...]

    def colour(self, name: str) -> QColor:
        """The colour called `name`."""
        return QColor(str(getattr(self, name)))

    def names(self) -> tuple[str, ...]:
        """Every single colour's name, the series left out."""
        return tuple(f.name for f in fields(self) if f.name != "series")


LIGHT = Colours(
    window="#F4F6F8", surface="#FFFFFF", sunken="#EDF0F3",
    text="#18222F", muted="#55616F", disabled="#9AA5B1", outline="#7F8B99", hairline="#DDE2E8",
    accent="#1D5FAF", accent_hover="#174E92", on_accent="#FFFFFF", accent_soft="#E4EEF9",
    good="#19734A", warn="#855700", bad="#B3261E", good_soft="#E3F3EA", warn_soft="#FCF1D9", bad_soft="#FBE7E5",
    profit_zone="#F1F8F4", loss_zone="#FFFFFF", grid="#E9EDF1", zero="#3A4653",
    direct="#4D6176", on_direct="#FFFFFF", operating="#BAC6D2", on_operating="#18222F",
    left="#19734A", on_left="#FFFFFF",
    series=(
        SeriesColour("#0072B2", "#00609A", "#DCECF6"),
        SeriesColour("#D55E00", "#A84900", "#FBE6D7"),
        SeriesColour("#009E73", "#007153", "#D9F1E9"),
        SeriesColour("#C46A9B", "#9C4072", "#F6E4EE"),
        SeriesColour("#A97400", "#825900", "#F5EAD0"),
    ),
)  # fmt: skip

DARK = Colours(
    window="#14191F", surface="#1C232B", sunken="#242D37",
    text="#E7ECF2", muted="#A9B4C0", disabled="#66727F", outline="#7C8998", hairline="#323C47",
    accent="#6CB0F5", accent_hover="#8CC2F8", on_accent="#0C1722", accent_soft="#22384F",
    good="#5FCB94", warn="#E8B54A", bad="#FF8F85", good_soft="#1B3A2C", warn_soft="#3D3218", bad_soft="#45231F",
    profit_zone="#1C2B29", loss_zone="#1C232B", grid="#2A343E", zero="#B4BFCA",
    direct="#93A6BA", on_direct="#101820", operating="#45535F", on_operating="#F2F5F8",
    left="#4FBE86", on_left="#0C1A13",
    series=(
        SeriesColour("#56B4E9", "#7CC6F0", "#1F3B4D"),
        SeriesColour("#E8703A", "#F2945F", "#472C1E"),
        SeriesColour("#1FB38A", "#45CDA6", "#173B33"),
        SeriesColour("#CC79A7", "#DE9DC1", "#40293A"),
        SeriesColour("#E69F00", "#F0B637", "#40310F"),
    ),
)  # fmt: skip

# For eyes that need it: black and white first, every edge visible, words 7 : 1 and more.
CONTRAST = Colours(
    window="#000000", surface="#000000", sunken="#1C1C1C",
    text="#FFFFFF", muted="#E4E4E4", disabled="#9A9A9A", outline="#FFFFFF", hairline="#9A9A9A",
    accent="#FFD400", accent_hover="#FFE566", on_accent="#000000", accent_soft="#3A3200",
    good="#7CFFB2", warn="#FFD166", bad="#FFB0A8", good_soft="#00331B", warn_soft="#332600", bad_soft="#400D08",
    profit_zone="#001A0D", loss_zone="#000000", grid="#3C3C3C", zero="#FFFFFF",
    direct="#A9C9EC", on_direct="#000000", operating="#3E4C5A", on_operating="#FFFFFF",
    left="#5CE09A", on_left="#000000",
    series=(
        SeriesColour("#66C8FF", "#8FD6FF", "#0A2A3B"),
        SeriesColour("#FF9A5C", "#FFB183", "#3B1C0A"),
        SeriesColour("#3DE0AE", "#6FEBC3", "#06301F"),
        SeriesColour("#FF9ED2", "#FFB8DE", "#3A1029"),
        SeriesColour("#FFD24D", "#FFDE80", "#332700"),
    ),
)  # fmt: skip

# Colour alone never carries the meaning: each series has its own stroke as well.
STROKES: tuple[Qt.PenStyle, ...] = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotDotLine,
)
