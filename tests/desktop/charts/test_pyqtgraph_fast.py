"""The quick import of pyqtgraph gives what the charts need, and spoils nothing for anybody else."""

import subprocess
import sys

LOAD = "import desktop.charts.pyqtgraph_fast as fast, sys\n"


def run(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.strip()


def test_a_plot_shows_axes_and_curves() -> None:
    program = LOAD + (
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication(['-platform', 'offscreen'])\n"
        "plot = fast.PlotWidget(enableMenu=False)\n"
        "plot.plot([0, 1, 2], [3, 1, 2])\n"
        "plot.setXRange(0, 5, padding=0)\n"
        "plot.show(); app.processEvents()\n"
        "print(plot.plotItem.vb.viewRange()[0], fast.array_to_path.__name__)\n"
    )
    assert run(program) == "[0.0, 5.0] arrayToQPath"


def test_heavy_parts_stay_out() -> None:
    qt = ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtTest")
    heavy = (*qt, "pyqtgraph.imageview", "pyqtgraph.parametertree")
    assert run(LOAD + f"print([name for name in {heavy} if name in sys.modules])") == "[]"


def test_qt_itself_is_left_as_it_was() -> None:
    program = LOAD + (
        "from PySide6 import QtCore, QtWidgets, QtTest, QtSvg\n"
        "print('QObject' in dir(QtCore), 'QWidget' in dir(QtWidgets), QtTest is not None, QtSvg is not None)\n"
        "print([name for name, module in sys.modules.items() if name.startswith('PySide6') and module is None])\n"
    )
    assert run(program).split("\n") == ["True True True True", "[]"]


def test_pyqtgraph_imported_before_is_used_as_it_is() -> None:
    assert run("import pyqtgraph\n" + LOAD + "print(fast.PlotWidget is pyqtgraph.PlotWidget)") == "True"
