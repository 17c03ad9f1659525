"""Who leads, who helps and until when, taken out of a sentence that assigns work."""

import re
from dataclasses import replace
from datetime import date

from plans.agencies import begins_agency, split_agencies
from plans.agency_spotting import spot_agencies
from plans.annexes import Row
from plans.body_prose import part_deadline, part_lead
from plans.closing_times import part_until
from plans.scanned import says
from plans.words import fold

LEADS = re.compile(
    r"(?P<lead>[^.;:]{4,120}?)(?:: ?| )(?:[Cc]hủ trì|là cơ quan chủ trì|chịu trách nhiệm)"
    r"(?P<helped>(?:,| và)? phối hợp(?: (?:chặt chẽ )?với)?)?,? ?"
)
HELPERS = ("các ", "những ")
"""How the agencies begin that are named behind "phối hợp với", if not with a capital."""
IN_BRACKETS = re.compile(
    r"(?P<content>.+?) \((?P<lead>[^();]+?),? chủ trì"
    r"(?:[,;]? (?:và )?phối hợp với (?P<helpers>[^();]+))?"
    r"(?:[;,] (?P<until>[^()]+))?\)"
)
"""A task that closes with who leads and helps, and until when, in brackets."""
VERBS = frozenset(
    re.findall(
        r"(\w+)\s(\w+)",
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
        trung; tham gia; hoan chinh; cai tao; chuyen doi; thanh tra""",
    )
)
"""How a task goes on behind the names of those that help, folded; two syllables of its verb."""
LONGEST_HELPERS = 28
"""In words."""


def part_helpers(content: str) -> tuple[str | None, str]:
    """Who is named behind "phối hợp với", and what is to be done with them.

    >>> part_helpers("phối hợp với Công an xã, các thôn rà soát hộ nghèo")
    ('Công an xã, các thôn', 'rà soát hộ nghèo')
    """
    begun = re.match(r"(?:và )?phối hợp (?:chặt chẽ )?với ", content)
    return _names_first(content[begun.end() :], content) if begun else (None, content)


def _names_first(words: str, whole: str) -> tuple[str | None, str]:
    """The agencies that the words begin with and the rest; none and the whole where no task
    follows them."""
    if not (words[:1].isupper() or words.startswith(HELPERS)) or not _is_helpers(words):
        return None, whole
    ends = [
        space.start() for space in re.finditer(r",? (?=\w)", words) if words[space.end()].islower()
    ]
    for end in ends:
        names, rest = words[:end], words[end:].lstrip(", ")
        if _opens_work(rest) and all(map(_is_helpers, split_agencies(names))):
            return names, rest
    return None, whole


def _is_helpers(name: str) -> bool:
    return begins_agency(name[:1].upper() + name[1:])


def _opens_work(words: str) -> bool:
    """Whether the words begin with the verb of a task ("rà soát", "tổ chức")."""
    first, second = [*words.split(" ", 2), "", ""][:2]
    return (fold(first), fold(second).rstrip(",.;")) in VERBS


def part_sentence(row: Row, counted_from: date, *, scanned: bool) -> Row:
    """The row with the lead and the deadline that its sentence names, taken out of it."""
    content = row.content.rstrip(" .;")
    if (bracketed := IN_BRACKETS.fullmatch(content)) and begins_agency(bracketed["lead"]):
        return replace(
            row,
            content=bracketed["content"],
            lead=bracketed["lead"],
            coordinating=bracketed["helpers"],
            deadline=bracketed["until"],
        )
    helpers = None
    lead = LEADS.match(content)
    if lead is not None and begins_agency(lead["lead"].removeprefix("Giao ")):
        content = content[lead.end() :]
        if lead["helped"]:
            helpers, content = _names_first(content, content)
    if lead is None:
        return _part_unlabelled(row, content, counted_from, scanned=scanned)
    content, until = part_until(content, counted_from)
    return replace(
        row,
        content=content[:1].upper() + content[1:],
        lead=lead["lead"].removeprefix("Giao ") if lead else None,
        coordinating=helpers,
        deadline=until,
    )


def _part_unlabelled(row: Row, content: str, counted_from: date, *, scanned: bool) -> Row:
    """The same of a sentence whose words a scan has damaged, or that names no lead."""
    named, rest = part_lead(content.removeprefix("Giao "))
    helpers, rest = _part_scanned_helpers(rest) if named else (None, rest)
    content, until = part_until(rest if named else content, counted_from)
    if until is None and scanned:
        content, until = part_deadline(content, counted_from)
    content = content[:1].upper() + content[1:]
    return replace(row, content=content, lead=named, coordinating=helpers, deadline=until)


def _part_scanned_helpers(rest: str) -> tuple[str | None, str]:
    """The agencies behind a "phối hợp với" that a scan has damaged, and what is to be done."""
    words = rest.split()
    if not says(" ".join(words[:2]), "phoi hop"):
        return None, rest
    for end in range(min(len(words), LONGEST_HELPERS), 4, -1):
        spotted = spot_agencies(" ".join(words[3:end]))
        if spotted.names and not spotted.skipped and spotted.cost <= len(spotted.names):
            return " ".join(words[3:end]).rstrip(","), " ".join(words[end:])
    return None, rest
