"""Who leads what a sentence of the body assigns, and the agencies that its headings are."""

import re

from plans.agencies.heads import begins_agency
from plans.agencies.spotting import spot_agencies
from plans.body.named_first import names_first
from plans.scanned import is_near, skeleton

GIVEN = re.compile(r"(?:Giao|Đề nghị|Yêu cầu|Phân công)(?: cho)? (?=[A-ZĐỦỬ]|các )")
"""How a sentence begins that gives work: "Giao Sở Tài chính chủ trì ..."."""
PERSON = re.compile(
    r"(?P<name>(?:Các đồng chí|Đồng chí|Đ/c|Ông|Bà):? [A-ZĐ]\w*(?: [A-ZĐ]\w*){1,5})"
    r"(?=[,:;(–-]| [-–(]|$)"
)
"""One of a committee's members, by name."""
SAYS_LEAD = re.compile(
    r"(?P<lead>[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỦ][^.;:,()]{3,70}?) (?:là cơ quan )?chủ trì[,:]? "
)
LEADS = ("tri", "dong")
"""What follows "chủ" after the name of an agency that leads: "chủ trì", "chủ động"."""
ROLE = re.compile(r"\b(?:chủ trì|chủ động|phối hợp|chịu trách nhiệm)\b")
"""What an agency does, which is not of its name."""
ORDERS = re.compile(
    r",? (?:tập trung |trực tiếp )?(?:lãnh đạo|chỉ đạo)"
    r"(?:(?:,| và)? (?:lãnh đạo|chỉ đạo|đôn đốc|thực hiện|triển khai))*$"
)
""" "Giao Đảng ủy xã lãnh đạo, chỉ đạo:" over what it is to see to."""
LONGEST_HEADING = 20
"""In words; a heading that is an agency's name."""
LONGEST_LEAD = 40
"""In words; Hải Dương names four offices in one breath."""
WORST_NAME, WORST_SOUND_NAME = 1.5, 0.5
"""What names recognised in prose may cost, in damaged words and in sound ones; more is no agency:
"Hoàn thành" is 1.25 from "Đoàn Thanh niên"."""


def part_sound_lead(text: str) -> tuple[str | None, str]:
    """Who leads in a sentence that says so in sound words, and what follows."""
    said = SAYS_LEAD.match(text)
    if said is None or not begins_agency(said["lead"]):
        return None, text
    return said["lead"], text[said.end() :]


def part_lead(text: str, *, alone: bool = True, scanned: bool = True) -> tuple[str | None, str]:
    """Who "chủ trì" names, and what follows; names `alone` at the beginning may serve as well.

    Names are recognised in damaged words where they are `scanned`; else they must be sound.
    """
    worst = WORST_NAME if scanned else WORST_SOUND_NAME
    sound, rest = part_sound_lead(text)
    if sound is not None:
        return sound, rest
    words = text.split()
    seen = [skeleton(word) for word in words[:LONGEST_LEAD]]
    for at in range(1, len(seen) - 1):
        leads = seen[at].startswith("ch") and len(seen[at]) < 5
        if leads and any(is_near(seen[at + 1], known) for known in LEADS):
            spotted = spot_agencies(" ".join(words[:at]))
            if spotted.names and spotted.cost <= worst * len(spotted.names):
                return " ".join(words[:at]), " ".join(words[at + 2 :]).lstrip(",: ")
    for end in range(min(len(words), 12) if alone else 0, 1, -1):
        spotted = spot_agencies(" ".join(words[:end]))
        if spotted.names and spotted.cost <= worst and not spotted.skipped:
            rest = " ".join(words[end:]).lstrip(",: ")
            if words[end - 1].endswith(":"):
                return " ".join(words[:end]).rstrip(":"), rest
            # "Chi nhánh ngân hàng nhà nước tỉnh Hải Dương thúc đẩy": the place is of the name
            return " ".join(words[:end]), re.sub(r"^(?:[A-ZĐ]\w+ ){1,3}(?=[a-zđ])", "", rest)
    return None, text


def part_given(text: str) -> tuple[str | None, str]:
    """Who is given what, behind the word that gives it: by "chủ trì", perhaps as a scan has left
    it, by the verb that the names end at, or by names that are known."""
    named, rest = part_lead(text, alone=False)
    if named is None:
        named, rest = names_first(text, text)
    return part_lead(text, scanned=False) if named is None else (named, rest)


def agency_heading(text: str) -> str | None:
    """The agency or the person that a heading is and nothing else: "1. Đề nghị Mặt trận Tổ quốc
    xã:", "2. Đồng chí Lê Văn Thành, Phó Trưởng ban:"."""
    if person := PERSON.match(re.sub(r"^\d{1,2}[.)–—-]? ?", "", text)):
        return person["name"]
    said = re.sub(r"^(?:[\dIVX.]+[.)–—-]? ?)|[.:; ]+$", "", text)
    name = re.sub(r"^(?:Đề nghị|Giao|Trách nhiệm của|Đối với) ", "", re.sub(r"[.:; ]+$", "", said))
    name = ORDERS.sub("", name[:1].upper() + name[1:])
    return name if len(name.split()) <= LONGEST_HEADING and begins_agency(name) else None


def names_only(text: str) -> str | None:
    """The agency that a lettered line over a list is and nothing else: "a) Ban Tổ chức"."""
    name = agency_heading(text)
    if name is None or ROLE.search(name) or names_first(name, name)[0]:
        return None
    return name
