"""What the subcommands have in common: SOURCE, --scenario, --set and --format, and errors in plain sentences."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TextIO

from core.cli.complaints import complaint, unwanted
from core.cli.output import FORMATS, Answer
from core.cli.streams import put_out
from core.comparison.document import Comparison
from core.errors import UsageError
from core.wording.suggestions import nearest
from core.wording.text import Text

Subparsers = Any  # argparse gives the type no public name


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are errors like all others, in the words of this program."""

    def error(self, message: str) -> NoReturn:
        """Wrong usage, in a sentence, with the way to the help."""
        raise UsageError(complaint(message), remedy=Text(f"See {self.prog} --help.", f"请运行 {self.prog} --help。"))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Refuses what is not known here, where the options are known that may have been meant."""
        found, rest = super().parse_known_args(args, namespace)
        if rest:
            title, remedy = unwanted(rest, self.prog, list(self._option_string_actions))
            raise UsageError(title, remedy=remedy)
        return found, rest

    def _print_message(self, message: str, file: Any = None) -> None:
        """Help is an answer too: where it cannot be written, that is said."""
        if file is sys.stderr:
            super()._print_message(message, file)
        elif status := put_out(lambda out: _write(out, message)):
            sys.exit(status)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """An unknown subcommand or choice names the closest one."""
        if action.choices is not None and value not in action.choices:
            known = [str(choice) for choice in action.choices]
            near = nearest(str(value), known)
            hint = Text(f"did you mean {near}?", f"您是指 {near} 吗？")
            if near is None:
                hint = Text(f"choose from {', '.join(known)}.", f"可选：{'、'.join(known)}。")
            what = Text("subcommand", "子命令") if not action.option_strings else action.option_strings[0]
            title = Text('There is no {what} "{value}"; {hint}', "没有{what}“{value}”；{hint}")
            raise UsageError(title.filled(what=what, value=str(value), hint=hint))


def _write(out: TextIO, message: str) -> None:
    out.write(message)


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
