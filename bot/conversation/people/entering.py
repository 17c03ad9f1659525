"""Coming in with a code, choosing a language and a committee, help."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import due_this_month, my_tasks
from bot.i18n import LOCALES, Translator, translator
from bot.ports import Choice, Incoming, Outgoing
from bot.texts.people import entering as texts
from db.enums import AGENCY_ROLES, Role
from db.models import Chat, Invitation, Membership, Person, Plan
from db.queries.people import usable_invitations
from plans.words import cut, visible
from reports.words import sample_notice
from tasks.invitations import hash_code
from tasks.rules import may_confirm, may_instruct, may_sum_up

MORE = "more"
"""What the help's button asks for."""
WRONG_CODES = 10
"""Codes that one chat may get wrong in `WRONG_SPAN`; a code has 50 bits, this only slows noise."""
WRONG_SPAN = timedelta(hours=1)
NAME = 60
"""Longest name taken over from a platform or a request, in characters."""

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}


async def redeem(
    session: AsyncSession,
    chat: Chat,
    incoming: Incoming,
    code: str,
    *,
    tr: Translator,
    now: datetime,
) -> Membership | Outgoing:
    """Use up an invitation: this chat becomes its person's, with its role in its committee.

    A wrong, used or expired code gives what to say, and changes nothing but the count of guesses.
    """
    if chat.wrong_since is None or now - chat.wrong_since > WRONG_SPAN:
        chat.wrong_codes, chat.wrong_since = 0, now
    if chat.wrong_codes >= WRONG_CODES:
        return Outgoing((texts.too_many_codes(tr),))
    found = await usable_invitations(session, hash_code(code), now=now)
    if len(found) != 1:
        chat.wrong_codes += 1
        return Outgoing((texts.wrong_code(tr),))
    invitation = found[0]
    person = chat.person
    if person is None:
        called = cut(visible(incoming.name), NAME)
        name = invitation.name or called or invitation.committee.name
        person = Person(name=name, created_at=now, memberships=[])
        session.add(person)
        chat.person = person
    elif _holds(person, invitation):
        return Outgoing((texts.already_in(tr, committee=invitation.committee.name),))
    membership = Membership(
        committee=invitation.committee,
        committee_id=invitation.committee_id,
        person=person,
        role=invitation.role,
        agency=invitation.agency,
        agency_id=invitation.agency_id,
        created_at=now,
    )
    session.add(membership)
    await session.flush()
    invitation.used_at, invitation.used_by = now, person.id
    invitation.committee.looks_at = None  # they may be owed something at once
    chat.wrong_codes = 0
    return membership


def _holds(person: Person, invitation: Invitation) -> bool:
    return any(
        (held.committee_id, held.role, held.agency_id)
        == (invitation.committee_id, invitation.role, invitation.agency_id)
        for held in person.memberships
    )


async def welcome(talk: Talk, membership: Membership) -> Outgoing:
    """What somebody sees who has just come in: where, as what, and what waits for them."""
    tr = talk.tr
    blocks = [texts.connected(tr, committee=talk.committee.name)]
    if membership.role in AGENCY_ROLES and membership.agency:
        tasks = [
            task
            for task in await my_tasks(talk)
            if membership.agency.id in {link.agency_id for link in task.task.agencies}
        ]
        blocks.append(
            texts.welcome_agency(
                tr,
                role=membership.role,
                agency=membership.agency.name,
                tasks=len(tasks),
                overdue=sum(task.is_overdue(talk.today) for task in tasks),
                this_month=sum(due_this_month(task, talk.today) for task in tasks),
            )
        )
    else:
        blocks.append(texts.welcome_committee(tr, role=membership.role))
        if membership.role is Role.SECRETARY and not await _has_plans(talk):
            blocks.append(texts.send_first_plan(tr))
    if talk.committee.sample:
        blocks.append(sample_notice(tr))
    return Outgoing(tuple(blocks))


async def _has_plans(talk: Talk) -> bool:
    found = await talk.session.scalar(
        select(Plan.id).where(Plan.committee_id == talk.committee.id).limit(1)
    )
    return found is not None


async def on_help(talk: Talk, argument: str = "") -> Outgoing:
    """/trogiup: what one can do here, for this person's roles; `argument` "more": the rest."""
    standing = talk.standing
    if argument == MORE:
        return Outgoing(
            texts.more_help_lines(
                talk.tr,
                reports=bool(standing.agency_ids),
                confirms=may_confirm(standing),
                several=len({held.committee_id for held in talk.person.memberships}) > 1,
            )
        )
    lines = texts.help_lines(
        talk.tr,
        reports=bool(standing.agency_ids),
        sums_up=may_sum_up(standing),
        confirms=may_confirm(standing),
        instructs=may_instruct(standing),
        heads=standing.has(Role.HEAD),
    )
    return Outgoing(lines, ((Choice(texts.button_more_help(talk.tr), f"help:{MORE}"),),))


async def on_language(talk: Talk, argument: str = "") -> Outgoing:
    """/ngonngu: ask for a language, or keep the one chosen (`argument` is its code)."""
    if argument not in LOCALES:
        row = tuple(Choice(LANGUAGE_NAMES[code], f"language:{code}") for code in LOCALES)
        return Outgoing((texts.choose_language(talk.tr),), (row,))
    talk.person.locale = argument
    talk.tr = translator(argument)
    return Outgoing((texts.language_chosen(talk.tr),))


async def on_committee(talk: Talk, argument: str = "") -> Outgoing:
    """/banchidao, once the committee is chosen or there is but one: which it is."""
    return Outgoing((texts.committee_chosen(talk.tr, committee=talk.committee.name),))


def ask_committee(tr: Translator, person: Person) -> Outgoing:
    """Which committee is meant, for somebody who belongs to several."""
    committees = {held.committee_id: held.committee.name for held in person.memberships}
    rows = tuple((Choice(name, f"committee:{key}"),) for key, name in committees.items())
    return Outgoing((texts.choose_committee(tr),), rows)
