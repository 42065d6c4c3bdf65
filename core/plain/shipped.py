"""Reading what comes with the program. Tests have read every such file with all checks (`core.plain.checking`), so a
start need not do it again, nor wait for the library that does."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import is_dataclass
from enum import Enum
from functools import cache, reduce
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from core.plain.data import Prepared

Kind = TypeVar("Kind")
UNLIKE = (TypeError, ValueError, KeyError, AttributeError)  # what it raises for what cannot be one
Reader = Callable[[Any], Any]


def shipped(kind: Callable[..., Kind], content: dict[str, Any]) -> Kind:
    """The thing a table describes. Raises one of `UNLIKE` where it cannot be one."""
    made: Kind = _reader(kind)(content)
    return made


@cache
def _reader(kind: Any) -> Reader:
    """How a value in a table becomes one of this kind."""
    origin = get_origin(kind)
    if origin is Annotated:
        bare, *rules = get_args(kind)
        return _prepared(_reader(bare), [rule.prepare for rule in rules if isinstance(rule, Prepared)])
    if origin in (Union, types.UnionType):
        return _reader_of_one(get_args(kind))
    if origin is tuple:
        inner = _reader(get_args(kind)[0])
        return lambda values: tuple([inner(value) for value in values])
    if origin is dict:
        key, inner = (_reader(part) for part in get_args(kind))
        return lambda table: {key(name): inner(value) for name, value in table.items()}
    if kind is float:
        return float
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind):
        return _reader_of_parts(kind)
    return _as_it_is


def _prepared(read: Reader, preparations: list[Reader]) -> Reader:
    return reduce(lambda inner, prepare: lambda value: inner(prepare(value)), preparations, read)


def _as_it_is(value: Any) -> Any:
    return value


def _reader_of_parts(kind: Any) -> Reader:
    readers: dict[str, Reader] = {}  # filled below: a kind may be a part of itself

    def read(table: Any) -> Any:
        if isinstance(table, kind):
            return table
        return kind(**{name: readers[name](value) for name, value in table.items()})

    hints = get_type_hints(kind, include_extras=True)
    readers.update((name, _reader(hints[name])) for name in kind.__dataclass_fields__)
    return read


def _reader_of_one(kinds: tuple[Any, ...]) -> Reader:
    """A text in one or both languages, a value or nothing, or one of several kinds that name themselves."""
    parts = [kind for kind in kinds if is_dataclass(_bare(kind))]
    others = [kind for kind in kinds if kind is not types.NoneType and kind not in parts]
    if len(parts) > 1:
        named = {_name_of(kind): _reader(kind) for kind in parts}
        return lambda table: named[table["kind"]](table)
    of_table = _reader(parts[0]) if parts else None
    of_value = _reader(others[0]) if others else _as_it_is
    if of_table is None:
        return lambda value: None if value is None else of_value(value)
    return lambda value: of_table(value) if isinstance(value, dict) else of_value(value)


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _name_of(kind: Any) -> str:
    name: str = get_args(get_type_hints(kind)["kind"])[0]
    return name


