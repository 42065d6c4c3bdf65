"""`evenkeel grid`: who wins where, over any two drivers, and by how much."""

from __future__ import annotations

import argparse

import numpy as np

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.output import Answer, Quantity, Shown, Table
from core.comparison.document import Comparison
from core.questions.break_even import OPERATING_PROFIT
from core.questions.grid import Axis, Grid, grid, parse_axis
from core.wording.quantities import format_cell


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "grid", "who wins where over two drivers, and by how much", answer)
    add_source(parser)
    for axis, place in (("--x", "across"), ("--y", "down")):
        parser.add_argument(
            axis, required=True, metavar="DRIVER=LO:HI:N", help=f"the driver {place}, its range and number of points"
        )
    parser.add_argument(
        "--target", default=OPERATING_PROFIT, metavar="LINE", help=f"the line compared ({OPERATING_PROFIT})"
    )


def answer(options: argparse.Namespace) -> Answer:
    """The map over two drivers."""
    comparison = source(options)
    found = grid(comparison, parse_axis(options.x), parse_axis(options.y), options.target)
    data = {
        "schema": "evenkeel-grid/1",
        "target": found.target,
        "scenario": options.scenario,
        "x": {"driver": found.x.driver, "values": found.x.values.tolist()},
        "y": {"driver": found.y.driver, "values": found.y.values.tolist()},
        "values": {id: values.tolist() for id, values in found.values.items()},
        "winner": found.winner_ids(),
        "margin": found.margin.tolist(),
        "break_even": {id: [np.asarray(line).tolist() for line in lines] for id, lines in found.break_even.items()},
    }
    return Answer(data, [_table(comparison, found)])


def _table(comparison: Comparison, found: Grid) -> Table:
    """Long form: a row for each point, so that it can be sorted and charted elsewhere too."""
    units = {d.id: d.unit for a in comparison.alternatives for d in comparison.model_of(a).drivers}
    winners = found.winner_ids()
    rows: list[tuple[str | Shown | Quantity | None, ...]] = [
        (
            _value(found.x, column, units),
            _value(found.y, row, units),
            winners[row][column],
            Quantity(float(found.margin[row, column]), "USD/month"),
            *(Quantity(float(found.values[id][row, column]), "USD/month") for id in found.alternatives),
        )
        for row in range(found.y.count)
        for column in range(found.x.count)
    ]
    return Table((found.x.driver, found.y.driver, "winner", "ahead by", *found.alternatives), rows)


def _value(axis: Axis, place: int, units: dict[str, str]) -> Shown:
    value = float(axis.values[place])
    return Shown(value, format_cell(value, units[axis.driver], "en"))
