"""`evenkeel grid`: who wins where, over any two drivers, and by how much."""

from __future__ import annotations

import argparse

import numpy as np

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.numbers import value_of
from core.cli.output import Answer, Quantity, Shown, Table
from core.comparison.document import Comparison
from core.questions.break_even import OPERATING_PROFIT
from core.questions.grid import MOST_POINTS, Axis, Grid, grid, parse_axis
from core.wording.quantities import format_cell


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "grid", "who wins where over two drivers, and by how much", answer)
    parser.epilog = f"At most {MOST_POINTS:,} points in all, such as 500 times 500."
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
    units = _units(comparison)
    x, y = (
        parse_axis(axis, lambda driver, typed: value_of(typed, units.get(driver, "1")))
        for axis in (options.x, options.y)
    )
    found = grid(comparison, x, y, options.target)
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
    # The table is as long as the map has points, and JSON needs none.
    return Answer(data, [] if options.format == "json" else [_table(found, units)])


def _units(comparison: Comparison) -> dict[str, str]:
    return {d.id: d.unit for a in comparison.alternatives for d in comparison.model_of(a).drivers}


def _table(found: Grid, units: dict[str, str]) -> Table:
    """Long form: a row for each point, so that it can be sorted and charted elsewhere too."""
    across, down = _labels(found.x, units), _labels(found.y, units)
    winners, margin = found.winner_ids(), found.margin.tolist()
    values = [found.values[id].tolist() for id in found.alternatives]
    rows: list[tuple[str | Shown | Quantity | None, ...]] = [
        (
            across[column],
            down[row],
            winners[row][column],
            Quantity(margin[row][column], "USD/month"),
            *(Quantity(value[row][column], "USD/month") for value in values),
        )
        for row in range(found.y.count)
        for column in range(found.x.count)
    ]
    return Table((found.x.driver, found.y.driver, "winner", "ahead by", *found.alternatives), rows)


def _labels(axis: Axis, units: dict[str, str]) -> list[Shown]:
    return [Shown(value, format_cell(value, units[axis.driver], "en")) for value in axis.values.tolist()]
