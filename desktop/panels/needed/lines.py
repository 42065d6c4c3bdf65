"""The rows of the table: what each assumption would have to be, how large a change that is, and how hard."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparison.document import Comparison
from core.comparison.values import SWITCH
from core.model.definition import Driver
from core.questions.any_size import AnySizeValue
from core.questions.needed import NeededValues
from core.questions.search.levers import GRADES, Grade
from core.record import record
from core.wording.numbers import both, percent_change, points
from core.wording.quantities import exact_value, format_cell
from core.wording.text import Language, Text
from core.wording.unit_words import unit_words
from desktop.widgets.plain_table import Line

HEADERS = (
    Text("Assumption", "假设"), Text("Now", "现在"), Text("Needed", "需要"), Text("Change", "变动"),
    Text("How hard", "难度"), Text("", ""),
)  # fmt: skip
LIMIT, HOW_LARGE = Text("Limit", "界限"), Text("How large", "幅度")
# Where it is so already, a small change is no comfort: it undoes it.
SIZES: dict[Grade, Text] = {
    "within_reach": Text("a small change", "小幅变动"),
    "stretch": Text("a large change", "大幅变动"),
    "beyond_published": GRADES["beyond_published"],
    "impossible_alone": GRADES["impossible_alone"],
}
SHARED = Text("{label} (shared)", "{label}（共用）")
ALSO = Text("also {value}", "另有 {value}")
ALSO_OTHERS = Text("+{count} more values", "另有 {count} 个取值")
ALL_DO_IT = Text("Each of these values reaches the goal:", "以下每个取值都能达到目标：")
ALL_END_IT = Text("At each of these values it ends:", "到以下每个取值为止：")
USUAL = Text("usual {low} to {high}", "常见 {low} 至 {high}")
NONE = "–"


@record
class Choice:
    """A row that can be tried."""

    driver: Driver
    needed: float
    grade: Grade
    cells: Line


def choices(
    comparison: Comparison,
    alternative: str,
    rows: Sequence[NeededValues | AnySizeValue],
    language: Language,
    *,
    already: bool,
) -> list[Choice]:
    """The rows with a value that does it, in their order; `already`: it is so now, and the value is where it ends."""
    return [
        _choice(comparison, alternative, row, row.nearest, language, already=already)
        for row in rows
        if row.nearest is not None
    ]


def _choice(
    comparison: Comparison,
    alternative: str,
    row: NeededValues | AnySizeValue,
    nearest: float,
    language: Language,
    *,
    already: bool,
) -> Choice:
    driver = comparison.driver_of(alternative, row.driver)
    spread = comparison.setting_of(alternative, row.driver).range or driver.range
    ends = {"low": both(format_cell, spread.low, driver.unit), "high": both(format_cell, spread.high, driver.unit)}
    shared = is_shared_with_others(comparison, alternative, row.driver)
    label = SHARED.filled(label=driver.label) if shared else driver.label
    others = [value for value in _all(row) if value != nearest]
    grade = (SIZES if already else GRADES)[row.grade](language)
    cells = [
        (label(language), f"{label(language)}\n{driver.help(language)}"),
        _told(row.now, driver, language),
        (_needed(nearest, others, driver, language), _all_of_them(nearest, others, driver, language, already=already)),
        (_change(row, nearest, driver, language), ""),
        (f"{grade}\n{USUAL.filled(**ends)(language)}", spread.reason(language)),
        ("", ""),
    ]
    return Choice(driver, nearest, row.grade, cells)


def is_shared_with_others(comparison: Comparison, alternative: str, driver: str) -> bool:
    """Whether a change of this assumption changes other alternatives too."""
    return comparison.is_shared(alternative, driver) and any(
        driver not in other.own and any(d.id == driver for d in comparison.model_of(other).drivers)
        for other in comparison.alternatives
        if other.id != alternative
    )


def _all(row: NeededValues | AnySizeValue) -> tuple[float, ...]:
    return (row.needed or row.beyond) if isinstance(row, NeededValues) else ()


def _told(value: float, driver: Driver, language: Language) -> tuple[str, str]:
    return format_cell(value, driver.unit, language), exact_value(value, driver.unit, language)


def _needed(nearest: float, others: Sequence[float], driver: Driver, language: Language) -> str:
    told = format_cell(nearest, driver.unit, language)
    if not others:
        return told
    more = ALSO.filled(value=both(format_cell, others[0], driver.unit)) if len(others) == 1 else ALSO_OTHERS
    return f"{told}\n{more.filled(count=len(others))(language)}"


def _all_of_them(nearest: float, others: Sequence[float], driver: Driver, language: Language, *, already: bool) -> str:
    """The values whole, and what they have in common."""
    exactly = _exactly([nearest, *others], driver, language)
    return f"{(ALL_END_IT if already else ALL_DO_IT)(language)}\n{exactly}" if others else exactly


def _exactly(values: Sequence[float], driver: Driver, language: Language) -> str:
    return "\n".join(exact_value(float(f"{value:.10g}"), driver.unit, language) for value in values)


def _change(row: NeededValues | AnySizeValue, nearest: float, driver: Driver, language: Language) -> str:
    if driver.unit == SWITCH:
        return NONE
    if unit_words(driver.unit).kind == "share":
        return points(nearest - row.now, language)
    if row.change is None:
        plus = "+" if nearest > row.now else ""
        return plus + format_cell(nearest - row.now, driver.unit, language)
    return percent_change(row.change, language)
