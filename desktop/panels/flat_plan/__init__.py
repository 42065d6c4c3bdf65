"""Who pays for the heavy users of a flat plan?"""

from desktop.panels.flat_plan.panel import FlatPlanPanel

__all__ = ["FlatPlanPanel"]
