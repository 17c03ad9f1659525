"""Results in words ("Top 50 của thành phố") told from the indicator's name beside them.

In a scan each line has a piece of the name, then one of the result. The State set most of the
indicators that have such results, so their names are known; what a line has beyond its piece of
the name is the result's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from plans.mixed.costs import is_scrap
from plans.restore.model import load_model
from plans.scanned import skeleton, unlikeness
from plans.words import letters

NAMES = (
    "Tiềm lực, trình độ khoa học, công nghệ và đổi mới sáng tạo",
    "Tiềm lực, trình độ KHCN và ĐMST",
    "Trình độ, năng lực công nghệ, đổi mới sáng tạo của doanh nghiệp",
    "Trình độ, năng lực công nghệ, ĐMST của doanh nghiệp",
    "Xếp hạng năng lực cạnh tranh số",
    "Xếp hạng chỉ số đánh giá chuyển đổi số (DTI)",
    "Xếp hạng chỉ số phát triển Chính phủ điện tử, Chính phủ số",
    "Hạ tầng số",
)
"""Indicators of Nghị quyết 71/NQ-CP whose results are given in words, as plans word them."""
LOST, STAIN, BESIDE, ODD = 0.8, 0.7, 0.3, 1.5
"""A word of the name that no line has; one of a line that is no word; one of another cell; a word
taken for one that it is unlike."""
WORST = 0.35
"""What a word of the name may cost on the whole for it to be known."""
UNIT = re.compile(r"(?i)th\w{1,3}t?[,.]?"), re.compile(r"(?i)b\w{1,3}")
"""How the two words of "Thứ bậc" come out."""
HARDLY_READ = {"¢": "ở", "&": "ở", "é&": "ở", "a": "ca", "á": "ca", "ả": "ca"}
"""What words of one letter come out as: "¢ nhom 15", "a nude" for "cả nước"."""


FIGURE = re.compile(r"[<>=≥≤]|[<>=≥≤]?\d+%?")
"""What a result has beside words: "> 95%"."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The name of an indicator, and its result in words."""

    name: str
    result: str


def part_result(lines: Sequence[str], names: Sequence[str] = NAMES) -> Parted | None:
    """The name and the result that the lines of a row have side by side, agencies left out; None
    where no known name is in them or nothing stands beside it."""
    words = tuple(tuple(line.replace("|", " ").split()) for line in lines)
    seen = frozenset({"", *(skeleton(word) for line in words for word in line)})
    found = [
        (cost, name, beside)
        for name in names
        if _may_be_among(seen, name)
        for cost, beside in [_lay(words, name)]
        if cost <= WORST
    ]
    if not found:
        return None
    _, name, beside = min(found, key=lambda one: one[0])
    result = _join(beside)
    if not re.search(r"[^\W\d_]{2}", result):
        return None
    return Parted(name, result.strip(" [].,“~"))


def _may_be_among(seen: frozenset[str], name: str) -> bool:
    """Whether lines that were seen to have these words have so much of the name that it may be
    known in them at all."""
    known = letters(name).split()
    least = 0.0
    for before, word, after in zip(["", *known], known, [*known[1:], ""], strict=False):
        if word in seen:
            continue
        joined = min(_nearest(seen, before + word), _nearest(seen, word + after))
        least += min(LOST, ODD / 2, _nearest(seen, word), joined / 2)
        if least > WORST * len(known):
            return False
    return True


@lru_cache(maxsize=5_000)  # the names share their words
def _nearest(seen: frozenset[str], word: str) -> float:
    return min(unlikeness(one, word) for one in seen)


