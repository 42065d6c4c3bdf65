"""Where the value of an assumption comes from: its source and age, who shares it, its note and its usual range."""

from __future__ import annotations

from datetime import date

from core.comparison.document import Comparison
from core.model.confidence_words import CONFIDENCE
from core.model.definition import Range, Source
from core.record import record
from core.wording.dates import days, full_date
from core.wording.numbers import both
from core.wording.quantities import exact_value
from core.wording.text import Text, Words, words


@record
class Origin:
    """What is known about the value of a driver.

    `shared_with`: the other alternatives that take the same value. `source` speaks of the value in use; it is None when
    the value was changed since, and then `started_from` says what it was before. `age_days`: since the source was last
    looked at; None without a source or a date to count from.
    """

    unit: str
    value: float
    shared: bool
    shared_with: tuple[Words, ...]
    source: Source | None
    age_days: int | None
    started_from: float
    note: Words
    usual: Range

    @property
    def outside(self) -> bool:
        """Whether the value lies outside its usual range."""
        return not self.usual.low <= self.value <= self.usual.high

    @property
    def sentences(self) -> tuple[Text, ...]:
        """All of it in words, one fact each."""
        told = [self._told_source(), self._told_sharing()]
        if self.note:
            told.append(Text("Note: {note}", "说明：{note}").filled(note=self.note))
        return (*told, self._told_range())

    def _told_source(self) -> Text:
        if self.source is None:
            told = Text("Set by hand, without a source; it was {value} before.", "手动设置，没有来源；原为 {value}。")
            return told.filled(value=both(exact_value, self.started_from, self.unit))
        told = Text("Source: {text} ({trust}; checked {date}{age}).", "来源：{text}（{trust}；{date}核对{age}）。")
        return told.filled(
            text=self.source.text,
            trust=CONFIDENCE[self.source.confidence],
            date=both(full_date, self.source.checked),
            age=_age(self.age_days),
        )

    def _told_sharing(self) -> Text:
        if not self.shared:
            return Text("Only here: no other business model uses this value.", "仅此处使用，其他商业模式不共用。")
        if not self.shared_with:
            return Text("Shared: a business model added later would use it too.", "共用：以后添加的商业模式也会使用。")
        names = Text(
            ", ".join(words(name, "en") for name in self.shared_with),
            "、".join(words(name, "zh") for name in self.shared_with),
        )
        return Text("Shared with: {names}.", "与以下商业模式共用：{names}。").filled(names=names)

    def _told_range(self) -> Text:
        told = Text("Usual range: {low} to {high}. {reason}", "常见范围：{low} 至 {high}。{reason}").filled(
            low=both(exact_value, self.usual.low, self.unit),
            high=both(exact_value, self.usual.high, self.unit),
            reason=self.usual.reason,
        )
        if not self.outside:
            return told
        return Text(told.en + " The value here lies outside it.", told.zh + "当前值在此范围之外。")


def origin_of(comparison: Comparison, alternative: str, driver: str, today: date | None = None) -> Origin:
    """The origin of a driver's value. Raises `UsageError` for an unknown alternative or driver."""
    setting = comparison.setting_of(alternative, driver)
    definition = comparison.driver_of(alternative, driver)
    source = comparison.source_of(alternative, driver)
    shared = comparison.is_shared(alternative, driver)
    return Origin(
        unit=definition.unit,
        value=setting.value,
        shared=shared,
        shared_with=_sharing(comparison, alternative, driver) if shared else (),
        source=source,
        age_days=(today - source.checked).days if source and today else None,
        started_from=comparison.start_of(alternative, driver),
        note=setting.note,
        usual=setting.range or definition.range,
    )


def _sharing(comparison: Comparison, alternative: str, driver: str) -> tuple[Words, ...]:
    return tuple(
        other.name
        for other in comparison.alternatives
        if other.id != alternative
        and driver not in other.own
        and any(candidate.id == driver for candidate in comparison.model_of(other).drivers)
    )


def _age(number: int | None) -> Text:
    if number is None or number < 1:
        return Text("", "")
    return Text(f", {days(number, 'en')} ago", f"，{days(number, 'zh')}前")
