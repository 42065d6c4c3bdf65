"""Which pages the help window can show, and their text: the topics of core.help, the keys, and definitions of what is
open that no topic tells about."""

from __future__ import annotations

from core.help import help_topics
from core.help.topics import MODEL, page_text
from core.record import record
from core.wording.text import Text
from desktop.help.keyboard import TITLE, keyboard_page

KEYBOARD = "keyboard"
FIRST = "window"


@record
class HelpPage:
    """A page with its text in both languages; `id` is that of a topic, or any other name of its own."""

    id: str
    text: Text


@record
class Listed:
    """A page in the contents."""

    id: str
    title: Text
    section: Text


def contents() -> tuple[Listed, ...]:
    """Everything that is offered, in order."""
    topics = [Listed(topic.id, topic.title, topic.section) for topic in help_topics()]
    window = [topic for topic in topics if topic.section == topics[0].section]
    rest = topics[len(window) :]
    return (*window, Listed(KEYBOARD, TITLE, topics[0].section), *rest)


def page(id: str) -> HelpPage:
    """A page of the contents or of an assumption. Raises `UsageError` for an unknown one."""
    return HelpPage(id, keyboard_page() if id == KEYBOARD else page_text(id))


def section_id(id: str) -> str:
    """The entry of the contents a page stands under: that of an assumption is its business model's."""
    parts = id.split("/")
    return f"{MODEL}{parts[1]}" if parts[0] == "driver" and len(parts) == 3 else id
