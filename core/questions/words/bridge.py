"""What explains the difference, in words; and the smallest parts folded into one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.model.definition import BusinessModel
from core.questions.bridges.parts import Bridge, Part
from core.questions.display import AS_IT_IS, Display
from core.record import record
from core.wording.numbers import both
from core.wording.quantities import format_cell
from core.wording.scale import Currency, row_scale
from core.wording.text import LANGUAGES, Text

MOST = 7  # parts that are told one by one

MORE = Text(
    "{label} is about {amount} {a_period} higher in “{end}” than in “{start}”.",
    "“{end}”的{label}{a_period}比“{start}”高约 {amount}。",
)
LESS = Text(
    "{label} is about {amount} {a_period} lower in “{end}” than in “{start}”.",
    "“{end}”的{label}{a_period}比“{start}”低约 {amount}。",
)
SAME = Text("{label} is the same in “{end}” and in “{start}”.", "“{end}”与“{start}”的{label}相同。")
MOST_FROM = Text("The largest part is “{part}”.", "其中最大的一项是“{part}”。")
EXACT = Text(
    "Averaged over every order of the changes, so the parts add up exactly and do not depend on the order.",
    "按各项改动的全部先后顺序取平均，因此各项之和精确相等，且与顺序无关。",
)
SAMPLED = Text(
    "The parts are sampled over orders of the changes: give or take {error} each. They still add up exactly.",
    "各项按改动先后顺序抽样得出，每项误差约 {error}；各项之和仍精确相等。",
)
FROM_TO = Text("{before} → {after}", "{before} → {after}")
OTHERS = Text("{count} others", "其他 {count} 项")
NO_CHANGES = Text("Nothing that differs moves this figure.", "没有影响该数字的差异。")


@record
class Told:
    """One part as it is shown: what it is called, from what to what, and what it contributes."""

    label: Text
    change: Text | None
    contribution: float


def told_parts(
    bridge: Bridge, models: Sequence[BusinessModel], currency: Currency, display: Display = AS_IT_IS, most: int = MOST
) -> tuple[Told, ...]:
    """The largest parts, those without any effect left out; the rest in one, so that the sum stays what it is.

    `models`: where the units of the drivers are found; `currency`: what the figure is computed in.
    """
    moving = [part for part in bridge.parts if part.contribution != 0]
    shown = moving if len(moving) <= most + 1 else moving[:most]
    rest = moving[len(shown) :]
    sums = [bridge.start.value, bridge.end.value, *(part.contribution for part in shown)]
    sums += [math.fsum(part.contribution for part in rest)] if rest else []
    beside = _Beside([display.amount(value, currency) for value in sums], currency, display)
    told = [Told(part.label, _change(part, models, beside), part.contribution) for part in shown]
    if rest:
        total = math.fsum(part.contribution for part in rest)
        told.append(Told(OTHERS.filled(count=len(rest)), None, total))
    return tuple(told)


def bridge_sentences(bridge: Bridge, label: Text, currency: Currency, display: Display = AS_IT_IS) -> list[Text]:
    """The difference, its largest part, and how exact the parts are. `label`: what the figure is called; `currency`:
    what it is computed in."""
    if bridge.why_none is not None:
        return [bridge.why_none]
    names = {"label": label, "start": bridge.start.name, "end": bridge.end.name}
    if bridge.difference == 0:
        first = SAME.filled(**names)
    else:
        sentence = MORE if bridge.difference > 0 else LESS
        amount = display.told(abs(bridge.difference), currency)
        first = sentence.filled(**names, amount=amount, a_period=display.a_period())
    moving = [part for part in bridge.parts if part.contribution != 0]
    if not moving:
        return [first, NO_CHANGES]
    exactness = EXACT if bridge.exact else SAMPLED.filled(error=display.told(bridge.error, currency, 2))
    return [first, MOST_FROM.filled(part=moving[0].label), exactness]


@record
class _Beside:
    """The sums of money that stand beside the values of either end: money of the same kind is told in their unit."""

    sums: Sequence[float]
    currency: Currency
    display: Display

    def told(self, values: Sequence[float], unit: str) -> list[Text]:
        """Values in a unit as it is shown."""
        period = f"{self.display.shown_in(self.currency)}/{self.display.period}"
        if unit == period:
            scales = [row_scale(self.sums, language, self.display.shown_in(self.currency)) for language in LANGUAGES]
            if all(not value or abs(value) >= 10.0**scale.exponent for value in values for scale in scales):
                return [Text(*(scale(value) for scale in scales)) for value in values]
        return [both(format_cell, value, unit) for value in values]


def _change(part: Part, models: Sequence[BusinessModel], beside: _Beside) -> Text | None:
    """The value at either end, as far as there is one: of an assumption as it was typed, of a line as it is shown."""
    unit = _unit(part, models)
    if unit is None or not math.isfinite(part.before + part.after):
        return None
    shown = beside.display if part.kind == "line" else AS_IT_IS
    ends = [shown.figure(value, unit) for value in (part.before, part.after)]
    before, after = beside.told([value or 0.0 for value, _ in ends], ends[0][1])
    return FROM_TO.filled(before=before, after=after)


def _unit(part: Part, models: Sequence[BusinessModel]) -> str | None:
    units: dict[str, str] = {}
    for model in models:
        units |= {driver.id: driver.unit for driver in model.drivers} | {line.id: line.unit for line in model.lines}
    return units.get(part.driver)
