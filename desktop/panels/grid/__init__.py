"""Who wins where, when two numbers change at once?"""

from desktop.panels.grid.panel import GridPanel

__all__ = ["GridPanel"]
