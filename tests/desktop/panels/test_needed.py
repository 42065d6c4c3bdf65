"""What would have to be true: a sentence, a ranked table, one step of undo for every try, and refusals that say why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.panels.needed.goals import GOALS
from desktop.panels.needed.panel import FEW, NeededPanel
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.wrapped_label import PENDING

GOAL_IDS = [goal.id for goal in GOALS]


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> NeededPanel:
    made = NeededPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(850, 500)
    with qtbot.waitSignal(made.worker.answered, timeout=20_000):
        made.show()
    return made


def ask(qtbot: QtBot, panel: NeededPanel, alternative: int, goal: str) -> None:
    """Choose in both lists as a person does with the keyboard."""
    for box, place in ((panel.wishes.who, alternative), (panel.wishes.what, GOAL_IDS.index(goal))):
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(place):
            QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not panel.worker.busy, timeout=20_000)


def test_it_begins_with_the_one_nearest_to_breaking_even(panel: NeededPanel) -> None:
    assert panel.wishes.who.currentText() == "ChatGPT-style plan"
    assert panel.state.text().startswith("Now ChatGPT-style plan loses about $71.1k a month.")
    assert panel.table.words()[0][:4] == ["Small plan, fee a month", "$20", "$20.28", "+1.4%"]
    assert panel.table.words()[0][4].startswith("within reach")


def test_trying_is_one_step_and_says_what_happened(qtbot: QtBot, panel: NeededPanel, session: Session) -> None:
    before = session.comparison
    with qtbot.waitSignal(panel.worker.answered, timeout=20_000):
        QTest.mouseClick(panel.table.button(0), Qt.MouseButton.LeftButton)
    assert session.answers.results["subscription"].lines["operating_profit"] == pytest.approx(0, abs=1e-3)
    assert panel.report.words.text() == "Small plan, fee a month: $20 → $20.28. Now ChatGPT-style plan breaks even."
    assert panel.state.text() == "ChatGPT-style plan is exactly there: it breaks even."
    with qtbot.waitSignal(session.answers_changed):
        QTest.mouseClick(panel.report.undo, Qt.MouseButton.LeftButton)
    assert session.comparison is before
    assert panel.report.isHidden()


def test_enter_on_a_row_tries_it(qtbot: QtBot, panel: NeededPanel, session: Session) -> None:
    panel.table.setFocus()
    panel.table.setCurrentCell(1, 0)
    with qtbot.waitSignal(session.comparison_changed):
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert session.comparison.alternative("subscription").own["api_revenue"].value == pytest.approx(71_146.67, abs=0.01)


def test_two_together_are_one_step(qtbot: QtBot, panel: NeededPanel, session: Session) -> None:
    before = session.comparison
    assert panel.pair.text().startswith("Two together, moved alike: “Small plan, fee a month” $20 → $20.14")
    with qtbot.waitSignal(session.answers_changed):
        QTest.mouseClick(panel.try_both, Qt.MouseButton.LeftButton)
    assert session.answers.results["subscription"].lines["operating_profit"] == pytest.approx(0, abs=1e-2)
    session.undo()
    assert session.comparison is before


def test_what_cannot_do_it_alone_says_how_near_it_gets(qtbot: QtBot, panel: NeededPanel) -> None:
    ask(qtbot, panel, 2, "break_even")
    told = panel.refusals.text().splitlines()
    staff = "“Staff”: no value from $150k to $600k is enough. At the best, $150k, it still loses about $2.73M a month."
    assert staff in told
    assert told[-1].startswith("These change nothing here: ")
    assert "A lower value brings nothing more here: “Marketplace's share of revenue”." in told
    assert "These are as good as they can be here already: “Reading and writing on machines of their own”." in told
    assert all(len(sentence.split()) <= 25 for line in told[:-1] for sentence in line.split(". "))


def test_a_goal_without_an_amount_leaves_no_full_stop_alone(
    qtbot: QtBot, panel: NeededPanel, session: Session
) -> None:
    for language in ("en", "zh"):
        session.set_language(language)
        for goal in GOAL_IDS:
            ask(qtbot, panel, 2, goal)
            shown = [label.text() for label in panel.wishes.findChildren(QLabel) if label.isVisible()]
            assert not {"", ".", "。"} & set(shown)


def test_more_values_than_one_say_what_they_are(qtbot: QtBot, panel: NeededPanel, session: Session) -> None:
    ask(qtbot, panel, 0, "break_even")
    panel.more.click()
    cells = [panel.table.item(row, 2) for row in range(panel.table.rowCount())]
    several = [cell for cell in cells if "more" in cell.text() or "also" in cell.text()]
    assert several
    assert all(cell.toolTip().startswith("At each of these values it ends:\n") for cell in several)


def test_an_amount_can_be_set(qtbot: QtBot, panel: NeededPanel) -> None:
    ask(qtbot, panel, 0, "gross_margin")
    assert panel.state.text().startswith("Now DeepSeek-style API has a gross margin of 38.6%.")
    entry = panel.wishes.entries["gross_margin"]
    assert entry.isVisible()
    assert not panel.wishes.entries["earn"].isVisible()
    entry.field.setFocus()
    entry.field.selectAll()
    QTest.keyClicks(entry.field, "20%")
    with qtbot.waitSignal(panel.worker.answered, timeout=20_000):
        QTest.keyClick(entry.field, Qt.Key.Key_Return)
    assert panel.state.text().startswith("DeepSeek-style API already does: it has a gross margin of 38.6%.")
    assert panel.table.horizontalHeaderItem(2).text() == "Limit"


def test_what_never_breaks_even_may_at_another_size(qtbot: QtBot, panel: NeededPanel, session: Session) -> None:
    ask(qtbot, panel, 2, "any_size")
    assert panel.state.text().startswith("MaaS resale loses money at any size.")
    assert panel.table.words()[0][:3] == ["Rent of one GPU for an hour", "$2.35", "$1.90"]
    with qtbot.waitSignal(session.answers_changed):
        QTest.mouseClick(panel.table.button(0), Qt.MouseButton.LeftButton)
    assert session.answers.results["maas"].break_even.status == "breaks_even"
    assert "Now MaaS resale breaks even, first at " in panel.report.words.text()


def test_all_rows_on_request(panel: NeededPanel) -> None:
    assert panel.table.rowCount() == FEW
    QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert panel.table.rowCount() == 27
    assert {panel.table.button(row).accessibleName() for row in range(27)} >= {"Try it: Small plan, fee a month $20.28"}


def test_it_speaks_chinese(panel: NeededPanel, session: Session) -> None:
    session.set_language("zh")
    assert panel.state.text().startswith("ChatGPT 式订阅目前每月约亏损 7.11 万美元。")
    assert panel.table.words()[0][:3] == ["低价套餐月费", "US$20", "US$20.28"]
    assert panel.table.button(0).text() == "试一试"
    assert "已" not in panel.pair.text()
    assert panel.pair.text().startswith("两项同时变动")


@pytest.mark.parametrize("width", [720, 850])
def test_an_amount_of_a_usual_range_is_never_cut(
    qtbot: QtBot, panel: NeededPanel, session: Session, width: int
) -> None:
    session.set_language("zh")
    panel.resize(width, 500)
    QApplication.processEvents()
    for alternative in range(3):
        ask(qtbot, panel, alternative, "break_even")
        if not panel._all:
            panel.more.click()
        metrics, cells = panel.table.fontMetrics(), [row[4] for row in panel.table.words()]
        ranges = [line for cell in cells for line in cell.split("\n")[1:]]  # after the grade, which may be wrapped
        longest = max(map(metrics.horizontalAdvance, ranges), default=0)
        around = panel.table.iconSize().width() + 3 * GRID  # the icon, and what the style keeps free
        assert panel.table.columnWidth(4) >= longest + around
        assert ("常见 US$" in "".join(cells)) == (width == 850)
        assert "常见" in panel.table.item(0, 4).text() + panel.table.item(0, 4).toolTip()


def test_a_shared_assumption_says_so(panel: NeededPanel) -> None:
    assert "Rent of one GPU for an hour (shared)" in [row[0] for row in panel.table.words()]


def test_other_edits_take_the_report_away(qtbot: QtBot, panel: NeededPanel, session: Session) -> None:
    with qtbot.waitSignal(session.answers_changed):
        panel.table.button(0).click()
    assert not panel.report.isHidden()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("maas", "utilisation", 0.3)
    assert panel.report.isHidden()


def test_a_table_that_is_out_of_date_tries_nothing(qtbot: QtBot, panel: NeededPanel, session: Session) -> None:
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("maas", "utilisation", 0.3)
    moved_on = session.comparison
    panel.table.button(0).click()
    assert session.comparison is moved_on
    qtbot.waitUntil(lambda: not panel.worker.busy, timeout=20_000)
    panel.table.button(0).click()
    assert session.comparison is not moved_on


def test_while_somebody_drags_nothing_old_is_said_and_a_resting_hand_is_answered(
    qtbot: QtBot, panel: NeededPanel, session: Session
) -> None:
    ask(qtbot, panel, 1, "break_even")
    before = panel.state.text()
    session.begin_drag()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("shared", "users", 300_000, "drag")
    assert panel.state.text() == PENDING
    with qtbot.waitSignal(panel.worker.answered):
        pass  # held still
    assert session.dragging
    assert panel.state.text() not in (PENDING, before)
    assert "loses about" in panel.state.text()
    session.end_drag()


def test_an_assumption_can_be_read_in_the_least_window(qtbot: QtBot, panel: NeededPanel, session: Session) -> None:
    session.set_language("zh")
    panel.resize(600, 400)
    QApplication.processEvents()
    for alternative in range(3):
        ask(qtbot, panel, alternative, "break_even")
        width = panel.table.fontMetrics().horizontalAdvance
        assert panel.table.columnWidth(0) >= width("低价套餐") + 3 * GRID
        icon = panel.table.iconSize().width()
        assert panel.table.columnWidth(4) >= width("不难做到") + icon + 3 * GRID  # in one line
