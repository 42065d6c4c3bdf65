"""Logarithm, exponential and the normal distribution's quantiles built from +, -, *, / and square roots only. Those are
rounded the same way by every processor, where the functions of a system's own library differ in their last bits; so a
seed gives the same draws on every machine. Within a few units in the last place of the true values."""

from __future__ import annotations

import numpy as np

from core.formula.normal import Floats

# ln 2 in two parts, the first short enough for its multiples to be exact.
_LN2_HIGH = 6.93147180369123816490e-01
_LN2_LOW = 1.90821492927058770002e-10

# Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37 (1988).
_MIDDLE_TOP = (
    2.50908092873012267e3,
    3.34305755835881281e4,
    6.72657709270087009e4,
    4.59219539315498715e4,
    1.37316937655094611e4,
    1.97159095030655144e3,
    1.33141667891784377e2,
    3.38713287279636661e0,
)
_MIDDLE_BOTTOM = (
    5.22649527885285456e3,
    2.87290857357219427e4,
    3.93078958000927106e4,
    2.12137943015865959e4,
    5.39419602142475111e3,
    6.87187007492057908e2,
    4.23133307016009113e1,
    1.0,
)
_TAIL_TOP = (
    7.74545014278341408e-4,
    2.27238449892691846e-2,
    2.41780725177450612e-1,
    1.27045825245236838e0,
    3.64784832476320461e0,
    5.76949722146069141e0,
    4.63033784615654530e0,
    1.42343711074968358e0,
)
_TAIL_BOTTOM = (
    1.05075007164441684e-9,
    5.47593808499534495e-4,
    1.51986665636164572e-2,
    1.48103976427480075e-1,
    6.89767334985100005e-1,
    1.67638483018380385e0,
    2.05319162663775882e0,
    1.0,
)


def log(x: Floats) -> Floats:
    """The natural logarithm of positive numbers."""
    mantissa, exponent = np.frexp(np.asarray(x, dtype=np.float64))
    low = mantissa < 0.7071067811865476
    mantissa = np.where(low, mantissa * 2, mantissa)
    power = exponent - low
    t = (mantissa - 1) / (mantissa + 1)
    series = _polynomial([2.0 / k for k in range(23, 0, -2)], t * t)
    result: Floats = power * _LN2_HIGH + (power * _LN2_LOW + t * series)
    return result


def exp(x: Floats) -> Floats:
    """e to the power of numbers from -700 to 700; what lies outside is taken as the nearest of them."""
    x = np.clip(np.asarray(x, dtype=np.float64), -700.0, 700.0)
    power = np.rint(x * 1.4426950408889634)
    rest = (x - power * _LN2_HIGH) - power * _LN2_LOW
    coefficients = [1.0]
    for k in range(1, 15):
        coefficients.append(coefficients[-1] / k)
    return np.ldexp(_polynomial(coefficients[::-1], rest), power.astype(np.int32))


def normal_quantile(u: Floats) -> Floats:
    """The standard normal distribution's quantile function, for u from 1e-10 to 1 - 1e-10."""
    u = np.asarray(u, dtype=np.float64)
    q = u - 0.5
    r = 0.180625 - q * q
    middle = _polynomial(_MIDDLE_TOP, r) * q / _polynomial(_MIDDLE_BOTTOM, r)
    r = np.sqrt(-log(np.minimum(u, 1 - u))) - 1.6
    tail = _polynomial(_TAIL_TOP, r) / _polynomial(_TAIL_BOTTOM, r)
    return np.where(np.abs(q) <= 0.425, middle, np.where(q < 0, -tail, tail))


def _polynomial(coefficients: tuple[float, ...] | list[float], x: Floats) -> Floats:
    """Highest power first."""
    value = np.full_like(x, coefficients[0])
    for coefficient in coefficients[1:]:
        value *= x
        value += coefficient
    return value
