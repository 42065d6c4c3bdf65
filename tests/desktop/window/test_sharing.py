"""Charts that leave the window: every one as a slide, light, titled with the verdict, with no letter missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QImage, QRawFont
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.panels.panel import Panel
from desktop.theme.fonts import FILES, FOLDER
from desktop.window.question_tabs import QUESTIONS
from desktop.window.window import Window
from tests.desktop.window.pressing import only_box

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = "desktop.commands.chart_sharing.ask_picture_to_save"


def answered(qtbot: QtBot, window: Window, question: str) -> Panel:
    """The panel of a question once its answer is there."""
    window.workspace.tabs.show_question(question)
    panel = window.workspace.tabs.panels[question]
    QApplication.processEvents()
    worker = getattr(panel, "worker", None)
    if worker is not None:
        qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    QApplication.processEvents()
    return panel


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())


def written(svg: Path) -> str:
    """All text of a drawing, in the order it was drawn."""
    return "".join(text.text or "" for text in ET.parse(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("question", [question.id for question in QUESTIONS])
def test_every_chart_makes_a_slide(qtbot: QtBot, window: Window, tmp_path: Path, question: str, language: str) -> None:
    window.theme.set_mode("dark")
    window.session.set_language(language)
    panel = answered(qtbot, window, question)
    if panel.chart is None:
        return
    assert panel.has_chart
    png, svg = tmp_path / "chart.png", tmp_path / "chart.svg"
    assert window.charts.save_to(png, panel)
    assert window.charts.save_to(svg, panel)

    picture = QImage(str(png))
    assert (picture.width(), picture.height()) == (1920, 1080)
    painted = pixels(picture)
    assert painted[0, 0] == painted[-1, -1] == 0xFFFFFFFF  # light, whatever the window is
    chart = painted[200:980, 60:1860]
    assert 0.005 < (chart != 0xFFFFFFFF).mean() < 0.95

    root = ET.parse(svg).getroot()
    assert root.attrib["viewBox"] == "0 0 1920 1080"
    verdict = window.session.answers.verdict.headline(language)
    assert root.findtext(f"{SVG}title") == verdict
    shown = written(svg)
    assert verdict.replace(" ", "") in shown.replace(" ", "")
    assert ("来源：" if language == "zh" else "Source: ") in shown
    if language == "zh":
        assert re.search(r"[\u4e00-\u9fff]{2}", shown)
    fonts = [QRawFont(str(FOLDER / name), 16) for name in FILES]
    missing = {c for c in shown if c.isprintable() and not any(font.supportsCharacter(ord(c)) for font in fonts)}
    assert not missing
    assert len(panel.findChildren(type(panel.chart))) == 1


def test_the_pens_are_made_for_the_size(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    panel = answered(qtbot, window, "break_even")
    window.charts.save_to(tmp_path / "chart.svg", panel)
    drawn = (tmp_path / "chart.svg").read_text("utf-8")
    widths = {float(width) for width in re.findall(r'stroke-width="([\d.]+)"', drawn)}
    scales = {float(scale) for scale in re.findall(r"matrix\(([\d.]+),0,0", drawn)}
    assert max(widths) * max(scales) >= 4
    groups = re.findall(r"<g [^>]*>.*?</g>", drawn.split("</defs>")[1], re.DOTALL)
    hairlines = [group for group in groups if "non-scaling-stroke" in group and 'stroke="none"' not in group]
    assert not hairlines


def test_every_piece_of_text_knows_its_width(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    panel = answered(qtbot, window, "margin")
    window.charts.save_to(tmp_path / "chart.svg", panel)
    texts = [t for t in ET.parse(tmp_path / "chart.svg").iter(f"{SVG}text") if (t.text or "").strip()]
    assert all(float(text.attrib["textLength"]) > 0 for text in texts)
    assert all(text.attrib["font-family"].endswith("sans-serif") for text in texts)


def test_copying_says_so_and_holds_a_slide(window: Window) -> None:
    window.menus.actions["copy_chart"].trigger()
    assert QApplication.clipboard().image().width() == 1920
    assert "paste it into a slide" in window.status.message.text()


def test_a_panel_without_a_chart_says_so(window: Window) -> None:
    QApplication.clipboard().setText("before")
    window.workspace.tabs.show_question("needed")
    window.menus.actions["copy_chart"].trigger()
    assert window.status.message.text() == "There is no chart here to copy or save."
    assert QApplication.clipboard().text() == "before"


def test_saving_proposes_a_name_and_writes_the_kind_chosen(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[Path] = []

    def choose(_parent: object, proposal: Path, _language: str) -> Path:
        proposed.append(proposal)
        return tmp_path / "for the meeting.svg"

    monkeypatch.setattr(PICTURES, choose)
    window.menus.actions["save_chart"].trigger()
    assert proposed[0].suffix == ".png"
    assert proposed[0].stem.endswith("Break-even")
    assert "Source: " in written(tmp_path / "for the meeting.svg")
    assert "for the meeting.svg" in window.status.message.text()


def test_the_age_of_the_oldest_key_number_stands_below(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.charts.save_to(tmp_path / "chart.svg", answered(qtbot, window, "break_even"))
    assert re.search(r"numbers that matter most: checked \d+ days ago \(", written(tmp_path / "chart.svg"))


def test_a_disk_that_refuses_is_told_in_a_sentence(window: Window, tmp_path: Path) -> None:
    panel = window.workspace.tabs.panel
    assert panel is not None
    assert not window.charts.save_to(tmp_path / "nowhere" / "chart.png", panel)
    assert "could not be saved" in only_box().text()


def test_a_right_click_on_the_chart_offers_both(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: offered.extend(action.text() for action in menu.actions()))
    panel = window.workspace.tabs.panel
    assert panel is not None
    inside = panel.chart.mapTo(panel, QPoint(200, 120))
    QApplication.sendEvent(panel, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, inside, panel.mapToGlobal(inside)))
    assert offered == ["&Copy chart for slides", "&Save chart as…"]


@pytest.mark.parametrize(
    ("typed", "kind", "saved"),
    [
        ("a", "png", "a.png"), ("a", "svg", "a.svg"), ("proposal.png", "svg", "proposal.svg"),
        ("b.svg", "png", "b.svg"), ("c.v2", "png", "c.v2.png"),
    ],
)  # fmt: skip
def test_the_extension_follows_what_was_wanted(
    window: Window, monkeypatch: pytest.MonkeyPatch, typed: str, kind: str, saved: str
) -> None:
    from desktop.dialogs import choose_file

    chosen: Callable[..., tuple[str, str]] = lambda *_: (  # noqa: E731
        f"/x/{typed}",
        (choose_file.PNG if kind == "png" else choose_file.SVG)("en"),
    )
    monkeypatch.setattr(choose_file.QFileDialog, "getSaveFileName", chosen)
    path = choose_file.ask_picture_to_save(window, Path("/x/proposal.png"), "en")
    assert path is not None
    assert path.name == saved
