"""`evenkeel sensitivity`: what matters most, for all alternatives on one scale."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.output import Answer, Quantity, Shown, Table
from core.cli.sheets import Sheet, sheet_of
from core.comparison.document import Comparison
from core.model.statement import STATEMENT
from core.questions.break_even import OPERATING_PROFIT
from core.questions.sensitivity import BREAK_EVEN_COUNTS, AlternativeSensitivity, sensitivity
from core.questions.variance_shares import AlternativeShares, variance_shares
from core.wording.quantities import format_cell
from core.wording.text import words

MOST_LISTED = 12
BARS = ("alternative", "driver", "where", "now", "low", "high", "at_low", "at_high", "minimum", "maximum")
SHARES = ("alternative", "driver", "where", "first", "total")


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "sensitivity", "what matters most: a tornado of every alternative", answer)
    add_source(parser)
    parser.add_argument(
        "--target", default=OPERATING_PROFIT, metavar="LINE", help=f"the line that is watched ({OPERATING_PROFIT})"
    )


def answer(options: argparse.Namespace) -> Answer:
    """The bars of every alternative, the widest swing first."""
    comparison = source(options)
    found = sensitivity(comparison, options.target)
    data = {"schema": "evenkeel-sensitivity/1", "scenario": options.scenario, **asdict(found)}
    tables = [_table(comparison, alternative, found.target) for alternative in found.alternatives]
    if found.target in BREAK_EVEN_COUNTS:  # a count that may not exist has no variance
        return Answer(data, tables, sheets=[_sheet(BARS, found.alternatives)])
    shares = variance_shares(comparison, target=found.target)
    data["variance_shares"] = {
        "trials": shares.trials,
        "note": shares.note.en if shares.note else None,
        "alternatives": [asdict(alternative) for alternative in shares.alternatives],
    }
    tables += [_share_table(alternative) for alternative in shares.alternatives if alternative.rows]
    sheets = [_sheet(BARS, found.alternatives), _sheet(SHARES, shares.alternatives)]
    return Answer(data, tables, [shares.note] if shares.note else [], sheets)


def _sheet(columns: Sequence[str], found: Sequence[AlternativeSensitivity] | Sequence[AlternativeShares]) -> Sheet:
    """For CSV: every row of every alternative."""
    rows = [{"alternative": each.id, **asdict(row)} for each in found for row in each.rows]
    return sheet_of(columns, rows)


def _share_table(found: AlternativeShares) -> Table:
    """What the uncertainty comes from: the share each driver explains alone, and with all it does together."""
    return Table(
        ("uncertain driver", "alone", "in all"),
        [(row.driver, Quantity(row.first, "1"), Quantity(row.total, "1")) for row in found.rows[:MOST_LISTED]],
        title=f"{found.id}: shares of the variance",
    )


def _table(comparison: Comparison, found: AlternativeSensitivity, target: str) -> Table:
    model = comparison.model_of(found.id)
    units = {quantity.id: quantity.unit for quantity in model.quantities}
    unit = "user" if target in BREAK_EVEN_COUNTS else units.get(target) or STATEMENT[target].unit
    name, base = words(comparison.alternative(found.id).name, "en"), format_cell(found.base, unit, "en")
    return Table(
        ("driver", "from", "to", "at low", "at high", "least", "greatest"),
        [
            (
                row.driver,
                *(Shown(end, format_cell(end, units[row.driver], "en")) for end in (row.low, row.high)),
                *(Quantity(value, unit) for value in (row.at_low, row.at_high, row.minimum, row.maximum)),
            )
            for row in found.rows[:MOST_LISTED]
        ],
        title=f"{name}: {target} is {base}",
    )
