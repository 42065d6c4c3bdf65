"""The bundled fonts: figures of one width, Chinese without boxes, and text that can be copied out of a PDF."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from core.model.definition import GROUPS
from desktop.theme import font, load_fonts
from desktop.theme.fonts import FAMILIES, FOLDER


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


def raw(name: str) -> QRawFont:
    return QRawFont(str(FOLDER / name), 16)


def test_the_window_uses_the_bundled_font() -> None:
    assert QFontInfo(font()).family() == FAMILIES[0]


@pytest.mark.parametrize("bold", [False, True])
def test_figures_stand_in_columns(bold: bool) -> None:
    metrics = QFontMetricsF(font("body", bold=bold))
    assert len({metrics.horizontalAdvance(digit * 7) for digit in "0123456789"}) == 1


@pytest.mark.parametrize(
    "text", [*(t.zh for t in GROUPS.values()), "盈亏平衡点，毛利率（亏损）：￥、“商业模式”", "台積電與陳喆"]
)
def test_chinese_has_letters(text: str) -> None:
    chinese = raw("evenkeel-hans-regular.otf")
    assert all(chinese.supportsCharacter(ord(character)) for character in text)


@pytest.mark.parametrize("file", ["evenkeel-sans-regular.otf", "evenkeel-sans-bold.otf"])
def test_signs_of_figures_have_letters(file: str) -> None:
    latin = raw(file)
    assert all(latin.supportsCharacter(ord(character)) for character in "−–≈×¥€$%…’“”→⁰¹²³⁴⁵⁶⁷⁸⁹")


def test_no_letter_is_a_kangxi_radical() -> None:
    chinese = raw("evenkeel-hans-regular.otf")
    assert not any(chinese.supportsCharacter(code) for code in range(0x2F00, 0x2FE0))


def test_chinese_in_an_english_window_is_not_a_row_of_boxes() -> None:
    metrics = QFontMetricsF(font())
    assert metrics.horizontalAdvance("开源") > 0
    assert QFont(font()).families() == list(FAMILIES)


def test_the_licence_comes_with_the_fonts() -> None:
    words = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    assert "Inter Project Authors" in words
    assert "Adobe" in words
