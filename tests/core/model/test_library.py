"""Every built-in business model is complete: words in two languages, units, ranges with reasons, sources, examples."""

from __future__ import annotations

import math
import re

import pytest

from core.engine.plan import plan_for
from core.errors import UsageError
from core.formula.units import parse_unit
from core.model.definition import GROUPS, BusinessModel, Confidence, Driver, Line, Role, WorkedExample
from core.model.library import load_model, model_ids
from core.wording.text import Text
from tests.core.model.contract import BLOCKS, DRIVERS, LINES, MONEY_DRIVERS

MODELS = [load_model(id) for id in model_ids()]
DRIVERS_OF_ALL = [pytest.param(m, d, id=f"{m.id}.{d.id}") for m in MODELS for d in m.drivers]
LINES_OF_ALL = [pytest.param(m, line, id=f"{m.id}.{line.id}") for m in MODELS for line in m.lines]
EXAMPLES = [pytest.param(m, e, id=f"{m.id}: {e.name.en}") for m in MODELS for e in m.worked_examples]

CHINESE = re.compile("[一-鿿]")
BARE_MODEL = re.compile(r"(?<!AI )(?<!business )\bmodels?\b", re.IGNORECASE)


def check_words(text: Text, most: int) -> None:
    assert text.en.strip() == text.en
    assert text.zh.strip() == text.zh
    assert text.en
    assert CHINESE.search(text.zh), text.zh
    assert not CHINESE.search(text.en), text.en
    assert len(text.en) <= most
    assert not BARE_MODEL.search(text.en), text.en
    assert not re.search("[,;:!?()]", re.sub(r"[\d.,:]+|\([A-Za-z0-9 ,.-]+\)", "", text.zh)), text.zh


def test_the_five_in_their_order() -> None:
    assert model_ids() == ("open-weights-api", "subscription", "maas-resale", "closed-api", "capped-plan")
    assert tuple(model.id for model in MODELS) == model_ids()


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.id)
def test_ids_roles_and_units_are_those_agreed_on(model: BusinessModel) -> None:
    shared = [BLOCKS[name] for name in DRIVERS[model.id].blocks]
    units = {id: unit for block in shared for id, unit in block.items()} | DRIVERS[model.id].own
    assert {d.id: parse_unit(d.unit) for d in model.drivers} == {id: parse_unit(unit) for id, unit in units.items()}
    assert {d.id: d.role for d in model.drivers if d.role} == {id: MONEY_DRIVERS[id] for id in DRIVERS[model.id].money}
    assert {line.id: (line.role, parse_unit(line.unit)) for line in model.lines} == {
        id: (role, parse_unit(unit)) for id, (role, unit) in LINES[model.id].items()
    }


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.id)
def test_a_model_introduces_itself_and_has_worked_examples(model: BusinessModel) -> None:
    check_words(model.label, 40)
    check_words(model.help, 300)
    if model.caveat:
        check_words(model.caveat, 200)
    assert len(model.worked_examples) >= 4


@pytest.mark.parametrize(("model", "driver"), DRIVERS_OF_ALL)
def test_a_driver_says_what_it_is_and_where_its_value_comes_from(model: BusinessModel, driver: Driver) -> None:
    check_words(driver.label, 60)
    check_words(driver.help, 200)
    check_words(driver.range.reason, 250)
    check_words(driver.source.text, 300)
    assert driver.unit
    assert driver.group in GROUPS
    assert driver.range.low < driver.range.high
    assert driver.range.low <= driver.default <= driver.range.high
    if driver.source.confidence is Confidence.ASSUMPTION:
        assert "ssumption" in driver.source.text.en
        assert "假设" in driver.source.text.zh


@pytest.mark.parametrize(("model", "driver"), DRIVERS_OF_ALL)
def test_a_driver_that_can_be_senseless_has_limits(model: BusinessModel, driver: Driver) -> None:
    if driver.id == "price_discount":  # dearer than the official price is a negative discount
        assert (driver.minimum, driver.maximum) == (None, 1)
        return
    assert driver.minimum == 0
    if driver.id.endswith("_share") and driver.id != "serving_cost_share":
        assert driver.maximum == 1
    assert driver.above_minimum == (driver.id in ABOVE_ZERO)


ABOVE_ZERO = {
    "prefill_throughput",
    "decode_throughput",
    "throughput_efficiency",
    "utilisation",
    "gpus_per_node",
    "training_life_months",
}


@pytest.mark.parametrize(("model", "line"), LINES_OF_ALL)
def test_a_line_says_what_it_is(model: BusinessModel, line: Line) -> None:
    check_words(line.label, 70)
    check_words(line.help, 220)


@pytest.mark.parametrize(("model", "example"), EXAMPLES)
def test_a_worked_example_holds(model: BusinessModel, example: WorkedExample) -> None:
    drivers = {driver.id: driver.default for driver in model.drivers}
    assert set(example.given) <= set(drivers)
    found = plan_for(model).evaluate({**drivers, **example.given})
    for id, figure in example.expected.items():
        if figure is None:
            assert math.isnan(found[id]), id
        else:
            assert found[id] == pytest.approx(figure, rel=example.tolerance, abs=1e-9), id


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.id)
def test_labels_tell_the_drivers_of_a_model_apart(model: BusinessModel) -> None:
    for words in ([d.label.en for d in model.drivers], [d.label.zh for d in model.drivers]):
        assert len(set(words)) == len(words)


def test_a_block_is_the_same_wherever_it_stands() -> None:
    """A model may change a shared driver's value, range and source, not what it means."""
    first: dict[str, Driver] = {}
    for model in MODELS:
        for driver in model.drivers:
            known = first.setdefault(driver.id, driver)
            if driver.id in {id for block in BLOCKS.values() for id in block}:
                assert (driver.label, driver.help, driver.unit, driver.group, driver.linked) == (
                    known.label,
                    known.help,
                    known.unit,
                    known.group,
                    known.linked,
                )


def test_the_workload_the_machines_and_their_rent_are_shared_by_default() -> None:
    linked = {driver.id for model in MODELS for driver in model.drivers if driver.linked}
    assert linked == {
        *("users", "input_tokens_per_user", "output_tokens_per_user", "cache_hit_share"),
        *("prefill_throughput", "decode_throughput", "gpus_per_node", "gpu_hour_price"),
    }


def test_a_definition_is_read_once() -> None:
    assert load_model("subscription") is load_model("subscription")


def test_an_unknown_name_is_answered_with_the_closest() -> None:
    with pytest.raises(UsageError, match="maas-resale"):
        load_model("mass-resale")
    with pytest.raises(UsageError, match="no business model"):
        load_model("../subscription")


def test_every_role_of_the_statement_is_used() -> None:
    used = {line.role for model in MODELS for line in model.lines}
    used |= {driver.role for model in MODELS for driver in model.drivers if driver.role}
    assert used == set(Role)
