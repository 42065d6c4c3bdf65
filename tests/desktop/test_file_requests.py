"""The system may ask the running program to open a file, before and after there is a window to open it in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.file_requests import FileRequests


@pytest.fixture
def requests(qapp: QApplication) -> Iterator[FileRequests]:
    made = FileRequests(qapp)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


def ask(app: QApplication, path: Path) -> None:
    QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    QCoreApplication.sendEvent(app, QEvent(QEvent.Type.User))


def test_a_requested_file_is_opened(qapp: QApplication, requests: FileRequests, tmp_path: Path) -> None:
    asked: list[Path] = []
    requests.serve(asked.append)
    ask(qapp, tmp_path / "plan.evenkeel")
    assert asked == [tmp_path / "plan.evenkeel"]


def test_one_that_came_before_the_window_waits_for_it(
    qapp: QApplication, requests: FileRequests, tmp_path: Path
) -> None:
    asked: list[Path] = []
    ask(qapp, tmp_path / "early.evenkeel")
    assert asked == []
    requests.serve(asked.append)
    ask(qapp, tmp_path / "late.evenkeel")
    assert asked == [tmp_path / "early.evenkeel", tmp_path / "late.evenkeel"]
