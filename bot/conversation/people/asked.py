"""Who answers for a task or an agency, who somebody is: "ai phụ trách việc 12", "anh Kiên là ai".

Officers are told of their own agencies and of the standing office; telephone numbers are not kept.
"""

import re
from collections.abc import Sequence

from bot.conversation.listening.mentions import flatten
from bot.conversation.names.agencies import known_agencies
from bot.conversation.names.people import begin_with, without_title
from bot.conversation.people.asked_words import (
    MANAGED,
    OF_AGENCY,
    OF_PERSON,
    OF_TASK,
    REACHED,
    SELF,
    WHO,
    WHO_IS,
)
from bot.conversation.people.role_wishes import wished_change
from bot.conversation.people.roles import on_person
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import not_a_reader
from bot.conversation.tasks.found import task_numbered
from bot.ports import Outgoing
from bot.texts import common
from bot.texts.people.staff import with_role
from bot.texts.questions import asked as texts
from db.enums import AGENCY_ROLES, Part, Role
from db.models import Membership
from db.queries.office import agencies_by_id, officers_of
from db.queries.people import everybody_in
from plans.words import clean
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office, may_sum_up

ENDING = " ?.!"


async def on_words(talk: Talk) -> Outgoing | None:
    """The people who are asked for; None where nobody is."""
    text = clean(talk.incoming.text).rstrip(ENDING)
    flat = flatten(re.sub(r"(?i)(?: ạ| a| vậy| thế| nhỉ| hả)+$", "", text)).rstrip(ENDING)
    if found := OF_TASK.fullmatch(flat):
        return await of_task(talk, int(found["number"] or found["first"]))
    if talk.incoming.reply_to:
        return None
    if SELF.fullmatch(flat):
        return await _oneself(talk)
    if found := next((m for asks in OF_PERSON if (m := asks.fullmatch(flat))), None):
        return await _of_person(talk, found)
    if not WHO.match(flat):
        return None
    names = await known_agencies(talk)
    if OF_AGENCY.fullmatch(names.blank(text[: len(flat)])):
        return await _of_agency(talk, names.named(text))
    return None


async def of_task(talk: Talk, number: int) -> Outgoing:
    """Who leads it, by agency and by name, and who helps."""
    now_task, tr = await task_numbered(talk, number), talk.tr
    if refusal := await not_a_reader(talk, now_task):
        return refusal
    leads, task = now_task.agency_ids(Part.LEAD), now_task.task
    everybody = await everybody_in(talk.session, talk.committee.id)
    held = [one for one in everybody if one.agency_id in leads]
    named = await officers_of(talk.session, talk.committee.id, task.id)
    ids = {person.id for person in named}
    people = [
        with_role(tr, name=one.person.name, role=one.role)
        for one in held
        if one.role is Role.HEAD or not ids or one.person_id in ids
    ]
    lines = [
        texts.of_task(tr, number=number, leads=now_task.agency_names(Part.LEAD), people=people)
    ]
    if helpers := now_task.agency_names(Part.COORDINATING):
        lines.append(texts.helpers(tr, agencies=helpers))
    button = common.task_button(number, task.id)
    return Outgoing(tuple(lines), ((button,),), about=(task.id,))


async def _of_agency(talk: Talk, agency_ids: Sequence[int]) -> Outgoing | None:
    """The people of an agency, one's own where none is named."""
    own = talk.standing.agency_ids
    ids = set(agency_ids) or own
    if may_run_office(talk.standing) or not ids or not (may_sum_up(talk.standing) or ids <= own):
        return None
    everybody = await everybody_in(talk.session, talk.committee.id)
    held = [one for one in everybody if one.agency_id in ids]
    agencies = await agencies_by_id(talk.session, talk.committee.id, ids)
    lines = [
        texts.of_agency(
            talk.tr,
            agency=agency.name,
            people=[
                with_role(talk.tr, name=one.person.name, role=one.role)
                for one in held
                if one.agency_id == agency.id
            ],
        )
        for agency in agencies
    ]
    return Outgoing(tuple(lines)) if lines else None


async def _of_person(talk: Talk, found: re.Match[str]) -> Outgoing | None:
    """Who somebody is; to the standing office their card, with what can be done there."""
    words, manages = found["who"], found.re in MANAGED
    titled = without_title(words) != words
    office = may_run_office(talk.standing)
    everybody = await everybody_in(talk.session, talk.committee.id)
    visible = [one for one in everybody if office or _is_visible(talk, one)]
    meant = begin_with(words, {one.person_id: one.person for one in visible}.values())
    if manages and not office:
        if meant and titled:
            raise NotYourRoleError
        return None
    if not meant or (found.re is WHO_IS and not titled):
        return None
    if office and len(meant) == 1:
        wish = await wished_change(talk, meant[0], talk.incoming.text) if manages else None
        return await on_person(talk, str(meant[0].id), wish)
    ids = {person.id for person in meant}
    lines = await _introduced(talk, [one for one in visible if one.person_id in ids])
    if found.re is REACHED:
        lines.append(texts.no_numbers(talk.tr))
    return Outgoing(tuple(lines))


async def _oneself(talk: Talk) -> Outgoing:
    """Who we take the asker for: name, roles, agencies."""
    everybody = await everybody_in(talk.session, talk.committee.id)
    own = [one for one in everybody if one.person_id == talk.person.id]
    return Outgoing((*await _introduced(talk, own), texts.what_one_can_do(talk.tr)))


async def _introduced(talk: Talk, held: Sequence[Membership]) -> list[str]:
    """A line for each place held: name, role, agency, else the committee itself."""
    agencies = {one.id: one.name for one in await agencies_by_id(talk.session, talk.committee.id)}
    return [
        texts.person(
            talk.tr,
            name=with_role(talk.tr, name=one.person.name, role=one.role),
            place=agencies.get(one.agency_id or 0, talk.committee.name),
        )
        for one in held
    ]


def _is_visible(talk: Talk, held: Membership) -> bool:
    """Whether this person may be told who somebody is."""
    if may_sum_up(talk.standing) or held.role not in AGENCY_ROLES:
        return True
    return held.agency_id in talk.standing.agency_ids
