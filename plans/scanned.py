"""Words as a scan gives them, and how near they come to the words that were printed."""

import re
from functools import lru_cache

from plans.words import fold

LOOKS_LIKE = str.maketrans("0134568&¢€$@", "olaasob????a")
"""What a figure or sign inside of a word was read from, where one letter is likeliest."""
SLIP, SECOND_SLIP, HALF_SEEN = 0.35, 0.8, 0.2
HALF = 1.0 - HALF_SEEN / SLIP
"""What of a slip is forgiven for a question mark, which is half a letter seen."""
ONE_SLIP = 0.5
"""More than one slip costs, "Đ" read as something else beside it, and less than two do."""
CROSSED = re.compile(r"^(?:dp|db|bd|bb|dd|pp|b|p)")
"""What "Đ" is often read as."""
NO_LIKENESS = 9.0
"""The cost of two words that nobody would take for each other."""
LONG = 5
"""In letters: only so long a word may have two slips."""
FIGURE_WITHIN = re.compile(
    r"\b[^\W\d_]*[a-zà-ỹ]\d[^\W\d_]*[a-zà-ỹ]\b|\b[^\W\d_]+\d[a-zà-ỹ]+\b|\b[a-zà-ỹ]\d\b"
)
"""A word with a figure where a letter was: "đ6ng", "so4t", "x4"."""
FEWEST_FIGURES, FIGURES_SHARE = 6, 0.01
"""So many such words tell of a scan; of 120 texts the sound ones had none, the damaged 0.03."""
FEWEST_TELLING, FEWEST_ALONE = 5, 3
"""So many plain words of the language tell whether a text has kept its diacritics; and so many
where it has none with them."""


WORD = re.compile(r"[^\W\d_]+")
VIETNAMESE = re.compile("[\u1ea0-\u1ef9ơưđăƠƯĐĂ]")
"""Letters that no other language's reader gives."""
FEWEST_WORDS, MARKED_SHARE = 60, 0.1
"""Of so many words at least, fewer have such a letter: 0.3 to 0.6 in 380 texts that kept them, and
below 0.03 where a reader of English read them."""


@lru_cache(maxsize=2)
def is_scanned(text: str) -> bool:
    """Whether the text has lost its diacritics to scanning: "va" stands where "và" should, figures
    where letters should, or hardly a word has a letter that is Vietnamese alone.

    >>> is_scanned("Xay dung va trien khai cac ke hoach va chuong trinh cua xa va tinh " * 3)
    True
    >>> is_scanned("Các thôn và tổ dân phố tham gia s4ng tạo, đổi m6i; h6 tro các chủ thể " * 3)
    True
    """
    figures = len(FIGURE_WITHIN.findall(text))
    if figures >= FEWEST_FIGURES and figures > FIGURES_SHARE * len(text.split()):
        return True
    words = WORD.findall(text)
    marked = sum(VIETNAMESE.search(word) is not None for word in words)
    if len(words) >= FEWEST_WORDS and marked < MARKED_SHARE * len(words):
        return True
    plain = len(re.findall(r"\b(?:va|cac|cua|cia|ctia)\b", text))
    sound = len(re.findall(r"\b(?:và|các|của)\b", text))
    return plain >= (FEWEST_TELLING if sound else FEWEST_ALONE) and plain > sound


def says(text: str, phrase: str) -> bool:
    """Whether a text has the phrase, its words damaged or not, one of them nearly as it was.

    >>> says("- Co quan chii tri:", "chu tri"), says("- San phdm", "chu tri")
    (True, False)
    """
    seen, wanted = [skeleton(word) for word in text.split()], phrase.split()
    for at in range(len(seen) - len(wanted) + 1):
        costs = [_part_cost(one, two) for one, two in zip(seen[at:], wanted, strict=False)]
        if max(costs) <= 1.0 and min(costs) <= SLIP:
            return True
    return False


