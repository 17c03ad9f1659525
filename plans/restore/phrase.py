"""A restored phrase without the words of other phrases that a scan ran into it."""

import math
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from plans.restore.damage import bare_letters
from plans.restore.language import BREAK, NUMBER
from plans.restore.model import load_model, tokens
from plans.restore.spelling import is_syllable, settle_tone

LEFT_OUT = 6.5
"""What a word that is left out costs (natural log), beside how unlikely the others then are."""
CAPITAL_INSIDE, SMALL_FIRST, ABBREVIATION = 2.0, 2.0, 3.0
"""A word with a capital behind others; a first one without; capitals, of which nothing is told."""
MAY_END, LIKELIER = math.log(0.3), 2.0
"""How likely a word is at least that may end a phrase, where there is such a word; and how much
likelier (natural log) than that it ends without."""
LIKE = 0.6
"""The share of letters that a ruined word and the one that it is taken for have alike."""
SURE, OPEN = math.log(0.75), -4.5
"""How likely the one word is at least that a phrase still wants, and its end there at most."""


def likeliest_phrase(text: str) -> str:
    """The words that most likely were one phrase, in their order.

    >>> likeliest_phrase("thuế Báo cáo hiện")
    'Báo cáo'
    """
    language = load_model().language
    ways: dict[tuple[str, str], tuple[float, tuple[str, ...]]] = {(BREAK, BREAK): (0.0, ())}
    for word in text.split():
        bare = word.strip('.,;:()“”"/')
        token = NUMBER if bare.isdecimal() else settle_tone(bare)
        after: dict[tuple[str, str], tuple[float, tuple[str, ...]]] = {}
        for (before, last), (cost, kept) in ways.items():
            steps = [(cost + LEFT_OUT, (before, last), kept)]
            if re.fullmatch(r"[A-ZĐ]{3,}", bare):
                steps.append((cost + ABBREVIATION, (before, last), (*kept, word)))
            else:
                odd = _case_cost(bare, kept)
                more = odd - language.after(before, last, token)
                steps.append((cost + more, (last, token), (*kept, word)))
            for total, end, words in steps:
                if end not in after or total < after[end][0]:
                    after[end] = total, words
        ways = after
    ends = [(cost - language.after(*end, BREAK), kept) for end, (cost, kept) in ways.items()]
    return " ".join(min(ends)[1])


def _case_cost(word: str, kept: Sequence[str]) -> float:
    if kept:
        return CAPITAL_INSIDE if word[:1].isupper() and not kept[-1].endswith("/") else 0.0
    return 0.0 if word[:1].isupper() or not word[:1].isalpha() else SMALL_FIRST


def wanted_end(text: str) -> str | None:
    """The one word that a phrase surely still wants, its end having been lost; else None.

    >>> wanted_end("Báo cáo kết"), wanted_end("Báo cáo")
    ('quả', None)
    """
    said = [token for token in tokens(text) if token != BREAK]
    if len(said) < 2 or text.split()[-1].isupper():
        return None
    language = load_model().language
    seen = language.after_two(said[-2], said[-1]).seen
    word, chance = max(seen.items(), key=lambda found: found[1], default=(BREAK, -math.inf))
    open_ = language.after(said[-2], said[-1], BREAK) < OPEN
    return word if open_ and chance >= SURE and word not in (BREAK, NUMBER) else None


def possible_ends(text: str) -> list[str]:
    """The words that follow a phrase far likelier than it ends as it does, the likeliest first.

    >>> possible_ends("Trực tuyến, hiệu")
    ['quả']
    """
    said = [token for token in tokens(text) if token != BREAK]
    language = load_model().language
    if len(said) < 2:
        return []
    least = max(MAY_END, language.after(said[-2], said[-1], BREAK) + LIKELIER)
    likely = {**language.after_one(said[-1]).seen, **language.after_two(said[-2], said[-1]).seen}
    found = [(chance, word) for word, chance in likely.items() if chance >= least]
    return [word for _, word in sorted(found, reverse=True) if word.isalpha()]


def fill_ruined(text: str) -> str:
    """The text with each word that is no syllable taken for the likeliest there that is like it.

    >>> fill_ruined("dẫn đầu cả nuc’rcq về ứng dụng")
    'dẫn đầu cả nước về ứng dụng'
    """
    words = text.split()
    for at, word in enumerate(words):
        if word.islower() and not is_syllable(word.strip('.,;:()“”"')):
            words[at] = _likeliest_at(words, at) or word
    return " ".join(words)


def _likeliest_at(words: Sequence[str], at: int) -> str | None:
    """The syllable that most likely follows the two before and goes on as the next word does, of
    those that begin alike and have most letters of the ruined one; None without any."""
    language = load_model().language
    tokens = [BREAK, BREAK, *(settle_tone(word.strip('.,;:()“”"')) for word in words), BREAK]
    before, last, after = tokens[at], tokens[at + 1], tokens[at + 3]
    seen = "".join(letter for letter in bare_letters(words[at]) if letter.isalpha())
    found = [
        (chance + language.after(last, syllable, after), syllable)
        for syllable, chance in language.after_two(before, last).seen.items()
        if seen and syllable.isalpha() and syllable[0] == words[at][0] and _like(syllable, seen)
    ]
    return max(found)[1] if found else None


def _like(syllable: str, seen: str) -> bool:
    matcher = SequenceMatcher(None, bare_letters(syllable), seen, autojunk=False)
    return matcher.ratio() >= LIKE
