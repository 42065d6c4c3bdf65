"""The subcommands, one module each, in the order in which the help lists them."""

from core.cli.commands import (
    break_even,
    bridge,
    check,
    diff,
    examples,
    models,
    needed,
    new,
    path,
    results,
    sensitivity,
)

ALL = (examples, models, new, results, break_even, needed, sensitivity, path, bridge, diff, check)
