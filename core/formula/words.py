"""Says a formula in words: labels instead of ids, × ÷ − and brackets only where they are needed, and functions as a
person would read them aloud. The caller decides what stands for a name or a number, so the same phrases carry the
formula in labels and the formula in figures."""

from __future__ import annotations

import re
from collections.abc import Callable

from core.formula.tree import Call, Name, Node, Number
from core.record import record
from core.wording.text import Text

ATOM = 9  # binds tighter than any operator
SUM = 2


@record
class Phrase:
    """How one function is said. `strength`: how tightly it binds; `around`: what each argument must bind at least as
    tightly as to stand without brackets. `prose`: words, not signs, stand between the arguments."""

    words: Text
    strength: int
    around: tuple[int, ...]
    prose: bool = False


@record
class Said:
    """What stands for a name or a number, and how tightly it binds (a negative amount needs brackets). `switch`: it is
    either yes or no."""

    words: Text
    strength: int = ATOM
    switch: bool = False


# What stands for a leaf of the tree; the second argument says whether it stands amid prose.
Leaf = Callable[[Name | Number, bool], Said]


def _same(words: str) -> Text:
    return Text(words, words)


PHRASES: dict[str, Phrase] = {
    "add": Phrase(_same("{0} + {1}"), SUM, (2, 3)),
    "subtract": Phrase(_same("{0} − {1}"), SUM, (2, 3)),
    "multiply": Phrase(_same("{0} × {1}"), 3, (3, 4)),
    "divide": Phrase(_same("{0} ÷ {1}"), 3, (3, 4)),
    "negate": Phrase(_same("−{0}"), SUM, (5,)),
    "power": Phrase(Text("{0} to the power of {1}", "{0} 的 {1} 次方"), 0, (ATOM, ATOM), prose=True),
    "less": Phrase(Text("{0} is below {1}", "{0} 小于 {1}"), 1, (2, 2), prose=True),
    "at_most": Phrase(Text("{0} is at most {1}", "{0} 不大于 {1}"), 1, (2, 2), prose=True),
    "more": Phrase(Text("{0} is above {1}", "{0} 大于 {1}"), 1, (2, 2), prose=True),
    "at_least": Phrase(Text("{0} is at least {1}", "{0} 不小于 {1}"), 1, (2, 2), prose=True),
    "equal": Phrase(Text("{0} is the same as {1}", "{0} 等于 {1}"), 1, (2, 2), prose=True),
    "unequal": Phrase(Text("{0} is not the same as {1}", "{0} 不等于 {1}"), 1, (2, 2), prose=True),
    "if_else": Phrase(Text("{1} if {0}, otherwise {2}", "如果 {0}，则为 {1}，否则为 {2}"), 0, (1, 1, 1), prose=True),
    "min": Phrase(Text("the smaller of {0} and {1}", "{0} 与 {1} 中的较小者"), 0, (1, 1), prose=True),
    "max": Phrase(Text("the larger of {0} and {1}", "{0} 与 {1} 中的较大者"), 0, (1, 1), prose=True),
    "round_up": Phrase(
        Text("{0} rounded up to whole multiples of {1}", "{0} 按 {1} 的整数倍向上取整"), 0, (ATOM, ATOM), prose=True
    ),
    "ceil": Phrase(Text("{0} rounded up to a whole number", "{0} 向上取整"), 0, (ATOM,), prose=True),
    "floor": Phrase(Text("{0} rounded down to a whole number", "{0} 向下取整"), 0, (ATOM,), prose=True),
    "abs": Phrase(Text("the size of {0} without its sign", "{0} 的绝对值"), 0, (ATOM,), prose=True),
    "exp": Phrase(Text("e to the power of {0}", "e 的 {0} 次方"), 0, (ATOM,), prose=True),
    "log": Phrase(Text("the natural logarithm of {0}", "{0} 的自然对数"), 0, (ATOM,), prose=True),
    "sqrt": Phrase(Text("the square root of {0}", "{0} 的平方根"), 0, (ATOM,), prose=True),
    "lognormal_above": Phrase(
        Text(
            "the share lying above {0}, where the average is {1} and the unevenness is {2}",
            "平均为 {1}、离散度为 {2} 时，高于 {0} 的占比",
        ),
        0,
        (1, 1, 1),
        prose=True,
    ),
}

# Of three or more, the smallest or the largest.
LISTS: dict[str, Text] = {
    "min": Text("the smallest of {0} and {1}", "{0}、{1} 中的最小者"),
    "max": Text("the largest of {0} and {1}", "{0}、{1} 中的最大者"),
}
IS_YES = Text("{0} is yes", "{0} 为“是”")
IS_NOT_0 = Text("{0} is not 0", "{0} 不为 0")
# Between two Chinese characters, and at the brackets, which bring their own space.
_NEEDLESS_SPACE = re.compile(r"(?<=[^\x00-\x7f×÷−]) (?=[^\x00-\x7f×÷−])| (?=（)|(?<=）) ")
_IN_BRACKETS = Text("({0})", "（{0}）")


def said(node: Node, leaf: Leaf) -> Text:
    """The formula in words, in both languages, with `leaf` for its names and numbers."""
    text = _said(node, leaf, 0, prose=False)
    return Text(text.en, _NEEDLESS_SPACE.sub("", text.zh))


def _said(node: Node, leaf: Leaf, around: int, *, prose: bool) -> Text:
    if not isinstance(node, Call):
        own = leaf(node, prose)
        return _bracketed(own.words, own.strength, around)
    phrase = PHRASES[node.function]
    if (listed := _listed(node, leaf)) is not None:
        return _bracketed(listed, phrase.strength, around)
    pairs = zip(node.arguments, phrase.around, strict=True)
    parts = [_said(part, leaf, need, prose=phrase.prose) for part, need in pairs]
    if node.function == "if_else":
        parts[0] = _condition(node.arguments[0], leaf)
    return _bracketed(_filled(phrase.words, parts), phrase.strength, around)


def _listed(call: Call, leaf: Leaf) -> Text | None:
    """`max(max(a, b), c)` as "the largest of a, b and c"; None where there are only two."""
    if call.function not in LISTS:
        return None
    members: list[Node] = []
    inner: Node = call
    while isinstance(inner, Call) and inner.function == call.function:
        members.insert(0, inner.arguments[1])
        inner = inner.arguments[0]
    if len(members) == 1:
        return None
    parts = [_said(member, leaf, 1, prose=True) for member in (inner, *members)]
    first = Text(", ".join(part.en for part in parts[:-1]), "、".join(part.zh for part in parts[:-1]))
    return _filled(LISTS[call.function], [first, parts[-1]])


def _condition(node: Node, leaf: Leaf) -> Text:
    if not isinstance(node, Call):
        own = leaf(node, True)
        return _filled(IS_YES if own.switch else IS_NOT_0, [own.words])
    if PHRASES[node.function].strength == 1:
        return _said(node, leaf, 1, prose=True)
    return _filled(IS_NOT_0, [_said(node, leaf, ATOM, prose=True)])


def _bracketed(text: Text, strength: int, around: int) -> Text:
    return _filled(_IN_BRACKETS, [text]) if strength < around else text


def _filled(words: Text, parts: list[Text]) -> Text:
    return Text(words.en.format(*(part.en for part in parts)), words.zh.format(*(part.zh for part in parts)))
