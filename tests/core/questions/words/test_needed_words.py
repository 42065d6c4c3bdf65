"""What cannot reach a goal alone, in words that are true of it: yes or no, a side that is used up, no effect."""

from __future__ import annotations

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.examples import load_example
from core.help import help_page
from core.questions.needed import needed
from core.questions.results import alternative_result
from core.questions.search.levers import GRADES
from core.questions.targets import Target
from core.questions.words.needed import refusals
from core.wording.text import LANGUAGES

SWITCH = "Reading and writing on machines of their own"


def told(comparison: Comparison, alternative: str, goal: float = 0.0) -> list[str]:
    found = needed(comparison, alternative, Target("operating_profit", goal))
    revenue = alternative_result(comparison, alternative).lines["revenue"]
    return [text.en for text in refusals(comparison, found, revenue, "USD")]


def test_a_switch_is_not_told_as_a_range() -> None:
    sentences = told(load_example("deepseek-day"), "deepseek")
    (switch,) = [sentence for sentence in sentences if SWITCH in sentence]
    assert switch.startswith(f"“{SWITCH}”: neither yes nor no undoes it. At the worst, no, it still makes about")
    other_way = edits.set_value(load_example("deepseek-day"), "deepseek", "separate_pools", 0.0)
    (switch,) = [sentence for sentence in told(other_way, "deepseek", 1e9) if SWITCH in sentence]
    assert switch.startswith(f"“{SWITCH}”: neither yes nor no is enough. At the best, yes, it still makes about")


def test_a_side_that_is_used_up_is_no_lack_of_effect() -> None:
    sentences = told(load_example("siliconflow"), "public")
    assert "A higher value brings nothing more here: “Reading speed of a busy node”." in sentences
    assert "A lower value brings nothing more here: “Marketplace's share of revenue”." in sentences
    assert f"These are as good as they can be here already: “{SWITCH}”." in sentences
    assert sentences[-1].startswith("These change nothing here: ")
    assert "Reading speed" not in sentences[-1]


def test_the_help_says_how_hard_it_is_in_the_words_of_the_screen() -> None:
    for language in LANGUAGES:
        text = help_page("needed", language).lower()
        for grade in GRADES.values():
            assert f"**{grade(language)}**" in text
