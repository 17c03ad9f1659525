"""Text damaged by scanning put right again, syllable by syllable."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from plans.restore.abbreviations import SPELLINGS
from plans.restore.choices import Choice, among_capitals, choices_of
from plans.restore.judge import is_damaged
from plans.restore.model import load_model
from plans.restore.paths import Ways, best_reading, doubtful_places, likelihood
from plans.restore.pieces import Kind, Piece, cut_pieces
from plans.restore.spelling import copy_case


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was changed, or whose restoring is doubtful: `text[start:end]` as restored."""

    start: int
    end: int
    raw: str
    text: str
    doubtful: bool


@dataclass(frozen=True)
class Restored:
    """A text as restored, and as it came."""

    text: str
    raw: str
    _reading: "Reading | None" = field(default=None, repr=False, compare=False)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word that is changed or doubtful, in order; told once somebody asks for them."""
        return tuple(self._reading.changes()) if self._reading is not None else ()

    @property
    def doubtful(self) -> tuple[Word, ...]:
        """The words a reader should look at."""
        return tuple(word for word in self.words if word.doubtful)


@dataclass(frozen=True, slots=True)
class Reading:
    """A damaged text in pieces, the ways to read each, the likeliest by its piece's place, and how
    each piece is written then."""

    pieces: Sequence[Piece]
    ways: Ways
    best: Mapping[int, Choice]
    written: Sequence[str]

    def changes(self) -> Iterator[Word]:
        """Every word that is changed or doubtful, in order."""
        language = load_model().language
        doubtful = {*doubtful_places(self.pieces, self.ways, self.best, language)}
        start = 0
        for at, (piece, new) in enumerate(zip(self.pieces, self.written, strict=True)):
            if at in doubtful or new != piece.text:
                yield Word(start, start + len(new), piece.text, new, at in doubtful)
            start += len(new)


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


@lru_cache(maxsize=5_000)
def likelihood_of(text: str) -> float:
    """How likely damaged words are to have been printed so (natural log), read as they best are:
    of two ways to put words together the likelier is the right one."""
    pieces = list(cut_pieces(text))
    ways = [choices_of(pieces, at) for at in range(len(pieces))]
    return likelihood(pieces, ways, load_model().language)


@lru_cache(maxsize=1_000)
def _restore(text: str) -> Restored:
    pieces = list(cut_pieces(text))
    ways = [choices_of(pieces, at) for at in range(len(pieces))]
    best = best_reading(pieces, ways, load_model().language)
    written: list[str] = []
    for at, piece in enumerate(pieces):
        new = piece.text
        if at in best:
            new = _spell(new, best[at], among_capitals(pieces, at))
        elif piece.kind is Kind.CODE:
            new = _mend_code(new)
        written.append(new)
    return Restored("".join(written), text, Reading(pieces, ways, best, written))


def _spell(raw: str, choice: Choice, heading: bool) -> str:
    if choice.kept:
        return choice.syllables[0]
    first, *rest = choice.syllables
    return " ".join([copy_case(first, raw, heading), *(s.upper() if heading else s for s in rest)])


def _mend_code(code: str) -> str:
    """A document's number with the Đ of its abbreviations put back; its digits stay."""
    parts = code.replace("/", "\0/\0").replace("-", "\0-\0").split("\0")
    return "".join(SPELLINGS.get(part) or SPELLINGS.get(part.upper(), part) for part in parts)
