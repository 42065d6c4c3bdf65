"""`evenkeel simulate`: distributions, the chance of profit, and the chance that one beats another."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.changes import with_correlations
from core.cli.numbers import whole_number
from core.cli.output import Answer, Quantity, Shown, Table
from core.cli.sheets import Sheet, sheet_of
from core.comparison.parts import MOST_SEED
from core.errors import UsageError
from core.model.statement import STATEMENT
from core.questions.break_even import OPERATING_PROFIT
from core.questions.chances.block_figures import SHARES
from core.questions.uncertainty import AlternativeChances, Simulation, simulate
from core.wording.text import Text

TRIALS = 65_536
SHOWN = (OPERATING_PROFIT, "gross_margin", "revenue", "direct_cost")  # lines the tables show; JSON has all


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "simulate", "distributions, chance of profit, who beats whom", answer)
    add_source(parser)
    parser.add_argument(
        "--correlate",
        action="append",
        default=[],
        metavar="[ALT.]DRIVER,[ALT.]DRIVER=R",
        help="let two drivers move together, R from -1 to 1 (0: independent); may be repeated",
    )
    trials, seed = whole_number("--trials"), whole_number("--seed")
    parser.add_argument("--trials", type=trials, default=TRIALS, metavar="N", help=f"how many trials ({TRIALS:,})")
    parser.add_argument("--seed", type=seed, metavar="S", help="the seed (the comparison's own)")


def answer(options: argparse.Namespace) -> Answer:
    """The simulation of the whole comparison. Raises `EvenkeelError`."""
    if options.seed is not None and not 0 <= options.seed <= MOST_SEED:
        raise UsageError(
            Text(f"{options.seed} cannot be a seed.", f"{options.seed} 不能作为随机种子。"),
            remedy=Text(f"Choose a whole number from 0 to {MOST_SEED:,}.", f"请选择 0 到 {MOST_SEED:,} 之间的整数。"),
        )
    comparison = with_correlations(source(options), options.correlate)
    found = simulate(comparison, options.trials, options.seed)
    data = {
        "schema": "evenkeel-simulate/1",
        "target": OPERATING_PROFIT,
        "scenario": options.scenario,
        "trials": found.trials,
        "seed": found.seed,
        "uncertain": [{"where": where, "driver": driver} for where, driver in found.uncertain],
        "alternatives": [_data(alternative) for alternative in found.alternatives],
        "beats": [asdict(pair) for pair in found.beats],
        "note": found.note.en if found.note else None,
    }
    return Answer(data, [*_tables(found), _beats(found)], [found.note] if found.note else [], _sheets(found))


def _sheets(found: Simulation) -> tuple[Sheet, ...]:
    """For CSV: every line of every alternative, and every ordered pair."""
    lines = [
        {"alternative": alternative.id, "line": line, **asdict(chances.figures), "undefined": chances.undefined}
        for alternative in found.alternatives
        for line, chances in alternative.lines.items()
    ]
    return (
        sheet_of(("alternative", "line", "mean", "sd", *SHARES, "chance_of_profit", "undefined"), lines),
        sheet_of(("a", "b", "chance", "error"), map(asdict, found.beats)),
    )


def _data(found: AlternativeChances) -> dict[str, Any]:
    lines = {
        id: {**asdict(line.figures), "error": asdict(line.errors), "undefined": line.undefined}
        for id, line in found.lines.items()
    }
    return {"id": found.id, "lines": lines, "break_even": asdict(found.break_even) if found.break_even else None}


def _tables(found: Simulation) -> list[Table]:
    return [
        Table(
            (line, "mean", *SHARES, "chance above 0"),
            [_row(alternative, line) for alternative in found.alternatives],
        )
        for line in SHOWN
    ]


def _row(found: AlternativeChances, line: str) -> tuple[str | Quantity | Shown, ...]:
    figures, unit = found.lines[line].figures, STATEMENT[line].unit
    spread = [getattr(figures, name) for name in SHARES]
    amounts = [Quantity(value, unit) for value in (figures.mean, *spread)]
    # A share among shares would take on their decimals; chances are told as whole per cents.
    chance = figures.chance_of_profit
    return (found.id, *amounts, Shown(chance, "–" if chance is None else f"{chance:.0%}"))


def _beats(found: Simulation) -> Table:
    return Table(
        ("earns more", "than", "chance"), [(pair.a, pair.b, Quantity(pair.chance, "1")) for pair in found.beats]
    )
