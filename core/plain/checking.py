"""Reading what comes from outside: every key, kind and limit is looked at, by pydantic. Imported only when such a file
is read, for it takes a tenth of a start to import."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from core.plain.reading import Kind, UnfitError


def checked(kind: Callable[..., Kind], content: object) -> Kind:
    """The thing a table describes, its values as TOML has them. Raises `UnfitError`."""
    try:
        found: Kind = _adapter(kind).validate_python(content)
    except ValidationError as error:
        raise UnfitError([dict(finding) for finding in error.errors(include_url=False)]) from error
    return found


def checked_json(kind: Any, text: str) -> Any:
    """The thing a JSON text describes, nothing in it converted. Raises `UnfitError`."""
    try:
        return _adapter(kind).validate_json(text, strict=True)
    except ValidationError as error:
        raise UnfitError([dict(finding) for finding in error.errors(include_url=False)]) from error


def json_schema(kind: type) -> dict[str, Any]:
    """The JSON Schema of what `checked_json` accepts."""
    return _adapter(kind).json_schema()


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
