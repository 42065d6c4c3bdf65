"""Set-up asks for what is missing, does nothing twice, and begins again when the pinned packages change."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parent.parent.parent / "tools"


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, ModuleType]:
    """The two programs as they see each other when make starts them."""
    monkeypatch.syspath_prepend(str(TOOLS))
    import set_up
    import system_libraries

    return set_up, system_libraries


@pytest.fixture
def checkout(tools: tuple[ModuleType, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A small checkout whose commands are noted instead of run."""
    set_up, libraries = tools
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/runtime.txt", "requirements/dev.txt"):
        (tmp_path / name).write_text(name)
    venv = tmp_path / ".venv"
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    monkeypatch.setattr(set_up, "VENV", venv)
    monkeypatch.setattr(set_up, "VENV_PYTHON", venv / "python")
    monkeypatch.setattr(libraries, "missing_libraries", lambda **_kind: {})
    commands: list[str] = []

    def note(command: tuple[object, ...], **_options: object) -> None:
        commands.append(" ".join(map(str, command)))
        if "venv" in command:
            (venv / "lib/python3/site-packages/pip").mkdir(parents=True)
            (venv / "python").touch()

    monkeypatch.setattr(set_up.subprocess, "run", note)
    return commands


def installs(commands: list[str]) -> list[str]:
    return [command for command in commands if "--require-hashes" in command]


def test_the_second_time_nothing_is_installed(tools: tuple[ModuleType, ModuleType], checkout: list[str]) -> None:
    set_up, _ = tools
    set_up.set_up("dev")
    assert len(installs(checkout)) == 1
    set_up.set_up("dev")
    set_up.set_up("runtime")
    assert len(installs(checkout)) == 1


def test_tests_need_more_than_the_program(tools: tuple[ModuleType, ModuleType], checkout: list[str]) -> None:
    set_up, _ = tools
    set_up.set_up("runtime")
    set_up.set_up("dev")
    assert [command.rpartition("/")[2] for command in installs(checkout)] == ["runtime.txt", "dev.txt"]


def test_changed_pins_are_installed(tools: tuple[ModuleType, ModuleType], checkout: list[str], tmp_path: Path) -> None:
    set_up, _ = tools
    set_up.set_up("runtime")
    (tmp_path / "requirements/runtime.txt").write_text("another")
    set_up.set_up("runtime")
    assert len(installs(checkout)) == 2


def test_an_environment_broken_off_half_way_is_made_again(
    tools: tuple[ModuleType, ModuleType], checkout: list[str], tmp_path: Path
) -> None:
    set_up, _ = tools
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/python").touch()
    set_up.set_up("runtime")
    assert "venv --clear" in checkout[0]


def test_installers_need_more_than_the_program(
    tools: tuple[ModuleType, ModuleType], checkout: list[str], tmp_path: Path
) -> None:
    set_up, _ = tools
    (tmp_path / "requirements/package.txt").write_text("package")
    set_up.set_up("package")
    set_up.set_up("runtime")
    assert [command.rpartition("/")[2] for command in installs(checkout)] == ["package.txt"]
    assert not set_up.is_current("dev")


@pytest.mark.usefixtures("checkout")
def test_who_may_not_install_is_given_the_one_line(
    tools: tuple[ModuleType, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up, libraries = tools
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(libraries, "is_debian_family", lambda: True)
    monkeypatch.setattr(libraries, "missing_libraries", lambda **_kind: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(set_up.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit, match=r"sudo apt-get install -y --no-install-recommends libegl1 python3\.\d+-venv$"):
        set_up.set_up("runtime")


def test_root_on_debian_installs_itself(
    tools: tuple[ModuleType, ModuleType], checkout: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up, libraries = tools
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(libraries, "is_debian_family", lambda: True)
    monkeypatch.setattr(libraries, "missing_libraries", lambda **_kind: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 0, raising=False)
    set_up.set_up("runtime")
    assert checkout[0] == "apt-get update -q"
    assert checkout[1].endswith("apt-get install -y --no-install-recommends libegl1")


def test_libraries_for_windows_are_wanted_only_with_a_display(tools: tuple[ModuleType, ModuleType]) -> None:
    _, libraries = tools
    off_screen = libraries.missing_libraries(on_screen=False, loads=lambda library: False)
    on_screen = libraries.missing_libraries(on_screen=True, loads=lambda library: False)
    assert "libxcb-cursor0" in set(on_screen.values()) - set(off_screen.values())
    assert not libraries.missing_libraries(on_screen=True, loads=lambda library: True)


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_display(
    tools: tuple[ModuleType, ModuleType], environment: dict[str, str], platform: str, expected: bool
) -> None:
    _, libraries = tools
    assert libraries.has_display(environment, platform) is expected
