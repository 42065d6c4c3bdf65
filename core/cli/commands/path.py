"""`evenkeel path`: month-by-month cash, payback, the deepest hole."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.output import Answer, Quantity, Shown, Table
from core.cli.sheets import Sheet, sheet_of
from core.comparison.document import Comparison
from core.questions.break_even import OPERATING_PROFIT
from core.questions.path import Path, paths
from core.wording.text import Words, words

SUMMARY = ("investment", "deepest_hole", "deepest_month", "payback_month", "npv", "irr", "runway_month")


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    add_source(add_command(subcommands, "path", "cash month by month, payback, the deepest hole", answer))


def answer(options: argparse.Namespace) -> Answer:
    """The path of every alternative."""
    comparison = source(options)
    found = paths(comparison)
    data = {
        "schema": "evenkeel-path/1",
        "target": OPERATING_PROFIT,
        "scenario": options.scenario,
        "alternatives": [_data(path) for path in found],
    }
    tables = [_summary(found), *(_months(comparison, path) for path in found)]
    return Answer(data, tables, _remarks(comparison, found), _sheets(found))


def _sheets(found: tuple[Path, ...]) -> tuple[Sheet, ...]:
    """For CSV: one row per alternative, and one per month of each."""
    months = [{"alternative": path.id, **asdict(month)} for path in found for month in path.months]
    return (
        sheet_of(("alternative", *SUMMARY), [{"alternative": path.id, **_data(path)} for path in found]),
        sheet_of(("alternative", "month", "users", "operating_profit", "cash", "cumulative"), months),
    )


def _data(path: Path) -> dict[str, Any]:
    data = asdict(path)
    return {**data, "why_no_irr": words(path.why_no_irr, "en") if path.why_no_irr else None}


def _summary(found: tuple[Path, ...]) -> Table:
    return Table(
        ("path", "deepest hole", "in month", "money back in month", "net present value", "rate of return a year"),
        [
            (
                path.id,
                Quantity(path.deepest_hole, "USD"),
                path.deepest_month,
                Shown(path.payback_month, "never" if path.payback_month is None else str(path.payback_month)),
                Quantity(path.npv, "USD"),
                Quantity(path.irr, "1"),
            )
            for path in found
        ],
    )


def _months(comparison: Comparison, path: Path) -> Table:
    return Table(
        ("month", "users", "operating profit", "cash", "cumulative"),
        [
            (
                month.month,
                Quantity(month.users, "user"),
                *(Quantity(amount, "USD") for amount in (month.operating_profit, month.cash, month.cumulative)),
            )
            for month in path.months
        ],
        title=words(comparison.alternative(path.id).name, "en"),
    )


def _remarks(comparison: Comparison, found: tuple[Path, ...]) -> list[Words]:
    return [
        f"{words(comparison.alternative(path.id).name, 'en')}: {path.why_no_irr.en}"
        for path in found
        if path.why_no_irr
    ]
