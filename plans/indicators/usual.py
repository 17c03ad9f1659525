"""The indicators that plans under Resolution 57 name again and again, to know a ruined name by.

The State set most of them for everyone, so communes and provinces word them alike. A name of
which scanning left only some words is taken for the one usual name that has those words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from plans.indicators.lines import is_agency_text
from plans.restore.spelling import is_syllable
from plans.words import fold, one_slip

USUAL = (
    "Tỷ lệ phủ sóng 5G trên địa bàn xã",
    "Tỷ lệ người sử dụng có khả năng truy cập băng rộng cố định với tốc độ trên 1 Gbps",
    "Có trung tâm an ninh mạng cấp xã",
    "Tổng chi ngân sách địa phương chi cho khoa học công nghệ, đổi mới sáng tạo",
    "Tỷ lệ chi nghiên cứu phát triển (R&D)/GRDP",
    "Tỷ lệ cán bộ, công chức được bồi dưỡng kỹ năng số căn bản",
    "Tỷ lệ cán bộ, công chức, viên chức làm chủ kỹ năng số, ứng dụng công nghệ trong quản lý",
    "Tỷ lệ dân số trưởng thành tiếp cận dịch vụ số trong y tế, giáo dục, bảo hiểm, giao thông",
    "Tỷ lệ dân số trưởng thành thường xuyên sử dụng dịch vụ số",
    "Số doanh nghiệp khoa học công nghệ trên địa bàn",
    "Số doanh nghiệp khoa học và công nghệ",
    "Số tổ chức khoa học công nghệ",
    "Số nhiệm vụ KHCN được nghiệm thu",
    "Số nhiệm vụ KHCN được triển khai hằng năm",
    "Số đơn đăng ký sở hữu trí tuệ (sáng chế, giải pháp hữu ích) hằng năm",
    "Tỷ lệ kết quả KHCN được ứng dụng thực tiễn sau 12 tháng nghiệm thu",
    "Số công trình đạt giải KHCN quốc gia/khu vực hằng năm",
    "Số doanh nghiệp khởi nghiệp sáng tạo",
    "Số dự án khởi nghiệp sáng tạo",
    "Số vườn ươm/trung tâm đổi mới sáng tạo",
    "Tỷ lệ doanh nghiệp có hoạt động đổi mới quy trình, mô hình kinh doanh",
    "Tỷ lệ doanh nghiệp có hoạt động đổi mới sáng tạo",
    "Số sản phẩm ĐMST được thương mại hóa hằng năm",
    "Số dự án ĐMST được hỗ trợ từ ngân sách",
    "Số sáng chế, giải pháp hữu ích có địa chỉ tại xã hằng năm",
    "Số bài báo khoa học ứng dụng liên quan đổi mới sáng tạo hằng năm",
    "Tỷ lệ doanh nghiệp vừa và nhỏ có hợp tác nghiên cứu, phát triển với các viện/trường",
    "Số sáng kiến trong khu vực công được công nhận hằng năm",
    "Chỉ số chuyển đổi số",
    "Tỷ lệ thủ tục hành chính được tiếp nhận, giải quyết phi địa giới hành chính",
    "Tỷ lệ thủ tục hành chính liên quan đến đào tạo, nghiên cứu, sản xuất, kinh doanh",
    "Tỷ lệ giao dịch hành chính thuộc diện phi tiếp xúc",
    "Tỷ lệ hồ sơ, kết quả giải quyết thủ tục hành chính được số hóa",
    "Tỷ lệ dịch vụ công trực tuyến toàn trình trên tổng số thủ tục hành chính có đủ điều kiện",
    "Tỷ lệ hồ sơ thủ tục hành chính xử lý trực tuyến",
    "Tỷ lệ hệ thống thông tin được vận hành trên nền tảng điện toán đám mây",
    "Tỷ lệ cơ sở dữ liệu được số hóa và liên thông với tỉnh, với trung ương",
    "Tỷ lệ dữ liệu được tích hợp liên thông với nền tảng chia sẻ LGSP",
    "Tỷ lệ doanh nghiệp vừa và nhỏ địa phương ứng dụng công nghệ số",
    "Tỷ lệ người dân có tài khoản định danh điện tử VNeID",
    "Tỷ lệ người dân có chữ ký số",
    "Tỷ lệ người dân có hồ sơ sức khỏe điện tử",
    "Tỷ lệ đảng ủy, chính quyền sử dụng phần mềm quản trị điều hành thống nhất",
    "Đẩy mạnh ứng dụng TMĐT, quy mô kinh tế số (GRDP)",
    "Quy mô kinh tế số",
    "Tỷ lệ doanh nghiệp công nghệ số",
    "Tỷ lệ giao dịch không dùng tiền mặt",
    "Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
    "Tỷ lệ thanh toán trực tuyến trong giải quyết thủ tục hành chính, dịch vụ công",
    "Phủ sóng 5G cho người dân",
    "Hạ tầng số",
)
RUINED = 0.3
"""A name is ruined where so much of it, in letters, is of no syllable of the language."""
FEWEST_WORDS, FEWEST_LETTERS = 2, 8
"""What must be left of a name to know it by."""
MOST = 0.55
"""How many of the words that are left the usual name must have too."""
NEAR, LIKE = 0.8, 0.5
"""The share of letters that a name has in common with the usual one that it nearly is; and that
words within it have with those that stand there for them to be the same."""
LOST_END, SHORTEST = 1, 3
"""In words: so much of a name's end may be lost and is added; in letters: shorter words stay."""


