"""How syllables are written: tone marks in their usual place, capitals as in the text at hand."""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LATE_TONE = re.compile(rf"(?<!q)(?:(o)([ae])|(u)(y))([{_TONES}])$")
_LATIN_MARKS = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ")

_ONSET = "b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x|"
_NUCLEUS = (
    "uyê|uya|uyu|iêu|yêu|ươi|ươu|uôi|uây|oai|oay|oao|oeo|uai|uay|"
    "a[iouy]?|ă|â[uy]?|eo?|êu?|i[aêu]?|o[aăeio]?|ô[i]?|ơ[i]?|u[aâêiôơy]?|ư[aơiu]?|yê?"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})(?:{_NUCLEUS})(?:ch?|m|ng?|nh|p|t)?")


@lru_cache(maxsize=10_000)  # a plan says the same syllables again and again
def is_syllable(word: str) -> bool:
    """Whether the word, in lower case, is built as Vietnamese syllables are."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", word) if letter not in _TONES)
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)) is not None


@lru_cache(maxsize=10_000)
def settle_tone(syllable: str) -> str:
    """The syllable in lower case with its tone where offices write it.

    >>> settle_tone("Hoá"), settle_tone("uỷ"), settle_tone("quý")
    ('hóa', 'ủy', 'quý')
    """
    lower = unicodedata.normalize("NFC", syllable.lower())
    apart = "".join(
        part
        if (part := unicodedata.normalize("NFD", letter))[-1] in _TONES and len(part) == 2
        else letter
        for letter in lower
    )
    moved = _LATE_TONE.sub(
        lambda found: f"{found[1] or found[3]}{found[5]}{found[2] or found[4]}",
        apart,
    )
    return unicodedata.normalize("NFC", moved)


def is_vietnamese_only(word: str) -> bool:
    """Whether the word has a letter that readers of scans without Vietnamese cannot write."""
    return any(
        letter > "\u007f" and letter.isalpha() and letter not in _LATIN_MARKS for letter in word
    )


def copy_case(syllable: str, like: str, shouted: bool) -> str:
    """The syllable with the capitals that the word it stands for has."""
    if shouted:
        return syllable.upper()
    capital = like[:1].isupper() and not (like[:1] == "I" and syllable[:1] == "l")
    return syllable[:1].upper() + syllable[1:] if capital else syllable


def plain_letter(letter: str) -> str:
    """The letter without anything above, below or through it."""
    return unicodedata.normalize("NFD", letter.replace("đ", "d").replace("Đ", "D"))[0]


def without_tone(letter: str) -> str:
    """The letter without its tone; what makes it another vowel stays."""
    apart = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
