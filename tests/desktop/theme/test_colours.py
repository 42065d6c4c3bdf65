"""Everything can be read: words have a contrast of 4.5 to 1 against what is behind them, lines and marks 3 to 1."""

import pytest
from PySide6.QtGui import QColor

from desktop.theme.colours import CONTRAST, DARK, LIGHT, STROKES, Colours

TABLES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
SURFACES = ("window", "surface", "sunken", "accent_soft")
WORDS = [(ink, back) for ink in ("text", "muted") for back in SURFACES] + [
    *((ink, back) for ink in ("accent", "good", "warn", "bad") for back in ("window", "surface", "accent_soft")),
    ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("on_direct", "direct"), ("on_operating", "operating"), ("on_left", "left"),
    ("good", "good_soft"), ("warn", "warn_soft"), ("bad", "bad_soft"),
    ("text", "warn_soft"), ("muted", "profit_zone"), ("muted", "loss_zone"), ("surface", "text"),
]  # fmt: skip
LINES = [("outline", "surface"), ("outline", "window"), ("zero", "profit_zone"), ("zero", "loss_zone"),
         ("accent", "profit_zone"), ("bad", "bad_soft")]  # fmt: skip


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize(("ink", "back"), WORDS)
def test_words_can_be_read(table: Colours, ink: str, back: str) -> None:
    assert contrast(table.colour(ink), table.colour(back)) >= 4.5


@pytest.mark.parametrize(("ink", "back"), WORDS)
def test_high_contrast_is_higher(ink: str, back: str) -> None:
    assert contrast(CONTRAST.colour(ink), CONTRAST.colour(back)) >= 7


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize(("line", "back"), LINES)
def test_lines_can_be_seen(table: Colours, line: str, back: str) -> None:
    assert contrast(table.colour(line), table.colour(back)) >= 3


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("index", range(5))
def test_every_alternative_can_be_seen_and_its_name_read(table: Colours, index: int) -> None:
    series = table.series[index]
    for back in ("surface", "profit_zone", "loss_zone"):
        assert contrast(QColor(series.line), table.colour(back)) >= 3
        assert contrast(QColor(series.ink), table.colour(back)) >= 4.5
    assert contrast(QColor(series.ink), QColor(series.wash)) >= 4.5


def test_alternatives_differ_in_stroke_as_well() -> None:
    assert len(set(STROKES)) == len(STROKES) == len(LIGHT.series) == len(DARK.series)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_name_is_a_colour(table: Colours) -> None:
    assert all(table.colour(name).isValid() for name in table.names())
