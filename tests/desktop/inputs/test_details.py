"""What stands behind a value: its source, its range, its earlier values, and who may see it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.comparison import edits
from core.model.definition import Confidence
from desktop.inputs.grid import UNFINISHED, InputsGrid
from desktop.inputs.settling import settle
from desktop.inputs.source_words import range_of
from desktop.session import Session
from tests.desktop.inputs.hands import cell_of


@pytest.fixture
def grid(grid: InputsGrid) -> InputsGrid:
    """With the details of a value open."""
    grid.show_driver("staff_cost", "maas")
    QTest.mouseClick(grid.editor.dot, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    return grid


def click(button: object) -> None:
    QApplication.processEvents()  # what has just appeared stands in its place
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def written(field: object, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def choices(grid: InputsGrid) -> dict[str, object]:
    """The entries of the menu that is open, by the words before the value."""
    menu = next(m for m in grid.editor.reset.findChildren(QMenu) if m.isVisible())
    return {action.text().split(":")[0]: action for action in menu.actions()}


def test_a_source_is_written_down_and_counts_for_the_value(grid: InputsGrid, session: Session) -> None:
    session.set_driver("maas", "staff_cost", 123_456)
    details = grid.editor.details
    click(details.edit_source)
    form = details.source_form
    assert form.where.hasFocus()
    click(form.keep)
    assert form.problem.isVisible()  # without words there is no source
    written(form.where, "Our own payroll")
    written(form.checked, "2026.11.20")
    form.trust.setCurrentIndex(list(Confidence).index(Confidence.SECONDARY))
    written(form.link, "ftp://x")
    click(form.keep)
    assert form.isVisible()
    written(form.link, "https://example.org/pay")
    click(form.keep)
    assert not form.isVisible()
    assert details.edit_source.hasFocus()
    source = session.comparison.source_of("maas", "staff_cost")
    assert source is not None
    assert source.text.zh == "Our own payroll"
    assert source.checked == date(2026, 11, 20)
    assert source.confidence is Confidence.SECONDARY
    assert source.url == "https://example.org/pay"
    session.undo()
    assert session.comparison.source_of("maas", "staff_cost") is None


def test_a_day_that_does_not_exist_is_refused_in_place(grid: InputsGrid, session: Session) -> None:
    before = session.comparison
    click(grid.editor.details.edit_source)
    form = grid.editor.details.source_form
    written(form.checked, "2026-02-30")
    QTest.keyClick(form.checked, Qt.Key.Key_Return)
    assert "not a date" in form.problem.text()
    QTest.keyClick(form.checked, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert session.comparison is before


def test_words_that_are_left_alone_keep_both_languages(grid: InputsGrid, session: Session) -> None:
    before = session.comparison.source_of("maas", "staff_cost")
    assert before is not None
    click(grid.editor.details.edit_source)
    form = grid.editor.details.source_form
    written(form.checked, "2026-11-22")
    click(form.keep)
    after = session.comparison.source_of("maas", "staff_cost")
    assert after is not None
    assert after.text == before.text
    assert after.checked == date(2026, 11, 22)


def test_private_is_one_click_and_one_step(grid: InputsGrid, session: Session) -> None:
    click(grid.editor.details.private)
    assert session.comparison.setting_of("maas", "staff_cost").private
    session.undo()
    assert not grid.editor.details.private.isChecked()


def test_a_range_is_set_by_hand_and_refused_where_it_makes_no_sense(grid: InputsGrid, session: Session) -> None:
    details = grid.editor.details
    click(details.edit_range)
    form = details.range_form
    written(form.low.field, "2M")
    written(form.high.field, "1M")
    click(form.keep)
    assert form.problem.isVisible()
    written(form.high.field, "3M")
    QTest.keyClick(form.high.field, Qt.Key.Key_Tab)
    assert form.why.hasFocus()
    written(form.why, "next year's plan")
    click(form.keep)
    kept = session.comparison.setting_of("maas", "staff_cost").range
    assert kept is not None
    assert (kept.low, kept.high, kept.reason.en) == (2e6, 3e6, "next year's plan")
    click(details.edit_range)
    click(form.usual)
    assert session.comparison.setting_of("maas", "staff_cost").range is None


def test_a_value_outside_is_told_and_never_hindered(grid: InputsGrid, session: Session) -> None:
    assert grid.editor.place is not None
    hint, usual = grid.editor.hint, range_of(session.comparison, grid.editor.place)
    assert not hint.isVisible()
    session.set_driver("maas", "staff_cost", usual.high * 2)
    assert "Outside the usual range" in hint.words.text()
    assert usual.reason.en in hint.words.text()
    click(hint.extend)
    assert not hint.isVisible()
    assert session.comparison.setting_of("maas", "staff_cost").range.high > usual.high * 2
    assert grid.editor.controls.slider.outside == 0


def test_at_the_end_of_what_makes_sense_nothing_is_offered(grid: InputsGrid, session: Session) -> None:
    grid.show_driver("utilisation", "maas")
    session.edit(lambda c: edits.set_range_ends(c, "maas", "utilisation", 0.1, 1.0))
    session.set_driver("maas", "utilisation", 1.0)
    assert not grid.editor.hint.isVisible()


@pytest.mark.qt_log_ignore("does not support")
def test_three_ways_back(grid: InputsGrid, session: Session, tmp_path: object) -> None:
    reset, start = grid.editor.reset, session.comparison.start_of("maas", "staff_cost")
    assert not reset.isVisible()
    session.set_driver("maas", "staff_cost", 400_000)
    session.saved_as(tmp_path / "kept.evenkeel")
    session.set_driver("maas", "staff_cost", 500_000)
    session.set_driver("maas", "price_input", 0.5)
    session.set_driver("maas", "staff_cost", 600_000)
    click(reset)
    assert list(choices(grid)) == ["To the template’s", "To the last saved", "To before my change"]
    for way, value in (("To before my change", 500_000), ("To the last saved", 400_000), ("To the template’s", start)):
        if not any(menu.isVisible() for menu in reset.findChildren(QMenu)):
            click(reset)
        choices(grid)[way].trigger()
        next(m for m in reset.findChildren(QMenu) if m.isVisible()).close()
        QApplication.processEvents()
        assert session.comparison.setting_of("maas", "staff_cost").value == value
        session.undo()


def test_a_source_left_unfinished_is_found_again(grid: InputsGrid, session: Session) -> None:
    before, details = session.comparison, grid.editor.details
    click(details.edit_source)
    written(details.source_form.where, "Our own pay")
    written(details.source_form.checked, "2026-11")
    QTest.mouseClick(cell_of(grid, "staff_cost", "api"), Qt.MouseButton.LeftButton)
    assert not details.source_form.isVisible()
    assert session.comparison is before
    left = cell_of(grid, "staff_cost", "maas")
    assert left.refused == UNFINISHED.en
    session.set_language("zh")
    QTest.mouseClick(left, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    form = details.source_form
    assert form.isVisible()
    assert (form.where.text(), form.checked.text()) == ("Our own pay", "2026-11")
    assert form.changed
    written(form.checked, "2026-11-20")
    click(form.keep)
    source = session.comparison.source_of("maas", "staff_cost")
    assert source is not None
    assert source.text.en == "Our own pay"
    assert left.refused == ""


def test_a_form_left_unfinished_and_then_given_up_waits_no_more(grid: InputsGrid, session: Session) -> None:
    before, details = session.comparison, grid.editor.details
    click(details.edit_range)
    written(details.range_form.stops()[0], "1")
    grid.show_driver("staff_cost", "api")
    grid.show_driver("staff_cost", "maas")
    QApplication.processEvents()
    assert details.range_form.isVisible()
    assert details.range_form.stops()[0].text() == "1"
    QTest.keyClick(details.range_form, Qt.Key.Key_Escape)
    grid.show_driver("staff_cost", "api")
    assert cell_of(grid, "staff_cost", "maas").refused == ""
    grid.show_driver("staff_cost", "maas")
    assert not details.range_form.isVisible()
    assert session.comparison is before


def test_forms_left_unfinished_count_before_anything_is_saved(grid: InputsGrid, session: Session) -> None:
    details = grid.editor.details
    click(details.edit_source)
    written(details.source_form.where, "Our own payroll")
    grid.show_driver("staff_cost", "api")
    click(details.edit_source)
    written(details.source_form.checked, "never")
    grid.show_driver("users", "api")
    why = settle(grid)
    assert why is not None
    assert "not a date" in why.en
    assert grid.editor.place is cell_of(grid, "staff_cost", "api").place
    assert details.source_form.isVisible()
    QTest.keyClick(details.source_form.where, Qt.Key.Key_Escape)
    assert settle(grid) is None
    source = session.comparison.source_of("maas", "staff_cost")
    assert source is not None
    assert source.text.en == "Our own payroll"
    assert not grid.editor.drafts.places()
