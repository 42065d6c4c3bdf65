"""Edits of which uncertain drivers move together."""

from __future__ import annotations

from core.comparison.correlated import refuse_contradiction, refuse_itself
from core.comparison.correlation import Correlation, CorrelationError, Place
from core.comparison.document import Comparison
from core.comparison.edits.replacing import home_of
from core.comparison.file.limits import MOST_CORRELATIONS
from core.wording.text import Text


def set_correlation(comparison: Comparison, first: Place, second: Place, coefficient: float | None) -> Comparison:
    """How strongly two drivers move together, from -1 to 1; None or 0 for not at all.

    What an alternative has linked is meant in the shared place, for all. Raises `UsageError` for a place or driver that
    does not exist, and `EvenkeelError` for a driver with itself, for a coefficient beyond -1 to 1 and for one that
    contradicts the others.
    """
    one, other = _home(comparison, first), _home(comparison, second)
    refuse_itself(one, other)
    if coefficient is not None and not -1 <= coefficient <= 1:
        raise CorrelationError(
            Text("A correlation must lie between -1 and 1.", "相关系数必须介于 -1 与 1 之间。"),
            remedy=Text(
                "Give 1 for always together, -1 for always against each other.", "1 表示始终同向，-1 表示始终反向。"
            ),
        )
    pair = frozenset((one, other))
    old = next((c for c in comparison.correlations if c.pair == pair), None)
    if (coefficient or 0.0) == (old.coefficient if old is not None else 0.0):
        return comparison
    rest = tuple(c for c in comparison.correlations if c is not old)
    if not coefficient:
        changed = rest
    elif old is None:
        changed = (*rest, Correlation(first=one, second=other, coefficient=float(coefficient)))
    else:
        new = old.but(coefficient=float(coefficient))
        changed = tuple(new if c is old else c for c in comparison.correlations)
    _refuse_more(len(changed))
    refuse_contradiction(changed)
    return comparison.but(correlations=changed)


def _home(comparison: Comparison, place: Place) -> Place:
    """Where the driver really stands."""
    where, _, _ = home_of(comparison, place.where, place.driver)
    return Place(where=where, driver=place.driver)


def _refuse_more(number: int) -> None:
    if number > MOST_CORRELATIONS:
        raise CorrelationError(
            Text(
                f"A comparison holds at most {MOST_CORRELATIONS} correlations.",
                f"一份对比最多包含 {MOST_CORRELATIONS} 个相关系数。",
            ),
            remedy=Text("Remove one first.", "请先移除一个。"),
        )
