"""The one style sheet, built from the tokens. Short on purpose: Fusion and the palette do the rest."""

from __future__ import annotations

from desktop.theme.colours import LIGHT, Colours
from desktop.theme.icons import FOLDER
from desktop.theme.scale import GRID, HALF, POINTS, RADIUS

TICK, BESIDE_TICK = 14, GRID - 2  # the side of a box to be ticked, and the room between it and its words
INSET = 3  # as far as the style sets the words of a cell off its padding


def stylesheet(c: Colours) -> str:
    """The style sheet of a table of colours."""
    parts = (_labels, _buttons, _fields, _lists, _choices, _sliders, _tables, _tabs, _bars, _scrolling)
    return "\n".join(part(c) for part in parts)


def _labels(c: Colours) -> str:
    return f"""
QLabel[tone="muted"] {{ color: {c.muted}; }}
QLabel[tone="caption"] {{ color: {c.muted}; font-size: {POINTS["caption"]}pt; }}
QLabel[tone="good"] {{ color: {c.good}; }}
QLabel[tone="warn"] {{ color: {c.warn}; }}
QLabel[tone="bad"] {{ color: {c.bad}; }}
QLabel[tone="title"] {{ font-size: {POINTS["title"]}pt; font-weight: bold; }}
QLabel[tone="display"] {{ font-size: {POINTS["display"]}pt; font-weight: bold; }}
QLabel[tone="verdict"] {{ font-size: {POINTS["verdict"]}pt; font-weight: bold; }}
QFrame[card="true"] {{ background: {c.surface}; border: 1px solid {c.hairline}; border-radius: {RADIUS + 2}px; }}
QToolTip {{ background: {c.text}; color: {c.surface}; border: 0; padding: {HALF}px {GRID}px; }}
"""


def _buttons(c: Colours) -> str:
    return f"""
QPushButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline};
  border-radius: {RADIUS}px; padding: {HALF}px {2 * GRID - HALF}px; min-height: {3 * GRID - 2}px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton:hover {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QPushButton:pressed {{ background: {c.sunken}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: {HALF - 1}px {2 * GRID - HALF - 1}px; }}
QPushButton:disabled {{ color: {c.disabled}; border-color: {c.hairline}; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
  font-weight: bold; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:focus {{ background: {c.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.sunken}; color: {c.disabled}; border-color: {c.hairline}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; color: {c.accent}; }}
QPushButton[kind="quiet"]:hover {{ background: {c.accent_soft}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {c.accent}; }}
QPushButton[kind="link"] {{ background: transparent; border-color: transparent; color: {c.accent}; text-align: left;
  padding: 0 {HALF}px; min-height: {3 * GRID - 2}px; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {c.accent}; padding: 0 {HALF - 1}px;
  min-height: {3 * GRID - 4}px; }}
QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: {RADIUS}px;
  padding: {HALF - 1}px; }}
QToolButton:hover {{ background: {c.accent_soft}; }}
QToolButton:pressed, QToolButton:checked {{ background: {c.sunken}; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QToolButton:disabled {{ color: {c.disabled}; }}
QToolButton[chip="shared"], QToolButton[chip="own"] {{ font-size: {POINTS["caption"]}pt; border-radius: 10px;
  border: 1px solid {c.outline}; color: {c.muted}; padding: 1px {GRID}px 1px {HALF}px; }}
QToolButton[chip="shared"] {{ background: {c.accent_soft}; border-color: {c.accent_soft}; color: {c.accent}; }}
QToolButton[chip="shared"]:hover, QToolButton[chip="own"]:hover {{ border-color: {c.accent}; }}
QToolButton[chip="shared"]:focus, QToolButton[chip="own"]:focus {{ border: 2px solid {c.accent};
  padding: 0 {GRID - 1}px 0 {HALF - 1}px; }}
QToolButton[chip="scenario"] {{ background: {c.accent}; color: {c.on_accent}; font-weight: bold; }}
QToolButton[chip="scenario"]:hover {{ background: {c.accent_hover}; }}
QToolButton[chip="scenario"]:focus {{ border-color: {c.text}; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _fields(c: Colours) -> str:
    return f"""
QLineEdit {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline}; border-radius: {RADIUS - 2}px;
  padding: 2px {GRID - 2}px; min-height: {3 * GRID - 4}px; selection-background-color: {c.accent};
  selection-color: {c.on_accent}; }}
