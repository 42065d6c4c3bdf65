"""Presets through the real window: seen before, taken in one step, reported with a way back; and new comparisons that
start from them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from core.comparison.starting import first_of
from core.model.library import load_model
from core.wording.text import words
from desktop.dialogs.new_comparison import NewComparison
from desktop.dialogs.presets import PresetDialog
from desktop.window.window import Window
from tests.desktop.window.pressing import open_dialogs, press


def ask(window: Window, alternative: str) -> PresetDialog:
    entry = next(
        e
        for e in window.alternatives.choices("presets")
        if e.label == window.session.comparison.alternative(alternative).name
    )
    entry.chosen()
    (dialog,) = open_dialogs()
    assert isinstance(dialog, PresetDialog)
    return dialog


def test_a_preset_is_one_step_with_a_way_back(window: Window, qtbot: QtBot) -> None:
    session = window.session
    before = session.comparison
    dialog = ask(window, "maas")
    dialog.choices["reseller-you-yang"].setChecked(True)
    assert dialog.outcome.text().startswith("Changes: ")
    with qtbot.waitSignal(session.answers_changed):
        press(dialog, "Use preset")
    assert session.comparison.values_of("maas")["utilisation"] == 0.2
    assert session.comparison.source_of("maas", "utilisation") is not None
    told = window.status.message.text()
    assert "“Reseller as You Yang reckons”" in told
    assert "18 values: 3 first-hand, 8 second-hand" in told
    window.status.undo.click()
    assert session.comparison is before
    assert not session.can_undo


def test_what_users_ask_for_changes_for_all_that_share_it(window: Window) -> None:
    dialog = ask(window, "api")
    dialog.choices["workload-heavy"].setChecked(True)
    assert "What is shared changes for" in dialog.outcome.text()


def test_each_says_what_it_rests_on(window: Window) -> None:
    window.session.set_language("zh")
    dialog = ask(window, "api")
    assert dialog.windowTitle().endswith("的预设")
    told = dialog.choices["deepseek-theoretical"].accessibleDescription()
    assert told.endswith("27 个数值：27 个一手")


def test_the_preset_a_column_has_already_changes_nothing(window: Window) -> None:
    window.presets.use("maas", "reseller-ep")
    dialog = ask(window, "maas")
    dialog.choices["reseller-ep"].setChecked(True)
    assert not dialog.use.isEnabled()
    assert dialog.outcome.text() == "Nothing would change."


def test_a_preset_in_the_menu_of_a_column(window: Window) -> None:
    labels = [words(entry.label, "en") for entry in window.alternatives.own_menu("api")]
    assert labels[:3] == ["Rename…", "Presets…", "Published prices…"]


def test_a_new_comparison_starts_from_presets(window: Window) -> None:
    window.files.new()
    (dialog,) = open_dialogs()
    assert isinstance(dialog, NewComparison)
    assert dialog.starts["open-weights-api"].isHidden()
    for id in ("open-weights-api", "closed-api"):
        dialog.boxes[id].setChecked(True)
    start = dialog.starts["closed-api"]
    start.setCurrentIndex(start.findData("gpt-4-5"))
    press(dialog, "Start")
    comparison = window.session.comparison
    closed = next(a for a in comparison.alternatives if a.model == "closed-api")
    assert comparison.values_of(closed.id)["output_price"] == 150
    default = next(d for d in load_model("open-weights-api").drivers if d.id == "premium_output_price")
    opened = next(a for a in comparison.alternatives if a.model == "open-weights-api")
    assert comparison.values_of(opened.id)["premium_output_price"] == default.default
    assert not window.session.modified


def test_a_business_model_without_presets_says_so(window: Window) -> None:
    """A business model of one's own that nothing is published about."""
    model = load_model("maas-resale")
    drivers = tuple(driver for driver in model.drivers if driver.id == "users")
    bare = model.but(id="bare", drivers=drivers, lines=(), worked_examples=())
    window.session.open_comparison(first_of("Bare", bare))
    window.presets.ask(window.session.comparison.alternatives[0].id)
    assert not open_dialogs()
    assert "There are no presets" in window.status.message.text()
