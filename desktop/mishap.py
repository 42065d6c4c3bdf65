"""A fault of the program itself: the work is kept, the person gets one plain sentence and something to copy for whoever
helps, and the window stays open."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from core.errors import EvenkeelError
from core.wording.text import Text
from desktop.dialogs.message import show_error
from desktop.window.window import Window

TITLE = Text("Something went wrong inside Evenkeel.", "Evenkeel 内部出错了。")
REASON = Text("It was not your doing, and your work has been kept.", "这不是您的操作造成的，您的内容已保留。")
REMEDY = Text(
    "Undo the last step if something looks wrong, and save under another name.",
    "如果发现异常，请撤销上一步，并另存为其他文件。",
)


class Mishaps:
    """Takes over what would otherwise be a traceback."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._telling = False

    def install(self) -> None:
        """From now on."""
        sys.excepthook = self.tell

    def tell(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep the work, then say what happened; one box at a time, however often it happens."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        if self._telling:
            return
        self._telling = True
        self._window.recovery.keep()
        details = "".join(traceback.format_exception(kind, error, trace))
        shown = EvenkeelError(TITLE, REASON, REMEDY)
        if isinstance(error, EvenkeelError):
            shown, details = error, ""
        box = show_error(self._window, shown, self._window.session.language, details)
        box.finished.connect(self._told)

    def _told(self) -> None:
        self._telling = False
