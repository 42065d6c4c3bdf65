"""What goes to a file or a pipe is the same UTF-8 on every system, whatever encoding the system prefers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = "import sys; from core.cli import main; sys.exit(main(sys.argv[1:]))"


def answer(encoding: str, *call: str) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *call], capture_output=True, cwd=ROOT, env=environment, check=False
    )


@pytest.mark.parametrize("encoding", ["cp1252", "gb2312", "ascii"])
def test_the_same_bytes_in_every_encoding(encoding: str) -> None:
    call = ("results", "--example", "three-ways")
    done = answer(encoding, *call)
    assert done.returncode == 0, done.stderr
    assert done.stdout == answer("utf-8", *call).stdout
    assert "−" in done.stdout.decode("utf-8")


def test_errors_too() -> None:
    done = answer("ascii", "results", "--example", "没有")
    assert done.returncode == 2
    assert "没有" in done.stderr.decode("utf-8")
