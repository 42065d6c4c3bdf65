"""When is the money back, month by month?"""

from desktop.panels.path.panel import PathPanel

__all__ = ["PathPanel"]
