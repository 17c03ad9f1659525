"""Pictures that no office would send, each really made."""

import struct
import zlib

from tests.files.make_scan import page, saved


def png(width: int, height: int, data: bytes, *, depth: int = 1, colour: int = 0) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def gigapixel_png() -> bytes:
    return png(60_000, 60_000, zlib.compress(b"\xff" * 1000))


def largest_png() -> bytes:
    """Just under the bound, in the colours that take most memory."""
    side, squeezer = 7_700, zlib.compressobj(9)
    row = b"\0" + b"\xff" * (side * 8)
    return png(
        side,
        side,
        b"".join([*(squeezer.compress(row) for _ in range(side)), squeezer.flush()]),
        depth=16,
        colour=6,
    )


def gigapixel_jpg() -> bytes:
    frame = struct.pack(">HBHHB", 11, 8, 65_500, 65_500, 1) + bytes([1, 0x11, 0])
    return b"\xff\xd8\xff\xc0" + frame + b"\xff\xd9"


def secret_scan(marking: str) -> bytes:
    return saved(
        "PNG", page(["ỦY BAN NHÂN DÂN XÃ VĨNH LẠI", marking, "KẾ HOẠCH", "Chuyển đổi số"], [])
    )