QLineEdit:hover {{ border-color: {c.text}; }}
QLineEdit:focus {{ border: 2px solid {c.accent}; padding: 1px {GRID - 3}px; }}
QLineEdit[refused="true"], QLineEdit[refused="true"]:focus {{ border: 2px solid {c.bad}; padding: 1px {GRID - 3}px; }}
QLineEdit:disabled {{ color: {c.disabled}; border-color: {c.hairline}; }}
"""


def _lists(c: Colours) -> str:
    """Drop-down lists as flat as the fields beside them; the chevron paints `ChoiceList`, in the theme's colour."""
    return f"""
QComboBox {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline}; border-radius: {RADIUS - 2}px;
  padding: 2px 1px 2px {GRID}px; min-height: {3 * GRID - 4}px; combobox-popup: 0; }}
QComboBox:hover {{ border-color: {c.text}; }}
QComboBox:focus, QComboBox:on {{ border: 2px solid {c.accent}; padding: 1px 0 1px {GRID - 1}px; }}
QComboBox:disabled {{ color: {c.disabled}; border-color: {c.hairline}; }}
QComboBox::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right; width: {2 * GRID + 3}px;
  border: 0; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline};
  padding: {HALF - 1}px; selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QComboBox QAbstractItemView::item {{ padding: 2px {HALF}px; min-height: {3 * GRID - 4}px; }}
"""


def _choices(c: Colours) -> str:
    """Boxes and rings with an edge one can see on a dark ground too; Fusion's own is darker than what is behind it."""
    tick = (FOLDER / "fixed" / f"tick-{'light' if c.on_accent == LIGHT.on_accent else 'dark'}.svg").as_posix()
    return f"""
QCheckBox, QRadioButton {{ spacing: {BESIDE_TICK}px; border: 2px solid transparent; border-radius: {RADIUS - 2}px;
  padding: 1px {HALF}px 1px 1px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {TICK}px; height: {TICK}px; border: 1px solid {c.outline};
  background: {c.surface}; }}
QCheckBox::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{tick}"); }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {c.accent}; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {c.text}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {c.hairline}; }}
"""


def _sliders(c: Colours) -> str:
    return f"""
QSlider {{ min-height: {3 * GRID}px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {c.outline}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {c.accent}; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  background: {c.surface}; border: 1px solid {c.accent}; }}
QSlider::handle:horizontal:hover {{ background: {c.accent_soft}; }}
QSlider::handle:horizontal:focus {{ background: {c.accent}; border: 2px solid {c.text}; width: 12px; height: 12px; }}
QSlider::groove:horizontal:disabled, QSlider::sub-page:horizontal:disabled {{ background: {c.hairline}; }}
QSlider::handle:horizontal:disabled {{ border-color: {c.hairline}; }}
"""


def _tables(c: Colours) -> str:
    return f"""
QTableView, QTreeView, QListView {{ background: {c.surface}; border: 0; gridline-color: {c.hairline};
  selection-background-color: {c.accent_soft}; selection-color: {c.text}; outline: 0; }}
QTableView::item {{ padding: 0 {GRID}px; border-bottom: 1px solid {c.hairline}; }}
QTableView::item:focus {{ border: 2px solid {c.accent}; }}
QTreeView::item {{ padding: 3px 0; }}
QHeaderView {{ background: {c.surface}; }}
QHeaderView::section {{ background: {c.surface}; color: {c.muted}; border: 0; border-bottom: 1px solid {c.outline};
  padding: {HALF}px {GRID}px; font-weight: bold; }}
QTableWidget QHeaderView::section {{ padding: {HALF}px {GRID + INSET}px; }}
QTableCornerButton::section {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.outline}; }}
"""


def _tabs(c: Colours) -> str:
    return f"""
QTabWidget::pane {{ border: 0; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tear, QTabBar::scroller {{ width: 0; }}
QTabBar::tab {{ background: transparent; color: {c.muted}; border: 0; border-bottom: 3px solid transparent;
  padding: {GRID}px {GRID + 3}px {GRID - 3}px {GRID + 3}px; }}
QTabBar::tab:hover {{ color: {c.text}; border-bottom-color: {c.hairline}; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; font-weight: bold; }}
QTabBar::tab:focus {{ background: {c.accent_soft}; }}
"""


def _bars(c: Colours) -> str:
    return f"""
QMenuBar {{ background: {c.window}; border: 0; }}
QMenuBar::item {{ padding: {GRID}px {GRID}px; border-radius: {RADIUS - 2}px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.accent_soft}; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.hairline}; padding: {HALF}px; }}
QMenu::item {{ padding: {HALF + 2}px {3 * GRID}px; border-radius: {RADIUS - 2}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::separator {{ height: 1px; background: {c.hairline}; margin: {HALF}px {GRID}px; }}
QToolBar {{ background: {c.window}; border: 0; spacing: {HALF}px; padding: {HALF}px {GRID}px; }}
QStatusBar {{ background: {c.window}; color: {c.muted}; border-top: 1px solid {c.hairline}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QPushButton, QStatusBar QToolButton {{ padding: 0 {GRID - 2}px; min-height: {3 * GRID - 4}px; }}
QStatusBar QPushButton:focus {{ padding: 0 {GRID - 3}px; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {c.accent}; }}
"""


def _scrolling(c: Colours) -> str:
    return f"""
QScrollArea {{ border: 0; background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: {GRID + 4}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {GRID + 4}px; margin: 0; }}
QScrollBar::handle {{ background: {c.outline}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: {4 * GRID}px; }}
QScrollBar::handle:horizontal {{ min-width: {4 * GRID}px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
