"""The edits of the months to come, each as a function from one outlook to the next. Making an `Outlook` checks it and
raises `EvenkeelError`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from core.comparison.outlook import Drift, ExponentialGrowth, LogisticGrowth, NoGrowth, Outlook
from core.comparison.parts import SHARED

Change = Callable[[Outlook], Outlook]
AnyGrowth = NoGrowth | ExponentialGrowth | LogisticGrowth


def with_fields(outlook: Outlook, **fields: Any) -> Outlook:
    """Some fields replaced, all checked."""
    return Outlook(**{**vars(outlook), **fields})


def set_months(months: float) -> Change:
    """How many months to look ahead."""
    return lambda outlook: with_fields(outlook, months=round(months))


def set_rate(rate: float) -> Change:
    """The discount rate a year."""
    return lambda outlook: with_fields(outlook, discount_rate=rate)


def set_growth(growth: AnyGrowth) -> Change:
    """How users grow in all alternatives that have no growth of their own."""
    return lambda outlook: with_fields(outlook, growth={**outlook.growth, SHARED: growth})


def forget_own_growth() -> Change:
    """All alternatives grow alike."""
    return lambda outlook: with_fields(
        outlook, growth={where: growth for where, growth in outlook.growth.items() if where == SHARED}
    )


def set_investment(alternative: str, amount: float) -> Change:
    """What an alternative pays at the start."""
    return lambda outlook: with_fields(outlook, investment={**outlook.investment, alternative: amount})


def set_balance(amount: float | None) -> Change:
    """The money in the bank at the start, of each; None: not known."""
    return lambda outlook: with_fields(outlook, balance={} if amount is None else {SHARED: amount})


def set_drift(where: str, driver: str, drift: Drift | None) -> Change:
    """What a driver changes by every month; None: nothing."""

    def change(outlook: Outlook) -> Outlook:
        drifts = {place: dict(known) for place, known in outlook.drifts.items()}
        known = drifts.setdefault(where, {})
        if drift is None:
            known.pop(driver, None)
        else:
            known[driver] = drift
        return with_fields(outlook, drifts={place: known for place, known in drifts.items() if known})

    return change


def add_drifts(drivers: Iterable[str], drift: Drift) -> Change:
    """The same change every month for several drivers, in every alternative that has them."""
    wanted = list(drivers)

    def change(outlook: Outlook) -> Outlook:
        for driver in wanted:
            outlook = set_drift(SHARED, driver, drift)(outlook)
        return outlook

    return change
