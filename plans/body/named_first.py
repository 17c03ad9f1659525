"""The agencies that a sentence begins with, told from the work that follows them."""

import re

from plans.agencies.heads import begins_agency
from plans.agencies.parting import lists_places, split_agencies
from plans.agencies.usual import KNOWN
from plans.words import fold, letters

LONGEST_NAMES = 16
"""In words, before a colon."""
HELPERS = ("các ", "những ")
"""How the agencies begin that are named behind "phối hợp với", if not with a capital."""
OBLIGED = re.compile(r" (?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm)$")
OBLIGED_FIRST = re.compile(r"(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm) ")
"""What stands between an agency and its work: "Sở Nội vụ có trách nhiệm tổ chức"."""
NAME_GOES_ON = re.compile(
    r"(?:xã|phường|tỉnh|thành phố|huyện|đặc khu|thị xã|cấp|khu|thôn|các|những|và|của|thuộc|trên|tại"
    r"|trực thuộc|cùng|với|có liên quan|liên quan|trong|về|nhân dân|quân sự|chủ trì|trì|động"
    r"|phối hợp|là)\b"
)
"""How the rest of a name begins behind one that might be whole: "Công an" before "xã"."""
UNFINISHED = re.compile(r"(?:^|[, ])(?:các|những|và|của|thuộc|cùng|với)$")
"""How words end that are no whole name: "... và các" before "tổ chức chính trị - xã hội"."""
VERBS = frozenset(
    re.findall(
        r"(\w+)\s+(\w+)",
        """ra soat; to chuc; xay dung; tham muu; trien khai; thuc hien; kiem tra; huong dan; cap
        nhat; de xuat; theo doi; don doc; tuyen truyen; van dong; bo tri; hoan thien; hoan
        thanh; phat dong; nghien cuu; tong hop; bao cao; dau tu; nang cap; cung cap; quan ly;
        giam sat; xu ly; tiep nhan; giai quyet; bao dam; dam bao; day manh; tang cuong; ban
        hanh; thanh lap; kien toan; mo lop; dao tao; boi duong; khao sat; danh gia; so hoa; ket
        noi; thu thap; lap ke; lap danh; lap ho; chuan bi; huy dong; phan bo; thanh tra; phat
        hien; ngan chan; cong khai; niem yet; thong ke; cong bo; khac phuc; phong chong; ra
        quan; chi dao; dieu tra; trinh ubnd; trinh hdnd; phat trien; duy tri; ap dung; ung dung;
        cung co; thuc day; ho tro; thi diem; nhan rong; quang ba; dang ky; kich hoat; trang bi;
        mua sam; lap dat; giai toa; so tan; di doi; thu hoi; phe duyet; tham dinh; xac minh; trong
        moi; trong cay; nao vet; duy tu; sua chua; tu bo; thi cong; ban giao; nghiem thu; tiep
        tuc; chu dong; kip thoi; tap huan; dien tap; mo rong; phan loai; thu gom; chan chinh; kiem
        soat; tuan tra; xu phat; thong tin; thong bao; pho bien; quan triet; nang cao; phan cong;
        do dac; cap giay; chinh ly; van hanh; khai thac; tich hop; chia se; dong bo; lam sach;
        chuan hoa; xet duyet; binh xet; khen thuong; tong ket; so ket; chi tra; giai ngan; thanh
        toan; quyet toan; boi thuong; cong nhan; phat hanh; dang tai; cham soc; ung pho; truc ban;
        keu goi; thu hut; xuc tien; tu van; day nghe; xay moi; trien lam; lap du; ky ket; tap
        trung; tham gia; hoan chinh; cai tao; chuyen doi; khan truong; tich cuc; nghiem tuc;
        thuong xuyen; phoi hop; sap xep; lua chon; gioi thieu; truyen thong; hoan tat; kien nghi;
        lap phuong; lap bao; lap quy; nghiem cam; trien khai; de nghi; lam viec; can cu; phan
        dau; rut kinh; giao nhiem; chuyen giao; dieu chinh; bo sung; bien soan; giao dat""",
    )
)
"""How a task goes on behind the names of those that help, folded; two syllables of its verb."""
OPENS = frozenset(
    re.findall(r"\w+", "xóa mở lập rà xây lắp đưa trình trồng mua nắm đẩy nâng tăng giảm tạo soạn")
)
"""Verbs of one syllable that no agency's name has within it."""


def part_helpers(content: str) -> tuple[str | None, str]:
    """Who is named behind "phối hợp với", and what is to be done with them.

    >>> part_helpers("phối hợp với Công an xã, các thôn rà soát hộ nghèo")
    ('Công an xã, các thôn', 'rà soát hộ nghèo')
    """
    begun = re.match(r"(?:và )?[Pp]hối hợp (?:chặt chẽ )?với ", content)
    names, rest = names_first(content[begun.end() :], content) if begun else (None, content)
    return names, content if content.startswith("P") else rest  # to help is then the work itself


def names_first(words: str, whole: str) -> tuple[str | None, str]:
    """The agencies that the words begin with and the rest; none and the whole where no task
    follows them."""
    if not (words[:1].isupper() or words.startswith(HELPERS)):
        return None, whole
    head, mark, rest = words.partition(": ")
    if mark and _is_named_alone(head) and not lists_places(words):
        return head, rest
    if not _is_helpers(words):
        return None, whole
    ends = [
        space.start() for space in re.finditer(r",? (?=\w)", words) if words[space.end()].islower()
    ]
    for end in ends:
        names, rest = words[:end], words[end:].lstrip(", ")
        if UNFINISHED.search(names) or _goes_over(names, rest):
            continue
        parts = split_agencies(names)
        whole_names = all(letters(part) in KNOWN for part in parts)
        whole_names = whole_names and not NAME_GOES_ON.match(rest)
        if (_opens_work(rest) or whole_names) and all(map(_is_helpers, parts)):
            return OBLIGED.sub("", names), OBLIGED_FIRST.sub("", rest)
    return None, whole


def _goes_over(names: str, rest: str) -> bool:
    """Whether a verb of two syllables stands across the end of the names, as the office's own
    word ("Phòng Đào tạo"), or is of its name ("Trung tâm Công nghệ thông tin")."""
    verb = fold(names.rsplit(" ", 1)[-1]), fold(rest.split(" ", 1)[0]).rstrip(",.;:")
    return verb in VERBS or (names.endswith("ông nghệ") and rest.startswith("thông tin"))


def _is_named_alone(head: str) -> bool:
    """Whether words before a colon are agencies and nothing else: "Trạm Y tế: ..."."""
    named = len(head.split()) <= LONGEST_NAMES and all(map(_is_helpers, split_agencies(head)))
    return named and names_first(head, head)[0] is None


def _is_helpers(name: str) -> bool:
    return begins_agency(name[:1].upper() + name[1:])


def _opens_work(words: str) -> bool:
    """Whether the words begin with the verb of a task ("rà soát", "tổ chức")."""
    first, second = [*words.split(" ", 2), "", ""][:2]
    return (
        words.startswith("lãnh đạo, chỉ đạo")
        or first in OPENS
        or (fold(first), fold(second).rstrip(",.;")) in VERBS
    )
