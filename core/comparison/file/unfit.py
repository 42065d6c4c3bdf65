"""What JSON can say and a comparison cannot hold: numbers that are none, a key given twice, half characters, nesting
without end. It is marked while a file is read and refused here, where its place in the file is known."""

from __future__ import annotations

from typing import Any

from core.comparison.file.limits import DEEPEST_NESTING
from core.comparison.file.naming import Location, place_of, shortened
from core.comparison.file.refusals import FileError
from core.record import record
from core.wording.text import Text


@record
class UnfitNumber:
    """Stands where a file has a number that cannot be computed with, or one too long to be read."""

    text: str


class Twice(dict[str, Any]):
    """An object in which a key stands twice."""

    def __init__(self, content: dict[str, Any], key: str) -> None:
        super().__init__(content)
        self.key = key


def refuse_unfit(content: dict[str, Any]) -> None:
    """Raises `FileError` for the first such thing anywhere in the content."""
    waiting: list[tuple[Any, Location]] = [(content, ())]
    while waiting:
        value, location = waiting.pop()
        if len(location) >= DEEPEST_NESTING:
            raise too_deep()
        if isinstance(value, dict):
            if isinstance(value, Twice):
                raise _twice(value.key, place_of(location, content))
            for key, inner in value.items():
                _check(key, content, location)
                _look_into(inner, content, (*location, key), waiting)
        else:
            for number, inner in enumerate(value):
                _look_into(inner, content, (*location, number), waiting)


def _look_into(value: Any, content: Any, location: Location, waiting: list[tuple[Any, Location]]) -> None:
    if isinstance(value, (dict, list)):
        waiting.append((value, location))
    else:
        _check(value, content, location)


def _check(value: Any, content: Any, location: Location) -> None:
    if isinstance(value, str):
        if not value.isascii():
            _refuse_half_characters(value, content, location)
    elif isinstance(value, UnfitNumber):
        shown = shortened(value.text)
        title = Text(f"{shown} is not a number a file may hold.", f"文件中不能出现数值 {shown}。")
        raise FileError(title, _stands_in(place_of(location, content)))


def _refuse_half_characters(text: str, content: Any, location: Location) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        before, place = shortened(text[: error.start]), place_of(location, content)
        where = _stands_in(place)
        if before:
            where = Text(f'It stands in {place}, after "{before}".', f"位于 {place}，“{before}”之后。")
        raise FileError(
            Text("A text in this file holds half a character.", "文件中的一段文字含有不完整的字符。"), where
        ) from error


def _twice(key: str, place: str) -> FileError:
    return FileError(
        Text(f'The key "{shortened(key)}" stands twice in one place ({place}).',
             f"同一处（{place}）出现了两个“{shortened(key)}”键。"),
        remedy=Text("Keep one of the two.", "请只保留其中一个。"),
    )  # fmt: skip


def _stands_in(place: str) -> Text:
    return Text(f"It stands in {place}.", f"位于 {place}。")


def too_deep() -> FileError:
    """More levels than a comparison has."""
    return FileError(
        Text("This file is nested too deeply.", "文件嵌套过深。"),
        Text(f"A comparison has at most {DEEPEST_NESTING} levels.", f"对比文件最多 {DEEPEST_NESTING} 层。"),
    )
