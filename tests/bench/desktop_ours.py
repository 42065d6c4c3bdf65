"""One run of the real window, for tests/bench/desktop.py: how long until it stands complete, or how long a step of a
slider takes. Prints one line of JSON.

    python tests/bench/desktop_ours.py start|drag
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

BEGAN = time.monotonic_ns()
ROOT = Path(__file__).resolve().parents[2]
STEPS, WARMING_UP = 200, 20


def main() -> int:
    sys.path.insert(0, str(ROOT))
    from desktop.quick_start import hasten

    hasten()  # as desktop.main does before it imports the rest
    from PySide6.QtWidgets import QApplication

    from desktop.main import main as start
    from desktop.splash import Splash

    show_now = Splash.show_now

    def show_and_tell(splash: Splash) -> None:
        show_now(splash)
        QApplication.instance().sync()
        QApplication.instance().setProperty("first_sign", since_start())
        from desktop import opening

        open_example = opening.open_example

        def open_and_watch(*asked: object) -> object:
            window = open_example(*asked)
            keep_watch(window, report_start if sys.argv[1] == "start" else measure_drags)
            return window

        opening.open_example = open_and_watch

    Splash.show_now = show_and_tell
    return start([])


def keep_watch(window: object, then: Callable[[object], None]) -> None:
    """Call `then` once every part has been painted and shown."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    parts = window.workspace
    chart = parts.tabs.panels["break_even"].chart
    missing = {chart.viewport(), parts.results.viewport(), parts.verdict, parts.inputs.sheet}

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and watched in missing:
                missing.discard(watched)
                if not missing:
                    QTimer.singleShot(0, window, lambda: then(window))  # after this paint was flushed
            return False

    watch = Watch(window)
    for part in missing:
        part.installEventFilter(watch)
    QApplication.instance().setProperty("watch", watch)


def report_start(window: object) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    app.sync()
    say({"first_paint_ms": since_start(), "first_sign_ms": app.property("first_sign"), "rss_mb": resident()})
    QApplication.exit(0)


def measure_drags(window: object) -> None:
    """Move the handle of two sliders as a mouse does, pixel by pixel; a step ends when nothing is left to paint."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from desktop.window.question_tabs import QUESTIONS
    from desktop.worker import wait_for_answers

    def send(slider: object, kind: QEvent.Type, x: float) -> None:
        place = QPointF(x, slider.height() / 2)
        button = Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(slider, QMouseEvent(kind, place, slider.mapToGlobal(place), button, button, none))

    def steps(driver: str, alternative: str) -> list[float]:
        window.workspace.inputs.show_driver(driver, alternative)
        wait_for_answers(window, 60)
        slider = window.workspace.inputs.editor.controls.slider
        send(slider, QEvent.Type.MouseButtonPress, slider._handle().center().x())
        taken = []
        for number in range(STEPS + WARMING_UP):
            x = slider.width() * (0.3 + 0.4 * abs(1 - number % 80 / 40))
            before = time.perf_counter_ns()
            send(slider, QEvent.Type.MouseMove, x)
            QApplication.processEvents()
            QApplication.processEvents()
            taken.append((time.perf_counter_ns() - before) / 1e6)
        send(slider, QEvent.Type.MouseButtonRelease, x)
        QApplication.processEvents()
        return sorted(taken[WARMING_UP:])

    tabs, others = window.workspace.tabs, {}
    drags = {driver: told(steps(driver, "api")) for driver in ("users", "utilisation", "gpu_hour_price")}
    for number in tabs.offered[1:]:
        tabs.show_question(QUESTIONS[number].id)
        others[QUESTIONS[number].title.en] = told(steps("gpu_hour_price", "api"))
    say({"steps": drags, "questions": others, "rss_mb": resident()})
    window._leaving = True
    QApplication.exit(0)


def told(taken: list[float]) -> dict[str, float]:
    """The middle one of some steps in order, the one that 99 of 100 do not exceed, and the longest."""
    return {"p50": taken[len(taken) // 2], "p99": taken[int(0.99 * len(taken))], "max": taken[-1]}


def since_start() -> float:
    """Milliseconds since this process was asked for."""
    return (time.monotonic_ns() - int(os.environ.get("LIMIT_T0", BEGAN))) / 1e6


def resident() -> float:
    """Megabytes of this process."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def say(answer: dict[str, object]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
