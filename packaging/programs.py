"""The programs of the system that packing calls; where one is missing, a person is told which package has it."""

from __future__ import annotations

import shutil


def need(program: str, package: str) -> str:
    """The path of the program. Raises SystemExit with the line to run when it is not there."""
    found = shutil.which(program)
    if found is None:
        raise SystemExit(f"{program} is missing. Please install it, on Debian with: apt-get install {package}")
    return found
