"""What does a day look like, and what follows from it?"""

from desktop.panels.day.panel import DayPanel

__all__ = ["DayPanel"]
