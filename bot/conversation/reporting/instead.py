"""A report in an agency's stead: "#12 xong (Phòng Kinh tế báo qua điện thoại)".

What was reported is read as the agency's officer would have been; how it came is read too
(`instead_words`), or asked. What waits for that answer is kept with the chat under `instead`.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from bot.conversation.listening.mentions import flatten
from bot.conversation.names.agencies import known_agencies
from bot.conversation.names.agency_of_person import with_agencies
from bot.conversation.pressed import StaleButtonError, kept_for_press, next_number
from bot.conversation.replies import Reply, read_reply
from bot.conversation.reporting.instead_words import document_of, read_way
from bot.conversation.reporting.recording import record
from bot.conversation.reporting.said import Said
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import find_numbered, followed_tasks
from bot.ports import Choice, Outgoing
from bot.texts.office import deciding
from bot.texts.reporting import instead as texts
from bot.texts.reporting import said_back
from db.enums import Came, Part
from db.models import Agency, Person
from db.queries.office import agencies_by_id, reached_members, tell_of
from db.queries.tasks import TaskNow
from plans.words import cut
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.instead import dispute, keep_how, standing_for
from tasks.rules import Standing, may_report, may_run_office

NO_REPORT = re.compile(
    r"^(?:de nghi |xin )?(?:tra lai|chuyen tra)\b"
    r"|^(?:thong bao|nhan(?: tin)?) (?:cho|den) (?!toi\b)|\bchua (?:gui |nop |co )?bao cao\b"
)
""" "Trả lại 18, thiếu văn bản", "Phòng Kinh tế chưa báo cáo việc 17": nobody reports here."""
WORDS = 200
"""Longest words of a report in a notice, in characters."""


@dataclass
class SpeakingFor(Talk):
    """A secretary's turn in which they speak for an agency: its officers' rights, its name."""

    agency: Agency | None = None

    @property
    def standing(self) -> Standing:
        """The rights of the agency's officers; none where nobody is spoken for."""
        if self.agency is None:
            return super().standing
        return standing_for(super().standing, self.agency.id)

    @property
    def agency_names(self) -> tuple[str, ...]:
        """The agency's name."""
        return (self.agency.name,) if self.agency else super().agency_names

    async def tell(self, person: Person, outgoing: Outgoing) -> None:
        """Who records it needs no notice of it."""
        if person.id != self.person.id:
            await super().tell(person, outgoing)


async def on_words(talk: Talk) -> Outgoing | None:
    """A report of somebody of the standing office on tasks that they do not report for."""
    if not may_run_office(talk.standing) or talk.incoming.reply_to:
        return None
    if NO_REPORT.search(flatten(talk.incoming.text)):
        return None
    names = await known_agencies(talk)
    rest, way = read_way(talk.incoming.text, names)
    found: list[TaskNow] = []
    for reply in read_reply(rest, today=talk.today):
        if reply.task is None or reply.ask or not _tells(reply):
            return None
        meant = await find_numbered(talk, reply.task)
        if meant is None or may_report(talk.standing, meant.agency_ids(Part.LEAD)):
            return None
        found.append(meant)
    if not found or not found[0].agency_ids(Part.LEAD):
        return None
    named = names.named(await with_agencies(talk, talk.incoming.text))
    return await _begin(talk, found, rest, way, named)


def _tells(reply: Reply) -> bool:
    return reply.doubtful is None and (
        reply.state is not None
        or reply.percent is not None
        or reply.blocked
        or reply.cleared
        or reply.extension
        or reply.unchanged
    )


