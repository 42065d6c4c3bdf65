"""Reads formula text into a tree by an allow-list grammar: numbers, names, operators and the functions of the table.

formula    = comparison [ "if" comparison "else" formula ]
comparison = sum [ ("<" | "<=" | ">" | ">=" | "==" | "!=") sum ]
sum        = product { ("+" | "-") product }
product    = signed { ("*" | "/") signed }
signed     = "-" signed | power
power      = atom [ "**" signed ]
atom       = number | name | name "(" formula { "," formula } ")" | "(" formula ")"
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from core.formula.errors import FormulaError
from core.formula.functions import FUNCTIONS
from core.formula.tree import Call, Name, Node, Number, walk
from core.record import record
from core.wording.suggestions import did_you_mean
from core.wording.text import Text

DEEPEST_NESTING = 64
LONGEST_TEXT = 2_000
MOST_PARTS = 400

COMPARISONS = {"<": "less", "<=": "at_most", ">": "more", ">=": "at_least", "==": "equal", "!=": "unequal"}
SUMS = {"+": "add", "-": "subtract"}
PRODUCTS = {"*": "multiply", "/": "divide"}
KEYWORDS = ("if", "else")

TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z][A-Za-z0-9_]*)"
    r"|(?P<sign>\*\*|<=|>=|==|!=|[-+*/<>(),])"
    r"|(?P<space>[ \t\r\n]+)",
)


@record
class Token:
    """One word of the formula and where it stands."""

    kind: str  # number, name, sign or end
    text: str
    position: int


@lru_cache(maxsize=1_024)  # a tree does not change, and the same formulas are asked for at every step of a drag
def parse(text: str) -> Node:
    """The tree of a formula. Raises `FormulaError` naming the place and what was expected there."""
    if len(text) > LONGEST_TEXT:
        raise _too_long(Text(f"It has {len(text)} characters.", f"共 {len(text)} 个字符。"))
    reader = _Reader(_tokens(text))
    tree = reader.formula(0)
    if reader.token.kind != "end":
        raise _unexpected(reader.token, Text("an operator or the end", "运算符或结尾"))
    parts = sum(1 for _ in walk(tree))
    if parts > MOST_PARTS:
        raise _too_long(Text(f"It has {parts} parts.", f"共 {parts} 个部分。"))
    return tree


def _too_long(reason: Text) -> FormulaError:
    return FormulaError(
        Text("This formula is too long.", "公式过长。"),
        reason,
        Text(
            f"Split it into lines of at most {LONGEST_TEXT} characters and {MOST_PARTS} parts.",
            f"请拆分为多行，每行不超过 {LONGEST_TEXT} 个字符、{MOST_PARTS} 个部分。",
        ),
    )


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            shown = text[position]
            raise FormulaError(
                Text("This formula cannot be read.", "无法读取这个公式。"),
                Text(
                    f'The character "{shown}" at place {position + 1} is not part of the formula language.',
                    f"第 {position + 1} 个字符“{shown}”不属于公式语言。",
                ),
                Text(
                    "Use numbers, names, + - * / **, comparisons and the listed functions.",
                    "请使用数字、名称、+ - * / **、比较符号和列出的函数。",
                ),
                position,
            )
        if match.lastgroup != "space":
            found.append(Token(str(match.lastgroup), match.group(), position))
        position = match.end()
    found.append(Token("end", "", len(text)))
    return found


class _Reader:
    """Recursive descent over the tokens, one method per rule of the grammar."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0

    @property
    def token(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self.token
        self._next += 1
        return token

    def _expect(self, text: str) -> None:
        if self.token.text != text:
            raise _unexpected(self.token, Text(f'"{text}"', f"“{text}”"))
        self._next += 1

    def _refuse_below(self, depth: int) -> None:
        if depth > DEEPEST_NESTING:
            raise FormulaError(
                Text("This formula is nested too deeply.", "公式嵌套过深。"),
                Text(f"It has more than {DEEPEST_NESTING} levels.", f"超过 {DEEPEST_NESTING} 层。"),
                Text("Give its parts lines of their own.", "请把其中的部分单独列为一行。"),
                self.token.position,
            )

    def formula(self, depth: int) -> Node:
        self._refuse_below(depth)
        value = self._comparison(depth)
        if self.token.text != "if":
            return value
        self._take()
        test = self._comparison(depth)
        self._expect("else")
        return Call("if_else", (test, value, self.formula(depth + 1)))

    def _comparison(self, depth: int) -> Node:
        left = self._sum(depth)
        if self.token.text not in COMPARISONS:
            return left
        operator = COMPARISONS[self._take().text]
        right = self._sum(depth)
        if self.token.text in COMPARISONS:
            raise _unexpected(self.token, Text("only one comparison at a time", "一次只能有一个比较"))
        return Call(operator, (left, right))

    def _sum(self, depth: int) -> Node:
        left = self._product(depth)
        while self.token.text in SUMS:
            left = Call(SUMS[self._take().text], (left, self._product(depth)))
        return left

    def _product(self, depth: int) -> Node:
        left = self._signed(depth)
        while self.token.text in PRODUCTS:
            left = Call(PRODUCTS[self._take().text], (left, self._signed(depth)))
        return left

    def _signed(self, depth: int) -> Node:
        if self.token.text != "-":
            return self._power(depth)
        self._refuse_below(depth)
        self._take()
        value = self._signed(depth + 1)
        return Number(-value.value) if isinstance(value, Number) else Call("negate", (value,))

    def _power(self, depth: int) -> Node:
        base = self._atom(depth)
        if self.token.text != "**":
            return base
        self._refuse_below(depth)
        self._take()
        return Call("power", (base, self._signed(depth + 1)))

    def _atom(self, depth: int) -> Node:
        token = self._take() if self.token.kind != "end" else self.token
        if token.kind == "number":
            return _number(token)
        if token.kind == "name" and token.text not in KEYWORDS:
            return self._call(token, depth) if self.token.text == "(" else Name(token.text)
        if token.text == "(":
            inside = self.formula(depth + 1)
            self._expect(")")
            return inside
        raise _unexpected(token, Text("a number, a name or an opening bracket", "数字、名称或左括号"))

    def _call(self, name: Token, depth: int) -> Node:
        function = FUNCTIONS.get(name.text)
        if function is None or function.operator:
            raise _unknown_function(name)
        self._take()
        arguments = [self.formula(depth + 1)]
        while self.token.text == ",":
            self._take()
            arguments.append(self.formula(depth + 1))
        self._expect(")")
        if not function.fewest <= len(arguments) <= function.most:
            raise FormulaError(
                Text(
                    f"{name.text} was given {len(arguments)} values.",
                    f"{name.text} 得到了 {len(arguments)} 个值。",
                ),
                Text(f"It is written {function.signature}.", f"正确写法是 {function.signature}。"),
                position=name.position,
            )
        return _folded(name.text, arguments)


def _folded(function: str, arguments: list[Node]) -> Node:
    """`max(a, b, c)` as `max(max(a, b), c)`: below the surface every function has a fixed number of arguments."""
    if function not in ("min", "max"):
        return Call(function, tuple(arguments))
    result = arguments[0]
    for other in arguments[1:]:
        result = Call(function, (result, other))
    return result


def _number(token: Token) -> Number:
    value = float(token.text)
    if not math.isfinite(value):
        raise FormulaError(
            Text("A number in this formula is too large.", "公式中的数字过大。"),
            Text(f"{token.text} cannot be represented.", f"无法表示 {token.text}。"),
            position=token.position,
        )
    return Number(value)


def _unknown_function(name: Token) -> FormulaError:
    known = [key for key, function in FUNCTIONS.items() if not function.operator]
    listed = Text(f"The functions are {', '.join(known)}.", f"可用函数：{'、'.join(known)}。")
    return FormulaError(
        Text(f'There is no function "{name.text}".', f"没有函数“{name.text}”。"),
        remedy=did_you_mean(name.text, known) or listed,
        position=name.position,
    )


def _unexpected(token: Token, wanted: Text) -> FormulaError:
    found = (
        Text("the end of the formula", "公式结尾")
        if token.kind == "end"
        else Text(f'"{token.text}"', f"“{token.text}”")
    )
    return FormulaError(
        Text("This formula cannot be read.", "无法读取这个公式。"),
        Text(
            "At place {place} stands {found}; expected {wanted}.",
            "第 {place} 个字符处是{found}，应为{wanted}。",
        ).filled(place=token.position + 1, found=found, wanted=wanted),
        position=token.position,
    )
