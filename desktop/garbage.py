"""What nobody can reach any more is collected in the window's thread only.

Python collects in whichever thread happens to make an object. Among what is collected are parts of the window, and Qt
takes the program down when one of those is destroyed in another thread than its own.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY = 1000  # ms


class Collector(QObject):
    """Looks from time to time whether Python would have collected by now, and does it then, as much as it would have.

    From its making to the end of the program Python itself does not.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_LOOK_EVERY)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose turn it is, and with it the younger ones."""
        due = [age for age, (made, enough) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
               if made > enough]  # fmt: skip
        if due:
            gc.collect(due[-1])
