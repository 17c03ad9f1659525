"""A page as it was scanned or photographed, made into a page as it was printed.

The light is evened, the desk around the paper whitened, and the paper turned and pulled straight,
so that its lines lie level and its columns stand upright. Pictures are in grey, 255 is white.
"""

from collections.abc import Iterable
from math import radians
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[Any]

INK = 0.7
"""What is darker than this part of the paper around it is ink."""
BLOCK = 16
"""In dots: how finely the light on the paper is followed; a letter is two or three high."""
UNEVEN = 0.8
"""Where the darkest corner of the paper has less than this part of the brightest's light."""
WHITE = 245.0
EDGE = 0.45
"""How much brighter than a block another beside it is, as a logarithm, where the paper ends."""
LEAST_PAPER, MOST_PAPER = 0.25, 0.98
"""The part of a picture that the paper takes; with less it was not found, with more it
fills the picture."""
RIM = 3
"""In blocks, four millimetres: nothing is printed so near the edge of the paper."""
COARSE, FINE = 0.2, 0.05
"""In degrees."""
STEEPEST = 8.0
"""In degrees: how askew a page may lie; what lies on its side is no matter of this."""
MOST_LEAN, LEAN_STEP = 3.0, 0.25
"""In degrees: how much the slope may change from one edge of the page to the other."""
SURER, MUCH_SURER = 1.1, 1.5
"""How much sharper lines must stand before a page is turned for them; how much sharper columns,
of which text has few, before it is pulled for them."""
SMALL = 4
"""The page is measured in every fourth dot."""


def flatten(picture: "Picture") -> "Picture":
    """The paper alone, evenly lit; a picture that is one already comes back as it is."""
    import numpy as np  # slow import

    light = _light(picture)
    paper = _paper(light)
    if paper.all() and np.percentile(light, 2) >= UNEVEN * np.percentile(light, 98):
        return picture
    top, bottom = _span(np.any(paper, axis=1))
    left, right = _span(np.any(paper, axis=0))
    evened = _evened(picture, np.where(paper, light, np.nan))
    evened[~np.kron(paper, np.ones((BLOCK, BLOCK), dtype=bool))] = 255
    return evened[top * BLOCK : bottom * BLOCK, left * BLOCK : right * BLOCK]


def _light(picture: "Picture") -> "Picture":
    """How bright the paper is in each block, whatever is printed there."""
    import numpy as np  # slow import

    height, width = picture.shape[0] // BLOCK, picture.shape[1] // BLOCK
    blocks = picture[: height * BLOCK, : width * BLOCK]
    blocks = blocks.reshape(height, BLOCK, width, BLOCK)[:, ::2, :, ::2]
    flat = blocks.transpose(0, 2, 1, 3).reshape(height, width, -1)
    return np.asarray(np.percentile(flat, 85, axis=2))


