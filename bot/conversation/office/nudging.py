"""Reminding at once: one agency, or all with something overdue or not reported this period."""

import re
from collections.abc import Sequence

from bot.conversation.dates.days import find_days
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.office.demanding import ask_to_urge_now
from bot.conversation.office.wanted import Wanted, ask_them, wanted_of
from bot.conversation.replies import read_reply
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.replies.targets.names import find_names
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_numbered
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import nudging as texts
from bot.texts.reporting import said_back
from db.enums import Part, Progress
from db.queries.office import agencies_by_id
from plans.words import clean
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office, may_sum_up

SPOKEN = re.compile(
    r"(?:(?:hay|nho|gui|giup|toi|loi|tin|lam on)[ ,]+)*"
    r"(?P<how>don doc|nhac nho|nhac|giuc)(?: (?:lai|giup|ngay|gap))*(?: (?:den|cho))?\b"
    r"(?P<whom>.*)",
    re.DOTALL,
)
EVERYBODY = re.compile(
    r"^[\s:,]*(?:ngay|tat ca|"
    r"(?:(?:nhung|cac|may|so) )?(?:co quan|don vi|phong|noi|nguoi|ai|cho)\b(?!.*\d)|"
    r"(?:nhung|cac|may) (?:ong|ba|anh|chi|em|dong chi|ban|bac|vi)\b(?!.*\d)|"
    r"moi nguoi|het|$)"
)
"""The agencies, "những đơn vị chưa báo cáo": whoever owes something; over flattened text."""


ALL = (
    r"(?:(?:tat ca|cac|moi|nhung)[ ,]+)+"
    r"(?:phong|ban|nganh|don vi|co quan|noi|to chuc|dong chi|anh chi|anh|chi)\b"
)
OF_ALL = re.compile(
    rf"(?:yeu cau|de nghi|phe binh|chi dao)[\s:]+{ALL}.*"
    rf"|(?:(?:kinh )?(?:gui|de nghi|moi|nho)[\s:]+)?{ALL}"
    r"(?!.*\b(?:chua|da|nao|gi|ai|dang|roi|muon|tre|cham|it|nhieu|cua|ma)\b).{0,40}?"
    r"\b(?:(?:nop|gui|cap nhat|hoan thanh|thuc hien)(?: \w+)? (?:bao cao|so lieu|tien do|ket qua)"
    r"|bao cao)\b.*",
    re.DOTALL,
)
""" "Yêu cầu các đơn vị báo cáo trước ngày 20", "Kính gửi các đơn vị, đề nghị báo cáo ...": of a
leader; over flattened text."""
EACH = re.compile(r"\s*(?:ho|ca|tat ca|moi nguoi|cac|nhung|het)\b(?!.*\d)")
""" "Nhắc họ đi", "đôn đốc các phòng chậm", of a member."""


async def on_nudge(talk: Talk, argument: str = "") -> Outgoing:
    """/dondoc: an agency is reminded at once; for all of them, it is asked first."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    named = (await known_agencies(talk)).named(argument) if argument else ()
    wanted = await wanted_of(talk, named or None)
    if not wanted:
        return Outgoing((texts.nothing_owed(talk.tr),))
    if named:
        return await _nudge(talk, wanted)
    agency_ids = {
        agency_id
        for one in wanted
        for task in one.tasks
        for agency_id in task.agency_ids(Part.LEAD)
    }
    agencies = await agencies_by_id(talk.session, talk.committee.id, agency_ids)
    text = texts.offer(talk.tr, agencies=[a.name for a in agencies], people=len(wanted))
    button = Choice(texts.button_all(talk.tr, people=len(wanted)), "nudge:all")
    return Outgoing((text,), ((button,),))


async def on_nudge_all(talk: Talk, argument: str) -> Outgoing:
    """ "Đôn đốc ..." under the offer."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    wanted = await wanted_of(talk, None)
    return await _nudge(talk, wanted) if wanted else Outgoing((texts.nothing_owed(talk.tr),))


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Đôn đốc ngay Phòng Kinh tế", of the standing office; what others say goes to it."""
    text = clean(talk.incoming.text)
    if OF_ALL.fullmatch(flatten(text)) and _demands_of_all(talk, text):
        return await on_nudge(talk)
    found = SPOKEN.fullmatch(flatten(text))
    if found is None:
        return None
    whom = text[found.start("whom") :]
    named = (await known_agencies(talk)).named(whom)
    if not may_run_office(talk.standing):
        others = named and not talk.standing.agency_ids & set(named)
        all_of_them = may_sum_up(talk.standing) and EACH.match(flatten(whom))
        if (others or all_of_them) and not _reports(talk, text):
            raise NotYourRoleError
        return None
    numbers = [number for *_, several in find_names(listen(whom).words) for number in several]
    if numbers and _of_others(talk, whom) and _names_a_day(talk, whom):
        return ask_to_urge_now(talk, await task_numbered(talk, numbers[0]))
    if numbers and (named or found["how"] == "don doc" or _of_others(talk, whom)):
        return await _nudge_tasks(talk, numbers, named)
    if named:
        return await on_nudge(talk, whom)
    return await on_nudge(talk) if EVERYBODY.match(found["whom"]) else None


def _of_others(talk: Talk, whom: str) -> bool:
    """Whether "nhắc lại việc 21" is said of others: by who has no task of their own to be reminded
    of."""
    own = talk.standing.agency_ids or re.search(r"\b(?:toi|em|minh)\b", flatten(whom))
    return not own


def _names_a_day(talk: Talk, whom: str) -> bool:
    """Whether another day than today is meant: "nhắc việc 6 sáng mai"."""
    said = listen(whom)
    days = find_days(said.words, today=talk.today, marked=said.marked)
    return any(day.first and day.first > talk.today and not day.before for day in days)


def _demands_of_all(talk: Talk, text: str) -> bool:
    """Whether a leader wants every agency reminded, and of no one task."""
    if not may_sum_up(talk.standing) or is_question(listen(text).words):
        return False
    return not find_names(listen(text).words) and not _reports(talk, text)


def _reports(talk: Talk, text: str) -> bool:
    """ "Đôn đốc Công an xã phối hợp việc 18, được 50%" tells how a task stands."""
    replies = read_reply(text, today=talk.today)
    return any(one.percent is not None or one.state is Progress.DONE for one in replies)


async def _nudge_tasks(talk: Talk, numbers: Sequence[int], agency_ids: Sequence[int]) -> Outgoing:
    """ "Nhắc Phòng Kinh tế việc 17": its people are reminded of that task alone."""
    wanted = await wanted_of(talk, agency_ids or None, numbers)
    if wanted:
        return await _nudge(talk, wanted, named=True)
    leads = (await task_numbered(talk, numbers[0])).agency_ids(Part.LEAD)
    if agency_ids and leads and not set(agency_ids) & set(leads):
        agencies = await agencies_by_id(talk.session, talk.committee.id, leads)
        names = ", ".join(agency.name for agency in agencies)
        return Outgoing((said_back.not_a_reporter(talk.tr, number=numbers[0], leads=names),))
    return Outgoing((texts.nothing_owed(talk.tr),))


async def _nudge(talk: Talk, wanted: Sequence[Wanted], *, named: bool = False) -> Outgoing:
    def heading(tr: Translator, agency: str) -> str:
        return texts.heading(tr, who=talk.person.name, agency=agency)

    return await ask_them(talk, wanted, heading, named=named)
