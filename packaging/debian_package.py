"""Packs the frozen folder as a .deb. What Debian has itself is left out and declared instead, so that the system's own,
updated libraries are used; the declarations are worked out by Debian's own tool."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import shared_files
from checksums import checksum
from freeze import files_in, is_elf
from product import BUILD, COMMAND, NAME, PRODUCTS, PUBLISHER, SUMMARY, VERSION
from programs import need

SYSTEM = re.compile(r"/(usr/)?lib/")
COPYRIGHT = f"""Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: {NAME}

Files: *
Copyright: {PUBLISHER}
License: Expat
 The licences of {NAME} and of everything shipped with it are in /usr/lib/{COMMAND}/_internal/licences.
"""


def make_deb(frozen: Path) -> Path:
    """Make the package; returns it."""
    need("dpkg-deb", "dpkg")
    need("dpkg-shlibdeps", "dpkg-dev")
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    program = root / "usr" / "lib" / COMMAND
    shutil.copytree(frozen, program, symlinks=True)
    drop_what_debian_has(program)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / COMMAND).symlink_to(f"../lib/{COMMAND}/{COMMAND}")
    shared_files.lay_out(root / "usr" / "share")
    document = root / "usr" / "share" / "doc" / COMMAND
    document.mkdir(parents=True)
    (document / "copyright").write_text(COPYRIGHT, "utf-8")
    set_modes(root)
    describe(root, depends(program))
    target = PRODUCTS / f"{COMMAND}_{VERSION}_{architecture()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root, target], check=True)
    return target


def drop_what_debian_has(program: Path) -> None:
    """Remove libraries that were copied from the system; Python's own stays, the system may have another one."""
    origins: dict[str, str] = json.loads((BUILD / "origins.json").read_text("utf-8"))
    for path in (program / "_internal").glob("*.so*"):
        if SYSTEM.match(origins.get(path.name, "")) and not path.is_symlink() and "libpython" not in path.name:
            path.unlink()


def depends(program: Path) -> str:
    """The packages the program needs, each with the least version."""
    place = BUILD / "shlibdeps"
    (place / "debian").mkdir(parents=True, exist_ok=True)
    (place / "debian" / "control").write_text(f"Source: {COMMAND}\n\nPackage: {COMMAND}\nArchitecture: any\n", "utf-8")
    libraries = [path for path in files_in(program) if is_elf(path)]
    own = sorted({f"-l{path.parent}" for path in libraries})
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *own]
    command += [f"-e{path}" for path in libraries]
    told = subprocess.run(command, cwd=place, check=True, capture_output=True, text=True).stdout
    return told.strip().removeprefix("shlibs:Depends=")


def describe(root: Path, depends: str) -> None:
    """Write what dpkg wants to know."""
    size = sum(path.stat().st_size for path in files_in(root)) // 1024
    values = {
        "PACKAGE": COMMAND, "VERSION": VERSION, "ARCHITECTURE": architecture(), "PUBLISHER": PUBLISHER,
        "SIZE": str(size), "DEPENDS": depends, "SUMMARY": SUMMARY[0].lower() + SUMMARY[1:],
    }  # fmt: skip
    text = (shared_files.SOURCE / "control").read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    sums = [f"{checksum(path, 'md5')}  {path.relative_to(root).as_posix()}\n" for path in files_in(root)]
    (root / "DEBIAN").mkdir(mode=0o755)
    (root / "DEBIAN" / "control").write_text(text, "utf-8")
    (root / "DEBIAN" / "md5sums").write_text("".join(sums), "utf-8")
    shutil.copy(shared_files.SOURCE / "postrm", root / "DEBIAN" / "postrm")
    (root / "DEBIAN" / "postrm").chmod(0o755)


def architecture() -> str:
    """Debian's word for this machine."""
    told = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True)
    return told.stdout.strip()


def set_modes(root: Path) -> None:
    """Readable by all, whatever the person who builds has set."""
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)
