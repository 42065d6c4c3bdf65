"""Seals the macOS application and puts it on a disk image.

Without a certificate the seal is ad hoc: macOS then says that it cannot check the program, but not that it is damaged.
With a Developer ID in EVENKEEL_IDENTITY it is signed for others, and with a stored notary profile in
EVENKEEL_NOTARY_PROFILE (`xcrun notarytool store-credentials`) Apple's ticket is fetched and stapled to the image.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from icons import FOLDER
from product import BUILD, COMMAND, NAME, PRODUCTS, ROOT, VERSION

ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"


def make_image(application: Path) -> Path:
    """Seal the application and make the image; returns it."""
    shutil.copy(FOLDER / "evenkeel-document.icns", application / "Contents" / "Resources")
    seal(application)
    stage = BUILD / "image"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    shutil.copytree(application, stage / application.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    target = PRODUCTS / f"{COMMAND}-{VERSION}-macos-{os.uname().machine}.dmg"
    command = ["hdiutil", "create", "-volname", NAME, "-srcfolder", stage, "-format", "ULMO", "-ov", target]
    subprocess.run(command, check=True)
    notarise(target)
    return target


def seal(application: Path) -> None:
    """Sign everything in the application, last of all: any change afterwards breaks the seal."""
    identity = os.environ.get("EVENKEEL_IDENTITY", "-")
    command = ["codesign", "--force", "--deep", "--sign", identity]
    if identity != "-":
        command += ["--options", "runtime", "--timestamp", "--entitlements", str(ENTITLEMENTS)]
    subprocess.run([*command, application], check=True)
    subprocess.run(["codesign", "--verify", "--deep", "--strict", application], check=True)


def notarise(image: Path) -> None:
    """Ask Apple to check the image and staple the answer to it, where a profile for that is given."""
    profile = os.environ.get("EVENKEEL_NOTARY_PROFILE")
    if profile:
        submit = ["xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait"]
        subprocess.run(submit, check=True)
        subprocess.run(["xcrun", "stapler", "staple", image], check=True)
