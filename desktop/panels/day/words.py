"""A day's figures in sentences."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.questions.display import AS_IT_IS, Display
from core.wording.money import about_money
from core.wording.numbers import both, compact, percent, times
from core.wording.quantities import format_value
from core.wording.text import Text
from desktop.panels.day.shown import Shown

NOT_GIVEN = Text(
    "No day is given yet, so a flat one is shown. Choose a load at the right, or drag the bars.",
    "尚未填写一天的负载，图中为平稳负载。可在右侧选择，或直接拖动柱子。",
)
PEAK = Text("At its peak {peak} are in use, on average {average}: the peak is {ratio} the average.",
            "高峰时使用 {peak}，平均 {average}：高峰是平均的 {ratio}。")  # fmt: skip
FLAT_LOAD = Text("The same load all day: {peak}.", "全天负载相同：{peak}。")
BUSY = Text("{share} of what is paid for is in use; the rest stands idle.", "付费容量中 {share} 在使用，其余闲置。")
ALL_BUSY = Text("Everything that is paid for is in use.", "付费容量全部在使用。")
WINDOW = Text(
    "{share} of the tokens fall into the {hours} discount hours.", "{share} 的 token 落在 {hours} 小时的优惠时段内。"
)
NO_WINDOW = Text("There are no discount hours.", "没有优惠时段。")
COST = Text("Its machines cost about {cost} a day.", "机器费用约每天 {cost}。")
COST_SAVED = Text(
    "Its machines cost about {cost} a day; paying for the peak all day would cost about {reserved}.",
    "机器费用约每天 {cost}；若全天按高峰付费，约为 {reserved}。",
)
ONE_FOR_COST = Text("Choose one business model to see what its day costs.", "选择某一个商业模式即可查看每天的费用。")
NO_COST = Text(
    "It gives the load of each hour relative to the others, not how many machines it takes, so there is no cost a day.",
    "这里只说明各小时忙闲的相对程度，没有说明需要多少台机器，因此不计算每天的费用。",
)


def day_words(comparison: Comparison, shown: Shown, display: Display = AS_IT_IS) -> list[Text]:
    """The sentences under the chart. What a day costs stays a day's; its currency is that of all amounts."""
    answer = shown.answer
    peak, average = (_amount(value, shown) for value in (answer.peak, answer.average))
    told = [] if shown.given else [NOT_GIVEN]
    if answer.peak_to_average > 1.0000001:
        told.append(PEAK.filled(peak=peak, average=average, ratio=both(times, answer.peak_to_average)))
    else:
        told.append(FLAT_LOAD.filled(peak=peak))
    busy = ALL_BUSY if answer.utilisation > 0.99999 else BUSY.filled(share=both(percent, answer.utilisation))
    window = WINDOW.filled(share=both(percent, answer.window_share), hours=both(compact, answer.window_hours))
    return [*told, busy, window if answer.window_hours else NO_WINDOW, *_cost(comparison, shown, display)]


def _cost(comparison: Comparison, shown: Shown, display: Display) -> list[Text]:
    answer, own = shown.answer, comparison.currency
    if shown.day.profile.unit != "node":
        return [NO_COST] if shown.given else []
    if answer.cost is None or answer.cost_reserved is None:
        return [ONE_FOR_COST] if shown.where == SHARED else []
    cost, reserved = (
        about_money(display.sum(amount, own), display.shown_in(own)) for amount in (answer.cost, answer.cost_reserved)
    )
    same = answer.cost_reserved <= answer.cost * 1.0000001
    return [COST.filled(cost=cost) if same else COST_SAVED.filled(cost=cost, reserved=reserved)]


def _amount(value: float, shown: Shown) -> Text:
    return both(format_value, value, "node") if shown.day.profile.unit == "node" else both(compact, value)
