"""The products that plans ask for again and again, to know a ruined one by.

Of a product that a scan ruined, ran together or mixed with the next cell's words, some words are
left in their order; the usual product that explains most of what a row's lines say is the one.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from plans.mixed.names import is_garbled
from plans.restore.abbreviations import SPELLINGS
from plans.scanned import LOOKS_LIKE, skeleton, unlikeness
from plans.vocabulary import Vocabulary
from plans.words import letters

_USUAL = """
Kế hoạch | Kế hoạch thực hiện | Kế hoạch triển khai | Kế hoạch triển khai thực hiện
Kế hoạch đào tạo | Kế hoạch hành động | Kế hoạch kiểm tra | Kế hoạch phối hợp
Báo cáo | Báo cáo kết quả | Báo cáo kết quả thực hiện | Báo cáo đánh giá | Báo cáo tổng hợp
Báo cáo đề xuất | Báo cáo, văn bản đề xuất | Báo cáo định kỳ | Báo cáo số liệu
Văn bản | Văn bản chỉ đạo | Văn bản hướng dẫn | Văn bản đề xuất | Văn bản triển khai | Công văn
Tờ trình | Quyết định | Quyết định ban hành | Quyết định phê duyệt | Quyết định thành lập
Nghị quyết | Nghị quyết HĐND | Nghị quyết của HĐND | Chỉ thị | Thông báo | Chương trình
Chương trình hành động | Chương trình phối hợp | Đề án | Dự án | Phương án
Quy chế | Quy chế phối hợp | Quy định | Quy trình | Quy trình điện tử
Quy trình nghiệp vụ | Quy trình nội bộ | Tái cấu trúc quy trình | Hướng dẫn | Tài liệu hướng dẫn
Tài liệu tuyên truyền | Danh mục | Danh mục dự án | Danh mục nhiệm vụ | Danh sách | Cơ chế
Cơ chế, chính sách | Chế độ, chính sách | Chính sách | Bộ chỉ số | Bộ tiêu chí
Hệ thống | Hệ thống thông tin | Hệ thống phần mềm | Phần mềm | Nền tảng | Nền tảng số
Ứng dụng | Ứng dụng AI | Ứng dụng nền tảng | Cơ sở dữ liệu | CSDL | CSDL dùng chung
CSDL chuyên ngành | Kho dữ liệu | Kho dữ liệu dùng chung
Trung tâm dữ liệu | Trung tâm IOC | Trung tâm điều hành | Kinh phí | Kinh phí thực hiện
Kinh phí triển khai | Dự toán | Dự toán kinh phí | Hội nghị | Hội nghị tập huấn | Lớp tập huấn
Lớp bồi dưỡng | Phong trào thi đua | Chuyên trang, chuyên mục | Tin, bài | Sổ tay | Mô hình
Mô hình điểm | Bệnh án điện tử | Hồ sơ sức khỏe điện tử | Học bạ số | Liên thông dữ liệu
Kết nối dữ liệu | Kết quả đánh giá
Kết quả thực hiện | Kết quả kiểm tra | Giải pháp | Giải pháp thực hiện | Giải pháp triển khai
Nguồn lực | Kịch bản điều hành | Kịch bản ứng phó | Hội nghị xúc tiến đầu tư
Cổng thông tin điện tử | Trang thông tin điện tử | Thanh toán không dùng tiền mặt
"""
USUAL = tuple(
    product.strip() for line in _USUAL.strip().splitlines() for product in line.split("|")
)
LIKE, ODD, JOINED = 0.5, 0.45, 0.1
"""What a word may cost to be one of the product's; a ruined one; two that ran together."""
FEWEST = 2
"""So many words of a product must be there."""
MOST_JOINED, LONG = 3, 5
"""So many words at most may have run together, in so many letters at least."""
LOST = 0.8
"""A word of the product that no line has."""
UNTOLD, OF_OTHERS = 0.6, 0.05
"""What it costs to leave out a word that nothing else explains, and one of other cells."""
CLEARLY = 0.25
"""How much more a product must explain than the next."""


class Known(NamedTuple):
    """A usual product that a row's words may be, and how much of them it explains more than
    none does; `told` words of it are there."""

    name: str
    gain: float
    told: int


