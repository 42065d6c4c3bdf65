"""What the installers tell the three systems agrees with the program and with each other."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import core
import product
import shared_files
import version_resource

PACKAGING = product.ROOT / "packaging"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything a Linux desktop reads, with empty pictures."""
    monkeypatch.setattr(shared_files, "FOLDER", tmp_path / "icons")
    (tmp_path / "icons").mkdir()
    for name in shared_files.ICONS:
        for side in shared_files.PNG_SIZES:
            (tmp_path / "icons" / f"{name}-{side}.png").touch()
    shared_files.lay_out(tmp_path / "share")
    return tmp_path / "share"


def test_the_version_stands_in_one_place(share: Path) -> None:
    assert core.__version__ == product.VERSION
    metainfo = ET.parse(share / "metainfo" / f"{product.ID}.metainfo.xml")
    assert [release.get("version") for release in metainfo.iter("release")] == [product.VERSION]
    assert f"'FileVersion', '{product.VERSION}'" in version_resource.version_resource()
    written = [
        path.name for path in PACKAGING.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and "licences" not in path.parts and path.suffix != ".png"
        if re.search(rf"(?<![\d.]){re.escape(product.VERSION)}(?![\d.])", path.read_text("utf-8"))
    ]  # fmt: skip
    assert not written


def test_the_menu_entry_and_the_file_type_agree(share: Path) -> None:
    entry = (share / "applications" / f"{product.ID}.desktop").read_text("utf-8")
    desktop = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    assert desktop["MimeType"] == f"{product.MIME_TYPE};"
    assert desktop["Exec"] == f"{product.COMMAND} %f"
    assert desktop["Icon"] == desktop["StartupWMClass"] == product.ID
    kind = ET.parse(share / "mime" / "packages" / f"{product.ID}.xml").getroot()[0]
    assert kind.get("type") == product.MIME_TYPE
    assert [glob.get("pattern") for glob in kind.iter(f"{MIME}glob")] == [f"*.{product.EXTENSION}"]
    icon = next(kind.iter(f"{MIME}icon")).get("name")
    assert (share / "icons" / "hicolor" / "scalable" / "mimetypes" / f"{icon}.svg").is_file()
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / f"{product.ID}.svg").is_file()


def test_windows_speaks_of_the_same_file_type() -> None:
    script = (PACKAGING / "windows" / "evenkeel.nsi").read_text("utf-8")
    assert f'!define MIME "{product.MIME_TYPE}"' in script
    assert rf"Software\Classes\.{product.EXTENSION}" in script
    assert script.count("LangString") % 2 == 0


@pytest.mark.parametrize(
    ("tool", "command", "file"),
    [
        ("desktop-file-validate", ["desktop-file-validate"], "applications/{id}.desktop"),
        ("appstreamcli", ["appstreamcli", "validate", "--no-net"], "metainfo/{id}.metainfo.xml"),
        ("xmllint", ["xmllint", "--noout"], "mime/packages/{id}.xml"),
    ],
)
def test_the_systems_own_tools_are_content(share: Path, tool: str, command: list[str], file: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run([*command, share / file.format(id=product.ID)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("script", sorted(PACKAGING.rglob("*.sh")), ids=lambda path: path.name)
def test_scripts_can_be_read_by_the_shell(script: Path) -> None:
    shell = shutil.which("bash" if "bash" in script.read_text("utf-8").splitlines()[0] else "sh")
    if shell is None:
        pytest.skip("there is no such shell")
    assert subprocess.run([shell, "-n", script], check=False).returncode == 0
