"""Random formulas of x and a for tests of the exact searches: steps, bends, jumps and what is not defined."""

from __future__ import annotations

from hypothesis import strategies as st

HUNDREDTHS = st.integers(-500, 500).map(lambda cents: cents / 100)
PARTS = st.recursive(
    st.sampled_from(["x", "a", "3", "0.5"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(st.sampled_from(["min", "max", "round_up"]), inner, inner).map(lambda t: f"{t[0]}({t[1]}, {t[2]})"),
        st.tuples(st.sampled_from(["ceil", "floor", "abs", "sqrt", "log", "exp"]), inner).map(
            lambda t: f"{t[0]}({t[1]})"
        ),
        st.tuples(inner, inner, inner).map(lambda t: f"({t[0]} if {t[1]} > 1 else {t[2]})"),
        inner.map(lambda x: f"{x} ** 2"),
    ),
    max_leaves=8,
)
