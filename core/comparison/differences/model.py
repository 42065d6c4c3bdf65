"""How the definition of a business model differs between two comparisons: drivers, lines, formulas, units."""

from __future__ import annotations

from collections.abc import Iterator

from core.comparison.differences.change import Change, altered, come_and_gone, property_of
from core.comparison.differences.setting import RANGE, SOURCE, range_words, source_words
from core.model.definition import BusinessModel, Driver, Line
from core.wording.numbers import both
from core.wording.quantities import exact_value
from core.wording.text import Text

ASSUMPTION = Text("Assumption", "假设")
LINE = Text("Line", "行项目")
NAMES = {
    "label": Text("name", "名称"),
    "help": Text("explanation", "说明"),
    "unit": Text("unit", "单位"),
    "role": Text("place in the statement", "在损益表中的位置"),
    "formula": Text("formula", "公式"),
    "caveat": Text("caveat", "提示"),
}
DEFAULT = Text("default value", "默认值")
LIMITS = {"minimum": Text("lowest value allowed", "最小允许值"), "maximum": Text("highest value allowed", "最大允许值")}


def model_changes(before: BusinessModel, after: BusinessModel) -> Iterator[Change]:
    """The differences between two editions of one business model."""
    if before == after:
        return
    where = after.id
    for field in ("label", "help", "caveat"):
        subject = property_of(after.label, NAMES[field])
        yield from altered(where, field, subject, getattr(before, field), getattr(after, field))
    old_drivers = {driver.id: driver for driver in before.drivers}
    old_lines = {line.id: line for line in before.lines}
    yield from come_and_gone(where, "driver", ASSUMPTION, old_drivers, [driver.id for driver in after.drivers])
    yield from come_and_gone(where, "line", LINE, old_lines, [line.id for line in after.lines])
    for driver in after.drivers:
        if driver.id in old_drivers:
            yield from _driver_changes(where, old_drivers[driver.id], driver)
    for line in after.lines:
        if line.id in old_lines:
            yield from _line_changes(where, old_lines[line.id], line)


def _driver_changes(where: str, before: Driver, after: Driver) -> Iterator[Change]:
    id = after.id
    for field in ("label", "help", "unit", "role"):
        subject = property_of(after.label, NAMES[field])
        yield from altered(where, f"{id}.{field}", subject, getattr(before, field), getattr(after, field))
    for field, name in {"default": DEFAULT, **LIMITS}.items():
        old, new = getattr(before, field), getattr(after, field)
        shown = (both(exact_value, old, before.unit), both(exact_value, new, after.unit))
        yield from altered(where, f"{id}.{field}", property_of(after.label, name), old, new, shown)
    old_range, new_range = range_words(before.range, before.unit), range_words(after.range, after.unit)
    yield from altered(where, f"{id}.range", property_of(after.label, RANGE), old_range, new_range)
    subject = property_of(after.label, SOURCE)
    yield from altered(where, f"{id}.source", subject, source_words(before.source), source_words(after.source))


def _line_changes(where: str, before: Line, after: Line) -> Iterator[Change]:
    for field in ("formula", "unit", "role", "label", "help"):
        subject = property_of(after.label, NAMES[field])
        old, new = getattr(before, field), getattr(after, field)
        yield from altered(where, f"{after.id}.{field}", subject, old, new)
