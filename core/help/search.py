"""Finding a page by the words in its title or its text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.help.topics import Topic, driver_topics, help_topics, page_text
from core.record import record
from core.wording.text import LANGUAGES, Language

MOST_FOUND = 30
EXCERPT = 120  # characters
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^[#>\-\s]+|[*|]|\\(?=[^\w\s])", re.MULTILINE)


@record
class Found:
    """A page and the line in it that fits best."""

    topic: Topic
    excerpt: str


def search_help(wanted: str, language: Language) -> tuple[Found, ...]:
    """Pages that hold all the words wanted: first those with them in the title (of either language), then the rest, at
    most thirty. Nothing wanted finds nothing."""
    words = wanted.casefold().split()
    if not words:
        return ()
    topics = (*help_topics(), *_once_each(driver_topics()))
    by_title = [topic for topic in topics if any(_has(topic.title(each), words) for each in LANGUAGES)]
    by_text = [topic for topic in topics if topic not in by_title and _has(_plain(topic, language), words)]
    return tuple(Found(topic, _excerpt(topic, words, language)) for topic in (by_title + by_text)[:MOST_FOUND])


def _once_each(topics: Iterable[Topic]) -> list[Topic]:
    """Of assumptions that several business models have, the first."""
    return list({topic.title: topic for topic in reversed(list(topics))}.values())[::-1]


def _has(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _plain(topic: Topic, language: Language) -> str:
    """The page without its Markdown signs."""
    return _MARKS.sub("", _LINK.sub(r"\1", page_text(topic.id)(language)))


def _excerpt(topic: Topic, words: list[str], language: Language) -> str:
    """The first line below the title that holds a word, cut to a readable length around it."""
    lines = [line.strip() for line in _plain(topic, language).splitlines()[1:] if line.strip()]
    line = next((line for line in lines if any(word in line.casefold() for word in words)), lines[0])
    if len(line) <= EXCERPT:
        return line
    places = [line.casefold().find(word) for word in words if word in line.casefold()]
    start = max(0, min(places, default=0) - EXCERPT // 3)
    start = min(start, len(line) - EXCERPT)
    return ("…" if start else "") + line[start : start + EXCERPT].strip() + ("…" if start + EXCERPT < len(line) else "")
