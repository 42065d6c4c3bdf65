"""From the bytes of a file to plain values. What people mistake for a comparison, what was cut off or damaged, and what
means harm is refused here, each with a sentence of its own."""

from __future__ import annotations

import codecs
import json
import math
from typing import Any

from core.comparison.file.limits import MOST_BYTES
from core.comparison.file.refusals import FileError
from core.comparison.file.unfit import Twice, UnfitNumber, refuse_unfit, too_deep
from core.wording.text import Text

MOST_DIGITS = 400

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
            parse_constant=UnfitNumber,
        )
    except json.JSONDecodeError as error:
        raise _malformed(error) from error
    except RecursionError as error:
        raise too_deep() from error
    if not isinstance(content, dict):
        raise not_ours()
    refuse_unfit(content)
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
        remedy=Text("Choose a file that was saved by Evenkeel.", "请选择由 Evenkeel 保存的文件。"),
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
        return Twice(content, next(name for name in names if names.count(name) > 1))
    return content


def _number(text: str) -> float | UnfitNumber:
    value = float(text)
    return value if math.isfinite(value) else UnfitNumber(text)


def _whole_number(text: str) -> int | UnfitNumber:
    return int(text) if len(text) <= MOST_DIGITS else UnfitNumber(text)
