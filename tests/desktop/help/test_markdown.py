"""Qt reads the help's Markdown as it is meant: no stray signs, links as links."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from core.help import help_page, help_topics
from core.help.topics import driver_topics
from core.wording.text import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_of_markdown_is_left_on_screen(qtbot: QtBot, language: Language) -> None:
    for topic in (*help_topics(), *driver_topics()):
        text = help_page(topic.id, language)
        document = QTextDocument()
        document.setMarkdown(text)
        shown = document.toPlainText()
        for sign in ("**", "](", "##", "\\", "| ---"):
            assert sign not in shown, (topic.id, sign)
        assert shown.count("*") == 0, topic.id
        assert document.toHtml().count("<a href") == text.count("](help:")
        assert shown.startswith(topic.title(language))
