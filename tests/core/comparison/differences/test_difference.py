"""What differs between two comparisons, in words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from core.comparison import edits
from core.comparison.differences.difference import differences
from core.comparison.distribution import Discrete, Lognormal, Normal, Pert, Triangular, Uniform
from core.comparison.document import Comparison
from core.comparison.examples import example_ids, load_example
from core.comparison.file.format import dumps, loads
from core.comparison.parts import Comment, ReferenceCheck
from core.model.definition import Range
from core.wording.text import Text


def seen(before: Comparison, after: Comparison) -> dict[tuple[str, str], tuple[Any, Any]]:
    changes = differences(before, after)
    assert len({(c.where, c.what) for c in changes}) == len(changes)
    for change in changes:
        assert change.before != change.after
        assert change.sentence.en.endswith(".")
        assert change.sentence.zh.endswith("。")
    return {(c.where, c.what): (c.before, c.after) for c in changes}


def test_equal_comparisons_do_not_differ(pair: Comparison) -> None:
    assert differences(pair, loads(dumps(pair)).comparison) == ()
    assert differences(pair, edits.set_view(pair, {"tab": 2})) == ()


def test_a_shared_value_is_told_once(pair: Comparison) -> None:
    (change,) = differences(pair, edits.set_value(pair, "club", "users", 250))
    assert (change.where, change.what, change.before, change.after) == ("shared", "users", 100, 250)
    assert change.sentence == Text(
        "users (for all): 100 users -> 250 users.", "users（共用）：100 个用户 → 250 个用户。"
    )


def test_values_notes_and_ranges_of_one_alternative(pair: Comparison) -> None:
    after = edits.set_value(pair, "shop", "price", 25)
    after = edits.set_note(after, "shop", "price", "asked")
    after = edits.set_private(after, "shop", "price", True)
    after = edits.set_range(after, "shop", "price", Range(low=1, high=2, reason=Text("seen", "见过")))
    after = edits.set_source(after, "shop", "price", pair.driver_of("shop", "price").source)
    assert list(seen(pair, after)) == [
        ("shop", "price"),
        ("shop", "price.range"),
        ("shop", "price.source"),
        ("shop", "price.note"),
        ("shop", "price.private"),
    ]


def test_a_link_and_the_value_behind_it(pair: Comparison) -> None:
    assert seen(pair, edits.set_own_value(pair, "shop", "users", 5)) == {
        ("shop", "users.shared"): (True, False),
        ("shop", "users"): (100, 5),
    }


def test_columns_come_go_move_and_get_names(pair: Comparison) -> None:
    after = edits.rename(edits.duplicate(pair, "club"), "club", "The club")
    assert seen(pair, after) == {
        ("club_2", "alternative"): (None, Text("club business (copy)", "club business（副本）")),
        ("club", "name"): (Text("club business", "club business"), "The club"),
    }
    assert seen(pair, edits.move(pair, "club", 0)) == {("comparison", "order"): ("shop, club", "club, shop")}
    assert ("club", "alternative") in seen(pair, edits.remove(pair, "club"))


def test_scenarios_and_what_they_change(pair: Comparison) -> None:
    before = edits.add_scenario(pair, "A", {"shop": {"price": 5}})
    after = edits.add_scenario(edits.set_in_scenario(before, "A", "shop", "price", 6), "B")
    after = edits.set_in_scenario(after, "A", "club", "users", 7)
    assert seen(before, after) == {
        ("comparison", "scenario.B"): (None, "B"),
        ("shop", "scenario.A.price"): (5, 6),
        ("shared", "scenario.A.users"): (None, 7),
    }


def test_formulas_units_and_lines_of_a_definition(pair: Comparison) -> None:
    content = json.loads(dumps(pair))
    lines = content["models"]["shop"]["lines"]
    lines[0]["formula"] = "users * price * 2"
    lines.append({**lines[0], "id": "tips", "label": {"en": "tips", "zh": "小费"}})
    content["models"]["shop"]["drivers"][1]["default"] = 21
    after = loads(json.dumps(content).encode()).comparison
    assert seen(pair, after) == {
        ("shop", "line.tips"): (None, "tips"),
        ("shop", "price.default"): (20, 21),
        ("shop", "sales.formula"): ("users * price", "users * price * 2"),
    }


def test_what_stands_beside_the_figures(pair: Comparison) -> None:
    check = ReferenceCheck(name="Published", alternative="shop", figure="sales", unit="USD/month", published=1)
    before = edits.add_reference_check(pair, check)
    after = edits.add_reference_check(pair, check.but(published=2))
    after = edits.add_comment(edits.add_checkpoint(after, "Now", "2026-11-23"), Comment(where="", text="hm"))
    after = edits.set_seed(edits.set_story(edits.set_title(after, "T"), "S"), 9)
    assert set(seen(before, after)) == {
        ("comparison", "title"),
        ("comparison", "story"),
        ("comparison", "seed"),
        ("comparison", "reference_check.Published.published"),
        ("comparison", "comment.hm"),
        ("comparison", "checkpoint.Now"),
    }


@pytest.mark.parametrize(
    "distribution",
    [
        Uniform(low=1, high=2),
        Triangular(low=1, mode=2, high=3),
        Pert(low=1, mode=2, high=3),
        Normal(mean=1, sd=2),
        Lognormal(mean=1, sd=2),
        Discrete(values=(1, 2), weights=(1, 1)),
    ],
)
def test_every_distribution_survives_its_file_and_can_be_told(pair: Comparison, distribution: Any) -> None:
    after = edits.set_distribution(pair, "shop", "price", distribution)
    assert loads(dumps(after)).comparison == after
    assert list(seen(pair, after)) == [("shop", "price.distribution")]


@pytest.mark.parametrize("before", example_ids())
@pytest.mark.parametrize("after", example_ids())
def test_any_two_examples_can_be_compared(before: str, after: str) -> None:
    assert bool(seen(load_example(before), load_example(after))) == (before != after)
