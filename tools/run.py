"""`make run`: opens the window on the finished example, or paints it to pictures where there is no display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from system_libraries import has_display

ROOT = Path(__file__).resolve().parent.parent
EVENKEEL = Path(sys.executable).with_name("evenkeel.exe" if sys.platform == "win32" else "evenkeel")
EXAMPLE = "three-ways"
FIRST_LOOK = Path("build") / "first-look"


def open_window() -> int:
    return subprocess.call([EVENKEEL, "--example", EXAMPLE], cwd=ROOT)


def first_look() -> int:
    """Paint the window off screen into pictures and print the results table."""
    print(f"There is no display here, so the example is painted to {FIRST_LOOK} instead of a window.\n", flush=True)
    off_screen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    (ROOT / FIRST_LOOK).mkdir(parents=True, exist_ok=True)
    painted = subprocess.call([EVENKEEL, "--first-look", str(FIRST_LOOK)], cwd=ROOT, env=off_screen)
    shown = subprocess.call([EVENKEEL, "results", "--example", EXAMPLE], cwd=ROOT)
    return painted or shown


if __name__ == "__main__":
    sys.exit(open_window() if has_display() else first_look())
