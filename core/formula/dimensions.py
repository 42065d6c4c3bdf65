"""The unit check: walks a tree and says in which unit its result is, or refuses with a sentence showing both sides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from core.formula.constants import CONSTANTS
from core.formula.errors import FormulaError
from core.formula.functions import FUNCTIONS
from core.formula.printing import text_of
from core.formula.tree import Call, Name, Node, Number
from core.formula.units import ONE, Unit, parse_unit
from core.wording.text import Text

# None stands for the literal 0, which fits any unit.
Known = Unit | None


def unit_of(node: Node, units: Mapping[str, Unit]) -> Known:
    """The unit of the formula's result, given the units of the names in it (constants are known).

    None means "the number 0", which fits any unit. Raises `FormulaError` where two sides do not fit.
    """
    if isinstance(node, Number):
        return None if node.value == 0 else ONE
    if isinstance(node, Name):
        constant = CONSTANTS.get(node.id)
        return parse_unit(constant.unit) if constant else units[node.id]
    return RULES[FUNCTIONS[node.function].unit_rule](node, [unit_of(part, units) for part in node.arguments])


def _same(call: Call, given: list[Known]) -> Known:
    agreed, position = None, 0
    for index, unit in enumerate(given):
        if unit is None:
            continue
        if agreed is None:
            agreed, position = unit, index
        elif unit != agreed:
            raise _mismatch(call.arguments[position], agreed, call.arguments[index], unit)
    return agreed


def _comparison(call: Call, given: list[Known]) -> Known:
    _same(call, given)
    return ONE


def _choice(call: Call, given: list[Known]) -> Known:
    _pure(Call("if_else", call.arguments[:1]), given[:1])
    return _same(Call("if_else", call.arguments[1:]), given[1:])


def _product(_call: Call, given: list[Known]) -> Known:
    left, right = given
    return None if left is None or right is None else left * right


def _quotient(_call: Call, given: list[Known]) -> Known:
    left, right = given
    return None if left is None else left / (right or ONE)


def _power(call: Call, given: list[Known]) -> Known:
    base, exponent = given
    _pure(Call("power", call.arguments[1:]), [exponent])
    if base is None or base.dimensionless:
        return ONE
    power = call.arguments[1]
    if not isinstance(power, Number) or power.value != int(power.value):
        raise FormulaError(
            Text("A quantity with a unit can only be raised to a whole number.", "带单位的量只能取整数次方。"),
            Text(f"{text_of(call)} raises [{base}].", f"{text_of(call)} 的底数单位是 [{base}]。"),
        )
    return base ** Fraction(int(power.value))


def _root(_call: Call, given: list[Known]) -> Known:
    return None if given[0] is None else given[0] ** Fraction(1, 2)


def _pure(call: Call, given: list[Known]) -> Known:
    for part, unit in zip(call.arguments, given, strict=True):
        if unit is not None and not unit.dimensionless:
            raise FormulaError(
                Text("A plain number is needed here, without a unit.", "此处需要不带单位的数。"),
                Text(f"{text_of(part)} is in [{unit}].", f"{text_of(part)} 的单位是 [{unit}]。"),
            )
    return ONE


def _share_above(call: Call, given: list[Known]) -> Known:
    _same(Call("share_above", call.arguments[:2]), given[:2])
    return _pure(Call("share_above", call.arguments[2:]), given[2:])


def _mismatch(left: Node, left_unit: Unit, right: Node, right_unit: Unit) -> FormulaError:
    return FormulaError(
        Text("These two do not have the same unit.", "两边的单位不一致。"),
        Text(
            f"{text_of(left)} is in [{left_unit}], but {text_of(right)} is in [{right_unit}].",
            f"{text_of(left)} 的单位是 [{left_unit}]，而 {text_of(right)} 的单位是 [{right_unit}]。",
        ),
        Text("Bring both sides to the same unit first.", "请先把两边换算成同一单位。"),
    )


RULES: dict[str, Callable[[Call, list[Known]], Known]] = {
    "same": _same,
    "comparison": _comparison,
    "choice": _choice,
    "product": _product,
    "quotient": _quotient,
    "power": _power,
    "root": _root,
    "pure": _pure,
    "share_above": _share_above,
}
