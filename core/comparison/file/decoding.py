"""From the bytes of a file to plain values. What people mistake for a comparison, what was cut off or damaged, and what
means harm is refused here, each with a sentence of its own."""

from __future__ import annotations

import codecs
import json
import math
from typing import Any, NoReturn

from core.comparison.file.limits import DEEPEST_NESTING, MOST_BYTES
from core.errors import EvenkeelError
from core.wording.text import Text

DIGITS_SHOWN = 20
MOST_DIGITS = 400


class FileError(EvenkeelError):
    """A file that holds no comparison this program can open."""


RESTORE = Text(
    "Open an earlier copy of it: the last good ones are kept.", "请打开较早的副本：程序保留了最近的完好版本。"
)


def decoded(data: bytes) -> dict[str, Any]:
    """The JSON object in the bytes of a file. Raises `FileError`."""
    refuse_large(len(data))
    try:
        content = json.loads(
            _text(data),
            object_pairs_hook=_object,
            parse_float=_number,
            parse_int=_whole_number,
            parse_constant=_no_constant,
        )
    except json.JSONDecodeError as error:
        raise _malformed(error) from error
    except RecursionError as error:
        raise _too_deep() from error
    if not isinstance(content, dict):
        raise not_ours()
    _check_contents(content)
    return content


def refuse_large(size: int) -> None:
    """Raises `FileError` for a file of more bytes than a comparison may have."""
    if size > MOST_BYTES:
        raise FileError(
            Text(
                f"This file is too large to be a comparison: {size / 1e6:,.1f} MB.",
                f"文件过大，不是一份对比：{size / 1e6:,.1f} MB。",
            ),
            Text(f"The limit is {MOST_BYTES // 1_000_000} MB.", f"上限为 {MOST_BYTES // 1_000_000} MB。"),
        )


def not_ours() -> FileError:
    """Readable, but something else."""
    return FileError(
        Text("This is not an Evenkeel comparison.", "这不是 Evenkeel 的对比文件。"),
        remedy=Text('Choose a file whose name ends in ".evenkeel".', "请选择扩展名为“.evenkeel”的文件。"),
    )


def _text(data: bytes) -> str:
    if not data.strip(b"\0 \t\r\n"):
        raise FileError(
            Text("This file is empty.", "这个文件是空的。"),
            Text("Perhaps it was never fully written or copied.", "可能未写完或未复制完整。"),
            RESTORE,
        )
    kind = _other_kind(data)
    if kind is not None:
        title = Text("This is not an Evenkeel comparison but {kind}.", "这不是 Evenkeel 的对比文件，而是{kind}。")
        raise FileError(title.filled(kind=kind), remedy=not_ours().remedy)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise (_cut_off() if error.reason == "unexpected end of data" else _binary()) from error


def _other_kind(data: bytes) -> Text | None:
    start = data[:512].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith(b"pk\x03\x04"):
        return Text("a workbook or a packed archive", "表格文件或压缩包")
    if start.startswith(b"%pdf"):
        return Text("a PDF document", "PDF 文档")
    if start.startswith((b"<!doctype", b"<html", b"<head", b"<?xml", b"<!--")):
        return Text("a web page", "网页")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Text("text in another encoding (UTF-16 instead of UTF-8)", "其他编码的文本（UTF-16，而非 UTF-8）")
    if b"\0" in data:
        return Text("a binary file", "二进制文件")
    return None


def _binary() -> FileError:
    return FileError(
        Text(
            "This is not an Evenkeel comparison: it is no UTF-8 text.",
            "这不是 Evenkeel 的对比文件：内容不是 UTF-8 文本。",
        ),
        remedy=not_ours().remedy,
    )


def _cut_off() -> FileError:
    return FileError(
        Text("This file stops in the middle.", "文件不完整，在中途结束。"),
        Text("It was cut off while being written or copied.", "写入或复制时被中断。"),
        RESTORE,
    )


def _malformed(error: json.JSONDecodeError) -> FileError:
    text = error.doc.rstrip()
    if text.lstrip()[:1] != "{":
        return not_ours()
    if error.pos >= len(text) or not text.endswith("}"):
        return _cut_off()
    return FileError(
        Text(f"This file is damaged at line {error.lineno}.", f"文件第 {error.lineno} 行已损坏。"),
        Text(
            f"It is no valid JSON there (place {error.colno} of the line).",
            f"该处不是有效的 JSON（第 {error.colno} 个字符）。",
        ),
        RESTORE,
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = shortened(next(name for name in names if names.count(name) > 1))
        raise FileError(
            Text(f'The key "{twice}" stands twice in one place.', f"同一处出现了两个“{twice}”键。"),
            remedy=Text("Keep one of the two.", "请只保留其中一个。"),
        )
    return content


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise _no_number(text)
    return value


def _whole_number(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise _no_number(text)
    return int(text)


def _no_constant(text: str) -> NoReturn:
    raise _no_number(text)


def _no_number(text: str) -> FileError:
    shown = shortened(text)
    return FileError(Text(f"{shown} is not a number a file may hold.", f"文件中不能出现数值 {shown}。"))


def shortened(text: str) -> str:
    """A piece of a file as a sentence can show it."""
    return text if len(text) <= DIGITS_SHOWN else text[:DIGITS_SHOWN] + "..."


def _check_contents(content: dict[str, Any]) -> None:
    waiting: list[tuple[Any, int]] = [(content, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST_NESTING:
            raise _too_deep()
        if isinstance(value, dict):
            waiting.extend((inner, depth + 1) for inner in (*value.keys(), *value.values()))
        elif isinstance(value, list):
            waiting.extend((inner, depth + 1) for inner in value)
        elif isinstance(value, str) and not value.isascii():
            _refuse_half_characters(value)


def _refuse_half_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise FileError(
            Text("A text in this file holds half a character.", "文件中的一段文字含有不完整的字符。"),
            Text(f"It follows after: {shortened(text[: error.start])}", f"位于此后：{shortened(text[: error.start])}"),
        ) from error


def _too_deep() -> FileError:
    return FileError(
        Text("This file is nested too deeply.", "文件嵌套过深。"),
        Text(f"A comparison has at most {DEEPEST_NESTING} levels.", f"对比文件最多 {DEEPEST_NESTING} 层。"),
    )
