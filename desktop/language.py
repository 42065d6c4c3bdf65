"""Which language the window speaks, and Qt's own words (OK, Cancel, the file dialog) in the same."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from core.wording.text import Language

NAMES: dict[Language, str] = {"en": "English", "zh": "简体中文"}  # each in itself, so that it can be found again
_LOCALES: dict[Language, str] = {"en": "en_US", "zh": "zh_CN"}
_LACKING = {  # of the file dialog, in Qt's own Chinese: context and source
    ("QFileDialog", "&Look in:"): "查找范围(&L)：",
    ("QFileDialog", "Files of &type:"): "文件类型(&T)：",
    ("QFileDialog", "Directories"): "文件夹",
    ("QAbstractFileIconProvider", "Drive"): "驱动器",
    ("QAbstractFileIconProvider", "Folder"): "文件夹",
    ("QAbstractFileIconProvider", "File Folder"): "文件夹",
    ("QAbstractFileIconProvider", "File"): "文件",
    ("QAbstractFileIconProvider", "%1 File"): "%1 文件",
    ("QAbstractFileIconProvider", "Alias"): "替身",
    ("QAbstractFileIconProvider", "Shortcut"): "快捷方式",
    ("QAbstractFileIconProvider", "Unknown"): "未知",
}


def system_language() -> Language:
    """Chinese where the system is Chinese, else English."""
    wanted = QLocale.system().uiLanguages()
    return "zh" if wanted and wanted[0].replace("-", "_").split("_")[0] == "zh" else "en"


class _Lacking(QTranslator):
    """Chinese words that Qt's own translation lacks. Installed before that one, so asked only where it says nothing."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        """The word, or None: as Qt has it."""
        del disambiguation, n
        return _LACKING.get((context, source))


class QtWords(QObject):
    """Qt's own translation, exchanged when the language changes. It lives as long as the application."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []

    def speak(self, language: Language) -> None:
        """Let Qt's dialogs and buttons speak this language."""
        QLocale.setDefault(QLocale(_LOCALES[language]))
        while self._translators:
            self._app.removeTranslator(self._translators.pop())
        if language == "en":  # what Qt says untranslated
            return
        translator = QTranslator()
        if translator.load(
            f"qtbase_{_LOCALES[language]}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            self._translators = [_Lacking(), translator]
            for each in self._translators:
                self._app.installTranslator(each)
