"""The question as plain values, and its answer, worked out in another thread."""

from __future__ import annotations

from math import isfinite, nan

from core.comparison.differences.difference import differences
from core.comparison.document import Comparison
from core.engine.plan import plan_for
from core.model.definition import BusinessModel
from core.questions.bridge import bridge, end_of
from core.questions.bridges.parts import Bridge
from core.questions.display import Display
from core.questions.words.bridge import bridge_sentences, told_parts
from core.record import record
from core.wording.scale import Currency
from core.wording.text import Language, Text, Words, words
from desktop.charts.bridge.data import BridgeData, BridgeStep
from desktop.panels.bridge.versions import States, Version

BOTH = Text("{name} – {version}", "{name} – {version}")


@record
class EndChoice:
    """One end: which state of the comparison, and which of its alternatives."""

    version: Version
    alternative: str


@record
class Asked:
    """Both ends, and the line of the statement between them."""

    start: EndChoice
    end: EndChoice
    figure: str


@record(eq=False)
class Found:
    """The answer, and what it is an answer to. `changes` say what differs between two states, in sentences."""

    asked: Asked
    now: Comparison
    bridge: Bridge
    models: tuple[BusinessModel, BusinessModel]
    changes: tuple[Text, ...]
    currency: Currency


def find(asked: Asked, states: States) -> Found:
    """The bridge. Raises `EvenkeelError` where there is none."""
    sides = [states.at(end.version) for end in (asked.start, asked.end)]
    ends = [
        end_of(side, end.alternative, _name(side, end, asked, states.short_name(end.version)))
        for side, end in zip(sides, (asked.start, asked.end), strict=True)
    ]
    found = bridge(ends[0], ends[1], asked.figure, states.document.seed)
    same = asked.start.version == asked.end.version
    changes = () if same else tuple(change.sentence for change in differences(*sides))
    currency: Currency = "CNY" if states.document.currency == "CNY" else "USD"
    return Found(asked, states.now, found, (ends[0].model, ends[1].model), changes, currency)


def bridge_data(found: Found, label: Text, language: Language, display: Display) -> BridgeData:
    """What the chart draws. All figures of a bridge are money a month."""
    own = found.currency
    parts = told_parts(found.bridge, found.models, own, display)
    steps = tuple(
        BridgeStep(
            part.label(language), part.change(language) if part.change else "", display.amount(part.contribution, own)
        )
        for part in parts
    )
    start, end = found.bridge.start, found.bridge.end
    told = bridge_sentences(found.bridge, label, own, display)[0]
    names = (words(start.name, language), words(end.name, language))
    return BridgeData(
        label(language), names[0], display.amount(start.value, own), names[1], display.amount(end.value, own), steps,
        told(language), display.shown_in(own), display.a_period(),
    )  # fmt: skip


def most_changed(before: Comparison, after: Comparison, figure: str) -> str:
    """Of the business models of two states of a comparison the one whose figure differs most."""
    listed = [alternative.id for alternative in after.alternatives]
    differ = [id for id in listed if before.values_of(id) != after.values_of(id)] or listed

    def change(id: str) -> float:
        values = [plan_for(side.model_of(id)).evaluate(side.values_of(id)).get(figure, nan) for side in (before, after)]
        by = abs(values[1] - values[0])
        return by if isfinite(by) else -1.0

    return max(differ, key=change)


def _name(side: Comparison, end: EndChoice, asked: Asked, version: Words) -> Words:
    """Whose figure it is, and of which state where there are two: what is shown to others must say both."""
    name = side.alternative(end.alternative).name
    return name if asked.start.version == asked.end.version else BOTH.filled(name=name, version=version)
