"""`evenkeel new`: a new comparison file with every driver at its default."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.cli.arguments import Subparsers, add_command
from core.cli.numbers import counted
from core.cli.output import Answer
from core.cli.sheets import sheet_of
from core.comparison.file.storage import save
from core.comparison.new import new_comparison
from core.errors import EvenkeelError
from core.wording.text import Text


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "new", "write a new comparison file", answer)
    parser.add_argument("out", metavar="OUT", help="the file to write; must not exist yet")
    parser.add_argument(
        "--model", action="append", required=True, metavar="ID", help="a business model; may be repeated"
    )
    parser.add_argument("--title", default="", help="the title of the comparison")


def answer(options: argparse.Namespace) -> Answer:
    """Writes the file and says so. Raises `EvenkeelError` when it exists or cannot be written."""
    path = Path(options.out)
    if path.exists():
        raise EvenkeelError(
            Text(f"{path.name} exists already.", f"{path.name} 已存在。"),
            remedy=Text("Choose another name.", "请换一个文件名。"),
        )
    comparison = new_comparison(options.title or path.stem, options.model)
    save(comparison, path)
    written = Text("Wrote {file} with {alternatives}.", "已写入 {file}，共 {alternatives}。").filled(
        file=path.name, alternatives=counted(len(comparison.alternatives))
    )
    alternatives = [{"id": a.id, "model": a.model} for a in comparison.alternatives]
    data = {"schema": "evenkeel-new/1", "file": str(path), "alternatives": alternatives}
    return Answer(data, remarks=[written], sheets=[sheet_of(("id", "model"), alternatives)])