def _paper(light: "Picture") -> "Picture":
    """The blocks that are paper: what hangs together with the middle of the picture, light
    changing but slowly; all of them where no edge is found."""
    import numpy as np  # slow import

    height, width = light.shape
    middle = light[height // 4 : height * 3 // 4, width // 4 : width * 3 // 4]
    found = np.zeros(light.shape, dtype=bool)
    inner = found[height // 4 : height * 3 // 4, width // 4 : width * 3 // 4]
    inner |= middle > np.median(middle) * (1 - EDGE)
    logs = np.pad(np.log(np.maximum(light, 1.0)), 1, mode="edge")
    around = np.lib.stride_tricks.sliding_window_view(logs, (3, 3))
    smooth = np.ptp(around, axis=(2, 3)) < EDGE
    found &= smooth
    for _ in range(height + width):
        before = int(found.sum())
        for one, other in (
            (found[:, 1:], found[:, :-1]),
            (found[1:], found[:-1]),
        ):
            one |= other & smooth[-one.shape[0] :, -one.shape[1] :]
            other |= one & smooth[: one.shape[0], : one.shape[1]]
        if int(found.sum()) == before:
            break
    whole = np.zeros_like(found)
    for row in np.flatnonzero(found.any(axis=1)):
        begin, end = _span(found[row])
        # the outermost blocks are half desk, and the shadow that the paper throws on it
        whole[row, begin + RIM * (begin > 0) : end - RIM * (end < width)] = True
    for column in np.flatnonzero(whole.any(axis=0)):
        begin, end = _span(whole[:, column])
        whole[: begin + RIM * (begin > 0), column] = False
        whole[end - RIM * (end < height) :, column] = False
    found_it = LEAST_PAPER <= whole.mean() <= MOST_PAPER
    return whole if found_it else np.ones_like(whole)


def _span(taken: "Picture") -> tuple[int, int]:
    """From the first to behind the last."""
    import numpy as np  # slow import

    found = np.flatnonzero(taken)
    return int(found[0]), int(found[-1]) + 1


def _evened(picture: "Picture", light: "Picture") -> "Picture":
    """The picture as it would be with the same light everywhere."""
    import numpy as np  # slow import
    from PIL import Image  # slow import

    filled = np.where(np.isnan(light), np.nanmedian(light), light)
    for _ in range(2):  # dark spots of print are no shadow
        padded = np.pad(filled, 2, mode="edge")
        windows = np.lib.stride_tricks.sliding_window_view(padded, (5, 5))
        filled = np.percentile(windows, 75, axis=(2, 3))
    height, width = light.shape[0] * BLOCK, light.shape[1] * BLOCK
    smooth = Image.fromarray(filled.astype(np.float32)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    evened = picture[:height, :width] * (WHITE / np.maximum(np.asarray(smooth), 1.0))
    return np.asarray(evened.clip(0, 255).astype(np.uint8))


def threshold(picture: "Picture") -> float:
    """What is darker than this is ink: well below the paper, whatever its grey."""
    import numpy as np  # slow import

    return float(np.percentile(picture[::8, ::8], 80)) * INK


# Straightening


def straighten(picture: "Picture") -> "Picture":
    """The page turned and pulled so that its lines lie level and its columns stand upright."""
    import numpy as np  # slow import
    from PIL import Image  # slow import

    small = picture[::SMALL, ::SMALL] < threshold(picture)
    rows, columns = np.nonzero(small)
    if len(rows) == 0:
        return picture
    height, width = small.shape
    x, y = columns - width / 2, rows - height / 2
    slope, lean = _slopes(y, x, height)
    level = y - (slope + lean * y / height) * x
    turn, spread = _slopes(x, level, width, about=-slope)
    if slope == lean == turn == spread == 0.0:
        return picture
    high, wide = picture.shape
    corners = []
    for across, down in ((0.0, 0.0), (0.0, high), (wide, high), (wide, 0.0)):
        u, v = across - wide / 2, down - high / 2
        corners += [
            u + (turn + spread * u / wide) * v + wide / 2,
            v + (slope + lean * v / high) * u + high / 2,
        ]
    image = Image.fromarray(picture).transform(
        (wide, high),
        Image.Transform.QUAD,
        tuple(corners),
        resample=Image.Resampling.BICUBIC,
        fillcolor=255,
    )
    return np.asarray(image)


def _slopes(
    along: "Picture", across: "Picture", length: int, about: float | None = None
) -> tuple[float, float]:
    """How ink must be shifted so that it gathers in lines: the slope in the middle of the page,
    and its change from edge to edge. `about`: the slope that is taken unless another is clearly
    better."""
    import numpy as np  # slow import

    bins = round(length * 1.3)

    def sharpness(slope: float, lean: float) -> float:
        shifted = along - (slope + lean * along / length) * across + bins / 2
        counts = np.bincount(np.clip(shifted, 0, bins - 1).astype(np.int64), minlength=bins)
        return float((np.diff(counts.astype(float)) ** 2).sum())

    def best(slopes: Iterable[float], leans: Iterable[float]) -> tuple[float, float]:
        leaning = list(leans)
        return max(
            ((slope, lean) for slope in slopes for lean in leaning),
            key=lambda tried: sharpness(*tried),
        )

    reach = STEEPEST if about is None else MOST_LEAN
    usual = about or 0.0
    slope, _ = best([usual + step for step in _steps(reach, COARSE)], [0.0])
    _, lean = best([slope], _steps(MOST_LEAN, LEAN_STEP))
    slope, lean = best(
        [slope + step for step in _steps(2 * COARSE, FINE)],
        [lean + step for step in _steps(LEAN_STEP, LEAN_STEP / 2)],
    )
    enough = sharpness(slope, lean) / (SURER if about is None else MUCH_SURER)
    straightest = ((usual, 0.0), (slope, 0.0), (slope, lean))
    return next(way for way in straightest if sharpness(*way) >= enough)


def _steps(reach: float, step: float) -> list[float]:
    """From one side to the other, in radians; standing still is one of them."""
    count = round(reach / step)
    return [radians(at * step) for at in range(-count, count + 1)]
