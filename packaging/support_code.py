"""The Python code that PySide carries inside its library, as files. It lies there as source text and is compiled anew
at every start, which takes longer than to paint the first window; but where there is a folder `shiboken6/files.dir`
PySide imports the same code from there, and there it can lie compiled."""

from __future__ import annotations

import py_compile
import shutil
from pathlib import Path

FOLDER = "shiboken6/files.dir"  # where PySide looks for it, in the bundle


def compiled_support(build: Path) -> list[tuple[str, str, str]]:
    """The compiled files, made in `build`, as rows of a table of PyInstaller: name in the bundle, file, kind."""
    import PySide6.QtCore  # noqa: F401 - with it comes the code
    import shibokensupport

    shutil.rmtree(build, ignore_errors=True)
    packed = shibokensupport.__loader__.zfile
    sources = [name for name in packed.namelist() if name.endswith(".py")]
    packed.extractall(build, sources)
    rows = []
    for name in sources:
        made = build / f"{name}c"
        py_compile.compile(
            str(build / name), str(made), name, doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )  # fmt: skip
        rows.append((f"{FOLDER}/{name}c", str(made), "DATA"))
    return rows
