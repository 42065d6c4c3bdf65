"""Plain data as JSON can say it, for files: what stands at its default is left out."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from core.plain.data import Plain, Tagged
from core.wording.text import Text


def written(value: Any) -> Any:
    """Objects, lists, texts and numbers that say what this value is."""
    if isinstance(value, Plain):
        kind: Any = type(value)
        parts = ((name, getattr(value, name), default) for name, default in _defaults(kind))
        told = {name: written(part) for name, part, default in parts if part != default}
        return {"kind": value.kind, **told} if isinstance(value, Tagged) else told
    if isinstance(value, Text):
        return {"en": value.en, "zh": value.zh}
    if isinstance(value, dict):
        return {written(key): written(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [written(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


@cache
def _defaults(kind: Any) -> list[tuple[str, Any]]:
    """Every part and its default; `MISSING`, which equals nothing, where it has none."""
    return [(part.name, _default(part)) for part in fields(kind)]


def _default(part: Field[Any]) -> Any:
    return part.default if part.default_factory is MISSING else part.default_factory()
