"""Which system libraries Qt needs on Linux, and which of them this machine lacks.

Qt's wheels bring Qt itself but not what lies below it. Each library is found by loading it, as Qt will, so the
answer holds on every distribution; the package names are Debian's and Ubuntu's.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

OFF_SCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",  # brings a Latin font with it
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
ON_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

FOR_INSTALLERS = {  # what a person with Wayland will have; an installer is packed, or its needs declared, from these
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Can a window be shown? Windows and macOS always have a screen; elsewhere a display must be named."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    """Does this machine's loader find the library?"""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(
    *, on_screen: bool, for_installers: bool = False, loads: Callable[[str], bool] = loads
) -> dict[str, str]:
    """The libraries Qt would not find, each with its Debian package; those for windows only if one can be shown."""
    wanted = (
        OFF_SCREEN | (ON_SCREEN if on_screen or for_installers else {}) | (FOR_INSTALLERS if for_installers else {})
    )
    return {library: package for library, package in wanted.items() if not loads(library)}


def is_debian_family() -> bool:
    return Path("/etc/debian_version").exists() and any(
        (Path(folder) / "apt-get").exists() for folder in ("/usr/bin", "/bin")
    )
