"""Why a figure is not defined: the one operation that is to blame, found by walking down to where everything that goes
in is defined and what comes out is not."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from core.formula.tree import Call, Name, Node, Number, names_in
from core.questions.workings.formulas import value_of
from core.wording.text import Text

MOST_NAMES = 3  # a longer part of a formula is not spelled out within a sentence
Says = Callable[[Node], Text]

_ITSELF = Text("Not defined, because {reason}.", "无定义，因为{reason}。")
_THROUGH = Text("Not defined, because {label} is not defined: {reason}.", "无定义，因为{label}无定义：{reason}。")

_IS_0 = Text("{part} is 0", "{part}为 0")
_ARE_0 = Text("{first} and {last} are all 0", "{first}和{last}均为 0")
_NOT_ABOVE_0 = Text("{part} is not above 0", "{part}不大于 0")
_SAME = Text("{part} comes to 0", "{part}合计为 0")
_DIVISOR = Text("what it is divided by", "除数")
_QUOTED = Text("“{words}”", "“{words}”")
_TOO_LARGE = Text("the result is too large to compute", "结果过大，无法计算")
_REASONS: dict[str, Text] = {
    "log": Text("only numbers above 0 have a logarithm", "只有大于 0 的数才有对数"),
    "sqrt": Text("a number below 0 has no square root", "负数没有平方根"),
    "power": Text("such a power does not exist or is too large", "该次方不存在或过大"),
    "round_up": Text("a step below 0 makes no sense", "扩容单位不能为负"),
    "lognormal_above": Text("no quantity has such an average and unevenness", "不存在这样的平均值与离散度"),
}


def why_not_defined(id: str, formulas: Mapping[str, Node], values: Mapping[str, float], says: Says) -> Text:
    """The sentence for a line without a value. `says` puts part of a formula into words."""
    root, blamed = id, _blamed(formulas[id], values)
    while isinstance(blamed, Name):
        root, blamed = blamed.id, _blamed(formulas[blamed.id], values)
    reason = _reason(blamed, values, says)
    if root == id:
        return _ITSELF.filled(reason=reason)
    return _THROUGH.filled(label=_QUOTED.filled(words=says(Name(root))), reason=reason)


def _blamed(node: Node, values: Mapping[str, float]) -> Name | Call:
    """The name that is not defined itself, or the first operation that makes something undefined."""
    if isinstance(node, Name):
        return node
    if isinstance(node, Number):
        raise ValueError("a number is always defined")
    for part in _used(node, values):
        if math.isnan(value_of(part, values)):
            return _blamed(part, values)
    return node


def _used(call: Call, values: Mapping[str, float]) -> tuple[Node, ...]:
    """The parts the result depends on: of a choice, the test and the branch taken."""
    if call.function != "if_else":
        return call.arguments
    test, yes, no = call.arguments
    return test, (yes if value_of(test, values) else no)


def _reason(call: Call, values: Mapping[str, float], says: Says) -> Text:
    if call.function == "divide" and value_of(call.arguments[1], values) == 0:
        return _zero(call.arguments[1], values, says)
    return _REASONS.get(call.function, _TOO_LARGE)


def _zero(divisor: Node, values: Mapping[str, float], says: Says) -> Text:
    """Which parts make a divisor 0."""
    zeros = list(dict.fromkeys(_zeros(divisor, values)))
    if len(zeros) > 1:
        told = [_part(zero, says) for zero in zeros]
        first = Text(", ".join(part.en for part in told[:-1]), "、".join(part.zh for part in told[:-1]))
        return _ARE_0.filled(first=first, last=told[-1])
    zero = zeros[0]
    if isinstance(zero, Name):
        return _IS_0.filled(part=_part(zero, says))
    if isinstance(zero, Call) and zero.function == "max" and zero.arguments[0] == Number(0.0):
        return _NOT_ABOVE_0.filled(part=_part(zero.arguments[1], says))
    return _SAME.filled(part=_part(zero, says))


def _zeros(node: Node, values: Mapping[str, float]) -> Iterator[Node]:
    """The smallest parts that are 0 and make this one 0: one factor of a product, every term of a sum."""
    parts = [part for part in node.arguments if value_of(part, values) == 0] if isinstance(node, Call) else []
    if isinstance(node, Call) and node.function == "multiply" and parts:
        yield from _zeros(parts[0], values)
    elif isinstance(node, Call) and node.function == "divide" and value_of(node.arguments[0], values) == 0:
        yield from _zeros(node.arguments[0], values)
    elif isinstance(node, Call) and node.function == "add" and len(parts) == 2:
        for part in parts:
            yield from _zeros(part, values)
    elif isinstance(node, Call) and node.function == "max" and value_of(node.arguments[1], values) == 0:
        yield from _zeros(node.arguments[1], values)
    else:
        yield node


def _part(node: Node, says: Says) -> Text:
    if len(names_in(node)) > MOST_NAMES:
        return _DIVISOR
    told = says(node)
    return _QUOTED.filled(words=Text(_single_quotes(told.en), _single_quotes(told.zh)))


def _single_quotes(words: str) -> str:
    """Quotes within quotes."""
    return words.replace("“", "‘").replace("”", "’")
