"""Every file that no office would send, with the reason that it is refused for."""

from collections.abc import Callable
from dataclasses import dataclass

from plans.files.errors import (
    DamagedError,
    EncryptedError,
    MacrosError,
    NotAsNamedError,
    SecretError,
    TooHardError,
    TooManyPagesError,
    TooManyRowsError,
    UnpackedTooLargeError,
)
from plans.files.kinds import ENCRYPTED, OLE
from plans.source import LARGEST_FILE, PlanEmptyError, PlanSourceError, PlanTooLargeError
from tests.files.hostile_office import (
    deep_docx,
    laughs,
    lying_docx,
    macro_docx,
    nested_bomb,
    quadratic,
    rows_xlsx,
    shared_strings_bomb,
    swollen_docx,
    with_document,
)
from tests.files.hostile_pdf import (
    crowded_pdf,
    endless_tree,
    giant_page_pdf,
    giant_picture_pdf,
    locked_pdf,
    many_pages,
    own_form_pdf,
    swollen_pdf,
)
from tests.files.hostile_pictures import gigapixel_jpg, gigapixel_png, largest_png, secret_scan
from tests.files.make_docx import rows_docx, vinh_lai_docx
from tests.files.make_package import repacked


@dataclass(frozen=True)
class Hostile:
    """A file, how it is made, and why it is refused; None: it may be read, within the limits."""

    id: str
    name: str
    make: Callable[[], bytes]
    why: tuple[type[PlanSourceError], ...]


def wordy(line: str) -> bytes:
    """As many lines as there may be, each made to be read slowly."""
    return "\n".join(
        ["PHỤ LỤC I", "Nhiệm vụ | Cơ quan chủ trì | Thời hạn", *[line] * 25_000]
    ).encode()


NONE: tuple[type[PlanSourceError], ...] = ()

HOSTILE = (
    Hostile("empty", "a.docx", lambda: b"", (PlanEmptyError,)),
    Hostile("over-20-mb", "a.pdf", lambda: b"%PDF-" + bytes(LARGEST_FILE), (PlanTooLargeError,)),
    Hostile("pdf-as-docx", "a.docx", lambda: many_pages(1), (NotAsNamedError,)),
    Hostile("program-as-pdf", "a.pdf", lambda: b"MZ\x90\0" * 1000, (NotAsNamedError,)),
    Hostile("encrypted-docx", "a.docx", lambda: OLE + bytes(4096) + ENCRYPTED, (EncryptedError,)),
    Hostile("encrypted-xlsx", "a.xlsx", lambda: OLE + bytes(4096) + ENCRYPTED, (EncryptedError,)),
    Hostile("encrypted-pdf", "a.pdf", locked_pdf, (EncryptedError,)),
    Hostile("broken-docx", "a.docx", lambda: vinh_lai_docx()[:-500], (DamagedError,)),
    Hostile("broken-xlsx", "a.xlsx", lambda: rows_xlsx(50)[:-300], (DamagedError, NotAsNamedError)),
    Hostile("broken-pdf", "a.pdf", lambda: b"%PDF-1.7\n" + bytes(5000), (DamagedError,)),
    Hostile("rows-docx", "a.docx", lambda: rows_docx(10_000), (TooManyRowsError,)),
    Hostile("rows-xlsx", "a.xlsx", lambda: rows_xlsx(10_000), (TooManyRowsError,)),
    Hostile("lines-txt", "a.txt", lambda: b"mot dong\n" * 40_000, (TooManyRowsError,)),
    Hostile("swollen-docx", "a.docx", swollen_docx, (UnpackedTooLargeError,)),
    Hostile("lying-docx", "a.docx", lying_docx, (DamagedError,)),
    Hostile("nested-bombs", "a.docx", nested_bomb, (DamagedError, NotAsNamedError)),
    Hostile("laughs", "a.docx", lambda: with_document(laughs()), (DamagedError,)),
    Hostile(
        "laughs-behind-a-comment",
        "a.docx",
        lambda: with_document(laughs(f"<!--{' ' * 100_000}-->")),
        (DamagedError,),
    ),
    Hostile(
        "laughs-in-utf-16",
        "a.docx",
        lambda: with_document(laughs().decode().encode("utf-16")),
        (DamagedError,),
    ),
    Hostile("quadratic-entities", "a.docx", lambda: with_document(quadratic()), (DamagedError,)),
    Hostile("deep-tags", "a.docx", deep_docx, (DamagedError, UnpackedTooLargeError)),
    Hostile(
        "shared-strings",
        "a.xlsx",
        shared_strings_bomb,
        (UnpackedTooLargeError,),
    ),
    Hostile("macros", "a.docx", macro_docx, (MacrosError,)),
    Hostile(
        "macros-inside",
        "a.docx",
        lambda: repacked(rows_docx(1), {"word/vbaProject.bin": b"x"}),
        (MacrosError,),
    ),
    Hostile("macros-named", "a.xlsm", lambda: rows_xlsx(1), (MacrosError,)),
    Hostile("pages-pdf", "a.pdf", lambda: many_pages(5_000), (TooManyPagesError,)),
    Hostile("endless-tree-pdf", "a.pdf", endless_tree, (DamagedError, PlanEmptyError)),
    Hostile("swollen-pdf", "a.pdf", swollen_pdf, (PlanEmptyError, TooHardError, DamagedError)),
    Hostile("crowded-pdf", "a.pdf", crowded_pdf, (PlanEmptyError, TooHardError)),
    Hostile("own-form-pdf", "a.pdf", own_form_pdf, (PlanEmptyError, TooHardError, DamagedError)),
    Hostile("giant-picture-pdf", "a.pdf", giant_picture_pdf, (PlanEmptyError, TooHardError)),
    Hostile("giant-page-pdf", "a.pdf", giant_page_pdf, (PlanEmptyError, TooHardError)),
    Hostile("gigapixel-png", "a.png", gigapixel_png, (UnpackedTooLargeError,)),
    Hostile("gigapixel-jpg", "a.jpg", gigapixel_jpg, (UnpackedTooLargeError,)),
    Hostile("largest-png", "a.png", largest_png, (PlanEmptyError, TooHardError)),
    Hostile("secret-docx", "a.docx", lambda: vinh_lai_docx(marking="TUYỆT MẬT"), (SecretError,)),
    Hostile("secret-scan", "a.png", lambda: secret_scan("MẬT"), (SecretError,)),
    Hostile("slow-words", "a.txt", lambda: wordy("1.1.1.1 a-a-a, b; c " * 30), NONE),
    Hostile("slow-days", "a.txt", lambda: wordy("Trước ngày 31/12/2025, quý III " * 20), NONE),
)