async def on_instead(talk: Talk, argument: str) -> Outgoing:
    """ "Báo cáo thay" on a card; what is typed next is the report."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    found = await _tasks(talk, [argument])
    if not found or not found[0].agency_ids(Part.LEAD):
        raise StaleButtonError
    task = found[0].task
    talk.remember(office={"what": "instead", "part": str(task.id)})
    return Outgoing((texts.ask_report(talk.tr, task=f"#{task.number}"),), about=(task.id,))


async def report_given(talk: Talk, task_id: str) -> Outgoing | None:
    """The report that was asked for."""
    found = await _tasks(talk, [task_id])
    names = await known_agencies(talk)
    rest, way = read_way(talk.incoming.text, names)
    replies = read_reply(rest, today=talk.today)
    if not found or len(replies) != 1 or replies[0].task or not _tells(replies[0]):
        return None
    return await _begin(talk, found, rest, way, names.named(talk.incoming.text))


async def _tasks(talk: Talk, ids: list[str]) -> list[TaskNow]:
    read = [number for number in map(read_id, ids) if number is not None]
    return await followed_tasks(talk, read)


async def _begin(
    talk: Talk, found: list[TaskNow], text: str, way: Came | None, named: tuple[int, ...]
) -> Outgoing:
    leads = found[0].agency_ids(Part.LEAD)
    meant = [agency_id for agency_id in leads if agency_id in named] if named else leads
    draft = {
        "n": next_number(talk, "insteads"),
        "text": text,
        "tasks": [str(now_task.task.id) for now_task in found],
        "agency": meant[0] if len(meant) == 1 else None,
        "named": list(named),
        "came": way.value if way else None,
        "document": document_of(talk.incoming.text) if way is Came.DOCUMENT else None,
    }
    return await _go_on(talk, draft)


async def _go_on(talk: Talk, draft: dict[str, Any]) -> Outgoing:
    """Ask for whom, and how it came, where that is open; else record it."""
    tr, number = talk.tr, draft["n"]
    found = await _tasks(talk, draft["tasks"])
    numbers = ", ".join(f"#{now_task.task.number}" for now_task in found)
    about = tuple(now_task.task.id for now_task in found)
    if not found:
        raise StaleButtonError
    leads = await agencies_by_id(talk.session, talk.committee.id, found[0].agency_ids(Part.LEAD))
    agency = next((one for one in leads if one.id == draft["agency"]), None)
    talk.keep_today("instead", draft)
    if agency is None:
        others = set(draft["named"]) - set(found[0].agency_ids(Part.LEAD))
        named = await agencies_by_id(talk.session, talk.committee.id, others)
        rows = tuple((Choice(one.name, f"insteadof:{number}:{one.id}"),) for one in leads)
        question = texts.ask_agency(tr, task=numbers)
        if named:
            question = texts.not_a_lead(
                tr,
                task=numbers,
                agency=", ".join(one.name for one in named),
                leads=", ".join(one.name for one in leads),
            )
        return Outgoing((question,), rows, about=about)
    if draft["came"] is None:
        row = tuple(Choice(texts.came(tr, way), f"came:{number}:{way.value}") for way in Came)
        question = texts.ask_came(tr, task=numbers, agency=agency.name)
        return Outgoing((question,), (row[:2], row[2:]), about=about)
    talk.remember(instead=None)
    return await _record(talk, found, agency, draft)


async def on_agency(talk: Talk, argument: str) -> Outgoing:
    """For which of the lead agencies: "draft:agency"."""
    return await _chosen(talk, argument, "agency")


async def on_came(talk: Talk, argument: str) -> Outgoing:
    """How it came: "draft:phone"."""
    return await _chosen(talk, argument, "came")


async def _chosen(talk: Talk, argument: str, part: str) -> Outgoing:
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    number, _, value = argument.partition(":")
    draft = kept_for_press(talk, "instead", number)
    if part == "came" and value not in set(Came):
        raise StaleButtonError
    return await _go_on(talk, {**draft, part: read_id(value) if part == "agency" else value})


async def _record(
    talk: Talk, found: list[TaskNow], agency: Agency, draft: dict[str, Any]
) -> Outgoing:
    way, text, document = Came(draft["came"]), draft["text"], draft.get("document")
    speaking = SpeakingFor(**{**vars(talk), "agency": agency})
    replies = read_reply(text, today=talk.today)
    said = Said()
    for now_task in found:
        reply = next((r for r in replies if r.task == now_task.task.number), replies[0])
        before = len(said.updates)
        reply = replace(reply, evidence=reply.evidence or document)
        await record(speaking, now_task, reply, text, said)
        for update in said.updates[before:]:
            row = await keep_how(talk.session, update, agency_id=agency.id, came=way)
            await _tell_agency(speaking, now_task, agency, way, text, row.id)
    if said.updates:
        line = texts.kept(talk.tr, agency=agency.name, way=texts.came(talk.tr, way))
        said.lines.insert(0, line)
    return said.outgoing(talk)


async def _tell_agency(
    talk: Talk, now_task: TaskNow, agency: Agency, way: Came, text: str, report_id: int
) -> None:
    members = await reached_members(talk.session, talk.committee.id, [agency.id])
    task = now_task.task
    for person in tell_of(members, [agency.id]):
        tr = talk.words_for(person)
        told = texts.told(
            tr,
            who=talk.person.name,
            agency=agency.name,
            way=texts.came(tr, way),
            task=deciding.named(task.number, task.content),
            words=cut(text, WORDS),
        )
        button = Choice(texts.button_wrong(tr), f"wrong:{report_id}")
        await talk.tell(person, Outgoing((told,), ((button,),), about=(task.id,)))


async def on_wrong(talk: Talk, argument: str) -> Outgoing:
    """ "Không đúng" under a report recorded for one's agency."""
    try:
        row = await dispute(talk.session, talk.committee.id, read_id(argument) or 0, by=talk.actor)
    except NotYourRoleError:
        row = None
    except AlreadyDecidedError:
        return Outgoing((texts.wrong_before(talk.tr),))
    if row is None:
        raise StaleButtonError
    update, secretary = row.update, row.update.person
    task = update.occurrence.task
    tr = talk.words_for(secretary)
    told = texts.wrong(
        tr,
        who=talk.person.name,
        agency=row.agency.name,
        task=deciding.named(task.number, task.content),
        words=cut(update.words, WORDS),
    )
    undo = Choice(said_back.undo_button(tr), f"undo:{update.id}")
    await talk.tell(secretary, Outgoing((told,), ((undo,),), about=(task.id,)))
    return Outgoing((texts.wrong_sent(talk.tr, task=f"#{task.number}"),), about=(task.id,))
