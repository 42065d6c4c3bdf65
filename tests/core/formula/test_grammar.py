"""Formula text becomes a tree, printing gives it back, and whatever is wrong is said in a sentence with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formula.errors import FormulaError
from core.formula.functions import FUNCTIONS
from core.formula.grammar import parse
from core.formula.printing import text_of
from core.formula.tree import Call, Name, Node, Number, names_in


def a(function: str, *arguments: Node) -> Call:
    return Call(function, arguments)


X, Y, Z = Name("x"), Name("y"), Name("z")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("1.5e3", Number(1500.0)),
        ("x", X),
        ("x + y * z", a("add", X, a("multiply", Y, Z))),
        ("x - y - z", a("subtract", a("subtract", X, Y), Z)),
        ("x / y / z", a("divide", a("divide", X, Y), Z)),
        ("(x + y) * z", a("multiply", a("add", X, Y), Z)),
        ("-x ** 2", a("negate", a("power", X, Number(2.0)))),
        ("x ** y ** z", a("power", X, a("power", Y, Z))),
        ("x ** -1", a("power", X, Number(-1.0))),
        ("- 3", Number(-3.0)),
        ("x if y > z else 0", a("if_else", a("more", Y, Z), X, Number(0.0))),
        ("x if y else z if x else y", a("if_else", Y, X, a("if_else", X, Z, Y))),
        ("max(x, y, z)", a("max", a("max", X, Y), Z)),
        ("round_up(x, 4)", a("round_up", X, Number(4.0))),
        ("x\n  +\ty", a("add", X, Y)),
    ],
)
def test_reads(text: str, tree: Node) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("", 0, "At place 1 stands the end of the formula; expected a number, a name or an opening bracket."),
        ("x +", 3, "At place 4 stands the end of the formula"),
        ("x y", 2, 'At place 3 stands "y"; expected an operator or the end.'),
        ("(x", 2, 'expected ")"'),
        ("x < y < z", 6, "only one comparison at a time"),
        ("x = y", 2, 'The character "=" at place 3'),
        ("x.real", 1, 'The character "." at place 2'),
        ("__import__('os')", 0, 'The character "_" at place 1'),
        ("x[0]", 1, 'The character "[" at place 2'),
        ("lambda: 0", 6, 'The character ":" at place 7'),
        ("ｘ + 1", 0, 'The character "ｘ" at place 1'),
        ("roundup(x, 4)", 0, "Did you mean round_up?"),
        ("add(x, y)", 0, 'There is no function "add".'),
        ("ceil(x, y)", 0, "ceil was given 2 values. It is written ceil(x)."),
        ("max(x)", 0, "max was given 1 values."),
        ("1e999", 0, "1e999 cannot be represented."),
        ("x if y", 6, 'expected "else"'),
        ("if", 0, 'At place 1 stands "if"'),
        ("(" * 80 + "x" + ")" * 80, 65, "more than 64 levels"),
        ("-" * 80 + "x", 65, "more than 64 levels"),
        ("x" + " + x" * 400, 0, "at most 2000 characters and 400 parts"),
        ("x" * 3000, 0, "It has 3000 characters."),
    ],
)
def test_refuses_with_a_sentence_and_a_place(text: str, place: int, sentence: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert sentence in str(caught.value)
    assert caught.value.position == place
    assert caught.value.text().zh


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        tree = parse(text)
    except FormulaError:
        return
    assert parse(text_of(tree)) == tree


LEAVES = st.one_of(st.floats(0, 1e12).map(Number), st.sampled_from([X, Y, Z]))


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> Node:
    """Any tree that text can be read into, not deeper than `depth`."""
    if depth == 0 or draw(st.booleans()):
        return draw(LEAVES)
    function = draw(st.sampled_from(sorted(FUNCTIONS)))
    arguments = tuple(draw(trees(depth - 1)) for _ in range(FUNCTIONS[function].fewest))
    if function == "negate" and isinstance(arguments[0], Number):  # reads as a number of its own kind
        return arguments[0]
    return Call(function, arguments)


@given(trees())
def test_printing_gives_back_what_was_read(tree: Node) -> None:
    assert parse(text_of(tree)) == tree


def test_names_in_a_formula() -> None:
    assert names_in(parse("x + max(y, 2) / x")) == {"x", "y"}
