"""How the correlations of a comparison fit its drivers: checked when one is built, carried along when drivers are
linked, unlinked or copied, cut down when they go. What is carried along can always hold together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from core.comparison.correlation import Correlation, CorrelationError, Place
from core.comparison.file.limits import MOST_CORRELATIONS
from core.comparison.parts import SHARED
from core.engine.sampling.correlation import correlation_matrix, mixing
from core.errors import EvenkeelError
from core.wording.suggestions import closest
from core.wording.text import Text

Correlations = tuple[Correlation, ...]


def check_correlations(correlations: Correlations, places: Mapping[str, Collection[str]]) -> None:
    """Raises `EvenkeelError` for a correlation of a driver that is not there or of one with itself, for a pair that is
    given twice, and for coefficients that contradict each other. `places` has the drivers that stand in each place."""
    seen: set[frozenset[Place]] = set()
    for correlation in correlations:
        for place in (correlation.first, correlation.second):
            _check_place(place, places)
        refuse_itself(correlation.first, correlation.second)
        if correlation.pair in seen:
            raise CorrelationError(
                Text(
                    "The correlation of {first} with {second} is given twice.",
                    "{first} 与 {second} 的相关系数重复出现。",
                ).filled(first=_name(correlation.first), second=_name(correlation.second)),
                remedy=Text("Keep one of the two.", "请只保留其中一个。"),
            )
        seen.add(correlation.pair)
    refuse_contradiction(correlations)


def refuse_itself(first: Place, second: Place) -> None:
    """Raises `CorrelationError` when both are the same driver."""
    if first == second:
        raise CorrelationError(
            Text(
                "{place} cannot be correlated with itself: it always moves with itself.",
                "{place} 不能与自身设置相关系数：它总是与自身同步变动。",
            ).filled(place=_name(first)),
            remedy=Text("Choose two different assumptions.", "请选择两个不同的假设。"),
        )


def refuse_contradiction(correlations: Correlations) -> None:
    """Raises `EvenkeelError` for coefficients that cannot all hold at once."""
    number: dict[Place, int] = {}
    for correlation in correlations:
        for place in (correlation.first, correlation.second):
            number.setdefault(place, len(number))
    pairs = {(number[c.first], number[c.second]): c.coefficient for c in correlations}
    mixing(correlation_matrix(len(number), pairs))


def correlations_within(correlations: Correlations, places: Mapping[str, Collection[str]]) -> Correlations:
    """Those between drivers that stand where they are said to."""
    return tuple(c for c in correlations if all(p.driver in places.get(p.where, ()) for p in (c.first, c.second)))


def correlations_copied(correlations: Correlations, one: str, other: str) -> Correlations:
    """Those of the alternative `one` hold for its copy `other` as well. Those with drivers outside of it hold for the
    copy only where all of them can: two that follow a third closely cannot be independent of each other."""

    def twin(place: Place) -> Place:
        return Place(where=other, driver=place.driver) if place.where == one else place

    copies = [(c, _moved(c, twin)) for c in correlations if one in (c.first.where, c.second.where)]
    inside = tuple(copy for old, copy in copies if old.first.where == old.second.where)
    everything = (*correlations, *(copy for _, copy in copies))
    return _first_sound([everything, (*correlations, *inside), correlations])


def correlations_unlinked(
    correlations: Correlations, alternative: str, driver: str, *, last: bool = False
) -> Correlations:
    """After an alternative has got a shared driver of its own: what moved with the shared one moves with it, as far as
    all of it can hold; drivers of the alternative itself move with its own and no longer with the shared one. `last`:
    nobody shares it any more."""
    shared = Place(where=SHARED, driver=driver)

    def own(place: Place) -> Place:
        return Place(where=alternative, driver=driver) if place == shared else place

    if last:
        return tuple(_moved(c, own) for c in correlations)
    of_own = tuple(_moved(c, own) if alternative in (c.first.where, c.second.where) else c for c in correlations)
    copies = tuple(_moved(c, own) for c in of_own if shared in c.pair)
    return _first_sound([(*of_own, *copies), of_own, correlations])


def correlations_linked(correlations: Correlations, places: Collection[str], driver: str, kept: str) -> Correlations:
    """After a driver that stood in `places` has become one shared driver: what moved with it in the place `kept` moves
    with the shared one, the rest is gone."""
    gone = {Place(where=where, driver=driver) for where in (*places, SHARED) if where != kept}

    def shared(place: Place) -> Place:
        return Place(where=SHARED, driver=driver) if place == Place(where=kept, driver=driver) else place

    return tuple(_moved(c, shared) for c in correlations if gone.isdisjoint(c.pair))


def _moved(correlation: Correlation, to: Callable[[Place], Place]) -> Correlation:
    first, second = to(correlation.first), to(correlation.second)
    if (first, second) == (correlation.first, correlation.second):
        return correlation
    return correlation.but(first=first, second=second)


def _first_sound(choices: list[Correlations]) -> Correlations:
    for choice in choices[:-1]:
        if len(choice) <= MOST_CORRELATIONS and _can_hold(choice):
            return choice
    return choices[-1]


def _can_hold(correlations: Correlations) -> bool:
    try:
        refuse_contradiction(correlations)
    except EvenkeelError:
        return False
    return True


def _check_place(place: Place, places: Mapping[str, Collection[str]]) -> None:
    known = places.get(place.where)
    if known is None:
        title = Text(
            'A correlation is about "{where}", which is no alternative.', "有一个相关系数所指的方案“{where}”不存在。"
        )
        raise CorrelationError(title.filled(where=place.where), remedy=closest(place.where, list(places)))
    if place.driver not in known:
        title = Text(
            'A correlation is about "{driver}", which does not stand in {where}.',
            "有一个相关系数所指的“{driver}”不在 {where} 中。",
        )
        raise CorrelationError(
            title.filled(driver=place.driver, where=place.where), remedy=closest(place.driver, list(known))
        )


def _name(place: Place) -> str:
    return f"{place.where}.{place.driver}"
