"""Small immutable things with named parts. A frozen dataclass of the standard library does the same, but takes about a
millisecond to define, for it writes six functions per class and compiles them; the window starts with more than a
hundred such classes. Here all classes share the same six functions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import field
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

Kind = TypeVar("Kind", bound=type)


@overload
def record(cls: Kind, /) -> Kind: ...
@overload
def record(*, eq: bool = True, kw_only: bool = False) -> Callable[[Kind], Kind]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: Any = None, /, *, eq: bool = True, kw_only: bool = False) -> Any:
    """Make a class a frozen dataclass: its annotations are the parts, `__post_init__` may refuse them with an error,
    and `dataclasses.replace`, `fields` and `asdict` know it.

    `eq=False`: two are equal only when they are the same object. `kw_only=True`: the parts are given by name.
    """

    def made(cls: type) -> type:
        dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
        cls.__parts__ = _Parts(cls)  # type: ignore[attr-defined]
        for name in (*_METHODS, *(_COMPARED if eq else ())):
            if name not in vars(cls):
                setattr(cls, name, vars(_Shared)[name])
        return cls

    return made if cls is None else made(cls)


class _Parts:
    """What the shared functions must know about a class."""

    __slots__ = ("all", "checked", "compared", "count", "defaults", "factories", "names", "placed")

    def __init__(self, cls: type) -> None:
        fields = dataclasses.fields(cls)
        self.names = [part.name for part in fields]
        self.all = frozenset(self.names)
        self.placed = [part.name for part in fields if not part.kw_only]  # may be given without a name
        self.count = len(self.names) if len(self.placed) == len(self.names) else -1  # -1: cannot all be given so
        self.defaults = {part.name: part.default for part in fields if part.default is not dataclasses.MISSING}
        self.factories: dict[str, Any] = {
            part.name: part.default_factory for part in fields if part.default_factory is not dataclasses.MISSING
        }
        self.compared = attrgetter(*self.names) if fields else type
        self.checked = hasattr(cls, "__post_init__")


class _Shared:
    """The functions all these classes have."""

    __parts__: _Parts

    def __init__(self, /, *values: Any, **named: Any) -> None:
        parts = self.__parts__
        held = self.__dict__  # written to directly: the attributes refuse
        if not named and len(values) == parts.count:  # mostly
            held.update(zip(parts.placed, values, strict=True))
        else:
            held.update(parts.defaults)
            held.update(zip(parts.placed, values, strict=False))
            held.update(named)
            if held.keys() != parts.all or len(values) > len(parts.placed):
                _complete(self, parts, len(values))
        if parts.checked:
            self.__post_init__()

    def __post_init__(self) -> None: ...

    def __setattr__(self, name: str, _: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to {name}")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete {name}")

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__parts__.names)
        return f"{type(self).__qualname__}({parts})"

    def __eq__(self, other: object) -> Any:
        if type(other) is not type(self):
            return NotImplemented
        compared = self.__parts__.compared
        return compared(self) == compared(other)

    def __hash__(self) -> int:
        return hash(self.__parts__.compared(self))


def _complete(made: object, parts: _Parts, given: int) -> None:
    """Parts that are made anew each time. Raises `TypeError` for parts that are missing, unknown or too many."""
    held = made.__dict__
    for name, make in parts.factories.items():
        if name not in held:
            held[name] = make()
    wrong = [f"missing {name}" for name in sorted(parts.all - held.keys())]
    wrong += [f"unknown {name}" for name in sorted(held.keys() - parts.all)]
    wrong += [f"{given} without a name"] if given > len(parts.placed) else []
    if wrong:
        raise TypeError(f"{type(made).__name__}: {', '.join(wrong)}")


_METHODS = ("__init__", "__setattr__", "__delattr__", "__repr__")
_COMPARED = ("__eq__", "__hash__")
