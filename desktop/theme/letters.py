"""Windows gives menus, tables and messages letters of its own, whatever the application says; this takes them back.

A rule of the style sheet is used because it also outlasts a change of the system's appearance, at which Qt reads the
system's letters again.
"""

from __future__ import annotations

from desktop.theme.fonts import FAMILIES
from desktop.theme.scale import POINTS

OF_THE_SYSTEM = ("QMenuBar", "QMenu", "QAbstractItemView", "QHeaderView", "QToolTip", "QStatusBar", "QMessageBox")


def letters() -> str:
    """The rule, to stand before every other."""
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    return f"{', '.join(OF_THE_SYSTEM)} {{ font: {POINTS['body']}pt {families}; }}\n"
