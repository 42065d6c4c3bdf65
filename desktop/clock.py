"""What day it is, in one place, so that a test may say otherwise."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day on this computer's calendar."""
    return datetime.now().astimezone().date()
