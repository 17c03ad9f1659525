"""The body's sentences that assign work: "a) Sở Tài chính chủ trì: - Xây dựng ..., hoàn thành ...".

Some plans say in prose what their annex says again in a table; where a scan has ruined the table
the prose can mend it (`plans.mixed.mend_rows`). It assigns nothing of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plans.agencies import begins_agency
from plans.agency_spotting import spot_agencies
from plans.body.in_brackets import part_brackets
from plans.body.named_first import names_first
from plans.deadlines.closing_times import part_until
from plans.mixed.costs import begins_deadline, clear_deadline, deadline_word_cost
from plans.scanned import is_near, skeleton, unlikeness
from plans.source import Line
from plans.words import join_lines

LETTER = re.compile(r"(?:[a-zđ¢]\S?)?\) ?(?P<text>\S.*)")
DASH = re.compile(r"[-–+] ?(?P<text>\S.*)")
SECTION = re.compile(r"(?:(?:\d{1,2}\.\d{1,2}\.?|[IVX]{1,4}\.|\d{1,2}\.) ?|\d{1,2}[-–—] )\S.*")
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
OPENINGS = (("hoan", "thanh"), ("thuc", "hien"), ("thuong", "xuyen"))
"""How the time of a sentence begins."""
LEADING = re.compile(r"^Ch\w{1,3} tr\w{1,2},? (?=[a-zđ])")
"""How a sentence begins that leaves its lead to the heading above it: "Chủ trì, phối hợp ..."."""
CLOSING_DAY = re.compile(r"\S+ \S+ \d{1,2}/\d{1,2}/20\d\d(?=[ .;)]*$)")
"""A day that closes a sentence, with the two words that say how it is meant ("trudc ngay")."""
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
LONGEST_DEADLINE = 16
"""In words."""
NO_DEADLINE_WORD = 1.0
"""A word that costs so much more is part of no deadline."""
WORST_NAME, WORST_SOUND_NAME = 1.5, 0.5
"""What names recognised in prose may cost, in damaged words and in sound ones; more is no agency:
"Hoàn thành" is 1.25 from "Đoàn Thanh niên"."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One piece of work as the prose tells it: who leads, what, until when, each as printed.

    `section` is the heading above it, and `line` where its paragraph begins. Who helps is told
    apart where closing brackets say it; elsewhere it stands among the words.
    """

    lead: str | None
    content: str
    deadline: str | None
    section: str = ""
    line: int = 0
    helpers: str | None = None
    bracketed: bool = False


def read_sayings(
    body: Sequence[Line],
    counted_from: date,
    *,
    headings_lead: bool = False,
    scanned: bool = True,
) -> list[Saying]:
    """Every piece of work that the body's lettered and dashed paragraphs assign, in order.

    Words of times are put right where they are `scanned`, and taken as they are where not. With
    `headings_lead` a heading that is an agency's name leads what is listed under it.
    """
    sayings: list[Saying] = []
    lead: str | None = None
    heading: str | None = None
    common: str | None = None
    lists = False
    section = ""
    paragraphs = list(_paragraphs(body, given=headings_lead))
    bracketed_in = set(_bracketed_sections(paragraphs, counted_from))
    after = [kind for kind, _, _ in paragraphs[1:]] + [""]
    for (kind, text, line), follows in zip(paragraphs, after, strict=True):
        if kind == "section":
            common, lists, section = None, False, text
            lead = heading = _agency_heading(text) if headings_lead else None
            alone = follows not in ("dash", "letter")
            if headings_lead and (said := _given(text, counted_from, alone, scanned=scanned)):
                sayings.append(replace(said, line=line))
            continue
        if bracketed := part_brackets(text, counted_from):
            said = Saying(bracketed.lead, bracketed.content, bracketed.until, section, line)
            sayings.append(replace(said, helpers=bracketed.helpers, bracketed=True))
            lead, lists = heading, False
            continue
        if kind == "letter" and follows == "dash" and not scanned and (name := _names_only(text)):
            lead, common, lists = name, None, False
            continue
        if kind == "letter":
            given = not scanned and heading is None and GIVEN.match(text) is not None
            text = GIVEN.sub("", text)
            named, rest = (
                _part_given(text)
                if given
                else part_lead(text, alone=heading is None, scanned=scanned)
            )
            lead, common, lists = named or heading, None, False
            rest = LEADING.sub("", rest) if named is None and lead else rest
            rest, until = part_time(rest.rstrip(":( )"), counted_from, scanned=scanned)
            if len(rest.split()) < 5:  # "chủ trì:", "chủ trì, tham mưu thành lập:"
                common = until
                continue
            lists = text.rstrip().endswith(":")
            sayings.append(Saying(lead, rest, until, section, line))
            continue
        content, until = part_time(text, counted_from, scanned=scanned)
        content = LEADING.sub("", content)
        own = None if scanned else SAYS_LEAD.match(content)
        if headings_lead and own and begins_agency(own["lead"]):
            content = content[own.end() :]
            sayings.append(Saying(own["lead"], content, until or common, section, line))
            continue
        if lists and until is None and sayings:
            sayings[-1] = replace(sayings[-1], content=f"{sayings[-1].content} - {content}")
        elif lead is not None or section in bracketed_in:
            sayings.append(Saying(lead, content, until or common, section, line))
        elif not scanned and headings_lead:
            first, rest = names_first(content, content)
            sayings += [Saying(first, rest, until, section, line)] * bool(first)
    return sayings


def _bracketed_sections(
    paragraphs: Sequence[tuple[str, str, int]], counted_from: date
) -> Iterator[str]:
    """The headings under which some of what is listed says in brackets who leads."""
    section = ""
    for kind, text, _ in paragraphs:
        if kind == "section":
            section = text
        elif part_brackets(text, counted_from):
            yield section


def _given(text: str, counted_from: date, alone: bool, *, scanned: bool) -> Saying | None:
    """The work that a numbered sentence gives ("3. Giao Công an xã mở đợt cao điểm ..."), which
    stands among headings over lists of such; one that is `alone`, without a list below it, may
    begin with its lead ("3. Công an xã chủ trì ...")."""
    numbered = re.match(r"(\d{1,2})(?:\. ?|[-–—] )(?=\D)", text)
    if numbered is None or text.rstrip().endswith(":"):
        return None
    said = text[numbered.end() :]
    if GIVEN.match(said):
        named, rest = _part_given(GIVEN.sub("", said))
    elif alone and not scanned:
        sound = SAYS_LEAD.match(said)
        led = sound is not None and begins_agency(sound["lead"])
        named, rest = (
            (sound["lead"], said[sound.end() :]) if sound and led else names_first(said, said)
        )
    else:
        return None
    if named is None or len(rest.split()) < 5:
        return None
    content, until = part_time(rest, counted_from, scanned=scanned)
    return Saying(named, content, until, numbered[1])


def _part_given(text: str) -> tuple[str | None, str]:
    """Who is given what, behind the word that gives it: by "chủ trì", perhaps as a scan has left
    it, by the verb that the names end at, or by names that are known."""
    named, rest = part_lead(text, alone=False)
    if named is None:
        named, rest = names_first(text, text)
    return part_lead(text, scanned=False) if named is None else (named, rest)


def _agency_heading(text: str) -> str | None:
    """The agency or the person that a heading is and nothing else: "1. Đề nghị Mặt trận Tổ quốc
    xã:", "2. Đồng chí Lê Văn Thành, Phó Trưởng ban:"."""
    if person := PERSON.match(re.sub(r"^\d{1,2}[.)–—-]? ?", "", text)):
        return person["name"]
    said = re.sub(r"^(?:[\dIVX.]+[.)–—-]? ?)|[.:; ]+$", "", text)
    name = re.sub(r"^(?:Đề nghị|Giao|Trách nhiệm của|Đối với) ", "", re.sub(r"[.:; ]+$", "", said))
    name = ORDERS.sub("", name[:1].upper() + name[1:])
    return name if len(name.split()) <= LONGEST_HEADING and begins_agency(name) else None


