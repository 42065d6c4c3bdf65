"""Reads a range typed into one entry: "5 to 10", "5-10", 5到10, "5~10", "5-10%", "$5-10M", "30% ± 10%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from core.errors import EvenkeelError
from core.record import record
from core.wording.entries.parsing import Parsed, parse_number, understood, value_of
from core.wording.entries.typed import Typed, normalised, refusal, shown, take_apart
from core.wording.text import Text
from core.wording.unit_words import UnitWords, unit_words

_WORDS_BETWEEN = re.compile(r" to |到|至|~|\.\.\.?")
_GIVE_OR_TAKE = re.compile(r"±|\+ ?/ ?-|\+-|上下|give or take")


@record
class TypedRange:
    """Both ends, and the middle where it was written down: "3 ± 1" says that it is 3."""

    low: Parsed
    high: Parsed
    middle: Parsed | None = None


def parse_range(text: str, unit: str) -> TypedRange:
    """The low and the high end of a typed range, both in `unit`.

    What is written once counts for both ends: "5-10%" is 5% to 10%, "5-10k" is 5,000 to 10,000 (but "500-1k" starts
    at 500). A hyphen after another sign is a minus: "-10--5" is from -10 to -5. Raises `EvenkeelError` where there are
    not two numbers, or the first is not the smaller one.
    """
    words = unit_words(unit)
    around = _GIVE_OR_TAKE.split(normalised(text))
    if len(around) == 2:
        return _around(around[0], around[1], unit)
    problems: list[EvenkeelError] = []
    for left, right in _halves(normalised(text)):
        try:
            low, high = _ends(take_apart(left, words.every), take_apart(right), words)
        except EvenkeelError as problem:
            problems.append(problem)
            continue
        if low > high:
            raise refusal(
                f'"{shown(text.strip())}" runs backwards: the smaller number comes first.',
                f"“{shown(text.strip())}”的顺序反了：请先写较小的数。",
            )
        return TypedRange(understood(low, unit), understood(high, unit))
    if len(problems) == 1:  # one way to cut it, so the reason why that failed is the reason
        raise problems[0]
    raise refusal(
        f'"{shown(text.strip())}" is not a range.',
        f"“{shown(text.strip())}”不是一个范围。",
        Text("Write two numbers, such as 5 to 10.", "请写两个数，例如 5 到 10。"),
    )


def parse_number_or_range(
    text: str, unit: str, usual: tuple[float, float] | None = None
) -> Parsed | TypedRange:
    """What was typed into an entry that takes both: one number, or a range.

    Raises `EvenkeelError`; for what looks like neither, that of the number.
    """
    try:
        return parse_number(text, unit, usual)
    except EvenkeelError as problem:
        try:
            return parse_range(text, unit)
        except EvenkeelError:
            if _WORDS_BETWEEN.search(normalised(text)):
                raise
            raise problem from None


def _around(middle: str, reach: str, unit: str) -> TypedRange:
    """"200 ± 50"; where the unit is no share, "200 ± 10%" is a tenth of it to either side."""
    words = unit_words(unit)
    centre, to_either_side = take_apart(middle, words.every), take_apart(reach)
    shares = words.kind == "share"
    if shares and centre.percent != to_either_side.percent:  # the sign stands at one end for both
        centre, to_either_side = (replace(typed, percent=True) for typed in (centre, to_either_side))
    value = value_of(centre, words)
    relative = to_either_side.percent and not shares and not centre.percent
    distance = abs(value) * to_either_side.magnitude(-2) if relative else value_of(to_either_side, words)
    low, high = (float(f"{value + side * abs(distance):.12g}") for side in (-1, 1))  # 20%, not 19.999...%
    return TypedRange(understood(low, unit), understood(high, unit), understood(value, unit))


def _halves(plain: str) -> Iterator[tuple[str, str]]:
    """The ways to cut the text in two: at the word between, or at any hyphen that may not be a sign."""
    cuts = list(_WORDS_BETWEEN.finditer(plain)) or list(re.finditer("(?<=.)-", plain))
    for cut in cuts:
        yield plain[: cut.start()], plain[cut.end() :]


def _ends(left: Typed, right: Typed, words: UnitWords) -> tuple[float, float]:
    if left.multiplier is None and not left.percent and left.magnitude() < replace(right, multiplier=None).magnitude():
        left = replace(left, multiplier=right.multiplier)
    percent = left.percent or right.percent
    left = replace(left, percent=percent, tail=left.tail or right.tail)
    right = replace(right, percent=percent)
    bare_per_cent = not percent and max(left.magnitude(), right.magnitude()) > 1
    return (
        value_of(left, words, bare_per_cent=bare_per_cent),
        value_of(right, words, bare_per_cent=bare_per_cent),
    )
