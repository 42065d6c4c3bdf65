"""Workings can be read aloud and worked out again: what is printed comes to what is shown, for every figure."""

from __future__ import annotations

import math
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparison.document import Comparison
from core.comparison.edits import set_value
from core.comparison.examples import load_example
from core.comparison.new import new_comparison
from core.comparison.parts import Setting
from core.engine.plan import plan_for
from core.errors import UsageError
from core.formula.constants import CONSTANTS
from core.model.definition import Driver
from core.model.library import model_ids
from core.model.statement import STATEMENT
from core.questions.display import Display
from core.questions.workings import Working, Workings, as_text, workings
from core.questions.workings.figures import figure, rounded
from core.wording.quantities import format_value
from core.wording.text import LANGUAGES, Language, Text, words
from tests.core.questions.small_comparisons import built_in
from tests.core.questions.workings.printed import numbers_in, printed_numbers, tokens, worked_out

TODAY = date(2026, 12, 1)
PROSE = re.compile(r"the larger|the smaller|rounded|the share|较大者|较小者|向上取整|占比")
RAW_ID = re.compile(r"[a-z]+_[a-z_]+|\{|\}|nan|inf\b", re.IGNORECASE)
ALTERNATIVES = [pytest.param(c, a, id=f"{words(c.title, 'en')}, {a}") for c, a in built_in()]


def every_id(comparison: Comparison, alternative: str) -> list[str]:
    model = comparison.model_of(alternative)
    return [*(item.id for item in model.quantities), *STATEMENT, *CONSTANTS]


def check_numbers(working: Working) -> None:
    """Both the plain digits and the printed expression come to the value at the precision shown."""
    again = worked_out(working.numeric_text)
    for language in LANGUAGES:
        assert format_value(again, working.unit, language) == working.shown(language)
        assert working.numbers is not None
        *left, right = working.numbers(language).split(" = ")
        assert right == figure(rounded(again), working.unit)(language)
        if left:
            assert printed_numbers(left[0]) == pytest.approx(numbers_in(working.numeric_text), rel=1e-12)
        if left and not PROSE.search(left[0]):
            assert worked_out("".join(tokens(left[0]))) == pytest.approx(again, rel=1e-9, abs=1e-12 * scale(working))


def scale(working: Working) -> float:
    return sum(numbers_in(working.numeric_text))


def texts_of(working: Working) -> list[Text]:
    found = [working.label, working.shown, working.sentence, working.formula, working.numbers]
    origin = working.origin.sentences if working.origin else ()
    return [text for text in (*found, *origin, *(part.label for part in working.inputs)) if text is not None]


@pytest.mark.parametrize(("comparison", "alternative"), ALTERNATIVES)
def test_every_figure_of_every_business_model_can_be_worked_out_again(comparison: Comparison, alternative: str) -> None:
    asked = Workings(comparison, alternative, TODAY)
    values = plan_for(comparison.model_of(alternative)).evaluate(comparison.values_of(alternative))
    for id in every_id(comparison, alternative):
        working = asked.of(id)
        if id not in CONSTANTS:
            assert working.value == pytest.approx(values[id], nan_ok=True, rel=0)
        if working.kind == "line" and not math.isnan(working.value):
            check_numbers(working)
        assert (working.kind == "driver") == (working.origin is not None)
        for text in texts_of(working):
            for language in LANGUAGES:
                assert text(language).strip(), (id, text)
                assert not RAW_ID.search(text(language)), text(language)


DISPLAYS = (Display("year", "CNY"), Display("day"), Display(currency="CNY", rate=6.8))


@pytest.mark.parametrize("display", DISPLAYS, ids=lambda display: f"{display.period} {display.currency}")
@pytest.mark.parametrize(("comparison", "alternative"), ALTERNATIVES)
def test_figures_shown_otherwise_can_be_worked_out_again(
    comparison: Comparison, alternative: str, display: Display
) -> None:
    asked = Workings(comparison, alternative, TODAY, display)
    values = plan_for(comparison.model_of(alternative)).evaluate(comparison.values_of(alternative))
    for id in every_id(comparison, alternative):
        working = asked.of(id)
        if working.kind == "line" and not math.isnan(working.value):
            check_numbers(working)
            *_, result = working.numbers.en.split(" = ")
            assert "a month" not in result or "$" not in result
        elif working.kind != "line" and id not in CONSTANTS:
            assert working.value == values[id]  # as it was typed
            assert working.note is None