def _names_only(text: str) -> str | None:
    """The agency that a lettered line over a list is and nothing else: "a) Ban Tổ chức"."""
    name = _agency_heading(text)
    if name is None or ROLE.search(name) or names_first(name, name)[0]:
        return None
    return name


def _paragraphs(body: Sequence[Line], *, given: bool) -> Iterator[tuple[str, str, int]]:
    """The paragraphs, their marks taken off, and the line of each; what has no mark goes on with
    the one before, but for one that is `given` to an agency by its first word."""
    kind, lines, begun = "section", list[str](), 0
    for line in body:
        if re.fullmatch(r"\d{1,3}", line.text):  # a page number
            continue
        opened: tuple[str, str] | None = None
        if SECTION.fullmatch(line.text) and not re.match(r"\d{1,2}/", line.text):
            opened = "section", line.text
        elif found := LETTER.fullmatch(line.text):
            opened = "letter", found["text"]
        elif found := DASH.fullmatch(line.text):
            opened = "dash", found["text"]
        elif given and GIVEN.match(line.text) and begins_agency(GIVEN.sub("", line.text)):
            opened = "letter", line.text
        if opened is None:
            lines.append(line.text)
            continue
        yield kind, join_lines(lines), begun
        kind, lines, begun = opened[0], [opened[1]], line.number
    yield kind, join_lines(lines), begun


