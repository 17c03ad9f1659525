"""The products of a mixed table's rows put right where they do not read as products do."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from plans.annexes import Row
from plans.columns import Column
from plans.indicators.usual import lost_share
from plans.mixed.lines import Beside
from plans.mixed.product_words import regain_words
from plans.mixed.usual_products import Known, usual_product
from plans.restore import restore_text
from plans.restore.abbreviations import ABBREVIATIONS, FOREIGN
from plans.restore.judge import reads_well
from plans.restore.phrase import likeliest_phrase, possible_ends, wanted_end
from plans.scanned import skeleton
from plans.words import fold, one_slip

ALIKE, NEARLY_SAME = 0.8, 0.9
"""The share of letters that a ruined product and a sound one have alike; and that makes it sure."""
MOST_AROUND, FEWEST, MOST = 2, 2, 8
"""So many words at most are left out before a product and behind it; so few are one at least; of
more it is not told which are the product's."""
SHORTEST_PHRASE, LONGEST_PHRASE = 3, 6
"""In words, a phrase of the task that the product may be."""
CAPITALS = re.compile(r"[A-ZĐ]{3,}")
LEAST_GAIN = 0.6
"""What a usual product must explain at least of the words of a row (`usual_products`)."""
OF_COLLECTIVES = frozenset(
    ["ban", "cac", "co", "dia", "don", "lien", "nganh", "phuong", "quan", "so", "ubnd", "va", "vi"]
)
"""Words that helpers' cells are full of: "Các sở, ban, ngành, cơ quan, đơn vị, địa phương"."""


def mend_products(rows: Sequence[Row], lines: Mapping[str, Sequence[Beside]]) -> list[Row]:
    """The rows, a ruined product taken for the one like it that several rows have soundly, for the
    usual one that its row's lines have, or without words around and within it that are of other
    cells; what is only like it, or still does not read as plans do, is said to be unsure."""
    rows = [replace(row, product=row.product and row.product.replace("/ ", "/")) for row in rows]
    products = [restore_text(row.product or "", damaged=True).text.strip(" .,;") for row in rows]
    counts = Counter(product for product in products if product and not lost_share(product))
    common = [product for product, count in counts.items() if count > 1]
    return [
        _mend(row, product, common, lines.get(row.no, ())) if product else row
        for row, product in zip(rows, products, strict=True)
    ]


def _mend(row: Row, product: str, common: Sequence[str], lines: Sequence[Beside]) -> Row:
    if product in common:
        return row
    regained = regain_words(row.product or "", lines)
    if regained != row.product:
        row = replace(row, product=regained)
        product = restore_text(regained, damaged=True).text.strip(" .,;")
    whole = reads_well(product) and not _has_odd_capitals(product)
    short = len(product.split()) <= FEWEST
    usual = _usual(row, product, lines, whole=whole) if short or not whole else None
    near = max(_alike(product, common), default=(0.0, ""))
    if near[0] >= ALIKE and usual is None:
        row = replace(row, product=near[1])
        return row if near[0] >= NEARLY_SAME else _unsure(row)
    wanted = wanted_end(product) if whole else None
    wanted = wanted or next((end for end in possible_ends(product) if _has(lines, end)), None)
    if wanted is not None and not product.split()[-1].isupper():
        return _unsure(replace(row, product=f"{product} {wanted}"))
    if usual is not None:
        rest = _left_out(product, usual)
        return _unsure(replace(row, product=usual, left=(*row.left, rest) if rest else row.left))
    phrase = likeliest_phrase(product).strip(" .,;")
    if whole and (phrase == product or not _begins_inside(product)):
        return row
    kept = None if whole else next(filter(reads_well, _without_few(product.split())), None)
    sure = kept is not None and any(map(str.isupper, _left_out(product, kept)))
    if kept is None and _is_most_of(phrase, product):
        kept = phrase
    if kept is not None:
        left = [left] if (left := _left_out(product, kept)) else []
        row = replace(row, product=kept, left=(*row.left, *left))
    return row if sure else _unsure(row)


def _has(lines: Sequence[Beside], wanted: str) -> bool:
    """Whether one of the lines has the word."""
    return any(skeleton(word) == fold(wanted) for line in lines for word, _ in line.words)


