"""Where answers and complaints go, and what to do where nothing can be written: a full disk, a closed pipe."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from typing import TextIO

from core.cli.harmless import harmless
from core.wording.text import Text, Words, words

NOT_WRITTEN = 3
READER_GONE = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)  # Windows says either
FULL = (errno.ENOSPC, errno.EDQUOT)

CLOSED = Text(
    "The answer could not be written: standard output is closed. Send it to a file or a terminal.",
    "无法写出结果：标准输出已关闭。请输出到文件或终端。",
)
DISK_FULL = Text(
    "The answer could not be written: the disk is full. Make room, or send it to another disk.",
    "无法写出结果：磁盘已满。请清理空间，或输出到其他磁盘。",
)
REFUSED = Text("The answer could not be written. The system says: {said}.", "无法写出结果。系统提示：{said}。")


def put_out(write: Callable[[TextIO], None]) -> int:
    """Lets `write` write the answer to standard output, to the last byte; returns the exit status."""
    out: TextIO | None = sys.stdout  # None where it was closed before the program began
    if out is None:
        complain(CLOSED)
        return NOT_WRITTEN
    try:
        write(out)
        out.flush()
    except OSError as error:
        _write_no_more(out)
        if error.errno in READER_GONE:
            return 0  # the reader, such as `head`, has seen enough
        complain(DISK_FULL if error.errno in FULL else REFUSED.filled(said=error.strerror or str(error)))
        return NOT_WRITTEN
    return 0


def complain(sentence: Words) -> None:
    """One line on standard error, where there is one."""
    err: TextIO | None = sys.stderr
    if err is None:
        return
    try:
        err.write(harmless(words(sentence, "en")) + "\n")
        err.flush()
    except OSError:  # the exit status tells it all the same
        _write_no_more(err)


def _write_no_more(stream: TextIO) -> None:
    """What is still held back goes nowhere, so that ending the program complains no more."""
    try:
        descriptor = stream.fileno()
    except (OSError, io.UnsupportedOperation):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
