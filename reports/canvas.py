"""A picture for a phone, drawn from top to bottom in pixels; all that knows the drawing library."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

WIDTH = 1080
"""Pixels: three for each of the 360 points that a narrow phone is wide."""

DPI = 100
POINTS = 72 / DPI
"""Points of the drawing library in one of our pixels."""

INK = "#1b1b1b"
PAPER = "#ffffff"

drawing = Lock()
"""The library keeps fonts and settings for the whole program: one thread draws at a time."""


@dataclass(frozen=True, slots=True)
class Fill:
    """How a surface is told from others: its colour, and a pattern for those who see none."""

    colour: str
    hatch: str | None = None
    hatch_colour: str = PAPER
    ink: str = INK
    """The colour of letters that stand on it."""


class Canvas:
    """A page of fixed width that grows downwards; use it with `drawing` held.

    Positions are pixels from the top left. Nothing is drawn until `png`.
    """

    def __init__(self) -> None:
        import matplotlib as mpl  # slow import
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # slow import
        from matplotlib.figure import Figure  # slow import
        from matplotlib.font_manager import FontProperties  # slow import

        self._fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
        self._properties = FontProperties
        blank: Any = FigureCanvasAgg(Figure(figsize=(1, 1), dpi=DPI))
        self._measure = blank.get_renderer()
        self._strokes: list[Callable[[Axes], object]] = []

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: int,
        bold: bool = False,
        colour: str = INK,
        align: str = "left",
    ) -> None:
        """One line that stands on `y`."""
        font = self._font(size, bold=bold)
        self._strokes.append(
            lambda axes: axes.text(
                x,
                y,
                unicodedata.normalize("NFC", text),
                fontproperties=font,
                color=colour,
                horizontalalignment=align,
                verticalalignment="baseline",
                parse_math=False,
            )
        )

    def box(
        self, x: float, y: float, width: float, height: float, fill: Fill, *, edge: str = PAPER
    ) -> None:
        """A surface with its pattern and a thin edge."""
        from matplotlib.patches import Rectangle  # slow import

        def draw(axes: "Axes") -> None:
            ground = Rectangle((x, y), width, height, facecolor=fill.colour, linewidth=0)
            axes.add_patch(ground)
            if fill.hatch:
                pattern = Rectangle(
                    (x, y),
                    width,
                    height,
                    facecolor="none",
                    edgecolor=fill.hatch_colour,
                    hatch=fill.hatch,
                    linewidth=0,
                )
                pattern.set_hatch_linewidth(2)
                axes.add_patch(pattern)
            axes.add_patch(
                Rectangle((x, y), width, height, facecolor="none", edgecolor=edge, linewidth=1.5)
            )

        self._strokes.append(draw)

    def width(self, text: str, *, size: int, bold: bool = False) -> float:
        """How many pixels a line takes."""
        line = unicodedata.normalize("NFC", text)
        width, _, _ = self._measure.get_text_width_height_descent(
            line, self._font(size, bold=bold), ismath=False
        )
        return float(width)

    def wrap(self, text: str, width: float, *, size: int, bold: bool = False) -> list[str]:
        """The text in as few lines of at most this width as it takes, and those evenly long."""
        lines = self._filled(text, width, size=size, bold=bold)
        while len(lines) > 1:
            width *= 0.95
            evener = self._filled(text, width, size=size, bold=bold)
            if len(evener) > len(lines):
                break
            lines = evener
        return lines

    def _filled(self, text: str, width: float, *, size: int, bold: bool) -> list[str]:
        """The text in lines filled up one after the other, broken between words."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, size=size, bold=bold) <= width:
                lines[-1] = longer
            else:
                lines.extend(self._broken(word, width, size=size, bold=bold))
        return lines

    def _broken(self, word: str, width: float, *, size: int, bold: bool) -> list[str]:
        """A word in pieces where it is too long for a line of its own."""
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter, size=size, bold=bold) > width:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    def png(self, height: float) -> bytes:
        """Draw everything on a page of this height."""
        from matplotlib.figure import Figure  # slow import

        figure = Figure(figsize=(WIDTH / DPI, round(height) / DPI), dpi=DPI, facecolor=PAPER)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(round(height), 0)
        for stroke in self._strokes:
            stroke(axes)
        file = BytesIO()
        figure.savefig(file, format="png", dpi=DPI, metadata={"Software": None})
        return file.getvalue()

    def _font(self, size: int, *, bold: bool) -> "FontProperties":
        name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"  # they have our letters
        return self._properties(fname=self._fonts / name, size=size * POINTS)
