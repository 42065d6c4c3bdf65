"""Puts the licences of everything that is shipped beside it."""

from __future__ import annotations

import re
import shutil
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

from product import COMMAND, ROOT

OWN = ROOT / "packaging" / "licences"
LISTED = ROOT / "requirements" / "runtime.txt"
NOT_SHIPPED = {"setuptools"}
WITHOUT_TEXT = {"pyside6-essentials", "shiboken6"}  # theirs are in OWN
IS_LICENCE = re.compile(r"(^|/)(LICEN[CS]E|COPYING)[^/]*$", re.IGNORECASE)


def shipped_packages() -> list[str]:
    """The packages the program runs on."""
    names = set(re.findall(r"^([a-z0-9-]+)==", LISTED.read_text("utf-8"), re.MULTILINE))
    return sorted(names - NOT_SHIPPED)


def licence_of(package: str) -> str:
    """All licence texts a package brings. Raises SystemExit when there is none."""
    files = [file for file in distribution(package).files or [] if IS_LICENCE.search(file.as_posix())]
    if not files:
        raise SystemExit(f"{package} comes without the text of its licence.")
    texts = [Path(str(file.locate())).read_text("utf-8", errors="replace") for file in files]
    return "\n\n".join(dict.fromkeys(texts))


def add_licences(folder: Path) -> None:
    """Fill the folder."""
    shutil.copytree(OWN, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "LICENSE", folder / f"{COMMAND}.txt")
    shutil.copy(ROOT / "resources" / "fonts" / "OFL.txt", folder / "fonts.txt")
    python = next(Path(sysconfig.get_path("stdlib")).glob("LICENSE*"), None) or _beside_python()
    shutil.copy(python, folder / "python.txt")
    for package in ("pyinstaller", *shipped_packages()):
        if package not in WITHOUT_TEXT:
            (folder / f"{package}.txt").write_text(licence_of(package), "utf-8")


def _beside_python() -> Path:
    """Where Windows and Debian keep the licence of Python."""
    version = sysconfig.get_python_version()
    for place in (Path(sysconfig.get_path("data")) / "LICENSE.txt", Path(f"/usr/share/doc/python{version}/copyright")):
        if place.is_file():
            return place
    raise SystemExit("The licence of Python is not where it should be.")
