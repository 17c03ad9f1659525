"""Somebody without a code asks to come in; the standing office agrees or declines."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.listening.mentions import Directory
from bot.conversation.menu import with_menu
from bot.conversation.people.entering import NAME, welcome
from bot.conversation.people.staff import only_office
from bot.conversation.pressed import StaleButtonError
from bot.conversation.since import request_since
from bot.conversation.talk import Talk, queue_answer, queue_notice, read_id, translator_of
from bot.i18n import Translator, translator
from bot.ports import Choice, Incoming, Outgoing
from bot.texts.people import entering as people_texts
from bot.texts.people import joining as texts
from bot.texts.people import staff
from db.enums import Role
from db.models import Chat, Committee, JoinRequest, Membership, Person
from db.queries.office import agencies_by_id, agency_spellings
from db.queries.people import people_in_role
from plans.words import cut, letters, visible
from tasks.errors import AlreadyDecidedError
from tasks.joining import ask_to_join, decide_join, join_request
from tasks.membership import memberships

WORDS = 300
"""Longest words of a request, in characters."""
OFFERED = 3
"""Agencies offered under a request, where its words name none."""
ASK = "askin:"


async def answer_stranger(
    session: AsyncSession, chat: Chat, incoming: Incoming, tr: Translator, *, now: datetime
) -> Outgoing:
    """What somebody without a part in any committee hears; a request goes to its office."""
    asking = bool((chat.dialogue or {}).get("askin"))
    if incoming.button == ASK:
        chat.dialogue = {"askin": True}
        return Outgoing((texts.ask_who(tr),))
    text = visible(incoming.text)
    if not asking or incoming.button is not None or len(text.split()) < 2 or text[0] == "/":
        choice = Choice(texts.button_ask_in(tr), ASK)
        return Outgoing((people_texts.not_linked(tr),), ((choice,),))
    committee = await _meant(session, text)
    if committee is None:
        return Outgoing((texts.which_committee(tr),))
    chat.dialogue = None
    words = cut(text, WORDS)
    name = cut(words.split(",")[0].strip() or visible(incoming.name), NAME)
    try:
        request = await ask_to_join(session, committee, chat, name=name, words=words, now=now)
    except AlreadyDecidedError:
        return Outgoing((texts.asked_before(tr),))
    await _tell_office(session, committee, request, default=tr.locale, now=now)
    return Outgoing((texts.asked_in(tr, committee=committee.name),))


async def _meant(session: AsyncSession, text: str) -> Committee | None:
    """The only committee there is, else the one whose name's last words stand in the text."""
    found = (await session.scalars(select(Committee).order_by(Committee.id).limit(2))).all()
    if len(found) == 1:
        return found[0]
    said = f" {letters(text)} "
    everybody = await session.execute(select(Committee.id, Committee.name))
    fitting = [key for key, name in everybody if f" {_place(name)} " in said]
    return await session.get(Committee, fitting[0]) if len(fitting) == 1 else None


def _place(name: str) -> str:
    """What tells a committee from others: its name without "Ban Chỉ đạo"."""
    return letters(name).removeprefix("ban chi dao ")


async def _tell_office(
    session: AsyncSession,
    committee: Committee,
    request: JoinRequest,
    *,
    default: str,
    now: datetime,
) -> None:
    directory = Directory(await agency_spellings(session, committee.id))
    named = directory.find(request.words)
    ids = {one.ids[0] for one in named if len(one.ids) == 1}
    agencies = await agencies_by_id(session, committee.id)
    meant = [agency for agency in agencies if agency.id in ids] or agencies
    for secretary in await people_in_role(session, committee.id, Role.SECRETARY):
        tr = translator(secretary.locale or default)
        rows = [
            (Choice(texts.button_let_in(tr, agency=one.name), f"letin:{request.id}:{one.id}"),)
            for one in meant[:OFFERED]
        ]
        rows.append((Choice(texts.button_keep_out(tr), f"letin:{request.id}:0"),))
        text = texts.wants_in(tr, name=request.name, words=request.words)
        queue_notice(session, committee, secretary, Outgoing((text,), tuple(rows)), now=now)


async def on_let_in(talk: Talk, argument: str) -> Outgoing:
    """A request decided: "request:agency", 0 declines."""
    only_office(talk)
    first, _, second = argument.partition(":")
    agency_id = read_id(second)
    request = await join_request(talk.session, talk.committee.id, read_id(first) or 0)
    agencies = await agencies_by_id(talk.session, talk.committee.id, [agency_id or 0])
    if request is None or agency_id is None or (agency_id and not agencies):
        raise StaleButtonError
    try:
        person = await decide_join(
            talk.session, talk.committee, request, talk.actor, agency_id=agency_id or None
        )
    except AlreadyDecidedError as already:
        raise await request_since(talk, request) from already
    if person is None:
        tr = translator_of(request.chat.person, request.chat, talk.default_locale)
        told = texts.declined(tr, committee=talk.committee.name)
        queue_answer(talk.session, request.chat, Outgoing((told,)), None, now=talk.now)
        return Outgoing((texts.kept_out(talk.tr, name=request.name),))
    await _welcome(talk, request.chat, person)
    held = await memberships(talk.session, talk.committee.id, person.id)
    roles = [
        staff.role_in(talk.tr, role=one.role, agency=one.agency.name if one.agency else None)
        for one in held
    ]
    return Outgoing((staff.changed(talk.tr, name=person.name, roles=roles),))


async def _welcome(talk: Talk, chat: Chat, person: Person) -> None:
    """Who has just been let in hears where and as what, as after a code."""
    await talk.session.refresh(person, ["memberships"])
    mine: list[Membership] = []
    for held in person.memberships:
        await talk.session.refresh(held, ["committee", "agency"])
        if held.committee_id == talk.committee.id:
            mine.append(held)
    tr = translator_of(person, chat, talk.default_locale)
    theirs = Talk(
        talk.session,
        Incoming(chat.channel, chat.address),
        chat,
        person,
        talk.committee,
        tr,
        talk.now,
        talk.default_locale,
    )
    outgoing = with_menu(chat, tr, await welcome(theirs, mine[-1]))
    queue_answer(talk.session, chat, outgoing, talk.committee, now=talk.now)
