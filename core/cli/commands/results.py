"""`evenkeel results`: every alternative's drivers, lines, statement and break-even, side by side."""

from __future__ import annotations

import argparse

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.checked_figures import check_data, check_source_table, check_table
from core.cli.commands.break_even import (
    break_even_data,
    break_even_sheets,
    break_even_table,
    crossover_data,
    crossover_table,
)
from core.cli.output import Answer, Quantity, Table, plain_sheet
from core.comparison.document import Comparison
from core.model.statement import STATEMENT
from core.questions.below_zero import below_zero
from core.questions.reference_checks import reference_checks
from core.questions.results import Results, results
from core.questions.verdict import verdict
from core.wording.text import words


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    add_source(add_command(subcommands, "results", "every line, the statement and break-even", answer))


def answer(options: argparse.Namespace) -> Answer:
    """The results of the whole comparison."""
    comparison = source(options)
    found = results(comparison)
    checked = reference_checks(comparison)
    remarks = below_zero(comparison, found.alternatives)
    data = {
        "schema": "evenkeel-results/1",
        "title": words(found.title, "en"),
        "currency": found.currency,
        "scenario": options.scenario,
        "verdict": verdict(comparison, found.alternatives).text().en,
        "alternatives": [
            {
                "id": a.id,
                "name": words(a.name, "en"),
                "model": a.model,
                "drivers": a.drivers,
                "lines": a.lines,
                "break_even": break_even_data(a.break_even),
            }
            for a in found.alternatives
        ],
        "crossovers": [crossover_data(crossover) for crossover in found.crossovers],
        "reference_checks": [check_data(figure) for figure in checked],
        "remarks": [remark.en for remark in remarks],
    }
    statement = _statement_table(comparison, found)
    counts = [break_even_table(found.alternatives), crossover_table(found.crossovers)]
    details = [_driver_table(comparison, found), _line_table(comparison, found)]
    details += [check_table(checked), check_source_table(checked)]
    sheets = [
        plain_sheet(statement),
        *break_even_sheets(found.alternatives, found.crossovers),
        *map(plain_sheet, details),
    ]
    tables = [table for table in (statement, *counts, *details) if table.rows]
    return Answer(data, tables, [verdict(comparison, found.alternatives).text(), *remarks], sheets)


def _statement_table(comparison: Comparison, found: Results) -> Table:
    headers = ("statement", "unit", *(a.id for a in found.alternatives))
    return Table(
        headers,
        [
            (id, line.unit, *(Quantity(a.lines[id], line.unit) for a in found.alternatives))
            for id, line in STATEMENT.items()
        ],
        title=f"{words(comparison.title, 'en')}: the statement, {found.currency} a month",
    )


def _driver_table(comparison: Comparison, found: Results) -> Table:
    units = {d.id: d.unit for a in found.alternatives for d in comparison.models[a.model].drivers}
    return _quantity_table("drivers", units, [(a.id, a.drivers) for a in found.alternatives])


def _line_table(comparison: Comparison, found: Results) -> Table:
    units = {line.id: line.unit for a in found.alternatives for line in comparison.models[a.model].lines}
    return _quantity_table("lines", units, [(a.id, a.lines) for a in found.alternatives])


def _quantity_table(title: str, units: dict[str, str], columns: list[tuple[str, dict[str, float]]]) -> Table:
    """One row per quantity, one column per alternative; blank where an alternative has no such quantity."""
    return Table(
        (title, "unit", *(id for id, _ in columns)),
        [
            (id, unit, *(Quantity(values[id], unit) if id in values else "" for _, values in columns))
            for id, unit in units.items()
        ],
    )
