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
    values = [data.start, *(step.amount for step in data.steps), data.end]
    told = format_row(values, data.currency, language)
    return [told[0], *(_signed(word, step.amount) for word, step in zip(told[1:-1], data.steps, strict=True)), told[-1]]


def bridge_table(data: BridgeData, language: Language) -> TableTwin:
    """From start to end step by step, with every digit, and the sum."""
    shown = amounts(data, language)
    rows = [(data.start_name, "", shown[0], exact_money(data.start, data.currency, language))]
    for step, word in zip(data.steps, shown[1:-1], strict=True):
        rows.append((step.name, step.change, word, exact_money(step.amount, data.currency, language)))
    total = data.end - data.start
    told = format_row([data.start, total, data.end], data.currency, language)[1]
    rows.append((SUM(language), "", _signed(told, total), exact_money(total, data.currency, language)))
    rows.append((data.end_name, "", shown[-1], exact_money(data.end, data.currency, language)))
    return TableTwin(tuple(header.filled(a_period=data.a_period)(language) for header in HEADERS), tuple(rows))


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
