"""The command line: one subcommand for each question, over the same core as the window, without Qt."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from core import __version__
from core.cli.arguments import Parser
from core.cli.output import write
from core.errors import EvenkeelError


def main(arguments: Sequence[str]) -> int:
    """Runs one subcommand; returns the exit status: 0 done, 2 wrong usage, 3 the file or a value is not valid."""
    try:
        options = _parser().parse_args(arguments)
        write(options.answer(options), getattr(options, "format", "table"), sys.stdout)
    except EvenkeelError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stdout = None
        return 0
    return 0


def _parser() -> Parser:
    # Imported here so that a quick answer does not wait for every question's module.
    from core.cli import commands

    parser = Parser(prog="evenkeel", description="Sets the economics of business models side by side.")
    parser.add_argument("--version", action="version", version=f"Evenkeel {__version__}")
    subcommands = parser.add_subparsers(title="subcommands", metavar="SUBCOMMAND", required=True)
    for command in commands.ALL:
        command.add_to(subcommands)
    return parser