def recognise_indicator(name: str) -> str | None:
    """The usual name that a ruined, restored one was; None where it is sound or none is likeliest.

    >>> recognise_indicator("dTiyenl?'áp%lffiégigﬁanh chính thuộc diện phi")
    'Tỷ lệ giao dịch hành chính thuộc diện phi tiếp xúc'
    """
    sound = [word for word in re.findall(r"\S+", name) if _is_sound(word)]
    if lost_share(name) < RUINED:
        return None
    left = _words(" ".join(sound))
    ranked = sorted(((_shared(left, _words(usual)), usual) for usual in USUAL), reverse=True)
    (most, best), (next_most, _) = ranked[:2]
    enough = most[0] >= max(FEWEST_WORDS, MOST * len(left)) and most[1] >= FEWEST_LETTERS
    return best if enough and most > next_most else None


def mend_by_usual(name: str) -> str | None:
    """The name with its ruined words put right by the usual one that it nearly is; None where no
    usual name is so near. Sound words of its own stay, whatever the usual name has there.

    >>> mend_by_usual("Tỷ lệ cán bộ, công chức được bồi du dùng kg năng số căn bản")
    'Tỷ lệ cán bộ, công chức được bồi dưỡng kỹ năng số căn bản'
    """
    said = name.split()
    if not any(not _is_sound(word) for word in said):
        return None
    near, best = max((_nearness(name, usual), usual) for usual in USUAL)
    if near < NEAR:
        return None
    known = best.split()
    steps = SequenceMatcher(
        None, [_bare(word) for word in said], [_bare(word) for word in known], autojunk=False
    ).get_opcodes()
    mended: list[str] = []
    for kind, a, b, first, last in steps:
        ours, theirs = said[a:b], known[first:last]
        lost_end = kind == "insert" and a == len(said) and last - first <= LOST_END
        same = kind == "replace" and _may_be_same(ours, theirs)
        other_cell = kind == "delete" and b == len(said) and is_agency_text(" ".join(ours))
        mended += theirs if lost_end or same else () if other_cell else ours
    return " ".join(mended)


def _may_be_same(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words of a name may be the usual one's: they are ruined, or one letter apart."""
    if any(letter.isdigit() for word in (*ours, *theirs) for letter in word):
        return False
    if not all(map(_is_sound, ours)):
        return _ratio(" ".join(ours), " ".join(theirs)) >= LIKE
    one, other = _bare(ours[0]), _bare(theirs[0])
    return len(ours) == len(theirs) == 1 and len(one) >= SHORTEST and one_slip(one, other)


def _nearness(name: str, usual: str) -> float:
    ours, theirs = _letter_counts(name), _letter_counts(usual)
    most = 2 * (ours & theirs).total() / max(ours.total() + theirs.total(), 1)
    return _ratio(name, usual) if most >= NEAR else 0.0


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, _bare(one), _bare(other), autojunk=False).ratio()


@lru_cache(maxsize=1_000)
def _letter_counts(text: str) -> Counter[str]:
    return Counter(_bare(text))


@lru_cache(maxsize=10_000)
def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def lost_share(name: str) -> float:
    """How much of a name, in letters, is of no syllable of the language."""
    words = re.findall(r"\S+", name)
    lost = sum(len(word) for word in words if not _is_sound(word))
    return lost / max(sum(len(word) for word in words), 1)


def _shared(left: tuple[str, ...], usual: tuple[str, ...]) -> tuple[int, int]:
    """How many words both have in their order, and how many letters these have."""
    blocks = SequenceMatcher(None, left, usual, autojunk=False).get_matching_blocks()
    shared = [word for block in blocks for word in left[block.a : block.a + block.size]]
    return len(shared), sum(len(word) for word in shared)


@lru_cache(maxsize=1_000)
def _words(text: str) -> tuple[str, ...]:
    words = re.findall(r"[a-z0-9]+", fold(text))
    return tuple("ty" if word == "ti" else word for word in words)


@lru_cache(maxsize=5_000)
def _is_sound(word: str) -> bool:
    """A syllable, a figure, an abbreviation, or several of them with a stroke between."""
    parts = [part for part in re.split(r"[/\-]", word.strip('.,;:()"“”')) if part]
    return bool(parts) and all(
        is_syllable(part.lower()) or part.isdigit() or (part.isupper() and part.isalpha())
        for part in parts
    )
