"""Reads the words of a command line; what is wrong with them is said in plain sentences."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn, TextIO

from core.cli.complaints import complaint, unwanted
from core.cli.streams import put_out
from core.errors import UsageError
from core.wording.suggestions import nearest
from core.wording.text import Text


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
