"""How the months to come and the days of a comparison fit its alternatives: checked when one is built, cut down when
alternatives go, copied when one is duplicated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from core.comparison.day_profile import Day, DayError
from core.comparison.outlook import Outlook, OutlookError
from core.comparison.parts import SHARED
from core.model.definition import Driver
from core.wording.suggestions import closest
from core.wording.text import Text
from core.wording.unit_words import SWITCH

KEPT_BY_PLACE = ("growth", "drifts", "investment", "balance")  # fields of an outlook
NOT_FOR_HERE = Text('There is no alternative "{where}" among the columns.', "各列中没有方案“{where}”。")


def check_prospects(outlook: Outlook, days: Mapping[str, Day], drivers: Mapping[str, Mapping[str, Driver]]) -> None:
    """Raises `EvenkeelError` for a setting of an alternative that is not there, or a drift of a driver it does not
    have or that is a switch. `drivers` holds the definitions by alternative and id."""
    for where in _places(outlook):
        if where not in drivers and where != SHARED:
            raise OutlookError(NOT_FOR_HERE.filled(where=where), remedy=closest(where, [SHARED, *drivers]))
    for where in days:
        if where not in drivers and where != SHARED:
            raise DayError(NOT_FOR_HERE.filled(where=where), remedy=closest(where, [SHARED, *drivers]))
    for where, drifts in outlook.drifts.items():
        known = _all(drivers) if where == SHARED else drivers[where]
        for id in drifts:
            _check_drift(id, where, known)


def prospects_within(
    outlook: Outlook, days: Mapping[str, Day], drivers: Mapping[str, Mapping[str, Driver]]
) -> tuple[Outlook, dict[str, Day]]:
    """Both without what speaks of alternatives or drivers that are gone."""
    places = {SHARED: _all(drivers), **drivers}
    kept: dict[str, Any] = {
        field: {where: value for where, value in getattr(outlook, field).items() if where in places}
        for field in ("growth", "investment", "balance")
    }
    drifts = {
        where: {id: drift for id, drift in values.items() if id in places[where]}
        for where, values in outlook.drifts.items()
        if where in places
    }
    kept["drifts"] = {where: values for where, values in drifts.items() if values}
    smaller = outlook.but(**kept)
    return (outlook if smaller == outlook else smaller), {w: day for w, day in days.items() if w in places}


def prospects_copied(outlook: Outlook, days: Mapping[str, Day], one: str, other: str) -> tuple[Outlook, dict[str, Day]]:
    """Both with everything kept for `one` held for `other` as well."""
    fields = {field: _copied(getattr(outlook, field), one, other) for field in KEPT_BY_PLACE}
    return outlook.but(**fields), _copied(days, one, other)


def _copied(values: Mapping[str, Any], one: str, other: str) -> dict[str, Any]:
    return {**values, other: values[one]} if one in values else dict(values)


def _places(outlook: Outlook) -> Iterator[str]:
    for field in KEPT_BY_PLACE:
        yield from getattr(outlook, field)


def _all(drivers: Mapping[str, Mapping[str, Driver]]) -> dict[str, Driver]:
    return {id: driver for known in drivers.values() for id, driver in known.items()}


def _check_drift(id: str, where: str, known: Mapping[str, Driver]) -> None:
    if id not in known:
        title = Text('There is no assumption "{id}" in {where}.', "{where} 中没有假设“{id}”。")
        raise OutlookError(title.filled(id=id, where=where), remedy=closest(id, list(known)))
    if known[id].unit == SWITCH:
        raise OutlookError(
            Text('"{label}" cannot change month by month.', "“{label}”不能逐月变化。").filled(label=known[id].label),
            Text("It is either yes or no.", "它只能为是或否。"),
        )
