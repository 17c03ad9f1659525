"""The forms of Vietnamese text that every reader of plans shares."""

import re
import unicodedata
from functools import lru_cache

DASHES = "‐‑‒–—―−"
"""Everything that plans print where a hyphen is meant."""


class _Plain(dict[int, str]):
    """What each letter is without its marks, found once a letter: reading a plan folds millions."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", chr(code))
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
        self[code] = plain
        return plain


PLAIN = _Plain({ord("đ"): "d", **{ord(dash): "-" for dash in DASHES}})


def clean(text: str) -> str:
    """The text composed (NFC), on one line, without spaces at its ends or doubled inside.

    >>> clean(" Phòng Văn \\n hóa ")
    'Phòng Văn hóa'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn")
"""Unicode's categories of what nobody sees or can read: controls, marks of direction, holes."""


def visible(text: str) -> str:
    """What somebody calls themselves, a group or a file, on one line and without hidden marks.

    Those turn the letters after them round, part lines, or speak to a terminal.

    >>> visible("Hoa\\u202e\\n#18")
    'Hoa #18'
    """
    return clean(
        "".join(
            letter
            for letter in text
            if letter.isspace() or unicodedata.category(letter) not in HIDDEN
        )
    )


@lru_cache(maxsize=5_000)  # each reader in turn folds the same lines
def fold(text: str) -> str:
    """Lower case without diacritics, every dash a hyphen: what two spellings of a word share.

    >>> fold("Đảng ủy – Xã hội")
    'dang uy - xa hoi'
    """
    return " ".join(text.lower().translate(PLAIN).split())


def letters(text: str) -> str:
    """The folded letters and digits alone, in words parted by one space.

    >>> letters("Phòng Văn hóa – Xã hội")
    'phong van hoa xa hoi'
    """
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


def starts_capital(text: str) -> bool:
    """Whether the first letter is a capital; false for a text that begins with a digit or mark."""
    return text[:1].isupper()


def cut(text: str, length: int) -> str:
    """The text in at most that many characters, cut between words and closed with an ellipsis.

    >>> cut("Xây dựng cơ sở dữ liệu đất đai", 16)
    'Xây dựng cơ sở…'
    """
    if len(text) <= length:
        return text
    head = text[: max(length - 1, 0)]
    if not text[len(head) : len(head) + 1].isspace():
        whole, space, _ = head.rpartition(" ")
        head = whole if space else head
    return (head.rstrip(" ,;:-") + "…")[:length]


def join_lines(lines: list[str]) -> str:
    """The lines of one cell or paragraph as one text; a code or years broken at a hyphen close up.

    >>> join_lines(["văn bản số 708/BTTTT-", "CATTT; hoàn thành"])
    'văn bản số 708/BTTTT-CATTT; hoàn thành'
    """
    text = clean(" ".join(lines))
    text = re.sub(r"\b(\d{4})- (?=\d{4}\b)", r"\1-", text)
    return re.sub(r"(?<=[\w/])- (?=[A-ZĐ]+\b(?!\s*-))", _close_code, text)


def _close_code(broken: re.Match[str]) -> str:
    """A hyphen before capitals closes up only inside a document's number ("57- NQ/TW")."""
    before = broken.string[: broken.start()].rsplit(" ", 1)[-1]
    return "-" if re.search(r"\d", before) else broken.group()


@lru_cache(maxsize=10_000)
def mend(word: str, vocabulary: frozenset[str]) -> str:
    """The one word of the vocabulary that a folded, misread word stands for, else the word itself.

    Scanning costs one letter at most: replaced, lost or added ("ndm" for "nam").
    """
    near = [known for known in vocabulary if one_slip(word, known)]
    return near[0] if len(near) == 1 and word not in vocabulary else word


def one_slip(word: str, known: str) -> bool:
    """Whether one letter replaced, lost or added parts the two words."""
    if abs(len(word) - len(known)) > 1:
        return False
    same = 0
    for a, b in zip(word, known, strict=False):
        if a != b:
            break
        same += 1
    if len(word) == len(known):
        return same < len(word) and word[same + 1 :] == known[same + 1 :]
    short, long = sorted((word, known), key=len)
    return short[same:] == long[same + 1 :]
