"""Table rows: all figures of a row in one unit, so that they can be compared at a glance. Where every digit is a hover
away, a share that says no more than "very much" is told so."""

from __future__ import annotations

from collections.abc import Sequence

from core.wording.quantities import format_cell
from core.wording.rounding import NOT_DEFINED, is_defined
from core.wording.scale import row_scale
from core.wording.text import Language, Text
from core.wording.unit_words import unit_words

FAR = 10.0  # a share beyond 1,000 % is told as beyond it
BELOW, ABOVE = Text("below −1,000%", "低于 −1,000%"), Text("above 1,000%", "高于 1,000%")


def format_row(values: Sequence[float | None], unit: str, language: Language) -> list[str]:
    """The figures of one row, all in the unit the largest asks for: $9.60M, −$0.07M; not defined: an en dash."""
    words = unit_words(unit)
    if words.kind in ("switch", "times") or len(values) < 2:
        return [format_cell(value, unit, language) for value in values]
    kind = words.currency or ("share" if words.kind == "share" else "number")
    scale = row_scale(values, language, kind)
    return [scale(value) if value is not None and is_defined(value) else NOT_DEFINED for value in values]


def format_answers(values: Sequence[float | None], unit: str, language: Language) -> list[str]:
    """The same for a table that tells every digit on hover: shares far beyond all use are told as beyond 1,000 %."""
    if unit_words(unit).kind != "share":
        return format_row(values, unit, language)
    far = [value is not None and is_defined(value) and abs(value) > FAR for value in values]
    told = format_row([None if out else value for value, out in zip(values, far, strict=True)], unit, language)
    return [_beyond(value)(language) if out else word for value, out, word in zip(values, far, told, strict=True)]


def _beyond(value: float | None) -> Text:
    return BELOW if value is not None and value < 0 else ABOVE
