"""What explains the difference, in words; and the smallest parts folded into one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.model.definition import BusinessModel
from core.questions.bridges.parts import Bridge, Part
from core.wording.money import about_money
from core.wording.numbers import both
from core.wording.quantities import format_cell
from core.wording.scale import Currency
from core.wording.text import Text

MOST = 7  # parts that are told one by one

MORE = Text(
    "{label} is about {amount} a month higher in “{end}” than in “{start}”.",
    "“{end}”的{label}每月比“{start}”高约 {amount}。",
)
LESS = Text(
    "{label} is about {amount} a month lower in “{end}” than in “{start}”.",
    "“{end}”的{label}每月比“{start}”低约 {amount}。",
)
SAME = Text("{label} is the same in “{end}” and in “{start}”.", "“{end}”与“{start}”的{label}相同。")
MOST_FROM = Text("The largest part is “{part}”.", "其中最大的一项是“{part}”。")
EXACT = Text(
    "Every order of the changes was counted, so the parts depend on none and add up exactly.",
    "已计入各项改动的全部先后顺序，因此结果与顺序无关，且各项之和精确相等。",
)
SAMPLED = Text(
    "The parts are sampled over orders of the changes: give or take {error} each. They still add up exactly.",
    "各项按改动先后顺序抽样得出，每项误差约 {error}；各项之和仍精确相等。",
)
FROM_TO = Text("{before} → {after}", "{before} → {after}")
OTHERS = Text("{count} others", "其他 {count} 项")
NO_CHANGES = Text("Nothing that differs moves this figure.", "没有影响该数字的差异。")


@dataclass(frozen=True, slots=True)
class Told:
    """One part as it is shown: what it is called, from what to what, and what it contributes."""

    label: Text
    change: Text | None
    contribution: float


def told_parts(bridge: Bridge, models: Sequence[BusinessModel], most: int = MOST) -> tuple[Told, ...]:
    """The largest parts, those without any effect left out; the rest in one, so that the sum stays what it is.

    `models`: where the units of the drivers are found.
    """
    moving = [part for part in bridge.parts if part.contribution != 0]
    shown = moving if len(moving) <= most + 1 else moving[:most]
    told = [Told(part.label, _change(part, models), part.contribution) for part in shown]
    rest = moving[len(shown) :]
    if rest:
        total = math.fsum(part.contribution for part in rest)
        told.append(Told(OTHERS.filled(count=len(rest)), None, total))
    return tuple(told)


def bridge_sentences(bridge: Bridge, label: Text, currency: Currency) -> list[Text]:
    """The difference, its largest part, and how exact the parts are. `label`: what the figure is called."""
    if bridge.why_none is not None:
        return [bridge.why_none]
    names = {"label": label, "start": bridge.start.name, "end": bridge.end.name}
    if bridge.difference == 0:
        first = SAME.filled(**names)
    else:
        sentence = MORE if bridge.difference > 0 else LESS
        first = sentence.filled(**names, amount=about_money(abs(bridge.difference), currency))
    moving = [part for part in bridge.parts if part.contribution != 0]
    if not moving:
        return [first, NO_CHANGES]
    exactness = EXACT if bridge.exact else SAMPLED.filled(error=about_money(bridge.error, currency, 2))
    return [first, MOST_FROM.filled(part=moving[0].label), exactness]


def _change(part: Part, models: Sequence[BusinessModel]) -> Text | None:
    """The value at either end, as far as there is one."""
    unit = _unit(part, models)
    if unit is None or not math.isfinite(part.before + part.after):
        return None
    return FROM_TO.filled(before=both(format_cell, part.before, unit), after=both(format_cell, part.after, unit))


def _unit(part: Part, models: Sequence[BusinessModel]) -> str | None:
    units: dict[str, str] = {}
    for model in models:
        units |= {driver.id: driver.unit for driver in model.drivers} | {line.id: line.unit for line in model.lines}
    return units.get(part.driver)
