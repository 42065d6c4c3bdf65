"""The command line: one subcommand for each question, over the same core as the window, without Qt."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from core import __version__
from core.cli.arguments import Parser
from core.cli.output import write
from core.errors import EvenkeelError


def main(arguments: Sequence[str]) -> int:
    """Runs one subcommand; returns the exit status: 0 done, 2 wrong usage, 3 the file or a value is not valid."""
    _say_everything()
    try:
        options = _parser().parse_args(arguments)
        write(options.answer(options), getattr(options, "format", "table"), sys.stdout)
    except EvenkeelError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that closing it complains no more
    except Exception as error:  # noqa: BLE001 - the last door: a fault of our own is still told in a sentence
        print(f"Evenkeel met a fault of its own and changed nothing ({_what_and_where(error)}).", file=sys.stderr)
        return 1
    return 0


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
