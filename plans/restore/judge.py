"""Whether a text is damaged at all."""

from plans.restore.abbreviations import FOREIGN, SPELLINGS
from plans.restore.model import load_model
from plans.restore.pieces import Kind, cut_pieces
from plans.restore.spelling import is_vietnamese_only, settle_tone

CLEAN_SHARE = 0.2
"""Clean text has letters that only Vietnamese has in over half of its words, scans read without
Vietnamese in hardly any."""

VIETNAMESE_SHARE = 0.55
"""At least so many words of a damaged Vietnamese text have the bare letters of a syllable, or
letters beyond English; of an English text fewer do."""


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
