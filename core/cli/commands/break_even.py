"""`evenkeel break-even`: where each alternative breaks even, in full, and where they cross."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.numbers import whole_number
from core.cli.output import Answer, Cell, Quantity, Shown, Table
from core.cli.sheets import Sheet, sheet_of
from core.errors import UsageError
from core.questions.break_even import OPERATING_PROFIT, BreakEven
from core.questions.crossover import Crossover
from core.questions.results import AlternativeResult, results
from core.questions.search.curves import MOST_USERS
from core.wording.text import Text, words

# Whole numbers up to here are exact in the engine's arithmetic.
LARGEST_LIMIT = 10**15
MOST_LISTED = 12


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "break-even", "break-even and crossovers in whole users", answer)
    add_source(parser)
    parser.add_argument(
        "--target", default=OPERATING_PROFIT, metavar="LINE", help=f"the line that reaches zero ({OPERATING_PROFIT})"
    )
    parser.add_argument(
        "--max-users",
        type=whole_number("--max-users"),
        default=MOST_USERS,
        metavar="N",
        help=f"the largest number of users ({MOST_USERS:,})",
    )


def answer(options: argparse.Namespace) -> Answer:
    """Break-even of every alternative and all crossovers. Raises `EvenkeelError`."""
    if not 1 <= options.max_users <= LARGEST_LIMIT:
        raise UsageError(
            Text(
                f"--max-users must lie between 1 and {LARGEST_LIMIT:,}.",
                f"--max-users 必须在 1 到 {LARGEST_LIMIT:,} 之间。",
            )
        )
    comparison = source(options)
    found = results(comparison, options.target, options.max_users)
    data = {
        "schema": "evenkeel-break-even/1",
        "title": words(found.title, "en"),
        "target": options.target,
        "max_users": options.max_users,
        "scenario": options.scenario,
        "alternatives": [
            {"id": a.id, "name": words(a.name, "en"), "break_even": break_even_data(a.break_even)}
            for a in found.alternatives
        ],
        "crossovers": [crossover_data(crossover) for crossover in found.crossovers],
    }
    tables = [break_even_table(found.alternatives), crossover_table(found.crossovers)]
    sheets = break_even_sheets(found.alternatives, found.crossovers)
    return Answer(data, [table for table in tables if table.rows], sheets=sheets)


def break_even_data(found: BreakEven) -> dict[str, Any]:
    """One alternative's break-even in the contract's JSON."""
    return {
        "target": found.target,
        "status": found.status,
        "first": found.first,
        "safe_from": found.safe_from,
        "crossings": list(found.crossings),
        "truncated": found.truncated,
        "margin_of_safety": found.margin_of_safety,
    }


def crossover_data(found: Crossover) -> dict[str, Any]:
    """One crossover in the contract's JSON."""
    return {"a": found.a, "b": found.b, "users": found.users, "ahead_above": found.ahead_above}


def break_even_table(alternatives: Sequence[AlternativeResult]) -> Table:
    """One row per alternative."""
    return Table(
        ("break-even", "status", "first", "safe from", "margin of safety", "crossings"),
        [_row(a.id, a.break_even) for a in alternatives],
    )


def _row(id: str, found: BreakEven) -> tuple[Cell, ...]:
    listed = ", ".join(f"{count:,}" for count in found.crossings[:MOST_LISTED])
    more = len(found.crossings) - MOST_LISTED
    if more > 0:
        listed += f" and {'more than ' if found.truncated else ''}{more:,} more"
    return (
        id,
        found.status.replace("_", " "),
        _users(found.first),
        _users(found.safe_from),
        Quantity(found.margin_of_safety, "1"),
        listed,
    )


def crossover_table(found: Sequence[Crossover]) -> Table:
    """One row per change of the lead."""
    return Table(
        ("crossover", "and", "users", "ahead above"), [(c.a, c.b, _users(c.users), c.ahead_above) for c in found]
    )


def _users(count: int | None) -> Shown:
    """Users to the last one: a break-even that is rounded is none."""
    return Shown(count, "–" if count is None else f"{count:,}")


def break_even_sheets(alternatives: Sequence[AlternativeResult], found: Sequence[Crossover]) -> tuple[Sheet, ...]:
    """For CSV: one row per alternative, one per crossing (all of them), and one per change of the lead."""
    rows = [{"alternative": a.id, **break_even_data(a.break_even)} for a in alternatives]
    crossings = [(row["alternative"], count) for row in rows for count in row["crossings"]]
    return (
        sheet_of(("alternative", "status", "first", "safe_from", "margin_of_safety", "truncated"), rows),
        Sheet(("alternative", "crossing"), crossings),
        sheet_of(("a", "b", "users", "ahead_above"), map(crossover_data, found)),
    )
