"""What a cell says: its value in the language of the window, where it came from, and how it is read aloud."""

from __future__ import annotations

from collections.abc import Iterable

from core.comparison.document import Comparison
from core.comparison.parts import Setting
from core.wording.quantities import exact_value, format_cell, format_value
from core.wording.text import Language, Text, words
from desktop import clock
from desktop.inputs.cell import CellFace
from desktop.inputs.chip import OWN, SHARED
from desktop.inputs.rows import Place
from desktop.inputs.source_dot import Age, age_of, age_words
from desktop.inputs.spread_words import spread_words

SPOKEN = Text("{label}, {names}, {value}", "{label}，{names}，{value}")
SPOKEN_SHARED = Text("{label}, shared by {names}, {value}", "{label}，{names}共用，{value}")
TEMPLATE = Text("template {value}", "模板 {value}")
BASE = Text("base {value}", "基准 {value}")
SAVED = Text("saved {value}", "已保存 {value}")
NOW = Text("now {value}", "现在 {value}")
EVERYTHING = {"en": "; ", "zh": "；"}
NOTHING = Text("", "")
PAUSE = {"en": ", ", "zh": "，"}
AND = {"en": ", ", "zh": "、"}


def face_of(
    comparison: Comparison, place: Place, saved: float | None, language: Language, base: Comparison | None = None
) -> CellFace:
    """The face of one cell; `saved` is what the file holds for it, where it holds anything. In a scenario, what counts
    as changed is what differs from `base`, the comparison without it."""
    setting = place.setting(comparison)
    start = template_of(comparison, place) if base is None else base_of(base, place)
    unit = place.driver.unit
    source = comparison.source_of(place.where, place.driver.id)
    today = clock.today()
    age = age_of(source.checked if source else None, today)
    others = ((TEMPLATE, start), (SAVED, saved)) if base is None else ((BASE, start),)
    tip = _tip(place, setting, others, language)
    if source is not None and age in (Age.AGEING, Age.OLD):
        tip += EVERYTHING[language] + age_words(age, (today - source.checked).days)(language)
    return CellFace(
        value=format_cell(setting.value, unit, language),
        tag=tag_of(place)(language),
        changed=setting.value != start,
        uncertain=setting.distribution is not None,
        age=age,
        spoken=_spoken(comparison, place, setting, language),
        tip=tip,
    )


def template_of(comparison: Comparison, place: Place) -> float:
    """The value the cell started from."""
    return comparison.start_of(place.where, place.driver.id)


def base_of(base: Comparison, place: Place) -> float:
    """The value of the cell without the scenario."""
    return base.setting_of(place.where, place.driver.id).value


def tag_of(place: Place) -> Text:
    """What is worth saying in every cell: that others follow, or that this one does not follow the others. Values that
    nobody shares stand apart by themselves."""
    if place.apart:
        return OWN
    return SHARED if place.shared and not place.alone else NOTHING


def names_of(comparison: Comparison, place: Place, language: Language) -> str:
    """The alternatives of a cell, one after the other."""
    return AND[language].join(words(comparison.alternative(id).name, language) for id in place.alternatives)


def _spoken(comparison: Comparison, place: Place, setting: Setting, language: Language) -> str:
    sentence = SPOKEN_SHARED if place.shared and not place.alone else SPOKEN
    told = sentence.filled(
        label=place.driver.label,
        names=names_of(comparison, place, language),
        value=format_value(setting.value, place.driver.unit, language),
    )(language)
    if setting.distribution is None:
        return told
    return told + PAUSE[language] + spread_words(setting.distribution, place.driver.unit)(language)


def _tip(place: Place, setting: Setting, others: Iterable[tuple[Text, float | None]], language: Language) -> str:
    unit = place.driver.unit
    spread = [] if setting.distribution is None else [spread_words(setting.distribution, unit)(language)]
    if all(value in (None, setting.value) for _, value in others):
        return EVERYTHING[language].join([exact_value(setting.value, unit, language), *spread])
    parts = [*others, (NOW, setting.value)]
    said = [text.filled(value=exact_value(v, unit, language))(language) for text, v in parts if v is not None]
    said += spread
    return EVERYTHING[language].join(said)
