"""One's own people urged by name: "nhắc Hoa báo cáo việc 18", "đôn đốc cán bộ phòng tôi".

Of a head, who may urge the officers of the own agency, and of the standing office, who may urge
anybody. Such words are never a report, whatever they say of the task.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.names.people import begin_with, called, without_title
from bot.conversation.office.demanding import demanded
from bot.conversation.office.naming_words import tells_how_it_stands
from bot.conversation.office.officers import officers
from bot.conversation.office.wanted import ask_them, heading_for, wanted_of
from bot.conversation.replies import Reply, read_reply
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.replies.targets.names import find_names
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_numbered
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts.office import nudging as texts
from bot.texts.reporting import said_back
from db.enums import Part, Role
from db.models import Membership
from db.queries.office import agencies_by_id
from plans.words import clean, cut, starts_capital
from tasks.errors import NotYourRoleError
from tasks.rules import may_instruct, may_run_office, may_urge

TEAM = re.compile(
    r"(?:(?:tat ca|ca|moi|toan|cac|nhung)\s+)*(?:anh chi em|anh em|chi em|can bo|nhan vien|"
    r"chuyen vien|moi nguoi|nguoi|phong|don vi|co quan)\b"
    r"(?:\s+(?:cua|trong|o|thuoc|phong|don vi|co quan|dau moi|toi|em|minh|ta|chung toi|nha))*"
)
""" "Cán bộ phòng tôi", "anh em trong phòng", over flattened text."""
TO_ONESELF = re.compile(
    r"(?:lai|toi|em|minh|chau|viec|nhiem vu|so|#|sau|vao|luc|khi|truoc|ngay|mai|thu|tuan|thang|"
    r"cuoi|dau|nho|hop|giup|gium|ho)\b|\W*\d"
)
""" "Nhắc tôi ...", "nhắc lại thứ sáu": reminders of one's own, over flattened text."""
URGED = re.compile(
    r"(?:(?:de nghi|nho|hay|toi|em|minh|bot|cho|giup|xin|da|vang|ok|u)[\s,:]+)*"
    r"(?P<how>don doc|nhac nho|nhac|giuc|chi dao|yeu cau|phe binh"
    r"|(?:nhan|goi)(?: tin| dien)?(?=(?: cho)? (?:dong chi|anh|chi|em|co|chu|ong|ba)\b"
    r"(?!.*\b(?:da|roi|xong|duoc|dang|chua)\b)))(?: (?:ngay|gap|them))?"
    r"(?: (?:den|toi|cho))?[\s:,]+(?P<whom>.+)",
    re.DOTALL,
)
ADDRESSED = re.compile(r"(?P<how>\Z)?(?P<whom>[a-z/].+)", re.DOTALL)
"""Words said to an officer without an order to us before them."""
DIRECTS = ("chi dao", "don doc")
""" "Chỉ đạo việc 19: làm ngay", of a head: all officers of the agency hear it."""
AND = re.compile(r"[ ,]+(?:va|voi|cung) (?=(?:dong chi|anh|chi|em|co|chu|ong|ba) )")
""" "Chị Hoa với anh Sơn"; over flattened text."""
ASKS = re.compile(
    r"(?:bao cao|nop|gui)\b.*\b(?:cho|ve|len) (?:toi|anh|chi)\b.*"
    r"|(?:cac dong chi|(?:ca )?phong minh|(?:cac )?anh em|anh chi em|moi nguoi)[ ,]+"
    r"(?:khan truong|day nhanh|tap trung|som|lam (?:gap|ngay)|bao cao|nop)\b.*"
)
""" "Báo cáo việc 6 cho tôi", "các đồng chí khẩn trương việc 6", of a head; over flattened text."""
HURRIES = re.compile(
    r"\b(?:khan truong|day nhanh|tap trung|co gang|gap)\b(?!.*\b(?:da|dang|duoc|roi)\b)"
)
""" "Đồng chí Hoa khẩn trương hoàn thành việc 6": no report, though it speaks of an end."""
TOLD = re.compile(r"\b(?:da|roi|duoc|dang|chua|xong|vuong)\b|%")
WORDS = 200
"""Longest words of a head's passed on, in characters."""


async def on_words(talk: Talk) -> Outgoing | None:
    """Their people are asked at once, in the words that were typed; None where none is named."""
    text = clean(talk.incoming.text)
    numbers = [number for *_, several in find_names(listen(text).words) for number in several]
    asks = ASKS.fullmatch(flatten(text)) and not TOLD.search(flatten(text))
    must = bool(numbers) and talk.standing.has(Role.HEAD) and (bool(asks) or await demanded(talk))
    found = URGED.fullmatch(flatten(text)) or _addressed(talk, text, must=must)
    if found is None or not _may_be_urging(talk, text):
        return None
    whom = text[found.start("whom") :]
    headed = [one for one in talk.standing.agency_ids if may_urge(talk.standing, one)]
    if not headed and not may_run_office(talk.standing):
        if _names_somebody(whom):
            raise NotYourRoleError
        return None
    if set((await known_agencies(talk)).named(whom)) - set(headed):
        return None
    among = await _who_may_be_urged(talk, headed)
    people = [held.person for held in among]
    meant = {one.id for part in AND.split(found["whom"]) for one in begin_with(part, people)}
    directs = found["how"] in DIRECTS and numbers
    team = headed and not meant and (directs or must or TEAM.match(found["whom"]))
    if not meant and not team:
        if found["how"] is None or not _names_somebody(whom):
            return None
        return Outgoing((texts.nobody_called(talk.tr, people=sorted(_names(among))),))
    held = [one for one in among if one.person_id in meant or (team and one.agency_id in headed)]
    if not held:
        return Outgoing((texts.no_officers(talk.tr),))
    return await _urge(talk, text, held, numbers)


