"""Packs the frozen folder as one .run file that a person without root installs: `sh evenkeel-VERSION.run`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import shared_files
from product import BUILD, COMMAND, NAME, PRODUCTS, VERSION
from programs import need

SCRIPTS = ("install.sh", "uninstall.sh", "refresh.sh")


def make_run(frozen: Path) -> Path:
    """Make the file; returns it."""
    makeself = need("makeself", "makeself")
    stage = BUILD / "run"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(frozen, stage / "app", symlinks=True)
    shared_files.lay_out(stage / "share")
    for name in SCRIPTS:
        shutil.copyfile(shared_files.SOURCE / name, stage / name)
        (stage / name).chmod(0o755)
    target = PRODUCTS / f"{COMMAND}-{VERSION}-linux-x86_64.run"
    command = [makeself, "--xz", "--threads", "2", "--complevel", "9", "--sha256", "--nox11", "--quiet"]
    command += ["--tar-extra", "--owner=0 --group=0 --numeric-owner", stage, target, NAME, "./install.sh"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target
