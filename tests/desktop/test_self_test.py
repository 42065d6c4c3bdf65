"""The self-test passes without a display, leaves nothing behind, and fails when something is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(program: str) -> subprocess.CompletedProcess[str]:
    without = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=without, check=False)


def test_it_passes_and_leaves_nothing_behind(own_user_folders: Path) -> None:
    done = run("import sys; from desktop.main import main; sys.exit(main(['--self-test']))")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "Everything works."
    assert "panels drawn on offscreen" in done.stdout
    left = [path for path in own_user_folders.rglob("*") if path.is_file() and "evenkeel" in path.name.lower()]
    assert not left


@pytest.mark.parametrize(
    ("spoiled", "step"),
    [("model_ids = lambda: ['none-such']", "business models"), ("FONTS = ('No Such Font',)", "window")],
)
def test_it_fails_and_says_where(spoiled: str, step: str) -> None:
    done = run(f"import sys; import desktop.self_test as test; test.{spoiled}; sys.exit(test.self_test())")
    assert done.returncode == 1
    assert f"{step}: FAILED" in done.stdout
