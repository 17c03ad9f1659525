"""Text damaged by scanning put right again, syllable by syllable."""

from dataclasses import dataclass
from functools import lru_cache

from plans.restore.abbreviations import SPELLINGS
from plans.restore.choices import Choice, among_capitals, choices_of
from plans.restore.judge import is_damaged
from plans.restore.model import load_model
from plans.restore.paths import best_reading, is_doubtful
from plans.restore.pieces import Kind, cut_pieces
from plans.restore.spelling import copy_case


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was changed, or whose restoring is doubtful: `text[start:end]` as restored."""

    start: int
    end: int
    raw: str
    text: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """A text as restored, as it came, and every word that is changed or doubtful, in order."""

    text: str
    raw: str
    words: tuple[Word, ...] = ()

    @property
    def doubtful(self) -> tuple[Word, ...]:
        """The words a reader should look at."""
        return tuple(word for word in self.words if word.doubtful)


def restore_text(text: str, *, damaged: bool | None = None) -> Restored:
    """The text with its diacritics and letters put right; clean text comes back unchanged.

    `damaged` says whether the document it is taken from is damaged (`is_damaged` of the whole
    of it); without that the text is judged alone. Numbers, document numbers, abbreviations and
    words of other tongues stay. Never raises on bad text.

    >>> restore_text("Xay dung ké hoach ddo tao, tap hudn vé an toan thong tin").text
    'Xây dựng kế hoạch đào tạo, tập huấn về an toàn thông tin'
    """
    if damaged is None:
        damaged = is_damaged(text)
    return _restore(text) if damaged else Restored(text, text)


@lru_cache(maxsize=4_000)
def _restore(text: str) -> Restored:
    pieces = list(cut_pieces(text))
    ways = [choices_of(pieces, at) for at in range(len(pieces))]
    language = load_model().language
    best = best_reading(pieces, ways, language)
    written: list[str] = []
    words: list[Word] = []
    start = 0
    for at, piece in enumerate(pieces):
        new, doubtful = piece.text, False
        if at in best:
            new = _spell(piece.text, best[at], among_capitals(pieces, at))
            doubtful = is_doubtful(pieces, ways, best, at, language)
        elif piece.kind is Kind.CODE:
            new = _mend_code(piece.text)
        if doubtful or new != piece.text:
            words.append(Word(start, start + len(new), piece.text, new, doubtful))
        written.append(new)
        start += len(new)
    return Restored("".join(written), text, tuple(words))


def _spell(raw: str, choice: Choice, heading: bool) -> str:
    if choice.kept:
        return choice.syllables[0]
    first, *rest = choice.syllables
    return " ".join([copy_case(first, raw, heading), *(s.upper() if heading else s for s in rest)])


def _mend_code(code: str) -> str:
    """A document's number with the Đ of its abbreviations put back; its digits stay."""
    parts = code.replace("/", "\0/\0").replace("-", "\0-\0").split("\0")
    return "".join(SPELLINGS.get(part) or SPELLINGS.get(part.upper(), part) for part in parts)
