"""Which language the window speaks, and Qt's own words (OK, Cancel, the file dialog) in the same."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from core.wording.text import Language

NAMES: dict[Language, str] = {"en": "English", "zh": "简体中文"}  # each in itself, so that it can be found again
_LOCALES: dict[Language, str] = {"en": "en_US", "zh": "zh_CN"}


def system_language() -> Language:
    """Chinese where the system is Chinese, else English."""
    wanted = QLocale.system().uiLanguages()
    return "zh" if wanted and wanted[0].replace("-", "_").split("_")[0] == "zh" else "en"


class QtWords(QObject):
    """Qt's own translation, exchanged when the language changes. It lives as long as the application."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translator: QTranslator | None = None

    def speak(self, language: Language) -> None:
        """Let Qt's dialogs and buttons speak this language."""
        QLocale.setDefault(QLocale(_LOCALES[language]))
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        if language == "en":  # what Qt says untranslated
            return
        translator = QTranslator()
        if translator.load(
            f"qtbase_{_LOCALES[language]}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            self._app.installTranslator(translator)
            self._translator = translator
