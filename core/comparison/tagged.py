"""Data that says in a file which of several kinds it is."""

from __future__ import annotations

from typing import Any

from pydantic import SerializerFunctionWrapHandler, model_serializer

from core.model.definition import Plain


class Tagged(Plain):
    """Base of the kinds of a union. Each has a `kind` with its own name as default, so that code need not repeat it;
    files, which leave out defaults, always carry it."""

    kind: str

    @model_serializer(mode="wrap")
    def _with_kind(self, serialise: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {"kind": self.kind, **serialise(self)}
