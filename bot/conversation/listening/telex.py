"""Words typed by Telex's keys where the keyboard was not on: "hoanf thanhf", "ddax xong"."""

import re
import unicodedata

SHAPES = {"dd": "đ", "aa": "â", "ee": "ê", "oo": "ô", "aw": "ă", "ow": "ơ", "uw": "ư"}
TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
ONSET = r"(?:ngh|[cgknpt]h|gi(?=[aăâeoôơuư])|ng|qu|tr|[bcdđghklmnpqrstvx])?"
CODA = r"(?:ch|ng|nh|[cmnpt])?"
KEYS = re.compile(rf"({ONSET})([aăâeêioôơuưy]{{1,3}})({CODA})", re.IGNORECASE)
"""A syllable without its tone."""

WITHIN = re.compile(r"([a-z]*[aeiouyw])(?:([sfrxj])(ng|nh|[nm])|(j)(ch|[cpt]))")
"""The tone typed right behind its vowel: "hoafn", "vieejc"; "test" is no Telex."""

UA = re.compile("(?<!q)uă$")
""" "chuaw", "chwua": an open "uă" is no Vietnamese, and means "ưa"."""

STOPPED = re.compile(r"(?:c|ch|p|t)$")


def decode(word: str) -> str | None:
    """What a lower-case word means as Telex keys; None where it is no such word.

    >>> decode("hoafn"), decode("ddang"), decode("vuongws"), decode("xong")
    ('hoàn', 'đang', 'vướng', None)
    """
    if not word.isascii():
        return None
    tone, rest = "", word
    if within := WITHIN.fullmatch(word):
        vowels, *behind = filter(None, within.groups())
        word = "".join([vowels, *reversed(behind)])
    if word[-1] in TONES:
        tone, rest = TONES[word[-1]], word[:-1]
    for keys, letter in SHAPES.items():
        rest = rest.replace(keys, letter)
    if "w" in rest:  # the mark typed at the end: "vuongw"
        rest = _hook(rest.replace("w", ""))
    rest = UA.sub("ưa", rest.replace("uơ", "ươ"))
    if rest == word:
        return None
    syllable = KEYS.fullmatch(rest)
    if syllable is None or (STOPPED.search(rest) and tone not in ("", TONES["s"], TONES["j"])):
        return None
    onset, vowels, coda = syllable.groups()
    at = _bearer(vowels, bool(coda))
    toned = vowels[: at + 1] + tone + vowels[at + 1 :]
    return unicodedata.normalize("NFC", onset + toned + coda)


def _hook(rest: str) -> str:
    """Where a "w" that was typed late belongs: "uo" is "ươ", else the last vowel that takes one."""
    if "uo" in rest:
        return rest.replace("uo", "ươ", 1)
    for plain, hooked in (("a", "ă"), ("o", "ơ"), ("u", "ư")):
        if plain in rest:
            return rest.replace(plain, hooked, 1)
    return rest


def _bearer(vowels: str, closed: bool) -> int:
    """Which vowel bears the tone: the one with a mark, before a coda the last, else the first."""
    marked = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        return marked[-1]
    if len(vowels) == 1:
        return 0
    return len(vowels) - 1 if closed else min(len(vowels) - 2, 1)
