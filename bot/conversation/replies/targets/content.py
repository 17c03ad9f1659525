"""Tasks named by words of their content: "cái vụ chữ ký số", "kế hoạch chuyển đổi số được 60%"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.targets.task_words import Index, Token, tokens_of
from plans.words import fold

CLAUSE = re.compile(r"[,;.!?\n]+(?!\d)|\bcòn\b", re.IGNORECASE)
CODE = re.compile(r"\d+(?:/\d{4})?/[^\W\d_]+(?:-[^\W\d_]+)*")
"""A document's number and letters, "32/KH-UBND": they name no task."""

NAMING = frozenset(fold("việc vụ nhiệm cái mảng chuyện án khoản").split())
"""Words that stand before a task's name."""

CALLED = frozenset(fold("việc vụ mảng chuyện").split())
"""Words that stand before nothing but a task's name; "cái máy tính" is no task."""

OF_ANY = frozenset(fold("phụ chủ phối nhắc nêu nói theo nhiều quá lắm khó nhỏ lớn mà").split())
"""What any task may be called: "việc em phụ trách", "việc nhiều quá"."""

OPENING = NAMING | {"ve", "cua", "cong", "noi", "dung"}

COVERED = 0.6
"""How much of what is named, by weight, a task's content must hold."""

AHEAD = 1.35
"""How many times the next best the best must weigh to be meant alone."""

DONE_TO = frozenset(fold("đã xong đang chưa mới vừa hoàn chờ đợi").split())
"""Words of the work before which a task is named, if at all."""

TELLS = DONE_TO | frozenset(fold("được đạt rồi vướng sắp gần thiếu").split())
"""Words of how the work stands."""

QUOTED = 3
"""Pairs of words that follow each other, both in a message and in a content, to name it alone."""

TENSES = frozenset(fold("đã vừa mới đang chưa sắp sẽ").split())
VERBS = frozenset(
    tuple(fold(verb).split())
    for verb in (
        "ban hành",
        "thành lập",
        "tổ chức",
        "xây dựng",
        "triển khai",
        "phê duyệt",
        "hoàn thành",
        "tham mưu",
        "rà soát",
        "thực hiện",
        "phát động",
        "khai trương",
        "kiện toàn",
    )
)
"""How work is told of as well as named: "đã ban hành kế hoạch" beside "Ban hành Kế hoạch ..."."""

SINGLE = 4
"""Letters of a lone word that may name a task ("vụ camera"); shorter ones mean too much."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a message's words mean: `text` has "#12" for the words of each task plainly meant.

    `partly` are those whose content lacks a word of what was named: a part of them may be meant.
    `unclear` are numbers of tasks that fit equally well.
    """

    text: str
    tasks: tuple[int, ...] = ()
    partly: tuple[int, ...] = ()
    unclear: tuple[int, ...] = ()

    @property
    def fitting(self) -> tuple[int, ...]:
        """Every task that the words fit."""
        return tuple(dict.fromkeys((*self.tasks, *self.unclear)))


def may_name_task(text: str) -> bool:
    """Whether a message has words beyond those of a report itself."""
    return any(not token.reports and not token.bare.isdigit() for token in tokens_of(text))


def find_tasks(text: str, contents: Mapping[int, str], *, introduced: bool = False) -> Spoken:
    """The tasks that a message names by words of their contents, given by their numbers.

    Words match with or without marks and in abbreviations; rare ones weigh more, and two that
    follow each other in a task's content are needed, or a lone rare one after "việc", "vụ". With
    `introduced` only words after one of these count, and four that follow each other in a clause
    that says how they stand. A verb that tells of the work stays ("đã ban hành"), though a content
    has it as well.

    >>> find_tasks("việc về đất đai xong", {28: "Xây dựng dữ liệu đất đai", 47: "Hạ tầng"})
    Spoken(text='#28 xong', tasks=(28,), partly=(), unclear=())
    """
    index = Index(contents)
    found: list[int] = []
    partly: list[int] = []
    unclear: list[int] = []
    changes: list[tuple[int, int, str]] = []
    for tokens in _clauses(text):
        verb = _verb(tokens)
        topic = [token for token in _topic(tokens, index) if token not in verb]
        best = _fitting(tokens, topic, index)
        named = any(_is_named(tokens, token) for token in topic)
        pairs = _pairs_of(topic, index, best)
        if not named and introduced and (pairs < QUOTED or not _tells(tokens)):
            continue
        if not named and pairs == 1 and _follows(tokens, topic):
            continue
        if len(best) == 1:
            number = best[0]
            held = [token for token in topic if token.bare in index.words[number]]
            mark = f"#{number}"
            for token in [*_opening(tokens, held[0], verb), *held]:
                changes.append((token.start, token.end, mark))
                mark = ""
            found.append(number)
            partly += [number] * (len(held) < len(topic))
        else:
            unclear += best
    return Spoken(
        _rewrite(text, changes), tuple(dict.fromkeys(found)), tuple(partly), tuple(unclear)
    )


