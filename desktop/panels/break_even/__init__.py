"""When do we break even? The profit of every alternative against the number of users."""

from desktop.panels.break_even.panel import BreakEvenPanel

__all__ = ["BreakEvenPanel"]
