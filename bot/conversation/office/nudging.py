"""Reminding at once: one agency, or all with something overdue or not reported this period."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.dates.days import find_days
from bot.conversation.dates.elapsed import Period
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.office.demanding import ask_to_urge_now
from bot.conversation.office.numbers import BARE, read_numbers
from bot.conversation.office.wanted import Wanted, ask_them, heading_for, nobody_wanted, wanted_of
from bot.conversation.office.which_wanted import EVERYTHING, Which, read_which, which_of
from bot.conversation.replies import read_reply
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.replies.targets.names import find_names
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import task_numbered
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import nudging as texts
from bot.texts.reporting import said_back
from db.enums import Part, Progress
from db.queries.office import agencies_by_id
from db.queries.tasks import tasks_now
from plans.words import clean
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office, may_sum_up

SPOKEN = re.compile(
    r"(?:(?:hay|nho|gui|goi|dien|nhan|giup|toi|loi|tin|lam on)[ ,]+)*"
    r"(?P<how>don doc|nhac nho|nhac|(?:hoi )?thuc(?: giuc)?|hoi|giuc)(?: (?:lai|giup|ngay|gap))*"
    r"(?: (?:den|cho))?\b(?P<whom>.*)",
    re.DOTALL,
)
OF_WHOM = re.compile(
    r"(?P<whom>(?:(?:nhung|cac|may|so) )?(?:co quan|don vi|phong|noi|ai|cho)\b(?!.*\d).*\b"
    r"(?:chua|cham|tre|qua han)\b.*?)(?: thi |, ?(?:thi )?)"
    r"(?:(?:hay|nho|giup|toi|em|anh|chi)[ ,]+)*"
    r"(?:don doc|nhac nho|nhac|giuc)"
    r"(?: (?:nho|ho|lai|giup|toi|em|minh|ngay|gap|luon|het|di|nhe|a))*[ .!]*"
)
""" "Phòng nào chưa báo thì nhắc giúp tôi": whom, before what is to be done."""
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
    which = read_which(argument, today=talk.today)
    wanted = await wanted_of(talk, named or None, which=which)
    if wanted and named:
        return await _nudge(talk, wanted, "" if which.due else talk.incoming.text)
    if not wanted and which.widens:
        which, wanted = await _due_next(talk, named, which)
    if not wanted:
        return await nobody_wanted(talk, named)
    return await _offer(talk, wanted, which, named)


async def _due_next(
    talk: Talk, agency_ids: Sequence[int], which: Which
) -> tuple[Which, list[Wanted]]:
    """What is due on the next day on which anything is, where nothing is sooner."""
    tasks = await tasks_now(
        talk.session, talk.committee.id, today=talk.today, agency_ids=agency_ids or None
    )
    days = [one.occurrence.due for one in tasks if one.open and not one.paused]
    later = [day for day in days if day and which.due and day > which.due.last]
    if not later:
        return which, []
    which = replace(which, due=Period(talk.today, min(later)))
    return which, await wanted_of(talk, agency_ids or None, which=which)


async def _offer(
    talk: Talk, wanted: Sequence[Wanted], which: Which, named: Sequence[int]
) -> Outgoing:
    """Who would be reminded of what; a press does it."""
    agency_ids = set(named) or {
        agency_id
        for one in wanted
        for task in one.tasks
        for agency_id in task.agency_ids(Part.LEAD)
    }
    agencies = await agencies_by_id(talk.session, talk.committee.id, agency_ids)
    names = [agency.name for agency in agencies]
    text = _offered(talk.tr, which, names, len(wanted))
    code = which.code if which != EVERYTHING else "all"
    data = f"nudge:{code}:{'.'.join(map(str, named))}" if named else f"nudge:{code}"
    button = Choice(texts.button_all(talk.tr, people=len(wanted)), data)
    return Outgoing((text,), ((button,),))


def _offered(tr: Translator, which: Which, agencies: Sequence[str], people: int) -> str:
    if which.due is not None:
        return texts.offer_due(tr, agencies=agencies, people=people, until=which.due.last)
    if not which.silent:
        return texts.offer_overdue(tr, agencies=agencies, people=people)
    if not which.overdue:
        return texts.offer_silent(tr, agencies=agencies, people=people)
    return texts.offer(tr, agencies=agencies, people=people)


async def on_nudge_all(talk: Talk, argument: str) -> Outgoing:
    """ "Đôn đốc ..." under the offer: "which", or "which:agencies"."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    code, _, ids = argument.partition(":")
    agency_ids = [read_id(part) or 0 for part in ids.split(".")] if ids else None
    wanted = await wanted_of(talk, agency_ids, which=which_of(code, today=talk.today))
    return await _nudge(talk, wanted) if wanted else Outgoing((texts.nothing_owed(talk.tr),))


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Đôn đốc ngay Phòng Kinh tế", of the standing office; what others say goes to it."""
    text = clean(talk.incoming.text)
    if OF_ALL.fullmatch(flatten(text)) and _demands_of_all(talk, text):
        return await on_nudge(talk)
    found = SPOKEN.fullmatch(flatten(text))
    if may_run_office(talk.standing) and (silent := OF_WHOM.fullmatch(flatten(text))):
        return await on_nudge(talk, text[slice(*silent.span("whom"))])
    if found is None or (found["how"] == "hoi" and "hối" not in text.lower()):
        return None  # "hoi" without marks asks
    whom = text[found.start("whom") :]
    named = (await known_agencies(talk)).named(whom)
    if not may_run_office(talk.standing):
        others = named and not talk.standing.agency_ids & set(named)
        all_of_them = may_sum_up(talk.standing) and EACH.match(flatten(whom))
        if (others or all_of_them) and not _reports(talk, text):
            raise NotYourRoleError
        return None
    numbers = [number for *_, several in find_names(listen(whom).words) for number in several]
    bare = BARE.search(flatten(whom)) if named and not numbers else None
    numbers = read_numbers(bare["numbers"]) if bare else numbers
    if numbers and _of_others(talk, whom) and _names_a_day(talk, whom):
        return ask_to_urge_now(talk, await task_numbered(talk, numbers[0]))
    if numbers and (named or found["how"] == "don doc" or _of_others(talk, whom)):
        return await _nudge_tasks(talk, numbers, named, text)
    return await on_nudge(talk, whom) if named or EVERYBODY.match(found["whom"]) else None


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


async def _nudge_tasks(
    talk: Talk, numbers: Sequence[int], agency_ids: Sequence[int], text: str
) -> Outgoing:
    """ "Nhắc Phòng Kinh tế việc 17": its people are reminded of that task alone."""
    wanted = await wanted_of(talk, agency_ids or None, numbers)
    if wanted:
        return await _nudge(talk, wanted, text, named=True)
    leads = (await task_numbered(talk, numbers[0])).agency_ids(Part.LEAD)
    if agency_ids and leads and not set(agency_ids) & set(leads):
        agencies = await agencies_by_id(talk.session, talk.committee.id, leads)
        names = ", ".join(agency.name for agency in agencies)
        return Outgoing((said_back.not_a_reporter(talk.tr, number=numbers[0], leads=names),))
    return await nobody_wanted(talk, agency_ids, numbers)


async def _nudge(
    talk: Talk, wanted: Sequence[Wanted], words: str = "", *, named: bool = False
) -> Outgoing:
    return await ask_them(talk, wanted, heading_for(talk, words), named=named)
