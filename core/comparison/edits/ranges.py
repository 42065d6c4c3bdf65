"""The plausible range of a driver, widened or set by hand. It is advice, so it may always give way; what the research
says about it stays in its reason."""

from __future__ import annotations

import math

from core.comparison.document import Comparison
from core.comparison.edits.replacing import home_of
from core.comparison.edits.values import set_range
from core.model.definition import Driver, Range
from core.wording.numbers import both
from core.wording.quantities import format_value
from core.wording.text import Text, words

_MARGIN = 0.25  # of the new width, beyond the value the range is widened for
_TIMES = 50  # from this ratio of its ends on a range is widened by a factor
_FACTOR = 2.0
WIDENED = Text("Widened by hand; usual: {low} to {high}. {reason}", "手动扩大；常见范围：{low} 至 {high}。{reason}")
BY_HAND = Text("Set by hand; usual: {low} to {high}. {reason}", "手动设定；常见范围：{low} 至 {high}。{reason}")


def extend_range(comparison: Comparison, where: str, driver: str) -> Comparison:
    """The plausible range reaching beyond the present value on the side where it stands at or outside an end.

    The comparison itself where the value is inside, or where nothing beyond makes sense. Raises `UsageError`.
    """
    _, definition, setting = home_of(comparison, where, driver)
    usual = setting.range or definition.range
    low, high = usual.low, usual.high
    if setting.value <= usual.low:
        low = max(_beyond(setting.value, usual, -1), -math.inf if definition.minimum is None else definition.minimum)
    elif setting.value >= usual.high:
        high = min(_beyond(setting.value, usual, 1), math.inf if definition.maximum is None else definition.maximum)
    if (low, high) == (usual.low, usual.high):
        return comparison
    return set_range(comparison, where, driver, Range(low=low, high=high, reason=_told(WIDENED, definition)))


def can_extend(comparison: Comparison, where: str, driver: str) -> bool:
    """Whether the value stands at or outside an end of its range, with sensible values beyond."""
    return extend_range(comparison, where, driver) is not comparison


def set_range_ends(
    comparison: Comparison, where: str, driver: str, low: float, high: float, reason: str = ""
) -> Comparison:
    """A plausible range of one's own, with one's own reason or the definition's kept in mind; the definition's again
    where it has its ends and no reason is given. Raises `EvenkeelError` for a range that makes no sense."""
    _, definition, _ = home_of(comparison, where, driver)
    if not reason and (low, high) == (definition.range.low, definition.range.high):
        return set_range(comparison, where, driver, None)
    why = Text(reason, reason) if reason else _told(BY_HAND, definition)
    return set_range(comparison, where, driver, Range(low=low, high=high, reason=why))


def _told(text: Text, definition: Driver) -> Text:
    usual = definition.range
    low, high = (both(format_value, end, definition.unit) for end in (usual.low, usual.high))
    reason = words(usual.reason, "en"), words(usual.reason, "zh")
    return text.filled(low=low, high=high, reason=Text(*reason))


def _beyond(value: float, usual: Range, side: int) -> float:
    """A round place some way beyond a value: by a factor where the range spans orders of magnitude."""
    if value > 0 and usual.low > 0 and usual.high / usual.low >= _TIMES:
        wanted = value * _FACTOR**side
    else:
        wanted = value + side * _MARGIN * max(abs(value - usual.low), abs(value - usual.high))
    return _rounded(wanted, side)


def _rounded(value: float, side: int) -> float:
    """Away from the middle to two significant digits."""
    if value == 0 or not math.isfinite(value):
        return value
    exponent = math.floor(math.log10(abs(value))) - 1
    parts = (math.ceil if side > 0 else math.floor)(round(value / 10.0**exponent, 9))
    return float(f"{parts}e{exponent}")
