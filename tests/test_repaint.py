"""A plot painted again and again keeps its process alive.

PySide6 6.12.0 on Python 3.11 lost references to None at each repaint and aborted after about a hundred; whoever
raises the pinned version is told by this test.
"""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import pyqtgraph
app = pyqtgraph.mkQApp()
plot = pyqtgraph.PlotWidget()
curve = plot.plot([0, 1, 2], [0, 1, 4])
painted = 0
class Counter(pyqtgraph.QtCore.QObject):
    def eventFilter(self, watched, event):
        global painted
        painted += event.type() == pyqtgraph.QtCore.QEvent.Type.Paint
        return False
counter = Counter()
plot.viewport().installEventFilter(counter)
plot.show()
app.processEvents()
for turn in range(500):
    curve.setData([0, 1, 2], [turn, 1, 4])
    plot.viewport().repaint()
assert painted >= 500, painted
print("painted")
"""


def test_a_plot_survives_500_repaints() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "painted"), done.stderr
