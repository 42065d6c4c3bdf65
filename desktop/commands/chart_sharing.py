"""Charts that leave the window: to the clipboard for a slide, or to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.comparison.file.disk import write_atomically
from core.errors import EvenkeelError
from core.questions.decisive import decisive
from core.questions.words.source_line import source_line
from core.wording.text import Text, Words, words
from desktop import clock
from desktop.dialogs.choose_file import ask_picture_to_save, file_name
from desktop.dialogs.message import show_error
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.settings import FOLDER, Settings, documents_folder

if TYPE_CHECKING:
    from desktop.charts.export import Surroundings  # charts are imported when the first one is shown

COPIED = Text("The chart is on the clipboard: paste it into a slide.", "图表已复制，可直接粘贴到幻灯片中。")
SAVED = Text("Saved as {name}.", "已保存为 {name}。")
IN_SCENARIO = Text("{name}, scenario “{scenario}”", "{name}，情景“{scenario}”")
NO_CHART = Text("There is no chart here to copy or save.", "此处没有可复制或保存的图表。")


class ChartSharing(QObject):
    """`panel` gives the panel in front, `name` what the comparison is called."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        panel: Callable[[], Panel | None],
        name: Callable[[], Words],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._panel, self._name = panel, name

    def copy(self) -> None:
        """The chart in front as a picture on the clipboard."""
        from desktop.charts.export import as_image

        if (panel := self._with_chart()) is not None:
            QGuiApplication.clipboard().setImage(as_image(panel.chart, self._words()))
            self._session.reported.emit(COPIED, False)

    def save(self) -> None:
        """The chart in front as a PNG or SVG file."""
        panel = self._with_chart()
        if panel is None:
            return
        path = ask_picture_to_save(self._window, self._proposal(panel), self._session.language)
        if path is not None:
            self.save_to(path, panel)

    def save_to(self, path: Path, panel: Panel) -> bool:
        """Write the panel's chart; False, and nothing lost, when that fails."""
        from desktop.charts.export import as_png, as_svg

        draw = as_svg if path.suffix.lower() == ".svg" else as_png
        try:
            write_atomically(path, draw(panel.chart, self._words()))
        except EvenkeelError as error:
            show_error(self._window, error, self._session.language)
            return False
        self._settings.set(FOLDER, str(path.parent))
        self._session.reported.emit(SAVED.filled(name=path.name), False)
        return True

    def _with_chart(self) -> Panel | None:
        panel = self._panel()
        if panel is not None and panel.has_chart:
            return panel
        self._session.reported.emit(NO_CHART, False)
        return None

    def _words(self) -> Surroundings:
        from desktop.charts.export import Surroundings

        answers, language = self._session.settled_answers(), self._session.language
        comparison, today = answers.comparison, clock.today()
        scenario, name = self._session.scenario, self._name()
        if scenario is not None:
            name = IN_SCENARIO.filled(name=name, scenario=scenario)
        footer = [source_line(comparison, name, decisive(comparison), today)]
        footer += [note for note in (answers.display.rate_note(comparison.currency),) if note is not None]
        joint = "。" if language == "zh" else ". "
        return Surroundings(answers.verdict.headline(language), joint.join(text(language) for text in footer))

    def _proposal(self, panel: Panel) -> Path:
        folder = Path(self._settings.get(FOLDER) or documents_folder())
        language = self._session.language
        name = f"{words(self._name(), language)} – {panel.title(language)}"
        return folder / f"{file_name(name)}.png"
