"""The functions table: every operator and function of the formula language, one row each.

`scalar` computes on Python floats and `array` on numpy arrays; both give bit-identical results for defined values.
They need not care about what is not defined: the engine notices division by zero, overflow and the like, and then
applies one rule for all functions (see `core.engine.careful`). `spreadsheet` is the same function as a cell formula.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.formula.normal import Floats, erfc
from core.record import record
from core.wording.text import Text


@record
class Operator:
    """How an operator is written and how tightly it binds."""

    symbol: str
    strength: int


@record
class Function:
    """One row of the table."""

    signature: str
    help: Text
    unit_rule: str  # a key of `core.formula.dimensions.RULES`
    spreadsheet: str  # {0}, {1} ... stand for the arguments
    scalar: Callable[..., float]
    array: Callable[..., Any]  # elementwise, takes out=, which may be one of the arguments
    fewest: int = 2
    most: int = 2
    operator: Operator | None = None


def _into(out: Floats | None, values: Floats) -> Floats:
    if out is None:
        return values
    np.copyto(out, values)
    return out


def _round_up(x: float, step: float) -> float:
    if step < 0:
        raise ValueError("a negative step")
    return x if step == 0 else step * math.ceil(x / step)


def _senseless(cells: NDArray[np.bool_] | np.bool_) -> bool:
    """Whether there is an argument that makes no sense. Where numpy is told to stop at an invalid operation, this is
    one; elsewhere those cells become NaN."""
    found = bool(cells.any())
    if found and np.geterr()["invalid"] == "raise":
        raise FloatingPointError("invalid value encountered")
    return found


def _round_up_array(x: Floats, step: Floats, out: Floats | None = None) -> Floats:
    negative = np.less(step, 0)
    if _senseless(negative):
        step = np.where(negative, np.nan, step)
    nothing = np.equal(step, 0)
    if nothing.any():
        result = np.multiply(step, np.ceil(np.divide(x, np.where(nothing, 1.0, step))))
        return _into(out, np.where(nothing, x, result))
    if out is None or out is step:
        return np.asarray(np.multiply(step, np.ceil(np.divide(x, step)), out=out))
    np.ceil(np.divide(x, step, out=out), out=out)
    return np.multiply(step, out, out=out)


_NO_SPREAD = 1e-150  # the square of a smaller spread is nothing


def _lognormal_above_array(x: Floats, mean: Floats, spread: Floats, out: Floats | None = None) -> Floats:
    """P(X > x) for a lognormal X given by its mean and coefficient of variation: with s^2 = ln(1 + spread^2) and
    m = ln(mean) - s^2 / 2 it is erfc((ln x - m) / (s sqrt 2)) / 2. No such X has a negative mean or spread."""
    x, mean, spread = np.broadcast_arrays(*(np.asarray(v, dtype=np.float64) for v in (x, mean, spread)))
    negative = (mean < 0) | (spread < 0)
    senseless = _senseless(negative)
    result = np.where(mean > x, 1.0, 0.0)
    spreads = (x > 0) & (mean > 0) & (spread > _NO_SPREAD)
    variance = np.log1p(np.square(spread[spreads]))
    middle = np.log(mean[spreads]) - variance / 2
    result[spreads] = erfc((np.log(x[spreads]) - middle) / np.sqrt(2 * variance)) / 2
    result[(x <= 0) & (mean > 0)] = 1.0
    if senseless:
        result[negative] = np.nan
    return _into(out, result)


def _flag(test: Callable[..., Any]) -> Callable[..., Floats]:
    """A comparison that answers 1.0 and 0.0, so that answers can be added and multiplied."""

    def array(a: Floats, b: Floats, out: Floats | None = None) -> Floats:
        if out is None:
            return np.asarray(test(a, b), dtype=np.float64)
        test(a, b, out=out, casting="unsafe")
        return out

    return array


def _if_else_array(test: Floats, yes: Floats, no: Floats, out: Floats | None = None) -> Floats:
    holds = np.not_equal(test, 0)
    if out is None:
        return np.where(holds, yes, no)
    if out is yes:
        np.copyto(out, no, where=~holds)
        return out
    np.copyto(out, no)
    np.copyto(out, yes, where=holds)
    return out


def _by_array(function: Callable[..., Any]) -> Callable[..., float]:
    """The scalar form of a function whose last bit numpy may round otherwise than the standard library. What it was
    asked last is kept: arrays of one element are slow, and most answers ask for the same again."""

    @lru_cache(maxsize=256)
    def scalar(*arguments: float) -> float:
        with np.errstate(divide="raise", over="raise", invalid="raise", under="ignore"):
            return float(function(*arguments))

    return scalar


_NORMAL = "NORM.S.DIST((LN({1})-LN(1+{2}^2)/2-LN({0}))/SQRT(LN(1+{2}^2)),TRUE)"

FUNCTIONS: dict[str, Function] = {
    "add": Function("a + b", Text("Sum.", "相加。"), "same", "({0}+{1})",
                    operator.add, np.add, operator=Operator("+", 2)),
    "subtract": Function("a - b", Text("Difference.", "相减。"), "same", "({0}-{1})",
                         operator.sub, np.subtract, operator=Operator("-", 2)),
    "multiply": Function("a * b", Text("Product.", "相乘。"), "product", "({0}*{1})",
                         operator.mul, np.multiply, operator=Operator("*", 3)),
    "divide": Function("a / b", Text("Quotient; not defined when b is 0.", "相除；b 为 0 时无定义。"), "quotient",
                       "({0}/{1})", operator.truediv, np.divide, operator=Operator("/", 3)),
    "negate": Function("-a", Text("The opposite.", "相反数。"), "same", "(-{0})",
                       operator.neg, np.negative, 1, 1, operator=Operator("-", 4)),
    "power": Function("a ** b", Text("a to the power of b.", "a 的 b 次方。"), "power", "({0}^{1})",
                      _by_array(np.power), np.power, operator=Operator("**", 5)),
    "less": Function("a < b", Text("1 when a is below b, else 0.", "a 小于 b 时为 1，否则为 0。"), "comparison",
                     "IF({0}<{1},1,0)", lambda a, b: 1.0 if a < b else 0.0, _flag(np.less), operator=Operator("<", 1)),
    "at_most": Function("a <= b", Text("1 when a is at most b, else 0.", "a 不大于 b 时为 1，否则为 0。"), "comparison",
                        "IF({0}<={1},1,0)", lambda a, b: 1.0 if a <= b else 0.0, _flag(np.less_equal),
                        operator=Operator("<=", 1)),
    "more": Function("a > b", Text("1 when a is above b, else 0.", "a 大于 b 时为 1，否则为 0。"), "comparison",
                     "IF({0}>{1},1,0)", lambda a, b: 1.0 if a > b else 0.0, _flag(np.greater),
                     operator=Operator(">", 1)),
    "at_least": Function("a >= b", Text("1 when a is at least b, else 0.", "a 不小于 b 时为 1，否则为 0。"),
                         "comparison",
                         "IF({0}>={1},1,0)", lambda a, b: 1.0 if a >= b else 0.0, _flag(np.greater_equal),
                         operator=Operator(">=", 1)),
    "equal": Function("a == b", Text("1 when both are the same, else 0.", "两者相等时为 1，否则为 0。"), "comparison",
                      "IF({0}={1},1,0)", lambda a, b: 1.0 if a == b else 0.0, _flag(np.equal),
                      operator=Operator("==", 1)),
    "unequal": Function("a != b", Text("1 when they differ, else 0.", "两者不等时为 1，否则为 0。"), "comparison",
                        "IF({0}<>{1},1,0)", lambda a, b: 1.0 if a != b else 0.0, _flag(np.not_equal),
                        operator=Operator("!=", 1)),
    "if_else": Function("a if test else b",
                        Text("a when the test holds, else b.", "条件成立时取 a，否则取 b。"), "choice",
                        "IF({0}<>0,{1},{2})", lambda test, a, b: a if test else b, _if_else_array, 3, 3,
                        operator=Operator("if", 0)),
    "min": Function("min(a, b, ...)", Text("The smallest.", "取最小值。"), "same", "MIN({0},{1})",
                    min, np.minimum, 2, 20),
    "max": Function("max(a, b, ...)", Text("The largest.", "取最大值。"), "same", "MAX({0},{1})",
                    max, np.maximum, 2, 20),
    "round_up": Function("round_up(x, step)",
                         Text("x rounded up to a multiple of step; x itself when step is 0.",
                              "把 x 向上取整到 step 的整数倍；step 为 0 时取 x 本身。"),
                         "same", "IF({1}=0,{0},{1}*-INT(-{0}/IF({1}=0,1,{1})))", _round_up, _round_up_array),
    "ceil": Function("ceil(x)", Text("x rounded up to a whole number.", "向上取整。"), "same", "(-INT(-{0}))",
                     lambda x: float(math.ceil(x)), np.ceil, 1, 1),
    "floor": Function("floor(x)", Text("x rounded down to a whole number.", "向下取整。"), "same", "INT({0})",
                      lambda x: float(math.floor(x)), np.floor, 1, 1),
    "abs": Function("abs(x)", Text("x without its sign.", "绝对值。"), "same", "ABS({0})", abs, np.abs, 1, 1),
    "exp": Function("exp(x)", Text("e to the power of x.", "e 的 x 次方。"), "pure", "EXP({0})",
                    _by_array(np.exp), np.exp, 1, 1),
    "log": Function("log(x)", Text("The natural logarithm.", "自然对数。"), "pure", "LN({0})",
                    _by_array(np.log), np.log, 1, 1),
    "sqrt": Function("sqrt(x)", Text("The square root.", "平方根。"), "root", "SQRT({0})", math.sqrt, np.sqrt, 1, 1),
    "lognormal_above": Function(
        "lognormal_above(x, mean, spread)",
        Text("Share of a lognormal quantity of that mean and coefficient of variation that lies above x.",
             "服从对数正态分布（给定均值与变异系数）的量超过 x 的比例。"),
        "share_above", "IF({2}=0,IF({1}>{0},1,0),IF({0}<=0,1," + _NORMAL + "))",
        _by_array(_lognormal_above_array), _lognormal_above_array, 3, 3),
}  # fmt: skip
