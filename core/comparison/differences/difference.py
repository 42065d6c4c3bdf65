"""Two comparisons compared in words: which values, formulas, notes, sources, names and scenarios differ."""

from __future__ import annotations

from collections.abc import Iterator

from core.comparison.differences.change import COMPARISON, Change, altered, come_and_gone, property_of
from core.comparison.differences.correlation import correlation_changes
from core.comparison.differences.model import model_changes
from core.comparison.differences.prospects import day_changes, outlook_changes
from core.comparison.differences.setting import setting_changes
from core.comparison.document import Comparison
from core.comparison.edits.replacing import shared_definition
from core.comparison.parts import SHARED, Alternative, Scenario
from core.model.definition import Driver
from core.wording.numbers import both
from core.wording.quantities import exact_value
from core.wording.text import Text, Words, words

FOR_ALL = Text("for all", "共用")
CHECK_PROPERTIES = {
    "alternative": Text("business model", "商业模式"),
    "figure": Text("figure", "核对项"),
    "unit": Text("unit", "单位"),
    "published": Text("published value", "公布值"),
    "remark": Text("remark", "说明"),
}


def differences(before: Comparison, after: Comparison) -> tuple[Change, ...]:
    """Everything a person would call a difference, in the order of the document; alternatives are matched by id,
    scenarios, reference checks and checkpoints by name. How the comparison is looked at does not count."""
    return (
        *_heading(before, after),
        *_columns(before, after),
        *_shared(before, after),
        *_own(before, after),
        *_correlations(before, after),
        *_scenarios(before, after),
        *_notes(before, after),
        *_prospects(before, after),
        *_definitions(before, after),
    )


def _heading(before: Comparison, after: Comparison) -> Iterator[Change]:
    yield from altered(COMPARISON, "title", Text("Title", "标题"), before.title, after.title)
    yield from altered(COMPARISON, "story", Text("Introduction", "简介"), before.story, after.story)
    yield from altered(COMPARISON, "currency", Text("Currency", "货币"), before.currency, after.currency)
    yield from altered(COMPARISON, "seed", Text("Seed", "随机种子"), before.seed, after.seed)


def _columns(before: Comparison, after: Comparison) -> Iterator[Change]:
    old = {a.id: a for a in before.alternatives}
    new = {a.id: a for a in after.alternatives}
    for id in [id for id in old if id not in new]:
        sentence = Text("Business model removed: {name}.", "已移除商业模式：{name}。").filled(name=old[id].name)
        yield Change(id, "alternative", old[id].name, None, sentence)
    for id in [id for id in new if id not in old]:
        sentence = Text("Business model added: {name}.", "新增商业模式：{name}。").filled(name=new[id].name)
        yield Change(id, "alternative", None, new[id].name, sentence)
    for alternative, earlier in _common(before, after):
        yield from altered(
            alternative.id, "name", property_of(earlier.name, Text("name", "名称")), earlier.name, alternative.name
        )
        yield from altered(
            alternative.id,
            "model",
            property_of(alternative.name, Text("kind of business model", "商业模式类型")),
            earlier.model,
            alternative.model,
        )
    yield from altered(
        COMPARISON,
        "order",
        Text("Order of the columns", "列的顺序"),
        ", ".join(id for id in old if id in new),
        ", ".join(id for id in new if id in old),
    )


def _common(before: Comparison, after: Comparison) -> list[tuple[Alternative, Alternative]]:
    """Every alternative of `after` that `before` has too, with what it was there."""
    old = {a.id: a for a in before.alternatives}
    return [(a, old[a.id]) for a in after.alternatives if a.id in old]


def _shared(before: Comparison, after: Comparison) -> Iterator[Change]:
    for driver, setting in after.shared.items():
        if driver in before.shared:
            definition = shared_definition(after, driver)
            yield from setting_changes(SHARED, definition, FOR_ALL, before.shared[driver], setting)


def _own(before: Comparison, after: Comparison) -> Iterator[Change]:
    for alternative, earlier in _common(before, after):
        old_drivers = {driver.id for driver in before.models[earlier.model].drivers}
        for definition in after.models[alternative.model].drivers:
            if definition.id in old_drivers:
                yield from _of_alternative(before, after, alternative, definition)


