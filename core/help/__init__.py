"""Help that needs no network: written pages, and pages made from the business models' own definitions."""

from core.help.definitions import help_for_driver, help_for_line, help_for_model
from core.help.search import Found, search_help
from core.help.topics import Topic, help_page, help_topics, topic_of_panel

__all__ = [
    "Found",
    "Topic",
    "help_for_driver",
    "help_for_line",
    "help_for_model",
    "help_page",
    "help_topics",
    "search_help",
    "topic_of_panel",
]
