"""`evenkeel check`: is this file sound, and if not, what is wrong, where, and what to do."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.cli.arguments import Subparsers, add_command
from core.cli.numbers import counted
from core.cli.output import Answer
from core.cli.sheets import Sheet
from core.comparison.file.storage import open_file
from core.questions.chances.uncertain import uncertain_drivers
from core.questions.reference_checks import reference_checks
from core.questions.results import results
from core.wording.text import Text, words


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "check", "is this file sound?", answer)
    parser.add_argument("file", metavar="FILE", help="a comparison file")


def answer(options: argparse.Namespace) -> Answer:
    """Opens the file and computes everything in it; what is wrong is raised as `EvenkeelError`."""
    path = Path(options.file)
    opened = open_file(path)
    comparison = opened.comparison
    results(comparison)
    reference_checks(comparison)
    uncertain_drivers(comparison).draws(comparison.seed)  # a file whose simulation is refused is not sound
    sound = Text("{file} is sound: {title}, {alternatives}.", "{file} 完好：{title}，共 {alternatives}。").filled(
        file=path.name, title=comparison.title, alternatives=counted(len(comparison.alternatives))
    )
    return Answer(
        {
            "schema": "evenkeel-check/1",
            "sound": True,
            "title": words(comparison.title, "en"),
            "alternatives": [a.id for a in comparison.alternatives],
            "notes": [note.en for note in opened.notes],
        },
        remarks=[sound, *opened.notes],
        sheets=[Sheet(("file", "sound", "title"), [(path.name, True, comparison.title)])],
    )
