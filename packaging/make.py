"""`make package`: freezes the program for this system, tests the frozen one, packs it and lists what there is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from checksums import checksum
from freeze import freeze, program_in
from product import PRODUCTS


def makers() -> tuple[Callable[[Path], Path], ...]:
    """What is made of the frozen program on this system."""
    if sys.platform == "win32":
        from windows_packages import make_installer, make_portable

        return make_installer, make_portable
    if sys.platform == "darwin":
        from macos_image import make_image

        return (make_image,)
    from debian_package import make_deb
    from self_extracting import make_run

    return make_deb, make_run


def main() -> None:
    shutil.rmtree(PRODUCTS, ignore_errors=True)
    PRODUCTS.mkdir(parents=True)
    frozen = freeze()
    subprocess.run([program_in(frozen), "--self-test"], check=True)
    made = [make(frozen) for make in makers()]
    listed = [(checksum(path), path) for path in made]
    lines = "".join(f"{digest}  {path.name}\n" for digest, path in listed)
    (PRODUCTS / "SHA256SUMS").write_text(lines, "utf-8", newline="\n")
    for digest, path in listed:
        print(f"{path.relative_to(PRODUCTS.parent)}  {path.stat().st_size / 1e6:.1f} MB  SHA-256 {digest}")


if __name__ == "__main__":
    main()
