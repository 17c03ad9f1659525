"""Whether a document's heading carries a marking of State secrecy.

The law keeps marked papers off machines that are on a network. The words also stand in ordinary
sentences ("bảo mật", "bí mật nhà nước"), so only a marking's own place and form count.
"""

import re
from collections.abc import Iterable, Iterator

from plans.files.document import Document, Paragraph
from plans.files.errors import SecretError
from plans.scanned import is_scanned
from plans.words import clean, fold

HEAD_LINES = 40
"""A marking stands within the first lines that have text, above or beside the title."""
TOP_LINES = 4
"""On the pages after the first it stands at the very top."""
MARKINGS = {"mat": "MẬT", "toi mat": "TỐI MẬT", "tuyet mat": "TUYỆT MẬT"}
STAMP = re.compile(r"(?:(?:do|muc do|dau|dau chi muc do) mat ?:? ?)?(?P<words>(?:toi |tuyet )?mat)")
INLINE = re.compile(
    r"(?<!BẢO )(?<!BÍ )(?<!CƠ )(?<!HỎA )\b(?P<words>(?:TỐI |TUYỆT )?MẬT)\b(?! (?:MÃ|KHẨU|ĐỘ))"
)
"""Beside other words of the letterhead on one line; in capitals, as it is stamped."""
DAMAGED = re.compile(r"\bM[AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÄ]T\b")
"""A scan moves the accents of capitals; in any of these forms the word is a marking's."""
FIGURES = str.maketrans("60", "OO")
"""Figures that a scan puts for letters: "T6I MẬT"."""
GOES_ON = ("tran", "ma", "khau", "do", "bang")
"""Words before which such a word is another one: "mặt trận", "mật mã", "mặt bằng"."""
OPEN_ENDS = ("bao", "bi", "co", "hoa", "do")
"""Last words of a line after which "mật" on the next one is a syllable ("bảo / mật")."""


def refuse_secret(document: Document) -> None:
    """Raise `SecretError` if the document is marked a State secret."""
    head = [line for line, _ in zip(_lines(document), range(HEAD_LINES), strict=False)]
    lines = [*document.margins, *head, *_tops(document)]
    marking = _stamped(lines) or _inline(head)
    if marking is None and (document.scanned or is_scanned(document.text)):
        marking = _damaged(lines, head)
    if marking is not None:
        raise SecretError(marking)


def refuse_said_secret(words: str) -> None:
    """Raise `SecretError` if what is written under a file says that it is marked."""
    lines = [clean(line) for line in words.split("\n")]
    marking = _stamped(lines) or _inline(lines)
    if marking is not None:
        raise SecretError(marking)


def _stamped(lines: Iterable[str]) -> str | None:
    """The marking that fills a line of its own, however it is framed or dotted."""
    before = ""
    for line in lines:
        bare = re.sub(r"[^\w:]+", " ", line).strip()
        found = STAMP.fullmatch(fold(bare))
        if found is not None and bare[:1].isupper() and not before.endswith(OPEN_ENDS):
            accented = re.search(r"[Mm][ẬậAa][Tt]$", bare)
            if accented is not None:
                return MARKINGS[found["words"]]
        before = fold(line)
    return None


def _inline(head: list[str]) -> str | None:
    """The marking in a line of the letterhead, above the title."""
    for line in head:
        if fold(line) == "ke hoach":
            return None
        found = INLINE.search(line)
        if found is not None:
            return MARKINGS[fold(found["words"])]
    return None


def _damaged(lines: Iterable[str], head: list[str]) -> str | None:
    """The marking as a scan leaves it: its accents moved, figures for letters, letters apart."""
    before = ""
    for line in lines:
        bare = re.sub(r"[^\w]+", " ", line).strip().translate(FIGURES)
        together = fold(bare).replace(" ", "")
        found = next((name for name in MARKINGS if name.replace(" ", "") == together), None)
        if found is not None and bare.isupper() and not before.endswith(OPEN_ENDS):
            return MARKINGS[found]
        before = fold(line)
    for line in head:
        if fold(line) == "ke hoach":
            return None
        for word in DAMAGED.finditer(line.translate(FIGURES)):
            ahead = fold(re.sub(r"[^\w]+", " ", line[: word.start()].translate(FIGURES))).split()
            after = fold(line[word.end() :]).lstrip()
            if not (ahead[-1:] and ahead[-1] in OPEN_ENDS) and not after.startswith(GOES_ON):
                level = ahead[-1] if ahead and ahead[-1] in ("toi", "tuyet") else ""
                return MARKINGS[f"{level} mat".strip()]
    return None


def _lines(document: Document) -> Iterator[str]:
    """The lines that have text, each line of a cell by itself."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from (clean(line) for line in cell.text.split("\n") if line.strip())


def _tops(document: Document) -> Iterator[str]:
    """The first lines of every page or sheet, as far as the file has such."""
    here: object = None
    left = 0
    for block in document.blocks:
        rows = (
            [(block.text, block.place)]
            if isinstance(block, Paragraph)
            else [(cell.text, row.place) for row in block.rows[:TOP_LINES] for cell in row.cells]
        )
        for text, place in rows:
            page = place.page or place.sheet
            if page != here:
                here, left = page, TOP_LINES
                yield ""  # so that the end of the page before is no part of this line
            if left and page is not None:
                left -= 1
                yield clean(text)
