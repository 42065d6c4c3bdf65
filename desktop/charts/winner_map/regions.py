"""Who is best at every pixel of the winner map, and the picture of that: a quiet colour and a hatch for each, so that
neither colour nor pattern has to carry the meaning alone. Plain arithmetic on arrays, no painting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

NOBODY = -1  # every alternative loses
UNKNOWN = -2  # no alternative has a value
Codes = NDArray[np.int8]
_PERIOD = 9  # pixels from one stroke of a hatch to the next
_COARSE = 96  # cells each way in which the place of a name is looked for


def best(values: Sequence[np.ndarray]) -> Codes:
    """The number of the alternative that earns the most at each point, or one of the constants above."""
    stack = np.stack([np.where(np.isnan(value), -np.inf, value) for value in values])
    most = np.max(stack, axis=0)
    winner = np.where(most < 0, NOBODY, np.argmax(stack, axis=0))
    return np.where(np.isneginf(most), UNKNOWN, winner).astype(np.int8)


def stretched(values: np.ndarray, width: int, height: int) -> np.ndarray:
    """The values at each pixel, taken as straight between the points of the grid; the first row is the top."""
    rows, columns = values.shape
    down, across = np.linspace(rows - 1, 0, height), np.linspace(0, columns - 1, width)
    row, column = (np.minimum(place.astype(int), most - 2) for place, most in ((down, rows), (across, columns)))
    y, x = (down - row)[:, None], across - column
    lines = values[row] * (1 - y) + values[row + 1] * y
    return np.asarray(lines[:, column] * (1 - x) + lines[:, column + 1] * x)


def winners(values: Sequence[np.ndarray], width: int, height: int) -> Codes:
    """Who is best at each pixel."""
    return best([stretched(value, width, height) for value in values])


def picture(codes: Codes, colours: Mapping[int, tuple[int, int]], scale: float = 1.0) -> NDArray[np.uint32]:
    """The pixels as 0xffRRGGBB: `colours` gives ground and hatch by code. `scale`: pixels of the device per pixel."""
    painted = np.zeros(codes.shape, dtype=np.uint32)
    y, x = np.ogrid[: codes.shape[0], : codes.shape[1]]
    period, stroke = max(2, round(_PERIOD * scale)), max(1, round(scale))
    for code, (ground, hatch) in colours.items():
        here = codes == code
        painted[here] = ground
        if code >= 0:
            painted[here & _hatch(code, x, y, period, stroke)] = hatch
    return painted


def _hatch(code: int, x: np.ndarray, y: np.ndarray, period: int, stroke: int) -> np.ndarray:
    """The strokes of one pattern: each alternative has its own direction."""
    match code % 5:
        case 0:
            return np.asarray((x + y) % period < stroke)
        case 1:
            return np.asarray((x - y) % period < stroke)
        case 2:
            return np.asarray((y % period < stroke) & (x >= 0))
        case 3:
            return np.asarray((x % period < stroke) & (y >= 0))
    return np.asarray(((x + y) % (2 * period) < stroke) | ((x - y) % (2 * period) < stroke))


def place_for(codes: Codes, code: int, width: float, height: float) -> tuple[float, float] | None:
    """Where a label of this size (shares of the map) fits into the area of `code`: its centre, as shares from the left
    and from the top; where there is most room around it, then nearest to the middle of the area. None: nowhere."""
    inside = codes[:: max(1, codes.shape[0] // _COARSE), :: max(1, codes.shape[1] // _COARSE)] == code
    if not inside.any():
        return None
    rows, columns = inside.shape
    total = np.zeros((rows + 1, columns + 1))
    total[1:, 1:] = inside.cumsum(axis=0).cumsum(axis=1)
    middle = np.argwhere(inside).mean(axis=0)
    for room in (3.0, 2.0, 1.5, 1.0):
        h, w = max(1, round(height * rows * room)), max(1, round(width * columns * room))
        if h > rows or w > columns:
            continue
        filled = total[h:, w:] - total[:-h, w:] - total[h:, :-w] + total[:-h, :-w]
        fits = np.argwhere(filled == h * w)
        if len(fits):
            centres = fits + np.array([h / 2, w / 2])
            y, x = centres[np.argmin(((centres - middle) ** 2).sum(axis=1))]
            return float(x / columns), float(y / rows)
    return None
