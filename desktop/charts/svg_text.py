"""The text of a drawing on machines that do not have our letters: similar ones are named instead, and every piece of
text is told how wide it is, so that wider letters do not run into what stands beside them."""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.theme import font
from desktop.theme.fonts import FAMILIES

_OURS = f'font-family="{",".join(FAMILIES)}"'
_SIMILAR = (
    *("Inter", "Segoe UI", "Helvetica Neue", "Arial"),
    *("Noto Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"),
)
_TEXT = re.compile(r"<text (?P<attributes>[^>]*?)>(?P<words>[^<]*)</text>")
_SIZE = re.compile(r'font-size="([\d.]+)"')
_BOLD = re.compile(r'font-weight="(7|8|9)00"')


def portable(drawing: str, dots_per_inch: int) -> str:
    """The drawing with every piece of text fitted to the width it was made for."""

    def fitted(found: re.Match[str]) -> str:
        attributes, words = found["attributes"].rstrip(), found["words"]
        width = QFontMetricsF(_letters(attributes, dots_per_inch)).horizontalAdvance(unescape(words))
        if not words.strip():
            return found[0]
        return f'<text {attributes} textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs">{words}</text>'

    named = _OURS.removesuffix('"') + "".join(f", {family}" for family in _SIMILAR) + '"'
    return _TEXT.sub(fitted, drawing).replace(_OURS, named)


def _letters(attributes: str, dots_per_inch: int) -> QFont:
    letters = font(bold=_BOLD.search(attributes) is not None)
    size = _SIZE.search(attributes)
    if size is not None:
        letters.setPointSizeF(float(size[1]) * 72 / dots_per_inch)
    return letters
