"""The subcommands, one module each, in the order in which the help lists them."""

from core.cli.commands import break_even, check, examples, models, new, results

ALL = (examples, models, new, results, break_even, check)
