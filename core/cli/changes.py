"""--scenario, --set and --correlate: the comparison as it would be with other values, before a question is asked."""

from __future__ import annotations

from collections.abc import Iterable

from core.cli.numbers import value_of
from core.comparison import edits
from core.comparison.correlation import Place
from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.errors import UsageError
from core.wording.text import Text


def with_changes(comparison: Comparison, scenario: str | None, changes: Iterable[str]) -> Comparison:
    """The comparison with a scenario applied, then every `[ALT.]DRIVER=VALUE` in order. Raises `EvenkeelError`."""
    if scenario is not None:
        comparison = edits.apply_scenario(comparison, scenario)
    for change in changes:
        comparison = _with_change(comparison, change)
    return comparison


def with_correlations(comparison: Comparison, correlations: Iterable[str]) -> Comparison:
    """The comparison with every `[ALT.]DRIVER,[ALT.]DRIVER=COEFFICIENT` in order; a driver without an alternative is
    the shared one. Raises `EvenkeelError`."""
    for correlation in correlations:
        pair, _, typed = correlation.partition("=")
        first, comma, second = pair.partition(",")
        if not comma or not typed.strip():
            raise UsageError(
                Text(f'"{correlation}" is not a correlation.', f"“{correlation}”不是相关系数。"),
                remedy=Text(
                    "Write --correlate DRIVER,DRIVER=0.6 or --correlate ALT.DRIVER,ALT.DRIVER=0.6.",
                    "请写成 --correlate 假设,假设=0.6 或 --correlate 方案.假设,方案.假设=0.6。",
                ),
            )
        comparison = edits.set_correlation(comparison, _place(first), _place(second), value_of(typed, "1"))
    return comparison


def _place(text: str) -> Place:
    where, _, driver = text.strip().rpartition(".")
    return Place(where=where or SHARED, driver=driver)


def _with_change(comparison: Comparison, change: str) -> Comparison:
    place, equals, typed = change.partition("=")
    alternative, dot, driver = place.strip().rpartition(".")
    if not equals or not driver or (dot and not alternative):
        raise UsageError(
            Text(f'"{change}" is not a change of a value.', f"“{change}”不是对数值的更改。"),
            remedy=Text(
                "Write --set DRIVER=VALUE or --set ALTERNATIVE.DRIVER=VALUE.",
                "请写成 --set 假设=数值 或 --set 方案.假设=数值。",
            ),
        )
    if alternative:
        unit = comparison.driver_of(alternative, driver).unit
        return edits.set_own_value(comparison, alternative, driver, value_of(typed, unit))
    return edits.set_everywhere(comparison, driver, value_of(typed, _unit_of(comparison, driver)))


def _unit_of(comparison: Comparison, driver: str) -> str:
    """The unit of a driver wherever it is; an unknown one is refused by the edit itself."""
    units = (d.unit for a in comparison.alternatives for d in comparison.model_of(a).drivers if d.id == driver)
    return next(units, "1")
