"""`evenkeel bridge`: what explains the difference between two alternatives, scenarios or files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.output import Answer, Quantity, Table
from core.cli.sheets import Plain, Sheet
from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.file.storage import load
from core.errors import UsageError
from core.questions.break_even import OPERATING_PROFIT
from core.questions.bridge import bridge, bridges, end_of
from core.questions.bridges.parts import Bridge
from core.wording.text import Text, words

BASE = "base"  # stands for the comparison without any scenario


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "bridge", "what explains a difference, part by part", answer)
    add_source(parser)
    parser.add_argument("a", metavar="A", help=f'where from: an alternative, a scenario, "{BASE}", or a file')
    parser.add_argument("b", metavar="B", help="where to, of the same kind")
    parser.add_argument(
        "--target", default=OPERATING_PROFIT, metavar="LINE", help=f"the line explained ({OPERATING_PROFIT})"
    )


def answer(options: argparse.Namespace) -> Answer:
    """One bridge between two alternatives, or one for each alternative that two scenarios or files share."""
    comparison = source(options)
    found = _bridges(comparison, options.a, options.b, options.target)
    data = {"schema": "evenkeel-bridge/1", "target": options.target, "scenario": options.scenario}
    if list(found) == [""]:
        data |= _data(found[""])
    else:
        data["alternatives"] = [{"id": id, **_data(each)} for id, each in found.items()]
    rows = [row for id, each in found.items() for row in _rows(id, each)]
    return Answer(
        data,
        [_table(id, each) for id, each in found.items()],
        [each.why_none for each in found.values() if each.why_none],
        [Sheet(("alternative", "what", "driver", options.target), rows)],
    )


def _rows(id: str, found: Bridge) -> list[tuple[Plain, ...]]:
    """For CSV: where it starts, each part, and where it ends; no alternative where the ends are two of them."""
    where = id or None
    start, end = ((where, each.name, None, each.value) for each in (found.start, found.end))
    return [start, *((where, part.label, part.driver, part.contribution) for part in found.parts), end]


def _bridges(comparison: Comparison, a: str, b: str, target: str) -> dict[str, Bridge]:
    ids = [alternative.id for alternative in comparison.alternatives]
    if a in ids and b in ids:
        return {"": bridge(end_of(comparison, a), end_of(comparison, b), target, comparison.seed)}
    found = bridges(_side(comparison, a), _side(comparison, b), (a, b), target)
    if not found:
        raise UsageError(
            Text(f"{a} and {b} have no alternative in common.", f"{a} 与 {b} 没有共同的方案。"),
            remedy=Text("Name two alternatives instead.", "请改为指定两个方案。"),
        )
    return found


def _side(comparison: Comparison, name: str) -> Comparison:
    """A scenario of the comparison, the comparison itself, or another file."""
    if name == BASE:
        return comparison
    path = Path(name)
    return load(path) if path.exists() else edits.apply_scenario(comparison, name)


def _data(found: Bridge) -> dict[str, Any]:
    return {
        "from": {"name": words(found.start.name, "en"), "value": found.start.value},
        "to": {"name": words(found.end.name, "en"), "value": found.end.value},
        "difference": found.difference,
        "parts": [
            {
                "driver": part.driver,
                "label": part.label.en,
                "before": part.before,
                "after": part.after,
                "contribution": part.contribution,
                "error": part.error,
            }
            for part in found.parts
        ],
        "exact": found.exact,
        "error": found.error,
        "why_none": found.why_none.en if found.why_none else None,
    }


def _table(id: str, found: Bridge) -> Table:
    start, end = (words(each.name, "en") for each in (found.start, found.end))
    rows: list[tuple[str, Quantity]] = [(start, Quantity(found.start.value, "USD/month"))]
    rows += [(part.label.en, Quantity(part.contribution, "USD/month")) for part in found.parts]
    rows.append((end, Quantity(found.end.value, "USD/month")))
    return Table((found.target, "a month"), rows, title=id)