def _part_cost(seen: str, known: str) -> float:
    """As `unlikeness`, but two words that begin alike may be one where another tells so."""
    begins = len(seen) > 2 and seen[:2] == known[:2] and abs(len(seen) - len(known)) <= 1
    return min(unlikeness(seen, known), 1.0 if begins else NO_LIKENESS)


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The word's bare letters, signs inside of it a question mark: "x4" is "xa", "S¢" is "s?".

    A word of two figures that looks like "Sở" is read as it; other numbers stay.

    >>> skeleton("Cong,"), skeleton("x4"), skeleton("12/2025")
    ('cong', 'xa', '12/2025')
    """
    word = fold(word).strip(".,;:'\"‘’“”|()[]{}<>*~_-+=!`^\\")
    word = word.rstrip("&") if len(word) > 3 else word
    if sum(letter.isdigit() for letter in word) > 1:
        return "so" if re.fullmatch(r"[35][60]", word) else word
    if not word.isalpha():
        word = re.sub(r"[^a-z?]+", "?", word.translate(LOOKS_LIKE))
        word = re.sub(r"[aeou]\?$", "?", word)  # "ở" is often read as "é&"
    return re.sub(r"(?<=[a-z])[iu]r$|w", "u", word)  # "ư" is often read as two letters


def is_near(seen: str, known: str, most: float = ONE_SLIP) -> bool:
    """Whether it costs at most so much, one slip at the highest, to take a skeleton for a word.

    One slip leaves the first or the last letter as it was: few words have to be compared at all.

    >>> is_near("cong", "dong"), is_near("bong", "dung"), is_near("xa", "phong")
    (True, False, False)
    """
    if seen == known:
        return True
    if not seen or (
        seen[0] != known[0]
        and seen[-1] != known[-1]
        and len(known) > 1
        and not (known[0] == "d" and seen[0] in "bp")
    ):
        return False
    return unlikeness(seen, known) <= most


@lru_cache(maxsize=200_000)
def unlikeness(seen: str, known: str) -> float:
    """What it costs to take a skeleton for a known folded word; 0 for the same."""
    if seen == known:
        return 0.0
    if known[0] == "d" and CROSSED.match(seen):
        return min(0.1 + unlikeness(CROSSED.sub("d", seen), known), _unlikeness(seen, known))
    return _unlikeness(seen, known)


def _unlikeness(seen: str, known: str) -> float:
    if abs(len(seen) - len(known)) > 2 or not seen:
        return NO_LIKENESS
    marks = seen.count("?")
    here, there = _letters_in(seen), _letters_in(known)
    foreign = max((here & ~there).bit_count(), (there & ~here).bit_count())
    if foreign - HALF * marks > 2:
        return NO_LIKENESS
    slips = _slips(seen, known)
    slips -= HALF * min(marks, slips)
    if len(known) <= 2:
        return SLIP if slips <= 0.6 else (1.0 if slips <= 1 and len(seen) <= 3 else NO_LIKENESS)
    if slips <= 1:
        return SLIP * slips
    if slips <= 2 and len(known) >= LONG:
        return SECOND_SLIP
    return NO_LIKENESS


@lru_cache(maxsize=50_000)
def _letters_in(word: str) -> int:
    """The letters and figures that the word has, a bit each; signs are none."""
    found = 0
    for letter in word:
        if letter.isalnum():
            found |= 1 << (ord(letter) & 63)
    return found


def _slips(seen: str, known: str) -> float:
    """How many letters were replaced, lost or added; "rn" for "m" and the like are one."""
    while seen and known and seen[0] == known[0]:
        seen, known = seen[1:], known[1:]
    while seen and known and seen[-1] == known[-1]:
        seen, known = seen[:-1], known[:-1]
    row = list(range(len(known) + 1))
    for i, letter in enumerate(seen, 1):
        last, row[0] = row[0], i
        for j, other in enumerate(known, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != other))
    return row[-1]