@lru_cache(maxsize=2_000)
def _lay(
    lines: tuple[tuple[str, ...], ...], name: str
) -> tuple[float, tuple[tuple[str, ...], ...]]:
    """The words of each line that stand beside the name, laid in the cheapest way, and what that
    costs for each word of the name."""
    known = tuple(letters(name).split())
    best: dict[int, tuple[float, tuple[tuple[str, ...], ...]]] = {0: (0.0, ())}
    for line in lines:
        after: dict[int, tuple[float, tuple[tuple[str, ...], ...]]] = {}
        for at, (cost, beside) in sorted(best.items(), reverse=True):  # the name ends early
            for taken, end, more in _pieces_of_name(line, known, at):
                rest = line[taken:]
                total = cost + more + BESIDE * len(rest)
                if end not in after or total < after[end][0]:
                    after[end] = (total, (*beside, rest))
        best = after
    ends = [(cost + LOST * (len(known) - at), beside) for at, (cost, beside) in best.items()]
    cost, beside = min(ends, key=lambda one: one[0])
    return (cost - BESIDE * sum(map(len, beside))) / len(known), beside


def _pieces_of_name(
    line: Sequence[str], known: tuple[str, ...], start: int
) -> list[tuple[int, int, float]]:
    """Every way in which a line can begin with the next words of the name: how many of its words
    they take, where in the name they end, what it costs."""
    most = LOST * len(known)
    here = {start: 0.0}
    found = [(0, start, 0.0)]
    for taken, word in enumerate(line, 1):
        after: dict[int, float] = {}
        for end, cost in here.items():
            for to, more in _ways_on(word, known, end):
                total = cost + more
                if total <= most and total < after.get(to, inf):
                    after[to] = total
        found += [(taken, end, cost) for end, cost in after.items()]
        here = after
    return found


@lru_cache(maxsize=20_000)  # a line may begin at one place of the name or another
def _ways_on(word: str, known: tuple[str, ...], end: int) -> tuple[tuple[int, float], ...]:
    """Where in the name a word may lead from a place, and what each costs: it is left out, the next
    word of the name, the one behind a lost one, or two that ran together ("Hatang")."""
    seen = skeleton(word)
    ways = [(end, STAIN if is_scrap(word) else ODD)]
    for skipped, expected in enumerate(known[end : end + 2]):
        near = min(unlikeness(seen, expected), ODD)
        ways.append((end + skipped + 1, near + LOST * skipped))
    if end + 1 < len(known):
        joined = known[end] + known[end + 1]
        ways.append((end + 2, min(unlikeness(seen, joined), ODD)))
    return tuple(ways)


def _join(beside: Sequence[Sequence[str]]) -> str:
    """The result's words; before a border ("[") stand only stains of the name."""
    said: list[str] = []
    for line in map(_without_unit, beside):
        begins = next((at for at, word in enumerate(line) if word.startswith("[")), 0)
        said += [word.strip("[]") for word in (line if said else line[begins:])]
    return " ".join(said)


def _without_unit(words: Sequence[str]) -> list[str]:
    """What stands beside the name without the unit ("Thứ bậc") and stains of the borders."""
    kept = list(words)
    for at in range(len(words) - 1):
        if UNIT[0].fullmatch(words[at]) and UNIT[1].fullmatch(words[at + 1]):
            kept = [*words[:at], *words[at + 2 :]]
            break
    kept = [HARDLY_READ.get(word, word) for word in kept]
    return [word for at, word in enumerate(kept) if not _is_stain(kept, at)]


def _is_stain(words: Sequence[str], at: int) -> bool:
    """Whether no word of the result stands there; a short one does between words ("co s giao")."""
    word = words[at]
    if word.isdigit() or word in HARDLY_READ.values() or FIGURE.fullmatch(word):
        return False
    follows = at > 0 and word[:1].islower() and not is_scrap(words[at - 1])
    ends = at + 1 == len(words)
    if follows and (load_model().damage.is_bare(word) if ends else not is_scrap(words[at + 1])):
        return False
    return is_scrap(word) or _is_garbled(word)


def _is_garbled(word: str) -> bool:
    """Whether capitals and figures are mixed in it ("W0AC"), which is no word and no target."""
    return bool(re.search(r"\d", word)) and len(re.findall(r"[A-Z]", word)) > 1
