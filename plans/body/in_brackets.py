"""A task that closes with who leads and helps, and until when, in brackets, in any order."""

import re
from dataclasses import dataclass
from datetime import date

from plans.agencies.heads import begins_agency
from plans.agencies.parting import split_agencies
from plans.body.named_first import LONGEST_NAMES, names_first
from plans.body.sentence_leads import ROLE
from plans.deadlines.closing_times import ONLY_TIMES, READABLE
from plans.deadlines.read import read_deadline

CLOSED = re.compile(r"(?P<content>.+?),? \((?P<said>[^()]+)\)", re.DOTALL)
CLAUSE = re.compile(
    r"[;,.] (?=(?:và )?(?:do|giao|phân công|phối hợp|chủ trì|cơ quan|đơn vị|thời (?:gian|hạn)|hạn"
    r"|hoàn thành|xong|thực hiện|trước|trong|chậm nhất|thường xuyên|h[ằà]ng|định kỳ|đến|từ|vào"
    r"|quý|tháng|năm|ngày|thứ|\d)\b)",
    re.IGNORECASE,
)
"""Where one thing that is said in the brackets ends and the next begins."""
LEADS = re.compile(
    r"(?:(?P<given>giao|phân công)(?: cho)? |do )?(?P<lead>[^:]+?),? (?:là (?:cơ quan|đơn vị) )?"
    r"(?:chủ trì|chịu trách nhiệm|thực hiện)(?: thực hiện)?"
    r"(?:,? (?:và )?phối hợp (?:với|cùng) (?P<helpers>.+?)(?: thực hiện)?"
    r"|(?:[;,]| và) (?P<others>.+?) (?:cùng )?phối hợp(?: thực hiện)?)?",
    re.IGNORECASE,
)
"""Who leads, said of it: "giao Công an xã chủ trì", "Công an xã chịu trách nhiệm"; perhaps with
who helps: "..., phối hợp với Trạm Y tế", "..., Trạm Y tế phối hợp"."""
LABELLED = re.compile(
    r"(?:giao(?: cho)?|(?:(?:cơ quan|đơn vị|bộ phận) )?(?:chủ trì|thực hiện)):? (?P<lead>.+)",
    re.IGNORECASE,
)
HELPS = re.compile(
    r"(?:và )?(?:(?:cơ quan|đơn vị|bộ phận) )?phối hợp(?: thực hiện)?(?: với| cùng)?:? "
    r"(?P<helpers>.+?)(?: thực hiện)?",
    re.IGNORECASE,
)
HELPED = re.compile(r"(?P<lead>[^:]+?),? phối hợp (?:với|cùng) (?P<helpers>.+)", re.IGNORECASE)
"""Who leads, told only by whom others help: "Công đoàn phối hợp với Đoàn Thanh niên"."""
PERSON = re.compile(r"(?:(?:các )?đồng chí|đ/c|ông|bà) [A-ZĐ]")
UNREAD_TIME = re.compile(r"\d|\b(?:ngày|tuần|tháng|quý|năm)\b", re.IGNORECASE)
LABEL = re.compile(r"(?:thời (?:gian|hạn)|hạn)[^:]{0,20}: ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A task's words, and what its closing brackets say of it; `unsure` where these are an agency's
    name and no more, which may also only explain the words."""

    content: str
    lead: str
    helpers: str | None
    until: str | None
    unsure: bool = False


def part_brackets(text: str, counted_from: date) -> Bracketed | None:
    """The task and what its brackets say; None where these name no lead, or say what is neither
    of who nor of when.

    >>> said = part_brackets("Sửa bếp (xong 20/8/2026; giao Tổ Bán trú chủ trì)", date(2026, 1, 1))
    >>> said.content, said.lead, said.until
    ('Sửa bếp', 'Tổ Bán trú', 'xong 20/8/2026')
    """
    closed = CLOSED.fullmatch(text.rstrip(" .;"))
    if closed is None:
        return None
    lead = helpers = until = None
    named = False
    for clause in CLAUSE.split(closed["said"].strip()):
        time = LABEL.sub("", clause)
        led = LEADS.fullmatch(clause) or LABELLED.fullmatch(clause) or HELPED.fullmatch(clause)
        if read_deadline(time, issued_on=counted_from).kind in READABLE or ONLY_TIMES.match(time):
            until = until or time
        elif helped := HELPS.fullmatch(clause):
            helpers = helpers or helped["helpers"]
        elif lead is None and led is not None and _names_lead(led):
            said = led.groupdict()
            lead, helpers = led["lead"], said.get("helpers") or said.get("others") or helpers
        elif UNREAD_TIME.search(clause):
            until = until or time  # it waits for a person
        elif lead is None and _is_named(clause):
            lead, named = clause, True
        else:
            return None
    unsure = named and not (helpers or until)
    return Bracketed(closed["content"], lead, helpers, until, unsure) if lead else None


def _names_lead(led: re.Match[str]) -> bool:
    """Whether work is given to somebody in so many words, or an agency is named."""
    name = str(led["lead"])
    given = led.groupdict().get("given") or PERSON.match(name)
    return bool(given) or begins_agency(name[:1].upper() + name[1:])


def _is_named(clause: str) -> bool:
    """Whether the clause is the names of agencies and no more."""
    names = split_agencies(clause)
    known = all(begins_agency(name) for name in names) and names_first(clause, clause)[0] is None
    return known and len(clause.split()) <= LONGEST_NAMES and not ROLE.search(clause)
