"""Reading and writing whole files so that a good file is never lost: a new file is written beside the old one, flushed
to the disk, read back and only then put in its place."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path

from core.comparison.file.decoding import refuse_large
from core.comparison.file.limits import MOST_BYTES
from core.comparison.file.refusals import FileError
from core.errors import EvenkeelError
from core.wording.text import Text

UNFINISHED_PREFIX = ".evenkeel-saving-"
UNFINISHED_AGE = 3600.0  # seconds after which what a killed save left behind is swept away
WINDOWS_TRIES = 10  # a virus scanner or a sync program may hold the old file for a moment
WINDOWS_PAUSE = 0.05  # seconds


class DiskError(EvenkeelError):
    """The disk or the folder does not allow what was asked."""


def read_bytes(path: Path) -> bytes:
    """The content of a file within the size limit. Raises `EvenkeelError` with a sentence for every way it can fail."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise DiskError(Text(f'"{path.name}" is a folder, not a file.', f"“{path.name}”是文件夹，不是文件。"))
        if not stat.S_ISREG(found.st_mode):
            raise DiskError(Text(f'"{path.name}" is no ordinary file.', f"“{path.name}”不是普通文件。"))
        refuse_large(found.st_size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    refuse_large(len(data))
    return data


def write_atomically(path: Path, data: bytes, verify: Callable[[bytes], None] | None = None) -> None:
    """Puts `data` at `path` as a whole or not at all. It is read back and compared before it takes the old file's
    place; `verify` may raise to say that it is no good all the same.

    Raises `EvenkeelError` with a sentence for every way the disk can refuse; the old file is then untouched.
    """
    try:
        target = Path(os.path.realpath(path))  # a link stays a link: what it points to is replaced
        _refuse_protected(target)
        unfinished = _beside(target)
        try:
            _write(unfinished, data, _mode_of(target))
            again = unfinished.read_bytes()
            if again != data:
                raise _not_written(path)
            if verify is not None:
                verify(again)
            _replace(unfinished, target)
        finally:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
        _flush_folder(target.parent)
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from error


def _refuse_protected(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _beside(target: Path) -> Path:
    _sweep(target.parent)
    return target.parent / f"{UNFINISHED_PREFIX}{secrets.token_hex(8)}"


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"{UNFINISHED_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > UNFINISHED_AGE:
                left.unlink()


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _write(path: Path, data: bytes, mode: int | None) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _replace(unfinished: Path, target: Path) -> None:
    for _ in range(WINDOWS_TRIES if os.name == "nt" else 1):
        try:
            unfinished.replace(target)
        except PermissionError as error:
            refused = error
            if os.name == "nt":
                time.sleep(WINDOWS_PAUSE)
        else:
            return
    raise refused


def _flush_folder(folder: Path) -> None:
    """Makes the new name last through a power cut, where the system can do that for a folder."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):  # some network folders cannot; the file itself is on the disk already
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _not_written(path: Path) -> DiskError:
    return DiskError(
        Text(
            f'"{path.name}" could not be saved: the disk gave back something else.',
            f"无法保存“{path.name}”：磁盘读回的内容不一致。",
        ),
        remedy=Text("Save it on another disk.", "请保存到其他磁盘。"),
    )


def _unreadable(path: Path, error: OSError | ValueError) -> EvenkeelError:
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.ENOENT, errno.ENOTDIR):
        return DiskError(
            Text(f'The file "{path.name}" is not there.', f"找不到文件“{path.name}”。"),
            Text(f'Looked for it in "{_folder(path)}".', f"查找位置：“{_folder(path)}”。"),
        )
    if code in (errno.EACCES, errno.EPERM):
        return DiskError(
            Text(f'You may not read the file "{path.name}".', f"您没有读取文件“{path.name}”的权限。"),
            remedy=Text(
                "Ask its owner, or copy it to a folder of your own.", "请联系文件所有者，或复制到自己的文件夹。"
            ),
        )
    return FileError(Text(f'The file "{path.name}" cannot be read.', f"无法读取文件“{path.name}”。"), _said(error))


def unwritable(path: Path, error: OSError | ValueError) -> DiskError:
    """Why nothing could be written at `path`, and what to do."""
    code = error.errno if isinstance(error, OSError) else None
    title = Text(f'"{path.name}" could not be saved.', f"无法保存“{path.name}”。")
    elsewhere = Text("Save it in another folder.", "请保存到其他文件夹。")
    if code in (errno.ENOSPC, errno.EDQUOT):
        return DiskError(
            title,
            Text("The disk is full.", "磁盘已满。"),
            Text("Make room, or save it on another disk.", "请清理空间，或保存到其他磁盘。"),
        )
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DiskError(
            title,
            Text("The file or its folder is read-only for you.", "您对该文件或其所在文件夹只有只读权限。"),
            elsewhere,
        )
    if code in (errno.ENOENT, errno.ENOTDIR):
        return DiskError(
            title,
            Text(f'The folder "{_folder(path)}" is not there.', f"文件夹“{_folder(path)}”不存在。"),
            elsewhere,
        )
    if code == errno.EISDIR:
        return DiskError(
            title,
            Text("There is a folder of this name.", "已有同名文件夹。"),
            Text("Choose another name.", "请换一个名称。"),
        )
    return DiskError(title, _said(error), elsewhere)


def _folder(path: Path) -> str:
    """The folder of a file by its full name, however it was given: "." tells nobody where that is."""
    return os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - leaves links as they are named


def _said(error: OSError | ValueError) -> Text:
    """The system's own words, where there are none better."""
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Text(f"The system says: {said}.", f"系统提示：{said}。")