def test_a_sum_of_answers_is_told_as_they_are_shown_and_the_rate_beside_it() -> None:
    comparison = load_example("three-ways")
    working = Workings(comparison, "api", display=Display("year", "CNY")).of("operating_profit")
    assert working.unit == "CNY/year"
    assert working.numbers is not None
    assert working.numbers.en.count("¥") == 3
    assert "$" not in working.numbers.en
    assert working.note == Text("Converted at 7.28 yuan a dollar.", "按 1 美元 = 7.28 元折算。")
    assert "a year" in working.shown.en
    assert Workings(comparison, "api", display=Display("year")).of("operating_profit").note is None


def test_what_was_typed_stays_and_the_figure_it_leads_to_is_converted_at_the_end() -> None:
    working = Workings(load_example("deepseek-day"), "deepseek", display=Display("year", "CNY")).of("gpu_cost")
    assert working.numbers is not None
    left, right = working.numbers.en.split(" = ")
    assert left.endswith("× 12 × 7.28")
    assert "$2 per GPU hour" in left
    assert right.startswith("¥")
    assert right.endswith(" a year")
    assert (
        Workings(load_example("deepseek-day"), "deepseek", display=Display("day"))
        .of("gpu_cost")
        .numbers.en.partition(" = ")[0]
        .endswith("× 12 ÷ 365")
    )


def test_a_loss_is_told_as_it_is_shown() -> None:
    display = Display("year", "CNY")
    working = Workings(load_example("deepseek-day"), "fivefold", display=display).of("operating_profit")
    assert "a year: direct and operating cost" in working.sentence.en
    assert "¥" in working.sentence.en
    assert (
        "Of each ¥100"
        in Workings(load_example("deepseek-day"), "deepseek", display=display).of("gross_margin").sentence.en
    )


def driver_values(driver: Driver) -> st.SearchStrategy[float]:
    if driver.unit == "yes/no":
        return st.sampled_from((0.0, 1.0))
    edges = [driver.range.low, driver.range.high, *([driver.minimum] if driver.minimum == 0 else [])]
    allowed = [edge for edge in edges if not (driver.above_minimum and edge == driver.minimum)]
    return st.sampled_from(allowed) | st.floats(driver.range.low, driver.range.high)


@pytest.mark.parametrize("model", model_ids())
@settings(max_examples=20)
@given(data=st.data())
def test_workings_hold_for_any_values(model: str, data: st.DataObject) -> None:
    comparison = new_comparison("A test", [model])
    alternative = comparison.alternatives[0]
    drivers = comparison.model_of(alternative).drivers
    drawn = data.draw(st.fixed_dictionaries({driver.id: driver_values(driver) for driver in drivers}))
    own = {id: Setting(value=value) for id, value in drawn.items()}
    changed = comparison.but(alternatives=(alternative.but(own=own),))
    asked = Workings(changed, alternative.id)
    for id in every_id(changed, alternative.id):
        working = asked.of(id)
        if working.kind != "line":
            continue
        if math.isnan(working.value):
            assert working.numbers is None
            assert working.sentence.en.startswith("Not defined, because ")
            assert working.sentence.zh.startswith("无定义，因为")
        else:
            check_numbers(working)


def test_the_formula_reads_as_a_person_would_say_it() -> None:
    working = workings(load_example("deepseek-day"), "deepseek", "gpu_cost")
    assert working.formula == Text(
        "GPU rent = GPU hours paid for × Rent of one GPU for an hour", "GPU 租金 = 付费 GPU 小时 × GPU 每小时租金"
    )
    profit = workings(load_example("three-ways"), "api", "revenue")
    assert profit.formula is not None
    assert profit.formula.en == "Revenue = Customisation and support contracts + API revenue"


def test_only_the_branch_taken_is_worked_out() -> None:
    comparison = load_example("three-ways")
    working = workings(comparison, "maas", "paid_nodes")
    assert working.formula is not None
    assert "if “Reading and writing on machines of their own” is yes, otherwise" in working.formula.en
    assert "如果“输入与输出分用不同机器”为“是”" in working.formula.zh
    used = {part.id for part in working.inputs if part.used}
    assert {"minimum_nodes", "separate_pools", "busy_nodes", "utilisation", "pool_unit_nodes"} == used
    assert {part.id for part in working.inputs} - used == {
        "prefill_nodes", "prefill_unit_nodes", "decode_nodes", "decode_unit_nodes"
    }  # fmt: skip
    assert re.fullmatch(r"max\(\d+, round_up\([\d.]+ / [\d.]+, \d+\)\)", working.numeric_text)
    assert working.numbers is not None
    assert re.search(r"rounded up to whole multiples of \d+ nodes?\b", working.numbers.en)