def part_lead(text: str, *, alone: bool = True, scanned: bool = True) -> tuple[str | None, str]:
    """Who "chủ trì" names, and what follows; names `alone` at the beginning may serve as well.

    Names are recognised in damaged words where they are `scanned`; else they must be sound.
    """
    worst = WORST_NAME if scanned else WORST_SOUND_NAME
    if (sound := SAYS_LEAD.match(text)) and begins_agency(sound["lead"]):
        return sound["lead"], text[sound.end() :]
    words = text.split()
    seen = [skeleton(word) for word in words[:LONGEST_LEAD]]
    for at in range(1, len(seen) - 1):
        leads = seen[at].startswith("ch") and len(seen[at]) < 5
        if leads and any(is_near(seen[at + 1], known) for known in LEADS):
            spotted = spot_agencies(" ".join(words[:at]))
            if spotted.names and spotted.cost <= WORST_NAME * len(spotted.names):
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


def part_time(text: str, counted_from: date, *, scanned: bool) -> tuple[str, str | None]:
    """What is to be done, and the time that the sentence closes with, if it has one."""
    if not scanned:
        content, until = part_until(text.rstrip(" .;:"), counted_from)
        return content.rstrip(" .;:"), until
    content, until = part_deadline(text, counted_from)
    if until is None:
        content, until = part_until(content, counted_from)
    if until is None and (dated := CLOSING_DAY.search(text)):
        return text[: dated.start()].rstrip(" ,;"), dated[0]  # read, or it waits for a person
    return content, until


def part_deadline(text: str, counted_from: date) -> tuple[str, str | None]:
    """What is to be done, and the time that the sentence closes with, if it has one.

    Of several times for several places the first counts (labels: the earliest).
    """
    words = text.rstrip(" .;:)").split()
    within = re.search(r"\bth\w{1,3}ng \d{1,2}/20\d\d\b", text)
    for at in range(max(len(words) - LONGEST_DEADLINE, 0), len(words)):
        if not _may_begin(words, at) or not _may_be_deadline(words[at:]):
            continue
        content = _without_opening(words[:at])
        rest = clear_deadline(" ".join(words[at:]).strip("("), counted_from)
        if rest is not None and within is not None and not re.search(r"\d", rest):
            break  # "... trong tháng 3/2025 và đối với các địa bàn khác ... những năm tiếp theo"
        if rest is not None and (quarter := _quarter_before(words, at)) is not None:
            rest = clear_deadline(" ".join(words[quarter:]), counted_from)
            return _without_opening(words[:quarter]), rest or " ".join(words[quarter:])
        if rest is not None:
            return content, rest
        if re.search(r"\d/\d", words[-1]) and len(words) - at < 6:  # "trong tháng 6/20235"
            return content, None
    if within is not None:
        sentence = text.rfind(". ", 0, within.start())
        return text[:sentence] if sentence > 0 else text.rstrip(" ;:"), within[0]
    return text.rstrip(" ;:"), None


def _quarter_before(words: Sequence[str], at: int) -> int | None:
    """Where a quarter or a month begins that a bare year ends: "quy I" before "năm 2026"."""
    if at < 2 or skeleton(words[at]) != "nam":
        return None
    seen = skeleton(words[at - 2])
    return at - 2 if is_near(seen, "quy") or is_near(seen, "thang") else None


def _without_opening(words: Sequence[str]) -> str:
    """What is to be done, without a misread "thực hiện" that belongs to its time."""
    last = [skeleton(word) for word in words[-2:]]
    for opening in OPENINGS:
        near = [unlikeness(seen, known) for seen, known in zip(last, opening, strict=False)]
        if sum(near) < 1.2 and len(words) > 2 and words[-3].endswith((",", ";")):
            words = words[:-2]
    said = " ".join(words).rstrip(" ,;(")
    return re.sub(r"[.,;(]? ?\bThời (?:gian|hạn)[^:.]{0,20}:$", "", said)


def _may_be_deadline(words: Sequence[str]) -> bool:
    """Whether the words are those of a deadline; of an event's one in three may be any other."""
    first = words[0].strip("(")
    opens = any(is_near(skeleton(first), one) for one, _ in OPENINGS)
    if not opens and not begins_deadline(first):
        return False
    odd = sum(
        deadline_word_cost(word) >= NO_DEADLINE_WORD and not re.search(r"\d/\d", word)
        for word in words
    )
    event = len(words) > 1 and any(skeleton(word) in ("sau", "theo") for word in words[:3])
    return odd <= (len(words) // 3 if event else 0)


def _may_begin(words: Sequence[str], at: int) -> bool:
    """Whether a time may begin here: after a comma, or with "hoàn thành", "năm 2025", "theo"."""
    seen = skeleton(words[at])
    after = skeleton(words[at + 1]) if at + 1 < len(words) else ""
    if (at and words[at - 1].endswith((",", ";"))) or words[at].startswith("("):
        return True
    if seen == "theo":
        return 1 < len(words) - at < 4
    return any(is_near(seen, one) and is_near(after, two) for one, two in OPENINGS) or (
        seen == "nam" and re.fullmatch(r"20\d\d", after) is not None
    )
