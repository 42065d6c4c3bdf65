"""Where a new comparison starts, and what presets rest on."""

from __future__ import annotations

import pytest

from core.comparison.new import new_comparison
from core.comparison.preset_words import told_confidences
from core.comparison.presets import all_presets, confidences, presets_for
from core.errors import UsageError
from core.model.definition import Confidence


def test_a_new_comparison_takes_the_preset_named_for_a_model() -> None:
    comparison = new_comparison("x", ["closed-api", "maas-resale"], {"closed-api": "gpt-4-5"})
    closed, resale = comparison.alternatives
    assert comparison.values_of(closed.id)["output_price"] == 150
    assert comparison.values_of(resale.id) == new_comparison("x", ["maas-resale"]).values_of(resale.id)


def test_a_preset_of_another_model_is_refused() -> None:
    with pytest.raises(UsageError, match='There is no preset "gpt-4-5"'):
        new_comparison("x", ["maas-resale"], {"maas-resale": "gpt-4-5"})


def test_what_a_preset_rests_on_adds_up() -> None:
    for preset in all_presets():
        assert sum(confidences(preset).values()) == len(preset.drivers)


def test_told_in_both_languages() -> None:
    cautious = next(preset for preset in presets_for("open-weights-api") if preset.id == "deepseek-cautious")
    assert confidences(cautious) == {Confidence.PRIMARY: 23, Confidence.ESTIMATE: 2, Confidence.ASSUMPTION: 2}
    told = told_confidences(cautious)
    assert told.en == "27 values: 23 first-hand, 2 worked out, 2 assumed"
    assert told.zh == "27 个数值：23 个一手、2 个推算、2 个假设"
