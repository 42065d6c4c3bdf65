"""Is there a screen to open a window on? Without one Qt ends the program at once and without a word of use."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from core.errors import EvenkeelError
from core.wording.text import Text

ALWAYS = ("win32", "darwin")  # these systems cannot be without
NAMED_BY_WAYLAND = ("WAYLAND_DISPLAY", "WAYLAND_SOCKET")
USUAL_WAYLAND = "wayland-0"  # what programs look for in the folder of the session where nothing is named
NO_SCREEN = Text("There is no display on which a window could open.", "没有可用的显示器，无法打开窗口。")
SILENT = Text(
    "The display {display} does not answer, so no window can open on it.", "显示器 {display} 没有响应，无法打开窗口。"
)
WITHOUT = Text(
    "Without one, subcommands such as evenkeel results FILE answer in the terminal, and evenkeel --first-look DIR "
    "paints the window to a file.",
    "没有显示器时，evenkeel results 文件 等子命令可在终端中给出结果，"
    "evenkeel --first-look 文件夹 可将窗口绘制成图片文件。",
)


def has_screen(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether a window can be shown to somebody."""
    return system in ALWAYS or bool(environment.get("DISPLAY")) or _has_wayland(environment)


def _has_wayland(environment: Mapping[str, str]) -> bool:
    session = environment.get("XDG_RUNTIME_DIR")
    usual = bool(session) and (Path(session) / USUAL_WAYLAND).exists()
    return usual or any(environment.get(name) for name in NAMED_BY_WAYLAND)


def refuse_without_screen() -> None:
    """Raises `EvenkeelError` where there is none, or where the only one that is named does not answer, unless somebody
    chose what Qt paints on."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return
    if not has_screen():
        raise EvenkeelError(NO_SCREEN, remedy=WITHOUT)
    if sys.platform not in ALWAYS and not _has_wayland(os.environ) and not _answers():
        raise EvenkeelError(SILENT.filled(display=os.environ["DISPLAY"]), remedy=WITHOUT)


def _answers() -> bool:
    """Whether the X server that DISPLAY names lets us in, asked through the library by which Qt asks."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # it cannot be asked; Qt has words of its own for what is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