def usual_product(
    words: Sequence[str], others: Collection[str], also: Collection[str] = ()
) -> Known | None:
    """The usual product, or one `also` known, that explains most of the words beside a row's task;
    `others` are skeletons of words that other cells have. None where none does clearly."""
    seen: list[_Seen] = []
    own_words = {own for name in also for own in _wanted(name)}
    for word in words:
        one, garbled = skeleton(SPELLINGS.get(word, word)), is_garbled(word)
        more = {own for own in own_words if _met(one, own, garbled) is not None}
        if one and (near := _near(one, garbled) | more):
            cost = OF_OTHERS if one in others or len(one) < 2 else UNTOLD
            seen.append(_Seen(one, garbled, cost, near))
    there = frozenset[str]().union(*(word.near for word in seen))
    names = {*(name for name in USUAL if _may_be_told(name, there)), *also}
    found = [known for name in names if (known := _explain(name, seen))]
    found.sort(key=lambda known: (-known.gain, known.name))
    if not found:
        return None
    first, *others_found = found
    rivals = [one for one in others_found if not first.name.startswith(f"{one.name} ")]
    return first if not rivals or first.gain >= rivals[0].gain + CLEARLY else None


class _Seen(NamedTuple):
    """A word of a row: its bare letters, whether it is ruined, what leaving it out costs, and the
    words of usual products that it may be."""

    letters: str
    garbled: bool
    cost: float
    near: frozenset[str]


def _may_be_told(name: str, there: frozenset[str]) -> bool:
    wanted = _wanted(name)
    return sum(word in there for word in wanted) >= max(FEWEST, len(wanted) / 2)


@lru_cache(maxsize=20_000)
def _near(one: str, garbled: bool) -> frozenset[str]:
    """The words of usual products that the seen one may be, or that may have run together in it."""
    alone = {word for word, cost in VOCABULARY.alike(one).items() if cost <= LIKE}
    if garbled:
        alone |= {word for word in WORDS if _may_be_ruined(one, word)}
    if len(one) < LONG:
        return frozenset(alone)
    within = {word for word in WORDS if word in one and len(word) > 1}
    return frozenset(alone | within)


def _explain(name: str, words: Sequence[_Seen]) -> Known | None:
    """How much the product explains of the words, laid on them in the cheapest way."""
    wanted = _wanted(name)
    parts = frozenset(wanted)
    seen = [word for word in words if not parts.isdisjoint(word.near)]
    best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    for one, garbled, skip, _ in seen:
        after: dict[int, tuple[float, int]] = {}
        for at, (cost, told) in best.items():
            _keep(after, at, cost + skip, told)
            for lost in range(2):
                place = at + lost
                if place < len(wanted) and (met := _met(one, wanted[place], garbled)) is not None:
                    sure = met <= LIKE and not garbled
                    _keep(after, place + 1, cost + met + LOST * lost, told + sure)
                long = MOST_JOINED if len(one) >= LONG else 0
                for end in range(place + 2, min(place + long, len(wanted)) + 1):
                    met = unlikeness(one, "".join(wanted[place:end]))
                    if met <= LIKE:
                        total = cost + met + JOINED + LOST * lost
                        _keep(after, end, total, told + end - place)
        best = after
    ends = [
        (cost + LOST * (len(wanted) - at), told)
        for at, (cost, told) in best.items()
        if at and len(wanted) - at < 2
    ]
    if not ends:
        return None
    cost, told = min(ends, key=lambda end: (end[0], -end[1]))
    gain = sum(word.cost for word in seen) - cost
    return Known(name, gain, told) if told * 2 >= len(wanted) and gain > 0 else None


def _keep(ways: dict[int, tuple[float, int]], at: int, cost: float, told: int) -> None:
    if at not in ways or (cost, -told) < (ways[at][0], -ways[at][1]):
        ways[at] = cost, told


@lru_cache(maxsize=100_000)
def _met(one: str, wanted: str, garbled: bool) -> float | None:
    """What it costs that the seen word is the wanted one; None where it cannot be."""
    cost = unlikeness(one, wanted)
    if cost <= LIKE:
        return cost
    return ODD if garbled and _may_be_ruined(one, wanted) else None


def _may_be_ruined(one: str, wanted: str) -> bool:
    """Whether a ruined word is about as long as the wanted one, and has half of its letters."""
    if abs(len(one) - len(wanted)) > 2:
        return False
    there = _letters_of(wanted)
    return len(_letters_of(one.translate(LOOKS_LIKE)) & there) * 2 >= len(there)


@lru_cache(maxsize=5_000)
def _letters_of(word: str) -> frozenset[str]:
    return frozenset(word)


@lru_cache(maxsize=1_000)
def _wanted(name: str) -> tuple[str, ...]:
    return tuple(letters(name).split())


WORDS = frozenset(word for name in USUAL for word in _wanted(name))
"""All words of usual products, as bare letters."""
VOCABULARY = Vocabulary(WORDS)
