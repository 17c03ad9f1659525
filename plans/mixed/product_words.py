"""Words of a product that were left out beside those that were taken, found again by how it reads.

A short word ("tự động", "đồng bộ") looks like a stain, and some stand in the deadline's words too.
"""

from collections.abc import Sequence

from plans.columns import Column
from plans.mixed.lines import Beside
from plans.restore.repair import likelihood_of
from plans.scanned import skeleton

ALLOWED = 6.0
"""How much less likely (natural log) a product with one word more may be: fewer words are always
likelier, and what is printed stands there for a reason."""
BETWEEN = frozenset(["", "va", "cac"])
"""What stands between names of helpers; and what is no word."""
MAY_BE = (None, Column.PRODUCT, Column.DEADLINE)
"""Where words of a product may have been laid."""


def regain_words(product: str, lines: Sequence[Beside]) -> str:
    """The product with the words directly beside its own that read as parts of it."""
    words = [(word, column, line) for line, one in enumerate(lines) for word, column in one.words]
    taken = _places(product.split(), [word for word, _, _ in words])
    if not taken:
        return product
    kept = set(taken)
    for at, (word, column, line) in enumerate(words):
        if at in kept or column not in MAY_BE or skeleton(word).strip("?") in BETWEEN:
            continue
        beside = {near for near in (at - 1, at + 1) if near in kept and words[near][2] == line}
        if beside and not word[:1].isupper() and _reads_better(words, kept, at):
            kept.add(at)
    return " ".join(words[at][0] for at in sorted(kept))


def _places(said: Sequence[str], words: Sequence[str]) -> list[int]:
    """Where the product's words stand among the row's, in their order; none if not all do."""
    places: list[int] = []
    start = 0
    for word in said:
        at = next((at for at in range(start, len(words)) if words[at] == word), None)
        if at is None:
            return []
        places.append(at)
        start = at + 1
    return places


def _reads_better(words: Sequence[tuple[str, Column | None, int]], kept: set[int], at: int) -> bool:
    before = " ".join(words[place][0] for place in sorted(kept))
    after = " ".join(words[place][0] for place in sorted({*kept, at}))
    return likelihood_of(after) + ALLOWED >= likelihood_of(before)
