"""Price lists from files: those that come with the product and those a user opens. Both have the same form, and what is
wrong with one is told in a sentence that names the place."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from core.comparison.file.places import first_problem
from core.errors import EvenkeelError
from core.model.named_sources import with_sources
from core.plain.reading import UnfitError, read
from core.prices.book import PriceBook
from core.prices.lists import PriceError, PriceFile
from core.wording.text import Text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "prices"
MOST_BYTES = 2_000_000


@cache
def price_book(folder: Path = FOLDER) -> PriceBook:
    """The price lists that come with the product. Raises `EvenkeelError` when a file cannot be used."""
    names = _table(folder / "index.toml").get("files", [])
    return PriceBook(tuple(open_prices(folder / f"{name}.toml") for name in names))


def open_prices(path: Path) -> PriceFile:
    """The price lists of one file. Raises `EvenkeelError` naming the file and the place."""
    table = _table(path)
    try:
        table = with_sources(table, path.name)
        return read(PriceFile, table, ours=path.parent == FOLDER)
    except UnfitError as error:
        found = first_problem(error, table)
        raise PriceError(_unusable(path), found.reason, found.remedy) from error
    except EvenkeelError as error:
        raise PriceError(_unusable(path), error.reason or error.title, error.remedy) from error


def _table(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PriceError(_unusable(path), Text("It is larger than 2 MB.", "文件超过 2 MB。"))
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PriceError(_unusable(path), error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PriceError(
            _unusable(path), str(error), Text("A price file is a TOML text file.", "价目文件须为 TOML 文本文件。")
        ) from error


def _unusable(path: Path) -> Text:
    return Text(f"The price file {path.name} cannot be used.", f"价目文件 {path.name} 无法使用。")
