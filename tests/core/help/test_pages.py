"""The help is complete in both languages, leads nowhere that does not exist, and keeps to plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.errors import EvenkeelError, UsageError
from core.help import help_page, help_topics, topic_of_panel
from core.help.pages import FOLDER, GLOSSARY, Page, sections, written_page
from core.help.topics import driver_topics
from core.model.library import load_model, model_ids
from core.wording.text import LANGUAGES, Language, Text

ROOT = Path(__file__).resolve().parents[3]
WRITTEN = [*(id for section in sections() for id in section.pages), GLOSSARY]
QUESTIONS = sections()[1].pages
TOPICS = [topic.id for topic in (*help_topics(), *driver_topics())]
LINK = re.compile(r"\[([^\]]*)\]\(help:([^)]*)\)")
MOST_WORDS, MOST_CHARACTERS = 25, 60


def links(text: str) -> set[str]:
    return {match[2] for match in LINK.finditer(text)}


def texts(page: Page) -> list[Text]:
    return [page.title, *(part.text for part in page.parts), *(term.text for term in page.terms)]


def sentences(text: Text, language: Language) -> list[str]:
    plain = LINK.sub(r"\1", text(language)).replace("*", "")
    ends = r"[.!?:;](?:\s|$)|\n" if language == "en" else r"[。！？：；]|\n"
    return [part for part in re.split(ends, plain) if part and not part.startswith("|")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_page_is_there_in_both_languages_and_its_links_lead_somewhere(topic: str, language: Language) -> None:
    text = help_page(topic, language)
    assert text.startswith("# ")
    assert len(text.splitlines()) > 2
    assert links(text) <= set(TOPICS)
    other: Language = "zh" if language == "en" else "en"
    assert links(text) == links(help_page(topic, other))
    assert not re.search(r"\b(?:driver|alternative)s?\b(?!/)", LINK.sub(r"\1", text))


def test_every_file_is_a_page_that_is_offered_once() -> None:
    files = {path.stem for path in FOLDER.glob("*.toml")} - {"index"}
    assert sorted(files) == sorted(WRITTEN)
    assert {f"model/{id}" for id in model_ids()} <= {topic.id for topic in help_topics()}
    assert len({topic.id for topic in help_topics()}) == len(help_topics())


@pytest.mark.parametrize("id", WRITTEN)
def test_sentences_are_short_and_every_one_exists_in_both_languages(id: str) -> None:
    for text in texts(written_page(id)):
        assert re.search(r"[\u4e00-\u9fff]|token|API|GPU", text.zh), text.zh
        for sentence in sentences(text, "en"):
            assert len(sentence.split()) <= MOST_WORDS, sentence
        for sentence in sentences(text, "zh"):
            assert len(sentence) <= MOST_CHARACTERS, sentence


@pytest.mark.parametrize("id", WRITTEN)
def test_an_ai_model_and_a_business_model_are_never_just_a_model(id: str) -> None:
    for text in texts(written_page(id)):
        assert not re.search(r"(?<!business )(?<!AI )\bmodels?\b", text.en, re.IGNORECASE), text.en
        assert not re.search(r"(?<!AI )模型", text.zh), text.zh


def test_every_panel_has_a_page() -> None:
    panels = {path.name for path in (ROOT / "desktop" / "panels").iterdir() if (path / "panel.py").exists()}
    for panel in panels:
        assert topic_of_panel(panel) in QUESTIONS
    assert topic_of_panel("checks") == "reference_checks"


@pytest.mark.parametrize("id", QUESTIONS)
def test_every_question_explained_is_one_the_program_answers(id: str) -> None:
    if id == "flat_plan":
        lines = {line.id for model in model_ids() for line in load_model(model).lines}
        assert {"pro_break_even_usage", "pro_unprofitable_share", "unprofitable_share"} <= lines
        return
    places = [ROOT / "core" / "questions" / f"{id}.py", ROOT / "core" / "questions" / id, ROOT / "desktop/panels" / id]
    assert any(place.exists() for place in places), id


def test_unknown_pages_and_panels_are_refused() -> None:
    with pytest.raises(UsageError, match="break_even"):
        help_page("break_evn", "en")
    with pytest.raises(UsageError):
        help_page("driver/open-weights-api/nothing", "en")
    with pytest.raises(UsageError):
        topic_of_panel("nothing of the kind")


def test_a_broken_help_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.toml").write_text('title = "only one language"\n', "utf-8")
    with pytest.raises(EvenkeelError, match=r"page\.toml"):
        written_page("page", tmp_path)
    with pytest.raises(EvenkeelError, match=r"index\.toml"):
        sections(tmp_path)
