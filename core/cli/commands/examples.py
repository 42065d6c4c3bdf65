"""`evenkeel examples`: what finished comparisons are built in."""

from __future__ import annotations

import argparse

from core.cli.arguments import Subparsers, add_command
from core.cli.output import Answer, Table
from core.comparison.examples import example_ids, load_example
from core.wording.text import words


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    add_command(subcommands, "examples", "list the built-in examples", answer)


def answer(_options: argparse.Namespace) -> Answer:
    """Id and title of every example."""
    found = [(id, load_example(id).title) for id in example_ids()]
    return Answer(
        {"schema": "evenkeel-examples/1", "examples": [{"id": id, "title": words(title, "en")} for id, title in found]},
        [Table(("id", "title"), found)],
    )
