"""The icons that the build makes are what the three systems read."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import icons


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    icons.make_icons(folder)
    return folder


@pytest.mark.parametrize("name", icons.DRAWINGS)
def test_an_ico_holds_every_size(made: Path, name: str) -> None:
    data = (made / f"{name}.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind, count) == (0, 1, len(icons.ICO_SIZES))
    for index, side in enumerate(icons.ICO_SIZES):
        width, height, _, _, planes, depth, size, start = struct.unpack_from("<BBBBHHII", data, 6 + 16 * index)
        assert (width, height, planes, depth) == (side % 256, side % 256, 1, 32)
        assert start + size <= len(data)
    assert QImage(str(made / f"{name}.ico")).hasAlphaChannel()


@pytest.mark.parametrize("name", icons.DRAWINGS)
def test_an_icns_holds_every_size(made: Path, name: str) -> None:
    data = (made / f"{name}.icns").read_bytes()
    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4)[0] == len(data)
    place, found = 8, {}
    while place < len(data):
        size = struct.unpack_from(">I", data, place + 4)[0]
        image = QImage.fromData(data[place + 8 : place + size], "PNG")
        found[data[place : place + 4].decode()] = image.width()
        place += size
    assert found == icons.ICNS_KINDS


@pytest.mark.parametrize("name", icons.DRAWINGS)
def test_pictures_are_drawn(made: Path, name: str) -> None:
    for side in icons.PNG_SIZES:
        image = QImage(str(made / f"{name}-{side}.png"))
        assert (image.width(), image.height()) == (side, side)
        assert image.pixelColor(side // 2, side // 2).alpha() == 255
        assert image.pixelColor(0, 0).alpha() < 255