def _addressed(talk: Talk, text: str, *, must: bool) -> re.Match[str] | None:
    """A head's words that name a task and do not tell how the work stands ("Hoa báo cáo tôi việc
    20", "Hoa soạn kế hoạch việc 18"), or that it `must` be done.

    Whether they begin with an officer's name is for who knows the officers.
    """
    replies = read_reply(text, today=talk.today)
    silent = all(replace(one, task=None, ack=False) == Reply() for one in replies)
    ordered = not tells_how_it_stands(flatten(text)) or HURRIES.search(flatten(text))
    named = any(one.task is not None for one in replies)
    if not (talk.standing.has(Role.HEAD) and (silent or must or ordered) and named):
        return None
    return ADDRESSED.fullmatch(flatten(text))


def _may_be_urging(talk: Talk, text: str) -> bool:
    """Whether such words urge: not where they ask, report ("nhắc Hoa rồi, việc 18 được 60%"), or
    are a member's, who instructs."""
    if is_question(listen(text).words):
        return False
    if may_instruct(talk.standing) and not may_run_office(talk.standing):
        return False
    return all(reply.percent is None for reply in read_reply(text, today=talk.today))


async def _who_may_be_urged(talk: Talk, headed: Sequence[int]) -> list[Membership]:
    """The officers of the agencies that one heads, of all for the standing office; not oneself."""
    agency_ids = headed
    if may_run_office(talk.standing):
        agencies = await agencies_by_id(talk.session, talk.committee.id)
        agency_ids = [agency.id for agency in agencies]
    return [one for one in await officers(talk, agency_ids) if one.person_id != talk.person.id]


def _names_somebody(whom: str) -> bool:
    """Whether words go on with somebody's name: "chị Thu ...", "Nam ..."."""
    flat = flatten(whom)
    titled = without_title(flat) != flat
    if TO_ONESELF.match(flat):
        return False
    return titled or (starts_capital(whom) and TEAM.match(flat) is None)


def _names(held: Sequence[Membership]) -> set[str]:
    return {one.person.name for one in held}


async def _urge(
    talk: Talk, text: str, held: Sequence[Membership], numbers: Sequence[int]
) -> Outgoing:
    agency_ids = {one.agency_id for one in held if one.agency_id is not None}
    only = {one.person_id for one in held}
    wanted = await wanted_of(talk, agency_ids, numbers, only)
    if not wanted:
        return await _none_wanted(talk, held, numbers)
    names = {one.person.name for one in wanted}
    if len(wanted) > 1 and len({called(one.person)[-1] for one in held}) == 1:
        return Outgoing((texts.several_called(talk.tr, people=await _with_agencies(talk, held)),))

    def in_words(tr: Translator, agency: str) -> str:
        words = cut(talk.typed or text, WORDS)
        return texts.heading_of_head(tr, who=talk.person.name, agency=agency, words=words)

    heading = in_words if talk.standing.has(Role.HEAD) else heading_for(talk, text)
    answer = await ask_them(talk, wanted, heading, agency_ids=agency_ids, named=bool(numbers))
    tasks = {task.task.id: task.task.number for one in wanted for task in one.named}
    if numbers and names:
        done = texts.nudged_of(
            talk.tr,
            people=sorted(names),
            tasks=", ".join(f"#{number}" for number in tasks.values()),
        )
        return Outgoing((done,), about=tuple(tasks))
    return answer


async def _with_agencies(talk: Talk, held: Sequence[Membership]) -> list[str]:
    agencies = await agencies_by_id(talk.session, talk.committee.id)
    names = {agency.id: agency.name for agency in agencies}
    return [f"{one.person.name}, {names.get(one.agency_id or 0, '')}" for one in held]


async def _none_wanted(talk: Talk, held: Sequence[Membership], numbers: Sequence[int]) -> Outgoing:
    """Why there is nobody to remind: no such task, another agency's, or nothing owed."""
    theirs = {one.agency_id for one in held}
    for number in numbers:
        now_task = await task_numbered(talk, number)
        if not theirs & set(now_task.agency_ids(Part.LEAD)):
            leads = ", ".join(now_task.agency_names(Part.LEAD))
            return Outgoing((said_back.not_a_reporter(talk.tr, number=number, leads=leads),))
    return Outgoing((texts.nothing_owed(talk.tr),))
