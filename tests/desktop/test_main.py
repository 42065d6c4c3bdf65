"""Which calls are answered in the terminal and which open the window, where there is a screen for one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.main import is_for_terminal
from desktop.screens import ALWAYS, has_screen


@pytest.mark.parametrize(
    "call", ["examples", "break-even --example three-ways", "results plan.evenkeel", "reslts x", "--help", "--version"]
)
def test_answered_in_the_terminal(call: str) -> None:
    assert is_for_terminal(call.split())


@pytest.mark.parametrize(
    "call", ["", "plan.evenkeel", "folder/plan", "../plan", r"folder\plan", "计划.evenkeel", "--example three-ways"]
)
def test_opens_the_window(call: str) -> None:
    assert not is_for_terminal(call.split())


ROOT = Path(__file__).resolve().parents[2]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM")


def run_without_screen(*call: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS} | more
    return subprocess.run(
        [sys.executable, "-m", "desktop.main", *call],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=environment, check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform in ALWAYS, reason="there is always a screen")
@pytest.mark.parametrize("call", [(), ("plan.evenkeel",), ("--example", "three-ways")])
def test_without_a_screen_it_says_what_works(call: tuple[str, ...]) -> None:
    done = run_without_screen(*call)
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith("There is no display on which a window could open. Without one, subcommands")
    assert "--first-look" in line


@pytest.mark.skipif(sys.platform in ALWAYS, reason="there is always a screen")
def test_a_screen_that_does_not_answer_is_named() -> None:
    done = run_without_screen(DISPLAY=":9876")
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith("The display :9876 does not answer, so no window can open on it. Without one, subcommands")


def test_what_is_painted_on_may_be_chosen(tmp_path: Path) -> None:
    done = run_without_screen("--example", "nothing-like-it", QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, "no example" in done.stderr) == (2, True)
    done = run_without_screen("--exampel", "three-ways")
    assert done.returncode == 2
    assert done.stderr == 'evenkeel has no option "--exampel". Did you mean --example?\n'


def test_a_screen_is_named_or_where_it_usually_is(tmp_path: Path) -> None:
    assert has_screen({"DISPLAY": ":0"}, "linux")
    assert has_screen({"WAYLAND_DISPLAY": "wayland-1"}, "linux")
    assert has_screen({}, "darwin")
    assert not has_screen({"XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ""}, "linux")
    (tmp_path / "wayland-0").touch()
    assert has_screen({"XDG_RUNTIME_DIR": str(tmp_path)}, "linux")
