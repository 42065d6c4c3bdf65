"""What a person who asks for help is looking at, and the page that tells about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.comparison.document import Comparison
from core.errors import UsageError
from core.help import help_for_driver, help_for_line, topic_of_panel
from core.help.topics import DRIVER, LINK
from core.model.library import load_model, model_ids
from core.questions.workings.formulas import formulas_of
from desktop.help.pages import FIRST, HelpPage, page
from desktop.results.rows import ROWS
from desktop.window.workspace import Workspace

_ROW_TOPICS = {
    "breaks_even_at": "break_even",
    "safe_from": "break_even",
    "margin_of_safety": "break_even",
    "gross_margin": "margin",
    "markup": "margin",
}
_DIALOG_TOPICS = {"ScenarioTable": "scenarios", "PriceBookDialog": "sources"}  # by the name of its class


def subject_of(workspace: Workspace, focused: QWidget | None, comparison: Comparison) -> HelpPage:
    """The page on what has the focus; on the question in front where nothing in particular has."""
    place = workspace.inputs.place_in_focus()
    if place is not None:
        return driver_page(comparison, place.where, place.driver.id)
    if focused is not None:
        index = workspace.results.currentIndex()
        if workspace.results.isAncestorOf(focused) or focused is workspace.results:
            alternative = workspace.results.figures.alternative_at(index.column()) or comparison.alternatives[0].id
            return line_page(comparison, alternative, ROWS[max(0, index.row())].id)
        drawer = workspace.workings.drawer
        parts = ((drawer, "workings"), (workspace.verdict, "verdict"), (workspace.inputs, "assumptions"))
        for part, topic in parts:
            if part is not None and part.isAncestorOf(focused):
                return page(topic)
    return page(topic_of_question(workspace.tabs.question))


def topic_of_question(question: str) -> str:
    """The page on a tab; where none is written, the one on the window."""
    try:
        return topic_of_panel(question)
    except UsageError:
        return FIRST


def topic_of_dialog(dialog: QWidget) -> str:
    """The page on a dialog."""
    return _DIALOG_TOPICS.get(type(dialog).__name__, FIRST)


def driver_page(comparison: Comparison, alternative: str, driver: str) -> HelpPage:
    """The page on an assumption: of the library, or as the open file defines it."""
    model = comparison.model_of(alternative)
    if model.id in model_ids() and model == load_model(model.id):
        return page(f"{DRIVER}{model.id}/{driver}")
    return HelpPage(f"open:{alternative}/{driver}", help_for_driver(model, driver))


def line_page(comparison: Comparison, alternative: str, row: str) -> HelpPage:
    """The page on a row of the results."""
    model = comparison.model_of(alternative)
    if row in _ROW_TOPICS:
        return page(_ROW_TOPICS[row])
    line = next(r.workings or r.id for r in ROWS if r.id == row)
    if line not in formulas_of(model):
        return page("workings")
    links = f"{LINK}{DRIVER}{model.id}/" if model.id in model_ids() else ""
    return HelpPage(f"open:{alternative}/{line}", help_for_line(model, line, links))
