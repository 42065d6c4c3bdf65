"""What the values of a preset rest on, in words."""

from __future__ import annotations

from core.comparison.presets import Preset, confidences
from core.model.definition import Confidence
from core.wording.text import Text

VALUES = Text("{count} values: {parts}", "{count} 个数值：{parts}")
_PARTS: dict[Confidence, Text] = {
    Confidence.PRIMARY: Text("{count} first-hand", "{count} 个一手"),
    Confidence.SECONDARY: Text("{count} second-hand", "{count} 个二手"),
    Confidence.ESTIMATE: Text("{count} worked out", "{count} 个推算"),
    Confidence.ASSUMPTION: Text("{count} assumed", "{count} 个假设"),
}


def told_confidences(preset: Preset) -> Text:
    """Such as "18 values: 3 first-hand, 5 worked out, 10 assumed"."""
    parts = [_PARTS[confidence].filled(count=count) for confidence, count in confidences(preset).items()]
    joined = Text(", ".join(part.en for part in parts), "、".join(part.zh for part in parts))
    return VALUES.filled(count=len(preset.drivers), parts=joined)
