"""`evenkeel diff`: two files compared in words."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.cli.arguments import Subparsers, add_command
from core.cli.output import Answer, Table
from core.cli.sheets import sheet_of
from core.comparison.differences.difference import differences
from core.comparison.file.storage import load
from core.wording.text import Text, words


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "diff", "two files compared in words", answer)
    parser.add_argument("before", metavar="FILE", help="the first file")
    parser.add_argument("after", metavar="FILE", help="the second file")


def answer(options: argparse.Namespace) -> Answer:
    """Every difference, with a sentence each."""
    found = differences(load(Path(options.before)), load(Path(options.after)))
    data: dict[str, Any] = {
        "schema": "evenkeel-diff/1",
        "same": not found,
        "changes": [
            {
                "where": change.where,
                "what": change.what,
                "before": change.before,
                "after": change.after,
                "sentence": words(change.sentence, "en"),
            }
            for change in found
        ],
    }
    sheet = sheet_of(("where", "what", "before", "after", "sentence"), data["changes"])
    if not found:
        return Answer(data, remarks=[Text("The two files say the same.", "两个文件内容相同。")], sheets=[sheet])
    rows = [(change.where, change.what, change.sentence) for change in found]
    return Answer(data, [Table(("where", "what", "difference"), rows)], sheets=[sheet])
