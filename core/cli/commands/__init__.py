"""The subcommands, one module each, in the order in which the help lists them."""

from core.cli.commands import (
    break_even,
    bridge,
    check,
    diff,
    examples,
    grid,
    models,
    needed,
    new,
    path,
    prices,
    results,
    sensitivity,
    simulate,
)

ALL = (
    examples,
    models,
    new,
    results,
    break_even,
    needed,
    sensitivity,
    simulate,
    grid,
    path,
    bridge,
    diff,
    check,
    prices,
)
