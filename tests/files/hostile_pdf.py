"""PDFs that no office would send, each really made."""

import zlib
from functools import reduce

from tests.files.make_pdf import one_page, pdf, stream

MEGABYTE = 1024 * 1024


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    return pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, count),
        *[b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 842 595]>>"] * count,
    )


def endless_tree() -> bytes:
    """Pages that hold themselves."""
    return pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 200>>",
    )


def swollen_pdf() -> bytes:
    """A page whose contents are two gigabytes of spaces."""
    squeezer, block, times = zlib.compressobj(9), b" " * MEGABYTE, 2048
    first, again = (squeezer.compress(block) + squeezer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    checksum = reduce(lambda sum_so_far, _: zlib.adler32(block, sum_so_far), range(times), 1)
    end = squeezer.flush()[:-4] + checksum.to_bytes(4, "big")
    data = first + again * (times - 1) + end
    return one_page(
        b"<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream" % (len(data), data)
    )


def crowded_pdf() -> bytes:
    """A page of three million lines."""
    return one_page(stream(b"0 0 m 9 9 l S\n" * 3_000_000))


def own_form_pdf() -> bytes:
    """A drawing that draws itself."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources <</XObject <</F 5 0 R>>>>"
    return one_page(stream(b"/F Do"), b"/XObject <</F 5 0 R>>", stream(b"/F Do " * 50, form))


def giant_picture_pdf() -> bytes:
    """A page that shows a picture of 3.6 thousand million dots."""
    side = 60_000
    squeezer = zlib.compressobj(9)
    row = b"\0" * (side // 8)
    data = b"".join([*(squeezer.compress(row * 100) for _ in range(side // 100)), squeezer.flush()])
    picture = (
        b"<</Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
        b" /BitsPerComponent 1 /Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream"
        % (side, side, len(data), data)
    )
    return one_page(stream(b"842 0 0 595 0 0 cm /I Do"), b"/XObject <</I 5 0 R>>", picture)


def giant_page_pdf() -> bytes:
    """A page of fourteen thousand inches, which is a picture of itself."""
    data = zlib.compress(b"\0" * 100 * 100)
    picture = (
        b"<</Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream"
        % (len(data), data)
    )
    return one_page(
        stream(b"1000000 0 0 1000000 0 0 cm /I Do"),
        b"/XObject <</I 5 0 R>>",
        picture,
        box=b"0 0 1000000 1000000",
    )


def locked_pdf() -> bytes:
    """A PDF that opens with a password alone."""
    lock = b"<</Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s>>>" % (
        b"ab" * 32,
        b"cd" * 32,
    )
    return pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [] /Count 0>>",
        lock,
        trailer=b"/Encrypt 3 0 R /ID [<%s> <%s>]" % (b"0f" * 16, b"0f" * 16),
    )
