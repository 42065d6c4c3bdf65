"""Makes the icons of programs and documents for the three systems from the project's two drawings."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from product import BUILD, COMMAND, ROOT

DRAWINGS = {
    COMMAND: ROOT / "resources" / "icons" / "evenkeel.svg",
    f"{COMMAND}-document": ROOT / "packaging" / "icons" / "evenkeel-document.svg",
}
FOLDER = BUILD / "icons"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
LARGEST_BITMAP = 64  # old parts of Windows, and NSIS, read smaller ones only as bitmaps
ICNS_KINDS = {  # the four letters of each, and its side in pixels; the second half is for screens of double density
    "icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512,
    "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512, "ic10": 1024,
}  # fmt: skip


def drawn(drawing: Path, side: int) -> QImage:
    """The drawing as a square picture."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """The picture as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def bitmap(image: QImage) -> bytes:
    """The picture as an .ico holds it uncompressed: colours with transparency, last row first, then an empty mask."""
    side = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, side, 2 * side, 1, 32, 0, 0, 0, 0, 0, 0)
    rows = bytes(image.constBits())
    width = 4 * side
    mask = bytes((side + 31) // 32 * 4 * side)
    return header + b"".join(rows[y * width : (y + 1) * width] for y in reversed(range(side))) + mask


def ico(drawing: Path) -> bytes:
    """The bytes of an .ico file with every size Windows asks for."""
    images = [drawn(drawing, side) for side in ICO_SIZES]
    bodies = [bitmap(image) if image.width() <= LARGEST_BITMAP else png(image) for image in images]
    start = 6 + 16 * len(images)
    entries = b""
    for image, body in zip(images, bodies, strict=True):
        side = image.width() % 256  # 0 means 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), start)
        start += len(body)
    return struct.pack("<HHH", 0, 1, len(images)) + entries + b"".join(bodies)


def icns(drawing: Path) -> bytes:
    """The bytes of an .icns file with every size macOS asks for."""
    parts = b""
    for kind, side in ICNS_KINDS.items():
        body = png(drawn(drawing, side))
        parts += kind.encode() + struct.pack(">I", 8 + len(body)) + body
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def make_icons(folder: Path = FOLDER) -> None:
    """Write NAME.ico, NAME.icns and NAME-SIZE.png of both drawings to the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in DRAWINGS.items():
        (folder / f"{name}.ico").write_bytes(ico(drawing))
        (folder / f"{name}.icns").write_bytes(icns(drawing))
        for side in PNG_SIZES:
            (folder / f"{name}-{side}.png").write_bytes(png(drawn(drawing, side)))
