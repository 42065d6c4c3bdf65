"""Rounding as people do it by hand: half goes up (away from zero), judged on the decimal digits they see.

Binary floats make 1.005 a little less than it looks and Python rounds halves to even, so 12,350 would print as 12.3k
or 12.4k by accident. Everything here works on magnitudes (>= 0); the sign is put on afterwards, as a real minus sign.
"""

from __future__ import annotations

import math
from decimal import Decimal

MINUS = "\u2212"
NOT_DEFINED = "\u2013"

# Wider than the error of one multiplication and a division, far narrower than any digit shown.
_LENIENCY = 1e-14
_WHOLE = 2.0**53  # from here on every float is a whole number
_SUPERSCRIPTS = str.maketrans("-0123456789", "\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_SAME, _MORE = 1e-9, 5  # nearer than that is the same; decimals that are tried to tell two figures apart


def is_defined(value: float | None) -> bool:
    """Whether there is a finite number to show."""
    return value is not None and math.isfinite(value)


def half_up(magnitude: float) -> int:
    """The nearest whole number; a half goes up."""
    return int(magnitude) if magnitude >= _WHOLE else int(magnitude * (1 + _LENIENCY) + 0.5)


def ceiling(magnitude: float) -> int:
    """The smallest whole number that is not below `magnitude`, forgiving the last bits of a float."""
    return math.ceil(magnitude * (1 - _LENIENCY))


def exponent_of(magnitude: float) -> int:
    """The power of ten of the leading digit: 2 for 950, -3 for 0.007; 0 for zero."""
    return math.floor(math.log10(magnitude)) if magnitude else 0


def decimals_for(magnitude: float, digits: int) -> int:
    """How many decimals show `digits` significant digits; never negative, so whole numbers keep all their digits."""
    return max(0, digits - 1 - exponent_of(magnitude))


def fixed(magnitude: float, decimals: int) -> str:
    """`magnitude` with exactly that many decimals and commas between thousands."""
    if decimals <= 0:
        return f"{half_up(magnitude):,}"
    power = 10.0**decimals
    return f"{half_up(magnitude * power) / power:,.{decimals}f}"


def trimmed(text: str) -> str:
    """The same number without zeros that say nothing: 1.20 -> 1.2, 10.00 -> 10."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def scientific(magnitude: float, digits: int = 3) -> str:
    """Powers of ten for what no everyday word covers: 1.23 x 10 to the 20th, written with superscripts."""
    mantissa, _, exponent = f"{magnitude:.{digits - 1}e}".partition("e")
    return trimmed(mantissa) + power_of_ten(int(exponent))


def power_of_ten(exponent: int) -> str:
    """A multiplication sign and ten to that power."""
    return f"\u00d710{str(exponent).translate(_SUPERSCRIPTS)}"


def signed(magnitude_text: str, value: float) -> str:
    """The text of a magnitude with a minus sign if `value` is below zero and something is left after rounding."""
    return MINUS + magnitude_text if value < 0 and magnitude_text != "0" else magnitude_text


def as_finely(ours: float, given: float, fewest: int = 2) -> float:
    """Ours with as many decimals as were given, so that both are read alike, and no fewer digits than `fewest`; where
    both would look the same and are not, as many more as tell them apart."""
    if not math.isfinite(ours):
        return ours
    given_decimals = -min(0, int(Decimal(repr(given)).normalize().as_tuple().exponent))
    decimals = max(given_decimals, decimals_for(abs(ours), fewest))
    if not math.isclose(ours, given, rel_tol=_SAME):
        decimals = next((d for d in range(decimals, decimals + _MORE) if round(ours, d) != given), decimals)
    return round(ours, decimals)
