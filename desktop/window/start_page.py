"""What is shown while no comparison is open: three ways to begin, and the files of before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.comparison.examples import example_ids, example_line, load_example
from core.wording.dates import full_date
from core.wording.text import Language, Text, words
from desktop.commands.files import Files
from desktop.recovery import Recovered, Recovery
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.elided import ElidedButton
from desktop.widgets.scroll_area import ScrollArea

WELCOME = Text("Which way of selling AI pays?", "AI 服务怎么卖才赚钱？")
EXAMPLE = Text("See an example", "看一个例子")
START = Text("Start a comparison", "新建对比")
START_HELP = Text(
    "Pick 2–4 business models; every number starts from a sourced default.",
    "选择 2–4 个商业模式；每个数字都有出处可查的默认值。",
)
OPEN = Text("Open a file", "打开文件")
OPEN_HELP = Text(
    "An .evenkeel file of yours, or drop one anywhere on this window.",
    "打开 .evenkeel 文件，或把文件拖到窗口任意位置。",
)

OFFLINE = Text("Works offline. Nothing you type leaves this computer.", "离线运行，数据不会离开这台电脑。")
RECENT = Text("Recent files", "最近的文件")
NONE_YET = Text("Files you save will be listed here.", "保存过的文件会列在这里。")
RECOVERED = Text("Recovered files", "恢复的文件")
RECOVERED_LINE = Text("Unsaved work of {day}, {time}", "{day} {time} 未保存的内容")
NO_NAME = Text("Comparison", "对比")
EXAMPLES = Text("Examples", "示例")
MOST_RECOVERED = 5
WIDTH, CARD_HEIGHT, ICON = 112 * GRID, 19 * GRID, 28


class StartPage(ScrollArea):
    """Made anew each time it is shown: files come and go."""

    def __init__(self, session: Session, theme: Theme, files: Files, settings: Settings, recovery: Recovery) -> None:
        super().__init__()
        self._session, self._theme, self._files = session, theme, files
        self._settings, self._recovery = settings, recovery
        self.setWidgetResizable(True)
        session.language_changed.connect(self.fill)
        theme.changed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Say everything as it is now."""
        language = self._session.language
        page = QWidget()
        middle = QVBoxLayout()
        middle.setSpacing(2 * GRID)
        middle.addStretch(1)
        middle.addWidget(_label(WELCOME(language), "display"))
        middle.addLayout(self._cards(language))
        middle.addWidget(_label(OFFLINE(language), "muted"))
        middle.addSpacing(GRID)
        middle.addLayout(self._lists(language))
        middle.addStretch(2)
        row = QHBoxLayout(page)
        row.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        row.addStretch(1)
        column = QWidget()
        column.setLayout(middle)
        column.setFixedWidth(WIDTH)
        row.addWidget(column)
        row.addStretch(1)
        self.setWidget(page)

    def _cards(self, language: Language) -> QHBoxLayout:
        first = example_ids()[0]
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        see = partial(self._files.open_example, first)
        row.addWidget(
            self._card("chart", EXAMPLE(language), words(load_example(first).title, language), see, "primary")
        )
        row.addWidget(self._card("plus", START(language), START_HELP(language), self._files.new))
        row.addWidget(self._card("open", OPEN(language), OPEN_HELP(language), self._files.open))
        for place in range(row.count()):
            row.setStretch(place, 1)
        return row

    def _card(self, icon: str, title: str, about: str, chosen: Callable[[], object], kind: str = "") -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        card.setMinimumHeight(CARD_HEIGHT)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # all as wide as each other
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        picture = QLabel()
        picture.setPixmap(self._theme.icon(icon, "accent").pixmap(QSize(ICON, ICON)))
        button = QPushButton(title)
        button.setProperty("kind", kind)
        button.setAccessibleDescription(about)
        button.clicked.connect(lambda _checked=False: chosen())
        column.addWidget(picture)
        column.addWidget(_label(about, "muted"), 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(button)
        return card

    def _lists(self, language: Language) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4 * GRID)
        recent = [
            (path.stem, str(path.parent), partial(self._files.open_recent, path)) for path in self._settings.recent
        ]
        row.addLayout(self._list(RECENT(language), recent, NONE_YET(language)), 1)
        row.addLayout(self._examples(language), 1)
        copies = self._recovery.found()[:MOST_RECOVERED]
        if copies:
            row.addLayout(self._recovered(copies, language), 1)
        return row

    def _examples(self, language: Language) -> QVBoxLayout:
        """Every example with a line about it."""
        column = _column_of(EXAMPLES(language))
        for id in example_ids():
            title = words(load_example(id).title, language)
            _add_link(column, title, example_line(id)(language), partial(self._files.open_example, id))
        column.addStretch(1)
        return column

    def _recovered(self, copies: list[Recovered], language: Language) -> QVBoxLayout:
        """Every copy by its name, and of when it is."""
        column = _column_of(RECOVERED(language))
        for copy, moment in zip(copies, _told_apart(copies, language), strict=True):
            name = words(copy.name or NO_NAME, language)
            _add_link(column, name, moment, partial(self._files.open_recovered, copy))
        column.addStretch(1)
        return column

    def _list(self, title: str, entries: list[tuple[str, str, Callable[[], object]]], none: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(HALF)
        column.addWidget(_heading(title))
        for name, place, chosen in entries:
            column.addLayout(_outdented(_link(name, place, chosen)))
        if not entries and none:
            column.addWidget(_label(none, "muted"))
        column.addStretch(1)
        return column


def _column_of(title: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(_heading(title))
    return column


def _add_link(column: QVBoxLayout, name: str, line: str, chosen: Callable[[], object]) -> None:
    """A link with a line about it below."""
    link = _link(name, "", chosen)
    link.setAccessibleDescription(line)
    about = _label(line, "caption")
    about.setContentsMargins(0, 0, 0, GRID)
    about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    column.addLayout(_outdented(link))
    column.addWidget(about)


def _heading(title: str) -> QLabel:
    head = _label(title, "title")
    head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return head


def _link(name: str, place: str, chosen: Callable[[], object]) -> QPushButton:
    button = ElidedButton(name, place)
    button.setProperty("kind", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _checked=False: chosen())
    return button


def _outdented(link: QPushButton) -> QHBoxLayout:
    """Its words, not the frame around them, begin where the heading does."""
    row = QHBoxLayout()
    row.addSpacing(-HALF - 1)
    row.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return row


def _told_apart(copies: list[Recovered], language: Language) -> list[str]:
    """When each was written, with the seconds where two of one name were in the same minute."""
    known = [(copy.name, _moment(copy, language, "%H:%M")) for copy in copies]
    return [
        _moment(copy, language, "%H:%M:%S") if known.count(each) > 1 else each[1]
        for copy, each in zip(copies, known, strict=True)
    ]


def _moment(copy: Recovered, language: Language, clock: str) -> str:
    day = full_date(copy.moment.date(), language)
    return RECOVERED_LINE.filled(day=day, time=copy.moment.strftime(clock))(language)


def _label(text: str, tone: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    return label
