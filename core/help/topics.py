"""What there is to read: every page with its title and place, and the page itself by its id.

The id of a written page is the name of its file, that of a business model "model/<id>", that of an assumption of a
built-in business model "driver/<business model>/<assumption>". Links within pages are written help:<id>.
"""

from __future__ import annotations

from functools import cache

from core.errors import UsageError
from core.help.definitions import help_for_driver, help_for_model
from core.help.pages import GLOSSARY, sections, written_page
from core.model.library import load_model, model_ids
from core.record import record
from core.wording.suggestions import closest
from core.wording.text import Language, Text

MODELS = Text("Business models", "商业模式")
WORDS = Text("Words", "名词")
MODEL, DRIVER = "model/", "driver/"
LINK = "help:"


@record
class Topic:
    """One page."""

    id: str
    title: Text
    section: Text


@cache
def help_topics() -> tuple[Topic, ...]:
    """All pages in the order in which they are offered; those of single assumptions are reached from their business
    model and by search."""
    written = [Topic(id, written_page(id).title, section.title) for section in sections() for id in section.pages]
    models = [Topic(MODEL + id, load_model(id).label, MODELS) for id in model_ids()]
    return (*written, *models, Topic(GLOSSARY, written_page(GLOSSARY).title, WORDS))


@cache
def driver_topics() -> tuple[Topic, ...]:
    """The pages of the assumptions of the built-in business models."""
    return tuple(
        Topic(f"{DRIVER}{id}/{driver.id}", driver.label, load_model(id).label)
        for id in model_ids()
        for driver in load_model(id).drivers
    )


def help_page(topic: str, language: Language) -> str:
    """A page as Markdown. Raises `UsageError` for an unknown one, naming the closest."""
    return page_text(topic)(language)


@cache
def page_text(topic: str) -> Text:
    """A page as Markdown in both languages. Raises `UsageError` for an unknown one."""
    if topic not in _known():
        title = Text('There is no help page "{topic}".', "没有帮助页面“{topic}”。").filled(topic=topic)
        raise UsageError(title, remedy=closest(topic, [known.id for known in help_topics()]))
    if topic.startswith(MODEL):
        id = topic.removeprefix(MODEL)
        return help_for_model(load_model(id), f"{LINK}{DRIVER}{id}/")
    if topic.startswith(DRIVER):
        model, driver = topic.removeprefix(DRIVER).split("/")
        return help_for_driver(load_model(model), driver)
    page = written_page(topic)
    return Text(page.markdown("en"), page.markdown("zh"))


def topic_of_panel(panel: str) -> str:
    """The page that explains a panel of the window. Raises `UsageError` where none does."""
    written = [id for section in sections() for id in section.pages]
    for id in written:
        if panel == id or panel in written_page(id).panels:
            return id
    title = Text('No help page explains "{panel}".', "没有说明“{panel}”的帮助页面。").filled(panel=panel)
    raise UsageError(title, remedy=closest(panel, written))


@cache
def _known() -> frozenset[str]:
    return frozenset(topic.id for topic in (*help_topics(), *driver_topics()))
