"""Help made from definitions holds what the definitions say, for built-in business models and for anybody's own."""

from __future__ import annotations

import re

import pytest

from core.errors import UsageError
from core.help import help_for_driver, help_for_model
from core.model.library import load_model, model_ids
from core.wording.quantities import exact_value
from core.wording.text import LANGUAGES, Text
from tests.core.small_models import model_of_profit


def unescaped(text: str) -> str:
    return text.replace("\\", "")


@pytest.mark.parametrize("id", model_ids())
def test_every_assumption_is_explained(id: str) -> None:
    model = load_model(id)
    for driver in model.drivers:
        page = help_for_driver(model, driver.id)
        for language in LANGUAGES:
            text = unescaped(page(language))
            for words in (driver.label, driver.help, driver.range.reason, driver.source.text):
                assert words(language) in text
            assert exact_value(driver.default, driver.unit, language) in text


@pytest.mark.parametrize("id", model_ids())
def test_a_business_model_tells_every_line_in_words(id: str) -> None:
    model = load_model(id)
    page = help_for_model(model, "help:")
    for language in LANGUAGES:
        text = unescaped(page(language))
        for line in model.lines:
            assert f"*{line.label(language)} = " in text
            assert line.help(language) in text
        for driver in model.drivers:
            assert f"](help:{driver.id})" in text
        assert not re.search(r"[a-z]_[a-z]", re.sub(r"\(help:[^)]*\)", "", text))


def test_a_line_that_uses_an_assumption_is_named_with_it() -> None:
    page = help_for_driver(load_model("maas-resale"), "gpu_hour_price")
    assert "## Where it counts" in page.en
    assert "*GPU rent = GPU hours paid for × Rent of one GPU for an hour*" in page.en
    assert "Shared at first" in page.en
    assert "默认共用" in page.zh


def test_words_of_somebody_are_never_taken_for_markdown() -> None:
    model = model_of_profit("users")
    tricky = model.drivers[0].but(label=Text("*a* [b](help:c) <i>", "*甲* # | `乙`"))
    own = model.but(drivers=(tricky, *model.drivers[1:]))
    page = help_for_driver(own, "users")
    assert page.en.startswith("# \\*a\\* \\[b\\](help:c) \\<i\\>")
    assert page.zh.startswith("# \\*甲\\* \\# \\| \\`乙\\`")
    assert "](" not in help_for_model(own).en.replace("\\](", "")


def test_an_unknown_assumption_is_refused_with_the_closest() -> None:
    with pytest.raises(UsageError, match="utilisation"):
        help_for_driver(load_model("maas-resale"), "utilization")
