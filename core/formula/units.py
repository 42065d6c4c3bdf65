"""Units as exponents of base symbols, enough to refuse dollars added to users and dollars a month added to dollars a
day. Every symbol is a base of its own (hour, day and month too): conversions are named constants that carry units."""

from __future__ import annotations

from fractions import Fraction
from typing import Self

from core.formula.errors import FormulaError
from core.wording.suggestions import did_you_mean
from core.wording.text import Text

SYMBOLS = ("USD", "CNY", "user", "token", "Mtoken", "node", "GPU", "s", "hour", "day", "month")


class Unit:
    """A product of base symbols with exponents; immutable, equal by content, `str` gives its canonical text."""

    __slots__ = ("_exponents",)

    def __init__(self, exponents: dict[str, Fraction]) -> None:
        self._exponents = {symbol: exponents[symbol] for symbol in SYMBOLS if exponents.get(symbol)}

    def __mul__(self, other: Unit) -> Unit:
        return self._combined(other, Fraction(1))

    def __truediv__(self, other: Unit) -> Unit:
        return self._combined(other, Fraction(-1))

    def __pow__(self, exponent: Fraction) -> Self:
        return type(self)({symbol: power * exponent for symbol, power in self._exponents.items()})

    def _combined(self, other: Unit, sign: Fraction) -> Unit:
        powers = dict(self._exponents)
        for symbol, power in other._exponents.items():
            powers[symbol] = powers.get(symbol, Fraction(0)) + sign * power
        return Unit(powers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unit) and self._exponents == other._exponents

    def __hash__(self) -> int:
        return hash(tuple(self._exponents.items()))

    @property
    def dimensionless(self) -> bool:
        """True for shares, counts of nothing in particular, and yes/no."""
        return not self._exponents

    def __str__(self) -> str:
        above = [_factor(symbol, power) for symbol, power in self._exponents.items() if power > 0]
        below = [_factor(symbol, -power) for symbol, power in self._exponents.items() if power < 0]
        return "/".join(["*".join(above) or "1", *below])

    __repr__ = __str__


def _factor(symbol: str, power: Fraction) -> str:
    return symbol if power == 1 else f"{symbol}^{power}"


ONE = Unit({})


def parse_unit(text: str) -> Unit:
    """The unit written as "USD/user/month", "GPU*hour/month", "1/month", "1", "yes/no" or "times".

    Raises `FormulaError` for an unknown symbol, naming the closest one.
    """
    if text in ("yes/no", "times"):
        return ONE
    result = ONE
    for position, part in enumerate(text.split("/")):
        for symbol in part.replace(" ", "*").split("*"):
            if symbol == "1":
                continue
            if symbol not in SYMBOLS:
                raise _unknown_symbol(symbol, text)
            factor = Unit({symbol: Fraction(1)})
            result = result / factor if position else result * factor
    return result


def _unknown_symbol(symbol: str, text: str) -> FormulaError:
    return FormulaError(
        Text(f'"{text}" is not a known unit.', f"“{text}”不是已知的单位。"),
        Text(f'It contains "{symbol}".', f"其中的“{symbol}”无法识别。"),
        did_you_mean(symbol, list(SYMBOLS))
        or Text(f"Units are made of {', '.join(SYMBOLS)}.", f"单位由 {'、'.join(SYMBOLS)} 组成。"),
    )
