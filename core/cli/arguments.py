"""What the subcommands have in common: SOURCE, --scenario, --set and --format."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.cli.output import FORMATS, Answer
from core.cli.parser import Parser
from core.comparison.document import Comparison
from core.errors import UsageError
from core.wording.text import Text

Subparsers = Any  # argparse gives the type no public name


def add_command(
    subcommands: Subparsers, name: str, purpose: str, answer: Callable[[argparse.Namespace], Answer]
) -> Parser:
    """A subcommand with --format; `answer` is what it does."""
    parser: Parser = subcommands.add_parser(name, help=purpose, description=purpose.capitalize())
    parser.set_defaults(answer=answer)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="table",
        help="how to show the answer (table); numbers in json and csv are plain and unrounded, shares are fractions",
    )
    return parser


def add_source(parser: Parser) -> None:
    """SOURCE and what may be changed in it before the question is asked."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="a comparison file")
    parser.add_argument("--example", metavar="ID", help="a built-in example instead of a file")
    parser.add_argument("--scenario", metavar="NAME", help="with the changes of this scenario")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="[ALT.]DRIVER=VALUE",
        help="with this value, in one alternative or wherever the driver is; may be repeated",
    )


def source(options: argparse.Namespace) -> Comparison:
    """The comparison that SOURCE names, with scenario and values applied. Raises `EvenkeelError`."""
    from core.cli.changes import with_changes

    if (options.file is None) == (options.example is None):
        raise UsageError(
            Text("Name either a file or an example.", "请指定一个文件或一个示例。"),
            remedy=Text(
                "For example: evenkeel results --example three-ways.", "例如：evenkeel results --example three-ways。"
            ),
        )
    return with_changes(_opened(options), options.scenario, options.set)


def _opened(options: argparse.Namespace) -> Comparison:
    if options.example is not None:
        from core.comparison.examples import load_example

        return load_example(options.example)
    from core.comparison.file.storage import load

    return load(Path(options.file))
