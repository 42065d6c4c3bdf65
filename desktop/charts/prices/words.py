"""The chart of prices over time in words: as a table, and as sentences."""

from __future__ import annotations

from core.wording.dates import full_date
from core.wording.money import listed_price
from core.wording.numbers import both
from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.charts.prices.data import PriceHistory, PriceStep

NAME = Text("Prices of {name} over time", "{name} 的价格变化")
OFF_PEAK = Text("off-peak", "非高峰")
WITH_LOW = Text("{price} (off-peak {low})", "{price}（非高峰 {low}）")
FROM, UNTIL = Text("From", "起"), Text("Until", "止")
SENTENCE = Text("{label}: {steps}.", "{label}：{steps}。")
STEP = Text("{price} from {day}", "{day}起 {price}")


def price_table(history: PriceHistory | None, language: Language) -> TableTwin:
    """One row per list."""
    if history is None:
        return TableTwin((), ())
    headers = (FROM(language), UNTIL(language), *(lane.label(language) for lane in history.lanes))
    begins = sorted({step.begin for lane in history.lanes for step in lane.steps})
    rows = []
    for begin in begins:
        found = [next((step for step in lane.steps if step.begin == begin), None) for lane in history.lanes]
        end = max(step.end for step in found if step is not None)
        prices = ("–" if step is None else told(step, history)(language) for step in found)
        rows.append((full_date(begin, language), full_date(end, language), *prices))
    return TableTwin(headers, tuple(rows))


def price_summary(history: PriceHistory | None, language: Language) -> str:
    """One sentence per kind of price."""
    if history is None:
        return ""
    joint = "，" if language == "zh" else ", "
    sentences = []
    for lane in history.lanes:
        steps = [STEP.filled(price=told(s, history), day=both(full_date, s.begin))(language) for s in lane.steps]
        sentences.append(SENTENCE.filled(label=lane.label, steps=joint.join(steps))(language))
    return ("" if language == "zh" else " ").join(sentences)


def told(step: PriceStep, history: PriceHistory) -> Text:
    """The price of a list, with that of its off-peak hours."""
    price = both(listed_price, step.price, history.currency)
    if step.low is None:
        return price
    return WITH_LOW.filled(price=price, low=both(listed_price, step.low, history.currency))
