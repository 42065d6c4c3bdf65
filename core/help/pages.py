"""The written pages of the help: what a file in resources/help holds, and the same as Markdown in one language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from core.errors import EvenkeelError
from core.model.definition_file import read_toml
from core.plain.data import Plain
from core.plain.reading import UnfitError, read
from core.wording.text import Language, Text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "help"
GLOSSARY = "glossary"


class Part(Plain):
    """A few paragraphs, in Markdown."""

    text: Text


class Term(Plain):
    """A word and what it means."""

    name: Text
    text: Text


class Page(Plain):
    """One page: parts, or words with their meaning. `panels`: panels it explains beside the one of its own name."""

    title: Text
    panels: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    terms: tuple[Term, ...] = ()

    def markdown(self, language: Language) -> str:
        """The page in one language."""
        parts = [part.text(language).strip() for part in self.parts]
        colon = "：" if language == "zh" else ": "
        terms = [f"**{term.name(language)}**{colon}{term.text(language)}" for term in self.terms]
        return "\n\n".join([f"# {self.title(language)}", *parts, *terms]) + "\n"


class Section(Plain):
    """Pages that belong together, in order."""

    title: Text
    pages: tuple[str, ...]


class Index(Plain):
    """The order of the pages."""

    sections: tuple[Section, ...]


Kind = TypeVar("Kind", bound=Plain)


@cache
def sections(folder: Path = FOLDER) -> tuple[Section, ...]:
    """The written pages but the glossary, in order. Raises `EvenkeelError` when the list cannot be read."""
    return _validated(Index, folder / "index.toml").sections


@cache
def written_page(id: str, folder: Path = FOLDER) -> Page:
    """A written page. Raises `EvenkeelError` when its file cannot be read."""
    return _validated(Page, folder / f"{id}.toml")


def _validated(kind: type[Kind], path: Path) -> Kind:
    try:
        return read(kind, read_toml(path), ours=path.parent == FOLDER)
    except UnfitError as error:
        title = Text("The help file {name} cannot be used.", "帮助文件 {name} 无法使用。").filled(name=path.name)
        raise EvenkeelError(title, str(error)) from error
