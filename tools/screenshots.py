"""Pictures of the window in every size, theme and language worth looking at, into build/screenshots/."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "screenshots"
SIZES = ((1280, 800), (1024, 700))
MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LANGUAGES: tuple[Literal["en", "zh"], ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Scene:
    """What to show: an example on one of its questions, or no example at all."""

    name: str
    example: str | None = None
    question: str = "break_even"


SCENES = (
    Scene("start-page"),
    Scene("break-even", "three-ways"),
    Scene("margin", "three-ways", "margin"),
    Scene("two-numbers", "three-ways", "grid"),
    Scene("over-time", "three-ways", "path"),
    Scene("the-day", "three-ways", "day"),
    Scene("published-figures", "deepseek-day", "checks"),
)


def pictures() -> Iterator[Path]:
    """Paint one after the other; gives each file when it is written."""
    from core.comparison.examples import load_example
    from desktop.app import application, open_window
    from desktop.first_look import picture
    from desktop.session import Session
    from desktop.settings import Settings

    session = Session(load_example("three-ways"), "en", "example")
    window = open_window(application(), session, Settings())
    for (width, height), mode, language, scene in product(SIZES, MODES, LANGUAGES, SCENES):
        window.theme.set_mode(mode)
        session.set_language(language)
        window.resize(width, height)
        if scene.example is None:
            window.show_start_page()
        else:
            session.open_comparison(load_example(scene.example), origin="example")
            window.workspace.tabs.show_question(scene.question)
        path = FOLDER / f"{scene.name}-{width}x{height}-{mode}-{language}.png"
        picture(window, path)
        yield path
    window.close()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:  # nobody's own settings show in a picture
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        for made in pictures():
            print(made.relative_to(ROOT))
