"""From the answer to what the tornado draws: figures in words, the answer in a sentence for each alternative."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.comparison.document import Comparison
from core.questions.break_even import OPERATING_PROFIT
from core.questions.display import AS_IT_IS, Display
from core.questions.search.curves import USERS
from core.questions.sensitivity import BREAK_EVEN_COUNTS, AlternativeSensitivity, Bar, Sensitivity
from core.record import record
from core.wording.quantities import format_cell
from core.wording.text import Language, Text, words
from desktop.charts.tornado.data import TornadoBar, TornadoBlock, TornadoData


@record
class Aim:
    """A target to choose from: what it is called in the list and over the chart, {a_period} being the span amounts are
    shown for, and its unit."""

    line: str
    label: Text
    unit: str

    def name(self, display: Display) -> Text:
        """What it is called while amounts are shown so."""
        return self.label.filled(a_period=display.a_period())


AIMS: tuple[Aim, ...] = (
    Aim(OPERATING_PROFIT, Text("Operating profit {a_period}", "{a_period}营业利润"), "USD/month"),
    Aim("gross_margin", Text("Gross margin", "毛利率"), "1"),
    Aim("safe_from", Text("Users from which there are no losses", "不再亏损所需的用户数"), "user"),
)
FEW = 5  # bars of each alternative that are shown at first
TITLE = Text("{aim}, one assumption at a time", "{aim}：每次只变动一项假设")
FIRST = Text("“{first}” matters most.", "“{first}”影响最大。")
BESIDES = Text("Besides the number of users, “{first}” matters most.", "除用户数外，“{first}”影响最大。")
NOTHING = Text("No assumption alone changes this.", "没有任何一项假设能单独改变它。")


class Shown:
    """The target as the display asks for it."""

    def __init__(self, aim: Aim, display: Display) -> None:
        self._aim, self._display = aim, display
        _, self.unit = display.figure(None, aim.unit)

    def height(self, value: float | None) -> float:
        """A break-even that is never reached lies beyond every number; any other gap is one."""
        shown, _ = self._display.figure(value, self._aim.unit)
        if shown is not None:
            return shown
        return math.inf if self._aim.line in BREAK_EVEN_COUNTS else math.nan

    def takes_away(self, row: Bar) -> bool:
        """Whether an assumption leads to a break-even that is never reached: further than any other leads."""
        counted = self._aim.line in BREAK_EVEN_COUNTS and row.maximum is not None
        return counted and None in (row.at_low, row.at_high)


def tornado_data(
    comparison: Comparison,
    found: Sensitivity,
    aim: Aim,
    most: int | None,
    language: Language,
    display: Display = AS_IT_IS,
) -> TornadoData:
    """At most so many bars of each alternative (None: every one that changes anything). Assumptions stay as typed."""
    shown = Shown(aim, display)
    blocks = [
        _block(comparison, tornado, number, shown, most, language) for number, tornado in enumerate(found.alternatives)
    ]
    return TornadoData(TITLE.filled(aim=aim.name(display))(language), shown.unit, tuple(blocks))


def _block(
    comparison: Comparison,
    tornado: AlternativeSensitivity,
    number: int,
    shown: Shown,
    most: int | None,
    language: Language,
) -> TornadoBlock:
    rows = sorted(tornado.rows, key=lambda row: not shown.takes_away(row))
    bars = [_bar(comparison, tornado, row, shown, language) for row in rows]
    bars = [bar for bar in bars if bar.matters][:most]
    return TornadoBlock(
        tornado.id,
        words(comparison.alternative(tornado.id).name, language),
        number,
        shown.height(tornado.base),
        _sentence(bars)(language),
        tuple(bars),
    )


def _sentence(bars: Sequence[TornadoBar]) -> Text:
    """Which one is decisive. The number of users is a size to look at rather than something to get right."""
    telling = [bar for bar in bars if bar.key != USERS]
    if not telling:
        return FIRST.filled(first=bars[0].label) if bars else NOTHING
    return (FIRST if telling[0] is bars[0] else BESIDES).filled(first=telling[0].label)


def _bar(
    comparison: Comparison, tornado: AlternativeSensitivity, row: Bar, shown: Shown, language: Language
) -> TornadoBar:
    driver = comparison.driver_of(tornado.id, row.driver)
    low, high, now = (format_cell(value, driver.unit, language) for value in (row.low, row.high, row.now))
    ends = (shown.height(row.at_low), shown.height(row.at_high))
    least, greatest = shown.height(row.minimum), shown.height(row.maximum)
    return TornadoBar(row.driver, driver.label(language), low, high, now, *ends, least, greatest)
