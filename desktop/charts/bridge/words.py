"""The bridge in words: as a table, and as sentences."""

from __future__ import annotations

from core.wording.money import exact_money
from core.wording.rows import format_row
from core.wording.text import Language, Text
from desktop.charts.bridge.data import BridgeData
from desktop.charts.data import TableTwin

NAME = Text("{figure}, {a_period}: from {start} to {end}", "{figure}（{a_period}）：从{start}到{end}")
HEADERS = (
    Text("Step", "步骤"), Text("What differs", "差异"), Text("Amount {a_period}", "{a_period}金额"),
    Text("Exactly", "精确值"),
)  # fmt: skip
SUM = Text("Sum of the steps", "各步合计")
SENTENCE = Text("{name}: {amount}", "{name}：{amount}")


def amounts(data: BridgeData, language: Language) -> list[str]:
    """Start, every step with its sign, and end, all in one unit."""
    steps = [step.amount for step in data.steps]
    return _told(data, steps, language)


def bridge_table(data: BridgeData, language: Language) -> TableTwin:
    """From start to end step by step, to the cent, and the sum."""
    total = data.end - data.start
    parts = [(step.name, step.change, step.amount) for step in data.steps]
    values = [*parts, (SUM(language), "", total)]
    shown = _told(data, [amount for _, _, amount in values], language)
    named = [(data.start_name, "", data.start), *values, (data.end_name, "", data.end)]
    rows = [
        (name, change, word, exact_money(amount, data.currency, language, cents=True))
        for (name, change, amount), word in zip(named, shown, strict=True)
    ]
    return TableTwin(tuple(header.filled(a_period=data.a_period)(language) for header in HEADERS), tuple(rows))


def _told(data: BridgeData, between: list[float], language: Language) -> list[str]:
    told = format_row([data.start, *between, data.end], data.currency, language)
    signed = [_signed(word, amount) for word, amount in zip(told[1:-1], between, strict=True)]
    return [told[0], *signed, told[-1]]


def bridge_title(data: BridgeData, language: Language) -> str:
    """What is explained."""
    return NAME.filled(figure=data.figure, start=data.start_name, end=data.end_name, a_period=data.a_period)(language)


def bridge_summary(data: BridgeData, language: Language) -> str:
    """The chart in a few spoken sentences."""
    joint, stop = ("；", "。") if language == "zh" else ("; ", ". ")
    steps = zip((step.name for step in data.steps), amounts(data, language)[1:-1], strict=True)
    listed = joint.join(SENTENCE.filled(name=name, amount=amount)(language) for name, amount in steps)
    return f"{bridge_title(data, language)}{stop}{data.told}{' ' if language == 'en' else ''}{listed}{stop.strip()}"


def _signed(words: str, amount: float) -> str:
    return f"+{words}" if amount > 0 else words
