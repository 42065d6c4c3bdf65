"""What a Linux desktop reads: the menu entry, the description, the file type and the icons, laid out below `share`."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from icons import DRAWINGS, FOLDER, PNG_SIZES
from product import COMMAND, ID, MIME_TYPE, ROOT, VERSION

SOURCE = ROOT / "packaging" / "linux"
ICONS = {COMMAND: ("apps", ID), f"{COMMAND}-document": ("mimetypes", MIME_TYPE.replace("/", "-"))}
DAY = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp())), UTC)


def lay_out(share: Path) -> None:
    """Write everything below this folder."""
    _copy(SOURCE / f"{ID}.desktop", share / "applications" / f"{ID}.desktop")
    _copy(SOURCE / f"{ID}.mime.xml", share / "mime" / "packages" / f"{ID}.xml")
    metainfo = share / "metainfo" / f"{ID}.metainfo.xml"
    _copy(SOURCE / f"{ID}.metainfo.xml", metainfo)
    text = metainfo.read_text("utf-8").replace("@VERSION@", VERSION).replace("@DATE@", f"{DAY:%Y-%m-%d}")
    metainfo.write_text(text, "utf-8")
    for name, (kind, icon) in ICONS.items():
        theme = share / "icons" / "hicolor"
        _copy(DRAWINGS[name], theme / "scalable" / kind / f"{icon}.svg")
        for side in PNG_SIZES:
            _copy(FOLDER / f"{name}-{side}.png", theme / f"{side}x{side}" / kind / f"{icon}.png")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
