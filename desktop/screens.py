"""Is there a screen to open a window on? Without one Qt ends the program at once and without a word of use."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from core.errors import EvenkeelError
from core.wording.text import Text

ALWAYS = ("win32", "darwin")  # these systems cannot be without
NAMED_BY = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET")
USUAL_WAYLAND = "wayland-0"  # what programs look for in the folder of the session where nothing is named


def has_screen(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether a window can be shown to somebody."""
    if system in ALWAYS or any(environment.get(name) for name in NAMED_BY):
        return True
    session = environment.get("XDG_RUNTIME_DIR")
    return bool(session) and (Path(session) / USUAL_WAYLAND).exists()


def refuse_without_screen() -> None:
    """Raises `EvenkeelError` where there is none, unless somebody chose what Qt paints on."""
    if has_screen() or os.environ.get("QT_QPA_PLATFORM"):
        return
    raise EvenkeelError(
        Text("There is no display on which a window could open.", "没有可用的显示器，无法打开窗口。"),
        remedy=Text(
            "Without one, subcommands such as evenkeel results FILE answer in the terminal, and evenkeel --first-look "
            "DIR paints the window to a file.",
            "没有显示器时，evenkeel results 文件 等子命令可在终端中给出结果，"
            "evenkeel --first-look 文件夹 可将窗口绘制成图片文件。",
        ),
    )
