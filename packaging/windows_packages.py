"""Packs the frozen folder for Windows: an installer that needs no administrator, and a portable copy as a zip."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from freeze import files_in
from icons import FOLDER
from product import COMMAND, NAME, PRODUCTS, PUBLISHER, ROOT, VERSION, version_numbers
from programs import need

SOURCE = ROOT / "packaging" / "windows"
MARKER = SOURCE / "portable.txt"


def make_installer(frozen: Path) -> Path:
    """Make the installer; returns it. Only NSIS is needed, which Linux has too."""
    makensis = need("makensis", "nsis")
    shutil.copyfile(FOLDER / "evenkeel-document.ico", frozen / "_internal" / "evenkeel-document.ico")
    for program in frozen.glob("*.exe"):
        sign(program)
    target = PRODUCTS / f"{COMMAND}-{VERSION}-windows-x64-setup.exe"
    values = {
        "SOURCE": frozen, "OUT": target, "VERSION": VERSION, "PUBLISHER": PUBLISHER, "ICONS": FOLDER,
        "NUMBERS": ".".join(map(str, version_numbers())),
    }  # fmt: skip
    defined = [f"-D{name}={value}" for name, value in values.items()]
    subprocess.run([makensis, "-V2", "-INPUTCHARSET", "UTF8", *defined, SOURCE / "evenkeel.nsi"], check=True)
    sign(target)
    return target


def make_portable(frozen: Path) -> Path:
    """Make the zip with one folder in it; returns it."""
    target = PRODUCTS / f"{COMMAND}-{VERSION}-windows-x64-portable.zip"
    top = f"{NAME}-{VERSION}"
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        archive.write(MARKER, f"{top}/{MARKER.name}")
        for path in files_in(frozen):
            archive.write(path, f"{top}/{path.relative_to(frozen).as_posix()}")
    return target


def sign(path: Path) -> None:
    """Sign with the command in EVENKEEL_SIGN, such as `signtool sign /fd SHA256 /a`; without one nothing is signed."""
    command = os.environ.get("EVENKEEL_SIGN")
    if command:
        subprocess.run([*command.split(), path], check=True)
