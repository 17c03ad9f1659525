"""Whether a text is damaged at all, and whether what was restored reads well."""

import re

from plans.restore.abbreviations import FOREIGN, SPELLINGS
from plans.restore.language import BREAK
from plans.restore.model import load_model, tokens
from plans.restore.pieces import Kind, cut_pieces
from plans.restore.spelling import is_vietnamese_only, settle_tone

CLEAN_SHARE = 0.2
"""Clean text has letters that only Vietnamese has in over half of its words, scans read without
Vietnamese in hardly any."""

VIETNAMESE_SHARE = 0.55
"""At least so many words of a damaged Vietnamese text have the bare letters of a syllable, or
letters beyond English; of an English text fewer do."""
ODDEST = -7.8
"""How likely (natural log) a syllable is at least after the two before it: of a ruined plan's 80
products those with a less likely one were nearly all misread, the others nearly all right."""


def is_damaged(text: str) -> bool:
    """Whether the text lost its Vietnamese letters to a reader of scans; False where unsure.

    One word alone is never enough; ask with the text it stands in.
    """
    words = [
        piece.text
        for piece in cut_pieces(text)
        if piece.kind is Kind.WORD
        and piece.text not in SPELLINGS
        and piece.text.lower() not in FOREIGN
        and len(piece.text) > 1
    ]
    if len(words) < 2:
        return False
    whole = sum(is_vietnamese_only(word) for word in words)
    if whole > CLEAN_SHARE * len(words) or (whole and len(words) < 4):
        return False
    model = load_model()
    ours = sum(
        not word.isascii() or not word.isalpha() or model.damage.is_bare(word) for word in words
    )
    if ours < VIETNAMESE_SHARE * len(words):
        return False
    odd = sum(settle_tone(word) not in model.syllables for word in words)
    return odd > 0 or len(words) >= 4


def reads_well(text: str) -> bool:
    """Whether restored words follow one another as in the plans that restoring has learned from;
    of abbreviations nothing can be told.

    >>> reads_well("Kế hoạch thực hiện"), reads_well("kết tâm")
    (True, False)
    """
    language = load_model().language
    begun = text[:1].isupper() or not text[:1].isalpha()
    parts = [list(tokens(part)) for part in re.split(r"\b[A-ZĐ]{3,}\b", text)]
    steps = (step for said in parts for step in zip([BREAK, *said], said, said[1:], strict=False))
    return begun and all(language.after(*step) > ODDEST for step in steps)
