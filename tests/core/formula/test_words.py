"""Formulas in words: the phrases of every function, and brackets exactly where they are needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formula.functions import FUNCTIONS
from core.formula.grammar import parse
from core.formula.tree import Call, Name, Node, Number
from core.formula.words import PHRASES, SUM, Said, said
from core.questions.workings.formulas import value_of
from core.wording.text import Text


def leaf(part: Name | Number, prose: bool) -> Said:
    if isinstance(part, Number):
        written = f"{part.value:g}".replace("-", "−")
        return Said(Text(written, written), SUM) if part.value < 0 else Said(Text(written, written))
    return Said(Text(part.id, part.id), switch=part.id == "switch")


def words(formula: str) -> Text:
    return said(parse(formula), leaf)


def test_every_function_of_the_language_has_a_phrase_for_all_its_arguments() -> None:
    assert set(PHRASES) == set(FUNCTIONS)
    for id, phrase in PHRASES.items():
        for place in range(len(phrase.around)):
            assert f"{{{place}}}" in phrase.words.en, id
            assert f"{{{place}}}" in phrase.words.zh, id
        assert FUNCTIONS[id].fewest <= len(phrase.around) <= FUNCTIONS[id].most


@pytest.mark.parametrize(
    ("formula", "english", "chinese"),
    [
        ("a + b - c", "a + b − c", "a + b − c"),
        ("a - (b - c)", "a − (b − c)", "a −（b − c）"),
        ("a * (1 - b) / c", "a × (1 − b) ÷ c", "a ×（1 − b）÷ c"),
        ("a / (b * c)", "a ÷ (b × c)", "a ÷（b × c）"),
        ("a * -3", "a × (−3)", "a ×（−3）"),
        ("round_up(a / b, c)", "(a ÷ b) rounded up to whole multiples of c", "（a ÷ b）按 c 的整数倍向上取整"),
        ("max(a, b)", "the larger of a and b", "a 与 b 中的较大者"),
        ("max(a, b, c)", "the largest of a, b and c", "a、b、c 中的最大者"),
        ("min(a, b + c) * d", "(the smaller of a and b + c) × d", "（a 与 b + c 中的较小者）× d"),
        ("a if switch else b", "a if switch is yes, otherwise b", "如果 switch 为“是”，则为 a，否则为 b"),
        ("a if b else c", "a if b is not 0, otherwise c", "如果 b 不为 0，则为 a，否则为 c"),
        ("a if b < c else d", "a if b is below c, otherwise d", "如果 b 小于 c，则为 a，否则为 d"),
        ("a ** 2", "a to the power of 2", "a 的 2 次方"),
    ],
)
def test_phrases_and_brackets(formula: str, english: str, chinese: str) -> None:
    assert words(formula) == Text(english, chinese)


OPERATORS = ("add", "subtract", "multiply", "divide", "negate")
TREES = st.recursive(
    st.integers(-9, 9).map(lambda number: Number(float(number))),
    lambda part: st.builds(
        lambda function, parts: Call(function, parts[:1] if function == "negate" else parts),
        st.sampled_from(OPERATORS),
        st.tuples(part, part),
    ),
)


@given(TREES)
def test_read_again_the_words_mean_the_same(tree: Node) -> None:
    again = said(tree, leaf).en.replace("×", "*").replace("÷", "/").replace("−", "-")
    assert value_of(parse(again), {}) == pytest.approx(value_of(tree, {}), rel=0, abs=0, nan_ok=True)
