"""`evenkeel needed`: what would have to be true, driver by driver."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.numbers import value_of
from core.cli.output import Answer, Quantity, Shown, Table
from core.cli.sheets import Sheet, sheet_of
from core.model.statement import STATEMENT
from core.questions.break_even import OPERATING_PROFIT
from core.questions.needed import Needed, NeededPair, NeededValues, needed
from core.questions.search.levers import GRADES
from core.questions.targets import parse_target
from core.wording.quantities import exact_value, format_cell
from core.wording.text import Text, words


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "needed", "what would have to be true, driver by driver", answer)
    add_source(parser)
    parser.add_argument("--alternative", required=True, metavar="ALT", help="the alternative asked about")
    parser.add_argument(
        "--target",
        default=f"{OPERATING_PROFIT}=0",
        metavar="LINE=VALUE",
        help=f"the line and the value it should reach ({OPERATING_PROFIT}=0)",
    )


def answer(options: argparse.Namespace) -> Answer:
    """Every driver's values that reach the target, the easiest first."""
    comparison = source(options)
    model = comparison.model_of(options.alternative)
    units = {**{id: line.unit for id, line in STATEMENT.items()}, **{q.id: q.unit for q in model.quantities}}
    target = parse_target(options.target, lambda line, typed: value_of(typed, units.get(line, "1")))
    found = needed(comparison, options.alternative, target)
    data = {"schema": "evenkeel-needed/1", "scenario": options.scenario, **asdict(found)}
    goal = exact_value(found.goal, units[found.target].partition("/")[0], "en")
    table = Table(
        ("driver", "now", "needed", "change", "how hard", "best it gets"),
        [_row(row, units[row.driver]) for row in found.drivers],
        title=f"{words(comparison.alternative(options.alternative).name, 'en')}: {found.target} = {goal}",
    )
    return Answer(data, [table], [_pair(found.pair, units)] if found.pair else [], _sheets(found))


def _sheets(found: Needed) -> tuple[Sheet, ...]:
    """For CSV: one row per driver, and one per value that reaches the target."""
    rows = [asdict(row) for row in found.drivers]
    return (
        sheet_of(("driver", "now", "nearest", "change", "grade", "best", "best_at"), rows),
        Sheet(("driver", "needed"), [(row.driver, value) for row in found.drivers for value in row.needed]),
    )


def _row(row: NeededValues, unit: str) -> tuple[str | Text | Shown | Quantity, ...]:
    return (
        row.driver,
        Shown(row.now, format_cell(row.now, unit, "en")),
        Shown(row.nearest, format_cell(row.nearest, unit, "en")),
        Quantity(row.change, "1"),
        GRADES[row.grade],
        "" if row.nearest is not None else Quantity(row.best, "USD/month"),
    )


def _pair(pair: NeededPair, units: dict[str, str]) -> Text:
    moves = [
        f"{driver} {format_cell(now, units[driver], 'en')} -> {format_cell(value, units[driver], 'en')}"
        for driver, now, value in zip(pair.drivers, pair.now, pair.needed, strict=True)
    ]
    return Text("The nearest two together: {a} and {b}.", "最接近的一对：{a}，{b}。").filled(a=moves[0], b=moves[1])
