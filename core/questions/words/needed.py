"""What would have to be true, in sentences: where an alternative stands, what cannot do it alone and how near it gets,
which two together can, and what came of trying. A refusal is an answer too."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.model.definition import Driver
from core.model.statement import STATEMENT
from core.questions.any_size import AnySize
from core.questions.display import AS_IT_IS, Display
from core.questions.needed import Needed, NeededPair, NeededValues
from core.questions.results import AlternativeResult
from core.questions.words.idle import EVEN, idle_sentences, listed, near
from core.wording.numbers import both, count_rounded_up, percent
from core.wording.scale import Currency
from core.wording.text import Text, Words
from core.wording.thresholds import amount_text
from core.wording.unit_words import SWITCH

MAKES = Text("makes about {amount} {a_period}", "{a_period}约盈利 {amount}")
LOSES = Text("loses about {amount} {a_period}", "{a_period}约亏损 {amount}")
BREAKS_EVEN = Text("breaks even", "盈亏平衡")
HAS_MARGIN: dict[str, Text] = {
    "gross_margin": Text("has a gross margin of {share}", "毛利率为 {share}"),
    "operating_margin": Text("has an operating margin of {share}", "营业利润率为 {share}"),
}
UNDEFINED = Text("has no defined result", "结果无定义")

NOT_YET = Text("Now {name} {outcome}.", "{name}目前{outcome}。")
ALREADY = Text(
    "{name} already does: it {outcome}. This is how far each assumption could move before it no longer would.",
    "{name}已经做到：{outcome}。下表说明每项假设变动多少就会做不到。",
)
EXACTLY = Text("{name} is exactly there: it {outcome}.", "{name}正好达到：{outcome}。")
HOW_MANY: dict[int, Text] = {
    0: Text("No single assumption can change that alone.", "没有任何一项假设能单独做到。"),
    1: Text("One assumption can change that alone.", "有 1 项假设可以单独做到。"),
}
SEVERAL = Text(
    "{count} assumptions could each do it alone, the smallest change first.",
    "有 {count} 项假设可以单独做到，变动最小的在前。",
)
REFUSED = Text(
    "“{label}”: no value from {low} to {high} is enough. At the best, {best}, it still {outcome}.",
    "“{label}”：从 {low} 到 {high} 都不够。最好取 {best}，仍然{outcome}。",
)
UNSHAKEN = Text(
    "“{label}”: no value from {low} to {high} undoes it. At the worst, {best}, it still {outcome}.",
    "“{label}”：从 {low} 到 {high} 都不影响。最差取 {best}，仍然{outcome}。",
)
REFUSED_SWITCH = Text(
    "“{label}”: neither yes nor no is enough. At the best, {best}, it still {outcome}.",
    "“{label}”：选“是”或“否”都不够。最好选“{best}”，仍然{outcome}。",
)
UNSHAKEN_SWITCH = Text(
    "“{label}”: neither yes nor no undoes it. At the worst, {best}, it still {outcome}.",
    "“{label}”：选“是”或“否”都不影响。最差选“{best}”，仍然{outcome}。",
)
NOT_ALONE = Text("None of these can do it alone: {labels}.", "以下假设都无法单独做到：{labels}。")
PAIR = Text(
    "Two together, moved alike: “{one}” {one_now} → {one_needed} and “{two}” {two_now} → {two_needed}.",
    "两项同时变动同样的幅度：“{one}”{one_now} → {one_needed}，“{two}”{two_now} → {two_needed}。",
)
NOWHERE = Text("{name} loses money at any size.", "{name}在任何规模下都亏损。")
SOMEWHERE = Text("{name} already breaks even, first at {users} users.", "{name}已能盈亏平衡，最早在 {users} 用户时。")
NOW_IT = Text("Now {name} {outcome}.", "现在{name}{outcome}。")
NOW_FROM = Text("Now {name} breaks even, first at {users} users.", "现在{name}可以盈亏平衡，最早在 {users} 用户时。")


def outcome(
    line: str, value: float | None, revenue: float, currency: Currency, display: Display = AS_IT_IS
) -> Text:
    """What a value of operating profit or of a margin means, as the end of a sentence about an alternative."""
    if value is None:
        return UNDEFINED
    if line in HAS_MARGIN:
        return HAS_MARGIN[line].filled(share=both(percent, value))
    if abs(value) <= EVEN * max(abs(revenue), 1.0):
        return BREAKS_EVEN
    return (MAKES if value > 0 else LOSES).filled(
        amount=display.told(value, currency), a_period=display.a_period()
    )


def reached_exactly(found: Needed, revenue: float) -> bool:
    """Whether the line stands at the goal now."""
    if found.now is None:
        return False
    unit = 1.0 if STATEMENT[found.target].unit == "1" else max(abs(revenue), 1.0)
    return abs(found.now - found.goal) <= EVEN * unit


def state(
    name: Words, found: Needed, revenue: float, currency: Currency, display: Display = AS_IT_IS
) -> tuple[Text, ...]:
    """Where the alternative stands now, and how many assumptions could change that alone."""
    told = outcome(found.target, found.now, revenue, currency, display)
    if reached_exactly(found, revenue):
        return (EXACTLY.filled(name=name, outcome=told),)
    able = sum(row.nearest is not None for row in found.drivers)
    if found.now is not None and found.now > found.goal:
        return (ALREADY.filled(name=name, outcome=told),)
    return NOT_YET.filled(name=name, outcome=told), how_many(able)


def how_many(able: int) -> Text:
    """How many assumptions can do it alone."""
    return HOW_MANY.get(able) or SEVERAL.filled(count=able)


def refusals(
    comparison: Comparison, found: Needed, revenue: float, currency: Currency, display: Display = AS_IT_IS
) -> tuple[Text, ...]:
    """A sentence for every assumption that cannot do it alone, the nearest miss first; those that bring it no nearer at
    all share theirs."""
    above = found.now is not None and found.now > found.goal
    told, idle = [], []
    for row in found.drivers:
        if row.nearest is not None:
            continue
        driver = comparison.driver_of(found.alternative, row.driver)
        if row.best is None or row.best_at is None or (found.now is not None and near(row.best, found.now, revenue)):
            idle.append(driver)
        else:
            then = outcome(found.target, row.best, revenue, currency, display)
            told.append(_refusal(comparison, found, row, driver, then, above))
    return (*told, *idle_sentences(comparison, found, revenue, idle, above=above))


def _refusal(comparison: Comparison, found: Needed, row: NeededValues, driver: Driver, told: Text, above: bool) -> Text:
    spread = comparison.setting_of(found.alternative, row.driver).range or driver.range
    either = (UNSHAKEN_SWITCH, REFUSED_SWITCH) if driver.unit == SWITCH else (UNSHAKEN, REFUSED)
    return either[0 if above else 1].filled(
        label=driver.label,
        low=amount_text(spread.low, driver.unit),
        high=amount_text(spread.high, driver.unit),
        best=amount_text(row.best_at, driver.unit),
        outcome=told,
    )


def pair_sentence(comparison: Comparison, alternative: str, pair: NeededPair) -> Text:
    """Which two assumptions do it together."""
    one, two = (comparison.driver_of(alternative, driver) for driver in pair.drivers)
    return PAIR.filled(
        one=one.label,
        one_now=amount_text(pair.now[0], one.unit),
        one_needed=amount_text(pair.needed[0], one.unit),
        two=two.label,
        two_now=amount_text(pair.now[1], two.unit),
        two_needed=amount_text(pair.needed[1], two.unit),
    )


def any_size_state(result: AlternativeResult, found: AnySize) -> tuple[Text, ...]:
    """The same for breaking even at whatever size."""
    if found.breaks_even:
        return (SOMEWHERE.filled(name=result.name, users=both(count_rounded_up, _first(result))),)
    return NOWHERE.filled(name=result.name), how_many(sum(row.nearest is not None for row in found.drivers))


def any_size_refusals(comparison: Comparison, found: AnySize) -> tuple[Text, ...]:
    """Those that cannot do it alone, in one sentence."""
    drivers = [comparison.driver_of(found.alternative, row.driver) for row in found.drivers if row.nearest is None]
    return (NOT_ALONE.filled(labels=listed(drivers)),) if drivers else ()


def after_trying(
    result: AlternativeResult, line: str | None, currency: Currency, display: Display = AS_IT_IS
) -> Text:
    """What is true now that a value was tried; without a line: from which size on it breaks even."""
    if line is None and result.break_even.first is not None:
        return NOW_FROM.filled(name=result.name, users=both(count_rounded_up, _first(result)))
    line = line or "operating_profit"
    told = outcome(line, result.lines[line], result.lines["revenue"], currency, display)
    return NOW_IT.filled(name=result.name, outcome=told)


def _first(result: AlternativeResult) -> int:
    return 1 if result.break_even.first is None else result.break_even.first
