"""Opening, saving and leaving comparisons. Whatever goes wrong is said in a sentence; nothing is lost by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from core.comparison.examples import example_ids, example_line, load_example
from core.comparison.file.backups import KEPT, Backups
from core.comparison.file.refusals import naming
from core.comparison.file.storage import open_file, save
from core.comparison.new import new_comparison
from core.errors import EvenkeelError
from core.wording.dates import full_date
from core.wording.numbers import both
from core.wording.text import Language, Text, Words, words
from desktop import clock
from desktop.dialogs.choose_file import EXTENSION, ask_file_to_open, ask_file_to_save, file_name
from desktop.dialogs.message import show_error
from desktop.last_looked_at import looked_at, scenario_in
from desktop.recovery import Recovered, Recovery
from desktop.session import Session
from desktop.settings import FOLDER, Settings, documents_folder
from desktop.window.menus import Entry

UNTITLED = Text("New comparison", "新对比")
SAVED = Text("Saved as {name}. Up to {kept} older versions are kept.", "已保存为“{name}”。最多保留 {kept} 个旧版本。")
EXAMPLE = Text("{title} – {line}", "{title}{joint}{line}")
EXAMPLE_SHOWN = Text("Example: {title}{stop} {line}.", "示例：{title}{stop}{line}。")
STOPS: dict[Language, str] = {"en": ".", "zh": "。"}
MISSING = Text('"{name}" is not there any more.', "“{name}”已不存在。")
MISSING_WHY = Text(
    "It was moved, renamed or deleted, or its drive is not connected.", "文件已被移动、重命名或删除，或所在磁盘未连接。"
)
MISSING_REMEDY = Text("It was taken off the list of recent files.", "已从最近文件列表中移除。")
NONE_RECENT = Text("No files yet", "暂无文件")
NO_VERSIONS = Text("No earlier versions yet", "暂无较早的版本")
OPEN_COPY = Text("Open the last good copy", "打开最近的完好副本")
NAME = Text("Comparison of business models {day}", "商业模式对比 {day}")
READ_ONLY = Text(
    "A newer version of Evenkeel wrote this file; changes can be saved under another name.",
    "该文件由更新版本的 Evenkeel 写入；更改只能另存为其他文件。",
)


class Files(QObject):
    """The files of one window."""

    closed = Signal()  # there is no open comparison any more

    def __init__(
        self, session: Session, settings: Settings, recovery: Recovery, backups: Backups, window: QWidget,
        settled: Callable[[], bool],
    ) -> None:  # fmt: skip
        """`settled`: takes what is typed in the window, and says whether all of it could be taken."""
        super().__init__(window)
        self._settled = settled
        self._session, self._settings, self._recovery = session, settings, recovery
        self._backups, self._window = backups, window
        self._away = False  # what the session holds is closed: the person has been asked about it already
        session.opened.connect(self._come_back)

    # --- opening -------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask for business models and start with their default values."""
        from desktop.dialogs.new_comparison import NewComparison

        self.leave_then(lambda: NewComparison(self._window, self._session.language, self.start).open())

    def start(self, models: Sequence[str], presets: Mapping[str, str] | None = None) -> None:
        """Start a comparison of these business models, with the preset named for each or the default values."""
        self._session.open_comparison(new_comparison(UNTITLED, models, presets))

    def open(self) -> None:
        """Ask for a file and open it."""
        folder = Path(self._settings.get(FOLDER) or documents_folder())
        path = ask_file_to_open(self._window, folder, self._session.language)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open this file, after asking about changes to the present comparison."""
        try:
            opened = open_file(path, self._backups)
        except EvenkeelError as error:
            self._refuse(naming(error, path), self._backups.copies(path), path.stem)
            return

        def show() -> None:
            if self._session.open_comparison(opened.comparison, path, "file", read_only=opened.read_only):
                self._session.choose_scenario(scenario_in(opened.comparison))
                self._settings.add_recent(path)
                for note in (*opened.notes, *([READ_ONLY] if opened.read_only else [])):
                    self._session.reported.emit(note, False)

        self.leave_then(show)

    def open_recent(self, path: Path) -> None:
        """Open one of the recent files; one that is gone is taken off the list."""
        if path.exists():
            self.open_path(path)
            return
        self._settings.forget_recent(path)
        self._refuse(EvenkeelError(MISSING.filled(name=path.name), MISSING_WHY, MISSING_REMEDY))

    def open_example(self, id: str) -> None:
        """Open a copy of a built-in example."""

        def show() -> None:
            if self._session.open_comparison(load_example(id), origin="example"):
                self.tell_example(id)

        self.leave_then(show)

    def tell_example(self, id: str) -> None:
        """Say what the example that is open shows."""
        told = _joined(EXAMPLE_SHOWN, load_example(id).title, example_line(id))
        self._session.reported.emit(told, False)

    def open_copy(self, path: Path, called: str = "") -> None:
        """Open an earlier copy of a file, untitled, so that it replaces nothing until it is saved somewhere."""
        try:
            comparison = open_file(path).comparison
        except EvenkeelError as error:
            self._refuse(error)
            return
        self.leave_then(lambda: self._session.open_comparison(comparison, origin="recovered", called=called))

    def open_recovered(self, copy: Recovered) -> None:
        """Open unsaved work of before, untitled; the copy goes when it is saved somewhere."""
        try:
            comparison = open_file(copy.path).comparison
        except EvenkeelError as error:
            self._refuse(error)
            return

        def show() -> None:
            if self._session.open_comparison(comparison, origin="recovered", called=copy.file):
                self._session.choose_scenario(scenario_in(comparison))
                self._recovery.take_over(copy)

        self.leave_then(show)

    # --- saving --------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the comparison's file; ask for one where there is none."""
        if not self._settled():
            return False
        path = self._session.path
        return self.save_as() if path is None or self._session.read_only else self.save_to(path)

    def save_as(self) -> bool:
        """Ask where to, and save."""
        if not self._settled():
            return False
        path = ask_file_to_save(self._window, self._proposal(), self._session.language)
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Write the file; False, and nothing lost, when that fails."""
        try:
            written = looked_at(self._session.document, self._session.scenario)
            notes = save(written, path, self._backups)
        except EvenkeelError as error:
            self._refuse(error)
            return False
        self._session.saved_as(path)
        self._settings.add_recent(path)
        self._session.reported.emit(notes[0] if notes else SAVED.filled(name=path.name, kept=KEPT), False)
        return True

    # --- leaving -------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Put the comparison away and show the start page."""
        self.leave_then(self._put_away)

    def _put_away(self) -> None:
        self._away = True
        self.closed.emit()

    def _come_back(self) -> None:
        self._away = False

    def leave_then(self, then: Callable[[], object]) -> None:
        """Go on to `then` once the person has said what becomes of unsaved changes; never, if they stay."""
        if not (self._away or self._settled()):
            return
        if self._away or not self._session.modified:
            then()
            return
        from desktop.dialogs.unsaved import ask_about_changes

        def save_first() -> None:
            if self.save():
                then()

        def leave() -> None:
            self._recovery.keep()
            then()

        ask_about_changes(self._window, self.name(), self._session.language, save_first, leave)

    # --- what the menus and the start page offer -----------------------------------------------------------------

    def name(self) -> Words:
        """What the open comparison is called."""
        return self._session.name

    def recent(self) -> list[Entry]:
        """The recent files for a menu."""
        listed = [Entry(path.stem, lambda path=path: self.open_recent(path)) for path in self._settings.recent]
        return listed or [Entry(NONE_RECENT, lambda: None, enabled=False)]

    def examples(self) -> list[Entry]:
        """The examples for a menu."""
        return [
            Entry(_joined(EXAMPLE, load_example(id).title, example_line(id)), partial(self.open_example, id))
            for id in example_ids()
        ]

    def _proposal(self) -> Path:
        if self._session.path is not None:
            return self._session.path
        folder = Path(self._settings.get(FOLDER) or documents_folder())
        title = NAME.filled(day=clock.today().isoformat()) if self.name() == UNTITLED else self.name()
        language = self._session.language
        return folder / f"{file_name(words(title, language)) or words(UNTITLED, language)}{EXTENSION}"

    def versions(self) -> list[Entry]:
        """The copies kept of the open file, for a menu."""
        copies = self._backups.copies(self._session.path) if self._session.path else []
        called = words(self.name(), self._session.language)
        listed = [Entry(_moment_of(copy), lambda copy=copy: self.open_copy(copy, called)) for copy in copies]
        return listed or [Entry(NO_VERSIONS, lambda: None, enabled=False)]

    def _refuse(self, error: EvenkeelError, copies: Sequence[Path] = (), called: str = "") -> None:
        language = self._session.language
        box = show_error(self._window, error, language)
        if copies:
            button = box.addButton(OPEN_COPY(language), QMessageBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda: self.open_copy(copies[0], called))


def _moment_of(copy: Path) -> Text:
    moment = clock.moment_of(copy.stat().st_mtime)
    return Text("{day}, {time}", "{day} {time}").filled(day=both(full_date, moment.date()), time=f"{moment:%H:%M}")


def _joined(both_parts: Text, title: Words, line: Text) -> Text:
    """A title and the line about it; no stop follows a question mark."""
    ends = Text(*("" if words(title, language)[-1:] in "?？!！" else stop for language, stop in STOPS.items()))
    return both_parts.filled(title=title, line=line, stop=ends, joint=Text("", "：" if ends.zh else ""))
