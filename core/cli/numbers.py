"""Numbers given on the command line, all read in one way: plain ones in the unit of what they are for, as files have
them, and anything else as people type it into the window."""

from __future__ import annotations

import math
from collections.abc import Callable

from core.errors import EvenkeelError, UsageError
from core.wording.entries.parsing import parse_number
from core.wording.entries.typed import shown
from core.wording.text import Text


def value_of(typed: str, unit: str) -> float:
    """A plain number is in the unit itself (0.2 is 20 %); anything else is read as people type.

    Raises `EvenkeelError`.
    """
    try:
        value = float(typed)
    except ValueError:
        return parse_number(typed, unit).value
    if math.isnan(value) or math.isinf(value):
        raise EvenkeelError(
            Text(f'"{shown(typed.strip())}" is not a number that can be computed with.',
                 f"“{shown(typed.strip())}”无法用于计算。"),
            remedy=Text("Give a finite number.", "请输入有限的数值。"),
        )  # fmt: skip
    return value


def counted(alternatives: int) -> Text:
    """So many alternatives."""
    return Text(f"{alternatives} alternative{'' if alternatives == 1 else 's'}", f"{alternatives} 个方案")


def whole_number(option: str) -> Callable[[str], int]:
    """How the value of this option is read where only a whole number will do: 65536, 1e5, 100k or 1,000,000."""

    def read(typed: str) -> int:
        try:
            return int(typed)
        except ValueError:
            number = _whole(typed)
        if number is not None:
            return number
        raise UsageError(
            Text(f'"{shown(typed.strip())}" is not a whole number.', f"“{shown(typed.strip())}”不是整数。"),
            remedy=Text(f"Give {option} one such as 1000 or 100k.", f"请为 {option} 填写整数，例如 1000 或 100k。"),
        )

    return read


def _whole(typed: str) -> int | None:
    try:
        value = value_of(typed, "user")
    except EvenkeelError:
        return None
    return int(value) if value.is_integer() else None
