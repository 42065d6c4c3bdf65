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
_AGAINST = 1  # cells inside that weigh as much as one on something taken
_MOSTLY = 0.4  # of a label, at least, inside its area
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
    inside = _coarse(codes) == code
    if not inside.any():
        return None
    rows, columns = inside.shape
    for room in (3.0, 2.0, 1.5, 1.0):
        h, w = max(1, round(height * rows * room)), max(1, round(width * columns * room))
        filled = _sums(inside, h, w)
        if filled is not None and (filled == h * w).any():
            return _nearest(np.argwhere(filled == h * w), h, w, inside)
    return None


def place_mostly(codes: Codes, code: int, width: float, height: float, taken: int) -> tuple[float, float] | None:
    """As `place_for` where an area is too small for its label: where most of it lies inside and as little as can be on
    what is `taken`. None: too little of it would lie inside."""
    seen = _coarse(codes)
    inside = seen == code
    if not inside.any():
        return None
    rows, columns = inside.shape
    h, w = max(1, round(height * rows)), max(1, round(width * columns))
    filled = _sums(inside - _AGAINST * (seen == taken), h, w)
    if filled is None or filled.max() < _MOSTLY * h * w:
        return None
    return _nearest(np.argwhere(filled == filled.max()), h, w, inside)


def drawn_over(codes: Codes, xs: np.ndarray, ys: np.ndarray, code: int) -> None:
    """A line through these points, in pixels of the map, as `code` where labels are placed; as thick as the coarse look
    at the map needs to see it."""
    rows, columns = codes.shape
    steps = np.hypot(np.diff(xs), np.diff(ys))
    along = np.r_[0.0, np.cumsum(steps)]
    places = np.linspace(0.0, along[-1], max(2, int(along[-1]) + 2))
    x, y = np.interp(places, along, xs).astype(int), np.interp(places, along, ys).astype(int)
    tall, wide = (side // _COARSE // 2 + 1 for side in codes.shape)
    for down in range(-tall, tall + 1):
        for right in range(-wide, wide + 1):
            codes[np.clip(y + down, 0, rows - 1), np.clip(x + right, 0, columns - 1)] = code


def _coarse(codes: Codes) -> Codes:
    return codes[:: max(1, codes.shape[0] // _COARSE), :: max(1, codes.shape[1] // _COARSE)]


def _sums(cells: np.ndarray, h: int, w: int) -> np.ndarray | None:
    """What the cells of every rectangle of this size come to, by its upper left corner; None where none fits."""
    rows, columns = cells.shape
    if h > rows or w > columns:
        return None
    total = np.zeros((rows + 1, columns + 1))
    total[1:, 1:] = cells.cumsum(axis=0).cumsum(axis=1)
    return np.asarray(total[h:, w:] - total[:-h, w:] - total[h:, :-w] + total[:-h, :-w])


def _nearest(corners: np.ndarray, h: int, w: int, inside: np.ndarray) -> tuple[float, float]:
    """The centre, as shares, of the rectangle nearest to the middle of an area."""
    middle = np.argwhere(inside).mean(axis=0)
    centres = corners + np.array([h / 2, w / 2])
    y, x = centres[np.argmin(((centres - middle) ** 2).sum(axis=1))]
    return float(x / inside.shape[1]), float(y / inside.shape[0])
