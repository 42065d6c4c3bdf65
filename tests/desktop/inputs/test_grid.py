"""The grid of assumptions as a person uses it: looking, typing, dragging, walking by keys, sharing, searching."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.comparison.examples import example_ids, load_example
from core.comparison.new import new_comparison
from core.model.library import load_model
from core.questions.decisive import decisive
from desktop.inputs.cell import Cell
from desktop.inputs.chip import OWN, SHARED
from desktop.inputs.grid import FOLDED_WIDTH, LEAST_WIDTH, InputsGrid
from desktop.inputs.value_controls import NumberControls
from desktop.session import Session
from desktop.theme import Theme
from desktop.window.workspace import INPUTS_WIDTH
from tests.desktop.inputs.hands import cell_of, opened, value_of


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("example", example_ids())
def test_no_name_is_cut_at_the_usual_width(grid: InputsGrid, session: Session, example: str, language: str) -> None:
    grid.resize(INPUTS_WIDTH, 700)
    session.set_language(language)
    session.open_comparison(load_example(example))
    QApplication.processEvents()
    for row in grid.sheet.rows:
        lines, _unit = row._label()
        joined = ("" if language == "zh" else " ").join(lines)
        assert joined.replace(" ", "") == row.row.driver.label(language).replace(" ", "")


def test_it_opens_on_the_number_of_users_with_its_slider(grid: InputsGrid) -> None:
    assert grid.editor.isVisible()
    assert grid.editor.place is not None
    assert grid.editor.place.driver.id == "users"


def test_what_matters_most_comes_first_and_the_rest_is_folded(
    qtbot: QtBot, session: Session, theme: Theme
) -> None:
    fresh = InputsGrid(session, theme)
    qtbot.addWidget(fresh)
    fresh.show()
    shown = [row.row.driver.id for row in fresh.sheet.rows if row.isVisible()]
    assert shown == ["users", *decisive(session.comparison)]
    fresh.sheet.unfold_all()
    listed = [row.row.driver.id for row in fresh.sheet.rows]
    assert len(listed) == len(set(listed)) > 40


def test_rows_stay_where_they_are_whatever_is_dragged(grid: InputsGrid, session: Session) -> None:
    before = [row.row.driver.id for row in grid.sheet.rows]
    session.set_driver("maas", "utilisation", 0.85)
    session.edit(lambda comparison: edits.link(comparison, "maas", "gpu_hour_price"))
    assert [row.row.driver.id for row in grid.sheet.rows] == before


def test_a_shared_assumption_is_one_cell_and_own_values_stand_apart(grid: InputsGrid) -> None:
    assert cell_of(grid, "users", "api") is cell_of(grid, "users", "maas")
    assert cell_of(grid, "users", "api").face.tag == SHARED.en
    assert cell_of(grid, "utilisation", "api") is not cell_of(grid, "utilisation", "maas")
    assert cell_of(grid, "utilisation", "maas").face.tag == ""
    assert cell_of(grid, "gpu_hour_price", "maas").face.tag == OWN.en
    assert cell_of(grid, "plus_price", "subscription").face.tag == ""


def test_what_a_business_model_does_not_have_has_no_cell(grid: InputsGrid) -> None:
    assert grid.sheet.cell_for("plus_price", "maas") is None


def test_cells_are_read_aloud_with_label_business_model_and_value(grid: InputsGrid, session: Session) -> None:
    session.set_driver("maas", "utilisation", 0.4)
    spoken = cell_of(grid, "utilisation", "maas").accessibleName()
    assert spoken == "Busy share of the machines paid for, MaaS resale, 40%, from 10% to 45%, most likely 40%"
    assert "shared by" in cell_of(grid, "users", "api").accessibleName()


def test_keys_walk_enter_edits_and_escape_leaves(grid: InputsGrid) -> None:
    start = cell_of(grid, "utilisation", "api")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    here = QApplication.focusWidget()
    assert here is cell_of(grid, "utilisation", "maas")
    QTest.keyClick(here, Qt.Key.Key_Down)
    below = QApplication.focusWidget()
    assert isinstance(below, Cell)
    assert below is not here
    QTest.keyClick(below, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is here
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert isinstance(grid.editor.controls, NumberControls)
    field = grid.editor.controls.entry.field
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert here.hasFocus()
    QTest.keyClick(here, Qt.Key.Key_Escape)
    assert not grid.editor.isVisible()


def test_the_first_key_of_a_number_is_not_lost(grid: InputsGrid, session: Session) -> None:
    cell = cell_of(grid, "utilisation", "maas")
    cell.setFocus()
    QTest.keyClicks(cell, "4")
    assert isinstance(grid.editor.controls, NumberControls)
    field = grid.editor.controls.entry.field
    assert field.text() == "4"
    QTest.keyClicks(field, "5%")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert value_of(session, "maas", "utilisation") == 0.45


def test_everything_is_reached_by_tab(grid: InputsGrid) -> None:
    seen: set[int] = set()
    widget = grid.bar.search
    for _ in range(600):
        widget = widget.nextInFocusChain()
        seen.add(id(widget))
    assert all(id(cell) in seen for cell in grid.sheet.cells())
    assert grid.editor.controls is not None
    assert all(id(stop) in seen for stop in grid.editor.stops())


def test_the_wheel_scrolls_and_changes_nothing(grid: InputsGrid, session: Session) -> None:
    controls = opened(grid, "users", "api")
    for target in (controls.slider, controls.entry.field, cell_of(grid, "users", "api")):
        centre = QPointF(target.rect().center())
        event = QWheelEvent(
            centre, target.mapToGlobal(centre), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(target, event)
    assert value_of(session, "api", "users") == 6_000_000


@pytest.mark.parametrize("wanted", ["utilisation", "利用率", "busy share"])
def test_search_finds_in_both_languages(grid: InputsGrid, wanted: str) -> None:
    grid.bar.search.setText(wanted)
    shown = [row.row.driver.id for row in grid.sheet.rows if row.isVisible()]
    assert "utilisation" in shown
    assert len(shown) < 8
    grid.bar.search.clear()
    assert all(row.isVisible() for row in grid.sheet.rows)


def test_groups_fold(grid: InputsGrid) -> None:
    heading = next(child for child in grid.sheet.children() if getattr(child, "text", str)() == "Customers")
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert not cell_of(grid, "plus_share", "subscription").isVisible()
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert cell_of(grid, "plus_share", "subscription").isVisible()


def test_the_source_is_told_and_a_note_is_kept(grid: InputsGrid, session: Session) -> None:
    opened(grid, "utilisation", "api")
    QTest.mouseClick(grid.editor.dot, Qt.MouseButton.LeftButton)
    assert grid.editor.details.isVisible()
    QTest.keyClicks(grid.editor.details.note, "as the maker says")
    opened(grid, "utilisation", "maas")
    assert session.comparison.setting_of("api", "utilisation").note == "as the maker says"
    assert grid.editor.details.note.text() != "as the maker says"


def test_another_language_changes_words_and_no_value(grid: InputsGrid, session: Session) -> None:
    before = session.comparison
    session.set_language("zh")
    assert cell_of(grid, "users", "api").face.value == "600万"
    assert cell_of(grid, "users", "api").face.tag == SHARED.zh
    assert session.comparison is before


def test_columns_come_go_and_move(grid: InputsGrid, session: Session) -> None:
    session.edit(lambda comparison: edits.add_alternative(comparison, load_model("closed-api")))
    assert grid.sheet.cell_for("users", "closed_api") is not None
    session.edit(lambda comparison: edits.move(comparison, "maas", 0))
    assert cell_of(grid, "utilisation", "maas").place.columns == (0,)
    session.edit(lambda comparison: edits.remove(comparison, "api"))
    assert grid.sheet.cell_for("utilisation", "api") is None


def test_folded_away_it_leaves_a_strip(qtbot: QtBot, grid: InputsGrid) -> None:
    before = grid.minimumWidth()
    with qtbot.waitSignal(grid.folded_changed):
        QTest.mouseClick(grid.bar.fold, Qt.MouseButton.LeftButton)
    assert grid.maximumWidth() == FOLDED_WIDTH
    QTest.mouseClick(grid.bar.fold, Qt.MouseButton.LeftButton)
    assert grid.minimumWidth() == before >= LEAST_WIDTH


def test_an_assumption_can_be_brought_into_view(grid: InputsGrid) -> None:
    grid.bar.search.setText("nothing like it")
    grid.show_driver("parent_funding", "api")
    cell = cell_of(grid, "parent_funding", "api")
    assert cell.hasFocus()
    assert not cell.visibleRegion().isEmpty()


def test_what_the_editor_says_is_seen(qtbot: QtBot, grid: InputsGrid) -> None:
    grid.resize(340, 420)
    controls = opened(grid, "staff_cost", "maas")
    QTest.mouseClick(grid.editor.dot, Qt.MouseButton.LeftButton)
    controls.focus()
    QTest.keyClicks(controls.entry.field, "nonsense")
    QTest.keyClick(controls.entry.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not cell_of(grid, "staff_cost", "maas").visibleRegion().isEmpty())
    qtbot.waitUntil(lambda: not controls.entry.visibleRegion().isEmpty())


def test_a_dozen_business_models_scroll_sideways_with_their_heads(qtbot: QtBot, theme: Theme) -> None:
    session = Session(new_comparison("x", ["subscription"] * 12))
    grid = InputsGrid(session, theme)
    qtbot.addWidget(grid)
    grid.resize(400, 600)
    grid.show()
    grid.activateWindow()
    QApplication.processEvents()
    last = cell_of(grid, "plus_price", session.comparison.alternatives[-1].id)
    last.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().width() == last.width())


def test_rows_are_as_wide_with_a_scroll_bar_as_without(grid: InputsGrid) -> None:
    bar, widths = grid._scroll.verticalScrollBar(), set()
    for height in (6_000, 300):
        grid.resize(400, height)
        QApplication.processEvents()
        widths.add(grid.sheet.width())
        assert bool(bar.maximum()) == (height == 300)
    assert len(widths) == 1
