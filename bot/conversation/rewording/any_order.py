"""Orders known by what they name and by their words, in whatever order these stand. Pure.

Each is put as the readers of orders know it ("hạn việc 41 ghi nhầm, phải là 31/3" is "đổi hạn việc
41 sang 31/3"). A word that an order does not know may say something else: then it is none.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.listening.mentions import Directory
from bot.conversation.rewording.order_parts import COURTESY, Parts, read_parts, words_of

AGREES = words_of("dong_y nhat_tri thong_nhat duyet chap_nhan cho_phep")
ACCEPTS = words_of("xac_nhan nghiem_thu cong_nhan thong_qua cho_qua") | AGREES
DONE = words_of("hoan_thanh xong ket_qua bao_cao dat yeu_cau tot on")
LATER = words_of("gia_han lui han thoi_han them den toi")
HOLDS = words_of("tam_dung tam_hoan tam_ngung tam_gac gac gac_lai hoan")
ENDS = words_of("khong thoi bo huy go")
TO_OTHERS = words_of("de_nghi yeu_cau nho xin")
""" "Đề nghị các phòng xác nhận việc 5" accepts nothing."""
SETS = words_of(
    "ghi nham ghi_nham sai phai dung sua doi thanh sang chinh dieu cap_nhat den toi chot ve thoi "
    "moi con chuyen lui keo day dat"
)
MOVES = words_of("chu_tri giao chuyen phan_cong")
LEADS = words_of(
    "doi sua sang ve qua thanh don_vi co_quan lam thuc_hien phu_trach phai nham sai dung dam_nhan"
)
HANDS = words_of("giao phan phan_cong cu de nho thay chuyen")
DOES = words_of(
    "lam lo phu_trach theo_doi nhan dam_nhan chiu_trach_nhiem thuc_hien xu_ly sang tiep xong"
)
URGES = words_of("nhac nhac_nho don_doc giuc")
REPORTS = words_of("bao_cao nop gui khan_truong day_nhanh")
SOON = words_of("lam rieng den cham qua lau xong yeu_cau")
TOWARDS = re.compile(r"^(?:đến|den|tới|toi|sang|qua) ", re.IGNORECASE)
"""What a day is named with: "sang tháng sau"."""


@dataclass(frozen=True, slots=True)
class Kind:
    """An order: its words, of which one of `must` is said, what it names, and how it is put."""

    must: frozenset[str]
    may: frozenset[str]
    names: Callable[[Parts], bool]
    put: Callable[[Parts], str]


def _tasks(parts: Parts) -> str:
    return ", ".join(str(number) for number in parts.tasks)


def _until(parts: Parts) -> str:
    return f" đến {TOWARDS.sub('', parts.days[0])}" if parts.days else ""


def _given(parts: Parts) -> str:
    day = f", {parts.days[0]}" if parts.days else ""
    return f"giao việc {_tasks(parts)} cho {parts.people[0]}{day}"


def _is_given(parts: Parts) -> bool:
    one = len(parts.people) == 1 and len(parts.days) < 2 and not parts.agencies
    return one and ("xong" not in parts.words or bool(parts.days))


GRANTED = Kind(
    AGREES,
    AGREES | LATER,
    lambda p: bool(p.words & (LATER - {"den", "toi"})) and not p.days,
    lambda p: f"đồng ý gia hạn việc {_tasks(p)}",
)
REFUSED = Kind(
    words_of("khong"),
    AGREES | LATER | {"dau", "thoi"},
    lambda p: bool(p.words & (AGREES | LATER | {"cho"})) and not (p.days or p.people),
    lambda p: f"không đồng ý gia hạn việc {_tasks(p)}{' vì ' + p.why if p.why else ''}",
)
""" "Việc 71 không cho đâu nhé": of who decides."""
REFUSED_TOO = Kind(
    words_of("khong"),
    words_of("dau thoi duoc"),
    lambda p: "thi" in p.words and not (p.days or p.people or p.agencies),
    lambda p: f"không duyệt {_tasks(p)}{' vì ' + p.why if p.why else ''}",
)
""" "Duyệt cho 6, còn 19 thì không"."""
OF_OFFICE = (
    Kind(
        words_of("han thoi_han"),
        SETS,
        lambda p: len(p.tasks) == len(p.days) == 1 and not (p.agencies or p.people),
        lambda p: f"đổi hạn việc {_tasks(p)} sang {p.days[0]}",
    ),
    GRANTED,
    REFUSED,
    REFUSED_TOO,
    Kind(
        ACCEPTS,
        ACCEPTS | DONE,
        lambda p: not (p.days or p.people or p.why or p.words & TO_OTHERS),
        lambda p: f"{'đồng ý' if p.words & AGREES else 'duyệt'} {_tasks(p)}",
    ),
    Kind(
        HOLDS,
        HOLDS | ENDS,
        lambda p: bool(p.words & ENDS) and not p.days,
        lambda p: f"tiếp tục việc {_tasks(p)}",
    ),
    Kind(
        HOLDS,
        HOLDS | {"den", "toi"},
        lambda p: len(p.days) < 2,
        lambda p: f"tạm hoãn việc {_tasks(p)}{_until(p)}{': ' + p.why if p.why else ''}",
    ),
    Kind(
        MOVES,
        MOVES | LEADS,
        lambda p: bool(p.agencies) and not (p.days or p.people or p.why),
        lambda p: f"giao việc {_tasks(p)} cho {', '.join(p.agencies)}",
    ),
    Kind(
        URGES,
        URGES | REPORTS | SOON,
        lambda p: len(p.agencies) < 2 and not (p.days or p.people),
        lambda p: f"đôn đốc {''.join(p.agencies)} việc {_tasks(p)}".replace("  ", " "),
    ),
)
OF_HEAD = (
    Kind(HANDS | DOES, HANDS | DOES, _is_given, _given),
    Kind(
        URGES | REPORTS | {"gap", "ngay", "som"},
        URGES | REPORTS | SOON,
        lambda p: len(p.people) == 1 and not p.agencies and len(p.days) < 2,
        lambda p: f"nhắc {p.people[0]} báo cáo việc {_tasks(p)}",
    ),
)
OF_OFFICER = (Kind(HANDS, HANDS | DOES, _is_given, _given),)
""" "Đồng chí Sơn làm thay việc 45": what a head alone does, and no report."""
OF_MEMBER = (GRANTED, REFUSED, REFUSED_TOO)
"""Whose orders these are; what one kind has read is not tried with the next."""


def put_plainly(
    text: str,
    kinds: Sequence[Kind],
    names: Directory,
    people: Sequence[Sequence[str]],
    *,
    today: date,
) -> str | None:
    """The order as its reader knows it; None where it is none, or says more than that."""
    parts = read_parts(text, names, people, today=today)
    if not parts.tasks:
        return None
    for kind in kinds:
        known = COURTESY | kind.must | kind.may
        if parts.words & kind.must and parts.words <= known and kind.names(parts):
            return kind.put(parts)
    return None
