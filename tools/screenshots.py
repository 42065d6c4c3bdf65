"""Pictures of the window in every size, theme and language worth looking at, into build/screenshots/.

    python tools/screenshots.py [WORD]...   only pictures whose name has all these words, such as: margin dark zh

QT_SCALE_FACTOR=2 before it paints them as on a screen of twice the resolution.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from desktop.window.window import Window

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "screenshots"
SIZES = ((1280, 800), (1024, 700))
MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LANGUAGES: tuple[Literal["en", "zh"], ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Scene:
    """What to show: an example on one of its questions, or no example at all; `over`: a dialog that stands over it."""

    name: str
    example: str | None = None
    question: str = "break_even"
    over: Callable[[Window], object] | None = None


def _details(window: Window) -> None:
    window.workspace.inputs.show_driver("utilisation", "maas")
    _toggle_details(window)


def _toggle_details(window: Window) -> None:
    window.workspace.inputs.editor.dot.click()


def _with_actuals(window: Window) -> None:
    window.actuals.enter("deepseek", "revenue", 16_200_000)
    window.actuals.enter("likely", "gpu_cost", 2_500_000)


SCENES = (
    Scene("start-page"),
    Scene("break-even", "three-ways"),
    Scene("margin", "three-ways", "margin"),
    Scene("what-matters", "three-ways", "sensitivity"),
    Scene("reach-a-goal", "three-ways", "needed"),
    Scene("who-wins-where", "three-ways", "grid"),
    Scene("how-sure", "three-ways", "uncertainty"),
    Scene("over-time", "three-ways", "path"),
    Scene("load-by-hour", "three-ways", "day"),
    Scene("flat-plan", "heavy-users", "flat_plan"),
    Scene("difference", "same-model-opposite-answers", "bridge"),
    Scene("published-figures", "deepseek-day", "checks"),
    Scene("actual-figures", "deepseek-day", "checks", _with_actuals),
    Scene("workings", "three-ways", over=lambda window: window.workspace.workings.show_verdict()),
    Scene("details", "three-ways", over=_details),
    Scene("price-book", "three-ways", over=lambda window: window.prices.open("api", "premium_output_price")),
    Scene("presets", "three-ways", over=lambda window: window.presets.ask("api")),
    Scene("new-comparison", "three-ways", over=lambda window: window.files.new()),
    Scene("scenario-table", "three-ways", over=lambda window: window.scenarios.show_table()),
)


def pictures(words: Sequence[str] = ()) -> Iterator[Path]:
    """Paint one after the other; gives each file when it is written. Only those whose name has all the words."""
    from PySide6.QtWidgets import QDialog

    from core.comparison.examples import load_example
    from desktop.app import application
    from desktop.first_look import picture
    from desktop.opening import open_window
    from desktop.session import Session
    from desktop.settings import Settings

    session = Session(load_example("three-ways"), "en", "example")
    window = open_window(application(), session, Settings())
    for (width, height), mode, language, scene in product(SIZES, MODES, LANGUAGES, SCENES):
        path = FOLDER / f"{scene.name}-{width}x{height}-{mode}-{language}.png"
        if not all(word in path.stem for word in words):
            continue
        window.theme.set_mode(mode)
        session.set_language(language)
        window.resize(width, height)
        if scene.example is None:
            window.show_start_page()
        else:
            session.open_comparison(load_example(scene.example), origin="example")
            window.workspace.tabs.show_question(scene.question)
        if scene.over is not None:
            scene.over(window)
        shown = next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), window)
        picture(shown, path)
        yield path
        _put_back(window, scene)
        if shown is not window:
            shown.close()
    window.close()


def _put_back(window: Window, scene: Scene) -> None:
    """What was opened for one picture stands in no other."""
    window.workspace.workings.close()
    if scene.over is _details:
        _toggle_details(window)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:  # nobody's own settings show in a picture
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        for made in pictures(sys.argv[1:]):
            print(made.relative_to(ROOT))