def test_rounding_to_multiples_of_nothing_is_left_out() -> None:
    comparison = set_value(load_example("three-ways"), "maas", "pool_unit_nodes", 0)
    working = workings(comparison, "maas", "paid_nodes")
    assert working.numbers is not None
    assert "rounded" not in working.numbers.en
    assert "pool_unit_nodes" in {part.id for part in working.inputs if part.used}


def test_both_margins_stand_side_by_side() -> None:
    comparison = load_example("deepseek-day")
    markup, margin = (workings(comparison, "deepseek", id) for id in ("markup", "gross_margin"))
    assert markup.sentence == Text(
        "A markup of 545% on cost is the same as a gross margin of 84.5% of revenue.",
        "成本利润率 545% 等同于毛利率 84.5%。",
    )
    assert "Of each $100 of revenue, $84.50 is left" in margin.sentence.en
    assert "markup of 545%" in margin.sentence.en
    assert "每 100 美元收入" in margin.sentence.zh


def test_a_loss_is_called_a_loss() -> None:
    working = workings(load_example("deepseek-day"), "fivefold", "operating_profit")
    assert working.value < 0
    assert working.sentence.en.startswith("A loss of about $")
    assert working.sentence.zh.startswith("每月亏损约")
    margin = workings(load_example("three-ways"), "maas", "gross_margin")
    assert margin.sentence.en.startswith("For each $100 of revenue, direct cost takes $")


@pytest.mark.parametrize(
    ("alternative", "id", "why"),
    [
        ("api", "gross_margin", "Not defined, because “Revenue” is 0."),
        ("api", "contribution_per_user", "Not defined, because “Active users” is 0."),
        ("maas", "break_even_utilisation", "Not defined, because “API revenue” is 0."),
        (
            "subscription",
            "lifetime_value_pro",
            (
                "Not defined, because “Cost of serving a typical user” is not defined: “Free users”, "
                "“Subscribers on the small plan” and “Subscribers on the large plan” are all 0."
            ),
        ),
    ],
)
def test_what_is_not_defined_says_why(alternative: str, id: str, why: str) -> None:
    comparison = set_value(load_example("three-ways"), "shared", "users", 0)
    working = workings(comparison, alternative, id)
    assert math.isnan(working.value)
    assert working.sentence.en == why
    assert working.shown.en == "–"
    assert working.formula is not None


def test_a_driver_tells_where_it_comes_from() -> None:
    comparison = load_example("three-ways")
    shared = workings(comparison, "api", "gpu_hour_price", TODAY).origin
    assert shared is not None
    assert shared.shared
    assert shared.age_days == 8
    assert any("checked 23 Nov 2026, 8 days ago" in text.en for text in shared.sentences)
    assert any(text.zh.startswith("与以下商业模式共用") for text in shared.sentences)
    own = workings(comparison, "maas", "gpu_hour_price", TODAY).origin
    assert own is not None
    assert not own.shared
    assert any(text.en.startswith("Note: A reseller rents") for text in own.sentences)


def test_a_changed_driver_has_no_source_and_says_what_it_was() -> None:
    comparison = set_value(load_example("three-ways"), "maas", "utilisation", 0.97)
    origin = workings(comparison, "maas", "utilisation", TODAY).origin
    assert origin is not None
    assert origin.source is None
    assert origin.age_days is None
    assert origin.sentences[0] == Text(
        "Set by hand, without a source; it was 20% before.", "手动设置，没有来源；原为 20%。"
    )
    assert origin.outside
    assert origin.sentences[-1].en.endswith("The value here lies outside it.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_chain_as_text_goes_down_to_the_sources(language: Language) -> None:
    comparison = load_example("three-ways")
    text = as_text(Workings(comparison, "api", TODAY), "operating_profit", language)
    lines = text.splitlines()
    assert not lines[0].startswith(" ")
    assert all(not RAW_ID.search(line) for line in lines)
    source = {"en": "Source: ", "zh": "来源："}[language]
    assert sum(source in line for line in lines) >= 25
    names = [line.strip() for line in lines]
    head = {"en": "Active users: 6M users", "zh": "活跃用户数：600 万个用户"}[language]
    assert names.count(head) == 1
    assert sum(name.startswith(head) for name in names) > 1


def test_unknown_figures_are_refused_with_the_closest_name() -> None:
    comparison = load_example("three-ways")
    with pytest.raises(UsageError, match="gross_margin"):
        workings(comparison, "api", "gros_margin")
    with pytest.raises(UsageError, match="api"):
        workings(comparison, "apis", "gross_margin")
