"""From paths to what the chart draws and what the table under it says."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from core.questions.display import Amount
from core.questions.path import Path
from core.wording.dates import months
from core.wording.numbers import both, percent
from core.wording.quantities import exact_value, hover_value
from core.wording.rows import format_row
from core.wording.scale import Currency
from core.wording.text import Language, Text, words
from desktop.answers import Answers
from desktop.charts.cash.data import CashData, CashSeries

NEEDED = Text("Money needed at most", "最多需要的资金")
IN_MONTH = Text("… reached in month", "……出现在第几个月")
BACK = Text("Money back from month", "从第几个月起回本")
AT_END = Text("Cash gathered after {span}", "{span}后的累计现金")
WORTH = Text("Worth today, at {rate} a year", "今天的价值（年 {rate}）")
RETURN = Text("Return a year", "年回报率")
LASTS = Text("The money in the bank lasts", "账上资金可用到")
NONE_NEEDED = Text("none", "不需要")
SO_FAR = Text("{amount} so far", "已达 {amount}")
GOES_ON = Text("{month}, still losing", "{month}，仍在扩大")
START = Text("the start", "期初")
AT_ONCE = Text("never below zero", "从未低于零")
NOT_WITHIN = Text("not in {span}", "{span}内未回本")
NOTHING_INVESTED = Text("nothing invested", "没有投资")
NO_RATE = Text("none, see below", "没有，见下")
TO_END = Text("to the end", "到期末")
UNTIL = Text("into month {month}", "第 {month} 个月用完")
NOT_GIVEN = Text("not given", "未填写")
WORTH_TIP = Text(
    "Net present value: later money counts less, by the discount rate.", "净现值：越晚的钱按折现率折得越少。"
)
RETURN_TIP = Text(
    "Internal rate of return: the yearly rate at which what comes in is worth exactly what is paid.",
    "内部收益率：使流入与流出价值相等的年利率。",
)
Cells = list[tuple[str, str]]  # words and tip


class Money:
    """Cash as it is shown. It gathers over months and belongs to no period, so that only its currency can differ."""

    def __init__(self, answers: Answers) -> None:
        self._display, self._own = answers.display, answers.comparison.currency
        self.currency: Currency = self._display.shown_in(self._own)

    def of(self, cash: Amount) -> Amount:
        """So much cash."""
        return self._display.sum(cash, self._own)


def cash_data(answers: Answers, paths: Sequence[Path], language: Language) -> CashData:
    """What the chart draws."""
    comparison, money = answers.comparison, Money(answers)
    return CashData(
        tuple(
            _series(index, path, words(comparison.alternative(path.id).name, language), money)
            for index, path in enumerate(paths)
        ),
        comparison.outlook.months,
        money.currency,
    )


def _series(index: int, path: Path, name: str, money: Money) -> CashSeries:
    needs = path.deepest_hole < 0
    return CashSeries(
        key=path.id,
        name=name,
        colour_index=index,
        months=np.arange(len(path.months) + 1, dtype=float),
        cash=money.of(np.array([-path.investment, *(month.cumulative for month in path.months)])),
        deepest=path.deepest_month if needs else None,
        back=path.payback_month if needs and path.payback_month else None,
    )


def result_lines(answers: Answers, paths: Sequence[Path], language: Language) -> list[Cells]:
    """The table: one row per figure, one column per alternative, in plain words."""
    outlook, money = answers.comparison.outlook, Money(answers)
    span, rate = both(months, outlook.months), both(percent, outlook.discount_rate)
    lines = [
        _needed(paths, money, language),
        [(IN_MONTH(language), ""), *((_deepest_month(path)(language), "") for path in paths)],
        [(BACK(language), ""), *((_back(path, span)(language), "") for path in paths)],
        _line(AT_END.filled(span=span), [money.of(_end(path)) for path in paths], money.currency, language),
        _line(WORTH.filled(rate=rate), [money.of(path.npv) for path in paths], money.currency, language, tip=WORTH_TIP),
        [(RETURN(language), RETURN_TIP(language)), *(_rate(path, language) for path in paths)],
    ]
    if any(path.starting_balance is not None for path in paths):
        lines.append([(LASTS(language), ""), *((_runway(path)(language), "") for path in paths)])
    return lines


def _line(
    label: Text,
    values: list[float],
    unit: str,
    language: Language,
    *,
    zero: Text | None = None,
    tip: Text | None = None,
) -> Cells:
    shown = format_row([0.0 if value == 0 else value for value in values], unit, language)
    cells = [
        (zero(language) if zero is not None and value <= 0 else words, hover_value(value, unit, language))
        for value, words in zip(values, shown, strict=True)
    ]
    return [(label(language), tip(language) if tip else ""), *cells]


def _needed(paths: Sequence[Path], money: Money, language: Language) -> Cells:
    holes = [money.of(-path.deepest_hole) for path in paths]
    head, *cells = _line(NEEDED, holes, money.currency, language, zero=NONE_NEEDED)
    told = [
        (SO_FAR.filled(amount=words)(language) if _still_falling(path) else words, tip)
        for path, (words, tip) in zip(paths, cells, strict=True)
    ]
    return [head, *told]


def _still_falling(path: Path) -> bool:
    """Whether it is lowest at the very end, so that nobody knows how deep it will be."""
    if path.deepest_month != len(path.months) or not path.deepest_hole < 0:
        return False
    before = path.months[-2].cumulative if len(path.months) > 1 else -path.investment
    return path.deepest_hole < before


def _end(path: Path) -> float:
    return path.months[-1].cumulative


def _deepest_month(path: Path) -> Text:
    if math.isnan(path.deepest_hole) or path.deepest_hole >= 0:
        return Text("–", "–")
    month = START if path.deepest_month == 0 else _number(path.deepest_month)
    return GOES_ON.filled(month=month) if _still_falling(path) else month


def _back(path: Path, span: Text) -> Text:
    if path.payback_month is None:
        return NOT_WITHIN.filled(span=span)
    return _number(path.payback_month) if path.payback_month else AT_ONCE


def _rate(path: Path, language: Language) -> tuple[str, str]:
    if path.irr is not None:
        return percent(path.irr, language), exact_value(path.irr, "1", language)
    if not path.investment:
        return NOTHING_INVESTED(language), ""
    return NO_RATE(language), path.why_no_irr(language) if path.why_no_irr else ""


def _runway(path: Path) -> Text:
    if path.starting_balance is None:
        return NOT_GIVEN
    return TO_END if path.runway_month is None else UNTIL.filled(month=path.runway_month)


def _number(month: int) -> Text:
    return Text(str(month), str(month))
