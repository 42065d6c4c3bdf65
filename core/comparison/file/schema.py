"""The JSON Schema of the file, for whoever reads or writes `.evenkeel` files with other tools. It is generated from the
document itself; the shipped copy is compared with it by a test."""

from __future__ import annotations

import json
from typing import Any

from core.comparison.document import Comparison
from core.comparison.file.format import FORMAT
from core.comparison.file.migrations import VERSION
from core.plain.checking import json_schema


def file_schema() -> dict[str, Any]:
    """The JSON Schema of a comparison file of the current version."""
    document = json_schema(Comparison)
    head = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **document,
        "title": f"Evenkeel comparison, file version {VERSION}",
        "properties": {**head, **document["properties"]},
        "required": [*head, *document["required"]],
    }


def schema_text() -> str:
    """The schema as it is shipped in resources/schema."""
    return json.dumps(file_schema(), ensure_ascii=False, indent=2) + "\n"
