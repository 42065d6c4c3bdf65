"""What the actions of the table do in a window: the other half of actions.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.wording.text import Text
from desktop.language import NAMES
from desktop.theme import Mode
from desktop.window.menus import Entry

if TYPE_CHECKING:
    from desktop.window.window import Window

MODES: dict[Mode, Text] = {
    "system": Text("Like the system", "跟随系统"),
    "light": Text("Light", "浅色"),
    "dark": Text("Dark", "深色"),
    "contrast": Text("High contrast", "高对比度"),
}


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """What each action calls."""
    return {
        "files.new": window.files.new,
        "files.open": window.files.open,
        "files.save": window.files.save,
        "files.save_as": window.files.save_as,
        "files.close": window.files.close,
        "window.close": window.close,
        "session.undo": window.session.undo,
        "session.redo": window.session.redo,
        "verdict.copy": window.workspace.verdict.copy,
        "results.copy": window.workspace.results.copy,
        "charts.copy": window.charts.copy,
        "charts.save": window.charts.save,
        "scenarios.add": window.scenarios.add,
        "scenarios.rename": window.scenarios.rename,
        "scenarios.remove": window.scenarios.remove,
        "scenarios.compare_with_base": window.scenarios.compare_with_base,
        "scenarios.show_table": window.scenarios.show_table,
        "checkpoints.remember": window.checkpoints.remember,
        "window.show_workings": window.show_workings,
        "window.fold_inputs": window.fold_inputs,
        "prices.open": window.prices.open,
        "actuals.ask": window.actuals.ask,
        "help.contents": window.help.contents,
        "help.here": window.help.here,
        "help.keyboard": window.help.keyboard,
        "window.show_chart_table": window.show_chart_table,
        "window.about": window.about,
    }


def fillers(window: Window) -> dict[str, Callable[[], list[Entry]]]:
    """What each submenu holds whenever it opens."""
    return {
        "recent": window.files.recent,
        "examples": window.files.examples,
        "versions": window.files.versions,
        "add": window.alternatives.to_add,
        "scenario": window.scenarios.choices,
        "go_back": window.checkpoints.to_go_back,
        "forget": window.checkpoints.to_forget,
        "compare_moment": window.checkpoints.to_compare,
        "period": window.amounts.periods,
        "currency": window.amounts.currencies,
        "language": lambda: _languages(window),
        "theme": lambda: _modes(window),
    } | {
        deed: lambda deed=deed: window.alternatives.choices(deed)
        for deed in ("presets", "duplicate", "rename", "move_left", "move_right", "remove")
    }


def _languages(window: Window) -> list[Entry]:
    return [
        Entry(
            name,
            lambda language=language: window.choose_language(language),
            checked=language == window.session.language,
        )
        for language, name in NAMES.items()
    ]


def _modes(window: Window) -> list[Entry]:
    return [
        Entry(label, lambda mode=mode: window.choose_mode(mode), checked=mode == window.theme.mode)
        for mode, label in MODES.items()
    ]
