"""Whom a collective name means, asked ("các đơn vị liên quan gồm những ai") or said in words."""

import re
from collections.abc import Sequence

from bot.conversation.directory.agencies import is_office
from bot.conversation.listening.mentions import flatten
from bot.conversation.names.agencies import known_agencies
from bot.conversation.office.correcting import amend
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import tasks_spoken_of
from bot.conversation.tasks.found import task_numbered
from bot.ports import Choice, Outgoing
from bot.texts import agencies as texts
from db.enums import Part
from db.queries.agencies import AgencyNow
from db.queries.agencies import directory as every_agency
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.agencies import set_member
from tasks.amending import Amendment

NAME = (
    r"[\"“]?(?:(?:cac|nhung|cua) )*"
    r"(?:(?:phong|ban|nganh|don vi|co quan|to chuc|doan the|xa|dia phuong)[ ,]*(?:va )?)+"
    r"(?:co )?lien quan[\"”]?"
)
ASKED = re.compile(
    rf"{NAME}(?: (?:o|cua|trong) (?:viec|nhiem vu) #?(?P<number>\d{{1,5}}))?"
    r" (?:la|gom|bao gom|co)(?: (?:nhung|cac))* (?:ai|don vi nao|co quan nao|phong nao|gi)"
    r"(?: (?:vay|the|a|nhi|ha))*[ ?.]*"
)
""" "Các đơn vị liên quan gồm những ai?"; over flattened text."""
SAID = re.compile(
    r"(?:(?:(?:viec|nhiem vu|so) )+#?(?P<first>\d{1,5})[,:]? (?:thi )?)?"
    rf"(?P<name>{NAME})(?: (?:o|cua|trong) (?:(?:viec|nhiem vu) )+#?(?P<number>\d{{1,5}}))?"
    r" (?:la|gom|bao gom)[ :]+(?P<whom>.+)"
)
""" "Các phòng, ban liên quan ở việc 18 là Phòng Kinh tế và Công an xã", "việc 18 các đơn vị liên
quan gồm ...", of the office."""
UNNAMED = re.compile(r"\b(?:va|cung|voi|gom|la|nua|nhe|a)\b|[_,.;:!\s]+(?!\w)|_")
LISTED = 6
"""Collective names told of in one message."""


async def on_words(talk: Talk) -> Outgoing | None:
    """Whom a collective name means, told or kept; None where none is spoken of."""
    text = clean(talk.incoming.text)
    flat = flatten(text)
    if asked := ASKED.fullmatch(flat):
        return await _told(talk, int(asked["number"]) if asked["number"] else None)
    said = SAID.fullmatch(flat) if is_office(talk) else None
    if said is None:
        return None
    directed, whom = await known_agencies(talk), text[said.start("whom") :]
    mentions = directed.find(whom)
    ids = list(dict.fromkeys(one.ids[0] for one in mentions if len(one.ids) == 1))
    if not ids:
        return None
    if unknown := UNNAMED.sub("", directed.blank(whom)).strip():
        return Outgoing((texts.not_named(talk.tr, words=unknown),))
    if number := said["number"] or said["first"]:
        return await _of_one_task(talk, await task_numbered(talk, int(number)), ids)
    return await _of_the_name(talk, text[slice(*said.span("name"))].strip('"“”'), ids)


async def _told(talk: Talk, number: int | None) -> Outgoing:
    """Of the task that is named or was spoken of last; else all collective names there are."""
    meant = [await task_numbered(talk, number)] if number else await tasks_spoken_of(talk)
    every = await every_agency(talk.session, talk.committee.id)
    names = {one.agency.id: one.agency.name for one in every}
    of_task = {link.agency_id for link in meant[0].task.agencies} if len(meant) == 1 else set()
    there = [one for one in every if one.agency.collective]
    shown = [one for one in there if one.agency.id in of_task] or there
    lines: list[str] = []
    rows: list[tuple[Choice, ...]] = []
    for one in shown[:LISTED]:
        members = tuple(names[i] for i in one.members if i in names)
        lines += (one.agency.name, texts.members_line(talk.tr, members))
        if is_office(talk):
            label = texts.button_members(talk.tr)
            rows.append((Choice(f"{label}: {one.agency.name}"[:60], f"members:{one.agency.id}:0"),))
    if not lines:
        return Outgoing((texts.no_collective(talk.tr),))
    return Outgoing(tuple(lines), tuple(rows), about=tuple(one.task.id for one in meant[:1]))


async def _of_one_task(talk: Talk, now_task: TaskNow, ids: Sequence[int]) -> Outgoing:
    """Those agencies help with this task in the place of the collective name."""
    kept = [*now_task.agency_ids(Part.COORDINATING), *ids]
    leads = now_task.agency_ids(Part.LEAD)
    helpers = tuple(one for one in dict.fromkeys(kept) if one not in leads)
    return await amend(talk, now_task, Amendment(coordinating=helpers))


async def _of_the_name(talk: Talk, name: str, ids: Sequence[int]) -> Outgoing | None:
    """Those agencies are meant wherever the name stands; None where none or several are alike."""
    every = await every_agency(talk.session, talk.committee.id)
    collective = _called(name, every)
    if collective is None:
        return None
    known = {one.agency.id: one.agency for one in every}
    for agency_id in ids:
        await set_member(
            talk.session, collective.agency, known[agency_id], belongs=True, standing=talk.standing
        )
    members = dict.fromkeys([*collective.members, *ids])
    named = tuple(known[one].name for one in members if one in known)
    button = Choice(texts.button_members(talk.tr), f"members:{collective.agency.id}:0")
    blocks = (collective.agency.name, texts.members_line(talk.tr, named))
    return Outgoing(blocks, ((button,),))


def _called(name: str, every: Sequence[AgencyNow]) -> AgencyNow | None:
    """The collective name that is meant: the same words, whatever stands between them."""
    there = [one for one in every if one.agency.collective]
    alike = [one for one in there if _bare(one.agency.name) == _bare(name)]
    return alike[0] if len(alike) == 1 else None


def _bare(name: str) -> str:
    return " ".join(re.findall(r"[a-z]+", flatten(name)))
