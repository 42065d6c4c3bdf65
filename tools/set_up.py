"""Sets up `.venv` with everything the program (`runtime`), its tests (`dev`) or its installers (`package`) need; a
second call finds nothing to do.

Runs on the plain Python of the machine, before anything is installed, so it imports the standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
OLDEST_PYTHON = (3, 11)
SETS = {"runtime": ("runtime",), "dev": ("runtime", "dev"), "package": ("runtime", "package")}  # and what each holds


def set_up(wanted: str) -> None:
    """Bring system packages, the environment and its byte code up to date.

    Raises SystemExit with one plain sentence when only a person can go on.
    """
    if sys.version_info < OLDEST_PYTHON:
        raise SystemExit(f"Evenkeel needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    provide_system_packages(wanted)
    if not is_current(wanted):
        install(wanted)
    # Some machines set PYTHONDONTWRITEBYTECODE; without byte code the program takes twice as long to start.
    run(VENV_PYTHON, "-m", "compileall", "-q", "core", "desktop")


def provide_system_packages(wanted: str) -> None:
    """Install what this machine lacks if we may (root on Debian's family), else stop and say what to do."""
    lacking = missing_system_packages(wanted)
    if not lacking:
        return
    from system_libraries import is_debian_family

    if not is_debian_family():
        raise SystemExit("Please install these with your system's package tool, then try again: " + ", ".join(lacking))
    command = ["apt-get", "install", "-y", "--no-install-recommends", *sorted(set(lacking.values()))]
    if os.geteuid() != 0:
        raise SystemExit("System packages are missing. Please run this, then try again:\n  sudo " + " ".join(command))
    print("Installing system packages:", *command[4:], flush=True)
    run("apt-get", "update", "-q")
    run("env", "DEBIAN_FRONTEND=noninteractive", *command)


def missing_system_packages(wanted: str) -> dict[str, str]:
    """What is missing, with the Debian package that has it. Debian leaves ensurepip out of its python3."""
    lacking = {}
    if not has_environment() and importlib.util.find_spec("ensurepip") is None:
        lacking["Python's venv with ensurepip"] = f"python3.{sys.version_info.minor}-venv"
    if sys.platform.startswith("linux"):
        from system_libraries import has_display, missing_libraries

        lacking |= missing_libraries(on_screen=has_display(), for_installers=wanted == "package")
    return lacking


def has_environment() -> bool:
    """Is there a `.venv` to install into? One whose making was broken off has a Python but no pip."""
    packages = [*VENV.glob("lib/python*/site-packages"), VENV / "Lib" / "site-packages"]
    return VENV_PYTHON.exists() and any((folder / "pip").is_dir() for folder in packages)


def fingerprint(wanted: str) -> str:
    """Changes whenever the pinned packages or the project's own metadata do, or the checkout has moved."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (ROOT / "requirements" / f"{wanted}.txt", ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp(wanted: str) -> Path:
    return VENV / f"set-up-{wanted}"


def is_current(wanted: str) -> bool:
    path = stamp(wanted)
    return has_environment() and path.exists() and path.read_text("utf-8") == fingerprint(wanted)


def install(wanted: str) -> None:
    """Fill `.venv` from the hashed list; the stamps are written last, so a broken set-up is done again."""
    print(f"Setting up .venv ({wanted}); this takes a minute the first time.", flush=True)
    if not has_environment():
        run(sys.executable, "-m", "venv", "--clear", str(VENV))
    pip = (VENV_PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    requirements = f"requirements/{wanted}.txt"
    run(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", requirements)
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    # Template files among the packages are not Python, so a complaint about one is no failure.
    subprocess.run([VENV_PYTHON, "-m", "compileall", "-qq", str(VENV)], cwd=ROOT, check=False)
    for done in SETS[wanted]:
        stamp(done).write_text(fingerprint(done), "utf-8")


def run(*command: str | Path) -> None:
    try:
        subprocess.run(command, cwd=ROOT, check=True)
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"Set-up stopped at: {' '.join(map(str, command))}") from error


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "runtime"
    if chosen not in SETS:
        raise SystemExit(f"There is no set {chosen}; choose one of: {', '.join(SETS)}.")
    set_up(chosen)
