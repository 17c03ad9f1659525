"""The likeliest reading of a text as a whole, out of the ways to read each word."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from plans.restore.choices import Choice, stands_alone
from plans.restore.language import BREAK, NUMBER, Language
from plans.restore.pieces import ODD_MARKS, Kind, Piece

BEAM = 12
"""Readings of the text so far that are kept."""
LAG = 9.5
"""Readings that lag behind the best by more than this (natural log) are dropped."""
DOUBT = 2.0
"""A word is doubtful where another reading is less than this much less likely, or"""
UNLIKELY = -18.0
"""its own, with the token that follows, is less likely than this: of a scanned plan that marks one
more right word of two hundred, and a sixth more of the wrong ones."""
ONE_WORD = frozenset([("hàng",), ("hằng",)])
"""Two spellings of one word: "hàng năm" and "hằng năm"."""

Ways = Sequence[tuple[Choice, ...]]


Path = tuple[float, str, str, Choice | None, "Path | None"]
"""How likely a reading of the text so far is (log probability), its last two tokens, how its last
word was read, and the reading before that."""


_score = itemgetter(0)


def best_reading(pieces: Sequence[Piece], ways: Ways, language: Language) -> dict[int, Choice]:
    """The choice for every piece that has any, by the piece's place."""
    path: Path | None = _best_path(pieces, ways, language)
    taken: list[Choice] = []
    while path is not None:
        _, _, _, choice, path = path
        if choice is not None:
            taken.append(choice)
    order = [at for at, choices in enumerate(ways) if choices]
    return dict(zip(order, reversed(taken), strict=True))


def likelihood(pieces: Sequence[Piece], ways: Ways, language: Language) -> float:
    """How likely the best reading is and that it was misread so (natural log)."""
    return _best_path(pieces, ways, language)[0]


def _best_path(pieces: Sequence[Piece], ways: Ways, language: Language) -> Path:
    beam: list[Path] = [(0.0, BREAK, BREAK, None, None)]
    for piece, choices in zip(pieces, ways, strict=True):
        if choices:
            beam = _read_word(beam, choices, language)
        elif (token := _token(piece)) is not None:
            beam = _read_token(beam, token, language)
    return max(_read_token(beam, BREAK, language), key=_score)


def _token(piece: Piece) -> str | None:
    if piece.kind in (Kind.NUMBER, Kind.CODE):
        return NUMBER
    return BREAK if piece.kind is Kind.BREAK else None


def _read_word(beam: list[Path], choices: Sequence[Choice], language: Language) -> list[Path]:
    """The beam past one word, read in every way; of paths that end alike the best is kept."""
    found: dict[tuple[str, str], Path] = {}
    furthest: dict[str, float] = {}
    top = least = -math.inf
    for path in beam:
        so_far, second_last, last, _, _ = path
        (told, lost), (usual, less) = (
            language.after_two(second_last, last),
            language.after_one(last),
        )
        start = so_far + lost
        if start > furthest.get(last, -math.inf):
            furthest[last] = start
        elif not told:
            continue  # a path that ends alike goes on as this one does, and is further
        for choice in choices:
            cost = choice.cost
            if so_far - cost <= least:
                continue  # whatever follows, it lags behind
            tokens = choice.tokens
            token = tokens[0]
            chance = told.get(token)
            if chance is not None:
                score = so_far + chance - cost
            else:
                chance = usual.get(token)
                score = start + (less + choice.rarity if chance is None else chance) - cost
            if score <= least:
                continue
            before, end = last, token
            for following in tokens[1:]:
                score += language.after(before, end, following)
                before, end = end, following
            key = before, end
            known = found.get(key)
            if score > least and (known is None or known[0] < score):
                if score > top:
                    top, least = score, score - LAG
                found[key] = (score, before, end, choice, path)
    ranked = sorted(found.values(), key=_score, reverse=True)[:BEAM]
    return [path for path in ranked if path[0] > least]


def _read_token(beam: list[Path], token: str, language: Language) -> list[Path]:
    """The beam past a number or a break; one that follows its like changes nothing."""
    found: dict[tuple[str, str], Path] = {}
    for path in beam:
        score, before, last, _, _ = path
        if last == token:
            step = path
        else:
            step = (score + language.after(before, last, token), last, token, None, path)
        key = step[1], step[2]
        known = found.get(key)
        if known is None or known[0] < step[0]:
            found[key] = step
    return list(found.values())


def doubtful_places(
    pieces: Sequence[Piece], ways: Ways, best: Mapping[int, Choice], language: Language
) -> Iterator[int]:
    """The places of the words whose reading is unlikely, or hardly likelier than another, their
    neighbours as they are; and of marks that a scan has where letters were."""
    said = [BREAK, BREAK]
    begins: dict[int, int] = {}
    for at, piece in enumerate(pieces):
        if piece.text in ODD_MARKS and stands_alone(pieces, at):
            yield at
        if at in best:
            begins[at] = len(said)
            said += (BREAK,) if best[at].given_up else best[at].tokens
        elif (token := _token(piece)) is not None and said[-1] != token:
            said.append(token)
    said += [BREAK, BREAK]
    for at, taken in best.items():
        if taken.given_up:
            yield at
            continue
        begin, end = begins[at], begins[at] + len(taken.tokens)
        before, after = (said[begin - 2], said[begin - 1]), said[end : end + 2]
        if _is_unsure(taken, ways[at], before, after, language):
            yield at


def _is_unsure(
    taken: Choice,
    choices: Iterable[Choice],
    before: tuple[str, str],
    after: Sequence[str],
    language: Language,
) -> bool:
    """Whether the choice taken is unlikely where it stands, or another is about as likely."""
    told, lost = language.after_two(*before)
    usual, less = language.after_one(before[1])

    def likelihood(choice: Choice, least: float = -math.inf, ahead: int = 2) -> float:
        """How likely the choice is between its neighbours, `ahead` of them those that follow; once
        that is below `least`, no more."""
        token = choice.tokens[0]
        chance = told.get(token)
        if chance is None:
            chance = lost + usual.get(token, less + choice.rarity)
        total, last, here = chance - choice.cost, before[1], token
        for following in (*choice.tokens[1:], *after[:ahead]):
            if total < least:
                break
            total += language.after(last, here, following)
            last, here = here, following
        return total

    if not taken.kept and likelihood(taken, ahead=1) < UNLIKELY:
        return True
    least = likelihood(taken) - DOUBT
    return any(
        choice.syllables != taken.syllables and likelihood(choice, least) > least
        for choice in choices
        if -choice.cost > least and not ONE_WORD.issuperset((choice.syllables, taken.syllables))
    )
