"""The system may ask the running program to open a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.file_requests import FileRequests


def test_a_requested_file_is_opened(qapp: QApplication, tmp_path: Path) -> None:
    asked: list[Path] = []
    requests = FileRequests(qapp, asked.append)
    try:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "plan.evenkeel"))))
        QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    finally:
        qapp.removeEventFilter(requests)
    assert asked == [tmp_path / "plan.evenkeel"]
