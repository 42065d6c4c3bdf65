"""Which calls are answered in the terminal and which open the window."""

from __future__ import annotations

import pytest

from desktop.main import is_for_terminal


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
