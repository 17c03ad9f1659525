"""What restoring knows, as `plans.restore.build` made it."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plans.restore.damage import Damage
from plans.restore.language import BREAK, NUMBER, Language
from plans.restore.pieces import Kind, cut_pieces
from plans.restore.spelling import is_syllable, settle_tone

MODEL = Path(__file__).with_name("model.json.gz")


@dataclass(frozen=True, slots=True)
class Model:
    """The language of plans, the damage of scans, and every syllable either knows."""

    language: Language
    damage: Damage
    syllables: frozenset[str]


@cache
def load_model() -> Model:
    """The model, read once."""
    facts = json.loads(gzip.decompress(MODEL.read_bytes()))
    texts = [text.split() for text in facts["texts"]]
    ours = {token for token in set().union(*texts) if is_syllable(token)}
    syllables = frozenset({*facts["common"], *ours})
    return Model(
        language=Language(
            texts,
            facts["common"],
            (word.split() for word in facts["words"]),
            (place.split() for place in facts["places"]),
            (phrase.split() for phrase in facts["phrases"]),
        ),
        damage=Damage(sorted(syllables), facts["read_as"], facts["known"]),
        syllables=syllables,
    )


def tokens(text: str) -> Iterator[str]:
    """The text as the language model sees it, between two breaks."""
    yield BREAK
    last = BREAK
    for piece in cut_pieces(text):
        match piece.kind:
            case Kind.WORD:
                last = settle_tone(piece.text)
                yield last
            case Kind.NUMBER | Kind.CODE:
                last = NUMBER
                yield last
            case Kind.BREAK if last != BREAK:
                last = BREAK
                yield last
            case _:
                pass
    if last != BREAK:
        yield BREAK
