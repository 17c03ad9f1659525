"""The likeliest reading of a text as a whole, out of the ways to read each word."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from plans.restore.choices import Choice
from plans.restore.language import BREAK, NUMBER, Language
from plans.restore.pieces import Kind, Piece

BEAM = 12
"""Readings of the text so far that are kept."""
LAG = 8.0
"""Readings that lag behind the best by more than this (natural log) are dropped."""
DOUBT = 2.0
"""A word is doubtful where another reading is less than this much less likely."""

Ways = Sequence[tuple[Choice, ...]]


@dataclass(slots=True)
class _Path:
    score: float
    before: str
    last: str
    choice: Choice | None
    back: "_Path | None"


def best_reading(pieces: Sequence[Piece], ways: Ways, language: Language) -> dict[int, Choice]:
    """The choice for every piece that has any, by the piece's place."""
    beam = [_Path(0.0, BREAK, BREAK, None, None)]
    for piece, choices in zip(pieces, ways, strict=True):
        if choices:
            beam = _read_word(beam, choices, language)
        elif (token := _token(piece)) is not None:
            beam = _read_token(beam, token, language)
    path: _Path | None = max(_read_token(beam, BREAK, language), key=lambda found: found.score)
    taken: list[Choice] = []
    while path is not None:
        if path.choice is not None:
            taken.append(path.choice)
        path = path.back
    order = [at for at, choices in enumerate(ways) if choices]
    return dict(zip(order, reversed(taken), strict=True))


def _token(piece: Piece) -> str | None:
    if piece.kind in (Kind.NUMBER, Kind.CODE):
        return NUMBER
    return BREAK if piece.kind is Kind.BREAK else None


def _read_word(beam: list[_Path], choices: Sequence[Choice], language: Language) -> list[_Path]:
    """The beam past one word, read in every way; of paths that end alike the best is kept."""
    ends: dict[str, list[_Path]] = {}
    for path in beam:
        ends.setdefault(path.last, []).append(path)
    found: dict[tuple[str, str], _Path] = {}
    top = -math.inf
    for last, paths in ends.items():
        contexts = [(path, *language.after_two(path.before, last)) for path in paths]
        best, base = max(
            ((path, path.score + lost) for path, _, lost in contexts), key=lambda way: way[1]
        )
        telling = [(path, seen) for path, seen, _ in contexts if seen]
        after = language.after_one(last)
        furthest = max(path.score for path in paths)
        for choice in choices:
            if furthest - choice.cost <= top - LAG:
                continue  # whatever follows, it lags behind
            token = choice.tokens[0]
            chance = after.seen.get(token)
            path, score = best, base + (after.lost + choice.rarity if chance is None else chance)
            for other, seen in telling:
                if token in seen and other.score + seen[token] > score:
                    path, score = other, other.score + seen[token]
            score -= choice.cost
            before, end = last, token
            for following in choice.tokens[1:]:
                score += language.after(before, end, following)
                before, end = end, following
            if score > top - LAG:
                top = max(top, score)
                known = found.get((before, end))
                if known is None or known.score < score:
                    found[before, end] = _Path(score, before, end, choice, path)
    ranked = sorted(found.values(), key=_by_score, reverse=True)[:BEAM]
    return [path for path in ranked if path.score > top - LAG]


def _by_score(path: _Path) -> float:
    return path.score


def _read_token(beam: list[_Path], token: str, language: Language) -> list[_Path]:
    """The beam past a number or a break; one that follows its like changes nothing."""
    found: dict[tuple[str, str], _Path] = {}
    for path in beam:
        if path.last == token:
            step = path
        else:
            score = path.score + language.after(path.before, path.last, token)
            step = _Path(score, path.last, token, None, path)
        known = found.get((step.before, step.last))
        if known is None or known.score < step.score:
            found[step.before, step.last] = step
    return list(found.values())


def is_doubtful(
    pieces: Sequence[Piece], ways: Ways, best: dict[int, Choice], at: int, language: Language
) -> bool:
    """Whether another reading of this word is about as likely, its neighbours as they are."""
    taken = best[at]
    if taken.given_up:
        return True
    before = _tokens_near(pieces, best, range(at - 1, -1, -1))[::-1]
    after = _tokens_near(pieces, best, range(at + 1, len(pieces)))

    least = _likelihood(taken, before, after, language) - DOUBT
    return any(
        choice.syllables != taken.syllables
        and _likelihood(choice, before, after, language, least) > least
        for choice in ways[at]
        if -choice.cost > least
    )


def _likelihood(
    choice: Choice,
    before: Sequence[str],
    after: Sequence[str],
    language: Language,
    least: float = -math.inf,
) -> float:
    """How likely the choice is between its neighbours; once that is below `least`, no further."""
    first, second = before
    total = -choice.cost
    for token in (*choice.tokens, *after):
        total += language.after(first, second, token)
        if total < least:
            break
        first, second = second, token
    return total


def _tokens_near(pieces: Sequence[Piece], best: dict[int, Choice], places: range) -> list[str]:
    """The two tokens nearest to a word on one side, the nearest first."""
    found: list[str] = []
    for place in places:
        if place in best:
            found += best[place].tokens[:: places.step]
        elif (token := _token(pieces[place])) is not None and found[-1:] != [token]:
            found.append(token)
        if len(found) >= 2:
            break
    return [*found, BREAK, BREAK][:2]
