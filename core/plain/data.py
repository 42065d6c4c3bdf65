"""The base of everything that is read from or written to a file, and what a part of it may be told to keep to.

Nothing here imports pydantic, which reads files that come from outside and takes a tenth of a start to import: it is
handed the rules when it first asks for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, fields
from typing import Annotated, Any, ClassVar, Self, dataclass_transform

from core.record import record


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class Plain:
    """Immutable, its parts given by name; in a file, keys it does not know are refused.

    A subclass may refuse parts that do not fit together by raising in `__post_init__`. What a single part may be is
    looked at when a file is read, not when code makes one.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    def __init_subclass__(cls) -> None:
        record(kw_only=True)(cls)

    def but(self, **parts: Any) -> Self:
        """The same with other parts, which must be sound already: it is not checked again how they fit."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.__dict__.update(parts)
        return other


def parts_of(kind: type[Plain]) -> tuple[str, ...]:
    """The names of the parts, in order."""
    return tuple(part.name for part in fields(kind))  # type: ignore[arg-type]  # what `record` makes of it


class Tagged(Plain):
    """Base of the kinds of a union. Each has a `kind` with its own name as default, so that code need not repeat it;
    files, which leave out defaults, always carry it."""

    kind: str


class Limits:
    """Bounds of a part, as pydantic's `Field` names them: ge, le, gt, pattern, min_length, max_length, ..."""

    def __init__(self, **rules: Any) -> None:
        self.rules = rules

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic import Field

        return handler(Annotated[source, Field(**self.rules)])


class Checked:
    """A function that raises `ValueError` or `EvenkeelError` for a part that is no use; else it returns it."""

    def __init__(self, check: Callable[[Any], Any]) -> None:
        self.check = check

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic import AfterValidator

        return handler(Annotated[source, AfterValidator(self.check)])


class Prepared:
    """A function that puts what a file holds into the form the part has in memory."""

    def __init__(self, prepare: Callable[[Any], Any]) -> None:
        self.prepare = prepare

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic import BeforeValidator

        return handler(Annotated[source, BeforeValidator(self.prepare)])
