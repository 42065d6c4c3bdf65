"""Table rows: all figures of a row in one unit, so that they can be compared at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from core.wording.quantities import format_cell
from core.wording.rounding import NOT_DEFINED, is_defined
from core.wording.scale import row_scale
from core.wording.text import Language
from core.wording.unit_words import unit_words


def format_row(values: Sequence[float | None], unit: str, language: Language) -> list[str]:
    """The figures of one row, all in the unit the largest asks for: $9.60M, −$0.07M; not defined: an en dash."""
    words = unit_words(unit)
    if words.kind in ("switch", "times") or len(values) < 2:
        return [format_cell(value, unit, language) for value in values]
    kind = words.currency or ("share" if words.kind == "share" else "number")
    scale = row_scale(values, language, kind)
    return [scale(value) if value is not None and is_defined(value) else NOT_DEFINED for value in values]
