"""`evenkeel models`: what business models are built in."""

from __future__ import annotations

import argparse

from core.cli.arguments import Subparsers, add_command
from core.cli.output import Answer, Table
from core.model.library import load_model, model_ids


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    add_command(subcommands, "models", "list the built-in business models", answer)


def answer(_options: argparse.Namespace) -> Answer:
    """Id, name and one line of help for every business model."""
    found = [load_model(id) for id in model_ids()]
    return Answer(
        {
            "schema": "evenkeel-models/1",
            "models": [{"id": m.id, "name": m.label.en, "help": m.help.en} for m in found],
        },
        [Table(("id", "name", "what it is"), [(m.id, m.label, m.help) for m in found])],
    )
