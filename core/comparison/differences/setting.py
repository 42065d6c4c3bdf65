"""How one driver differs between two comparisons: its value, and what is known about it."""

from __future__ import annotations

from collections.abc import Iterator

from core.comparison.differences.change import Change, Shown, altered, property_of
from core.comparison.distribution import Distribution
from core.comparison.parts import Setting
from core.model.definition import Driver, Range, Source
from core.plain.writing import written
from core.wording.dates import full_date
from core.wording.numbers import both
from core.wording.quantities import exact_value
from core.wording.text import Text, Words

RANGE = Text("plausible range", "合理范围")
SOURCE = Text("source", "来源")
SHAPES: dict[str, Text] = {
    "uniform": Text("uniform", "均匀分布"),
    "triangular": Text("triangular", "三角分布"),
    "pert": Text("PERT", "PERT 分布"),
    "normal": Text("normal", "正态分布"),
    "lognormal": Text("lognormal", "对数正态分布"),
    "discrete": Text("discrete", "离散分布"),
}
PARAMETERS: dict[str, Text] = {
    "low": Text("low", "下限"),
    "mode": Text("most likely", "最可能值"),
    "high": Text("high", "上限"),
    "mean": Text("mean", "均值"),
    "sd": Text("standard deviation", "标准差"),
    "values": Text("values", "取值"),
    "weights": Text("weights", "权重"),
}


def setting_changes(where: str, definition: Driver, place: Words, before: Setting, after: Setting) -> Iterator[Change]:
    """The differences of a driver; `place` is what a sentence calls the alternative, or what all share."""
    id = definition.id
    subject = Text("{driver} ({place})", "{driver}（{place}）").filled(driver=definition.label, place=place)
    shown = (both(exact_value, before.value, definition.unit), both(exact_value, after.value, definition.unit))
    yield from altered(where, id, subject, before.value, after.value, shown)
    unit = definition.unit
    rest: tuple[tuple[str, Text, Shown, Shown], ...] = (
        ("range", RANGE, range_words(before.range, unit), range_words(after.range, unit)),
        ("source", SOURCE, source_words(before.source), source_words(after.source)),
        ("note", Text("note", "备注"), before.note, after.note),
        ("private", Text("private", "是否保密"), before.private, after.private),
        (
            "distribution",
            Text("distribution", "分布"),
            distribution_words(before.distribution),
            distribution_words(after.distribution),
        ),
    )
    for field, name, old, new in rest:
        yield from altered(where, f"{id}.{field}", property_of(subject, name), old, new)


def range_words(plausible: Range | None, unit: str) -> Text | None:
    """A plausible range as people read it; None stays None."""
    if plausible is None:
        return None
    low, high = both(exact_value, plausible.low, unit), both(exact_value, plausible.high, unit)
    text = Text("{low} to {high}, because: {reason}", "{low} 至 {high}，理由：{reason}")
    return text.filled(low=low, high=high, reason=plausible.reason)


def source_words(source: Source | None) -> Text | None:
    """A source with its date, as people read it; None stays None."""
    if source is None:
        return None
    checked = both(full_date, source.checked)
    url = f" {source.url}" if source.url else ""
    text = Text("{text} ({checked}){url}", "{text}（{checked}）{url}")
    return text.filled(text=source.text, checked=checked, url=url)


def distribution_words(distribution: Distribution | None) -> Text | None:
    """A distribution as people read it; None stays None."""
    if distribution is None:
        return None
    figures = {key: value for key, value in written(distribution).items() if key in PARAMETERS}
    listed = Text(
        ", ".join(f"{PARAMETERS[key].en} {value}" for key, value in figures.items()),
        "，".join(f"{PARAMETERS[key].zh} {value}" for key, value in figures.items()),
    )
    return Text("{shape}: {figures}", "{shape}：{figures}").filled(shape=SHAPES[distribution.kind], figures=listed)