def names_another(text: str, content: str) -> bool:
    """Whether a message names a task by words of which this one's content has none.

    "việc trồng cây chưa làm", "vườn hoa ngoài ủy ban thì đang làm": what is called a task by two
    words that no report has, or by three that stand before "thì".

    >>> names_another("việc trồng cây chưa làm", "Lắp đặt camera")
    True
    """
    own = Index({0: content})
    for tokens in _clauses(text):
        for place, token in enumerate(tokens):
            if token.bare in CALLED:
                called, fewest = list(takewhile(_may_name, tokens[place + 1 :])), 2
            elif token.bare == "thi":
                called, fewest = tokens[:place], 3
            else:
                continue
            unknown = [one for one in called if not one.reports and unknown_words(one.word)]
            if len(unknown) >= fewest and not any(own.knows(one) for one in called):
                return True
    return False


def _may_name(token: Token) -> bool:
    return token.bare not in TELLS and token.bare not in OF_ANY


def _clauses(text: str) -> Iterator[list[Token]]:
    ends = [match.start() for match in CLAUSE.finditer(text)] + [len(text)]
    codes = [match.span() for match in CODE.finditer(text)]
    tokens = [
        token
        for token in tokens_of(text)
        if not any(start <= token.start < end for start, end in codes)
    ]
    start = 0
    for end in ends:
        yield [token for token in tokens if start <= token.start < end]
        start = end


def _topic(tokens: Sequence[Token], index: Index) -> list[Token]:
    """The words that may name a task: all but a report's own, unless in a pair that tasks have."""
    kept = []
    for place, token in enumerate(tokens):
        if token.bare.isdigit():
            continue
        near = [tokens[at] for at in (place - 1, place + 1) if 0 <= at < len(tokens)]
        paired = any(
            (a.bare, b.bare) in index.pair_count
            for other in near
            if not other.reports or other in kept
            for a, b in ([(other, token)] if other.start < token.start else [(token, other)])
        )
        if not token.reports or (paired and index.knows(token)):
            kept.append(token)
    return kept


def _fitting(tokens: Sequence[Token], topic: Sequence[Token], index: Index) -> list[int]:
    """The numbers of the tasks that the topic names: one, several that fit alike, or none."""
    known = [token for token in topic if index.knows(token)]
    if not known:
        return []
    total = sum(index.weight(index.count[token.bare]) for token in _once(topic))
    spoken = set(pairwise(token.bare for token in topic))
    lone = len(_once(topic)) == 1 and len(topic[0].bare) >= SINGLE and _is_named(tokens, topic[0])
    scores: dict[int, float] = {}
    for number, words in index.words.items():
        pairs = spoken & index.pairs[number]
        if not pairs and not lone:
            continue
        beside = {word for pair in pairs for word in pair}
        held = sum(
            index.weight(index.count[t.bare])
            for t in _once(known)
            if t.bare in words and (lone or t.bare in beside or index.count[t.bare] == 1)
        )
        if held >= COVERED * total:
            scores[number] = held + sum(index.weight(index.pair_count[pair]) for pair in pairs)
    if not scores:
        return []
    best = max(scores.values())
    fitting = [number for number, score in scores.items() if score * AHEAD > best]
    return sorted(fitting, key=lambda number: (-scores[number], number))


def _once(tokens: Iterable[Token]) -> list[Token]:
    return list({token.bare: token for token in tokens}.values())


def _is_named(tokens: Sequence[Token], token: Token) -> bool:
    before = [other.bare for other in tokens if other.start < token.start]
    return any(word in NAMING for word in before[-2:])


def _pairs_of(topic: Sequence[Token], index: Index, best: Sequence[int]) -> int:
    """How many pairs of the topic follow each other in the one fitting task's content too."""
    if len(best) != 1:
        return 0
    return len(set(pairwise(token.bare for token in topic)) & index.pairs[best[0]])


def _tells(tokens: Sequence[Token]) -> bool:
    """Whether a clause says how something stands, beside what it names."""
    return any(token.bare in TELLS for token in tokens)


def _follows(tokens: Sequence[Token], topic: Sequence[Token]) -> bool:
    """Whether the topic stands behind what was done: "đã rà soát xong thủ tục" names no task."""
    return any(token.bare in DONE_TO for token in tokens if token.start < topic[0].start)


def _verb(tokens: Sequence[Token]) -> list[Token]:
    """What was done, right after "đã", "chưa": it tells of the work and names nothing."""
    for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if one.bare in TENSES and (two.bare, three.bare) in VERBS:
            return [two, three]
    return []


def _opening(tokens: Sequence[Token], first: Token, verb: Sequence[Token]) -> list[Token]:
    """The "cái vụ", "việc về" right before the first word of a task's content."""
    before = [t for t in tokens if t.start < first.start and t not in verb]
    opening = list(takewhile(lambda token: token.bare in OPENING, reversed(before)))
    return opening[::-1]


def _rewrite(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    first_of_each = {(start, end): new for start, end, new in reversed(list(changes))}
    for (start, end), new in sorted(first_of_each.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return re.sub(r"[ \t]{2,}", " ", text)
