"""Pages as a scanner gives them, drawn with a font that is always here."""

import io
from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONT = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
DOTS = 200
WIDTHS = (110, 700, 380, 320)
"""Of the columns, in dots; together nine inches at `DOTS`."""
LINE = 42


def page(title: list[str], rows: list[list[str]], *, askew: float = 0.0) -> Image.Image:
    """A title over a ruled table, on paper that is not quite white."""
    picture = Image.new("L", (1654, 1170), 244)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(FONT), 30)
    top = 60
    for line in title:
        draw.text((70, top), line, font=font, fill=30)
        top += LINE
    top += 30
    for row in rows:
        height = LINE * max(cell.count("\n") + 1 for cell in row) + 20
        left = 70
        for cell, width in zip(row, WIDTHS, strict=True):
            draw.rectangle((left, top, left + width, top + height), outline=40, width=3)
            draw.multiline_text((left + 12, top + 8), cell, font=font, fill=30, spacing=6)
            left += width
        top += height
    return picture.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=244)


def saved(kind: str, *pages: Image.Image) -> bytes:
    file = io.BytesIO()
    options = {"save_all": True, "append_images": pages[1:]} if kind == "PDF" else {}
    pages[0].save(file, kind, resolution=DOTS, dpi=(DOTS, DOTS), **options)
    return file.getvalue()


def photographed(paper: Image.Image, *, askew: float = 1.5) -> Image.Image:
    """A page as a telephone takes it: on a dark desk, askew, from a side, in a hand's shadow."""
    width, height = paper.size
    edge = round(0.06 * width)
    desk = Image.new("L", (width + 2 * edge, height + 2 * edge), 90)
    desk.paste(paper, (edge, edge))
    wide, high = desk.size
    taken = desk.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=90).transform(
        (wide, high),
        Image.Transform.QUAD,
        (0.01 * wide, 0.008 * high, 0, high, wide, 0.99 * high, 0.995 * wide, 0),
        resample=Image.Resampling.BICUBIC,
    )
    down, across = np.mgrid[0:high, 0:wide]
    light = 0.62 + 0.38 * across / wide
    light -= 0.15 * np.exp(
        -(((across / wide - 0.25) / 0.25) ** 2) - ((down / high - 0.8) / 0.3) ** 2
    )
    grain = np.random.default_rng(1).normal(0, 4, light.shape)
    shown = np.asarray(taken) * light + grain
    return Image.fromarray(shown.clip(0, 255).astype(np.uint8))


SERIF = FONT.with_name("DejaVuSerif.ttf")


def quarter(text: str) -> Image.Image:
    """The words of a quarter as they are printed, at 300 dots an inch."""
    picture = Image.new("L", (500, 120), 255)
    ImageDraw.Draw(picture).text((60, 30), text, font=ImageFont.truetype(str(SERIF), 46), fill=20)
    return picture
