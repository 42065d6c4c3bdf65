"""The command line: one subcommand for each question, over the same core as the window, without Qt."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from core import __version__
from core.cli.parser import Parser
from core.cli.streams import complain, put_out
from core.errors import EvenkeelError
from core.wording.text import Text

FAULT = Text(
    "Evenkeel met a fault of its own and changed nothing ({what}).", "Evenkeel 自身出错，未做任何更改（{what}）。"
)


def main(arguments: Sequence[str]) -> int:
    """Runs one subcommand; returns the exit status: 0 done, 2 wrong usage, 3 the file or a value is not valid (or the
    answer could not be written)."""
    from core.cli.output import write  # imported here: the window wants only the parser

    _say_everything()
    try:
        options = _parser().parse_args(arguments)
        found = options.answer(options)
        return put_out(lambda out: write(found, getattr(options, "format", "table"), out))
    except EvenkeelError as error:
        complain(error.brief())
        return error.exit_status
    except Exception as error:  # noqa: BLE001 - the last door: a fault of our own is still told in a sentence
        complain(FAULT.filled(what=_what_and_where(error)))
        return 1


def _say_everything() -> None:
    """Files and pipes get the same UTF-8 bytes on every system; a terminal that lacks a character shows a "?" for it.

    Without this, Windows would write to a pipe in an encoding of its region that has no Chinese or no minus sign.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a program that calls this may have put something else there
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", newline="\n")


def _what_and_where(error: Exception) -> str:
    """What happened in which line, in one line."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error}, {Path(last.filename).name} line {last.lineno}"


def _parser() -> Parser:
    # Imported here so that a quick answer does not wait for every question's module.
    from core.cli import commands

    parser = Parser(prog="evenkeel", description="Sets the economics of business models side by side.")
    parser.add_argument("--version", action="version", version=f"Evenkeel {__version__}")
    subcommands = parser.add_subparsers(title="subcommands", metavar="SUBCOMMAND", required=True)
    for command in commands.ALL:
        command.add_to(subcommands)
    return parser
