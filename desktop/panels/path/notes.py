"""What has to be said about paths besides their figures: what cannot be computed, what stops at its limit, and what may
be counted twice."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparison.differences.prospects import growth_words
from core.comparison.document import Comparison
from core.comparison.outlook import NoGrowth
from core.comparison.parts import SHARED
from core.questions.path import Path
from core.wording.dates import months
from core.wording.numbers import both
from core.wording.quantities import format_value
from core.wording.text import Text
from desktop.answers import Answers

TRAINING = "training_amortisation"
NO_RATE = Text("{name}: {reason}", "{name}：{reason}")
TWICE = Text(
    "{name} already carries {amount} of training cost {a_period}. If the money paid at the start is that training, "
    "set the training cost to 0, or it counts twice.",
    "{name}{a_period}已计入 {amount} 的训练成本摊销。"
    "如果期初投资就是这笔训练投入，请把训练成本设为 0，否则会重复计算。",
)
AGAIN = Text(
    "{name} is back at zero in month {first}, but falls below once more.",
    "{name}在第 {first} 个月首次回到零，但之后再次低于零。",
)
HELD = Text(
    "{name}: {driver} reaches {value} in month {month} and stays there.",
    "{name}：{driver}在第 {month} 个月达到 {value}，此后不再变化。",
)
PREMISES = Text("{months} ahead, {growth}, {drifts}.", "展望 {months}，{growth}，{drifts}。")
NO_GROWTH, GROWTH = Text("users as they are", "用户数不变"), Text("users grow {growth}", "用户增长：{growth}")
NO_DRIFT = Text("nothing else changes", "其他假设不变")
DRIFTS = Text("{count} more assumptions change", "另有 {count} 项假设逐月变化")
ONE_DRIFT = Text("one more assumption changes", "另有 1 项假设逐月变化")


def premises(comparison: Comparison) -> Text:
    """What the months to come are taken to bring, in one line."""
    outlook = comparison.outlook
    growth = outlook.growth.get(SHARED) or NoGrowth()
    told = NO_GROWTH if isinstance(growth, NoGrowth) else GROWTH.filled(growth=growth_words(growth))
    count = sum(len(known) for known in outlook.drifts.values())
    drifts = DRIFTS.filled(count=count) if count > 1 else ONE_DRIFT if count else NO_DRIFT
    return PREMISES.filled(months=both(months, outlook.months), growth=told, drifts=drifts)


def notes_on(answers: Answers, paths: Sequence[Path]) -> list[Text]:
    """The notes, most important first."""
    comparison = answers.comparison
    twice = [note for path in paths for note in _twice(answers, path)]
    others = [note for path in paths for note in (*_rate(comparison, path), *_again(comparison, path))]
    return twice + others + [note for path in paths for note in _held(comparison, path)]


def _twice(answers: Answers, path: Path) -> list[Text]:
    training = answers.results[path.id].lines.get(TRAINING, 0.0) if path.id in answers.results else 0.0
    if not path.investment or not training > 0:
        return []
    comparison, display = answers.comparison, answers.display
    amount = display.told(training, comparison.currency)
    return [TWICE.filled(name=comparison.alternative(path.id).name, amount=amount, a_period=display.a_period())]


def _rate(comparison: Comparison, path: Path) -> list[Text]:
    if path.why_no_irr is None or not path.investment:
        return []
    return [NO_RATE.filled(name=comparison.alternative(path.id).name, reason=path.why_no_irr)]


def _again(comparison: Comparison, path: Path) -> list[Text]:
    if path.first_back is None or path.first_back == path.payback_month:
        return []
    return [AGAIN.filled(name=comparison.alternative(path.id).name, first=path.first_back)]


def _held(comparison: Comparison, path: Path) -> list[Text]:
    notes = []
    for held in path.held:
        driver = comparison.driver_of(path.id, held.driver)
        value = both(format_value, held.value, driver.unit)
        name = comparison.alternative(path.id).name
        notes.append(HELD.filled(name=name, driver=driver.label, value=value, month=held.month))
    return notes
