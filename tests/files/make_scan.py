"""Pages as a scanner gives them, drawn with a font that is always here."""

import io
from pathlib import Path

import matplotlib
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
