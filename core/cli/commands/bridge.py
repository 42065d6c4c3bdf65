"""`evenkeel bridge`: what explains the difference between two alternatives, scenarios or files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.cli.arguments import Subparsers, add_command, add_source, source
from core.cli.changes import with_changes
from core.cli.output import Answer, Quantity, Table
from core.cli.sheets import Plain, Sheet
from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.file.backups import EXTENSION
from core.comparison.file.storage import load
from core.comparison.unknown import is_called
from core.errors import UsageError
from core.questions.break_even import OPERATING_PROFIT
from core.questions.bridge import bridge, bridges, end_of
from core.questions.bridges.parts import Bridge
from core.wording.suggestions import did_you_mean
from core.wording.text import Text, words

BASE = "base"  # stands for the comparison without any scenario


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "bridge", "what explains a difference, part by part", answer)
    parser.usage = "evenkeel bridge SOURCE A B, or evenkeel bridge FILE FILE"
    add_source(parser)
    parser.add_argument("a", metavar="A", help=f'where from: an alternative, a scenario, "{BASE}", or a file')
    parser.add_argument("b", metavar="B", help="where to, of the same kind")
    parser.add_argument(
        "--target", default=OPERATING_PROFIT, metavar="LINE", help=f"the line explained ({OPERATING_PROFIT})"
    )


def answer(options: argparse.Namespace) -> Answer:
    """One bridge between two alternatives, or one for each alternative that two scenarios or files share."""
    found = _found(options)
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


def _found(options: argparse.Namespace) -> dict[str, Bridge]:
    if options.file is None and options.example is None:
        return _between_files(options)
    return _bridges(source(options), options.a, options.b, options.target)


def _between_files(options: argparse.Namespace) -> dict[str, Bridge]:
    """Without a source both ends are files, each with the scenario and the values asked for."""
    for name in (options.a, options.b):
        if not (Path(name).exists() or Path(name).suffix == EXTENSION):
            raise UsageError(
                Text(f'"{name}" is no file, and none is named in which to look for it.',
                     f"“{name}”不是文件，也没有指定在哪个文件中查找它。"),
                remedy=Text("Write evenkeel bridge FILE A B, or evenkeel bridge FILE FILE to compare two files.",
                            "请写成 evenkeel bridge 文件 A B；要比较两个文件，请写 evenkeel bridge 文件 文件。"),
            )  # fmt: skip
    before, after = (with_changes(load(Path(name)), options.scenario, options.set) for name in (options.a, options.b))
    return _shared_by(before, after, options.a, options.b, options.target)


def _rows(id: str, found: Bridge) -> list[tuple[Plain, ...]]:
    """For CSV: where it starts, each part, and where it ends; no alternative where the ends are two of them."""
    where = id or None
    start, end = ((where, each.name, None, each.value) for each in (found.start, found.end))
    return [start, *((where, part.label, part.driver, part.contribution) for part in found.parts), end]


def _bridges(comparison: Comparison, a: str, b: str, target: str) -> dict[str, Bridge]:
    ids = [alternative.id for alternative in comparison.alternatives]
    if a in ids and b in ids:
        return {"": bridge(end_of(comparison, a), end_of(comparison, b), target, comparison.seed)}
    sides = {name: _side(comparison, name) for name in (a, b) if name not in ids}
    if len(sides) == 1 and a != b:
        alternative, other = (a, b) if a in ids else (b, a)
        raise UsageError(
            Text(f"{alternative} is an alternative, and {other} is none.", f"{alternative} 是方案，而 {other} 不是。"),
            remedy=Text(f"Name two alternatives ({', '.join(ids)}), or two scenarios or files.",
                        f"请指定两个方案（{'、'.join(ids)}），或者两个情景或文件。"),
        )  # fmt: skip
    return _shared_by(sides[a], sides[b], a, b, target)


def _shared_by(before: Comparison, after: Comparison, a: str, b: str, target: str) -> dict[str, Bridge]:
    found = bridges(before, after, (a, b), target)
    if not found:
        own, others = (", ".join(each.id for each in side.alternatives) for side in (before, after))
        raise UsageError(
            Text(f"{a} and {b} have no alternative in common.", f"{a} 与 {b} 没有共同的方案。"),
            remedy=Text(f"The first has {own}, the second {others}.", f"前者有 {own}，后者有 {others}。"),
        )
    return found


def _side(comparison: Comparison, name: str) -> Comparison:
    """A scenario of the comparison, the comparison itself, or another file. Raises `UsageError` for anything else."""
    if name == BASE:
        return comparison
    if any(is_called(scenario.name, name) for scenario in comparison.scenarios):
        return edits.apply_scenario(comparison, name)
    path = Path(name)
    if path.exists() or path.suffix == EXTENSION:
        return load(path)
    ids = [alternative.id for alternative in comparison.alternatives]
    scenarios = [BASE, *(words(scenario.name, "en") for scenario in comparison.scenarios)]
    listed = (", ".join(ids), ", ".join(f'"{scenario}"' for scenario in scenarios))
    choice = Text(
        f"There are the alternatives {listed[0]} and the scenarios {listed[1]}.",
        f"可选方案：{listed[0]}；可选情景：{listed[1]}。",
    )
    raise UsageError(
        Text(f'There is no alternative, scenario or file "{name}".', f"没有方案、情景或文件“{name}”。"),
        remedy=did_you_mean(name, [*ids, *scenarios]) or choice,
    )


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