def _of_alternative(
    before: Comparison, after: Comparison, alternative: Alternative, definition: Driver
) -> Iterator[Change]:
    id, driver = alternative.id, definition.id
    was_shared, is_shared = before.is_shared(id, driver), after.is_shared(id, driver)
    if was_shared and is_shared:
        return
    subject = Text("{driver} ({place}), shared", "{driver}（{place}）是否共用")
    subject = subject.filled(driver=definition.label, place=alternative.name)
    yield from altered(id, f"{driver}.shared", subject, was_shared, is_shared)
    old, new = before.setting_of(id, driver), after.setting_of(id, driver)
    yield from setting_changes(id, definition, alternative.name, old, new)


def _correlations(before: Comparison, after: Comparison) -> Iterator[Change]:
    yield from correlation_changes(before.correlations, after.correlations, *_called(before, after))


def _scenarios(before: Comparison, after: Comparison) -> Iterator[Change]:
    old = {scenario.name: scenario for scenario in before.scenarios}
    yield from come_and_gone(
        COMPARISON, "scenario", Text("Scenario", "情景"), old, [scenario.name for scenario in after.scenarios]
    )
    for scenario in after.scenarios:
        if scenario.name in old:
            yield from _scenario(old[scenario.name], scenario, before, after)


def _scenario(old: Scenario, new: Scenario, before: Comparison, after: Comparison) -> Iterator[Change]:
    for where in dict.fromkeys([*old.changes, *new.changes]):
        was, now = old.changes.get(where, {}), new.changes.get(where, {})
        for driver in dict.fromkeys([*was, *now]):
            definition = _definition(after if driver in now else before, where, driver)
            subject = Text("{driver} in the scenario {name}", "情景“{name}”中的{driver}")
            values = was.get(driver), now.get(driver)
            shown = [Text("unchanged", "不变") if v is None else both(exact_value, v, definition.unit) for v in values]
            yield from altered(
                where,
                f"scenario.{words(new.name, 'en')}.{driver}",
                subject.filled(driver=definition.label, name=new.name),
                *values,
                (shown[0], shown[1]),
            )


def _definition(comparison: Comparison, where: str, driver: str) -> Driver:
    return shared_definition(comparison, driver) if where == SHARED else comparison.driver_of(where, driver)


def _notes(before: Comparison, after: Comparison) -> Iterator[Change]:
    old = {check.name: check for check in before.reference_checks}
    name = Text("Reference check", "参照核对")
    yield from come_and_gone(COMPARISON, "reference_check", name, old, [c.name for c in after.reference_checks])
    for check in after.reference_checks:
        if check.name in old:
            for field, called in CHECK_PROPERTIES.items():
                was, now = getattr(old[check.name], field), getattr(check, field)
                what = f"reference_check.{words(check.name, 'en')}.{field}"
                yield from altered(COMPARISON, what, property_of(check.name, called), was, now)
    yield from come_and_gone(
        COMPARISON,
        "comment",
        Text("Comment", "批注"),
        [c.text for c in before.comments],
        [c.text for c in after.comments],
    )
    yield from come_and_gone(
        COMPARISON,
        "checkpoint",
        Text("Checkpoint", "存档点"),
        [c.name for c in before.checkpoints],
        [c.name for c in after.checkpoints],
    )


def _prospects(before: Comparison, after: Comparison) -> Iterator[Change]:
    names, drivers = _called(before, after)
    yield from outlook_changes(before.outlook, after.outlook, names, drivers)
    yield from day_changes(before.days, after.days, names)


def _called(before: Comparison, after: Comparison) -> tuple[dict[str, Words], dict[str, Driver]]:
    """What sentences call every place, and the definitions of all drivers."""
    names = {SHARED: FOR_ALL, **{a.id: a.name for c in (before, after) for a in c.alternatives}}
    return names, {d.id: d for c in (before, after) for model in c.models.values() for d in model.drivers}


def _definitions(before: Comparison, after: Comparison) -> Iterator[Change]:
    for id, model in after.models.items():
        if id in before.models:
            yield from model_changes(before.models[id], model)
