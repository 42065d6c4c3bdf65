"""Which drivers of two comparisons move together more or less closely, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.comparison.correlated import Correlations
from core.comparison.correlation import Correlation, Place
from core.comparison.differences.change import COMPARISON, Change, altered
from core.model.definition import Driver
from core.wording.numbers import exact
from core.wording.text import Text, Words

CORRELATION = Text("Correlation of {first} with {second}", "{first}与{second}的相关系数")
DRIVER = Text("{driver} ({place})", "{driver}（{place}）")


def correlation_changes(
    before: Correlations, after: Correlations, names: Mapping[str, Words], drivers: Mapping[str, Driver]
) -> Iterator[Change]:
    """The differences of the correlations; `names` says what a sentence calls each place, `drivers` the definitions."""
    old, new = {c.pair: c for c in before}, {c.pair: c for c in after}

    def called(place: Place) -> Text:
        return DRIVER.filled(driver=drivers[place.driver].label, place=names[place.where])

    for pair in dict.fromkeys([*old, *new]):
        told = old.get(pair) or new[pair]
        subject = CORRELATION.filled(first=called(told.first), second=called(told.second))
        was, now = old.get(pair), new.get(pair)
        what = ".".join(["correlation", *sorted(f"{place.where}.{place.driver}" for place in pair)])
        yield from altered(COMPARISON, what, subject, _value(was), _value(now), (_shown(was), _shown(now)))


def _value(correlation: Correlation | None) -> float | None:
    return None if correlation is None else correlation.coefficient


def _shown(correlation: Correlation | None) -> Words:
    return Text("none", "无") if correlation is None else exact(correlation.coefficient)
