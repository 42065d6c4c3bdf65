"""What day and what time it is, in one place, so that a test may say otherwise."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day on this computer's calendar."""
    return now().date()


def now() -> datetime:
    """This computer's clock, with the zone it is in."""
    return datetime.now().astimezone()


def moment_of(timestamp: float) -> datetime:
    """A file's time stamp, in the zone this computer is in."""
    return datetime.fromtimestamp(timestamp).astimezone()
