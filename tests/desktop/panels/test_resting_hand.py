"""Questions that take a moment: no work is begun while somebody drags, and a hand that rests is answered."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.panels.bridge import BridgePanel
from desktop.panels.grid import GridPanel
from desktop.panels.needed.panel import NeededPanel
from desktop.panels.panel import Panel
from desktop.panels.sensitivity.panel import SensitivityPanel
from desktop.panels.uncertainty import UncertaintyPanel
from desktop.session import Session
from desktop.theme import Theme


@pytest.mark.parametrize("kind", [SensitivityPanel, NeededPanel, GridPanel, UncertaintyPanel, BridgePanel])
def test_nothing_is_begun_at_the_steps_of_a_drag(
    qtbot: QtBot, session: Session, theme: Theme, kind: type[Panel]
) -> None:
    session.begin_drag()  # before anything is known, when an answer is wanted at once
    panel = kind(session, theme)
    qtbot.addWidget(panel)
    panel.resize(860, 500)
    panel.show()
    panel.worker._quiet.setInterval(60_000)  # however slow the machine is, the hand does not rest yet
    for step in range(1, 5):
        with qtbot.waitSignal(session.answers_changed):
            session.set_driver("shared", "users", step * 1e6, "drag")
        assert panel.worker._job is None
    panel.worker._quiet.setInterval(1)
    with qtbot.waitSignal(panel.worker.answered, timeout=20_000):
        session.set_driver("shared", "users", 5e6, "drag")  # and held still
    assert session.dragging
    session.end_drag()
