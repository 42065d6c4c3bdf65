"""A target is a line and the value it should have: "operating_profit=0", "gross_margin=0.3"."""

from __future__ import annotations

import math
from collections.abc import Callable

from core.errors import UsageError
from core.questions.break_even import OPERATING_PROFIT
from core.record import record
from core.wording.text import Text


@record
class Target:
    """A line of the business model or the statement, and the value it should reach, in the line's own unit."""

    line: str = OPERATING_PROFIT
    goal: float = 0.0


def _plain(_line: str, typed: str) -> float:
    return float(typed)


def parse_target(text: str, read: Callable[[str, str], float] = _plain) -> Target:
    """The target written as LINE=VALUE, or as LINE alone for 0; `read` makes a number of the text given for a line.

    Raises `UsageError` for anything else, and what `read` raises.
    """
    line, equals, value = (part.strip() for part in text.partition("="))
    try:
        goal = read(line, value) if equals and line else 0.0
    except ValueError:
        goal = math.nan
    if not line or not math.isfinite(goal):
        raise UsageError(
            Text(f'"{text}" is not a target.', f"“{text}”不是目标。"),
            remedy=Text(
                "Write a line and a number, such as gross_margin=0.3.", "请写成“行项目=数值”，例如 gross_margin=0.3。"
            ),
        )
    return Target(line, goal)
