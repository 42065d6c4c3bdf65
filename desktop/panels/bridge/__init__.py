"""What explains the difference between two business models, scenarios, moments or files?"""

from desktop.panels.bridge.panel import BridgePanel

__all__ = ["BridgePanel"]
