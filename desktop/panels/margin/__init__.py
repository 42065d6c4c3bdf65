"""Where does each $100 of revenue go?"""

from desktop.panels.margin.panel import MarginPanel

__all__ = ["MarginPanel"]
