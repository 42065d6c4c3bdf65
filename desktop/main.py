"""The one executable: `evenkeel` and `evenkeel FILE` open the window; a subcommand answers in the terminal.

Only the branch that is wanted is imported: a subcommand must start without Qt, also on a machine that has no display.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

FOR_TERMINAL = ("-h", "--help", "--version")
SUBCOMMAND = re.compile(r"[A-Za-z-]+\Z")  # a file has an ending or a folder, and an option begins with a dash


def is_for_terminal(arguments: Sequence[str]) -> bool:
    """A bare first word is a subcommand, even mistyped; options and names with a dot or slash are for the window."""
    if not arguments:
        return False
    first = arguments[0]
    return first in FOR_TERMINAL or (not first.startswith("-") and SUBCOMMAND.match(first) is not None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if is_for_terminal(arguments):
        from core.cli import main as answer

        return answer(arguments)
    from desktop.quick_start import hasten

    hasten()
    from desktop.app import main as open_window

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
