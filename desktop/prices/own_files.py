"""The price files of a person's own, remembered from one start to the next. One that is gone or broken is told, and the
rest of the book is there all the same."""

from __future__ import annotations

from pathlib import Path

from core.errors import EvenkeelError
from core.prices.book import PriceBook
from core.prices.files import open_prices, price_book
from core.wording.text import Text
from desktop.settings import PRICE_FILES, Settings

GONE = Text('Your price file "{name}" is not there any more.', "您的价目文件“{name}”已不存在。")
GONE_REMEDY = Text(
    "It was moved, renamed or deleted, or its drive is not connected; its prices are missing here.",
    "文件已被移动、重命名或删除，或所在磁盘未连接；此处暂缺其中的价格。",
)


class OwnPrices:
    """The built-in price book with one's own files in it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.book: PriceBook = price_book()
        self.problems: list[EvenkeelError] = []
        self.read()

    @property
    def paths(self) -> list[Path]:
        """The files remembered, those that cannot be read too."""
        return [Path(name) for name in self._settings.get(PRICE_FILES) if isinstance(name, str) and name]

    def read(self) -> None:
        """Read every file anew."""
        self.book, self.problems = price_book(), []
        for path in self.paths:
            try:
                self.book = self.book.with_file(open_prices(path))
            except EvenkeelError as error:
                gone = EvenkeelError(GONE.filled(name=path.name), remedy=GONE_REMEDY)
                self.problems.append(error if path.exists() else gone)

    def add(self, path: Path) -> None:
        """Take a file in, or read it anew. Raises `EvenkeelError` for one that cannot be used; nothing changes then."""
        others = price_book()
        for other in self.paths:
            if other != path and other.exists():
                others = _with(others, other)
        others.with_file(open_prices(path))
        self._settings.set(PRICE_FILES, [str(p) for p in (*(q for q in self.paths if q != path), path)])
        self.read()

    def forget(self, path: Path) -> None:
        """Take a file out of the book; the file itself stays."""
        self._settings.set(PRICE_FILES, [str(other) for other in self.paths if other != path])
        self.read()


def _with(book: PriceBook, path: Path) -> PriceBook:
    try:
        return book.with_file(open_prices(path))
    except EvenkeelError:
        return book  # told when the book was read
