"""Freezes the program into one folder (on macOS one application) that needs no Python, and checks what is in it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import left_out
from icons import make_icons
from licences import add_licences
from product import BUILD, COMMAND, FROZEN, NAME, ROOT
from version_resource import write_version_resource

SPEC = ROOT / "packaging" / "evenkeel.spec"
QT_LIBRARY = re.compile(r"Qt6?([A-Z]\w+?)(\.abi3|\.so|\.dll|\.pyd|\.framework|$)")
QT_EXPECTED = {
    "Core", "Gui", "Widgets", "Svg",  # what desktop/ imports
    "DBus", "XcbQpa", "WaylandClient", "WlShellIntegration",  # below the windows of X and Wayland
}  # fmt: skip
STRIPPED = re.compile(r"libpython3|lib-dynload/")  # built with debugging tables; the wheels' own are not


def freeze() -> Path:
    """Freeze; returns the folder. Raises SystemExit when something in it should not be there or is missing."""
    make_icons()
    write_version_resource(BUILD / "version.txt")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run([*command, "--workpath", BUILD / "work", "--distpath", FROZEN, SPEC], cwd=ROOT, check=True)
    folder = FROZEN / COMMAND
    check(folder)
    if sys.platform == "darwin":
        application = FROZEN / f"{NAME}.app"
        add_licences(application / "Contents" / "Resources" / "licences")
        return application
    if sys.platform.startswith("linux"):
        strip(folder)
        drop_orphans(folder)
    add_licences(folder / "_internal" / "licences")
    return folder


def program_in(folder: Path) -> Path:
    """The program that answers in the terminal."""
    if folder.suffix == ".app":
        return folder / "Contents" / "MacOS" / COMMAND
    return folder / (f"{COMMAND}.exe" if sys.platform == "win32" else COMMAND)


def strip(folder: Path) -> None:
    """Take the debugging tables out of Python's own libraries: three quarters of their size."""
    libraries = [path for path in files_in(folder) if STRIPPED.search(str(path)) and ".so" in path.name]
    subprocess.run(["strip", "--strip-unneeded", *libraries], check=True)


def drop_orphans(folder: Path) -> None:
    """Remove system libraries that came along only for plugins that were left out."""
    inside = folder / "_internal"
    while True:
        wanted = {name for path in files_in(folder) if is_elf(path) for name in needed_by(path)}
        orphans = [
            path for path in inside.iterdir()
            if ".so" in path.name and not path.name.startswith("libpython") and path.name not in wanted
        ]  # fmt: skip
        if not orphans:
            return
        for path in orphans:
            path.unlink()


def needed_by(library: Path) -> list[str]:
    """The names of the libraries this one is linked with."""
    shown = subprocess.run(["objdump", "-p", library], check=True, capture_output=True, text=True).stdout
    return re.findall(r"^\s+NEEDED\s+(\S+)", shown, re.MULTILINE)


def is_elf(path: Path) -> bool:
    """Whether this is a program or library of Linux."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def files_in(folder: Path) -> list[Path]:
    """Every file, links left aside."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def check(folder: Path) -> None:
    """Raises SystemExit when the folder holds what the deny-list names, or a Qt library nobody asked for."""
    paths = [path.relative_to(folder).as_posix().removeprefix("_internal/") for path in files_in(folder)]
    unwanted = [path for path in paths if left_out.is_left_out(path)]
    found = {match[1] for path in paths if (match := QT_LIBRARY.search(path.rpartition("/")[2]))}
    strange = sorted(found - QT_EXPECTED)
    if unwanted or strange:
        raise SystemExit(f"Not expected in the frozen program: {', '.join([*unwanted, *strange])}")