def _usual(row: Row, product: str, lines: Sequence[Beside], *, whole: bool) -> str | None:
    """The usual product that the row's lines have, or a phrase of its task, where that which was
    read is none itself: it does not read well, or is but the beginning of it."""
    words = [word for line in lines for word, column in line.words if column is not Column.CONTENT]
    cells = f"{row.lead or ''} {row.coordinating or ''}"
    others = OF_COLLECTIVES | {skeleton(word) for word in cells.split()}
    found = usual_product(words, others, [product] if whole else [])
    if found is not None and _is_meant(found, product, whole=whole):
        return found.name
    if whole:
        return None
    found = usual_product(words, others, _phrases(row, words))
    return found.name if found is not None and _is_meant(found, product, whole=False) else None


def _is_meant(found: Known, product: str, *, whole: bool) -> bool:
    """Whether what was read as the product may be the one found."""
    if found.name == product or found.told < FEWEST or found.gain < LEAST_GAIN:
        return False
    said = product.split()
    rest = product.removeprefix(f"{found.name} ")
    if rest != product and rest.islower() and not lost_share(rest):
        return False
    if found.name.startswith(f"{product} "):
        return found.told == len(found.name.split()) or not whole
    first, usual = fold(said[0]), fold(found.name.split()[0])
    same = first == usual or one_slip(first, usual) or lost_share(said[0]) or said[0].islower()
    return bool(not whole and same and found.told * 2 >= len(said))


def _phrases(row: Row, words: Sequence[str]) -> list[str]:
    """Phrases of the row's task that begin with one of the words: many a product is named there."""
    seen = {skeleton(word) for word in words if len(word) > 1}
    said = restore_text(row.content, damaged=True).text.split()
    found: dict[str, None] = {}
    for at, word in enumerate(said):
        if skeleton(word) not in seen:
            continue
        for end in range(at + 1, min(at + LONGEST_PHRASE, len(said)) + 1):
            phrase = " ".join(said[at:end])
            if end - at >= SHORTEST_PHRASE:
                found[phrase[:1].upper() + phrase[1:].rstrip(",;.:")] = None
            if not phrase[-1].isalnum():
                break
    return list(found)


def _has_odd_capitals(product: str) -> bool:
    """Whether the product has capitals that are no abbreviation known: a ruined word ("BANR")."""
    return any(
        CAPITALS.fullmatch(word) and word not in ABBREVIATIONS and word.lower() not in FOREIGN
        for word in product.split()
    )


def _is_most_of(phrase: str, product: str) -> bool:
    """Whether a phrase is enough of a product's words to be it: of many words, or where most are
    of other cells, several products may have run together."""
    kept, words = len(phrase.split()), len(product.split())
    return words <= MOST and max(FEWEST, words / 2) <= kept and phrase[:1].isupper()


def _begins_inside(product: str) -> bool:
    """Whether a word behind the first begins with a capital, as another cell does; abbreviations
    are none."""
    return any(word[:1].isupper() and not word.isupper() for word in product.split()[1:])


def _unsure(row: Row) -> Row:
    return replace(row, doubts=(*row.doubts, "product_unsure"))


def _without_few(words: Sequence[str]) -> Iterator[str]:
    """The words without a few before, behind and one within them, the most first."""
    ways = []
    for first in range(MOST_AROUND + 1):
        for last in range(MOST_AROUND + 1):
            rest = words[first : len(words) - last]
            ways.append(rest)
            ways += [[*rest[:at], *rest[at + 1 :]] for at in range(1, len(rest) - 1)]
    enough = [
        way
        for way in ways
        if len(way) >= max(FEWEST, (len(words) + 1) // 2)
        and not (
            len(words) - len(way) > 1 and " ".join(words[-2:]).islower() and way[-1] != words[-1]
        )
    ]
    enough.sort(key=len, reverse=True)
    return (" ".join(way).strip(" .,;") for way in enough)


def _left_out(product: str, kept: str) -> str:
    """The words of the product that are not among those that were kept."""
    rest = Counter(product.split()) - Counter(kept.split())
    return " ".join(rest.elements())


def _alike(product: str, others: Iterable[str]) -> Iterator[tuple[float, str]]:
    """Those that are like a product, with the share of letters that the two have alike."""
    matcher = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq1(_letters(product))
    for other in others:
        matcher.set_seq2(_letters(other))
        if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
            yield matcher.ratio(), other


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", fold(text))
