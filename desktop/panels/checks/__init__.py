"""Does it agree with what was published, and with what really happened?"""

from desktop.panels.checks.panel import ChecksPanel

__all__ = ["ChecksPanel"]
