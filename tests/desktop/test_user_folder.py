"""What the program remembers lies where the system wants it, beside a portable copy, or where it is told to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.settings import LANGUAGE, Settings
from desktop.user_folder import CHOSEN, PORTABLE_MARKER, data_folder, settings_file


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "evenkeel"))
    return tmp_path


def test_a_portable_copy_keeps_everything_beside_itself(frozen: Path) -> None:
    (frozen / PORTABLE_MARKER).touch()
    assert data_folder() == settings_file().parent == frozen / "user"
    Settings().set(LANGUAGE, "zh")
    assert Settings().get(LANGUAGE) == "zh"
    assert settings_file().is_file()


def test_an_installed_copy_does_not(frozen: Path, own_user_folders: Path) -> None:
    assert not data_folder().is_relative_to(frozen)
    assert settings_file().is_relative_to(own_user_folders)


def test_the_marker_means_nothing_to_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    (tmp_path / PORTABLE_MARKER).touch()
    assert not data_folder().is_relative_to(tmp_path)


def test_another_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, str(tmp_path / "mine"))
    assert data_folder() == settings_file().parent == tmp_path / "mine"


def test_on_macos_settings_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert settings_file() == data_folder() / "evenkeel.ini"
