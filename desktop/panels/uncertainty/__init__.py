"""How sure are we?"""

from desktop.panels.uncertainty.panel import UncertaintyPanel

__all__ = ["UncertaintyPanel"]
